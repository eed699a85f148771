"""Tables: data or layout, and where the cells stand."""

from __future__ import annotations

import pytest
from lxml import etree

from reader.ingest.tables import Grid
from reader.model.article import BlockKind, Cell
from tests.support.readings import drafts, texts


def cells(html: str) -> list[tuple[str, Cell | None]]:
    return [(d.text, d.cell) for d in drafts(html)]


def test_cells_have_rows_and_columns() -> None:
    html = "<table><caption>ع</caption><tr><th>أ<th>ب<tr><td>ج<td>د</table>"
    assert cells(html) == [
        ("ع", None),
        ("أ", Cell(table=0, row=0, column=0, header=True)),
        ("ب", Cell(table=0, row=0, column=1, header=True)),
        ("ج", Cell(table=0, row=1, column=0)),
        ("د", Cell(table=0, row=1, column=1)),
    ]


def test_spans_move_the_cells_after_them() -> None:
    html = "<table><tr><td rowspan=2>أ<td colspan=2>ب<tr><td>ج<td>د</table>"
    places = [(text, c.row, c.column, c.rowspan, c.colspan) for text, c in cells(html) if c]
    assert places == [
        ("أ", 0, 0, 2, 1),
        ("ب", 0, 1, 1, 2),
        ("ج", 1, 1, 1, 1),
        ("د", 1, 2, 1, 1),
    ]


@pytest.mark.parametrize("span", ["100000", "0", "-1", "x", ""])
def test_spans_are_clamped(span: str) -> None:
    html = f"<table><tr><td rowspan='{span}'>أ<td>ب</table>"
    spans = [c.rowspan for _, c in cells(html) if c]
    assert spans == [100 if span == "100000" else 1, 1]


def test_cells_past_the_last_column_are_paragraphs() -> None:
    html = "<table><tr><td colspan=100>أ<td>ب</table>"
    assert [(d.kind, d.text) for d in drafts(html)] == [
        (BlockKind.CELL, "أ"),
        (BlockKind.PARAGRAPH, "ب"),
    ]


def test_a_cell_is_one_block_with_line_breaks() -> None:
    html = (
        "<table><tr><td><p>أ</p><p>ب<span hidden>خ</span></p><div hidden>ف</div><hr>"
        "<ul><li>ج</ul><td>د</table>"
    )
    assert [(d.kind.value, d.text, d.reason) for d in drafts(html)] == [
        ("cell", "أ\u2028ب\u2028ج", ""),
        ("cell", "خ", "hidden"),
        ("cell", "ف", "hidden"),
        ("rule", "", ""),
        ("cell", "د", ""),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "<table role=presentation><tr><td>أ<td>ب</table>",
        "<table><tr><td>أ<tr><td>ب</table>",
        "<table><tr><td><h2>أ</h2><td>ب</table>",
        f"<table><tr><td>{'أ ' * 400}<td>ب</table>",
        "<table><tr><td><p>أ</p><p>ت</p><p>ث</p><td>ب</table>",
    ],
)
def test_a_table_that_lays_out_gives_plain_blocks(table: str) -> None:
    assert [c for _, c in cells(table) if c] == []
    assert texts(table)[-1] == "ب"


def test_a_table_around_another_is_layout_and_the_inner_one_counts() -> None:
    html = "<table><tr><td>أ<table><tr><td>ب<td>ج</table><td>د</table><table><tr><td>ه<td>و</table>"
    assert [(text, c and (c.table, c.row, c.column)) for text, c in cells(html)] == [
        ("أ", None),
        ("ب", (0, 0, 0)),
        ("ج", (0, 0, 1)),
        ("د", None),
        ("ه", (1, 0, 0)),
        ("و", (1, 0, 1)),
    ]


def test_stray_rows_and_cells_are_plain_blocks() -> None:
    assert cells("<div><td>أ</td></div>") == [("أ", None)]


def test_a_cell_before_any_row_stands_in_the_first() -> None:

    assert Grid(0).place(etree.Element("td")) == Cell(table=0, row=0, column=0)
