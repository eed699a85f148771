"""Words are found as a reader of Arabic sees them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.graphemes import snap
from reader.text.words import word_span, words

NEWS = st.text("اب\u0651\u0640\u200c\u200d\u200f ،.\n\"'aé٣5,٫#_-😀\u0301", max_size=40)


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قالَ مصدرٌ أمنيٌّ.", ["قالَ", "مصدرٌ", "أمنيٌّ"]),
        ("الـــعربي «الجديد»", ["الـــعربي", "الجديد"]),
        ("می‌خواهم", ["می‌خواهم"]),
        ("الـBBC و COVID-19", ["الـBBC", "و", "COVID", "19"]),
        ("٣٫٥ و2,500.", ["٣٫٥", "و2,500"]),
        ("don't", ["don't"]),
        ("مصدر\u200f، قال\u200e ", ["مصدر", "قال"]),
        ("مص\u200fدر", ["مص\u200fدر"]),
        ("#أوقفوا_الحرب", ["أوقفوا_الحرب"]),
        ("ـ قال ـــ", ["قال"]),
        ("كلمة\u2028أخرى\nثالثة", ["كلمة", "أخرى", "ثالثة"]),
        ("😀 !", []),
    ],
)
def test_words_of_the_text(text, expected):
    assert found(text) == expected


@given(NEWS)
def test_no_word_splits_a_character(text):
    spans = [tuple(word) for word in words(text)]
    assert spans == [snap(text, *span) for span in spans]


@given(NEWS)
def test_the_word_at_each_of_its_offsets_is_that_word(text):
    for start, end in words(text):
        assert {word_span(text, at) for at in range(start, end)} == {(start, end)}


@pytest.mark.parametrize(
    ("offset", "expected"), [(0, "قال"), (3, "قال"), (4, "مصدر"), (8, "مصدر"), (9, "")]
)
def test_the_end_of_a_word_belongs_to_it(offset, expected):
    text = "قال مصدر، "
    start, end = word_span(text, offset)
    assert text[start:end] == expected


def test_an_offset_outside_the_text_is_refused():
    with pytest.raises(IndexError):
        word_span("قال", 4)
