"""Anchors in a text without the text that they were made on: an import."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.anchoring import Finder, Level, Why, describe, find
from tests.support.versions import TEXTS

STORY = (
    "اجتمع مجلس الوزراء صباح الأحد في العاصمة لبحث أزمة الكهرباء.\n"
    "وأكد المصدر أن القوات دخلت المدينة في 29 تموز بعد اشتباكات عنيفة.\n"
    "ونقلت وكالة الأنباء عن شهود عيان أن الأهالي غادروا منازلهم.\n"
    "وأكد المصدر أن الجيش انسحب من المطار من دون قتال."
)


def anchor_on(text: str, words: str, number: int = 1):
    at = -1
    for _ in range(number):
        at = text.index(words, at + 1)
    return describe(text, (at, at + len(words)))


def test_words_that_stand_once_are_proposed_where_they_stand():
    placement = find(anchor_on(STORY, "القوات دخلت المدينة"), f"مقدمة جديدة.\n{STORY}")

    assert (placement.level, placement.evidence) == (Level.REVIEW, Why.SEARCHED)
    assert placement.span.start == STORY.index("القوات دخلت") + len("مقدمة جديدة.\n")


@pytest.mark.parametrize("number", [1, 2])
def test_equal_words_are_told_apart_by_what_stands_around_them(number):
    placement = find(anchor_on(STORY, "وأكد المصدر", number), f"{STORY}\nخاتمة.")

    assert placement.span.start == anchor_on(STORY, "وأكد المصدر", number).start


def test_equal_words_with_equal_surroundings_are_told_apart_by_their_number():
    text = "قال المصدر نعم. " * 5
    third = anchor_on(text, "المصدر", 3)

    assert find(third, text).span == (third.start, third.end)


def test_one_of_equal_words_less_is_given_up():
    text = "قال المصدر نعم. " * 5
    placement = find(anchor_on(text, "المصدر", 3), "قال المصدر نعم. " * 4)

    assert (placement.level, placement.evidence) == (Level.ORPHAN, Why.AMBIGUOUS)


def test_nearly_the_same_words_are_proposed():
    new = STORY.replace("القوات دخلت المدينة", "القوات دخلت المدنية")
    placement = find(anchor_on(STORY, "القوات دخلت المدينة في 29 تموز"), new)

    assert new[slice(*placement.span)] == "القوات دخلت المدنية في 29 تموز"


def test_words_that_are_gone_are_given_up():
    placement = find(anchor_on(STORY, "القوات دخلت المدينة"), STORY.splitlines()[0])

    assert (placement.level, placement.span) == (Level.ORPHAN, None)


def test_signs_are_found_by_all_that_stands_around_them():
    old = STORY.replace("القوات", "القوات 😀")
    placement = find(anchor_on(old, "😀"), old.replace("ونقلت", "وقد نقلت"))

    assert (placement.level, placement.span) == (
        Level.REVIEW,
        (old.index("😀"), old.index("😀") + 1),
    )


def test_one_text_serves_many_anchors():
    finder = Finder(STORY)
    anchors = [anchor_on(STORY, words) for words in ("مجلس الوزراء", "شهود عيان", "الجيش انسحب")]

    assert [finder.find(a).span for a in anchors] == [(a.start, a.end) for a in anchors]


@given(TEXTS.filter(bool), TEXTS, st.data())
def test_nothing_is_certain_without_the_old_text(old, new, data):
    start = data.draw(st.integers(0, len(old) - 1))
    end = data.draw(st.integers(start + 1, len(old)))

    placement = find(describe(old, (start, end)), new)

    assert placement.level in (Level.REVIEW, Level.ORPHAN)
    if placement.span is not None:
        assert 0 <= placement.span[0] < placement.span[1] <= len(new)
