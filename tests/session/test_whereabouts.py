"""How a mark came to stand where it does."""

from __future__ import annotations

import pytest

from reader.session import marking, placing
from reader.session.whereabouts import whereabouts
from tests.support.placing import NEW, OLD, found, turn_to
from tests.support.tables import Table

CLAIM = "٢٩ شخصا أصيبوا"
CHANGED = "٣١ شخصا أصيبوا"


@pytest.fixture
def table():
    return Table(OLD)


def test_of_a_mark_that_never_was_elsewhere_nothing_is_said(table):
    assert whereabouts(table.desk, table.claim(CLAIM)) is None


def test_a_placed_mark_says_which_words_it_was_made_on_and_how_it_was_found(table):
    made = table.claim(CLAIM)
    turn_to(table, NEW)
    found(table, made, CHANGED)
    said = whereabouts(table.desk, made)
    assert said.words == CLAIM
    assert said.place.decided_by == "auto"
    assert not said.is_by_hand


def test_decisions_are_told_the_oldest_first(table):
    made = table.claim(CLAIM)
    turn_to(table, NEW)
    found(table, made, CHANGED)
    table.do(placing.accept, [made])
    table.do(marking.move_mark, made, table.span("التحقيق مستمر"))
    said = whereabouts(table.desk, made)
    assert [e.what.code for e in said.history] == ["place_accepted", "mark_moved"]
    assert said.is_by_hand


def test_a_mark_that_is_gone_is_nowhere(table):
    made = table.claim(CLAIM)
    table.do(marking.delete, [made])
    assert whereabouts(table.desk, made) is None
