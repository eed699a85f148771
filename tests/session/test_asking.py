"""Questions about a mark: which are asked, in which order, and what the answers do."""

from __future__ import annotations

import pytest

from reader.model.vocabulary import MarkType, Naming, Polarity, RelationType
from reader.session import describing, relating
from reader.session.errors import SessionError
from tests.support.desks import span_of


@pytest.fixture
def session(sit, page):
    return sit().open(page())


@pytest.fixture
def claim(session):
    return _mark(session, "شاحنة")


@pytest.fixture
def source(session):
    return _mark(session, "مصدر أمني", MarkType.SOURCE)


def _mark(session, words, kind=MarkType.CLAIM):
    return session.add_mark(kind, *span_of(session.article, words))


def _codes(session, mark):
    """The codes of the questions for its fields, whatever is answered."""
    question, codes = describing.next_field(session, mark.id), []
    while question is not None:
        codes.append(question.asks.code)
        question = question.then()
    return codes


def _said(question):
    return [answer.says for answer in question.answers]


def _answer(session, question, says):
    answer = next(answer for answer in question.answers if answer.says == says)
    if answer.take is not None:
        answer.take(session)
    return answer.then() if answer.then is not None else None


def test_a_source_is_described_field_by_field(session, source):
    assert _codes(session, source) == ["ask_source_kind", "ask_naming", "ask_number"]


def test_how_a_claim_was_said_is_asked_once_it_has_a_source(session, claim, source):
    alone = _codes(session, claim)
    session.link(claim.id, source.id)

    assert alone == ["ask_status", "ask_claim_kind"]
    assert _codes(session, claim) == ["ask_directness", "ask_polarity", *alone]


def test_an_answer_is_kept_and_holds_when_it_is_asked_again(session, claim, source):
    session.link(claim.id, source.id)
    _answer(session, describing.next_field(session, claim.id, 1), Polarity.DENIES)
    _answer(session, describing.next_field(session, source.id, 1), Naming.ROLE_ONLY)

    (link,) = session.attributions(claim.id)
    assert link.attribution.polarity is Polarity.DENIES
    assert session.marks[source.id].source.naming is Naming.ROLE_ONLY
    again = describing.next_field(session, source.id, 1)
    assert [a.says for a in again.answers if a.holds] == [Naming.ROLE_ONLY]


def test_a_mark_that_is_gone_is_asked_nothing(session, claim):
    session.delete([claim.id])
    for ask in (describing.next_field, relating.which_relation):
        with pytest.raises(SessionError, match="mark_is_gone"):
            ask(session, claim.id)


def test_a_mark_alone_has_nothing_to_relate_to(session, claim):
    with pytest.raises(SessionError, match="nothing_to_relate"):
        relating.which_relation(session, claim.id)


def test_a_relation_keeps_its_number_where_others_are_missing(session, claim, source):
    before = relating.which_relation(session, claim.id)
    session.link(claim.id, source.id)
    _mark(session, "عبوتين")

    after = relating.which_relation(session, claim.id)

    assert _said(before) == [RelationType.ATTRIBUTED_TO]
    assert RelationType.ATTRIBUTED_TO not in _said(after)
    (restates,) = (a for a in after.answers if a.says == RelationType.RESTATES)
    assert restates.number == 4


def test_the_other_end_is_asked_for_and_related(session, claim):
    other = _mark(session, "عبوتين")
    question = relating.which_relation(session, claim.id)

    ends = _answer(session, question, RelationType.CONTRADICTED_BY)
    _answer(session, ends, other.words)

    (relation,) = session.relations.values()
    assert (relation.type, relation.from_.id, relation.to.id) == (
        RelationType.CONTRADICTED_BY,
        claim.id,
        other.id,
    )


def test_claims_that_say_the_most_alike_are_offered_first(session):
    claim = _mark(session, "ظهر اليوم")
    _mark(session, "شاحنة")
    _mark(session, "عبوتين ناسفتين انفجرتا ظهر اليوم")

    ends = _answer(session, relating.which_relation(session, claim.id), RelationType.RESTATES)

    assert _said(ends) == ["عبوتين ناسفتين انفجرتا ظهر اليوم", "شاحنة"]


def test_a_claim_on_another_version_is_related_to_those_that_are_here(sit, page):
    desk = sit()
    first = desk.open(page())
    claim = _mark(first, "شاحنة")
    first.flush()
    session = desk.open(page("later.html", body=("وقال شهود عيان إن حركة المرور توقفت ساعتين.",)))
    _mark(session, "حركة المرور")

    ends = _answer(session, relating.which_relation(session, claim.id), RelationType.RESTATES)

    assert session.elsewhere() == [claim]
    assert _said(ends) == ["حركة المرور"]
