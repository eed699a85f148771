"""The use cases of source cards: which one a mention goes by, and what is written on it.

Nothing here binds by itself a mention to a card of another article, since people share names;
and a card that other articles use stays theirs, whatever this one makes of its source.
"""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from reader.model.annotations import Hop, Mark, SourceMention
from reader.model.library import Entity
from reader.model.sourcing import resolve
from reader.model.vocabulary import MarkType, Standing
from reader.session.card_offers import allowed, lacks_alias, used_here
from reader.session.edits import Change, Desk, Edit
from reader.session.errors import SessionError
from reader.session.linking import users, with_hops
from reader.session.maker import Maker, mark_of, named


def same_source(desk: Desk, maker: Maker, mark_id: UUID, other_id: UUID) -> Change:
    """Say that two mentions are one source («المصدر ذاته»): the first takes the other's card.

    The card that it leaves goes when it was made for it and nothing else uses it. A card that a
    name comes to is no longer of this article alone. A mention that no relay was said of takes
    the other's chain as well: «وأضاف المصدر» goes on in it.

    Raises:
        SessionError: `no_card_to_share`.
    """
    mark, other = mark_of(desk, mark_id), mark_of(desk, other_id)
    taken = other.source.entity
    if mark_id == other_id or taken is None:
        raise SessionError("no_card_to_share")
    chain = other.source.chain
    inherited = () if any(hop.mention == mark_id for hop in chain) else chain
    edits = _taking(desk, maker, mark, taken, inherited)
    return named("change_same_source", edits, words=mark.words, other=other.words)


def use_card(desk: Desk, maker: Maker, mark_id: UUID, card_id: UUID) -> Change:
    """Let a mention go by a card of the library or of this article.

    Raises:
        SessionError: `mark_is_gone`; `card_is_gone`; `card_of_another_article`;
            `card_needs_a_name`: the article does not name this source.
    """
    mark = mark_of(desk, mark_id)
    card = desk.entities.get(resolve(card_id, desk.entities))
    if card is None:
        raise SessionError("card_is_gone")
    if card.article not in (None, desk.record.id):
        raise SessionError("card_of_another_article", words=card.name)
    if card not in allowed(desk, mark, used_here(desk)):
        raise SessionError("card_needs_a_name", words=card.name)
    edits = _taking(desk, maker, mark, card.id)
    return named("change_use_card", edits, words=mark.words, card=card.name)


def own_card(desk: Desk, maker: Maker, mark_id: UUID, name: str = "") -> Change:
    """Give a mention a card of its own; without a name it bears the mention's words.

    Raises:
        SessionError: `mark_is_gone`; `card_is_its_own`: nothing else uses the one that it has.
    """
    mark = mark_of(desk, mark_id)
    body = mark.source
    if body.entity and is_alone(desk, body.entity, {mark_id}):
        raise SessionError("card_is_its_own")
    card = Entity(
        **maker.stamp(),
        name=name or mark.words,
        kind=body.kind,
        article=None if body.naming.is_identified else desk.record.id,
    )
    edits = [Edit(None, card), *repointed(desk, maker, mark, card.id)]
    return named("change_own_card", edits, words=mark.words)


def add_alias(desk: Desk, maker: Maker, mark_id: UUID) -> Change:
    """Keep the words of a mention among the other names on its card.

    Raises:
        SessionError: `mark_is_gone`; `card_is_gone`.
    """
    mark = mark_of(desk, mark_id)
    card = desk.entities.get(mark.source.entity) if mark.source.entity else None
    if card is None:
        raise SessionError("card_is_gone")
    words = " ".join(mark.words.split())
    edits = []
    if lacks_alias(card, mark):
        edits = [Edit(card, maker.changed(card, aliases=(*card.aliases, words)))]
    return named("change_add_alias", edits, words=words, card=card.name)


def edit_entity(desk: Desk, maker: Maker, entity_id: UUID, **fields: object) -> Change:
    """Change fields of a source's card.

    Raises:
        SessionError: `card_is_gone`; `value_not_valid`.
    """
    entity = desk.entities.get(entity_id)
    if entity is None:
        raise SessionError("card_is_gone")
    return named(
        "change_edit_source_card",
        [Edit(entity, maker.changed(entity, **fields))],
        words=entity.name,
    )


