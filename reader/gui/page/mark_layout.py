"""How marks share the text: what each looks like, and which lane it takes where marks overlap.

Pure: no pixel is known here. Offsets are code points of the page text, half-open.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from enum import StrEnum
from itertools import accumulate
from typing import TYPE_CHECKING, Final, Generic, NamedTuple, Protocol, TypeVar

from reader.model.vocabulary import MarkType, Naming, Status

if TYPE_CHECKING:
    from uuid import UUID

    from reader.model.annotations import Mark
    from reader.model.library import Code, Codebook
from reader.model.kinds import Standing

LANES: Final = 3
"""As many overlapping marks of one family are told apart."""


class Shape(StrEnum):
    """The form of a mark. Forms differ without their colours, for eyes that miss those."""

    SOLID = "solid"
    """A source that is identified: a filled box."""
    HATCHED = "hatched"
    """A source that is not: a hatched box with a broken edge."""
    BAND = "band"
    """A highlight: a marker pen's stroke over the lower half of the letters."""
    LINE = "line"
    """A claim: a line below the letters."""
    NOTE = "note"
    """A note: a fine dotted line, and a sign in the margin."""
    WAITING = "waiting"
    """Any mark that was found here and that nobody has confirmed: an empty box of thick dashes."""


class Stroke(StrEnum):
    """How a line is drawn."""

    SOLID = "solid"
    HEAVY = "heavy"
    DASHED = "dashed"
    DASH_DOT = "dash_dot"
    DOUBLE = "double"
    CLOSED = "closed"
    FAINT = "faint"


_FAMILIES: Final = {
    Shape.SOLID: "fill",
    Shape.HATCHED: "fill",
    Shape.BAND: "band",
    Shape.LINE: "line",
    Shape.NOTE: "line",
    Shape.WAITING: "waiting",
}
"""Marks of one family stand in one another's way."""

_STROKES: Final = {
    Status.NEW: Stroke.SOLID,
    Status.CHOSEN: Stroke.HEAVY,
    Status.IN_PROGRESS: Stroke.DASHED,
    Status.AWAITING_RESPONSE: Stroke.DASH_DOT,
    Status.REVIEW: Stroke.DOUBLE,
    Status.CONCLUDED: Stroke.CLOSED,
    Status.DROPPED: Stroke.FAINT,
}


class PaintedMark(NamedTuple):
    """A mark as the view paints it."""

    id: UUID
    start: int
    end: int
    shape: Shape
    colour: str
    """A role of the theme, or the `#rrggbb` of a code."""
    stroke: Stroke = Stroke.SOLID
    label: str = ""
    """Plain text, shown when the pointer rests on the mark."""
    moved: bool = False
    """Its words stood elsewhere in the version that it was made on: a sign tells so."""


def painted(
    mark: Mark,
    codebook: Codebook,
    *,
    naming: Naming | None = None,
    label: str = "",
    standing: Standing = Standing.HERE,
) -> PaintedMark | None:
    """How a mark is painted; None for a source without words of its own.

    Args:
        mark: stands on the version of the text that is shown.
        codebook: gives a highlight its colour, by the first of its codes that is known.
        naming: of a source, as resolved on its entity; None: as this mention has it.
        label: see `PaintedMark`.
        standing: of the mark in that version: it has a place there.
    """
    if mark.span is None:
        return None
    shape, colour, stroke = _look(mark, codebook, naming)
    if standing is Standing.REVIEW:
        shape, colour, stroke = Shape.WAITING, "waiting", Stroke.SOLID
    moved, span = standing is Standing.MOVED, mark.span
    return PaintedMark(mark.id, span.start, span.end, shape, colour, stroke, label, moved)


def look_of_status(status: Status) -> tuple[str, Stroke]:
    """The colour, as a role of the theme, and the stroke of a claim's line."""
    return "claim_dropped" if status is Status.DROPPED else "claim", _STROKES[status]


