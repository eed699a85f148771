"""The rows of a summary: claims, sources and marks, numbered in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar
from uuid import UUID

from reader.model.annotations import (
    Annotations,
    Contact,
    Evidence,
    Hop,
    Mark,
    SourceMention,
    Verdict,
)
from reader.model.article import Article
from reader.model.library import Codebook, Entity
from reader.model.profile import directness_of, in_headline
from reader.model.projection import Projection
from reader.model.sourcing import Link, Sourcing
from reader.model.summary import (
    ChainLink,
    ClaimRow,
    ClaimSource,
    CodeRow,
    ContactRow,
    EvidenceRow,
    Language,
    MarkRow,
    SourceRow,
    VerdictRow,
)
from reader.model.vocabulary import AnonymityReason, Knowledge, MarkType, Number, SourceKind

V = TypeVar("V")


def page_span(mark: Mark, article: Article) -> tuple[int, int] | None:
    """Where a mark stands in a text version, in code points; None where it does not."""
    span = mark.span
    if span is None or not span.stands_in(article.version, article.page_text):
        return None
    return span.start, span.end


class Rows:
    """Everything that is said of one text version, in rows that refer to each other by number."""

    def __init__(
        self,
        article: Article,
        annotations: Annotations,
        entities: Mapping[UUID, Entity],
        codebook: Codebook,
        language: Language,
        sourcing: Sourcing | None = None,
    ) -> None:
        """Number what there is.

        Args:
            article: the text version.
            annotations: all that is said of the article, as it stands in that version.
            entities: the cards at least of the sources named in it.
            codebook: words codes and verdicts.
            language: of those words.
            sourcing: of these annotations, where it is known already.
        """
        self._article = article
        self._codebook = codebook
        self._language = language
        self._sourcing = sourcing or Sourcing(annotations, entities)
        self._spans = {m.id: page_span(m, article) for m in annotations.marks}
        self._marks = sorted(annotations.marks, key=self._place)
        self._claims = _numbered(m.id for m in self._marks if m.type is MarkType.CLAIM)
        self._sources = _numbered(
            self._sourcing.source_of(m.id) for m in self._marks if m.type is MarkType.SOURCE
        )
        self._cited = self._citations()

    def _place(self, mark: Mark) -> tuple[bool, int, int, str]:
        """Reading order: what is on the page, then what is on another version or nowhere."""
        start, end = self._spans[mark.id] or (mark.span.start if mark.span else 0, 0)
        return self._spans[mark.id] is None, start, -end, str(mark.id)

    def _citations(self) -> dict[UUID, list[int]]:
        """Source -> the numbers of the claims attributed to it."""
        cited: dict[UUID, list[int]] = {source: [] for source in self._sources}
        for claim, number in self._claims.items():
            for source in dict.fromkeys(k.source for k in self._sourcing.links[claim]):
                cited[source].append(number)
        return cited

    @property
    def elsewhere(self) -> int:
        """How many marks stand on another text version only."""
        return sum(m.span is not None and self._spans[m.id] is None for m in self._marks)

    def marks_of(self, claims: Iterable[int], sources: Iterable[int]) -> tuple[UUID, ...]:
        """The marks of these claims, and the first mention of each of these sources."""
        wanted, heads = set(claims), set(sources)
        first: dict[int, UUID] = {}
        for mark in self._marks:
            if mark.type is MarkType.SOURCE:
                first.setdefault(self._sources[self._sourcing.source_of(mark.id)], mark.id)
        of_claims = (i for i, number in self._claims.items() if number in wanted)
        return (*of_claims, *(i for number, i in first.items() if number in heads))

    def claims(self, outlet: str, *, include_signatures: bool) -> tuple[ClaimRow, ...]:
        """The claims, their chains beginning at `outlet`."""
        return tuple(
            self._claim(self._sourcing.claims[i], outlet, include_signatures) for i in self._claims
        )

    def _claim(self, mark: Mark, outlet: str, include_signatures: bool) -> ClaimRow:
        claim, links = mark.claim, self._sourcing.links[mark.id]
        restated = self._sourcing.restates.get(mark.id, ())
        return ClaimRow(
            number=self._claims[mark.id],
            words=mark.words,
            normalised=claim.normalised,
            kind=claim.kind,
            date=claim.date,
            in_headline=in_headline(mark, self._article.headline),
            restates=tuple(sorted(self._claims[i] for i in restated)),
            sources=tuple(self._claim_source(link, outlet) for link in links),
            directness=directness_of(links),
            status=claim.status,
            verdicts=tuple(map(self._verdict, claim.verdicts)),
            evidence=tuple(map(_evidence, claim.evidence)),
            contacts=tuple(map(_contact, claim.contacts)),
            codes=tuple(self._code(slug).label for slug in mark.codes),
            note=mark.note,
            signed_off_by=claim.signed_off_by if include_signatures else "",
        )

    def _verdict(self, verdict: Verdict) -> VerdictRow:
        return VerdictRow(
            scale=verdict.scale,
            value=verdict.value,
            label=self._codebook.verdict(verdict.scale, verdict.value, self._language),
            reason=verdict.reason,
            decided_at=verdict.decided_at,
        )

    def _claim_source(self, link: Link, outlet: str) -> ClaimSource:
        return ClaimSource(
            source=self._sources[link.source],
            name=self._sourcing.name(link.source),
            naming=self._sourcing.naming[link.source],
            directness=link.directness,
            polarity=link.polarity,
            chain=(ChainLink(words=outlet), *map(self._chain_link, link.chain)),
        )

    def _chain_link(self, hop: Hop) -> ChainLink:
        return ChainLink(
            words=self._sourcing.hop_name(hop), channel=hop.channel, undisclosed=hop.undisclosed
        )

    def sources(self) -> tuple[SourceRow, ...]:
        """The sources, relays included."""
        return tuple(map(self._source, self._sources))

    def _source(self, source: UUID) -> SourceRow:
        card = self._sourcing.entity(source)
        mentions = self._sourcing.sources[source]
        bodies = [m.source for m in mentions]
        reason = _first(bodies, lambda b: b.anonymity_reason, AnonymityReason.NONE_GIVEN)
        kinds = ([card.kind] if card else []) + [b.kind for b in bodies]
        return SourceRow(
            number=self._sources[source],
            name=self._sourcing.name(source),
            kind=next((k for k in kinds if k is not SourceKind.UNSPECIFIED), kinds[0]),
            naming=self._sourcing.naming[source],
            how_many=_first(bodies, lambda b: b.number, Number.UNSTATED),
            role=_first(bodies, lambda b: b.role, ""),
            affiliation=_first(bodies, lambda b: b.affiliation, ""),
            country=(card.country if card else "") or _first(bodies, lambda b: b.country, ""),
            standing=self._sourcing.standing(source),
            knowledge=_first(bodies, lambda b: b.knowledge, Knowledge.UNSTATED),
            anonymity_reason=reason,
            anonymity_words=_first(bodies, lambda b: b.anonymity_words, ""),
            mentions=len(mentions),
            claims=tuple(self._cited[source]),
            relay_only=all(m.id in self._sourcing.relay_only for m in mentions),
        )

    def marks(self, shown: Projection | None) -> tuple[MarkRow, ...]:
        """Every mark, with its place in the shown text where there is one."""
        return tuple(self._mark(n, m, shown) for n, m in enumerate(self._marks, 1))

    def _mark(self, number: int, mark: Mark, shown: Projection | None) -> MarkRow:
        span = self._spans[mark.id]
        start, end = (shown.span_from_page(*span) if shown and span else None) or (None, None)
        is_source = mark.type is MarkType.SOURCE
        return MarkRow(
            number=number,
            type=mark.type,
            words=mark.words,
            start=start,
            end=end,
            claim=self._claims.get(mark.id),
            source=self._sources[self._sourcing.source_of(mark.id)] if is_source else None,
            codes=tuple(map(self._code, mark.codes)),
            note=mark.note,
        )

    def _code(self, slug: str) -> CodeRow:
        code = self._codebook.code(slug)
        if code is None:
            return CodeRow(slug=slug, label=slug, colour="")
        return CodeRow(slug=slug, label=code.label(self._language), colour=code.colour)


def _numbered(ids: Iterable[UUID]) -> dict[UUID, int]:
    return {i: number for number, i in enumerate(dict.fromkeys(ids), 1)}


def _first(bodies: Iterable[SourceMention], get: Callable[[SourceMention], V], unset: V) -> V:
    return next((value for b in bodies if (value := get(b)) != unset), unset)


def _evidence(evidence: Evidence) -> EvidenceRow:
    return EvidenceRow(
        url=evidence.url,
        archive_url=evidence.archive_url,
        file_name=evidence.file_name,
        sha256=evidence.file,
        accessed=evidence.accessed,
        quote=evidence.quote,
        stance=evidence.stance,
        note=evidence.note,
    )


def _contact(contact: Contact) -> ContactRow:
    return ContactRow(
        who=contact.who,
        how=contact.how,
        asked_at=contact.asked_at,
        due=contact.due,
        answer=contact.answer,
    )
