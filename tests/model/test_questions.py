"""The open questions of a summary, each from what raises it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from reader.model.article import DateRole, DateStatement, Direction
from reader.model.questions import questions
from reader.model.summary import (
    ChainLink,
    ClaimRow,
    ClaimSource,
    ContactRow,
    EvidenceRow,
    Head,
    Question,
    SourceRow,
    VerdictRow,
)
from reader.model.vocabulary import (
    AnonymityReason,
    ClaimKind,
    Knowledge,
    Naming,
    Number,
    Polarity,
    SourceKind,
    Stance,
    Standing,
    Status,
)
from tests.support.desks import NOON

TODAY = date(2026, 1, 2)
STATED = DateStatement(written="1/1/2026", value=date(2026, 1, 1), where="meta")


def head(published: DateStatement | None = STATED, *others: DateStatement) -> Head:
    dates = (published, *others) if published else others
    return Head(
        title="",
        standfirst="",
        outlet="",
        author="",
        published=published,
        dates=dates,
        dates_disagree=len({d.value for d in dates if d.value}) > 1,
        canonical_url="",
        claimed_url="",
        archive_url="",
        saved_at=None,
        dir=Direction.RTL,
    )


def cited(number: int = 1, naming: Naming = Naming.NAMED, **fields: Any) -> ClaimSource:
    values = {"directness": None, "polarity": Polarity.AFFIRMS, "chain": ()} | fields
    return ClaimSource(source=number, name="", naming=naming, **values)


def claim(*sources: ClaimSource, **fields: Any) -> ClaimRow:
    values = {
        "number": 7,
        "words": "",
        "normalised": "",
        "kind": ClaimKind.EVENT,
        "date": None,
        "in_headline": False,
        "restates": (),
        "directness": None,
        "status": Status.NEW,
        "verdicts": (),
        "evidence": (),
        "contacts": (),
        "codes": (),
        "note": "",
        "signed_off_by": "",
    } | fields
    return ClaimRow(sources=sources, **values)


def source(**fields: Any) -> SourceRow:
    values = {
        "number": 3,
        "name": "",
        "kind": SourceKind.PERSON,
        "naming": Naming.DESCRIBED,
        "how_many": Number.ONE,
        "role": "",
        "affiliation": "",
        "country": "",
        "standing": Standing.UNSTATED,
        "knowledge": Knowledge.UNSTATED,
        "anonymity_reason": AnonymityReason.NONE_GIVEN,
        "anonymity_words": "",
        "mentions": 1,
        "claims": (),
        "relay_only": False,
    } | fields
    return SourceRow(**values)


def asked(
    *claims: ClaimRow, sources: tuple[SourceRow, ...] = (), of: Head | None = None
) -> dict[str, Question]:
    found = questions(of or head(), claims, sources, elsewhere=0, today=TODAY)
    return {question.message.code: question for question in found}


VERDICT = VerdictRow(scale="s", value="v", label="v", reason="", decided_at=NOON)
EVIDENCE = EvidenceRow(
    url="", archive_url="", file_name="", sha256=None, accessed=None, quote="",
    stance=Stance.SUPPORTS, note="",
)  # fmt: skip


def contact(days: int, answer: str = "") -> ContactRow:
    due = TODAY + timedelta(days=days)
    return ContactRow(who="", how="", asked_at=None, due=due, answer=answer)


@pytest.mark.parametrize(
    ("code", "raised_by"),
    [
        ("question_unsourced", claim()),
        ("question_one_anonymous", claim(cited(naming=Naming.BARE), cited(naming=Naming.BARE))),
        (
            "question_undisclosed",
            claim(cited(chain=(ChainLink(words=""), ChainLink(words="x", undisclosed=True)))),
        ),
        ("question_disputed", claim(cited(1), cited(2, polarity=Polarity.DENIES))),
        ("question_late", claim(cited(), contacts=(contact(-1),))),
        ("question_awaiting", claim(cited(), status=Status.AWAITING_RESPONSE)),
        ("question_being_checked", claim(cited(), status=Status.IN_PROGRESS)),
        ("question_no_verdict", claim(cited(), status=Status.CONCLUDED)),
        ("question_no_evidence", claim(cited(), verdicts=(VERDICT,))),
    ],
)
def test_a_claim_raises_one_question_and_is_named_in_it(code: str, raised_by: ClaimRow) -> None:
    found = asked(raised_by)
    assert list(found) == [code]
    assert found[code].claims == (7,)
    assert found[code].message.params == {"n": 1}


@pytest.mark.parametrize(
    "settled",
    [
        claim(cited()),
        claim(in_headline=True),
        claim(restates=(1,)),
        claim(cited(1, Naming.BARE), cited(2, Naming.BARE)),
        claim(cited(), contacts=(contact(0), contact(-1, "نعم"))),
        claim(cited(), status=Status.CONCLUDED, verdicts=(VERDICT,), evidence=(EVIDENCE,)),
        claim(cited(), status=Status.DROPPED),
    ],
)
def test_a_settled_claim_raises_none(settled: ClaimRow) -> None:
    assert asked(settled) == {}


def test_an_anonymous_source_without_a_reason_is_asked_about() -> None:
    assert asked(sources=(source(),))["question_no_reason"].sources == (3,)


@pytest.mark.parametrize(
    "fields",
    [
        {"naming": Naming.ROLE_ONLY},
        {"relay_only": True},
        {"anonymity_reason": AnonymityReason.SAFETY},
    ],
)
def test_an_explained_or_identified_source_or_a_relay_is_not(fields: dict[str, Any]) -> None:
    assert asked(sources=(source(**fields),)) == {}


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (head(None), "question_no_date"),
        (head(DateStatement(written="أمس", where="text")), "question_no_date"),
        (
            head(STATED, DateStatement(written="x", value=date(2020, 1, 1), where="text")),
            "question_dates_disagree",
        ),
        (head(STATED.model_copy(update={"guessed": True})), "question_date_guessed"),
    ],
)
def test_a_date_that_is_not_certain_is_asked_about(given: Head, code: str) -> None:
    assert list(asked(of=given)) == [code]


def test_the_day_of_a_later_change_is_not_among_the_dates_that_disagree() -> None:
    found = [
        DateStatement(written="x", value=date(2020, 1, day), where="text", role=role)
        for day, role in ((1, DateRole.MENTIONED), (2, DateRole.MODIFIED))
    ]
    assert asked(of=head(STATED, *found))["question_dates_disagree"].message.params == {"n": 2}


def test_marks_on_another_version_are_told() -> None:
    (found,) = questions(head(), (), (), elsewhere=2, today=TODAY)
    assert found.message.model_dump() == {"code": "question_elsewhere", "params": {"n": 2}}
