"""How a mark came to stand where it does in the version shown, for the inspector."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from reader.model.annotations import Event, Placement
from reader.model.library import ArticleFile
from reader.session.edits import Desk
from reader.session.placing import BY_HAND
from reader.session.reviewing import place_here


@dataclass(frozen=True)
class Whereabouts:
    """Where a mark was made, and how it was placed in the version shown."""

    made_on: datetime | None
    """When the version that it was made on came in; None: not known."""
    words: str
    """As it was made."""
    place: Placement | None
    """None: it was made on the version shown, or was not looked for there."""
    history: tuple[Event, ...]
    """What was decided on it, the oldest first."""

    @property
    def is_by_hand(self) -> bool:
        return self.place is not None and self.place.evidence == BY_HAND


def came_in(record: ArticleFile, version: str) -> datetime | None:
    """When a text version came in last; None: the article has no such version."""
    captures = reversed(record.captures)
    return next((c.imported_at for c in captures if c.version == version), None)


def whereabouts(desk: Desk, mark_id: UUID) -> Whereabouts | None:
    """What there is to be said of where a mark stands; None: nothing, it never was elsewhere."""
    mark = desk.marks.get(mark_id)
    if mark is None or mark.span is None:
        return None
    is_elsewhere = mark.span.version != desk.article.version
    if not is_elsewhere and not mark.history:
        return None
    place = place_here(desk, mark_id) if is_elsewhere else None
    made_on = came_in(desk.record, mark.span.version) if is_elsewhere else None
    return Whereabouts(made_on, mark.words if is_elsewhere else "", place, mark.history)
