"""Where a mark begins and ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.edges import completed, trimmed, whole_words
from reader.text.words import words

TEXTS = st.text(alphabet='اب ،.«»"()؟-لـ\n2', max_size=40)


@st.composite
def selections(draw):
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text)))
    return text, start, draw(st.integers(start, len(text)))


@pytest.mark.parametrize(
    ("text", "selected", "kept"),
    [
        ("قال مصدر أمني، أمس", " مصدر أمني، ", "مصدر أمني"),
        ("انتهى الأمر.", "انتهى الأمر.", "انتهى الأمر"),
        ("هل انتهى؟!", "هل انتهى؟!", "هل انتهى"),
        ('قال "نعم" ومضى', '"نعم"', '"نعم"'),
        ('قال "نعم" ومضى', 'قال "نعم', 'قال "نعم'),
        ('قال "نعم" ومضى', '"نعم', "نعم"),
        ('قال "نعم" ومضى', 'نعم"', "نعم"),
        ("قال «نعم ثم لا» ومضى", "لا» ومضى", "لا» ومضى"),
        ("قال «نعم ثم لا» ومضى", "«نعم ثم", "نعم ثم"),
        ("قال »نعم« ومضى", "»نعم«", "»نعم«"),
        ('ذلك "التفافًا" و "خداعًا"، ثم', 'ذلك "التفافًا" و "خداعًا"،', 'ذلك "التفافًا" و "خداعًا"'),
        ("اليوم (29 تموز)، أمس", "اليوم (29 تموز)،", "اليوم (29 تموز)"),
        ("بحسب أ.د. سعيد", "أ.د.", "أ.د."),
        ("the U.S. said", "U.S.", "U.S."),
        ("لمصدر أمني", "مصدر", "مصدر"),
        ("ماذا ؟! الآن", " ؟! ", "؟!"),
        ("بلغ 2.5% أمس", "2.5%", "2.5%"),
    ],
)
def test_what_is_dragged_along_goes_and_whole_pairs_stay(text, selected, kept):
    start = text.index(selected)
    first, last = trimmed(text, start, start + len(selected))
    assert text[first:last] == kept


@given(selections())
def test_trimming_only_narrows_and_does_it_once(selection):
    text, start, end = selection
    first, last = trimmed(text, start, end)
    assert start <= first <= last <= end
    assert trimmed(text, first, last) == (first, last)


@given(selections())
def test_trimming_loses_no_letter_and_no_digit(selection):
    text, start, end = selection
    first, last = trimmed(text, start, end)
    lost = text[start:first] + text[last:end]
    assert not any(char.isalnum() for char in lost.replace("ـ", ""))


@given(selections())
def test_whole_words_cut_no_word(selection):
    text, start, end = selection
    first, last = whole_words(text, start, end)
    if first < last:
        cuts = [w for w in words(text) for at in (first, last) if w.start < at < w.end]
        assert cuts == []
        assert (first, last) == whole_words(text, first, last)


@pytest.mark.parametrize(
    ("text", "selected", "grown"),
    [
        ("ووفقًا لمصدر أمني، قال", "صدر أم", "لمصدر أمني"),
        ("ووفقًا لمصدر أمني، قال", "أمني،", "أمني"),
        ('قال "نعم" ومضى', '"نع', "نعم"),
        ("بلغ 2,500 أمس", "50", "2,500"),
    ],
)
def test_a_selection_grows_to_whole_words(text, selected, grown):
    start = text.index(selected)
    first, last = whole_words(text, start, start + len(selected))
    assert text[first:last] == grown


@pytest.mark.parametrize(
    ("selected", "kept"),
    [
        ('ما يسمى "المقاومة', 'ما يسمى "المقاومة"'),
        ('المقاومة" العراقية', '"المقاومة" العراقية'),
        ("المقاومة", "المقاومة"),
        ("ما يسمى", "ما يسمى"),
    ],
)
def test_a_pair_is_completed_where_its_other_half_touches_the_end(selected, kept):
    text = 'رفض ما يسمى "المقاومة" العراقية'
    start = text.index(selected)
    first, last = completed(text, start, start + len(selected))
    assert text[first:last] == kept


def test_a_tatweel_is_part_of_its_word():
    assert whole_words("2ـ«", 1, 3) == (0, 2)


def test_a_span_outside_the_text_is_refused():
    with pytest.raises(IndexError):
        trimmed("نص", 0, 3)
