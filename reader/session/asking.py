"""What can be said of a mark at one key each: questions, and the answers that there are to them.

A question is asked of one mark. Taking an answer carries out a use case and leads to the next
question or to none. Nothing here knows how a question is put: the window shows it as a palette of
numbered answers. What is asked of which kind of mark stands in two tables, `DESCRIBED` (fields,
one after the other) and `RELATED` (a relation, then its other end).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Final
from uuid import UUID

from reader.model.annotations import Mark
from reader.model.errors import Message
from reader.model.vocabulary import (
    ClaimKind,
    Directness,
    MarkType,
    Naming,
    Number,
    Polarity,
    RelationType,
    SourceKind,
    Status,
)
from reader.session import composing, defaults
from reader.session.article import ArticleSession
from reader.session.errors import SessionError
from reader.text.quotes import line_of
from reader.text.shingles import tokens

MOST: Final = 30
"""Longer lists than this are picked from in the inspector."""

_SHORT: Final = 2
"""Words of so few letters make no two claims alike."""


@dataclass(frozen=True)
class Answer:
    """One answer. Words of the page are a `str`, ours a member of a closed list or a `Message`."""

    says: StrEnum | Message | str
    take: Callable[[ArticleSession], object] | None = None
    """Carries it out; None: nothing is to be done, it leads on."""
    then: Callable[[], Question] | None = None
    holds: bool = False
    """It is so already."""
    number: int = 0
    """Its own, where others may be missing before it: fingers learn it. 0: its place."""


@dataclass(frozen=True)
class Question:
    """One question about a mark."""

    asks: StrEnum | Message
    about: Mark
    answers: tuple[Answer, ...]
    then: Callable[[], Question | None] | None = None
    """What is asked next, whatever is answered."""


# Describing: one field after the other


@dataclass(frozen=True)
class Described:
    """A field that is asked for. `of_link`: of the claim's attribution rather than of the mark."""

    name: str
    values: type[StrEnum]
    asks: Message
    of_link: bool = False


DESCRIBED: Final[dict[MarkType, tuple[Described, ...]]] = {
    MarkType.SOURCE: (
        Described("kind", SourceKind, Message(code="ask_source_kind")),
        Described("naming", Naming, Message(code="ask_naming")),
        Described("number", Number, Message(code="ask_number")),
    ),
    MarkType.CLAIM: (
        Described("directness", Directness, Message(code="ask_directness"), of_link=True),
        Described("polarity", Polarity, Message(code="ask_polarity"), of_link=True),
        Described("status", Status, Message(code="ask_status")),
        Described("kind", ClaimKind, Message(code="ask_claim_kind")),
    ),
}


def describing(session: ArticleSession, mark_id: UUID, first: int = 0) -> Question | None:
    """What is asked of a mark, from its field number `first` on; None where nothing is left.

    Raises:
        SessionError: `mark_is_gone`.
    """
    mark = _mark(session, mark_id)
    links = session.attributions(mark_id)
    for n, field in enumerate(DESCRIBED.get(mark.type, ())):
        if n >= first and (links or not field.of_link):
            of = (links[-1].attribution if links else None) if field.of_link else mark.body
            now = getattr(of, field.name, None)
            answers = tuple(
                Answer(value, partial(_set, mark_id, field, value), holds=value == now)
                for value in field.values
            )
            return Question(field.asks, mark, answers, partial(describing, session, mark_id, n + 1))
    return None


def _set(mark_id: UUID, field: Described, value: StrEnum, session: ArticleSession) -> object:
    fields = {field.name: value}
    if field.of_link:
        return session.do(composing.edit_attribution, mark_id, **fields)
    return session.edit_body(mark_id, **fields)


# Relating: which relation, then its other end

Others = Callable[[ArticleSession, Mark], Sequence[Mark | str]]
Relate = Callable[[ArticleSession, UUID, "Mark | str"], object]


@dataclass(frozen=True)
class Related:
    """A relation that can be said of a mark: what it is called, its other ends, the use case."""

    says: StrEnum | Message
    others: Others
    relate: Relate


def relating(session: ArticleSession, mark_id: UUID) -> Question:
    """Which relation of a mark is to be said, of those that have something at the other end.

    Raises:
        SessionError: `mark_is_gone`; `nothing_to_relate`.
    """
    mark = _mark(session, mark_id)
    rows = enumerate(RELATED.get(mark.type, ()), start=1)
    found = [(n, row, row.others(session, mark)[:MOST]) for n, row in rows]
    answers = tuple(
        Answer(row.says, then=partial(_picking, mark, row, others), number=n)
        for n, row, others in found
        if others
    )
    if not answers:
        raise SessionError("nothing_to_relate")
    return Question(Message(code="ask_relation"), mark, answers)


def _picking(mark: Mark, row: Related, others: Sequence[Mark | str]) -> Question:
    def answer(other: Mark | str) -> Answer:
        words = other if isinstance(other, str) else other.words
        return Answer(words, lambda session: row.relate(session, mark.id, other))

    return Question(row.says, mark, tuple(map(answer, others)))


def _mark(session: ArticleSession, mark_id: UUID) -> Mark:
    mark = session.marks.get(mark_id)
    if mark is None:
        raise SessionError("mark_is_gone")
    return mark


def _id(other: Mark | str) -> UUID:
    if isinstance(other, str):
        raise TypeError(other)
    return other.id


def _sources(session: ArticleSession, mark: Mark) -> list[Mark]:
    """The other sources of the article: what was of interest last first, then in reading order."""
    found = [m for m in session.here() if m.type is MarkType.SOURCE and m.id != mark.id]
    return session.lately.by_recency(found)


