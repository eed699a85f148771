"""Words of Arabic and other scripts, as spans of code points.

What folding drops never splits a word: harakat, tatweel, ZWNJ and bidi controls may stand
inside. A number keeps its separators («٣٫٥», "2,500"), a Latin word its apostrophe. Scripts
without spaces are not segmented further.
"""

from __future__ import annotations

from typing import NamedTuple

from reader.text.pattern import Pattern

_START = r"\p{GCB=Prepend}*[[\p{L}\p{N}]--ـ]"
_PART = r"[\p{L}\p{N}\p{M}_\p{GCB=Extend}\p{GCB=SpacingMark}\p{GCB=ZWJ}]"
_INVISIBLE = r"[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]"
_JOINT = r"(?<=\p{Nd})[.,٫٬](?=\p{Nd})|(?<=\p{L})['’](?=\p{L})"
_WORD = Pattern(rf"{_START}{_PART}*+(?:(?:{_INVISIBLE}+|{_JOINT}){_PART}++)*+", sets=True)
_SPACE_BEFORE = Pattern(r"(?r)\s")


class Word(NamedTuple):
    """A word's place in its text: half-open, in code points."""

    start: int
    end: int


def words(text: str) -> list[Word]:
    """Every word of the text, in order."""
    return [Word(*match.span()) for match in _WORD.finditer(text)]


def word_span(text: str, offset: int) -> tuple[int, int]:
    """The word at `offset`, or the one that ends there; else the empty span (offset, offset).

    Raises:
        IndexError: the offset lies outside the text.
    """
    if not 0 <= offset <= len(text):
        raise IndexError(offset)
    space = _SPACE_BEFORE.search(text, 0, offset)
    found = (offset, offset)
    for match in _WORD.finditer(text, space.end() if space else 0):
        if match.start() > offset:
            break
        if match.end() >= offset:
            found = match.span()
    return found
