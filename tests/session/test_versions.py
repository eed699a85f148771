"""The versions of an article: in which order they stand, and which two are compared first."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from reader.model.article import EncodingFound
from reader.model.comparison import RowChange
from reader.model.errors import Message, ReaderError
from reader.session.looking import Looking
from reader.session.versions import TextVersion, by_capture, first_pair

NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)
UTF8 = EncodingFound(name="utf-8", evidence=Message(code="encoding_utf8"))
BODY = (
    "ووفقًا لمصدر أمني، فإن عبوتين ناسفتين انفجرتا ظهر اليوم قرب الطريق السريع وأصيبت شاحنة.",
    "وقال شهود عيان إن حركة المرور توقفت ساعتين على الطريق الذي يربط المدينة بجنوبها.",
    "وأضاف المصدر أن فرق الإنقاذ وصلت إلى المكان بعد وقت قصير من وقوع الانفجار.",
)


def a_version(
    name: str, hours: int, *, shown: bool = False, saved: int | None = None
) -> TextVersion:
    saved_at = None if saved is None else NOON + timedelta(hours=saved)
    return TextVersion(name, UTF8, NOON + timedelta(hours=hours), 0, shown, saved_at)


def test_versions_stand_in_the_order_in_which_they_were_saved():
    read_late = a_version("early", 9, saved=1)
    assert [v.version for v in by_capture((read_late, a_version("later", 2)))] == ["early", "later"]


def test_the_version_shown_is_compared_with_the_one_before_it():
    versions = a_version("a", 1), a_version("b", 2), a_version("c", 3, shown=True)
    assert first_pair(versions) == ("b", "c")


def test_the_oldest_version_is_compared_with_the_one_after_it():
    versions = a_version("a", 1, shown=True), a_version("b", 2), a_version("c", 3)
    assert first_pair(versions) == ("a", "b")


def test_one_version_is_compared_with_nothing():
    assert first_pair((a_version("a", 1, shown=True),)) is None


@pytest.fixture
def two(sit, page):
    """An article of which a later version has one paragraph more; it, and the older one's id."""
    desk = sit()
    first = desk.open(page(body=BODY))
    older = first.article.version
    first.flush()
    return desk.open(page("later.html", body=(*BODY, "وصحّحت الوكالة لاحقًا عدد المصابين."))), older


@pytest.mark.parametrize("quick", [True, False])
def test_two_versions_of_an_open_article_are_compared(two, quick, monkeypatch):
    """Short ones here, long ones by a worker."""
    monkeypatch.setattr("reader.session.looking.QUICK", 250_000 if quick else 0)
    session, older = two
    found = []
    session.compare(session.article.version, older, found.append, pytest.fail, lambda *_: None)
    (comparison,) = found
    assert comparison.old.version == older
    assert comparison.rows[-1].changes == (RowChange.ADDED,)


def test_a_version_that_is_not_there_is_told_of(two):
    session, older = two
    errors: list[ReaderError] = []
    session.compare(older, "0" * 64, pytest.fail, errors.append, lambda *_: None)
    assert len(errors) == 1


def test_a_look_that_was_cancelled_tells_nothing():
    class Slow:
        """Runs nothing until it is told to."""

        def run_io(self, work, done, failed):
            self.go = lambda: done(work())
            return type("Handle", (), {"cancel": lambda _: None})()

    runtime = Slow()
    look = Looking(runtime, pytest.fail, pytest.fail, pytest.fail, pytest.fail).begin(lambda: None)
    look.cancel()
    runtime.go()
