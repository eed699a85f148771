"""The fields of a mark that are asked for at one key each, one after the other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Final
from uuid import UUID

from reader.model.errors import Message
from reader.model.vocabulary import (
    ClaimKind,
    Directness,
    MarkType,
    Naming,
    Number,
    Polarity,
    SourceKind,
    Status,
)
from reader.session import relaying
from reader.session.article import ArticleSession
from reader.session.asking import Answer, Question
from reader.session.maker import mark_of


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


def next_field(session: ArticleSession, mark_id: UUID, first: int = 0) -> Question | None:
    """The question for a field of a mark, from number `first` on; None where nothing is left.

    Raises:
        SessionError: `mark_is_gone`.
    """
    mark = mark_of(session.desk, mark_id)
    links = session.attributions(mark_id)
    for n, field in enumerate(DESCRIBED.get(mark.type, ())):
        if n >= first and (links or not field.of_link):
            of = (links[-1].attribution if links else None) if field.of_link else mark.body
            now = getattr(of, field.name, None)
            answers = tuple(
                Answer(value, partial(_set, mark_id, field, value), holds=value == now)
                for value in field.values
            )
            return Question(field.asks, mark, answers, partial(next_field, session, mark_id, n + 1))
    return None


def _set(mark_id: UUID, field: Described, value: StrEnum, session: ArticleSession) -> object:
    fields = {field.name: value}
    if field.of_link:
        return session.do(relaying.edit_attribution, mark_id, **fields)
    return session.edit_body(mark_id, **fields)
