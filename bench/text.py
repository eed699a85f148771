"""How long the functions of `reader.text` take on a million characters of Arabic news."""

from __future__ import annotations

from bench._measure import measure
from reader.text.bidi import invisibles
from reader.text.fold import Profile, fold
from reader.text.graphemes import snap
from reader.text.shingles import shingles, tokens
from reader.text.utf16 import Utf16Map
from reader.text.words import word_span, words

LENGTH = 1_000_000
SENTENCE = "قال مصدرٌ أمنيّ مسؤول لـ«الجريدة»، في 29 تموز 2021، إنّ BBC نقلت ذلك عن الهيئة.\n"


def main() -> None:
    text = (SENTENCE * (LENGTH // len(SENTENCE) + 1))[:LENGTH]
    found = tokens(text)
    offsets = range(0, LENGTH - 10, LENGTH // 1_000)
    measure("fold, FIND", lambda: fold(text, Profile.FIND))
    measure("fold with the offset map, MATCH", lambda: fold(text, Profile.MATCH).to_raw(0, 1))
    measure("words", lambda: words(text))
    measure("tokens", lambda: tokens(text))
    measure("shingles of 4", lambda: shingles(found, 4))
    measure("invisible characters", lambda: invisibles(text))
    measure("UTF-16 map", lambda: Utf16Map(text))
    measure("1,000 spans snapped", lambda: [snap(text, at, at + 10) for at in offsets])
    measure("1,000 word spans", lambda: [word_span(text, at) for at in offsets])


if __name__ == "__main__":
    main()
