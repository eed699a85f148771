"""Opening a new page of 100 KB, against the two extractors alone on the same page.

The page is made up in the proportions of eleven saved Arabic news pages of 50 to 119 KB. Their
medians, which it has too: of the bytes a fifth is script and style, a fifth text, a twentieth the
words of links, 4 % the article; to each KB eight elements; to 100 KB some 160 links, 140 `div`, 65
`li`, 25 `img` and 16 `p`. The rest is markup: classes, addresses, attributes.

Opening is everything from the choice of the file until there is a session on it: the file read and
looked up, a worker that waits asked, its answer checked, page, text and annotations written to the
disk durably. The extractors are warm too, and parse the page themselves; they are timed at once
after it, before the next spare worker starts (`PAUSE_SECONDS`), whose start would slow them down
and so flatter us. A second line compares the reading of the page alone, in this process.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from random import Random
from typing import Final

from reader import ingest
from reader.model.errors import ReaderError
from reader.session.article import ArticleSession
from tests.benchmarks._measure import compare

ROUNDS: Final = 11
WARM: Final = 2.0
"""Seconds that a spare worker is given to get ready."""
WORDS: Final = (
    *("الرئيسية", "سياسة", "اقتصاد", "رياضة", "ثقافة", "تقارير", "صحة", "تكنولوجيا", "منوعات"),
    *("قال", "مصدر", "أمني", "مسؤول", "إن", "عبوتين", "ناسفتين", "انفجرتا", "بالتعاقب", "أمس"),
    *("ونقلت", "الهيئة", "عن", "المتحدث", "باسم", "الشرطة", "أنها", "فتحت", "تحقيقا", "واسعا"),
    *("وأضاف", "شهود", "في", "المدينة", "لم", "تتعرض", "القوات", "لأي", "هجوم", "خلال", "أسبوع"),
)
HEAD: Final = (
    '<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8">'
    '<title>انفجار عبوتين ناسفتين {n}</title><meta property="og:type" content="article">'
    '<meta property="og:title" content="انفجار عبوتين ناسفتين {n}">'
    '<meta property="article:published_time" content="2021-07-29T10:00:00+03:00">'
)
SCRIPT: Final = "window.site=window.site||[];site.push({slot:%d,size:[300,250],lazy:true});"
CARD: Final = (
    '<div class="card card--story col-md-4 col-sm-6" data-id="{n}" data-section="news">'
    '<a class="card__link stretched-link" href="/ar/news/2021/07/{n}/story-of-the-day-{n}.html">'
    '<img class="card__image lazy" width="320" height="180" alt="" '
    'src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="/media/320/{n}.jpg"></a>'
    '<div class="card__body"><span class="card__kicker">{word}</span>'
    '<h3 class="card__title"><a href="/ar/news/2021/07/{n}/story-of-the-day-{n}.html">{title}</a>'
    '</h3><span class="card__time" data-time="162755{n}">قبل ساعتين</span></div>'
    '<div class="card__tools"><i class="icon icon-share"></i><i class="icon icon-save"></i></div>'
    "</div>"
)
ITEM: Final = (
    '<li class="menu-item menu-item-type-taxonomy menu-item-{n}" id="menu-item-{n}">'
    '<a class="nav-link" href="https://www.news.example/ar/section/{n}/">{word}</a></li>'
)
BOX: Final = (
    '<div class="widget widget--list widget--shadow col-lg-4 col-md-6 col-sm-12" id="widget-{n}" '
    'data-component="list" data-source="/api/v2/widgets/{n}?section=news&amp;limit=5" '
    'style="min-height:250px;margin-bottom:1.5rem"><span class="widget__head">{word}</span>'
    '<span class="widget__text widget__text--muted widget__text--small">{text}</span>'
    '<i class="icon icon-chevron" aria-hidden="true"></i><svg class="icon__drawn" width="16" '
    'height="16" viewBox="0 0 16 16"><path d="M2.5 4.5 8 10l5.5-5.5L15 6l-7 7-7-7z"></path></svg>'
    '<a class="widget__more" href="https://www.news.example/ar/section/{n}/all.html">{word}</a>'
    '<span class="spacer"></span></div>'
)
NUMBERS = count(1)


def _said(chance: Random, length: int) -> str:
    return " ".join(chance.choices(WORDS, k=length))


def news_page(size: int = 100 * 1024) -> bytes:
    """Another page each time, the same ones in every run."""
    number = next(NUMBERS)
    chance = Random(number)  # noqa: S311 - nothing is kept secret by it
    parts = [HEAD.format(n=number)]
    parts += [f"<script>{SCRIPT % i * 5}</script>" for i in range(52)]
    parts.append("<style>.card{margin:0 0 1rem}.widget{padding:.5rem}</style></head><body><nav>")
    parts += [ITEM.format(n=i, word=WORDS[i % len(WORDS)]) for i in range(65)]
    parts.append(f'</nav><main><article class="story"><h1>{_said(chance, 8)} {number}</h1>')
    parts += [f"<p>{_said(chance, 30)}.</p>" for _ in range(16)]
    parts.append("</article></main><aside>")
    parts += [
        CARD.format(n=i, word=WORDS[i % len(WORDS)], title=_said(chance, 6)) for i in range(24)
    ]
    tail = "</aside></body></html>"
    room = size - sum(len(part.encode()) for part in (*parts, tail))
    boxes = count()
    while room > 0:
        i = next(boxes)
        parts.append(BOX.format(n=i, word=WORDS[i % len(WORDS)], text=_said(chance, 9)))
        room -= len(parts[-1].encode())
    return "".join((*parts, tail)).encode()


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    import readability
    import trafilatura

    ingest.warm_up()
    page = news_page()
    html = page.decode()
    print(f"a page of {len(page) // 1024} KB")

    def extractors() -> None:
        trafilatura.extract(html, output_format="html", favor_recall=True)
        readability.Document(html).summary()

    with tempfile.TemporaryDirectory() as folder:
        _compare_opening(Path(folder), extractors)
    compare("the page read, here", lambda: ingest.load_bytes(page), extractors, rounds=ROUNDS)


def _compare_opening(home: Path, extractors: Callable[[], None]) -> None:
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication

    from reader.gui.desk.runtime import QtRuntime
    from reader.session.library import LibrarySession
    from reader.session.maker import Maker
    from reader.store import open_library

    app = QApplication([])
    file = home / "page.html"
    with open_library(home / "library") as store:
        runtime = QtRuntime()
        library = LibrarySession(store, runtime, Maker(store.agent))

        def before() -> None:
            file.write_bytes(news_page())
            runtime.warm_up()
            ready = time.monotonic() + WARM
            while time.monotonic() < ready:
                app.processEvents()
                time.sleep(0.01)

        def open_page() -> None:
            found: list[ArticleSession | ReaderError] = []
            library.open_page(file, found.append, found.append, lambda *_: None)
            while not found:  # at rest in between, as the program is: no core is kept busy
                app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if isinstance(found[0], ReaderError):
                raise found[0]

        try:
            compare("a new page opened", open_page, extractors, rounds=ROUNDS, before=before)
        finally:
            runtime.close()  # a thread and processes, for which the program's end would wait


if __name__ == "__main__":
    main()
