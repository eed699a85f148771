"""The use cases of marking at speed: what would be several steps is one, and is undone as one."""

from __future__ import annotations

from itertools import pairwise
from uuid import UUID

from reader.anchoring.describe import describe
from reader.model.annotations import Attribution, End, Event, Hop, Mark, Relation
from reader.model.errors import Message
from reader.model.sourcing import chain_of
from reader.model.vocabulary import MarkType, RelationType, Role, Status
from reader.session import cards, defaults, linking, marking
from reader.session.edits import Change, Desk, Edit, joined
from reader.session.errors import SessionError
from reader.session.linking import attributions, dangling
from reader.session.maker import Maker, mark_of, named, with_fields
from reader.text.edges import trimmed
from reader.text.words import word_span

Span = tuple[int, int]

_JOINED = ("و", "ف")
"""Conjunctions that Arabic writes onto the next word."""


def claim_of(
    desk: Desk, maker: Maker, span: Span, source_id: UUID, *, whole: bool = False
) -> Change:
    """Mark a claim and attribute it to a source, as the claim of that source before it was.

    The chain is the mention's unless the claim before it said more of the way to that source
    (a channel, a relay): then it is the same here. Voices behind the source are not taken over.

    Raises:
        SessionError: `nothing_selected`; `link_needs_claim_and_source`.
    """
    made, claim = marking.add_mark(desk, maker, MarkType.CLAIM, span, whole=whole)
    _, relation = linking.link(desk.apply(made), maker, claim.id, source_id)
    relation = _as_before(desk, maker, relation, source_id)
    words, source = claim.words, mark_of(desk, source_id).words
    edits = [*made.edits, Edit(None, relation)]
    return named("change_add_claim_of", edits, words=words, source=source)


def again(desk: Desk, maker: Maker, span: Span, like_id: UUID, *, whole: bool = False) -> Change:
    """Mark a span as another mark is: kind, codes, a source's description, a claim's sources.

    A note is about one place, and so is a status: neither is repeated.

    Raises:
        SessionError: `nothing_selected`.
    """
    like = mark_of(desk, like_id)
    made, mark = marking.add_mark(desk, maker, like.type, span, codes=like.codes, whole=whole)
    steps = [made]
    if like.type is MarkType.SOURCE:
        fields = {name: getattr(like.source, name) for name in ("kind", "naming", "number")}
        steps.append(marking.edit_body(desk.apply(made), maker, mark.id, **fields))
    edits = joined(edit for step in steps for edit in step.edits)
    after = desk.apply(made)
    for link in attributions(desk, like_id):
        _, relation = linking.link(after, maker, mark.id, link.to.id)
        edits.append(Edit(None, _as_before(desk, maker, relation, link.to.id, link)))
    return named(f"change_add_{like.type}", edits, words=mark.words)


def same_as_last(desk: Desk, maker: Maker, made: Change, mark: Mark, last: Mark | None) -> Change:
    """What marking a source makes, if the text calls it the same as one before: it shares a card.

    Args:
        desk: as it is without the mark.
        maker: who makes it.
        made: what marking it would be.
        mark: the new mark.
        last: the last source, if there is one.

    Returns:
        `made`, or the same with the card of the last source, for «المصدر ذاته» and its like.
    """
    if last is None or last.source.entity is None or not defaults.sends_back(mark.words):
        return made
    same = cards.same_source(desk.apply(made), maker, mark.id, last.id)
    return Change(made.message, tuple(joined([*made.edits, *same.edits])))


def _as_before(
    desk: Desk, maker: Maker, relation: Relation, source_id: UUID, before: Relation | None = None
) -> Relation:
    """A new link with the chain of an earlier one, as far as the source that both lead to."""
    to_it = [r for r in desk.relations.values() if r.to.id == source_id and r.attribution]
    before = before or max(to_it, key=lambda r: r.created_at, default=None)
    how = before.attribution if before else None
    if how is None or how.chain is None:
        return relation
    at = next((i for i, hop in enumerate(how.chain) if hop.mention == source_id), -1)
    chain = how.chain[: at + 1]
    if not chain or chain == chain_of(mark_of(desk, source_id)):
        return relation
    attribution = (relation.attribution or Attribution()).model_copy(update={"chain": chain})
    return maker.changed(relation, attribution=attribution)


# Splitting


