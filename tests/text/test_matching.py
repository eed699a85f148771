"""What a person types is found as a reader would find it, and where it really stands."""

from __future__ import annotations

from itertools import pairwise

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from reader.text.fold import Profile, fold
from reader.text.graphemes import snap
from reader.text.matching import Query, Searchable
from reader.text.spellings import Spellings

WORDS = st.text(st.sampled_from("اأبتوفلكال ىية\u064e\u0640\u200f\u200c\u00a0\n٣3«.A"), max_size=25)
CLUSTERED = st.text(st.sampled_from("اللﻻﷲﬀf👨👩\u200d🇮🇶e\u0301\u0600 \n"), max_size=14)
TYPED = st.text(st.sampled_from("ابلوA3 أ\u064e"), max_size=3)


def found(typed: str, text: str, *, whole_words: bool = False) -> list[str]:
    hits = Query(typed, whole_words=whole_words).find(Searchable(text))
    return [text[start:end] for start, end in hits]


@pytest.mark.parametrize(
    ("typed", "text", "hits"),
    [
        ("مصدر", "قال مَصْدَرٌ إنّ المصدر", ["مَصْدَرٌ", "مصدر"]),
        ("مَصدر", "مصدر", ["مصدر"]),
        ("الى", "إلى آلي", ["إلى", "آلي"]),
        ("العربي", "الـــعربي", ["الـــعربي"]),
        ("مسؤول", "مسوول", ["مسوول"]),
        ("29", "٢٩ و29 و۲۹", ["٢٩", "29", "۲۹"]),
        ("٢٩", "29", ["29"]),
        ("bbc", "BBC", ["BBC"]),
        ('"قال"', "«قال»", ["«قال»"]),
        ("مص\u200fدر", "مص\u200cدر", ["مص\u200cدر"]),
        ("قال مصدر", "قال \u00a0\u200f مصدر", ["قال \u00a0\u200f مصدر"]),
        ("  قال   مصدر ", "قال مصدر", ["قال مصدر"]),
        ("قال مصدر", "قال\u2028مصدر", ["قال\u2028مصدر"]),
        ("اا", "اااا", ["اا", "اا"]),
        ("ل", "ﻻ", ["ﻻ"]),
        ("الله", "ﷲ", ["ﷲ"]),
        ("ل", "ﷲ لل", ["ﷲ", "ل", "ل"]),
        ("👩", "👩\u200d👩\u200d👧 👩", ["👩\u200d👩\u200d👧", "👩"]),
    ],
)
def test_what_a_reader_would_call_the_same_is_found(typed, text, hits):
    assert found(typed, text) == hits


def test_another_spelling_is_no_part_of_a_longer_word():
    rows = Spellings([["مائة", "مئة"]])
    text = Searchable("الصحة العالمية: بمئة سرير، ومائة طبيب")
    hits = Query("مائة", spellings=rows).find(text)
    assert [text.raw[start:end] for start, end in hits] == ["مئة", "مائة"]


def test_a_match_never_crosses_the_end_of_a_block():
    assert found("قال مصدر", "قال\nمصدر") == []


@pytest.mark.parametrize("typed", ["", "  ", "\u200f", "\u064e", "ـ", "\ufeff \u00a0"])
@pytest.mark.parametrize("whole_words", [False, True])
def test_nothing_is_found_for_nothing_that_can_be_seen(typed, whole_words):
    assert not Query(typed)
    assert found(typed, "قالَ \u200f ـ مصدر", whole_words=whole_words) == []


def test_a_query_of_several_lines_is_one_phrase():
    assert found("قال\nمصدر", "قال مصدر") == ["قال مصدر"]


# Whole words


@pytest.mark.parametrize(
    ("typed", "text", "hits"),
    [
        ("مصدر", "مصدر المصدر والمصدر وبالمصدر كمصدر لمصدر للمصدر فللمصدر", 8),
        ("مصدر", "مصدره مصدران مصادر", 0),
        ("قت", "الوقتية", 0),
        ("وقت", "وقت الوقت ووقت موقت وقتها", 3),
        ("الشرطة", "للشرطة وللشرطة الشرطة والشرطة", 4),
        ("الليل", "لليل", 1),
        ("الله", "لله", 1),
        ("لجنة", "للجنة اللجنة", 2),
        ("500", "2,500 500 1500", 1),
        ("مصدر أمني", "مصدر أمني المصدر أمني مصدر أمنية", 2),
        ("bbc", "BBC وBBC BBCs", 2),
        ('"قال"', "«قال»", 1),
        ("قال", "(قال) #قال_المصدر", 1),
    ],
)
def test_a_whole_word_is_a_token_behind_its_proclitics(typed, text, hits):
    assert len(found(typed, text, whole_words=True)) == hits


