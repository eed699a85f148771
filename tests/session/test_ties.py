"""Which marks are tied to one: by relations, by chains, by being the same source."""

from __future__ import annotations

from dataclasses import replace

from reader.model.vocabulary import RelationType
from reader.session.edits import Desk
from reader.session.ties import tied
from tests.support.desks import make_desk
from tests.support.marks import attributed, claim, hop, relation, source, uid


def a_desk(*marks, relations=()) -> Desk:
    return replace(
        make_desk(),
        marks={m.id: m for m in marks},
        relations={r.id: r for r in relations},
    )


def ties(desk: Desk, name: str) -> set:
    return set(tied(desk, desk.marks[uid(name)]))


def test_a_claim_and_its_source_are_tied_both_ways():
    desk = a_desk(claim("c"), source("s"), relations=[attributed("c", "s")])
    assert ties(desk, "c") == {uid("s")}
    assert ties(desk, "s") == {uid("c")}


def test_a_source_is_tied_to_all_its_claims_and_a_stranger_to_none():
    links = [attributed("a", "s"), attributed("b", "s")]
    desk = a_desk(claim("a"), claim("b"), claim("c"), source("s"), relations=links)
    assert ties(desk, "s") == {uid("a"), uid("b")}
    assert ties(desk, "c") == set()


def test_a_relay_is_tied_to_what_it_passed_on():
    desk = a_desk(
        claim("c"), source("r"), source("s"), relations=[attributed("c", "s", chain=["r", "s"])]
    )
    assert ties(desk, "c") == {uid("r"), uid("s")}
    assert ties(desk, "r") == {uid("c")}


def test_a_source_is_tied_to_the_relays_of_its_own_chain():
    desk = a_desk(source("r"), source("s", chain=[hop("r")]))
    assert ties(desk, "s") == {uid("r")}


def test_mentions_of_one_source_are_tied():
    desk = a_desk(
        source("s"), source("t"), relations=[relation(RelationType.SAME_SOURCE, "s", "t")]
    )
    assert ties(desk, "s") == {uid("t")}


def test_claims_that_are_compared_are_tied():
    desk = a_desk(claim("a"), claim("b"), relations=[relation(RelationType.RESTATES, "a", "b")])
    assert ties(desk, "b") == {uid("a")}


def test_an_end_that_is_not_on_the_desk_is_left_out():
    desk = a_desk(claim("c"), relations=[attributed("c", "gone")])
    assert ties(desk, "c") == set()
