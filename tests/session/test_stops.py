"""Back and forward, as in a browser."""

from __future__ import annotations

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from reader.session.stops import LONGEST, Stops

A, B, C = (UUID(int=n) for n in (1, 2, 3))
START = None


def _been(*places: UUID | None) -> Stops:
    stops = Stops()
    for place in places:
        stops = stops.visit(place)
    return stops


def test_the_start_page_is_the_first_stop():
    stops = _been(A)

    assert stops.has_back
    assert stops.moved(-1).here is START


def test_back_and_forward_lead_to_the_same_places():
    stops = _been(A, B, C)

    assert stops.moved(-1).here == B
    assert stops.moved(-1).moved(-1).moved(1).here == B
    assert stops.moved(-1).moved(1) == stops


def test_a_new_place_gives_up_what_lay_ahead():
    stops = _been(A, B).moved(-1).visit(C)

    assert stops.places == (START, A, C)
    assert not stops.has_forward


def test_the_same_place_again_is_no_stop():
    assert _been(A, A) == _been(A)


def test_a_place_that_is_gone_is_skipped_both_ways():
    stops = _been(A, B, C).without(B)

    assert stops.places == (START, A, C)
    assert stops.here == C
    assert _been(A, B, C).moved(-1).moved(-1).without(B).moved(1).here == C


def test_two_visits_of_one_place_with_nothing_left_between_are_one():
    assert _been(A, B, A).without(B).places == (START, A)


def test_the_place_at_hand_is_not_forgotten():
    assert _been(A, B).without(B) == _been(A, B)


@given(st.lists(st.sampled_from((A, B, C, START, "back", "forward")), max_size=150))
def test_whatever_is_done_there_is_a_place_at_hand_and_no_stop_twice_running(steps):
    stops = Stops()
    for step in steps:
        moves = {"back": -1, "forward": 1}
        stops = stops.moved(moves[step]) if isinstance(step, str) else stops.visit(step)
        assert stops.places[stops.at] == stops.here
        assert len(stops.places) <= LONGEST
        assert all(a != b for a, b in zip(stops.places, stops.places[1:], strict=False))
