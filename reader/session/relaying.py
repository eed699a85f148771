"""The use cases of the way that words came: through whom, on whose word, by which medium."""

from __future__ import annotations

from uuid import UUID

from reader.model.annotations import Attribution, Hop, Mark, Relation
from reader.model.sourcing import chain_of
from reader.session import linking
from reader.session.edits import Change, Desk, Edit
from reader.session.errors import SessionError
from reader.session.linking import attributions
from reader.session.maker import Maker, mark_of, named


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
