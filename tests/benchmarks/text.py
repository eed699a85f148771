"""The functions of `reader.text` on a million characters of Arabic news.

The reference is finding the words of the same text with the standard library's `re`.
"""

from __future__ import annotations

import re

from reader.text.bidi import invisibles
from reader.text.fold import Profile, fold
from reader.text.graphemes import snap
from reader.text.shingles import shingles, tokens
from reader.text.utf16 import Utf16Map
from reader.text.words import word_span, words
from tests.benchmarks._measure import compare

LENGTH = 1_000_000
SENTENCE = "قال مصدرٌ أمنيّ مسؤول لـ«الجريدة»، في 29 تموز 2021، إنّ BBC نقلت ذلك عن الهيئة.\n"


def main() -> None:
    text = (SENTENCE * (LENGTH // len(SENTENCE) + 1))[:LENGTH]
    found = tokens(text)
    offsets = range(0, LENGTH - 10, LENGTH // 1_000)
    works = {
        "fold, FIND": lambda: fold(text, Profile.FIND),
        "fold with the offset map, MATCH": lambda: fold(text, Profile.MATCH).to_raw(0, 1),
        "words": lambda: words(text),
        "tokens": lambda: tokens(text),
        "shingles of 4": lambda: shingles(found, 4),
        "invisible characters": lambda: invisibles(text),
        "UTF-16 map": lambda: Utf16Map(text),
        "1,000 spans snapped": lambda: [snap(text, at, at + 10) for at in offsets],
        "1,000 word spans": lambda: [word_span(text, at) for at in offsets],
    }
    for name, work in works.items():
        compare(name, work, lambda: re.findall(r"\w+", text))


if __name__ == "__main__":
    main()
