"""Splitting a claim: where it parts, and what each part keeps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.vocabulary import (
    MarkType,
    RelationType,
    Status,
)
from reader.session import checking, linking, marking
from reader.session.errors import SessionError
from reader.session.splitting import claim_at, parted, split_claim
from tests.support.tables import SPEECH, Table


@pytest.fixture
def table() -> Table:
    return Table(SPEECH)


@pytest.fixture
def quoted(table):
    """A quotation attributed to a source, with work done on it."""
    source = table.source("مصدر أمني")
    claim = table.mark(
        MarkType.CLAIM, "عبوتين انفجرتا ظهر اليوم وأصيبت شاحنة قرب الجسر", codes=("a",), note="سؤال"
    )
    table.link(claim, source)
    table.do(marking.edit_body, claim, status=Status.IN_PROGRESS)
    return claim


def test_a_claim_is_parted_at_the_caret_and_both_keep_the_source(table, quoted):
    caret = table.span("وأصيبت")[0]
    before = table.desk

    change = table.do(split_claim, quoted, (caret, caret))

    first, second = (m for m in table.desk.annotations().marks if m.type is MarkType.CLAIM)
    assert [first.words, second.words] == ["عبوتين انفجرتا ظهر اليوم", "وأصيبت شاحنة قرب الجسر"]
    assert first.id == quoted
    assert (first.note, second.note) == ("سؤال", "")
    assert first.codes == second.codes == ("a",)
    assert first.claim.status is second.claim.status is Status.IN_PROGRESS
    links = list(table.desk.relations.values())
    assert {r.from_.id for r in links} == {first.id, second.id}
    assert len({(r.to.id, r.attribution) for r in links}) == 1
    assert change.message.params["n"] == 2
    assert table.desk.apply(change.inverse()) == before


def test_the_conjunction_that_the_caret_cuts_off_a_word_belongs_to_no_part(table, quoted):
    caret = table.span("وأصيبت")[0] + 1

    table.do(split_claim, quoted, (caret, caret))

    assert table.words(MarkType.CLAIM) == ["عبوتين انفجرتا ظهر اليوم", "أصيبت شاحنة قرب الجسر"]


def test_a_claim_is_parted_into_what_is_selected_and_what_is_around_it(table, quoted):
    table.do(split_claim, quoted, table.span("ظهر اليوم"))

    assert table.words(MarkType.CLAIM) == ["عبوتين انفجرتا", "ظهر اليوم", "وأصيبت شاحنة قرب الجسر"]


def test_what_was_found_for_a_claim_stays_with_its_first_part(table, quoted):
    table.do(checking.set_verdict, quoted, "five", "5")
    table.do(marking.edit_body, quoted, status=Status.CONCLUDED)
    caret = table.span("وأصيبت")[0]

    table.do(split_claim, quoted, (caret, caret))

    first, second = (m for m in table.desk.annotations().marks if m.type is MarkType.CLAIM)
    assert (len(first.claim.verdicts), len(first.history)) == (1, 1)
    assert (second.claim.verdicts, second.history) == ((), ())
    assert (first.claim.status, second.claim.status) == (Status.CONCLUDED, Status.REVIEW)


def test_what_restates_a_claim_restates_its_parts_and_other_relations_stay(table, quoted):
    summary, other = table.claim("الطريق أُغلق"), table.claim("الطريق فُتح")
    for kind, ends in ((RelationType.RESTATES, (summary, quoted)),
                       (RelationType.CONTRADICTED_BY, (quoted, other))):  # fmt: skip
        change, _ = linking.relate(table.desk, table.maker, kind, *ends)
        table.desk = table.desk.apply(change)
    caret = table.span("وأصيبت")[0]

    table.do(split_claim, quoted, (caret, caret))

    kinds = [r.type for r in table.desk.relations.values()]
    assert kinds.count(RelationType.RESTATES) == 2
    assert kinds.count(RelationType.CONTRADICTED_BY) == 1


@pytest.mark.parametrize("words", ["ووفقًا", "الطريق أُغلق"])
def test_a_caret_outside_the_claim_splits_nothing_and_says_why(table, quoted, words):
    caret = table.span(words)[1]
    with pytest.raises(SessionError, match="split_outside"):
        split_claim(table.desk, table.maker, quoted, (caret, caret))


def test_a_selection_of_the_whole_claim_splits_nothing(table, quoted):
    with pytest.raises(SessionError, match="split_outside"):
        split_claim(table.desk, table.maker, quoted, table.span(table.desk.marks[quoted].words))


def test_the_claim_to_be_split_is_the_one_at_the_caret(table, quoted):
    inner = table.claim("شاحنة قرب")
    at = table.span("قرب")[0]
    elsewhere = table.span("انفجرتا")[0]

    assert claim_at(table.desk, None, (at, at)) == inner
    assert claim_at(table.desk, quoted, (at, at)) == quoted
    assert claim_at(table.desk, inner, (elsewhere, elsewhere)) == quoted
    with pytest.raises(SessionError, match="split_needs_claim"):
        claim_at(table.desk, None, (0, 0))


def test_a_drag_over_the_end_of_a_claim_parts_that_claim_not_the_one_selected(table, quoted):
    other = table.claim("الطريق أُغلق")
    start = table.span("شاحنة قرب الجسر")[0]
    end = table.span('"، وقال')[0] + 2

    assert claim_at(table.desk, other, (start, end)) == quoted


@given(st.text(alphabet='اب و،."«» ', max_size=30), st.data())
def test_parts_stand_in_order_inside_the_claim_and_no_two_overlap(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    caret = data.draw(st.integers(0, len(text)))
    at_most = start
    for first, last in parted(
        text, (start, end), (caret, data.draw(st.integers(caret, len(text))))
    ):
        assert at_most <= first < last <= end
        at_most = last
