"""What stands beside the text, by its pixels."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect

from reader.gui.page.reading_view import ReadingView
from reader.model.article import Article, BlockKind, BlockState, Cell, Direction, Image
from tests.support.pages import Row, an_article, find
from tests.support.pixels import changed, grabbed, rows

RTL, LTR = Direction.RTL, Direction.LTR


def rect_of(view: ReadingView, article: Article, words: str) -> QRect:
    return view.span_rect(*find(article, words)).translated(-view.viewport().pos())


def beside(view: ReadingView, article: Article, words: str) -> tuple[int, int]:
    """How many pixels differ from the page at the left and at the right of a line's words."""
    text = rect_of(view, article, words).adjusted(-2, 0, 2, 0)
    lines = rows(grabbed(view))
    page = lines[2][2]
    left = right = 0
    for line in lines[text.top() : text.bottom()]:
        left += sum(1 for pixel in line[: text.left()] if pixel != page)
        right += sum(1 for pixel in line[text.right() :] if pixel != page)
    return left, right


@pytest.mark.parametrize(
    "row",
    [
        pytest.param({"kind": BlockKind.LIST_ITEM, "level": 1}, id="bullet"),
        pytest.param({"kind": BlockKind.LIST_ITEM, "level": 1, "ordinal": 12}, id="number"),
        pytest.param({"kind": BlockKind.QUOTE}, id="quotation"),
        pytest.param({"state": BlockState.DROPPED}, id="left out"),
    ],
)
@pytest.mark.parametrize(("words", "direction"), [("كلمة", RTL), ("word", LTR)])
def test_signs_of_a_block_stand_where_its_reading_begins(page, row, words, direction):
    article = an_article(Row("x", dir=direction), Row(words, dir=direction, **row))
    left, right = beside(page(article, everything=True), article, words)
    assert (right > 0, left > 0) == (direction is RTL, direction is LTR)


def test_a_plain_paragraph_has_nothing_beside_it(page):
    article = an_article("عنوان", "كلمة")
    assert beside(page(article), article, "كلمة") == (0, 0)


def test_a_number_reads_from_the_right_in_arabic(page):
    """The dot after the number stands at its left, next to the text."""
    article = an_article(Row("كلمة", BlockKind.LIST_ITEM, level=1, ordinal=1))
    view = page(article)
    text = rect_of(view, article, "كلمة")
    lines = rows(grabbed(view))
    page_colour = lines[2][2]
    ink = [
        (x, y)
        for y in range(text.top(), text.bottom())
        for x in range(text.right() + 3, view.viewport().width())
        if lines[y][x] != page_colour
    ]
    leftmost = min(x for x, _ in ink)
    dot = [y for x, y in ink if x <= leftmost + 1]
    digit = [y for x, y in ink if x > leftmost + 5]
    assert max(dot) - min(dot) < max(digit) - min(digit)


def test_a_rule_is_a_line_between_two_blocks(page):
    article = an_article("أول", Row(kind=BlockKind.RULE), "ثانٍ")
    view = page(article)
    plain = grabbed(page(an_article("أول", "ثانٍ")))
    above, below = rect_of(view, article, "أول"), rect_of(view, article, "ثانٍ")
    drawn = {y for _, y in changed(plain, grabbed(view)) if above.bottom() < y < below.top()}
    assert drawn


def test_an_image_that_is_not_there_has_a_frame_as_wide_as_the_column(page):
    image = Image(source="https://a.example/x.jpg", alt="صورة الموقع")
    article = an_article("قبل", Row(kind=BlockKind.IMAGE, image=image), "بعد")
    view = page(article)
    words = rect_of(view, article, "قبل")
    text = [line for y, line in enumerate(rows(grabbed(view))) if y > words.bottom()]
    columns = [x for line in text for x, pixel in enumerate(line) if pixel != line[2]]
    gutter, width = view._style.gutter, view.viewport().width()
    assert min(columns) <= gutter + 6
    assert max(columns) >= width - gutter - 6


def test_the_rows_of_a_table_are_ruled_off(page):
    cells = [
        Row(text, BlockKind.CELL, cell=Cell(table=0, row=i // 2, column=i % 2))
        for i, text in enumerate(["البلد", "العدد", "مصر", "30"])
    ]
    article = an_article("قبل", *cells)
    view = page(article)
    border = view._style.theme.colour("border").rgb()
    above, below = rect_of(view, article, "البلد"), rect_of(view, article, "مصر")
    lines = [y for y, line in enumerate(rows(grabbed(view))) if line.count(border) > 300]
    assert len(lines) == 1
    assert above.center().y() < lines[0] < below.center().y()


def test_a_row_of_a_table_that_is_partly_above_the_screen_is_still_painted(page):
    texts = ["كلام " * 60, "قصير", "بعده", "وبعده"]
    cells = [
        Row(text, BlockKind.CELL, cell=Cell(table=0, row=i // 2, column=i % 2))
        for i, text in enumerate(texts)
    ]
    view = page(an_article("قبل", *cells, *["سطر"] * 40))
    document = view.document()
    long = document.findBlock(document.table.position(5))
    end = document.documentLayout().blockBoundingRect(long).bottom() - 10
    shown = document.blocks_between(end, end + 700)
    assert long.blockNumber() in [block.blockNumber() for block, _, _ in shown]
