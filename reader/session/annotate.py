"""The use cases on one desk: each takes a desk and gives the `Change` that would carry it out.

Pure but for the stamp handed in. Spans are code points of the desk's page text; they are snapped
outward to grapheme clusters, so that no mark parts a letter from its shadda.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar
from uuid import UUID, uuid4

from reader.anchoring.describe import describe
from reader.model.annotations import (
    Attribution,
    Body,
    Claim,
    End,
    Event,
    Hop,
    Mark,
    Relation,
    SourceMention,
    Verdict,
)
from reader.model.article import Direction
from reader.model.base import Stamped
from reader.model.errors import Message
from reader.model.library import Entity
from reader.model.vocabulary import MarkType, Naming, RelationType, WorkStatus
from reader.session import defaults
from reader.session.edits import Change, Desk, Edit
from reader.session.errors import SessionError
from reader.text.graphemes import snap

S = TypeVar("S", bound=Stamped)


@dataclass(frozen=True)
class Maker:
    """Who makes things, when, and with what ids."""

    author: UUID
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    new_id: Callable[[], UUID] = uuid4

    def stamp(self) -> dict[str, Any]:
        """The fields that every new thing carries."""
        now = self.clock()
        return {"id": self.new_id(), "created_at": now, "modified_at": now, "author": self.author}

    def changed(self, thing: S, **fields: object) -> S:
        """The thing with other fields, validated anew."""
        values = {name: getattr(thing, name) for name in type(thing).model_fields}
        return type(thing)(**{**values, **fields, "modified_at": self.clock()})


def add_mark(
    desk: Desk,
    maker: Maker,
    kind: MarkType,
    span: tuple[int, int],
    *,
    codes: tuple[str, ...] = (),
    note: str = "",
) -> tuple[Change, Mark]:
    """Mark a span.

    A source comes with a card of its own (bound to this article while it is anonymous).

    Raises:
        SessionError: `nothing_selected`, where the span is empty.
    """
    start, end = _snapped(desk, span)
    edits: list[Edit] = []
    body: Body | None = Claim() if kind is MarkType.CLAIM else None
    if kind is MarkType.SOURCE:
        words = desk.article.page_text[start:end]
        entity, body = _new_source(desk, maker, words)
        edits.append(Edit(None, entity))
    anchor = describe(
        desk.article.page_text, desk.article.version, start, end, anchor_id=maker.new_id()
    )
    mark = Mark(**maker.stamp(), type=kind, anchors=(anchor,), body=body, codes=codes, note=note)
    edits.append(Edit(None, mark))
    return _change(f"change_add_{kind}", edits, words=anchor.exact), mark


def _snapped(desk: Desk, span: tuple[int, int]) -> tuple[int, int]:
    text = desk.article.page_text
    start, end = max(0, span[0]), min(len(text), span[1])
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start >= end:
        raise SessionError("nothing_selected")
    return snap(text, start, end)


def _new_source(desk: Desk, maker: Maker, words: str) -> tuple[Entity, SourceMention]:
    fields = defaults.source_fields(words)
    naming = Naming(fields["naming"])
    entity = Entity(
        **maker.stamp(),
        name=words,
        kind=fields["kind"],
        article=None if naming.is_identified else desk.record.id,
    )
    return entity, SourceMention(entity=entity.id, **fields)


def edit_mark(desk: Desk, maker: Maker, mark_id: UUID, **fields: object) -> Change:
    """Change fields of a mark itself: `note`, `codes`."""
    mark = _mark(desk, mark_id)
    return _change(
        "change_edit_mark", [Edit(mark, maker.changed(mark, **fields))], words=mark.words
    )


def edit_body(desk: Desk, maker: Maker, mark_id: UUID, **fields: object) -> Change:
    """Change fields of a source mention or a claim.

    Where a source stops or starts being anonymous, its card is bound to this article or freed.
    """
    mark = _mark(desk, mark_id)
    if mark.body is None:
        raise SessionError("mark_has_no_fields")
    values = {name: getattr(mark.body, name) for name in type(mark.body).model_fields}
    body = type(mark.body)(**{**values, **fields})
    edits = [Edit(mark, maker.changed(mark, body=body))]
    if isinstance(body, SourceMention):
        edits = [*_binding(desk, maker, mark, body), *edits]
    return _change("change_edit_mark", edits, words=mark.words)


def _binding(desk: Desk, maker: Maker, mark: Mark, body: SourceMention) -> list[Edit]:
    entity = desk.entities.get(body.entity) if body.entity else None
    if entity is None:
        return []
    others = (
        m.source.naming
        for m in desk.marks.values()
        if m.id != mark.id and m.type is MarkType.SOURCE and m.source.entity == entity.id
    )
    identified = body.naming.is_identified or any(n.is_identified for n in others)
    home = None if identified else desk.record.id
    return [] if home == entity.article else [Edit(entity, maker.changed(entity, article=home))]


def set_verdict(
    desk: Desk, maker: Maker, mark_id: UUID, scale: str, value: str, reason: str = ""
) -> Change:
    """Give a claim a verdict; an earlier one is kept beside it, with its date and reason."""
    mark = _mark(desk, mark_id)
    verdict = Verdict(
        scale=scale, value=value, reason=reason, decided_at=maker.clock(), author=maker.author
    )
    claim = mark.claim.model_copy(update={"verdicts": (*mark.claim.verdicts, verdict)})
    what = Message(code="verdict_given", params={"value": value})
    event = Event(at=maker.clock(), author=maker.author, what=what)
    after = maker.changed(mark, body=claim, history=(*mark.history, event))
    return _change("change_verdict", [Edit(mark, after)], words=mark.words)


def same_source(desk: Desk, maker: Maker, mark_id: UUID, other_id: UUID) -> Change:
    """Say that two mentions are one source («المصدر ذاته»): the first takes the other's card.

    The card that it leaves goes when it was made for it and nothing else in the article uses it.
    """
    mark, other = _mark(desk, mark_id), _mark(desk, other_id)
    left, taken = mark.source.entity, other.source.entity
    if mark_id == other_id or taken is None:
        raise SessionError("no_card_to_share")
    body = mark.source.model_copy(update={"entity": taken})
    edits = [Edit(mark, maker.changed(mark, body=body))]
    entity = desk.entities.get(left) if left and left != taken else None
    if entity and entity.article == desk.record.id and _users(desk, entity.id) == {mark_id}:
        edits.append(Edit(entity, None))
    return _change("change_same_source", edits, words=mark.words, other=other.words)


def _users(desk: Desk, entity: UUID) -> set[UUID]:
    return {
        m.id for m in desk.marks.values() if m.type is MarkType.SOURCE and m.source.entity == entity
    }


def edit_entity(desk: Desk, maker: Maker, entity_id: UUID, **fields: object) -> Change:
    """Change fields of a source's card."""
    entity = desk.entities[entity_id]
    return _change(
        "change_edit_source_card",
        [Edit(entity, maker.changed(entity, **fields))],
        words=entity.name,
    )


