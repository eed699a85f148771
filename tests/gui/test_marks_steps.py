"""How one list of marks becomes another: which rows go, which come."""

from __future__ import annotations

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from reader.gui.panels.row_steps import steps

IDS = st.lists(st.integers(0, 12).map(lambda n: UUID(int=n)), unique=True, max_size=13)


def taken(old: list[UUID], new: list[UUID]) -> list[UUID]:
    """The old list after the steps, taken as the model takes them."""
    go, come = steps(old, new)
    rows = list(old)
    for first, last in reversed(go):
        del rows[first : last + 1]
    for first, last in come:
        rows[first:first] = new[first : last + 1]
    return rows


@given(IDS, IDS)
def test_the_steps_lead_from_any_list_to_any_other(old, new):
    assert taken(old, new) == new


@given(IDS, st.data())
def test_one_mark_that_goes_or_comes_is_one_step(ids, data):
    if ids:
        at = data.draw(st.integers(0, len(ids) - 1))
        without = ids[:at] + ids[at + 1 :]
        assert steps(ids, without) == ([(at, at)], [])
        assert steps(without, ids) == ([], [(at, at)])


@given(IDS, st.data())
def test_one_mark_that_moves_is_one_row_less_and_one_more(ids, data):
    if len(ids) > 1:
        at, to = data.draw(st.lists(st.integers(0, len(ids) - 1), min_size=2, max_size=2))
        moved = ids[:at] + ids[at + 1 :]
        moved.insert(to, ids[at])
        go, come = steps(ids, moved)
        assert len(go) == len(come) <= 1
