"""Where a selection that is marked begins and ends: what is dragged along by mistake goes.

Spaces and punctuation at either end are no part of what is said, nor is a quotation mark whose
other half is outside; «…» with both halves inside stays. Spans are code points, half-open.
"""

from __future__ import annotations

from typing import Final

from reader.text.quotes import MARKS, line_of, pairs
from reader.text.words import word_span

_LOOSE: Final = frozenset("،,؛;:.۔!؟?…-–—•·*|/\\")


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without spaces, loose punctuation and halves of pairs at its ends.

    A span of nothing but those keeps all but its spaces: somebody meant it. The dot of an
    abbreviation («أ.د.») stays.

    Raises:
        IndexError: not 0 <= start <= end <= len(text).
    """
    if not 0 <= start <= end <= len(text):
        raise IndexError((start, end))
    bare = _without_spaces(text, start, end)
    whole = _whole_pairs(text, *bare)
    first, last = bare
    while first < last and _goes(text, first, whole):
        first += 1
    while first < last and _goes(text, last - 1, whole) and not _abbreviates(text, first, last):
        last -= 1
    return (first, last) if first < last else bare


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The trimmed span, grown to the ends of the words that it cuts; empty stays empty."""
    start, end = trimmed(text, start, end)
    if start == end:
        return start, end
    first, at_end = word_span(text, start), word_span(text, end)
    # A word that only ends where the span begins is not cut by it.
    return (
        first[0] if first[1] > start else start,
        at_end[1] if at_end[0] < end else end,
    )


def completed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span with the other half of a pair that it holds, where that half touches its end.

    So «ما يسمى "المقاومة» and the word behind it is marked with both quotation marks or none.
    """
    if any(char in MARKS for char in text[start:end]):
        for opened, closed in pairs(text, *line_of(text, start, end)):
            if start <= opened < end and closed == end + 1:
                end += 1
            elif start < closed <= end and opened == start - 1:
                start -= 1
    return start, end


def _without_spaces(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _whole_pairs(text: str, start: int, end: int) -> frozenset[int]:
    """The offsets of marks whose other half is in the span too."""
    if not any(char in MARKS for char in text[start:end]):
        return frozenset()
    inside = [(a, b - 1) for a, b in pairs(text, *line_of(text, start, end))]
    return frozenset(at for pair in inside if start <= pair[0] and pair[1] < end for at in pair)


def _goes(text: str, at: int, whole: frozenset[int]) -> bool:
    char = text[at]
    return char.isspace() or char in _LOOSE or (char in MARKS and at not in whole)


def _abbreviates(text: str, start: int, end: int) -> bool:
    """Whether the dot that ends the span belongs to its last word: «ق.م.», “U.S.”."""
    if text[end - 1] != ".":
        return False
    word = text[start : end - 1].split()
    return bool(word) and "." in word[-1].strip(".") and "//" not in word[-1]
