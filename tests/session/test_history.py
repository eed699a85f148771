"""Undo and redo, over any sequence of changes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.model.errors import Message
from reader.model.vocabulary import MarkType, Naming
from reader.session import linking, marking, reading
from reader.session.edits import Change, Desk
from reader.session.history import History
from tests.support.desks import make_desk, make_maker


def _step(desk: Desk, maker, kind: str, at: int) -> Change | None:
    """A change of the kind, on whatever stands at that place; None where nothing does."""
    sources = sorted((m for m in desk.marks.values() if m.type is MarkType.SOURCE), key=_id)
    claims = sorted((m for m in desk.marks.values() if m.type is MarkType.CLAIM), key=_id)
    marks = sources + claims
    text = desk.article.page_text
    if kind in ("source", "claim"):
        start = at % (len(text) - 4)
        return marking.add_mark(desk, maker, MarkType(kind), (start, start + 4))[0]
    if kind == "note" and marks:
        return marking.edit_mark(desk, maker, marks[at % len(marks)].id, note=str(at))
    if kind == "naming" and sources:
        naming = list(Naming)[at % len(Naming)]
        return marking.edit_body(desk, maker, sources[at % len(sources)].id, naming=naming)
    if kind == "delete" and marks:
        return marking.delete(desk, maker, [marks[at % len(marks)].id])
    if kind == "link" and sources and claims:
        claim = claims[at % len(claims)].id
        if not linking.attributions(desk, claim):
            return linking.link(desk, maker, claim, sources[at % len(sources)].id)[0]
    if kind == "block":
        return reading.show_blocks(desk, maker, [f"b{at % 2}"], shown=bool(at % 3))
    return None


def _id(mark):
    return mark.id


_KINDS = st.sampled_from(["source", "claim", "note", "naming", "delete", "link", "block"])


def _state(desk: Desk):
    return desk.annotations(), dict(desk.entities), desk.record


@given(st.lists(st.tuples(_KINDS, st.integers(0, 60)), max_size=30))
def test_undoing_everything_and_doing_it_again_restores_every_state(steps):
    maker, desk, history = make_maker(), make_desk(), History()
    states = [_state(desk)]
    for kind, at in steps:
        change = _step(desk, maker, kind, at)
        if change:
            desk = desk.apply(change)
            history.record(change)
            states.append(_state(desk))

    for expected in reversed(states[:-1]):
        desk = desk.apply(history.undo())
        assert _state(desk) == expected
    assert history.undo() is None

    for expected in states[1:]:
        desk = desk.apply(history.redo())
        assert _state(desk) == expected
    assert history.redo() is None


def test_each_step_is_named():
    history = History()
    history.record(Change(Message(code="change_link"), ()))

    assert history.undoable.code == "change_link"
    history.undo()
    assert (history.undoable, history.redoable.code) == (None, "change_link")


def test_a_new_change_forgets_what_was_undone():
    history = History()
    history.record(Change(Message(code="one"), ()))
    history.undo()
    history.record(Change(Message(code="two"), ()))

    assert history.redoable is None


def test_undoing_a_choice_of_blocks_forgets_no_capture():
    maker, desk = make_maker(), make_desk()
    change = reading.show_blocks(desk, maker, ["b1"], shown=False)
    desk = desk.apply(change)
    capture = desk.record.captures[0].model_copy(update={"sha256": "f" * 64})
    record = desk.record.model_copy(update={"captures": (*desk.record.captures, capture)})
    desk = Desk(desk.article, record)

    desk = desk.apply(change.inverse())

    assert len(desk.record.captures) == 2
    assert not desk.record.block_choices
