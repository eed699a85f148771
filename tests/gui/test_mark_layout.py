"""What marks look like, and the lanes that they take."""

from __future__ import annotations

from itertools import combinations
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.gui.page.mark_layout import LANES, MarkIndex, PaintedMark, Shape, Stroke, painted
from reader.model.annotations import Mark
from reader.model.library import Code, Codebook
from reader.model.vocabulary import MarkType, Naming, Status
from tests.support.marks import claim, source


def a_mark(number: int, start: int, end: int, shape: Shape = Shape.LINE) -> PaintedMark:
    return PaintedMark(UUID(int=number), start, end, shape, "claim")


SPANS = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda s: (s[0], s[0] + s[1]))
MARKS = st.lists(st.tuples(SPANS, st.sampled_from(list(Shape))), max_size=25).map(
    lambda found: [a_mark(i, *span, shape) for i, (span, shape) in enumerate(found)]
)


@given(MARKS)
def test_up_to_three_overlapping_marks_of_a_kind_have_lanes_of_their_own(marks):
    index = MarkIndex(marks)
    assert set(index.lanes.values()) <= set(range(LANES))
    for one, other in combinations(index.items, 2):
        if one.shape is not other.shape or one.end <= other.start or other.end <= one.start:
            continue
        at = max(one.start, other.start)
        crowd = [m for m in index.items if m.start <= at < m.end]
        if len(crowd) <= LANES and index.lanes[one.id] == index.lanes[other.id]:
            # Only a crowd elsewhere along one of them can have left it no lane of its own.
            longest = max(
                sum(1 for m in index.items if m.start <= place < m.end)
                for place in range(min(one.start, other.start), max(one.end, other.end))
            )
            assert longest > LANES


@given(MARKS, MARKS, st.sets(st.integers(0, 25)))
def test_marks_that_come_and_go_leave_the_lanes_that_all_would_have_anew(marks, others, numbers):
    gone = {UUID(int=n) for n in numbers}
    come = [a_mark(m.id.int + 100, m.start, m.end, m.shape) for m in others]
    found = MarkIndex(marks).changed(gone, come)
    anew = MarkIndex([*(m for m in marks if m.id not in gone), *come])
    assert found.items == anew.items
    assert found.lanes == anew.lanes


@given(MARKS, SPANS)
def test_the_marks_that_overlap_a_span_are_found(marks, span):
    found = MarkIndex(marks).overlapping(*span)
    expected = {m.id for m in marks if m.start < span[1] and span[0] < m.end}
    assert {m.id for m in found} == expected
    assert found == sorted(found, key=lambda m: (m.start, -m.end, m.id.int))


def test_a_mark_inside_another_takes_the_inner_lane():
    index = MarkIndex([a_mark(1, 5, 8), a_mark(2, 0, 20), a_mark(3, 6, 7)])
    assert [index.lanes[UUID(int=n)] for n in (2, 1, 3)] == [0, 1, 2]


def test_marks_that_follow_one_another_share_a_lane():
    index = MarkIndex([a_mark(1, 0, 5), a_mark(2, 5, 9)])
    assert set(index.lanes.values()) == {0}


def test_sources_and_claims_never_compete_for_a_lane():
    index = MarkIndex([a_mark(1, 0, 9, Shape.SOLID), a_mark(2, 0, 9, Shape.LINE)])
    assert set(index.lanes.values()) == {0}


@pytest.mark.parametrize("naming", list(Naming))
def test_an_identified_source_differs_by_shape_from_the_others(naming):
    mark = source("s", naming=naming)
    shape = painted(mark, Codebook()).shape
    assert shape is (Shape.SOLID if naming.is_identified else Shape.HATCHED)


def test_the_naming_of_the_entity_goes_before_that_of_the_mention():
    mark = source("s", naming=Naming.BARE)
    assert painted(mark, Codebook(), naming=Naming.NAMED).shape is Shape.SOLID


def test_every_status_has_a_stroke_of_its_own():
    strokes = [painted(claim("c", status=status), Codebook()).stroke for status in Status]
    assert len(set(strokes)) == len(Status)


def plain_mark(kind: MarkType, codes: tuple[str, ...] = ()) -> Mark:
    return claim("كلمة").model_copy(update={"type": kind, "body": None, "codes": codes})


def test_a_highlight_has_the_colour_of_its_first_known_code():
    codebook = Codebook(codes=(Code(slug="doubt", labels={"ar": "شك"}, colour="#aa3300"),))
    mark = painted(plain_mark(MarkType.HIGHLIGHT, ("gone", "doubt")), codebook)
    assert (mark.shape, mark.colour) == (Shape.BAND, "#aa3300")
    assert painted(plain_mark(MarkType.HIGHLIGHT), codebook).colour == "highlight"


def test_a_note_has_a_shape_of_its_own():
    mark = painted(plain_mark(MarkType.NOTE), Codebook(), label="تنبيه")
    assert (mark.shape, mark.stroke, mark.label) == (Shape.NOTE, Stroke.SOLID, "تنبيه")


def test_a_source_without_words_is_not_painted():
    dropped = source("s").model_copy(update={"anchors": ()})
    assert painted(dropped, Codebook()) is None
