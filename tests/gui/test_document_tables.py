"""The dense grid of a table."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.gui.page.document_tables import MAX_CELLS, Place, dense_grid
from reader.model.article import Cell


def cell(row: int, column: int, rows: int = 1, columns: int = 1) -> Cell:
    return Cell(table=0, row=row, column=column, rowspan=rows, colspan=columns)


CELLS = st.builds(
    cell, st.integers(0, 200), st.integers(0, 99), st.integers(1, 100), st.integers(1, 100)
)


def test_rows_and_columns_in_which_nothing_starts_are_left_out():
    grid = dense_grid([cell(3, 0), cell(3, 50), cell(90, 0)])
    assert (grid.rows, grid.columns) == (2, 2)
    assert grid.places[3, 50] == Place(row=0, column=1, rows=1, columns=1)


def test_a_span_counts_only_the_columns_that_are_left():
    grid = dense_grid([cell(0, 0, columns=100), cell(1, 0), cell(1, 40)])
    assert grid.places[0, 0].columns == 2


def test_a_single_wide_column_is_no_table():
    assert dense_grid([cell(0, 0, columns=100), cell(1, 0, columns=100)]) is None


def test_a_table_of_too_many_cells_is_no_table():
    assert dense_grid([cell(row, row % 100) for row in range(MAX_CELLS // 100 + 1)]) is not None
    assert dense_grid([cell(row, row % 100) for row in range(200)]) is None


def test_cells_that_overlap_are_no_table():
    assert dense_grid([cell(0, 0, rows=2, columns=2), cell(1, 1), cell(0, 5)]) is None


def test_a_cell_of_several_blocks_has_one_place():
    grid = dense_grid([cell(0, 0), cell(0, 0), cell(0, 1)])
    assert len(grid.places) == 2


@given(st.lists(CELLS, max_size=12))
def test_every_cell_has_a_place_inside_the_grid_that_no_other_covers(cells):
    grid = dense_grid(cells)
    if grid is None:
        return
    assert set(grid.places) == {(c.row, c.column) for c in cells}
    covered = [
        (p.row + r, p.column + c)
        for p in grid.places.values()
        for r in range(p.rows)
        for c in range(p.columns)
    ]
    assert len(covered) == len(set(covered))
    assert all(r < grid.rows and c < grid.columns for r, c in covered)
