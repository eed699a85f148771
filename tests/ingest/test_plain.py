"""Plain text."""

from __future__ import annotations

import pytest

from reader.ingest.page import Reading
from reader.ingest.plain import read_text
from reader.model.article import BlockKind, BlockState, Counted, Direction


def texts(reading: Reading) -> list[str]:
    return [reading.page_text[block.start : block.end] for block in reading.blocks]


def test_empty_lines_part_paragraphs_and_other_line_ends_are_kept() -> None:
    reading = read_text("الأول.\r\n\r\n  الثاني \nتتمة\r\n \t\r\n\r\nالثالث\n")
    assert texts(reading) == ["الأول.", "الثاني\u2028تتمة", "الثالث"]
    assert reading.page_text == "\n".join(texts(reading))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_without_empty_lines_each_line_is_a_paragraph(end: str) -> None:
    assert texts(read_text(f"الأول{end}الثاني{end}")) == ["الأول", "الثاني"]


def test_everything_is_shown() -> None:
    reading = read_text("أ\n\nب")
    assert {block.state for block in reading.blocks} == {BlockState.SURE}
    assert [block.id for block in reading.blocks] == ["b0", "b1"]


def test_a_first_line_that_stands_alone_is_the_title() -> None:
    reading = read_text("عنوان الخبر\n\nنص الخبر.")
    assert (reading.metadata.title, reading.metadata.title_from) == ("عنوان الخبر", "first_line")
    assert [block.kind for block in reading.blocks] == [BlockKind.TITLE, BlockKind.PARAGRAPH]


@pytest.mark.parametrize(
    "text",
    ["نص فقط", "سطر\nسطر", "جملة كاملة.\n\nنص", "سطر\nسطر\n\nنص", "كلمة " * 50 + "\n\nنص", ""],
)
def test_other_first_lines_are_no_title(text: str) -> None:
    reading = read_text(text)
    assert reading.metadata.title == ""
    assert BlockKind.TITLE not in {block.kind for block in reading.blocks}


def test_directions_follow_the_letters() -> None:
    reading = read_text("خبر من بغداد اليوم\n\nReuters\n\nقال BBC\n\n2021")
    assert reading.dir is Direction.RTL
    assert [block.dir for block in reading.blocks] == ["rtl", "ltr", "rtl", "rtl"]


def test_an_english_text_runs_from_left_to_right() -> None:
    reading = read_text("News from Baghdad (بغداد)\n\nبغداد")
    assert [reading.dir, *(block.dir for block in reading.blocks)] == ["ltr", "ltr", "rtl"]


def test_foreign_characters_are_changed_and_counted() -> None:
    reading = read_text("أ\u2028ب\x00ج")
    assert reading.page_text == "أ بج"
    assert set(reading.removed) == {
        Counted(code="char_line_separator", count=1),
        Counted(code="char_control", count=1),
    }
