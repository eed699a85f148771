"""Who stands behind each claim of one article: its links resolved, in one pass over them.

A source's identity is its card; without a card it is the mention itself. `same_source` relations
unite mentions, and a merged card counts as the one it was merged into. A relay is no source.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from reader.model.annotations import Annotations, Attribution, Hop, Mark, Relation
from reader.model.library import Entity
from reader.model.placing import reading_order
from reader.model.vocabulary import (
    AnonymityReason,
    Directness,
    MarkType,
    Naming,
    Polarity,
    RelationType,
    Standing,
)

V = TypeVar("V")
Turned = Iterable[tuple[Mark | None, Mark | None]]
"""Marks before and after something was done; None: not there."""


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
        annotations: those of the article, the marks in reading order; relations whose ends are
            missing here are left out.
        entities: the cards at least of the sources named in it; others are not looked at.
    """

    def __init__(self, annotations: Annotations, entities: Mapping[UUID, Entity]) -> None:
        self._entities = entities
        self.claims = {m.id: m for m in annotations.marks if m.type is MarkType.CLAIM}
        self.mentions = {m.id: m for m in annotations.marks if m.type is MarkType.SOURCE}
        self._groups = _united(self.mentions.values(), annotations.relations, entities)
        self.sources = self._grouped()
        self.naming = {source: _naming(mentions) for source, mentions in self.sources.items()}
        """How far each source is identified: its best mention in the article counts."""
        self.links = self._linked(annotations.relations)
        self.restates = self._restating(annotations.relations)
        self.relay_only = self._relaying()
        self._named = frozenset(_named(annotations))

    def after(
        self, turned: Turned, cards: Collection[UUID], entities: Mapping[UUID, Entity]
    ) -> Sourcing | None:
        """The same after some marks came, went or changed, and no relation did.

        Args:
            turned: each mark that is touched.
            cards: the cards that are touched.
            entities: all cards, after it.

        Returns:
            None where it has to be worked out anew: what is touched has to do with other marks.
        """
        new = copy(self)
        new._entities = entities
        steps = (new._step(old, mark) for old, mark in turned)
        known = all(self._may_turn(card, new) for card in cards) and all(steps)
        return new if known and all(new._may_turn(card, self) for card in cards) else None

    def _may_turn(self, card: UUID, other: Sourcing) -> bool:
        """Whether it is all the same that a card is another one, or is not there, in `other`."""
        here, there = self._entities.get(card), other._entities.get(card)
        if here and there:
            return here.merged_into == there.merged_into
        if here:
            return here.merged_into is None
        return not (card in self._named or card in self.sources or self._groups.has(card))

    def _step(self, old: Mark | None, new: Mark | None) -> bool:
        """Follow one mark; False where others are concerned."""
        some = new or old
        if some is None or (old and new and old.type is not new.type):
            return some is None
        if some.type is MarkType.CLAIM:
            return self._step_claim(old, new)
        return some.type is not MarkType.SOURCE or self._step_source(old, new)

    def _step_claim(self, old: Mark | None, new: Mark | None) -> bool:
        if old and new:
            self.claims = {**self.claims, new.id: new}
            return reading_order(old) == reading_order(new)
        if old:
            self.claims, self.links = _without(self.claims, old.id), _without(self.links, old.id)
        elif new:
            at = _place(self.claims.values(), new)
            self.claims = _with(self.claims, new.id, new, at)
            self.links = _with(self.links, new.id, [], at)
        return self._named.isdisjoint(mark.id for mark in (old, new) if mark)

    def _step_source(self, old: Mark | None, new: Mark | None) -> bool:
        mark = new or old
        if mark is None or (old and new) or mark.id in self._named or mark.source.chain:
            return False
        self._groups = self._groups.copy()
        return self._come(mark) if new else self._go(mark)

    def _come(self, mark: Mark) -> bool:
        card = mark.source.entity
        if card:
            self._groups.unite(resolve(card, self._entities), mark.id)
        source = self.source_of(mark.id)
        mentions = list(self.sources.get(source, ()))
        insort(mentions, mark, key=reading_order)
        self.mentions = _with(self.mentions, mark.id, mark, _place(self.mentions.values(), mark))
        if len(mentions) > 1:
            self.sources = {**self.sources, source: mentions}
            self.naming = {**self.naming, source: _naming(mentions)}
            return mentions[0] is not mark
        at = _place([others[0] for others in self.sources.values()], mark)
        self.sources = _with(self.sources, source, mentions, at)
        self.naming = _with(self.naming, source, mark.source.naming, at)
        return True

    def _go(self, mark: Mark) -> bool:
        source = self.source_of(mark.id)
        mentions = [m for m in self.sources[source] if m.id != mark.id]
        self._groups.drop(mark.id)
        self.mentions = _without(self.mentions, mark.id)
        if not mentions:
            self.sources = _without(self.sources, source)
            self.naming = _without(self.naming, source)
            return True
        first = self.sources[source][0]
        self.sources = {**self.sources, source: mentions}
        self.naming = {**self.naming, source: _naming(mentions)}
        return first is mentions[0]

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


def _naming(mentions: Sequence[Mark]) -> Naming:
    """How far a source is identified, by its best mention."""
    if len(mentions) == 1:  # as nearly every one
        return mentions[0].source.naming
    return min((m.source.naming for m in mentions), key=_rank)


def _rank(naming: Naming) -> int:
    return naming.rank


def _named(annotations: Annotations) -> Iterator[UUID]:
    """Whatever a relation or a chain points at, there or not."""
    for relation in annotations.relations:
        yield from (relation.from_.id, relation.to.id)
        yield from _mentioned(relation.attribution.chain if relation.attribution else None)
    for mark in annotations.marks:
        if mark.type is MarkType.SOURCE:
            yield from _mentioned(mark.source.chain)


def _mentioned(chain: Iterable[Hop] | None) -> Iterator[UUID]:
    return (hop.mention for hop in chain or () if hop.mention is not None)


def _place(marks: Iterable[Mark], mark: Mark) -> int:
    """Where a mark belongs among others in reading order."""
    return bisect_left(list(marks), reading_order(mark), key=reading_order)


def _with(table: Mapping[UUID, V], key: UUID, value: V, at: int) -> dict[UUID, V]:
    items = list(table.items())
    items.insert(at, (key, value))
    return dict(items)


def _without(table: Mapping[UUID, V], key: UUID) -> dict[UUID, V]:
    left = dict(table)
    left.pop(key, None)
    return left


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

    def has(self, node: UUID) -> bool:
        """Whether a node hangs on another."""
        return node in self._parent

    def copy(self) -> _Groups:
        new = _Groups()
        new._parent = dict(self._parent)
        return new

    def drop(self, leaf: UUID) -> None:
        """Take a node out on which none hangs."""
        self._parent.pop(leaf, None)

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