def _other_sources(session: ArticleSession, mark: Mark) -> list[Mark]:
    """Of each other source one mention, the one that it is called by."""
    sourcing = session.desk.sourcing
    seen = {sourcing.source_of(mark.id)}
    found: list[Mark] = []
    for mention in _sources(session, mark):
        source = sourcing.source_of(mention.id)
        if source not in seen and mention.source.entity is not None:
            seen.add(source)
            found.append(mention)
    return found


def _voices(session: ArticleSession, mark: Mark) -> list[Mark]:
    """Who may stand behind the source of a claim; whoever does not speak yet first."""
    links = session.attributions(mark.id)
    if not links:
        return []
    speaking = {link.to.id for link in session.relations.values()}
    found = [m for m in _sources(session, mark) if m.id != links[-1].to.id]
    return sorted(found, key=lambda m: m.id in speaking)


def _new_sources(session: ArticleSession, mark: Mark) -> list[Mark]:
    linked = {link.to.id for link in session.attributions(mark.id)}
    return [m for m in _sources(session, mark) if m.id not in linked]


def _claims(session: ArticleSession, mark: Mark) -> list[Mark]:
    """The other claims, those that say the most alike first, then the nearest."""
    claims = [m for m in session.here() if m.type is MarkType.CLAIM]
    at, mine = claims.index(mark), _content(mark)

    def distance(n: int) -> tuple[float, int]:
        other = _content(claims[n])
        shared = len(mine & other) / max(1, min(len(mine), len(other)))
        return -round(shared, 1), abs(n - at)

    return [claims[n] for n in sorted(range(len(claims)), key=distance) if n != at]


def _summaries(session: ArticleSession, mark: Mark) -> list[Mark]:
    """The other claims, those first that restate some already: who sums up, sums up several."""
    restating = session.desk.sourcing.restates
    return sorted(_claims(session, mark), key=lambda m: m.id not in restating)


def _content(mark: Mark) -> set[str]:
    return {token for token in tokens(mark.words) if len(token) > _SHORT}


def _claims_around(session: ArticleSession, mark: Mark) -> list[Mark]:
    """The claims that have a source: those that hold the words of a mark first, then the latest."""
    claims = [m for m in session.here() if m.type is MarkType.CLAIM and session.attributions(m.id)]
    lately = {mark_id: n for n, mark_id in enumerate(reversed(session.lately.marked))}

    def far(claim: Mark) -> tuple[bool, int]:
        outer, inner = claim.span, mark.span
        holds = outer and inner and outer.start <= inner.start and inner.end <= outer.end
        return not holds, lately.get(claim.id, len(lately))

    return sorted(claims, key=far)


def _channels(session: ArticleSession, mark: Mark) -> list[str]:
    """The media that messages come through: those that the claim's line names first."""
    span = mark.span
    if span is None or not session.attributions(mark.id):
        return []
    text = session.article.page_text
    start, end = line_of(text, span.start, span.end) if span.end <= len(text) else (0, 0)
    return defaults.channels(text[start:end])


def _undisclosed(session: ArticleSession, source: UUID, relay: UUID) -> object:
    return session.do(composing.relay, source, relay, undisclosed=True)


def _passed_on(session: ArticleSession, relay: UUID, source: Mark | str, **how: bool) -> object:
    """Who speaks is the last source then, not who passes it on."""
    change = session.do(composing.relay, _id(source), relay, **how)
    session.notice(session.marks[_id(source)])
    return change


def _stood_behind(session: ArticleSession, voice: UUID, claim: Mark | str) -> object:
    """Who speaks is the last source then, not the voice behind."""
    change = session.do(composing.rests_on, _id(claim), voice)
    session.notice(session.marks[session.attributions(_id(claim))[-1].to.id])
    return change


def _between(kind: RelationType) -> Related:
    return Related(kind, _claims, lambda s, m, o: s.relate(kind, m, _id(o)))


RELATED: Final[dict[MarkType, tuple[Related, ...]]] = {
    MarkType.SOURCE: (
        Related(
            RelationType.SAME_SOURCE, _other_sources, lambda s, m, o: s.same_source(m, _id(o))
        ),
        Related(
            Message(code="relation_through"),
            _other_sources,
            lambda s, m, o: s.do(composing.relay, m, _id(o)),
        ),
        Related(
            Message(code="relation_through_undisclosed"),
            _other_sources,
            lambda s, m, o: _undisclosed(s, m, _id(o)),
        ),
        Related(Message(code="relation_passes_on"), _other_sources, _passed_on),
        Related(
            Message(code="relation_passes_on_undisclosed"),
            _other_sources,
            partial(_passed_on, undisclosed=True),
        ),
        Related(Message(code="relation_stands_behind"), _claims_around, _stood_behind),
    ),
    MarkType.CLAIM: (
        Related(
            RelationType.ATTRIBUTED_TO, _new_sources, lambda s, m, o: s.link(m, _id(o))
        ),
        Related(
            Message(code="relation_rests_on"),
            _voices,
            lambda s, m, o: s.do(composing.rests_on, m, _id(o)),
        ),
        Related(
            Message(code="relation_channel"),
            _channels,
            lambda s, m, o: s.do(composing.through_channel, m, o),
        ),
        _between(RelationType.RESTATES),
        Related(
            Message(code="relation_restated_by"),
            _summaries,
            lambda s, m, o: s.relate(RelationType.RESTATES, _id(o), m),
        ),
        _between(RelationType.CORROBORATED_BY),
        _between(RelationType.CONTRADICTED_BY),
        _between(RelationType.QUALIFIES),
        _between(RelationType.UPDATES),
    ),
}  # fmt: skip