def split_claim(desk: Desk, maker: Maker, claim_id: UUID, span: Span) -> Change:
    """Part a claim at the caret (an empty span), or into what is selected and what is around it.

    The first part is the mark that there was: its note, evidence, contacts, verdicts and history
    stay with it, since they were found for it and nobody has yet said for which part. Every part
    has its codes, status and kind, is attributed as it was, and restates or is restated by the
    same claims. A part of a claim that was concluded is in review: it has no verdict of its own.

    Raises:
        SessionError: `split_needs_claim`; `split_outside`, where nothing of the claim would be
            parted; `mark_on_other_version`.
    """
    mark = mark_of(desk, claim_id)
    if mark.type is not MarkType.CLAIM or mark.span is None:
        raise SessionError("split_needs_claim")
    text, version = desk.article.page_text, desk.article.version
    if not mark.span.stands_in(version, text):
        raise SessionError("mark_on_other_version")
    parts = parted(text, (mark.span.start, mark.span.end), span)
    if len(parts) < 2:
        raise SessionError("split_outside")
    first = describe(text, version, *parts[0], anchor_id=mark.span.id)
    kept = tuple(a for a in mark.anchors if a.role is not Role.SPAN)
    edits = [Edit(mark, maker.changed(mark, anchors=(first, *kept)))]
    links = [r for r in dangling(desk, [claim_id]) if _is_shared(r)]
    for part in parts[1:]:
        new = _part_of(desk, maker, mark, part)
        edits.append(Edit(None, new))
        edits += [Edit(None, _copied(maker, link, claim_id, new.id)) for link in links]
    return named("change_split", edits, n=len(parts), words=mark.words)


def claim_at(desk: Desk, selected: UUID | None, span: Span) -> UUID:
    """The claim to part: the one selected if it is there, else the shortest that is; in need, it.

    Raises:
        SessionError: `split_needs_claim`.
    """
    article = desk.article
    here = [
        (anchor.end - anchor.start, mark.id)
        for mark in desk.marks.values()
        if mark.type is MarkType.CLAIM
        and (anchor := mark.span) is not None
        and anchor.start <= span[0]
        and span[1] <= anchor.end
        and anchor.stands_in(article.version, article.page_text)
    ]
    mark = desk.marks.get(selected) if selected else None
    chosen = mark.id if mark and mark.type is MarkType.CLAIM else None
    if here and chosen not in {mark_id for _, mark_id in here}:
        return min(here)[1]
    if chosen is None:
        raise SessionError("split_needs_claim")
    return chosen


def parted(text: str, claim: Span, span: Span) -> list[Span]:
    """The parts of a claim that a caret or a selection makes of it, trimmed; one: it cannot.

    Where the cut falls behind the «و» that is written onto a word, that «و» belongs to no part.
    """
    start, end = claim
    inside = sorted({min(max(at, start), end) for at in span} - {start, end})
    cuts = [start, *inside, end]
    ends = [_before_conjunction(text, a, b) if b != end else b for a, b in pairwise(cuts)]
    parts = [trimmed(text, a, b) for a, b in zip(cuts, ends, strict=False)]
    return [(a, b) for a, b in parts if any(char.isalnum() for char in text[a:b])]


def _before_conjunction(text: str, start: int, end: int) -> int:
    word = word_span(text, end)
    cuts_a_word = word[0] < end < word[1]
    return word[0] if cuts_a_word and start <= word[0] and text[word[0] : end] in _JOINED else end


def _is_shared(relation: Relation) -> bool:
    return relation.type in (RelationType.ATTRIBUTED_TO, RelationType.RESTATES)


def _part_of(desk: Desk, maker: Maker, mark: Mark, span: Span) -> Mark:
    article = desk.article
    anchor = describe(article.page_text, article.version, *span, anchor_id=maker.new_id())
    status = mark.claim.status
    body = with_fields(
        mark.claim,
        {
            "normalised": "",
            "status": Status.REVIEW if status is Status.CONCLUDED else status,
            "verdicts": (),
            "evidence": (),
            "contacts": (),
            "signed_off_by": "",
        },
    )
    return Mark(**maker.stamp(), type=mark.type, anchors=(anchor,), body=body, codes=mark.codes)


def _copied(maker: Maker, relation: Relation, old: UUID, new: UUID) -> Relation:
    def moved(end: End) -> End:
        return end.model_copy(update={"id": new}) if end.id == old else end

    return Relation(
        **maker.stamp(),
        type=relation.type,
        from_=moved(relation.from_),
        to=moved(relation.to),
        attribution=relation.attribution,
    )


# Moving


