"""From one list of marks to another in the fewest steps: which rows go, which come.

What stays in both, in one order, is not touched: a list of a thousand keeps its place.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import groupby
from uuid import UUID

Run = tuple[int, int]
"""First and last of rows that follow each other."""


def steps(old: Sequence[UUID], new: Sequence[UUID]) -> tuple[list[Run], list[Run]]:
    """The rows of the old list that go, and those of the new one that come."""
    same = zip(old, new, strict=False)
    head = next((n for n, (one, other) in enumerate(same) if one != other), min(len(old), len(new)))
    room = min(len(old), len(new)) - head
    ends = zip(reversed(old), reversed(new), strict=False)
    tail = next((n for n, (one, other) in enumerate(ends) if one != other or n == room), room)
    left, came = old[head : len(old) - tail], new[head : len(new) - tail]
    stay = _staying(left, came)
    go = _runs(head + n for n, mark_id in enumerate(left) if mark_id not in stay)
    come = _runs(head + n for n, mark_id in enumerate(came) if mark_id not in stay)
    return go, come


def _staying(old: Sequence[UUID], new: Sequence[UUID]) -> set[UUID]:
    """The most ids that stand in both lists in one order: the longest rising row of places."""
    places = {mark_id: place for place, mark_id in enumerate(new)}
    lasts: list[int] = []  # the lowest last place of a row of each length
    before: dict[int, int | None] = {}
    for mark_id in old:
        place = places.get(mark_id)
        if place is None:
            continue
        at = bisect_left(lasts, place)
        before[place] = lasts[at - 1] if at else None
        lasts[at : at + 1] = [place]
    stay: set[UUID] = set()
    at_place = lasts[-1] if lasts else None
    while at_place is not None:
        stay.add(new[at_place])
        at_place = before[at_place]
    return stay


def _runs(rows: Iterable[int]) -> list[Run]:
    runs: list[Run] = []
    for _, run in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
        places = [row for _, row in run]
        runs.append((places[0], places[-1]))
    return runs
