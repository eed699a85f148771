"""Tables: a dense grid, however a page has spread its cells, and the QTextTable of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCursor,
    QTextLength,
    QTextTable,
    QTextTableCell,
    QTextTableFormat,
)

from reader.gui.page.document_style import Style, Trait

if TYPE_CHECKING:
    from reader.model.seen import Cell

MAX_CELLS: Final = 3_000
"""Beyond this a table is set as paragraphs: Qt lays out a table whole, before it is seen."""


@dataclass(frozen=True, slots=True)
class Place:
    """A cell in the dense grid. Columns count from the reading edge."""

    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True)
class Grid:
    """A table as it is laid out: each cell given has a place."""

    rows: int
    columns: int
    places: dict[tuple[int, int], Place]
    """(row, column) as the page has them -> the place."""

    def column(self, place: Place, *, rtl: bool) -> int:
        """The column that Qt lays the place out in: from the left, whatever the direction."""
        return self.columns - place.column - place.columns if rtl else place.column


def dense_grid(cells: Sequence[Cell]) -> Grid | None:
    """The cells without the rows and columns in which none starts.

    None where a grid serves nobody: a single column, too many cells, or cells that overlap.
    """
    rows = {row: i for i, row in enumerate(sorted({c.row for c in cells}))}
    columns = {column: i for i, column in enumerate(sorted({c.column for c in cells}))}
    if len(columns) < 2 or len(rows) * len(columns) > MAX_CELLS:
        return None
    places: dict[tuple[int, int], Place] = {}
    taken: set[tuple[int, int]] = set()
    for cell in cells:
        place = Place(
            rows[cell.row],
            columns[cell.column],
            sum(1 for r in rows if cell.row <= r < cell.row + cell.rowspan),
            sum(1 for c in columns if cell.column <= c < cell.column + cell.colspan),
        )
        if places.setdefault((cell.row, cell.column), place) is not place:
            continue  # a second block of the same cell
        covered = {
            (place.row + r, place.column + c)
            for r in range(place.rows)
            for c in range(place.columns)
        }
        if covered & taken:
            return None
        taken |= covered
    return Grid(len(rows), len(columns), places)


def insert_table(cursor: QTextCursor, grid: Grid, style: Style, *, rtl: bool) -> QTextTable:
    """An empty table for a grid, as wide as the column, its spans merged."""
    form = QTextTableFormat()
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    form.setCellPadding(style.cell_padding)
    form.setCellSpacing(0)
    form.setBorder(0)
    form.setBorderCollapse(True)
    form.setTopMargin(style.em * 0.3)
    form.setBottomMargin(style.em * 0.8)
    table = cursor.insertTable(grid.rows, grid.columns, form)
    for place in grid.places.values():
        if place.rows > 1 or place.columns > 1:
            column = grid.column(place, rtl=rtl)
            table.mergeCells(place.row, column, place.rows, place.columns)
    return table


def rule_off(cell: QTextTableCell) -> None:
    """Have a cell set off from the row above it: the painter draws the line."""
    form = QTextBlockFormat()
    form.setProperty(Trait.RULED_OFF, True)
    cell.firstCursorPosition().mergeBlockFormat(form)
