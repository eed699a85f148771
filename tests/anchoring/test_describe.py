"""Describing a span so that it can be found again."""

from __future__ import annotations

import hashlib
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.anchoring.describe import describe
from reader.model.annotations import CONTEXT_LENGTH
from reader.model.vocabulary import Role

ID = UUID(int=1)
LETTERS = "ابتّـ 😀\n\u200f"


def _anchor(text: str, start: int, end: int):
    return describe(text, (start, end), version="v", anchor_id=ID)


@given(st.text(LETTERS, min_size=1, max_size=300), st.data())
def test_an_anchor_holds_the_words_and_what_stands_around_them(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))

    anchor = _anchor(text, start, end)

    assert anchor.exact == text[start:end]
    assert text[:start].endswith(anchor.prefix)
    assert text[end:].startswith(anchor.suffix)
    assert max(len(anchor.prefix), len(anchor.suffix)) <= CONTEXT_LENGTH


@given(st.text("اب ", min_size=1, max_size=60), st.data())
def test_an_anchor_knows_which_of_equal_spans_it_is(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 3)))

    equal = [at for at in range(len(text)) if text.startswith(text[start:end], at)]

    assert _anchor(text, start, end).occurrence == (equal.index(start) + 1, len(equal))


def test_the_surroundings_hold_whole_words():
    text = "كلمة " * 30
    anchor = _anchor(text, 75, 79)

    assert anchor.prefix.split() == ["كلمة"] * len(anchor.prefix.split())
    assert anchor.suffix.split() == ["كلمة"] * len(anchor.suffix.split())


def test_a_long_word_is_cut_where_nothing_else_is_left():
    text = "ا" * 300
    anchor = _anchor(text, 100, 101)

    assert (len(anchor.prefix), len(anchor.suffix)) == (CONTEXT_LENGTH, CONTEXT_LENGTH)


@pytest.mark.parametrize("span", [(2, 2), (3, 2), (-1, 2), (0, 99)])
def test_an_empty_span_or_one_outside_the_text_is_refused(span):
    with pytest.raises(ValueError, match=r"\("):
        _anchor("نص قصير", *span)


def test_an_anchor_may_have_another_role():
    cue = describe("قال زيد", (0, 3), version="v", anchor_id=ID, role=Role.CUE)

    assert (cue.role, cue.exact) == (Role.CUE, "قال")


def test_version_and_id_are_worked_out_where_they_are_not_given():
    first, second = (describe("قال زيد", (0, 3)) for _ in range(2))

    assert first.version == second.version == hashlib.sha256("قال زيد".encode()).hexdigest()
    assert first.id != second.id
