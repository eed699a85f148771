"""The use cases of placing: marks found in another text version, and what a person says of it.

An anchor's own version, offsets and words never change. Where it was found in another version is
added to its placements, and the last one counts; so does each decision of a person, which is kept
in the mark's history beside undo.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final
from uuid import UUID

from reader.anchoring.describe import describe
from reader.model.annotations import Anchor, Event, Mark, Placement
from reader.model.errors import Message
from reader.model.placing import Standing, placement_in
from reader.model.vocabulary import Role
from reader.session.edits import Change, Desk, Edit
from reader.session.maker import Maker, mark_of, named

BY_HAND: Final = "by_hand"
"""The evidence of a placement that a person has made."""


def attach(desk: Desk, _: Maker, found: Mapping[UUID, Placement]) -> Change:
    """Note where anchors were found in another version. Nobody is said to have edited the marks.

    Args:
        desk: as it is.
        found: anchor id -> its place. Ids that no mark has are passed over: the mark is gone.
    """
    edits = []
    for mark in desk.marks.values():
        if any(anchor.id in found for anchor in mark.anchors):
            anchors = tuple(_placed(a, found.get(a.id)) for a in mark.anchors)
            edits.append(Edit(mark, mark.model_copy(update={"anchors": anchors})))
    return named("change_attach", edits, n=len(edits))


def accept(desk: Desk, maker: Maker, mark_ids: Iterable[UUID]) -> Change:
    """Say of marks that they are where they were found; those that wait for nobody stay.

    Raises:
        SessionError: `mark_is_gone`.
    """
    edits = _decided(desk, maker, mark_ids, {Standing.REVIEW}, "place_accepted", _confirmed)
    return named("change_place_accepted", edits, n=len(edits), words=_first_words(edits))


def leave(desk: Desk, maker: Maker, mark_ids: Iterable[UUID]) -> Change:
    """Say of marks that the version shown does not have them. They stay on their own version.

    Raises:
        SessionError: `mark_is_gone`.
    """
    waiting = {Standing.REVIEW, Standing.MOVED, Standing.UNSOUGHT, Standing.ORPHAN}
    edits = _decided(desk, maker, mark_ids, waiting, "place_left", _absent)
    return named("change_place_left", edits, n=len(edits), words=_first_words(edits))


def respanned(desk: Desk, maker: Maker, mark: Mark, span: tuple[int, int]) -> tuple[Anchor, ...]:
    """The anchors of a mark that a person puts on other words of the version shown.

    Where it was made there, it is described anew, and where it stood in other versions is
    forgotten: these are other words. Else the place is added to its placements.
    """
    article, before = desk.article, mark.span
    others = tuple(a for a in mark.anchors if a.role is not Role.SPAN)
    if before is not None and before.version != article.version:
        return (_placed(before, _place(desk, maker, span)), *others)
    anchor_id = before.id if before else maker.new_id()
    return (
        describe(article.page_text, span, version=article.version, anchor_id=anchor_id),
        *others,
    )


_Decide = Callable[[Desk, Maker, Anchor], Placement | None]


def _decided(
    desk: Desk,
    maker: Maker,
    mark_ids: Iterable[UUID],
    standings: set[Standing],
    code: str,
    decide: _Decide,
) -> list[Edit]:
    edits: list[Edit] = []
    for mark in [mark_of(desk, i) for i in dict.fromkeys(mark_ids)]:
        if mark.span is None or desk.placing.standing[mark.id] not in standings:
            continue
        place = placement_in(mark.span, desk.article.version)
        if place is not None and place.decided_by == "user":
            continue  # it is said already
        anchors = tuple(_placed(a, decide(desk, maker, a)) for a in mark.anchors)
        what = Message(code=code, params={"words": desk.seen[mark.id].words})
        event = Event(at=maker.clock(), author=maker.author, what=what)
        history = (*mark.history, event)
        edits.append(Edit(mark, maker.changed(mark, anchors=anchors, history=history)))
    return edits


def _first_words(edits: Iterable[Edit]) -> str:
    return next((e.thing.words for e in edits if isinstance(e.thing, Mark)), "")


def _placed(anchor: Anchor, place: Placement | None) -> Anchor:
    if place is None:
        return anchor
    return anchor.model_copy(update={"placements": (*anchor.placements, place)})


def _confirmed(desk: Desk, maker: Maker, anchor: Anchor) -> Placement | None:
    """The last placement, as a person's; None where there is nothing to confirm."""
    place = placement_in(anchor, desk.article.version)
    if place is None or place.level != "review" or place.decided_by == "user":
        return None
    return place.model_copy(update={"decided_by": "user", "decided_at": maker.clock()})


def _absent(desk: Desk, maker: Maker, anchor: Anchor) -> Placement | None:
    if anchor.role is not Role.SPAN:
        return None
    return _place(desk, maker, None)


def _place(desk: Desk, maker: Maker, span: tuple[int, int] | None) -> Placement:
    """What a person says of the version shown: there it is, or it is not there."""
    start, end = span or (0, 0)
    return Placement(
        version=desk.article.version,
        start=start,
        end=end,
        level="exact" if span else "orphan",
        score=1,
        evidence=BY_HAND,
        decided_by="user",
        decided_at=maker.clock(),
    )
