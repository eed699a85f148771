"""Folding makes the same words equal, and its offsets lead back."""

import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.fold import Profile, fold
from reader.text.graphemes import snap

TEXT = st.text(
    st.sampled_from("اأىةبؤئ\u0651\u064b\u0640\u200f\u00a0 \n٣«»…–Aß🙂İﻻﷺﹰﹷﬁ\u3000٫")
    | st.characters(),
    max_size=30,
)
PROFILE = st.sampled_from(Profile)
both = pytest.mark.parametrize("profile", Profile)


@pytest.mark.parametrize(
    ("raw", "folded"),
    [
        ("قَالَ مَصْدَرٌ", "قال مصدر"),
        ("الـــعربي", "العربي"),
        ("آأإٱ ىی ک ة", "اااا يي ك ه"),
        ("٢٩ تموز ۲۰۲۱", "29 تموز 2021"),
        ("«قال» “نعم” ‘لا’ – … ٣٫٥", '"قال" "نعم" \'لا\' - ... 3.5'),
        ("ﻻ ﷲ ﬁn", "لا الله fin"),
        ("ﻵ", "لا"),
        ("ﷺ", "صلي الله عليه وسلم"),
        ("بﹰﹷ", "ب"),  # marks with a blank or a tatweel to stand on
        ("ABC Straße", "abc strasse"),
        ("\ufeffa\u200b\u200fb\u00adc", "abc"),
        ("قال\u00a0 \u200f\tمصدر", "قال مصدر"),
        ("سطر\nثان", "سطر\nثان"),
        ("ＡＢ", "ab"),
    ],
)
@both
def test_the_same_words_become_equal(raw, folded, profile):
    assert fold(raw, profile).text == folded


def test_only_find_drops_the_seat_of_a_hamza():
    assert fold("مسؤول رئيس", Profile.MATCH).text == "مسؤول رئيس"
    assert fold("مسؤول رئيس", Profile.FIND).text == "مسوول رييس"


@both
def test_every_character_folds_to_what_stays_as_it_is(profile):
    every = "".join(chr(c) for c in range(sys.maxunicode + 1) if not 0xD800 <= c < 0xE000)
    once = fold(every, profile).text
    assert fold(once, profile).text == once


@given(TEXT, PROFILE, st.data())
def test_the_raw_span_holds_the_folded_one(text, profile, data):
    folded = fold(text, profile)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    raw = folded.to_raw(start, end)
    assert raw == snap(text, *raw)
    assert folded.text[start:end] in fold(text[slice(*raw)], profile).text


@given(TEXT, PROFILE)
def test_each_folded_character_comes_back_to_itself(text, profile):
    folded = fold(text, profile)
    for at in range(len(folded.text)):
        start, end = folded.to_folded(*folded.to_raw(at, at + 1))
        assert start <= at < end


@given(TEXT, PROFILE)
def test_the_pieces_of_a_text_fold_to_the_pieces_of_its_folding(text, profile):
    folded = fold(text, profile)
    spans = [folded.to_folded(at, at + 1) for at in range(len(text))]
    assert "".join(folded.text[slice(*span)] for span in spans) == folded.text
    assert folded.to_folded(0, len(text)) == (0, len(folded.text))


def test_a_raw_span_takes_the_marks_of_its_last_letter():
    folded = fold("قال مصدرٌ أمني", Profile.MATCH)
    at = folded.text.index("مصدر")
    assert folded.to_raw(at, at + 4) == (4, 9)


def test_a_run_of_blanks_made_one_keeps_the_offsets_behind_it():
    folded = fold("قال \u00a0 مصدر", Profile.MATCH)
    assert folded.to_raw(4, 8) == (6, 10)
    assert folded.to_folded(6, 10) == (4, 8)


def test_half_a_ligature_is_all_of_it_in_the_raw_text():
    folded = fold("سﻻم", Profile.MATCH)
    assert folded.text == "سلام"
    assert folded.to_raw(2, 3) == (1, 2)
    assert folded.to_folded(1, 2) == (1, 3)


def test_an_empty_span_stays_empty():
    folded = fold("قالَ ", Profile.MATCH)
    assert [folded.to_raw(at, at) for at in (0, 3, 4)] == [(0, 0), (4, 4), (5, 5)]
    assert folded.to_folded(3, 4) == (3, 3)


@pytest.mark.parametrize("span", [(-1, 0), (2, 1), (0, 4)])
def test_a_span_outside_either_text_is_refused(span):
    folded = fold("قال", Profile.FIND)
    with pytest.raises(IndexError):
        folded.to_raw(*span)
    with pytest.raises(IndexError):
        folded.to_folded(*span)


def test_folding_a_long_text_with_its_offsets_is_quick():
    text = "قال مصدرٌ أمنيٌّ إنّ «الهيئة» أعلنت في 29 تموز 2021 " * 12_000
    start = time.perf_counter()
    assert fold(text, Profile.MATCH).to_raw(0, 3) == (0, 3)
    assert time.perf_counter() - start < 1
