"""Opening another version of a known article of 100 KB with 300 marks, against opening alone.

The page is the one of `opening`, with an address; of its edited version every twentieth word of
the article is another. The reference ends with a session on the new version, its page, text and
record on the disk; what is timed against it, when every mark has its place there too. What is over
1 is what finding the marks adds.
"""

from __future__ import annotations

import os
import tempfile
import time
from itertools import count
from pathlib import Path
from random import Random
from typing import Final

from reader import ingest
from reader.model.errors import ReaderError
from reader.model.placing import Standing
from reader.model.vocabulary import MarkType
from reader.session.article import ArticleSession
from reader.text.words import words
from tests.benchmarks._measure import compare
from tests.benchmarks.opening import WARM, WORDS, news_page

ROUNDS: Final = 11
MARKS: Final = 300
EDITED: Final = 20
"""Of so many words one is another in the edited version."""
_NUMBERS: Final = count(1)


def versions() -> tuple[bytes, bytes]:
    """A page and its edited version, at an address of their own."""
    url = f"https://news.example/story/{next(_NUMBERS)}"
    link = f'<link rel="canonical" href="{url}"></head>'
    old = news_page().decode().replace("</head>", link, 1)
    head, body = old.split("<main>", 1)
    story, tail = body.split("</main>", 1)
    said = story.split(" ")
    for place in range(EDITED, len(said), EDITED):
        if said[place] in WORDS:
            said[place] = WORDS[(WORDS.index(said[place]) + 7) % len(WORDS)]
    new = f"{head}<main>{' '.join(said)}</main>{tail}"
    return old.encode(), new.encode()


def marked(session: ArticleSession) -> None:
    """Mark stretches of one to twelve words all over the page text."""
    chance = Random(0)  # noqa: S311 - nothing is kept secret by it
    text = session.article.page_text
    places = words(text)
    for first in chance.sample(range(len(places) - 12), MARKS):
        last = places[first + chance.randrange(12)]
        session.add_mark(MarkType.HIGHLIGHT, places[first].start, last.end)
    session.flush()


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication

    from reader.gui.desk.runtime import QtRuntime
    from reader.session.library import LibrarySession
    from reader.session.maker import Maker
    from reader.store import open_library

    ingest.warm_up()
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder, open_library(Path(folder) / "library") as store:
        file, runtime = Path(folder) / "page.html", QtRuntime()
        library = LibrarySession(store, runtime, Maker(store.agent))

        def wait(found: list[object]) -> None:
            while not found:
                app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if isinstance(found[0], ReaderError):
                raise found[0]

        def open_page() -> ArticleSession:
            found: list[ArticleSession | ReaderError] = []
            library.open_page(file, found.append, found.append, lambda *_: None)
            wait(found)
            assert isinstance(found[0], ArticleSession)
            return found[0]

        def prepare() -> None:
            old, new = versions()
            article = ingest.load_bytes(old)
            marked(library.open_article(store.add(article, old).id))
            file.write_bytes(new)
            runtime.warm_up()
            ready = time.monotonic() + WARM
            while time.monotonic() < ready:
                app.processEvents()
                time.sleep(0.01)

        def with_marks() -> None:
            session, found = open_page(), []
            session.attach_marks(found.append, found.append, lambda *_: None)
            wait(found)
            assert not session.desk.placing.count[Standing.UNSOUGHT]

        try:
            compare(
                f"a known article, with {MARKS} marks",
                with_marks,
                open_page,
                rounds=ROUNDS,
                before=prepare,
                between=prepare,
            )
        finally:
            runtime.close()


if __name__ == "__main__":
    main()
