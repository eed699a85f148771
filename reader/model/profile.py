"""The sourcing profile of an article («خلاصة الإسناد»): every figure with what it is a part of.

Rules: a claim in the headline is not counted, nor one that restates others of the article. A
joint statement is one source, two outlets that quote one origin are one, relays are none. AFP
asks for two independent sources; Reuters never writes the plural for one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from reader.model.annotations import Annotations, Mark
from reader.model.base import Value
from reader.model.errors import Message
from reader.model.library import Entity
from reader.model.sourcing import Link, Sourcing
from reader.model.vocabulary import (
    Directness,
    Naming,
    Polarity,
    SourceKind,
    Standing,
)

M = TypeVar("M", bound=StrEnum)
Headline = Mapping[str, Sequence[tuple[int, int]]]
"""Text version -> spans in code points of its page text."""


class Profile(Value):
    """How an article is sourced. Each group of figures is a part of the figure it names."""

    marked_claims: int
    in_headline: int
    """Of `marked_claims`; not counted further."""
    restating: int
    """Of `marked_claims`: they stand below the headline, and sum up or repeat others; not counted
    further."""

    claims: int
    """The claims that count."""
    attributed: int
    """Of `claims`."""
    unsourced: int
    """Of `claims`."""

    single_source: int
    """Of `attributed`: one source affirms, or one denies where none affirms."""
    two_or_more: int
    """Of `attributed`."""
    identified_only: int
    """Of `attributed`: every source is named or known by an office."""
    anonymous_only: int
    """Of `attributed`: no source is."""
    identified_and_anonymous: int
    """Of `attributed`."""
    denied: int
    """Of `attributed`: at least one source denies it."""
    direct: int
    """Of `attributed`."""
    indirect: int
    """Of `attributed`."""
    mixed: int
    """Of `attributed`; links of several kinds make a claim mixed."""
    directness_unstated: int
    """Of `attributed`."""
    through_undisclosed: int
    """Of `attributed`: told to somebody whom the outlet does not give as its source."""

    mentions: int
    source_mentions: int
    """Of `mentions`: those that speak."""
    relay_only: int
    """Of `mentions`: those that only pass on."""
    anonymous_mentions: int
    """Of `source_mentions`."""
    by_kind: dict[SourceKind, int]
    """Of `source_mentions`."""
    by_naming: dict[Naming, int]
    """Of `source_mentions`, by the best identified mention of the same source."""

    entities: int
    """Distinct sources and relays that have a card."""
    source_entities: int
    """Of `entities`: those that speak."""
    anonymous_entities: int
    """Of `source_entities`."""
    by_standing: dict[Standing, int]
    """Of `source_entities`."""

    sources: int
    """Distinct sources that speak, with a card or without."""
    anonymous_sources: int
    """Of `sources`."""
    reasons_given: int
    """Of `anonymous_sources`: the outlet says why it names no name."""

    undisclosed_relays: int
    """Distinct ones («نقل غير معلن»)."""
    longest_chain_links: int
    """The outlet, the relays and the voices; 0 where no source is marked."""

    def sentences(self) -> tuple[Message, Message, Message]:
        """The profile in three sentences: on claims, on naming, on how the words came."""
        return (
            self._message("profile_claims", "claims single_source two_or_more unsourced")
            if self.claims
            else self._message("profile_none_counted", "marked_claims")
            if self.marked_claims
            else Message(code="profile_no_claims"),
            Message(code="profile_no_naming")
            if not self.attributed
            else self._message(
                "profile_naming",
                "attributed identified_only anonymous_only identified_and_anonymous"
                " anonymous_sources reasons_given",
            )
            if self.anonymous_sources
            else self._message("profile_all_identified", "attributed"),
            self._message(
                "profile_chain",
                "direct indirect mixed longest_chain_links through_undisclosed undisclosed_relays",
            )
            if self.attributed
            else Message(code="profile_no_chain"),
        )

    def _message(self, code: str, names: str) -> Message:
        return Message(code=code, params={name: getattr(self, name) for name in names.split()})

    def figures(self) -> tuple[Figure, ...]:
        """Every figure but the lists, in reading order, each with its whole."""
        return tuple(
            Figure(name=name, count=getattr(self, name), of=getattr(self, whole) if whole else None)
            for whole, parts in _PARTS
            for name in parts.split()
        )


class Figure(Value):
    """One figure of a profile, to be shown with the whole that it is a part of."""

    name: str
    """A field of `Profile`; worded as `figure_<name>`."""
    count: int
    of: int | None


_PARTS = (
    ("", "marked_claims"),
    ("marked_claims", "in_headline restating claims"),
    ("claims", "attributed unsourced"),
    (
        "attributed",
        "single_source two_or_more identified_only anonymous_only identified_and_anonymous",
    ),
    ("attributed", "denied direct indirect mixed directness_unstated through_undisclosed"),
    ("", "mentions"),
    ("mentions", "source_mentions relay_only"),
    ("source_mentions", "anonymous_mentions"),
    ("", "entities"),
    ("entities", "source_entities"),
    ("source_entities", "anonymous_entities"),
    ("", "sources"),
    ("sources", "anonymous_sources"),
    ("anonymous_sources", "reasons_given"),
    ("", "undisclosed_relays longest_chain_links"),
)


def profile(
    annotations: Annotations,
    entities: Mapping[UUID, Entity],
    headline: Headline,
) -> Profile:
    """The sourcing profile of an article, in time linear in its marks and relations.

    Args:
        annotations: those of the article.
        entities: the cards at least of the sources named in it.
        headline: spans of title and standfirst, under the text version that they count in. A
            claim on a version that is not there counts as one of the text below.
    """
    return profile_of(Sourcing(annotations, entities), headline)


def profile_of(sourcing: Sourcing, headline: Headline) -> Profile:
    """The same, where it is known already who stands behind each claim."""
    chains = tuple(sourcing.chains())
    return Profile.model_validate(
        {
            **_claims(sourcing, headline),
            **_mentions(sourcing),
            **_sources(sourcing),
            "undisclosed_relays": len(
                {sourcing.relay(h) for c in chains for h in c if h.undisclosed}
            ),
            "longest_chain_links": max((1 + len(c) for c in chains), default=0),
        }
    )


def in_headline(claim: Mark, headline: Headline) -> bool:
    """Whether a claim begins inside title or standfirst of the text version that it is on."""
    span = claim.span
    return span is not None and any(s <= span.start < e for s, e in headline.get(span.version, ()))


def _claims(sourcing: Sourcing, headline: Headline) -> dict[str, int]:
    above = {i for i, c in sourcing.claims.items() if in_headline(c, headline)}
    counted = [i for i in sourcing.claims if i not in above and i not in sourcing.restates]
    linked = [links for i in counted if (links := sourcing.links[i])]
    return {
        "marked_claims": len(sourcing.claims),
        "in_headline": len(above),
        "restating": len(sourcing.restates.keys() - above),
        "claims": len(counted),
        "attributed": len(linked),
        "unsourced": len(counted) - len(linked),
        "denied": sum(any(k.polarity is Polarity.DENIES for k in links) for links in linked),
        "through_undisclosed": sum(
            any(h.undisclosed for k in links for h in k.chain) for links in linked
        ),
        **_numbers(linked),
        **_namings(sourcing, linked),
        **_directness(linked),
    }


def _numbers(linked: Sequence[Sequence[Link]]) -> dict[str, int]:
    several = sum(len(backers(links)) > 1 for links in linked)
    return {"single_source": len(linked) - several, "two_or_more": several}


def backers(links: Iterable[Link]) -> set[UUID]:
    """The distinct sources that a claim rests on: those that affirm it, else those that deny it."""
    by_polarity: dict[Polarity, set[UUID]] = {p: set() for p in Polarity}
    for link in links:
        by_polarity[link.polarity].add(link.source)
    return by_polarity[Polarity.AFFIRMS] or by_polarity[Polarity.DENIES]


def _namings(sourcing: Sourcing, linked: Sequence[Sequence[Link]]) -> dict[str, int]:
    kinds = Counter(
        frozenset(sourcing.naming[link.source].is_identified for link in links) for links in linked
    )
    return {
        "identified_only": kinds[frozenset({True})],
        "anonymous_only": kinds[frozenset({False})],
        "identified_and_anonymous": kinds[frozenset({True, False})],
    }


def directness_of(links: Sequence[Link]) -> Directness | None:
    """How a claim is reported: mixed where its links differ, None where none says."""
    kinds = {link.directness for link in links} - {None}
    return Directness.MIXED if len(kinds) > 1 else next(iter(kinds), None)


def _directness(linked: Sequence[Sequence[Link]]) -> dict[str, int]:
    kinds = Counter(directness_of(links) for links in linked)
    return {"directness_unstated": kinds[None], **{d.value: kinds[d] for d in Directness}}


def _mentions(sourcing: Sourcing) -> dict[str, object]:
    speaking = [m for i, m in sourcing.mentions.items() if i not in sourcing.relay_only]
    namings = [sourcing.naming[sourcing.source_of(m.id)] for m in speaking]
    return {
        "mentions": len(sourcing.mentions),
        "source_mentions": len(speaking),
        "relay_only": len(sourcing.relay_only),
        "anonymous_mentions": sum(not n.is_identified for n in namings),
        "by_kind": _tally(SourceKind, (m.source.kind for m in speaking)),
        "by_naming": _tally(Naming, namings),
    }


def _sources(sourcing: Sourcing) -> dict[str, object]:
    speaking = [
        source
        for source, mentions in sourcing.sources.items()
        if any(m.id not in sourcing.relay_only for m in mentions)
    ]
    anonymous = [s for s in speaking if not sourcing.naming[s].is_identified]
    cards = [s for s in speaking if sourcing.has_card(s)]
    return {
        "entities": sum(map(sourcing.has_card, sourcing.sources)),
        "source_entities": len(cards),
        "anonymous_entities": sum(map(sourcing.has_card, anonymous)),
        "by_standing": _tally(Standing, map(sourcing.standing, cards)),
        "sources": len(speaking),
        "anonymous_sources": len(anonymous),
        "reasons_given": sum(map(sourcing.has_reason, anonymous)),
    }


def _tally(kind: type[M], members: Iterable[M]) -> dict[M, int]:
    counts = Counter(members)
    return {member: counts[member] for member in kind}
