"""What is worked out of a desk is carried over a change, and is then what it would be anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model.annotations import Anchor, Attribution, End, Mark, Placement, Relation
from reader.model.errors import Message
from reader.model.library import Entity
from reader.model.sourcing import Sourcing
from reader.model.vocabulary import MarkType, Naming, RelationType
from reader.session import checking, linking, marking
from reader.session.edits import Change, Desk, Edit
from reader.session.maker import Maker
from tests.support.desks import AUTHOR, NOON, make_desk, make_maker, span_of
from tests.support.marks import attributed, claim, entity, hop, source, uid

NAMES = ("s1", "s2", "s3", "c1", "c2", "h1")
CARDS = ("k1", "k2")
DESK = make_desk()
name = st.sampled_from(NAMES)
mention = st.sampled_from(NAMES[:3])
card = st.sampled_from(CARDS)
told = st.sampled_from(("c1", "c2"))
ENDS = {
    RelationType.ATTRIBUTED_TO: (told, mention),
    RelationType.RESTATES: (told, told),
    RelationType.SAME_SOURCE: (mention | card, mention | card),
}


def stamp(key: str) -> dict[str, object]:
    return {"id": uid(key), "created_at": NOON, "modified_at": NOON, "author": AUTHOR}


def at(start: int) -> tuple[Anchor]:
    """An anchor here; from 40 on one of another version, put here or waiting for a person."""
    made, _ = marking.add_mark(DESK, make_maker(), MarkType.HIGHLIGHT, (start % 40, start % 40 + 3))
    (anchor,) = made.edits[-1].after.anchors
    if start < 40:
        return (anchor,)
    place = Placement(
        version=anchor.version,
        start=30,
        end=33,
        level=("exact", "moved", "review", "orphan")[start % 4],
        score=1,
        decided_by="auto",
        decided_at=NOON,
    )
    return (anchor.model_copy(update={"version": "0" * 64, "placements": (place,)}),)


@st.composite
def marks(draw: st.DrawFn) -> Mark:
    key, anchors = draw(name), at(draw(st.integers(0, 49)))
    if key.startswith("c"):
        return claim(key).model_copy(update={"anchors": anchors})
    if key.startswith("h"):
        return Mark(**stamp(key), type=MarkType.HIGHLIGHT, anchors=anchors)
    mark = source(
        key,
        naming=draw(st.sampled_from(Naming)),
        chain=[hop(m) for m in draw(st.lists(mention, max_size=2, unique=True))]
        if not draw(st.integers(0, 3))
        else (),
    )
    body = mark.source.model_copy(update={"entity": draw(st.none() | card.map(uid))})
    some = anchors if draw(st.booleans()) else ()
    return mark.model_copy(update={"body": body, "anchors": some})


@st.composite
def cards(draw: st.DrawFn) -> Entity:
    into = draw(st.none() | card.map(uid))
    return Entity(**stamp(draw(card)), name=draw(st.sampled_from("ab")), merged_into=into)


@st.composite
def relations(draw: st.DrawFn) -> Relation:
    kind = draw(st.sampled_from(tuple(ENDS)))
    one, other = map(draw, ENDS[kind])
    chain = draw(st.none() | st.lists(mention, max_size=2))
    how = Attribution(chain=None if chain is None else tuple(map(hop, chain)))
    return Relation(
        **stamp(f"{one}-{kind}-{other}"),
        type=kind,
        from_=End(id=uid(one)),
        to=End(id=uid(other)),
        attribution=how if kind is RelationType.ATTRIBUTED_TO else None,
    )


THINGS = st.lists(marks() | cards() | relations(), min_size=4, max_size=12)
STEP = st.tuples(st.booleans(), st.lists(marks(), min_size=1, max_size=2), st.none() | cards())


def table_of(desk: Desk, thing: object) -> Mapping[UUID, object]:
    if isinstance(thing, Mark):
        return desk.marks
    return desk.relations if isinstance(thing, Relation) else desk.entities


def change_of(desk: Desk, things: Iterable[object], *, going: bool = False) -> Change:
    """Put things in, or in the place of what is there; or take away what is there."""
    edits = []
    for thing in {thing.id: thing for thing in things}.values():
        there = table_of(desk, thing).get(thing.id)
        if there is not None or not going:
            edits.append(Edit(there, None if going else thing))
    return Change(Message(code="change_edit_mark"), tuple(edits))


def state(sourcing: Sourcing) -> list[object]:
    """All that a sourcing says, in its order."""
    tables = (sourcing.claims, sourcing.mentions, sourcing.sources, sourcing.naming, sourcing.links)
    return [
        *(list(table.items()) for table in tables),
        sourcing.restates,
        sourcing.relay_only,
        {i: sourcing.source_of(i) for i in sourcing.mentions},
        {i: sourcing.name(i) for i in sourcing.sources},
        {i: sourcing.has_card(i) for i in sourcing.sources},
    ]


def anew(desk: Desk) -> Desk:
    """The same desk, of which nothing is worked out yet."""
    return Desk(desk.article, desk.record, desk.marks, desk.relations, desk.entities)


@settings(max_examples=300, deadline=None)
@given(THINGS, st.lists(STEP, min_size=1, max_size=3))
def test_what_is_carried_over_edits_and_their_undoing_is_what_it_would_be_anew(
    things, steps
) -> None:
    empty, done = make_desk(), []
    desk = empty.apply(change_of(empty, things))
    for going, some, other in steps:
        done.append(change_of(desk, [*some, *([other] if other else [])], going=going))
        desk = same_as_anew(desk, done[-1])
    for change in reversed(done):
        desk = same_as_anew(desk, change.inverse())


def same_as_anew(before: Desk, change: Change) -> Desk:
    assert before.here is not None  # asked for: worked out, so that there is something to carry
    assert before.by_age is not None
    assert before.sourcing is not None
    desk = before.apply(change)
    fresh = anew(desk)
    assert desk.in_order == fresh.in_order
    assert desk.here == fresh.here
    assert list(desk.seen.items()) == list(fresh.seen.items())
    assert desk.placing.standing == fresh.placing.standing
    assert desk.annotations() == fresh.annotations()
    assert state(desk.sourcing) == state(fresh.sourcing)
    return desk


@pytest.fixture
def maker() -> Maker:
    return make_maker()


@pytest.fixture
def desk(maker) -> Desk:
    """A claim linked to a source, and a highlight."""
    desk = make_desk()
    for kind, words in (
        (MarkType.SOURCE, "لمصدر أمني"),
        (MarkType.CLAIM, "شاحنة"),
        (MarkType.HIGHLIGHT, "ظهر"),
    ):
        desk = desk.apply(marking.add_mark(desk, maker, kind, span_of(desk.article, words))[0])
    one, other = desk.sourcing.claims, desk.sourcing.mentions
    return desk.apply(linking.link(desk, maker, next(iter(one)), next(iter(other)))[0])


@pytest.mark.parametrize("kind", MarkType)
def test_marking_and_taking_it_back_work_nothing_out_anew(desk, maker, kind, monkeypatch) -> None:
    assert desk.here
    assert desk.sourcing
    monkeypatch.setattr(Sourcing, "__init__", refuse)
    added, mark = marking.add_mark(desk, maker, kind, span_of(desk.article, "عبوتين انفجرتا"))
    marked = desk.apply(added)
    known = {*marked.sourcing.mentions, *marked.sourcing.claims}
    assert mark in marked.here
    assert (mark.id in known) == (kind in (MarkType.SOURCE, MarkType.CLAIM))
    assert marked.apply(added.inverse()).sourcing


def test_what_is_said_of_a_claim_works_nothing_out_anew(desk, maker, monkeypatch) -> None:
    mark = next(iter(desk.sourcing.claims.values()))
    monkeypatch.setattr(Sourcing, "__init__", refuse)
    said = checking.set_verdict(desk, maker, mark.id, "scale", "true")
    after = desk.apply(said).sourcing.claims[mark.id]
    assert [verdict.value for verdict in after.claim.verdicts] == ["true"]


def refuse(*_: object) -> None:
    pytest.fail("worked out anew")


def test_another_mention_of_a_source_joins_it_where_it_stands() -> None:
    known = entity("k1")
    one, other = (source(key, entity=known) for key in ("s1", "s2"))
    one = one.model_copy(update={"anchors": at(20)})
    between = source("s3").model_copy(update={"anchors": at(10)})
    desk = make_desk().apply(change_of(make_desk(), [known, one, between]))
    for start in (5, 15, 25):  # the first mention of all, the first of its source, the last
        mark = other.model_copy(update={"anchors": at(start)})
        change = change_of(desk, [mark])
        same_as_anew(same_as_anew(desk, change), change.inverse())


def test_a_claim_that_a_relation_waits_for_is_linked_when_it_comes() -> None:
    desk = make_desk().apply(change_of(make_desk(), [source("s1"), attributed("c1", "s1")]))
    change = change_of(desk, [claim("c1")])
    same_as_anew(same_as_anew(desk, change), change.inverse())
