"""What waits for a person: marks found in the version shown but for some doubt, or not found."""

from __future__ import annotations

from uuid import UUID

from reader.model.annotations import Placement
from reader.model.placing import Standing, placement_in
from reader.session.edits import Desk


def waiting(desk: Desk) -> tuple[UUID, ...]:
    """The marks that wait for a person and those that were not found, in reading order.

    What a person has said to be absent waits for nobody.
    """
    count = desk.placing.count
    if not count[Standing.REVIEW] and not count[Standing.ORPHAN]:
        return ()
    marks = desk.placing.of(Standing.REVIEW, Standing.ORPHAN)
    return tuple(mark.id for mark in marks if not is_decided(desk, mark.id))


def anything_waits(desk: Desk) -> bool:
    """Whether any mark is `waiting`; asked for at every turn, so answered at once where it can."""
    count = desk.placing.count
    return bool(count[Standing.REVIEW]) or (bool(count[Standing.ORPHAN]) and bool(waiting(desk)))


def is_decided(desk: Desk, mark_id: UUID) -> bool:
    """Whether a person has said where a mark stands in the version shown, or that it does not."""
    place = place_here(desk, mark_id)
    return place is not None and place.decided_by == "user"


def place_here(desk: Desk, mark_id: UUID) -> Placement | None:
    """Where the mark was placed last in the version shown; None: it was made there, or unsought."""
    mark = desk.marks.get(mark_id)
    span = mark.span if mark else None
    return placement_in(span, desk.article.version) if span else None
