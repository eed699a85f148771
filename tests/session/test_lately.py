"""Whose the next claim would be: the last source."""

from __future__ import annotations

import pytest

from reader.session import marking
from reader.session.composing import claim_of
from reader.session.lately import Lately
from tests.support.tables import SPEECH, Table


@pytest.fixture
def table() -> Table:
    return Table(SPEECH)


def test_the_last_source_is_the_one_marked_or_linked_or_selected_last(table):
    first, second = table.source("مصدر أمني"), table.source("شاهد")
    marks = table.desk.marks
    lately = Lately().noticing(marks[first]).noticing(marks[second])
    assert lately.last_source(table.desk, 0).id == second
    assert lately.noticing(marks[first]).last_source(table.desk, 0).id == first

    change = claim_of(table.desk, table.maker, table.span("عبوتين"), first)
    assert lately.after(change).last_source(table.desk, 0).id == first


def test_after_reopening_it_is_the_nearest_one_before_the_words(table):
    first, second = table.source("مصدر أمني"), table.source("شاهد")
    claim, later = table.span("عبوتين"), table.span("الطريق")
    assert Lately().last_source(table.desk, claim[0]).id == first
    assert Lately().last_source(table.desk, later[0]).id == second
    assert Lately().last_source(table.desk, 0) is None


def test_a_source_that_is_gone_is_nobodys_last(table):
    first, second = table.source("مصدر أمني"), table.source("شاهد")
    marks = table.desk.marks
    lately = Lately().noticing(marks[first]).noticing(marks[second])
    table.do(marking.delete, [second])
    assert lately.last_source(table.desk, 0).id == first


def test_sources_are_offered_the_last_one_first_then_the_nearest_before_the_words(table):
    first, second = table.source("مصدر أمني"), table.source("شاهد")
    third = table.source("المصدر ذاته")
    claimed = table.claim("الطريق أُغلق")
    claim = table.desk.marks[claimed]
    sources = [table.desk.marks[i] for i in (first, second, third)]

    nearest = [m.id for m in Lately().offered(sources, claim)]
    assert nearest == [second, first, third]

    lately = Lately().noticing(sources[2])
    assert [m.id for m in lately.offered(sources, claim)] == [third, second, first]
