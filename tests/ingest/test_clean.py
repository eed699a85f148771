"""Canonical characters."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ingest.clean import clean, storable

ANY_TEXT = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("char", "code"),
    [
        ("\r", "char_carriage_return"),
        ("\u2028", "char_line_separator"),
        ("\u2029", "char_line_separator"),
        ("\ufdd0", "char_qt_separator"),
        ("\ufdd1", "char_qt_separator"),
        ("\ufffc", "char_object"),
        ("\x0b", "char_control"),
        ("\x0c", "char_control"),
        ("\x85", "char_control"),
    ],
)
def test_a_character_that_would_end_a_line_or_stand_for_an_object_becomes_a_space(
    char: str, code: str
) -> None:
    counter: Counter[str] = Counter()
    assert clean(f"قبل{char}بعد", counter) == "قبل بعد"
    assert counter == {code: 1}


@pytest.mark.parametrize(
    "char", ["\x00", "\x01", "\x1b", "\x7f", "\x80", "\x9f", "\ufffe", "\uffff"]
)
def test_other_controls_go(char: str) -> None:
    counter: Counter[str] = Counter()
    assert clean(f"ك{char}لمة", counter) == "كلمة"
    assert counter == {"char_control": 1}


def test_a_lone_surrogate_becomes_a_replacement_character() -> None:
    counter: Counter[str] = Counter()
    assert clean("أ\ud800ب\udfff", counter) == "أ\ufffdب\ufffd"
    assert counter == {"char_surrogate": 2}


def test_every_change_is_counted() -> None:
    counter = Counter({"char_control": 1})
    clean("\x01\x02\r\u2028", counter)
    assert counter == {"char_control": 3, "char_carriage_return": 1, "char_line_separator": 1}


@pytest.mark.parametrize(
    "text",
    [
        "بِسْمِ",
        "می\u200cروم",
        "\u200fنص\u200e",
        "\u202eعكس\u202c",
        "a\u0301",
        "أ\tب\nج",
        "\u00a0",
        "\ufeff",
        "👨\u200d👩",
    ],
)
def test_all_else_stays_verbatim(text: str) -> None:
    counter: Counter[str] = Counter()
    assert clean(text, counter) == text
    assert not counter


@given(ANY_TEXT)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean(text, Counter())
    assert clean(once, Counter()) == once


@given(ANY_TEXT)
def test_a_clean_text_can_be_stored_as_json_and_is_one_line_per_line_feed(text: str) -> None:
    cleaned = clean(text, Counter())
    assert cleaned.encode().decode() == cleaned
    assert len(cleaned.split("\n")) == max(1, len((cleaned + "x").splitlines()))


@given(ANY_TEXT)
def test_what_a_tree_can_hold_is_left_as_it_is(text: str) -> None:
    counter: Counter[str] = Counter()
    stored = storable(text, counter)
    assert sum(counter.values()) == sum(1 for a in text if storable(a, Counter()) != a)
    assert clean(stored, Counter()) == clean(text, Counter())
