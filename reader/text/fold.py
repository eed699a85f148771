"""Folding for matching only: what a reader would call the same words becomes equal.

Two profiles. MATCH re-finds an annotation: marks, tatweel and invisible controls go, forms of
alef, ya, kaf and ta marbuta meet, digits become ASCII, quotes, dashes and blanks are unified,
presentation forms become letters, case is folded. FIND is what a person who searches expects:
it drops the hamza's seat too. A newline, which ends a block, always stays.

Nothing folded is ever stored or shown; `Folded` maps its offsets back. Raise `FOLD_VERSION`
with every change of what a profile gives.
"""

from __future__ import annotations

import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

import regex

from reader.text.graphemes import snap

FOLD_VERSION = 1


class Profile(StrEnum):
    """What folding is for: re-finding a span, or finding what was typed."""

    MATCH = "match"
    FIND = "find"


def _ranges(*bounds: tuple[int, int]) -> Iterable[str]:
    return (chr(code) for first, last in bounds for code in range(first, last + 1))


_DROPPED = "".join(
    _ranges(
        (0x0610, 0x061A), (0x064B, 0x065F), (0x0670, 0x0670),  # harakat and Quranic marks
        (0x06D6, 0x06DC), (0x06DF, 0x06E8), (0x06EA, 0x06ED),
        (0x0640, 0x0640),  # tatweel
        (0x00AD, 0x00AD), (0x061C, 0x061C), (0x200B, 0x200F), (0x202A, 0x202E),
        (0x2060, 0x2064), (0x2066, 0x2069), (0xFEFF, 0xFEFF),
    )
)  # fmt: skip

_MATCH = {
    "": _DROPPED,
    "ا": "آأإٱ",
    "ي": "ىی",
    "ك": "ک",
    "ه": "ة",
    '"': "“”„‟«»‹›″‶〝〞",
    "'": "‘’‚‛′`´",
    "-": "‐‑‒–—―−",
    " ": "\t\u00a0\u1680\u2028\u202f\u205f\u3000" + "".join(_ranges((0x2000, 0x200A))),
    ".": "٫",
    ",": "٬",
    "...": "…",
} | {str(n): chr(0x0660 + n) + chr(0x06F0 + n) for n in range(10)}

_PROFILES = {Profile.MATCH: _MATCH, Profile.FIND: _MATCH | {"و": "ؤ", "ي": "ىیئ"}}

_BLANKS = regex.compile("  +")


class _Table(dict[int, str]):
    """Code point -> what it folds to; the characters not listed are worked out once, when met."""

    def __init__(self, rules: dict[str, str]) -> None:
        super().__init__((ord(char), to) for to, chars in rules.items() for char in chars)

    def __missing__(self, code: int) -> str:
        char = chr(code)
        # The blocks of ready-shaped letters: ﻻ is two letters, ﷺ four words, ﬁ two letters.
        if 0xFB00 <= code <= 0xFDFF or 0xFE70 <= code <= 0xFEFE or 0xFF00 <= code <= 0xFFEF:
            plain = unicodedata.normalize("NFKC", char)
        else:
            plain = char.casefold()
        # A mark shaped alone stands on a blank there, which is not part of the text.
        folded = char if plain == char else plain.translate(self).strip(" ")
        self[code] = folded
        return folded


_TABLES = {profile: _Table(rules) for profile, rules in _PROFILES.items()}


@dataclass(frozen=True)
class Folded:
    """A folded text and the way back to the raw one. Offsets are code points, half-open."""

    text: str
    raw: str
    profile: Profile

    @cached_property
    def _origins(self) -> array[int]:
        """For every folded character, the offset of the raw character that it came from."""
        table = _TABLES[self.profile]
        spread = [at for at, char in enumerate(self.raw) for _ in table[ord(char)]]
        if len(spread) == len(self.text):
            return array("I", spread)
        wide = self.raw.translate(table)
        kept = zip(spread, wide, "\n" + wide, strict=False)
        return array("I", (at for at, char, before in kept if not char == before == " "))

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """The raw span of a folded one, widened to whole grapheme clusters.

        So it takes the marks that folding dropped along with their letter, and the whole of
        a ligature of which the span holds a part.

        Raises:
            IndexError: not 0 <= start <= end <= len(self.text).
        """
        if not 0 <= start <= end <= len(self.text):
            raise IndexError((start, end))
        if start == end:
            at = self._origins[start] if start < len(self.text) else len(self.raw)
            return snap(self.raw, at, at)
        return snap(self.raw, self._origins[start], self._origins[end - 1] + 1)

    def to_folded(self, start: int, end: int) -> tuple[int, int]:
        """The folded span of a raw one; empty where folding dropped all of it.

        Raises:
            IndexError: not 0 <= start <= end <= len(self.raw).
        """
        if not 0 <= start <= end <= len(self.raw):
            raise IndexError((start, end))
        return bisect_left(self._origins, start), bisect_left(self._origins, end)


def fold(text: str, profile: Profile) -> Folded:
    """The text folded for `profile`, runs of blanks made one; raw offsets come when asked for."""
    return Folded(_BLANKS.sub(" ", text.translate(_TABLES[profile])), text, profile)
