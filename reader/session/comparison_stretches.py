"""What stands in a view of a comparison: its rows, and long stretches of them folded away."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from reader.model.comparison import Comparison, Row

CONTEXT: Final = 1
"""Unchanged rows that stay in sight beside one that changed."""
LEAST: Final = 3
"""Rows that it takes to fold them away: fewer are as quickly passed over."""


class Stretch(NamedTuple):
    """Rows that are folded away: `first` to `last`, half-open."""

    first: int
    last: int
    changed: bool
    """Whether something in them differs."""

    def __len__(self) -> int:
        return self.last - self.first


Entry = int | Stretch
"""The index of a row, or rows folded away."""


def entries(
    comparison: Comparison,
    *,
    touching_marks: bool = False,
    folded: bool = True,
    opened: Collection[int] = (),
) -> tuple[Entry, ...]:
    """What a view shows, in order.

    Args:
        comparison: as it is shown, kinds of format hidden or not.
        touching_marks: all but what touches a mark is folded away.
        folded: long stretches without a change are folded away.
        opened: the first rows of stretches that somebody has opened.
    """
    rows = comparison.rows
    if touching_marks:
        wanted, least = _which(rows, lambda row: bool(row.touched)), 1
    elif folded:
        wanted, least = _with_context(_which(rows, lambda row: bool(row.changes)), rows), LEAST
    else:
        return tuple(range(len(rows)))
    return tuple(_entries(rows, wanted, least, opened))


def differing(comparison: Comparison, found: Sequence[Entry]) -> tuple[int, ...]:
    """The places among the entries at which something differs."""
    rows = comparison.rows
    return tuple(
        at for at, entry in enumerate(found) if isinstance(entry, int) and rows[entry].changes
    )


def row_at(comparison: Comparison, side: str, offset: int) -> int | None:
    """The row in which a character stands.

    Args:
        comparison: of two versions.
        side: `old` or `new`.
        offset: in the page text of that version, in code points.
    """
    for at, row in enumerate(comparison.rows):
        if any(p.start <= offset < max(p.end, p.start + 1) for p in getattr(row, side)):
            return at
    return None


def _which(rows: Sequence[Row], lets: Callable[[Row], bool]) -> set[int]:
    return {at for at, row in enumerate(rows) if lets(row)}


def _with_context(wanted: set[int], rows: Sequence[Row]) -> set[int]:
    near = {at + by for at in wanted for by in range(-CONTEXT, CONTEXT + 1)}
    return near & set(range(len(rows)))


def _entries(
    rows: Sequence[Row], wanted: Collection[int], least: int, opened: Collection[int]
) -> Iterator[Entry]:
    for is_wanted, group in groupby(range(len(rows)), lambda at: at in wanted):
        found = list(group)
        if is_wanted or len(found) < least or found[0] in opened:
            yield from found
        else:
            changed = any(rows[at].changes for at in found)
            yield Stretch(found[0], found[-1] + 1, changed)
