"""Where the cells of a table go: a dense grid, however a page has spread them. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reader.model.article import Cell

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
