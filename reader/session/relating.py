"""How a mark may be related, at one key each: which relation, then its other end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Any, Final, Generic, TypeVar
from uuid import UUID

from reader.model.annotations import Mark
from reader.model.errors import Message
from reader.model.vocabulary import MarkType, RelationType
from reader.session import defaults, relaying
from reader.session.article import ArticleSession
from reader.session.asking import Answer, Question
from reader.session.errors import SessionError
from reader.session.maker import mark_of
from reader.text.quotes import line_of
from reader.text.shingles import tokens

T = TypeVar("T", bound=Mark | str)
"""What stands at the other end: a mark, or words for what has none."""

MOST: Final = 30
"""Longer lists than this are picked from in the inspector."""

_SHORT: Final = 2
"""Words of so few letters make no two claims alike."""


@dataclass(frozen=True)
class Related(Generic[T]):
    """A relation that can be said of a mark: what it is called, its other ends, the use case."""

    says: StrEnum | Message
    others: Callable[[ArticleSession, Mark], Sequence[T]]
    relate: Callable[[ArticleSession, UUID, T], object]


def which_relation(session: ArticleSession, mark_id: UUID) -> Question:
    """Which relation of a mark is to be said, of those that have something at the other end.

    Raises:
        SessionError: `mark_is_gone`; `nothing_to_relate`.
    """
    mark = mark_of(session.desk, mark_id)
    rows = enumerate(RELATED.get(mark.type, ()), start=1)
    found = [(n, row, row.others(session, mark)[:MOST]) for n, row in rows]
    answers = tuple(
        Answer(row.says, then=partial(_other_end, mark, row, others), number=n)
        for n, row, others in found
        if others
    )
    if not answers:
        raise SessionError("nothing_to_relate")
    return Question(Message(code="ask_relation"), mark, answers)


def _other_end(mark: Mark, row: Related[T], others: Sequence[T]) -> Question:
    def answer(other: T) -> Answer:
        words = other if isinstance(other, str) else other.words
        return Answer(words, lambda session: row.relate(session, mark.id, other))

    return Question(row.says, mark, tuple(map(answer, others)))


def _sources(session: ArticleSession, mark: Mark) -> list[Mark]:
    """The other sources of the article: what was of interest last first, then the nearest."""
    found = [m for m in session.here() if m.type is MarkType.SOURCE and m.id != mark.id]
    return session.lately.offered(found, mark)


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
    mine = _content(mark)
    # One on another version is near to none.
    at = next((n for n, claim in enumerate(claims) if claim.id == mark.id), 0)

    def distance(n: int) -> tuple[float, int]:
        other = _content(claims[n])
        shared = len(mine & other) / max(1, min(len(mine), len(other)))
        return -round(shared, 1), abs(n - at)

    ordered = (claims[n] for n in sorted(range(len(claims)), key=distance))
    return [claim for claim in ordered if claim.id != mark.id]


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


def _passed_on(session: ArticleSession, relay: UUID, source: Mark, **how: bool) -> object:
    """Who speaks is the last source then, not who passes it on."""
    change = session.do(relaying.relay, source.id, relay, **how)
    session.notice(session.marks[source.id])
    return change


def _stood_behind(session: ArticleSession, voice: UUID, claim: Mark) -> object:
    """Who speaks is the last source then, not the voice behind."""
    change = session.do(relaying.rests_on, claim.id, voice)
    session.notice(session.marks[session.attributions(claim.id)[-1].to.id])
    return change


def _between(kind: RelationType) -> Related[Mark]:
    return Related(kind, _claims, lambda s, m, o: s.relate(kind, m, o.id))


RELATED: Final[dict[MarkType, tuple[Related[Any], ...]]] = {
    MarkType.SOURCE: (
        Related(
            RelationType.SAME_SOURCE, _other_sources, lambda s, m, o: s.same_source(m, o.id)
        ),
        Related(
            Message(code="relation_through"),
            _other_sources,
            lambda s, m, o: s.do(relaying.relay, m, o.id),
        ),
        Related(
            Message(code="relation_through_undisclosed"),
            _other_sources,
            lambda s, m, o: s.do(relaying.relay, m, o.id, undisclosed=True),
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
            RelationType.ATTRIBUTED_TO, _new_sources, lambda s, m, o: s.link(m, o.id)
        ),
        Related(
            Message(code="relation_rests_on"),
            _voices,
            lambda s, m, o: s.do(relaying.rests_on, m, o.id),
        ),
        Related(
            Message(code="relation_channel"),
            _channels,
            lambda s, m, o: s.do(relaying.through_channel, m, o),
        ),
        _between(RelationType.RESTATES),
        Related(
            Message(code="relation_restated_by"),
            _summaries,
            lambda s, m, o: s.relate(RelationType.RESTATES, o.id, m),
        ),
        _between(RelationType.CORROBORATED_BY),
        _between(RelationType.CONTRADICTED_BY),
        _between(RelationType.QUALIFIES),
        _between(RelationType.UPDATES),
    ),
}  # fmt: skip