def link(desk: Desk, maker: Maker, claim_id: UUID, source_id: UUID) -> tuple[Change, Relation]:
    """Attribute a claim to a source mention.

    Raises:
        SessionError: `link_needs_claim_and_source`; `already_linked`.
    """
    claim, source = _mark(desk, claim_id), _mark(desk, source_id)
    if (claim.type, source.type) != (MarkType.CLAIM, MarkType.SOURCE):
        raise SessionError("link_needs_claim_and_source")
    if any(r.to.id == source_id for r in attributions(desk, claim_id)):
        raise SessionError("already_linked")
    span = claim.span
    how = defaults.directness(desk.article, span.start, span.end) if span else None
    relation = Relation(
        **maker.stamp(),
        type=RelationType.ATTRIBUTED_TO,
        from_=End(id=claim_id),
        to=End(id=source_id),
        attribution=Attribution(directness=how),
    )
    params = {"claim": claim.words, "source": source.words}
    return _change("change_link", [Edit(None, relation)], **params), relation


def relate(
    desk: Desk, maker: Maker, kind: RelationType, from_id: UUID, to_id: UUID
) -> tuple[Change, Relation]:
    """Relate two marks in another way than attribution.

    Raises:
        SessionError: `relates_to_itself`; `already_linked`.
    """
    if from_id == to_id:
        raise SessionError("relates_to_itself")
    ends = _mark(desk, from_id), _mark(desk, to_id)
    if any(
        (r.type, r.from_.id, r.to.id) == (kind, from_id, to_id) for r in desk.relations.values()
    ):
        raise SessionError("already_linked")
    relation = Relation(**maker.stamp(), type=kind, from_=End(id=from_id), to=End(id=to_id))
    edits = [Edit(None, relation)]
    return _change("change_relate", edits, words=ends[0].words, other=ends[1].words), relation


def edit_link(desk: Desk, maker: Maker, relation_id: UUID, **fields: object) -> Change:
    """Change fields of an attribution: `directness`, `polarity`, `chain`."""
    relation = desk.relations[relation_id]
    attribution = relation.attribution or Attribution()
    values = {name: getattr(attribution, name) for name in type(attribution).model_fields}
    after = maker.changed(relation, attribution=Attribution(**{**values, **fields}))
    return _change("change_edit_link", [Edit(relation, after)])


