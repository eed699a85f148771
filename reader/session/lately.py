"""What was marked, selected and linked to last in an open article: what one key goes by.

The last source is the source mark that was last marked, selected or linked to while the article
is open, and is still there. After the article is opened again nobody remembers; then it is the
nearest source that begins before the words in question, since that is how an article is read:
who was named last goes on speaking. Before the first source there is none.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from reader.model.annotations import Mark, Relation
from reader.model.vocabulary import MarkType, RelationType
from reader.session.edits import Change, Desk


@dataclass(frozen=True)
class Lately:
    """Ids of marks, the latest last. Some may be gone: what was undone, what was deleted."""

    sources: tuple[UUID, ...] = ()
    marked: tuple[UUID, ...] = ()

    def after(self, change: Change) -> Lately:
        """What is remembered after a change that somebody has just made (not undone)."""
        now = self
        for edit in change.edits:
            new = edit.after if edit.before is None else None
            if isinstance(new, Mark):
                now = replace(now, marked=_latest(now.marked, new.id)).noticing(new)
            elif isinstance(new, Relation) and new.type is RelationType.ATTRIBUTED_TO:
                now = replace(now, sources=_latest(now.sources, new.to.id))
        return now

    def noticing(self, mark: Mark) -> Lately:
        """What is remembered after a mark was selected."""
        if mark.type is not MarkType.SOURCE:
            return self
        return replace(self, sources=_latest(self.sources, mark.id))

    def last_source(self, desk: Desk, at: int) -> Mark | None:
        """Whose a claim at an offset would be. Code points of the page text."""
        known = (desk.seen.get(i) for i in reversed(self.sources))
        return next(filter(None, known), None) or _source_before(desk, at)

    def last_marked(self, desk: Desk) -> Mark | None:
        """The mark that was made last and is still there."""
        known = (desk.seen.get(i) for i in reversed(self.marked))
        return next(filter(None, known), None)

    def offered(self, sources: Iterable[Mark], to: Mark) -> list[Mark]:
        """Marks in the order in which they are likely to be meant by another.

        The one that was of interest last comes first; then those that begin before the words of
        the other, the nearest first, then those behind them.
        """
        last, at = self.sources[-1:], to.span.start if to.span else 0

        def unlikely(mark: Mark) -> tuple[bool, bool, int]:
            start = mark.span.start if mark.span else 0
            return mark.id not in last, start > at, abs(start - at)

        return sorted(sources, key=unlikely)


def _latest(ids: tuple[UUID, ...], mark_id: UUID) -> tuple[UUID, ...]:
    if ids[-1:] == (mark_id,):
        return ids
    return (*(i for i in ids if i != mark_id), mark_id)


def _source_before(desk: Desk, at: int) -> Mark | None:
    before = [
        (mark.span.start, mark)
        for mark in desk.here
        if mark.type is MarkType.SOURCE and mark.span is not None and mark.span.start <= at
    ]
    return max(before, key=lambda found: found[0])[1] if before else None
