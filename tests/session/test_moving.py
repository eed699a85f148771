"""Moving a mark to other words."""

from __future__ import annotations

import pytest

from reader.model.vocabulary import (
    Role,
)
from reader.session import cards, marking
from tests.support.tables import SPEECH, Table


@pytest.fixture
def table() -> Table:
    return Table(SPEECH)


@pytest.fixture
def quoted(table):
    """A quotation attributed to a source."""
    claim = table.claim("عبوتين انفجرتا ظهر اليوم وأصيبت شاحنة قرب الجسر")
    table.link(claim, table.source("مصدر أمني"))
    return claim


def test_a_mark_moves_to_other_words_with_its_links_and_remembers(table, quoted):
    links = dict(table.desk.relations)
    cue = table.span("فإن")
    table.do(marking.add_anchor, quoted, Role.CUE, cue)
    before = table.desk

    change = table.do(marking.move_mark, quoted, table.span("عبوتين انفجرتا"))

    moved = table.desk.marks[quoted]
    assert moved.words == "عبوتين انفجرتا"
    assert [a.exact for a in moved.anchors] == ["عبوتين انفجرتا", "فإن"]
    assert [e.what.code for e in moved.history] == ["mark_moved"]
    assert table.desk.relations == links
    assert table.desk.apply(change.inverse()) == before


def test_the_card_of_a_moved_source_is_called_as_it_is_now(table):
    source = table.source("أمني")

    table.do(marking.move_mark, source, table.span("مصدر أمني"))

    card = table.desk.marks[source].source.entity
    assert table.desk.entities[card].name == "مصدر أمني"


def test_a_card_that_has_a_name_of_its_own_keeps_it(table):
    source = table.source("أمني")
    card = table.desk.marks[source].source.entity
    table.do(cards.edit_entity, card, name="ناطق")

    table.do(marking.move_mark, source, table.span("مصدر أمني"))

    assert table.desk.entities[card].name == "ناطق"


def test_moving_a_mark_to_where_it_is_changes_nothing(table, quoted):
    words = table.desk.marks[quoted].words
    change = marking.move_mark(table.desk, table.maker, quoted, table.span(words))
    assert change.edits == ()
