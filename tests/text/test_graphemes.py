"""Spans snap outward to what a reader sees as one character."""

import time

import pytest
import regex
from hypothesis import example, given
from hypothesis import strategies as st

from reader.text.graphemes import next_boundary, previous_boundary, snap

# Letters, harakat, joiners, emoji and their modifiers, flags, Hangul, Devanagari, prepended signs.
TRICKY = st.text(
    "اب\u0651\u064e\u200c\u200d\u200f\u0640 \n👩🏽😀🇫©ae\u0301각ᄀकष\u094d\u0600", max_size=30
)


def boundaries(text: str) -> list[int]:
    return [0, *(match.end() for match in regex.finditer(r"\X", text))]


@given(TRICKY, st.data())
@example("कक्ष", None)
def test_snapping_gives_the_nearest_boundaries_of_the_whole_text(text, data):
    start = data.draw(st.integers(0, len(text))) if data else 3
    end = data.draw(st.integers(start, len(text))) if data else len(text)
    edges = boundaries(text)
    before = max(edge for edge in edges if edge <= start)
    after = before if start == end else min(edge for edge in edges if edge >= end)
    assert snap(text, start, end) == (before, after)


@given(TRICKY)
def test_stepping_visits_every_boundary_both_ways(text):
    edges, forward, backward = boundaries(text), [0], [len(text)]
    while forward[-1] < len(text):
        forward.append(next_boundary(text, forward[-1]))
    while backward[-1] > 0:
        backward.append(previous_boundary(text, backward[-1]))
    assert forward == edges == backward[::-1]


def test_stepping_stops_at_the_ends():
    assert (next_boundary("ab", 2), previous_boundary("ab", 0)) == (2, 0)


@pytest.mark.parametrize(
    ("text", "span", "snapped"),
    [
        ("كتبّ", (0, 3), (0, 4)),  # a letter and its shadda
        ("مُجَهَّل", (2, 5), (2, 7)),  # shadda and fatha
        ("👩‍👩‍👧 x", (0, 2), (0, 5)),
        ("🇮🇶🇸🇾", (1, 3), (0, 4)),
        ("ab\ncd", (2, 3), (2, 3)),
        ("لمصدر", (1, 5), (1, 5)),  # joined letters are their own characters
        ("كتبّ", (3, 3), (2, 2)),
    ],
)
def test_a_span_covers_whole_characters(text, span, snapped):
    assert snap(text, *span) == snapped


@pytest.mark.parametrize("span", [(-1, 0), (2, 1), (0, 3)])
def test_a_span_outside_the_text_is_refused(span):
    with pytest.raises(IndexError):
        snap("ab", *span)


def test_a_character_of_very_many_marks_is_one():
    text = "بب" + "\u064b" * 50_000 + "ب"
    assert snap(text, 40_000, 40_001) == (1, 50_002)


def test_snapping_looks_at_the_neighbourhood_only():
    text = "قال مصدرٌ أمنيٌّ إنّه " * 50_000
    start = time.perf_counter()
    for at in range(0, len(text), 1_000):
        snap(text, at, min(at + 30, len(text)))
    assert time.perf_counter() - start < 0.5
