"""How marks stand in a text version: properties over any text and any placements."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.model.annotations import Placement
from reader.model.placing import Placing, Standing, as_handed_over, as_it_stands
from tests.support.desks import NOON
from tests.support.tables import Table

TEXT = "نص آخر من كلمات قليلة"
VERSION = "b" * 64


def placements():
    places = st.integers(0, len(TEXT) + 5)
    return st.builds(
        lambda a, b, level, by: Placement(
            version=VERSION,
            start=min(a, b),
            end=max(a, b),
            level=level,
            score=1,
            decided_by=by,
            decided_at=NOON,
        ),
        places,
        places,
        st.sampled_from(("exact", "moved", "review", "orphan")),
        st.sampled_from(("auto", "user")),
    )


def marked(*found: Placement):
    """A desk with one claim that was placed so."""
    table = Table()
    made = table.claim("أمني")
    mark = table.desk.marks[made]
    span = mark.span.model_copy(update={"placements": found})
    return table, mark.model_copy(update={"anchors": (span,)})


@given(st.lists(placements(), max_size=4))
def test_a_mark_with_a_place_has_the_words_that_are_there(found):
    _, mark = marked(*found)
    seen, standing = as_it_stands(mark, VERSION, TEXT)
    if standing.has_place:
        span = seen.span
        assert span.stands_in(VERSION, TEXT)
        assert 0 <= span.start < span.end <= len(TEXT)
    else:
        assert seen == mark


@given(st.lists(placements(), min_size=1, max_size=4))
def test_the_last_placement_counts(found):
    _, mark = marked(*found)
    _, last = marked(found[-1])
    assert as_it_stands(mark, VERSION, TEXT)[1] is as_it_stands(last, VERSION, TEXT)[1]


@given(placements())
def test_only_what_a_person_decided_or_was_found_unchanged_counts(place):
    _, mark = marked(place)
    _, standing = as_it_stands(mark, VERSION, TEXT)
    if standing.is_settled:
        assert place.decided_by == "user" or place.level in ("exact", "moved")


@given(placements())
def test_an_export_has_a_mark_unless_it_waits(place):
    table, mark = marked(place)
    annotations = table.desk.annotations().model_copy(update={"marks": (mark,)})
    placing = Placing(annotations.marks, VERSION, TEXT)
    kept = as_handed_over(annotations, placing).marks
    assert len(kept) == (placing.standing[mark.id] is not Standing.REVIEW)