def move_mark(
    desk: Desk, maker: Maker, mark_id: UUID, span: Span, *, whole: bool = False
) -> Change:
    """Move a mark to other words; its links stay, and so do a cue and contents pointed out.

    That it was moved, and from which words, is kept in its history. A card that is called as the
    mark was, and was made for it alone, is called as it is now.

    Raises:
        SessionError: `nothing_selected`.
    """
    mark, article = mark_of(desk, mark_id), desk.article
    start, end = marking.settled(desk, span, whole=whole)
    before = mark.span
    if before and (before.version, before.start, before.end) == (article.version, start, end):
        return named("change_move", [], words=mark.words)
    anchor_id = before.id if before else maker.new_id()
    anchor = describe(article.page_text, article.version, start, end, anchor_id=anchor_id)
    kept = tuple(a for a in mark.anchors if a.role is not Role.SPAN)
    what = Message(code="mark_moved", params={"words": mark.words})
    event = Event(at=maker.clock(), author=maker.author, what=what)
    after = maker.changed(mark, anchors=(anchor, *kept), history=(*mark.history, event))
    edits = [*_renamed(desk, maker, mark, anchor.exact), Edit(mark, after)]
    return named("change_move", edits, words=anchor.exact)


def _renamed(desk: Desk, maker: Maker, mark: Mark, words: str) -> list[Edit]:
    entity = mark.source.entity if mark.type is MarkType.SOURCE else None
    card = desk.entities.get(entity) if entity else None
    if card is None or card.name != mark.words or not cards.is_alone(desk, card.id, {mark.id}):
        return []
    return [Edit(card, maker.changed(card, name=words))]


# Ways


def relay(
    desk: Desk, maker: Maker, source_id: UUID, relay_id: UUID, *, undisclosed: bool = False
) -> Change:
    """Say that what a source says came through another: its claims inherit that.

    Raises:
        SessionError: `relates_to_itself`; `already_linked`.
    """
    source, other = mark_of(desk, source_id), mark_of(desk, relay_id)
    if source_id == relay_id:
        raise SessionError("relates_to_itself")
    if any(hop.mention == relay_id for hop in source.source.chain):
        raise SessionError("already_linked")
    hop = _hop(other, undisclosed=undisclosed)
    chain = (*source.source.chain, hop)
    body = source.source.model_copy(update={"chain": chain})
    edits = [Edit(source, maker.changed(source, body=body))]
    for link in desk.relations.values():
        how = link.attribution
        if link.to.id == source_id and how and how.chain is not None:
            if any(h.mention == relay_id for h in how.chain):
                continue
            at = next((i for i, h in enumerate(how.chain) if h.mention == source_id), 0)
            with_it = how.model_copy(update={"chain": (*how.chain[:at], hop, *how.chain[at:])})
            edits.append(Edit(link, maker.changed(link, attribution=with_it)))
    return named("change_relay", edits, words=source.words, other=other.words)


def rests_on(desk: Desk, maker: Maker, claim_id: UUID, voice_id: UUID) -> Change:
    """Say whose words the source of a claim passes on: a voice behind it in the claim's chain.

    Raises:
        SessionError: `claim_has_no_source`; `already_linked`.
    """
    link, chain = _way(desk, claim_id)
    voice = mark_of(desk, voice_id)
    if any(hop.mention == voice_id for hop in chain):
        raise SessionError("already_linked")
    words = mark_of(desk, claim_id).words
    edits = [_rerouted(maker, link, (*chain, _hop(voice)))]
    return named("change_relay", edits, words=words, other=voice.words)


def through_channel(desk: Desk, maker: Maker, claim_id: UUID, channel: str) -> Change:
    """Say through which medium the source of a claim spoke; the words of it, empty for none.

    Raises:
        SessionError: `claim_has_no_source`.
    """
    link, chain = _way(desk, claim_id)
    after = tuple(
        hop.model_copy(update={"channel": channel}) if hop.mention == link.to.id else hop
        for hop in chain
    )
    words = mark_of(desk, claim_id).words
    return named("change_relay", [_rerouted(maker, link, after)], words=words, other=channel)


def edit_attribution(desk: Desk, maker: Maker, claim_id: UUID, **fields: object) -> Change:
    """Change fields of a claim's latest attribution: `directness`, `polarity`.

    Raises:
        SessionError: `claim_has_no_source`; `value_not_valid`.
    """
    link, _ = _way(desk, claim_id)
    return linking.edit_link(desk, maker, link.id, **fields)


def _way(desk: Desk, claim_id: UUID) -> tuple[Relation, tuple[Hop, ...]]:
    """The latest attribution of a claim, and the chain that it stands for."""
    links = attributions(desk, claim_id)
    if not links:
        raise SessionError("claim_has_no_source")
    return links[-1], chain_of(mark_of(desk, links[-1].to.id), links[-1].attribution)


def _rerouted(maker: Maker, link: Relation, chain: tuple[Hop, ...]) -> Edit:
    attribution = (link.attribution or Attribution()).model_copy(update={"chain": chain})
    return Edit(link, maker.changed(link, attribution=attribution))


def _hop(mark: Mark, *, undisclosed: bool = False) -> Hop:
    return Hop(
        words=mark.words, mention=mark.id, entity=mark.source.entity, undisclosed=undisclosed
    )
