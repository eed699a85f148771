"""Texts that would take long or lead astray: bounded, and never wrong.

They are shorter here than the 5 MB that the benchmark takes; what would not end shows all the same.
"""

from __future__ import annotations

import random
import time

import pytest

from reader.anchoring import Level, reattach

WORDS = 30_000
SPANS = [(start, start + 14) for start in range(0, 100_000, 1_000)]


def _random(*words: str, seed: int) -> str:
    chance = random.Random(seed)  # noqa: S311 (texts, not secrets)
    return " ".join(chance.choice(words) for _ in range(WORDS))


TEXTS = {
    "one word": ("قال " * WORDS, "قال " * (WORDS - 1)),
    "two words": (_random("قال", "زيد", seed=1), _random("قال", "زيد", seed=2)),
    "signs": ("، " * 60_000, "، " * 59_999),
    "blanks": (" " * 110_000 + "نص", " " * 90_000 + "نص"),
    "no blanks": ("ا" * 110_000, "ا" * 109_999 + "ب"),
    "nothing in common": (_random("ألف", "باء", seed=1), _random("تاء", "ثاء", seed=2)),
}


@pytest.mark.parametrize("name", TEXTS)
def test_what_repeats_itself_is_never_placed_for_certain(name):
    old, new = TEXTS[name]

    placed = reattach(old, new, SPANS)

    assert not any(p.level.is_automatic for p in placed)


def test_a_text_of_one_word_that_did_not_change_keeps_every_mark():
    text = "قال " * WORDS

    assert [p.span for p in reattach(text, text, SPANS)] == SPANS


def test_very_long_marks_are_proposed():
    sentence = "وأكد المصدر رقم {} أن القوات دخلت المدينة ليلا.\n"
    old = "".join(map(sentence.format, range(1_000)))
    new = old.replace(sentence.format(500), "").replace("رقم 7 ", "رقم 8000 ")
    spans = [(at, len(old) - at) for at in range(100)]

    placed = reattach(old, new, spans)

    assert {p.level for p in placed} == {Level.REVIEW}
    assert all(p.changes for p in placed)


def test_very_long_marks_in_a_text_that_barely_changed_cost_little():
    sentence = "وأكد المصدر رقم {} أن القوات دخلت المدينة ليلا.\n"
    old = "".join(map(sentence.format, range(3_000))) * 2
    new = old.replace("القوات", "القوات المشتركة", 1)
    spans = [(at + 60, len(old) - at) for at in range(2_000)]

    started = time.process_time()
    placed = reattach(old, new, spans)

    assert time.process_time() - started < 10
    assert all(p.span is not None for p in placed)
