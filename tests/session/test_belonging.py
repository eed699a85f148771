"""Which article a page belongs to: found out, asked, said by a person, undone."""

from __future__ import annotations

import pytest

from reader.model.vocabulary import MarkType
from reader.session.open_article import Arrival
from reader.session.twins import likeness
from reader.store import NotInLibraryError, verify
from tests.session.conftest import BODY
from tests.support.desks import span_of

EDITED = (BODY[0].replace("ساحنة", "سيارة"), *BODY[1:], "وفُتح الطريق مساء.")
OTHER = (
    "بدأت في العاصمة أعمال مؤتمر الطاقة المتجددة بمشاركة وفود من عشرين دولة عربية وأجنبية.",
    "ويناقش المشاركون على مدى ثلاثة أيام سبل التعاون في مجال الربط الكهربائي بين الدول.",
    "وقال وزير الكهرباء إن بلاده تخطط لرفع حصة الطاقة الشمسية خلال الأعوام الخمسة المقبلة.",
)


class Office:
    """Somebody at a library who says which pages are one article."""

    def __init__(self, desk):
        self.desk = desk
        self.belonging = desk.library.belonging
        self.results: list = []

    def detach(self, session, version=None):
        version = version or session.article.version
        self.belonging.detach(session.id, version, self.results.append, self.desk.errors.append)
        return self.results.pop() if self.results else None

    def join(self, article, target):
        self.belonging.join(article, target, self.results.append, self.desk.errors.append)
        return self.results.pop() if self.results else None

    def undo(self):
        self.belonging.undo(self.results.append, self.desk.errors.append)
        return self.results.pop()

    def redo(self):
        self.belonging.redo(self.results.append, self.desk.errors.append)
        return self.results.pop()

    def twins_of(self, session):
        found: list = []
        self.belonging.look_for_twin(session.article, session.id, found.append)
        return [twin.article.id for twin in found]


@pytest.fixture
def office(sit):
    return Office(sit())


@pytest.fixture
def two(office, page):
    """An article of which an edited page was opened after it: the session on the new version."""
    first = office.desk.open(page())
    second = office.desk.open(page("later.html", body=EDITED))
    assert second.id == first.id
    return first, second


def live(office):
    return {r.id for r in office.desk.library.articles() if r.trashed_at is None}


def test_a_session_says_how_its_text_has_come(office, page):
    path = page()
    assert office.desk.open(path).arrival is Arrival.NEW
    assert office.desk.open(path).arrival is Arrival.KNOWN
    assert office.desk.open(page("later.html", body=EDITED)).arrival is Arrival.VERSION


def test_another_text_at_an_old_address_is_an_article_of_its_own(office, page):
    first = office.desk.open(page())
    second = office.desk.open(page("later.html", title="مؤتمر الطاقة", body=OTHER))
    assert second.id != first.id
    assert second.arrival is Arrival.NEW


def test_a_page_opens_as_a_version_though_the_text_of_its_article_is_lost(office, page, home):
    first = office.desk.open(page())
    (home / "articles" / str(first.id) / "texts" / f"{first.article.version}.json").unlink()
    second = office.desk.open(page("later.html", body=EDITED))
    assert (second.id, second.arrival) == (first.id, Arrival.VERSION)


def test_that_another_text_came_from_an_old_address_is_asked(office, page):
    first = office.desk.open(page())
    second = office.desk.open(page("later.html", title="مؤتمر الطاقة", body=OTHER))
    assert office.twins_of(second) == [first.id]


@pytest.mark.parametrize("url", ["", "https://www.news.example/b/2"])
def test_much_the_same_text_of_one_outlet_may_be_a_version(office, page, url):
    first = office.desk.open(page())
    second = office.desk.open(page("later.html", url=url, body=EDITED))
    assert second.id != first.id
    assert office.twins_of(second) == [first.id]


def test_the_same_text_of_another_outlet_is_no_version(office, page):
    office.desk.open(page())
    second = office.desk.open(page("later.html", url="https://other.example/a", body=EDITED))
    assert office.twins_of(second) == []


def test_another_text_of_one_outlet_is_no_version(office, page):
    office.desk.open(page())
    other = page("b.html", title="مؤتمر", url="https://news.example/b", body=OTHER)
    assert office.twins_of(office.desk.open(other)) == []


def test_what_is_in_the_trash_is_no_twin(office, page):
    first = office.desk.open(page())
    second = office.desk.open(page("later.html", url="https://news.example/b", body=EDITED))
    third = office.desk.open(
        page("b.html", title="مؤتمر", url="https://news.example/c", body=OTHER)
    )
    office.join(first.id, third.id)
    assert first.id not in office.twins_of(second)


def test_a_page_that_is_not_the_same_article_becomes_one_of_its_own(office, two):
    first, second = two
    mark = second.add_mark(MarkType.CLAIM, *span_of(second.article, "وفُتح الطريق"))
    second.flush()

    made = office.detach(second)

    opened = office.desk.library.open_article(made.id)
    assert [m.id for m in opened.here()] == [mark.id]
    assert opened.article == second.article
    assert [c.version for c in office.desk.store.article(first.id).captures] == [
        first.article.version
    ]


def test_detaching_is_undone_and_done_again(office, two, home):
    first, second = two
    made = office.detach(second)

    assert office.undo().id == first.id
    assert live(office) == {first.id}
    assert office.belonging.redoable.code == "change_detach"

    assert office.redo().id == made.id
    assert live(office) == {first.id, made.id}
    assert verify(home) == []


def test_an_undoing_that_the_disk_refuses_can_be_tried_again(office, two, monkeypatch):
    first, second = two
    office.detach(second)
    store = type(office.desk.store)
    move = store.move_versions

    def refuse(*_args, **_fields):
        raise NotInLibraryError(first.id)

    monkeypatch.setattr(store, "move_versions", refuse)
    office.belonging.undo(office.results.append, office.desk.errors.append)
    assert office.desk.errors
    monkeypatch.setattr(store, "move_versions", move)

    assert office.undo().id == first.id


def test_the_only_version_of_an_article_cannot_be_detached(office, page):
    session = office.desk.open(page())
    assert office.detach(session) is None
    assert [e.message.code for e in office.desk.errors] == ["only_version"]


def test_an_article_becomes_another_version_of_one_and_comes_back(office, page, home):
    first = office.desk.open(page())
    second = office.desk.open(page("later.html", url="https://other.example/a", body=EDITED))

    target = office.join(second.id, first.id)
    assert (target.id, target.current_version) == (first.id, second.article.version)
    assert live(office) == {first.id}

    assert office.undo().id == second.id
    assert live(office) == {first.id, second.id}
    assert office.belonging.undoable is None
    assert verify(home) == []


def test_an_article_is_no_version_of_itself(office, page):
    session = office.desk.open(page())
    assert office.join(session.id, session.id) is None
    assert [e.message.code for e in office.desk.errors] == ["version_of_itself"]


def test_the_articles_to_choose_from_leave_out_the_article_itself(office, page):
    first = office.desk.open(page())
    second = office.desk.open(page("b.html", title="م", url="https://news.example/b", body=OTHER))
    found: list = []
    office.belonging.offered(second.id, found.append)
    assert [r.id for r in found[0]] == [first.id]


def test_likeness_is_of_the_shorter_text():
    whole = "\n".join(BODY)
    assert likeness(whole, whole + "\n" + "\n".join(OTHER)) == 1
    assert likeness(whole, "\n".join(OTHER)) == 0
    assert likeness("كلمتان فقط", "كلمتان فقط") == 0
