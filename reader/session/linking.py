"""The use cases of linking: who says a claim, and what else relates."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from textwrap import shorten
from typing import Final
from uuid import UUID

from reader.model.annotations import Attribution, Claim, End, Hop, Relation
from reader.model.errors import Message
from reader.model.vocabulary import MarkType, RelationType
from reader.session import defaults
from reader.session.edits import Change, Desk, Edit
from reader.session.errors import SessionError
from reader.session.maker import Maker, mark_of, named, with_fields

_SAID: Final = 48
"""Of words in a sentence, in code points."""

BETWEEN_CLAIMS: Final = (
    RelationType.RESTATES,
    RelationType.CORROBORATED_BY,
    RelationType.CONTRADICTED_BY,
    RelationType.QUALIFIES,
    RelationType.UPDATES,
    RelationType.EVIDENCE_FOR,
    RelationType.EVIDENCE_AGAINST,
    RelationType.SAME_CLAIM,
)
"""How two claims of one article may relate."""


def link(desk: Desk, maker: Maker, claim_id: UUID, source_id: UUID) -> tuple[Change, Relation]:
    """Attribute a claim to a source mention.

    Raises:
        SessionError: `link_needs_claim_and_source`; `already_linked`.
    """
    claim, source = mark_of(desk, claim_id), mark_of(desk, source_id)
    if (claim.type, source.type) != (MarkType.CLAIM, MarkType.SOURCE):
        raise SessionError("link_needs_claim_and_source")
    if any(r.to.id == source_id for r in attributions(desk, claim_id)):
        raise SessionError("already_linked")
    span = desk.seen[claim_id].span if desk.placing.standing[claim_id].has_place else None
    how = defaults.directness(desk.article, span.start, span.end) if span else None
    relation = Relation(
        **maker.stamp(),
        type=RelationType.ATTRIBUTED_TO,
        from_=End(id=claim_id),
        to=End(id=source_id),
        attribution=Attribution(directness=how),
    )
    params = {"claim": claim.words, "source": source.words}
    return named("change_link", [Edit(None, relation)], **params), relation


def relate(
    desk: Desk, maker: Maker, kind: RelationType, from_id: UUID, to_id: UUID
) -> tuple[Change, Relation]:
    """Relate two marks in another way than attribution.

    Raises:
        SessionError: `relates_to_itself`; `already_linked`.
    """
    if from_id == to_id:
        raise SessionError("relates_to_itself")
    ends = mark_of(desk, from_id), mark_of(desk, to_id)
    if any(
        (r.type, r.from_.id, r.to.id) == (kind, from_id, to_id) for r in desk.relations.values()
    ):
        raise SessionError("already_linked")
    relation = Relation(**maker.stamp(), type=kind, from_=End(id=from_id), to=End(id=to_id))
    edits = [Edit(None, relation)]
    return named("change_relate", edits, words=ends[0].words, other=ends[1].words), relation


def edit_link(desk: Desk, maker: Maker, relation_id: UUID, **fields: object) -> Change:
    """Change fields of an attribution: `directness`, `polarity`, `chain`.

    Raises:
        SessionError: `link_is_gone`; `value_not_valid`.
    """
    relation = _relation(desk, relation_id)
    attribution = relation.attribution or Attribution()
    after = maker.changed(relation, attribution=with_fields(attribution, fields))
    return named("change_edit_link", [Edit(relation, after)])


def unlink(desk: Desk, relation_ids: Iterable[UUID]) -> Change:
    """Take relations away.

    Raises:
        SessionError: `link_is_gone`.
    """
    return named("change_unlink", [Edit(_relation(desk, i), None) for i in relation_ids])


def _relation(desk: Desk, relation_id: UUID) -> Relation:
    relation = desk.relations.get(relation_id)
    if relation is None:
        raise SessionError("link_is_gone")
    return relation


def dangling(desk: Desk, mark_ids: Iterable[UUID]) -> list[Relation]:
    """The relations that would go with these marks."""
    ids = set(mark_ids)
    return [r for r in desk.relations.values() if r.from_.id in ids or r.to.id in ids]


def what_goes(desk: Desk, mark_ids: Iterable[UUID]) -> Message | None:
    """What would go with these marks beside themselves, said once they are gone; None: nothing."""
    gone = [mark for i in dict.fromkeys(mark_ids) if (mark := desk.marks.get(i))]
    links = len(dangling(desk, (mark.id for mark in gone)))
    bodies = [mark.body for mark in gone]
    work = any(isinstance(b, Claim) and (b.verdicts or b.evidence or b.contacts) for b in bodies)
    if not (links or work):
        return None
    if len(gone) > 1:
        return Message(code="deleted_marks_with_links", params={"n": links, "marks": len(gone)})
    words = shorten(gone[0].words, _SAID, placeholder="…")
    if gone[0].type is MarkType.SOURCE:
        words = words or desk.sourcing.name(desk.sourcing.source_of(gone[0].id))
        return Message(code="deleted_source_with_links", params={"n": links, "words": words})
    if not links:
        return Message(code="deleted_claim_work", params={"words": words})
    if work:
        return Message(code="deleted_claim_and_work", params={"n": links, "words": words})
    return Message(code="deleted_claim_with_links", params={"n": links, "words": words})


def with_hops(
    desk: Desk, maker: Maker, change: Callable[[Hop], Hop], *, but: Collection[UUID]
) -> list[Edit]:
    """The edits that change hops wherever a chain has them.

    Args:
        desk: as it is.
        maker: who changes it.
        change: gives the hop that takes the place of one.
        but: marks and relations that are left alone.
    """
    edits: list[Edit] = []
    for mark in desk.marks.values():
        if mark.id not in but and mark.type is MarkType.SOURCE:
            chain = tuple(map(change, mark.source.chain))
            if chain != mark.source.chain:
                body = mark.source.model_copy(update={"chain": chain})
                edits.append(Edit(mark, maker.changed(mark, body=body)))
    for relation in desk.relations.values():
        how = relation.attribution
        if relation.id not in but and how and how.chain:
            chain = tuple(map(change, how.chain))
            if chain != how.chain:
                after = how.model_copy(update={"chain": chain})
                edits.append(Edit(relation, maker.changed(relation, attribution=after)))
    return edits


def attributions(desk: Desk, claim_id: UUID) -> list[Relation]:
    """The attributions of a claim, oldest first."""
    found = (
        r
        for r in desk.relations.values()
        if r.type is RelationType.ATTRIBUTED_TO and r.from_.id == claim_id
    )
    return sorted(found, key=lambda r: (r.created_at, r.id))


def users(desk: Desk, entity: UUID) -> set[UUID]:
    """The mentions of this article that name a card."""
    return {
        m.id for m in desk.marks.values() if m.type is MarkType.SOURCE and m.source.entity == entity
    }
