"""What a summary leaves open: derived from its rows, so that nobody has to keep a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from reader.model.article import DateRole
from reader.model.errors import Message
from reader.model.summary import ClaimRow, Head, Question, SourceRow
from reader.model.vocabulary import AnonymityReason, Polarity, Status

_BEING_CHECKED = (Status.CHOSEN, Status.IN_PROGRESS, Status.REVIEW)


def questions(
    head: Head,
    claims: Sequence[ClaimRow],
    sources: Sequence[SourceRow],
    *,
    elsewhere: int,
    to_review: int = 0,
    today: date,
) -> tuple[Question, ...]:
    """The open questions of an article, the gravest kind first.

    Args:
        head: the page's account of itself.
        claims: all; those that the profile does not count raise no question of sourcing.
        sources: all.
        elsewhere: how many marks stand on another text version only.
        to_review: how many marks were left out until a person has said where they stand.
        today: contacts due before it are late.
    """
    of_claims = (_about(code, claims, raises) for code, raises in _claim_rules(today).items())
    found = [*of_claims, _unexplained(sources), *_of_dates(head)]
    for code, n in (("question_to_review", to_review), ("question_elsewhere", elsewhere)):
        if n:
            found.append(Question(message=Message(code=code, params={"n": n})))
    return tuple(q for q in found if q is not None)


def _claim_rules(today: date) -> dict[str, Callable[[ClaimRow], bool]]:
    """Question -> whether a claim raises it."""
    return {
        "question_unsourced": lambda c: c.counted and not c.sources,
        "question_one_anonymous": lambda c: c.counted and _rests_on_one_anonymous(c),
        "question_undisclosed": lambda c: c.counted and any(s.undisclosed for s in c.sources),
        "question_disputed": lambda c: {s.polarity for s in c.sources} == set(Polarity),
        "question_late": lambda c: any(is_late(k.due, k.answer, today) for k in c.contacts),
        "question_awaiting": lambda c: c.status is Status.AWAITING_RESPONSE,
        "question_being_checked": lambda c: c.status in _BEING_CHECKED,
        "question_no_verdict": lambda c: c.status is Status.CONCLUDED and not c.verdicts,
        "question_no_evidence": lambda c: bool(c.verdicts) and not c.evidence,
    }


def _about(
    code: str, claims: Sequence[ClaimRow], raises: Callable[[ClaimRow], bool]
) -> Question | None:
    numbers = tuple(c.number for c in claims if raises(c))
    message = Message(code=code, params={"n": len(numbers)})
    return Question(message=message, claims=numbers) if numbers else None


def _rests_on_one_anonymous(claim: ClaimRow) -> bool:
    namings = {s.source: s.naming for s in claim.sources}
    return len(namings) == 1 and not any(n.is_identified for n in namings.values())


def is_late(due: date | None, answer: str, today: date) -> bool:
    """Whether an answer was due before today and none has come."""
    return due is not None and due < today and not answer


def _unexplained(sources: Sequence[SourceRow]) -> Question | None:
    numbers = tuple(
        s.number
        for s in sources
        if not (s.relay_only or s.naming.is_identified)
        and s.anonymity_reason is AnonymityReason.NONE_GIVEN
    )
    message = Message(code="question_no_reason", params={"n": len(numbers)})
    return Question(message=message, sources=numbers) if numbers else None


def _of_dates(head: Head) -> list[Question]:
    if head.published is None or head.published.value is None:
        return [Question(message=Message(code="question_no_date"))]
    if head.dates_disagree:
        days = {d.value for d in head.dates if d.role is not DateRole.MODIFIED} - {None}
        message = Message(code="question_dates_disagree", params={"n": len(days)})
        return [Question(message=message)]
    if head.published.guessed:
        return [Question(message=Message(code="question_date_guessed"))]
    return []
