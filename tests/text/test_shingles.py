"""Texts are compared by runs of folded words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.fold import Profile, fold
from reader.text.shingles import shingles, tokens
from reader.text.words import words


def test_tokens_are_folded_words():
    assert tokens("قالَ «مصدرٌ» أمنيّ ٢٩\nى") == ["قال", "مصدر", "امني", "29", "ي"]


@given(st.text("اأ\u0651\u0640ﻻ ٣،.\n\u200fAß-"))
def test_tokens_are_what_each_word_folds_to(text):
    folded = [fold(text[start:end], Profile.MATCH).text for start, end in words(text)]
    assert tokens(text) == [word for word in folded if word]


def test_shingles_are_every_run_of_n():
    assert shingles(["a", "b", "c", "a", "b"], 2) == {("a", "b"), ("b", "c"), ("c", "a")}


def test_too_few_tokens_give_no_shingle():
    assert shingles(["a"], 2) == set()


def test_a_run_of_no_words_is_refused():
    with pytest.raises(ValueError, match="0"):
        shingles(["a"], 0)