def test_a_hit_covers_the_word_without_its_proclitics():
    assert found("مصدر", "وبالمصدرِ", whole_words=True) == ["مصدرِ"]


def test_the_elided_article_is_known_only_behind_its_preposition():
    assert found("الشرطة", "للشرطة علشرطة") == ["لشرطة"]


@given(WORDS, TYPED)
def test_whole_words_are_among_the_hits_without_them(text, typed):
    ready = Searchable(text)
    whole = list(Query(typed, whole_words=True).find(ready))
    assert set(whole) <= set(Query(typed).find(ready))


# Properties


def by_force(typed: str, text: str) -> list[tuple[int, int]]:
    """The leftmost, shortest spans of whole clusters that fold to what was typed."""
    query = " ".join(fold(typed, Profile.FIND).text.split())
    parts = [m.span() for m in regex.finditer(r"\X", text)]
    seen = [bool(fold(text[slice(*part)], Profile.FIND).text) for part in parts]
    hits, first = [], 0
    while query and first < len(parts):
        ends = (
            last
            for last in range(first, len(parts))
            if seen[first] and seen[last]
            and fold(text[parts[first][0] : parts[last][1]], Profile.FIND).text == query
        )  # fmt: skip
        last = next(ends, None)
        if last is not None:
            hits.append((parts[first][0], parts[last][1]))
        first = first + 1 if last is None else last + 1
    return hits


@given(WORDS, TYPED)
def test_looking_everywhere_finds_the_same(text, typed):
    assert list(Query(typed).find(Searchable(text))) == by_force(typed, text)


@given(WORDS | CLUSTERED, st.data())
def test_hits_fold_to_the_query_do_not_overlap_and_cut_no_character(text, data):
    start = data.draw(st.integers(0, len(text)))
    typed = text[start : data.draw(st.integers(start, len(text)))]
    query, hits = Query(typed), list(Query(typed).find(Searchable(text)))
    assert all(query.folded in fold(text[slice(*hit)], Profile.FIND).text for hit in hits)
    assert all(one[1] <= other[0] for one, other in pairwise(hits))
    assert all(hit == snap(text, *hit) for hit in hits)
    assert hits or not query or "\n" in typed


@given(WORDS | CLUSTERED, TYPED)
def test_a_query_stands_in_a_text_if_it_is_found_there(text, typed):
    query, ready = Query(typed), Searchable(text)
    assert query.stands_in(ready) == bool(query.find(ready))


@given(WORDS | CLUSTERED, TYPED, st.data())
def test_the_hits_of_a_part_are_those_that_reach_into_it(text, typed, data):
    hits = Query(typed).find(Searchable(text))
    start, end = snap(text, *sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2))))
    expected = [n for n, hit in enumerate(hits) if hit[0] < end and hit[1] > start]
    assert list(hits.between(start, end)) == expected
    assert hits.first_from(start) == next(
        (n for n, hit in enumerate(hits) if hit[0] >= start), len(hits)
    )


def test_hits_within_some_blocks_are_the_others_left_out():
    text = "مصدر\nمصدر\nمصدر مصدر"
    hits = Query("مصدر").find(Searchable(text))
    assert list(hits.within([(0, 4), (10, 19)])) == [(0, 4), (10, 14), (15, 19)]
    assert hits[-1:] == [(15, 19)]


def test_one_query_serves_many_texts_and_one_text_many_queries():
    texts = [Searchable(t).prepare() for t in ("قال مصدر", "المصدر", "")]
    assert [len(Query("مصدر").find(t)) for t in texts] == [1, 1, 0]
    assert [len(Query(q).find(texts[0])) for q in ("قال", "ق", "لا")] == [1, 1, 0]
