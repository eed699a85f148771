"""What can be told of a change from its edits alone."""

from __future__ import annotations

from reader.model.vocabulary import MarkType
from reader.session import linking, marking
from tests.support.desks import make_desk, make_maker, span_of


def test_a_mark_with_a_card_of_its_own_stands_alone_and_so_does_taking_it_back() -> None:
    desk, maker = make_desk(), make_maker()
    change, _ = marking.add_mark(desk, maker, MarkType.SOURCE, span_of(desk.article, "لمصدر أمني"))
    assert change.stands_alone
    assert change.inverse().stands_alone


def test_what_changes_a_mark_that_was_there_does_not_stand_alone() -> None:
    desk, maker = make_desk(), make_maker()
    change, mark = marking.add_mark(desk, maker, MarkType.CLAIM, span_of(desk.article, "شاحنة"))
    desk = desk.apply(change)
    assert not marking.edit_mark(desk, maker, mark.id, note="x").stands_alone


def test_a_mark_that_goes_with_its_links_does_not_stand_alone() -> None:
    desk, maker = make_desk(), make_maker()
    source_added, source = marking.add_mark(
        desk, maker, MarkType.SOURCE, span_of(desk.article, "لمصدر أمني")
    )
    desk = desk.apply(source_added)
    claim_added, claim = marking.add_mark(
        desk, maker, MarkType.CLAIM, span_of(desk.article, "شاحنة")
    )
    desk = desk.apply(claim_added)
    linked, _ = linking.link(desk, maker, claim.id, source.id)
    assert not linked.stands_alone
    assert not marking.delete(desk.apply(linked), maker, [source.id]).stands_alone