def _look(mark: Mark, codebook: Codebook, naming: Naming | None) -> tuple[Shape, str, Stroke]:
    if mark.type is MarkType.SOURCE:
        if (naming or mark.source.naming).is_identified:
            return Shape.SOLID, "source_identified", Stroke.SOLID
        return Shape.HATCHED, "source_anonymous", Stroke.SOLID
    if mark.type is MarkType.CLAIM:
        return Shape.LINE, *look_of_status(mark.claim.status)
    if mark.type is MarkType.NOTE:
        return Shape.NOTE, "note", Stroke.SOLID
    codes: Iterator[Code] = filter(None, map(codebook.code, mark.codes))
    return Shape.BAND, next((c.colour for c in codes), "highlight"), Stroke.SOLID


class HasSpan(Protocol):
    """Anything that covers a span of the page."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


T = TypeVar("T", bound=HasSpan)


class SpanIndex(Generic[T]):
    """Things on the page by their spans: those that overlap a span are found in O(log n)."""

    def __init__(self, items: Iterable[T] = ()) -> None:
        self._put(sorted(items, key=lambda i: (i.start, -i.end)))

    def _put(self, items: Sequence[T]) -> None:
        self.items = items
        self._starts = [i.start for i in self.items]
        # The furthest end so far never falls, so the first item that can reach a place is found
        # by bisection too.
        self._reach = list(accumulate((i.end for i in self.items), max))

    def overlapping(self, start: int, end: int) -> list[T]:
        """The items that share a character with the span, outermost first."""
        first = bisect_right(self._reach, start)
        last = bisect_left(self._starts, end)
        return [i for i in self.items[first:last] if i.end > start]


class MarkIndex(SpanIndex[PaintedMark]):
    """The marks of one text, each with its lane."""

    def __init__(self, marks: Iterable[PaintedMark] = ()) -> None:
        super().__init__(sorted(marks, key=lambda m: m.id.int))
        self.lanes = assign_lanes(self.items)
        self._by_id = {m.id: m for m in self.items}

    def changed(self, gone: Iterable[UUID], come: Iterable[PaintedMark]) -> MarkIndex:
        """The index without some marks and with others. Only around them lanes change."""
        new, items = copy(self), list(self.items)
        new.lanes, new._by_id = dict(self.lanes), dict(self._by_id)
        left = [mark for i in gone if (mark := new._by_id.pop(i, None))]
        for mark in left:
            del items[bisect_left(items, _order(mark), key=_order)]
            del new.lanes[mark.id]
        came = tuple(come)
        for mark in came:
            insort(items, mark, key=_order)
            new._by_id[mark.id] = mark
        new._put(items)
        for mark in (*left, *came):
            new.lanes.update(assign_lanes(new._cluster(mark)))
        return new

    def _cluster(self, mark: PaintedMark) -> Sequence[PaintedMark]:
        """All marks that are tied to one by overlaps, of whatever family: no other touches them."""
        first = bisect_right(self._reach, mark.start)
        while 0 < first < len(self.items) and self._reach[first - 1] > self._starts[first]:
            first -= 1
        last = bisect_left(self._starts, mark.end)
        while 0 < last < len(self.items) and self._reach[last - 1] > self._starts[last]:
            last += 1
        return self.items[first:last]

    def get(self, mark_id: UUID) -> PaintedMark | None:
        return self._by_id.get(mark_id)


def _order(mark: PaintedMark) -> tuple[int, int, int]:
    return mark.start, -mark.end, mark.id.int


def assign_lanes(marks: Iterable[PaintedMark]) -> dict[UUID, int]:
    """The lane of each mark: 0 for the outermost, at most `LANES` - 1.

    Args:
        marks: in order of their start, and the longer first where they start together.

    Marks of one family that overlap get lanes of their own as long as there are any; a mark keeps
    its lane over its whole length, so that it is one shape from end to end.
    """
    taken: dict[str, list[int]] = {}
    lanes: dict[UUID, int] = {}
    for mark in marks:
        ends = taken.setdefault(_FAMILIES[mark.shape], [0] * LANES)
        free = (lane for lane, end in enumerate(ends) if end <= mark.start)
        lane = next(free, LANES - 1)
        ends[lane] = max(ends[lane], mark.end)
        lanes[mark.id] = lane
    return lanes