def followed(desk: Desk, maker: Maker, mark: Mark, body: SourceMention) -> list[Edit]:
    """The edits that give a mention another body and let its card follow.

    A card is of its article alone while nothing there identifies it, and its kind goes along.
    A card that other articles use stays as it is: where this one ceases to identify its source,
    the source gets an anonymous card of its own.
    """
    edit = Edit(mark, maker.changed(mark, body=body))
    card = desk.entities.get(body.entity) if body.entity else None
    if card is None:
        return [edit]
    others = [desk.marks[i] for i in users(desk, card.id) - {mark.id}]
    identified = any(b.naming.is_identified for b in (body, *(m.source for m in others)))
    if is_elsewhere(desk, card.id):
        leaves = mark.source.naming.is_identified and not identified
        return _parted(desk, maker, mark, body, others) if leaves else [edit]
    after = {
        "article": None if identified else desk.record.id,
        "kind": body.kind if card.kind is mark.source.kind else card.kind,
    }
    if all(getattr(card, name) == value for name, value in after.items()):
        return [edit]
    return [Edit(card, maker.changed(card, **after)), edit]


def _parted(
    desk: Desk, maker: Maker, mark: Mark, body: SourceMention, others: Collection[Mark]
) -> list[Edit]:
    """The edits that give the mentions of a card an anonymous one, of this article alone."""
    card = Entity(**maker.stamp(), name=mark.words, kind=body.kind, article=desk.record.id)
    ids, left = {mark.id, *(m.id for m in others)}, body.entity

    def moved(hop: Hop) -> Hop:
        points = hop.mention in ids or (left is not None and hop.entity == left)
        return hop.model_copy(update={"entity": card.id}) if points else hop

    edits = [Edit(None, card)]
    for one, new in ((mark, body), *((m, m.source) for m in others)):
        update = {"entity": card.id, "chain": tuple(map(moved, new.chain))}
        edits.append(Edit(one, maker.changed(one, body=new.model_copy(update=update))))
    return edits + with_hops(desk, maker, moved, but=ids)


def _taking(
    desk: Desk, maker: Maker, mark: Mark, card_id: UUID, inherited: tuple[Hop, ...] = ()
) -> list[Edit]:
    """The edits by which a mention takes a card, which is free once it has a name."""
    edits = repointed(desk, maker, mark, card_id, inherited)
    card = desk.entities.get(card_id)
    if card and card.article and mark.source.naming.is_identified:
        edits.append(Edit(card, maker.changed(card, article=None)))
    return edits


def repointed(
    desk: Desk, maker: Maker, mark: Mark, card_id: UUID, inherited: tuple[Hop, ...] = ()
) -> list[Edit]:
    """The edits by which a mention, and the hops that stand for it, leave one card for another.

    The card that is left goes where nothing tells it from one that marking made by itself. A
    mention without a chain of its own has the `inherited` one then.
    """
    left = mark.source.entity
    gone = leftovers(desk, {mark.id}) if left != card_id else {}

    def moved(hop: Hop) -> Hop:
        is_mark = hop.mention == mark.id or (hop.entity is not None and hop.entity in gone)
        return hop.model_copy(update={"entity": card_id}) if is_mark else hop

    chain = tuple(map(moved, mark.source.chain or inherited))
    body = mark.source.model_copy(update={"entity": card_id, "chain": chain})
    edits = [Edit(mark, maker.changed(mark, body=body))]
    edits += with_hops(desk, maker, moved, but={mark.id})
    return edits + [Edit(card, None) for card in gone.values()]


def leftovers(desk: Desk, mark_ids: Collection[UUID]) -> dict[UUID, Entity]:
    """The cards that would be nobody's without these mentions, and that hold no work.

    A card of this article alone goes with its mentions; one of the library only if no other
    article is known to use it and nobody has written anything on it.
    """
    marks = (desk.marks[i] for i in mark_ids if i in desk.marks)
    ids = {m.source.entity for m in marks if m.type is MarkType.SOURCE and m.source.entity}
    cards = (desk.entities[i] for i in ids if i in desk.entities)
    return {
        card.id: card
        for card in cards
        if is_alone(desk, card.id, mark_ids) and (card.article == desk.record.id or _is_bare(card))
    }


def is_alone(desk: Desk, card_id: UUID, mark_ids: Collection[UUID]) -> bool:
    """Whether no mention but these, no other article and no other card points at a card."""
    merged = any(card.merged_into == card_id for card in desk.entities.values())
    here = users(desk, card_id) <= set(mark_ids)
    return here and not merged and not is_elsewhere(desk, card_id)


def is_elsewhere(desk: Desk, card_id: UUID) -> bool:
    """Whether other articles use a card, or may: until it is known a library's card is theirs."""
    card = desk.entities.get(card_id)
    if card is None or card.article == desk.record.id or card_id in desk.new_cards:
        return False
    return desk.used_elsewhere is None or desk.used_elsewhere.get(card_id, 0) > 0


def _is_bare(card: Entity) -> bool:
    """Whether it holds no more than marking puts there by itself."""
    written = card.aliases or card.country or card.notes or card.merged_into
    return not written and card.standing is Standing.UNSTATED
