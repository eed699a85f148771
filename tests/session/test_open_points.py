"""What an article leaves open, and what goes with marks that are deleted."""

from __future__ import annotations

from datetime import date

import pytest

from reader.model.library import Codebook
from reader.model.vocabulary import MarkType
from reader.session import checking, linking
from reader.session.errors import SessionError
from reader.session.open_points import OpenPoint, open_points
from tests.support.tables import Table


@pytest.fixture
def table() -> Table:
    return Table()


def points(table: Table) -> dict[str, OpenPoint]:
    found = open_points(table.desk, Codebook(), "ar", date(2026, 1, 9))
    return {point.message.code: point for point in found}


def lost(table: Table, *marks) -> dict[str, object] | None:
    said = linking.what_goes(table.desk, marks)
    return said and {"code": said.code, **said.params}


def test_an_open_point_leads_to_the_claims_that_it_is_about(table):
    second, first = table.claim("شاحنة"), table.claim("عبوتين انفجرتا")
    point = points(table)["question_unsourced"]
    assert point.marks == (first, second)
    assert point.is_of_sourcing


def test_an_open_point_about_sources_leads_to_the_first_mention_of_each(table):
    source = table.source("مصدر أمني")
    table.link(table.claim("شاحنة"), source)
    found = points(table)
    assert found["question_no_reason"].marks == (source,)
    assert not found["question_no_reason"].is_of_sourcing
    assert "question_unsourced" not in found


def test_an_answer_that_is_due_is_late_the_day_after(table):
    claim = table.claim("شاحنة")
    change, _ = checking.add_record(
        table.desk, table.maker, claim, "contacts", who="الوزارة", due=date(2026, 1, 8)
    )
    table.desk = table.desk.apply(change)
    assert points(table)["question_late"].marks == (claim,)


def test_a_changed_verdict_says_why_and_the_first_need_not(table):
    claim = table.claim("شاحنة")
    table.do(checking.set_verdict, claim, "five", "4")
    with pytest.raises(SessionError) as caught:
        checking.set_verdict(table.desk, table.maker, claim, "five", "1", "  ")
    assert caught.value.message.code == "verdict_needs_reason"
    table.do(checking.set_verdict, claim, "misbar", "false", "تصحيح")
    assert [v.value for v in table.desk.marks[claim].claim.verdicts] == ["4", "false"]


def test_a_deleted_source_says_its_words_and_how_many_links_went(table):
    source = table.source("مصدر أمني")
    table.link(table.claim("شاحنة"), source)
    table.link(table.claim("عبوتين انفجرتا"), source)
    said = lost(table, source)
    assert said == {"code": "deleted_source_with_links", "n": 2, "words": "مصدر أمني"}


def test_a_deleted_claim_says_that_the_work_on_it_went(table):
    claim = table.claim("شاحنة")
    assert lost(table, claim) is None
    table.do(checking.set_verdict, claim, "five", "4")
    assert lost(table, claim) == {"code": "deleted_claim_work", "words": "شاحنة"}
    source = table.source("مصدر أمني")
    table.link(claim, source)
    assert lost(table, claim)["code"] == "deleted_claim_and_work"
    assert lost(table, claim, source) == {"code": "deleted_marks_with_links", "n": 1, "marks": 2}


def test_a_highlight_takes_nothing_with_it(table):
    assert lost(table, table.mark(MarkType.HIGHLIGHT, "شاحنة")) is None
