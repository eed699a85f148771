"""From the words of a mark to its code points in the new text.

A mark may begin within a word, or with signs and blanks before one: both are carried over where
the new text has the same.
"""

from __future__ import annotations

from typing import Final

from reader.anchoring.separators import head_length, tail_length
from reader.anchoring.tokens import Tokens
from reader.anchoring.values import Span
from reader.text.fold import Profile, fold

_LONGEST: Final = 200
"""Code points between two words in which signs are looked for."""

Range = tuple[int, int]


def carried(old: Tokens, new: Tokens, span: Span, words: Range, to: Range) -> tuple[Span, bool]:
    """Carry a span over.

    Args:
        old: the text of the span.
        new: the text it is carried to.
        span: of the old text.
        words: those that it touches.
        to: the new words that they became.

    Returns:
        The span in the new text, never empty, and whether its ends hold the same signs.
    """
    start, same_start = _start(old, new, span, words[0], to[0])
    end, same_end = _end(old, new, span, words[1] - 1, to[1] - 1)
    if start >= end:  # nothing but what folding drops was marked
        return Span(new.starts[to[0]], new.ends[to[1] - 1]), False
    return Span(start, end), same_start and same_end


def _start(old: Tokens, new: Tokens, span: Span, word: int, to: int) -> tuple[int, bool]:
    first = new.starts[to]
    if span.start > old.starts[word]:
        return first + _within(old, new, span, word, to)[0], True
    part = old.text[span.start : old.starts[word]]
    length = tail_length(_near_end(new, to), part) if part else 0
    return first - (length or 0), length is not None


def _end(old: Tokens, new: Tokens, span: Span, word: int, to: int) -> tuple[int, bool]:
    if span.end < old.ends[word]:
        return new.starts[to] + _within(old, new, span, word, to)[1], True
    part = old.text[old.ends[word] : span.end]
    length = head_length(_near_start(new, to + 1), part) if part else 0
    return new.ends[to] + (length or 0), length is not None


def _near_end(tokens: Tokens, word: int) -> str:
    """The end of what stands before a word."""
    start, end = tokens.gap(word)
    return tokens.text[max(start, end - _LONGEST) : end]


def _near_start(tokens: Tokens, word: int) -> str:
    """The beginning of what stands before a word."""
    start, end = tokens.gap(word)
    return tokens.text[start : min(end, start + _LONGEST)]


def _within(old: Tokens, new: Tokens, span: Span, word: int, to: int) -> Range:
    """Where in a new word the marked part of an old one is; the whole word if it is not in it."""
    start = old.starts[word]
    mine = fold(old.text[start : old.ends[word]], Profile.MATCH)
    theirs = fold(new.text[new.starts[to] : new.ends[to]], Profile.MATCH)
    first, last = mine.to_folded(max(0, span.start - start), min(len(mine.raw), span.end - start))
    if mine.text != theirs.text:
        at = theirs.text.find(mine.text[first:last])
        first, last = (at, at + last - first) if at >= 0 else (0, len(theirs.text))
    return theirs.to_raw(first, last)
