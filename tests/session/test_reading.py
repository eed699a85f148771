"""The headings of an article, and its text versions."""

from __future__ import annotations

from datetime import timedelta

from reader.model.article import BlockKind, BlockState
from reader.model.vocabulary import MarkType
from reader.session.marking import add_mark
from reader.session.reading import heading_at, headings, show_blocks
from reader.session.versions import text_versions
from tests.support.desks import NOON, make_article, make_desk, make_maker
from tests.support.pages import Row, an_article

ARTICLE = an_article(
    Row("عنوان المقال", kind=BlockKind.TITLE),
    Row("فقرة أولى"),
    Row("عنوان \u2028 فرعي", kind=BlockKind.HEADING, level=2),
    Row("فقرة ثانية"),
    Row("اقرأ أيضًا", kind=BlockKind.HEADING, level=3, state=BlockState.DROPPED),
)


def test_the_contents_are_the_title_and_the_headings_that_are_shown() -> None:
    found = headings(make_desk(ARTICLE))
    assert [(h.level, h.words) for h in found] == [(0, "عنوان المقال"), (2, "عنوان فرعي")]
    assert [ARTICLE.page_text[h.start] for h in found] == ["ع", "ع"]


def test_a_heading_that_was_brought_in_stands_in_the_contents() -> None:
    desk, maker = make_desk(ARTICLE), make_maker()
    desk = desk.apply(show_blocks(desk, maker, ["b4"], shown=True))
    assert [h.level for h in headings(desk)] == [0, 2, 3]


def test_an_offset_stands_under_the_last_heading_before_it() -> None:
    found = headings(make_desk(ARTICLE))
    second = found[1].start
    assert [heading_at(found, at) for at in (0, second - 1, second, second + 50)] == [0, 0, 1, 1]
    assert heading_at(found[1:], 0) is None


def test_text_versions_tell_their_encoding_and_marks_the_last_reading_first() -> None:
    desk, other = make_desk(), make_article(("نص آخر",))
    change, _ = add_mark(desk, make_maker(), MarkType.SOURCE, (0, 5))
    desk = desk.apply(change)
    [capture] = desk.record.captures
    later = capture.model_copy(
        update={"version": other.version, "imported_at": NOON + timedelta(days=1)}
    )
    record = desk.record.model_copy(update={"captures": (capture, later)})
    asked: list[str] = []

    def read(version: str) -> object:
        asked.append(version)
        return other

    found = text_versions(desk.__class__(desk.article, record, desk.marks), read)

    assert [(v.version, v.marks, v.is_shown) for v in found] == [
        (other.version, 0, False),
        (desk.article.version, 1, True),
    ]
    assert asked == [other.version]
    assert found[0].encoding.name == "utf-8"
