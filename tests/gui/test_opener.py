"""Opening pages one after another, with everything run on the spot."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from reader.gui.desk.opener import Opener
from reader.session.article import ArticleSession
from reader.session.library import LibrarySession
from reader.session.maker import Maker
from reader.session.runtime import InlineRuntime
from reader.store import Store

PAGE = (
    '<!DOCTYPE html><meta charset="utf-8"><title>{0}</title><article><h1>{0}</h1>'
    "<p>قال مصدر أمني إن عبوتين ناسفتين انفجرتا ظهر اليوم قرب الطريق السريع جنوبي المدينة، "
    "وأصيبت شاحنة بأضرار مادية من دون أن يصاب أحد من ركابها، وفق ما أعلنته الشرطة.</p>"
    "<p>وأضاف المصدر أن الشاحنة كانت تحمل مواد غذائية، وأن التحقيق في الحادث لا يزال جاريًا، "
    "ولم تعلن أي جهة مسؤوليتها عنه حتى ساعة إعداد هذا الخبر.</p></article>"
)


class Heard:
    """An opener, and all that it tells."""

    def __init__(self, store: Store, runtime: InlineRuntime) -> None:
        self.library = LibrarySession(store, runtime, Maker(store.agent))
        self.owner = QObject()
        self.opener = Opener(self.library, runtime, self.owner)
        self.told: list[str] = []
        self.sessions: list[ArticleSession] = []
        self.opener.began.connect(lambda: self.told.append("began"))
        self.opener.opened.connect(self._on_opened)
        self.opener.failed.connect(lambda message: self.told.append(message.code))
        self.opener.ended.connect(lambda: self.told.append("ended"))

    def _on_opened(self, session: ArticleSession) -> None:
        self.told.append("opened")
        self.sessions.append(session)


class Slow(InlineRuntime):
    """Begins disk work only when it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.ended: list[str] = []

    def run_io(self, *_: object) -> Slow:  # type: ignore[override]
        return self

    def cancel(self) -> None:
        self.ended.append("cancelled")


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    with Store.open(home, write=True) as store:
        yield store


@pytest.fixture
def heard(qapp: QApplication, store: Store) -> Heard:
    return Heard(store, InlineRuntime())


def _page(folder: Path, title: str) -> Path:
    path = folder / f"{title}.html"
    path.write_text(PAGE.format(title), "utf-8")
    return path


def test_several_pages_are_opened_one_after_another(heard: Heard, tmp_path: Path) -> None:
    heard.opener.open_paths([_page(tmp_path, "الأول"), _page(tmp_path, "الثاني")])

    assert [s.article.title for s in heard.sessions] == ["الأول", "الثاني"]
    assert heard.told == ["began", "opened", "ended"] * 2
    assert not heard.opener.is_busy


def test_of_several_pages_one_that_fails_is_told_last_so_that_no_other_hides_it(
    heard: Heard, tmp_path: Path
) -> None:
    empty = tmp_path / "empty.html"
    empty.touch()
    heard.opener.open_paths([empty, _page(tmp_path, "الثاني")])

    assert heard.told == ["began", "ended", "began", "opened", "ended", "page_empty"]


def test_several_pages_that_fail_are_told_together(heard: Heard, tmp_path: Path) -> None:
    heard.opener.open_paths([tmp_path / "a.html", tmp_path, _page(tmp_path, "الثاني")])

    assert heard.told.count("pages_not_opened") == 1
    assert heard.told[-1] == "pages_not_opened"


def test_a_page_that_fails_alone_is_told_at_once(heard: Heard, tmp_path: Path) -> None:
    heard.opener.open_paths([tmp_path / "a.html"])

    assert heard.told == ["began", "file_missing", "ended"]


def test_pasted_bytes_are_opened(heard: Heard) -> None:
    heard.opener.open_bytes(PAGE.format("ملصق").encode(), "نص ملصق")
    assert heard.sessions[0].article.title == "ملصق"


def test_a_page_is_read_again_in_another_encoding(heard: Heard, tmp_path: Path) -> None:
    heard.opener.open_paths([_page(tmp_path, "الأول")])
    first = heard.sessions[0]

    heard.opener.read_again(first, "windows-1256")

    assert heard.sessions[1].id == first.id
    assert heard.sessions[1].article.version != first.article.version


def test_articles_in_the_trash_are_not_listed(heard: Heard, store: Store, tmp_path: Path) -> None:
    heard.opener.open_paths([_page(tmp_path, "الأول"), _page(tmp_path, "الثاني")])
    record = store.article(heard.sessions[0].id)
    store.save_article(record.model_copy(update={"trashed_at": record.created_at}))

    listed: list[str] = []
    heard.opener.list_articles(
        lambda shelf: listed.extend(a.title for a in (*shelf.recent, *shelf.others))
    )

    assert listed == ["الثاني"]


def test_an_article_that_is_not_there_is_an_error(heard: Heard, tmp_path: Path) -> None:
    heard.opener.open_article(heard.library._maker.new_id())
    assert heard.told == ["began", "store_not_found", "ended"]


def test_cancelling_ends_what_is_under_way_and_what_waits(
    qapp: QApplication, store: Store, tmp_path: Path
) -> None:
    runtime = Slow()
    heard = Heard(store, runtime)
    heard.opener.open_paths([tmp_path / "a.html", tmp_path / "b.html"])
    assert heard.opener.is_busy

    heard.opener.cancel()

    assert runtime.ended == ["cancelled"]
    assert heard.told == ["began", "ended"]
    assert not heard.opener.is_busy


def test_opening_something_else_ends_what_is_under_way(
    qapp: QApplication, store: Store, tmp_path: Path
) -> None:
    runtime = Slow()
    heard = Heard(store, runtime)
    heard.opener.open_paths([tmp_path / "a.html"])
    heard.opener.open_bytes(b"x", "x")
    assert heard.told == ["began", "ended", "began"]
    assert runtime.ended == ["cancelled"]
