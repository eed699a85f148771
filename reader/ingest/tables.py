"""Tables: which of them hold data rather than lay out the page, and where each cell stands."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from reader.model.article import Cell

MAX_SPAN: Final = 100
_MAX_COLUMNS: Final = 100
_MAX_CELL_CHARS: Final = 600
_MAX_CELL_PARAGRAPHS: Final = 3
_NOT_DATA: Final = ("h1", "h2", "h3", "article", "section", "form", "main", "nav", "blockquote")
_NUMBER: Final = re.compile(r"\s*(\d{1,4})")


def data_tables(body: etree._Element) -> set[etree._Element]:
    """The tables that hold data: a table around another, around prose or of one column does not.

    Linear in the page: only innermost tables are looked into.
    """
    tables = list(body.iter("table"))
    outer = {next(t.iterancestors("table"), None) for t in tables}
    return {t for t in tables if t not in outer and _holds_data(t)}


def _holds_data(table: etree._Element) -> bool:
    if table.get("role", "") in ("presentation", "none"):
        return False
    if next(table.iter(*_NOT_DATA), None) is not None:
        return False
    columns = (sum(1 for cell in row if cell.tag in ("td", "th")) for row in table.iter("tr"))
    return max(columns, default=0) > 1 and not any(map(_is_prose, table.iter("td")))


def _is_prose(cell: etree._Element) -> bool:
    if sum(1 for _ in cell.iter("p")) >= _MAX_CELL_PARAGRAPHS:
        return True
    return sum(map(len, cell.itertext())) > _MAX_CELL_CHARS


def _span(element: etree._Element, name: str) -> int:
    found = _NUMBER.match(element.get(name, ""))
    return max(1, min(int(found[1]), MAX_SPAN)) if found else 1


class Grid:
    """Gives the cells of one table their rows and columns, by the row and column spans."""

    def __init__(self, table: int) -> None:
        self._table = table
        self._row = -1
        self._column = 0
        self._busy_until = [0] * _MAX_COLUMNS  # per column: the first row that is free

    def next_row(self) -> None:
        self._row += 1
        self._column = 0

    def place(self, element: etree._Element) -> Cell | None:
        """The place of a `td` or `th`; None past the last column that a table may have."""
        row = max(self._row, 0)
        column = self._column
        while column < _MAX_COLUMNS and self._busy_until[column] > row:
            column += 1
        if column == _MAX_COLUMNS:
            return None
        rows, columns = _span(element, "rowspan"), _span(element, "colspan")
        columns = min(columns, _MAX_COLUMNS - column)
        self._busy_until[column : column + columns] = [row + rows] * columns
        self._column = column + columns
        return Cell(
            table=self._table,
            row=row,
            column=column,
            rowspan=rows,
            colspan=columns,
            header=element.tag == "th",
        )
