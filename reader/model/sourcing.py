"""Who stands behind each claim of one article: its links resolved, in one pass over them.

A source's identity is its card; without a card it is the mention itself. `same_source` relations
unite mentions, and a merged card counts as the one it was merged into. A relay is no source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from reader.model.annotations import Annotations, Attribution, Hop, Mark, Relation
from reader.model.library import Entity
from reader.model.vocabulary import (
    AnonymityReason,
    Directness,
    MarkType,
    Naming,
    Polarity,
    RelationType,
    Standing,
)


@dataclass(frozen=True)
class Link:
    """One attribution, resolved."""

    mention: Mark
    """The source mark that the claim is linked to."""
    source: UUID
    """The identity behind it."""
    directness: Directness | None
    polarity: Polarity
    chain: tuple[Hop, ...]
    """Outermost relay first, the mention included; hops behind it are the voices it rests on."""


class Sourcing:
    """The claims, mentions and links of an article's annotations.

    Args:
        annotations: those of the article; relations whose ends are missing here are left out.
        entities: the cards at least of the sources named in it; others are not looked at.
    """

    def __init__(self, annotations: Annotations, entities: Mapping[UUID, Entity]) -> None:
        self._entities = entities
        self.claims = {m.id: m for m in annotations.marks if m.type is MarkType.CLAIM}
        self.mentions = {m.id: m for m in annotations.marks if m.type is MarkType.SOURCE}
        self._groups = _united(self.mentions.values(), annotations.relations, entities)
        self.sources = self._grouped()
        self.naming = {
            source: min((m.source.naming for m in mentions), key=_rank)
            if len(mentions) > 1
            else mentions[0].source.naming
            for source, mentions in self.sources.items()
        }
        """How far each source is identified: its best mention in the article counts."""
        self.links = self._linked(annotations.relations)
        self.restates = self._restating(annotations.relations)
        self.relay_only = self._relaying()

    def source_of(self, mention: UUID) -> UUID:
        """The identity of a mention: the id of a card, or of the first mention without one."""
        return self._groups.root(mention)

    def entity(self, source: UUID) -> Entity | None:
        """The card of a source identity, if it has one that is known."""
        return self._entities.get(source)

    def name(self, source: UUID) -> str:
        """What to call a source: as its card does, else in the words of its best mention."""
        card = self.entity(source)
        mentions = sorted(self.sources[source], key=lambda m: m.source.naming.rank)
        return card.name if card else next((m.words for m in mentions if m.words), "")

    def hop_name(self, hop: Hop) -> str:
        """What to call a hop of a chain: the source that it is, else in its own words."""
        if hop.mention in self.mentions:
            return self.name(self.source_of(hop.mention))
        card = self.entity(resolve(hop.entity, self._entities)) if hop.entity else None
        return card.name if card else hop.words

    def has_card(self, source: UUID) -> bool:
        return source in self._entities or any(m.source.entity for m in self.sources[source])

    def standing(self, source: UUID) -> Standing:
        """On whose side a source stands, as a person has set it on its card."""
        card = self.entity(source)
        return card.standing if card else Standing.UNSTATED

    def has_reason(self, source: UUID) -> bool:
        """Whether the outlet says anywhere why it does not name the source."""
        return any(
            m.source.anonymity_reason is not AnonymityReason.NONE_GIVEN
            for m in self.sources[source]
        )

    def chains(self) -> Iterator[tuple[Hop, ...]]:
        """Every chain of the article: of each link, and of each mention that has no link."""
        linked = set()
        for links in self.links.values():
            for link in links:
                linked.add(link.mention.id)
                yield link.chain
        yield from (chain_of(m) for i, m in self.mentions.items() if i not in linked)

    def relay(self, hop: Hop) -> UUID | str:
        """What tells one relay from another: its identity, its card, else its words."""
        if hop.mention in self.mentions:
            return self.source_of(hop.mention)
        return resolve(hop.entity, self._entities) if hop.entity else hop.words.strip()

    def _grouped(self) -> dict[UUID, list[Mark]]:
        sources: dict[UUID, list[Mark]] = {}
        for mention in self.mentions.values():
            sources.setdefault(self.source_of(mention.id), []).append(mention)
        return sources

    def _linked(self, relations: Iterable[Relation]) -> dict[UUID, list[Link]]:
        links: dict[UUID, list[Link]] = {claim: [] for claim in self.claims}
        for relation in relations:
            mention = self.mentions.get(relation.to.id)
            wanted = relation.type is RelationType.ATTRIBUTED_TO and relation.from_.id in links
            if wanted and mention:
                links[relation.from_.id].append(self._link(mention, relation.attribution))
        return links

    def _link(self, mention: Mark, attribution: Attribution | None) -> Link:
        how = attribution or Attribution()
        chain = chain_of(mention, attribution)
        return Link(mention, self.source_of(mention.id), how.directness, how.polarity, chain)

    def _restating(self, relations: Iterable[Relation]) -> dict[UUID, list[UUID]]:
        """Claim -> the claims of this article that it sums up or repeats."""
        found: dict[UUID, list[UUID]] = {}
        for relation in relations:
            one, other = relation.from_.id, relation.to.id
            known = one != other and one in self.claims and other in self.claims
            if relation.type is RelationType.RESTATES and known:
                found.setdefault(one, []).append(other)
        return found

    def _relaying(self) -> frozenset[UUID]:
        """The mentions that only pass on: never last in a chain, no claim linked to them."""
        links = [link for links in self.links.values() for link in links]
        linked = {link.mention.id for link in links}
        passing = {hop.mention for link in links for hop in link.chain[:-1]}
        for mention in self.mentions.values():
            if mention.source.chain and mention.id not in linked:
                passing.update(hop.mention for hop in mention.source.chain)
        speaking = {hop.mention for link in links for hop in link.chain[-1:]}
        speaking |= linked
        return frozenset(i for i in self.mentions if i in passing and i not in speaking)


def _rank(naming: Naming) -> int:
    return naming.rank


def resolve(entity: UUID, entities: Mapping[UUID, Entity]) -> UUID:
    """The card that a card was merged into in the end, or itself. A circle ends where it closes."""
    card = entities.get(entity)
    if card is None or card.merged_into is None:  # as nearly every one
        return entity
    seen = {entity}
    while (card := entities.get(entity)) and card.merged_into and card.merged_into not in seen:
        entity = card.merged_into
        seen.add(entity)
    return entity


def chain_of(mention: Mark, attribution: Attribution | None = None) -> tuple[Hop, ...]:
    """The chain of a claim linked to a mention: the link's own, else the mention's and itself."""
    if attribution and attribution.chain is not None:
        return attribution.chain
    itself = Hop(words=mention.words, mention=mention.id, entity=mention.source.entity)
    return (*mention.source.chain, itself)


class _Groups:
    """Disjoint sets: https://en.wikipedia.org/wiki/Disjoint-set_data_structure."""

    def __init__(self) -> None:
        self._parent: dict[UUID, UUID] = {}

    def root(self, node: UUID) -> UUID:
        root = node
        while root in self._parent:
            root = self._parent[root]
        while node != root:
            self._parent[node], node = root, self._parent[node]
        return root

    def unite(self, root_of: UUID, other: UUID) -> None:
        kept, joined = self.root(root_of), self.root(other)
        if kept != joined:
            self._parent[joined] = kept


def _united(
    mentions: Iterable[Mark], relations: Iterable[Relation], entities: Mapping[UUID, Entity]
) -> _Groups:
    """Mentions with their cards, then with each other. A card stays the root where there is one."""
    groups = _Groups()
    for mention in mentions:
        if mention.source.entity:
            groups.unite(resolve(mention.source.entity, entities), mention.id)
    for relation in relations:
        if relation.type is RelationType.SAME_SOURCE:
            ends = [resolve(end.id, entities) for end in (relation.from_, relation.to)]
            ends.sort(key=lambda end: groups.root(end) not in entities)
            groups.unite(*ends)
    return groups