def unlink(desk: Desk, relation_ids: Iterable[UUID]) -> Change:
    """Take relations away."""
    return _change("change_unlink", [Edit(desk.relations[i], None) for i in relation_ids])


def delete(desk: Desk, maker: Maker, mark_ids: Iterable[UUID]) -> Change:
    """Take marks away, with what hangs on them: relations, and cards made for them alone."""
    gone = [_mark(desk, i) for i in mark_ids]
    ids = {m.id for m in gone}
    edits: list[Edit] = [Edit(r, None) for r in dangling(desk, ids)]
    edits += [Edit(m, None) for m in gone]
    edits += _without_hops(desk, maker, ids)
    cards = {m.source.entity for m in gone if m.type is MarkType.SOURCE}
    for card in cards:
        entity = desk.entities.get(card) if card else None
        if entity and entity.article == desk.record.id and _users(desk, entity.id) <= ids:
            edits.append(Edit(entity, None))
    return _change("change_delete", edits, n=len(gone), words=gone[0].words if gone else "")


def _without_hops(desk: Desk, maker: Maker, gone: set[UUID]) -> list[Edit]:
    """Chains that ran over a mention keep its words and lose the pointer to it."""
    edits = []
    for mark in desk.marks.values():
        if mark.id not in gone and mark.type is MarkType.SOURCE:
            chain = _cut(mark.source.chain, gone)
            if chain != mark.source.chain:
                body = mark.source.model_copy(update={"chain": chain})
                edits.append(Edit(mark, maker.changed(mark, body=body)))
    for relation in desk.relations.values():
        how = relation.attribution
        if how and how.chain and not {relation.from_.id, relation.to.id} & gone:
            chain = _cut(how.chain, gone)
            if chain != how.chain:
                after = how.model_copy(update={"chain": chain})
                edits.append(Edit(relation, maker.changed(relation, attribution=after)))
    return edits


def _cut(chain: tuple[Hop, ...], gone: set[UUID]) -> tuple[Hop, ...]:
    return tuple(
        hop.model_copy(update={"mention": None}) if hop.mention in gone else hop for hop in chain
    )


def dangling(desk: Desk, mark_ids: Iterable[UUID]) -> list[Relation]:
    """The relations that would go with these marks."""
    ids = set(mark_ids)
    return [r for r in desk.relations.values() if r.from_.id in ids or r.to.id in ids]


def attributions(desk: Desk, claim_id: UUID) -> list[Relation]:
    """The attributions of a claim, oldest first."""
    found = (
        r
        for r in desk.relations.values()
        if r.type is RelationType.ATTRIBUTED_TO and r.from_.id == claim_id
    )
    return sorted(found, key=lambda r: (r.created_at, r.id))


def show_blocks(desk: Desk, maker: Maker, block_ids: Iterable[str], *, shown: bool) -> Change:
    """Bring blocks in or take them out: a choice on the text version, moving no mark."""
    version = desk.article.version
    ids = tuple(block_ids)
    chosen = {**desk.record.block_choices.get(version, {}), **dict.fromkeys(ids, shown)}
    choices = {**desk.record.block_choices, version: chosen}
    after = maker.changed(desk.record, block_choices=choices)
    code = "change_show_blocks" if shown else "change_hide_blocks"
    return _change(code, [Edit(desk.record, after)], n=len(ids))


def set_direction(desk: Desk, maker: Maker, direction: Direction | None) -> Change:
    """Override the article's direction, or go back to what was found."""
    after = maker.changed(desk.record, direction=direction)
    return _change("change_direction", [Edit(desk.record, after)])


def set_work_status(desk: Desk, maker: Maker, status: WorkStatus) -> Change:
    """Say how far the sourcing of the article has come."""
    after = maker.changed(desk.record, work_status=status)
    return _change("change_work_status", [Edit(desk.record, after)])


def set_remarks(desk: Desk, **fields: str) -> Change:
    """Change the article's `note` or `assessment`."""
    return _change("change_remarks", [Edit(desk.remarks, desk.remarks.model_copy(update=fields))])


def _mark(desk: Desk, mark_id: UUID) -> Mark:
    mark = desk.marks.get(mark_id)
    if mark is None:
        raise SessionError("mark_is_gone")
    return mark


def _change(code: str, edits: Iterable[Edit], **params: str | int) -> Change:
    return Change(Message(code=code, params=params), tuple(edits))
