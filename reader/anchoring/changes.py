"""What differs between a mark's words and the words at its new place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from reader.anchoring.alignment import Alignment
from reader.anchoring.negations import negations
from reader.anchoring.separators import signs
from reader.anchoring.tokens import Tokens
from reader.anchoring.values import Change, ChangeKind
from reader.text.quotes import QUOTES, line_of, quotations

MOST: Final = 20
"""Changes that are listed for one mark."""
_LONGEST: Final = 300
"""Code points of either side of a change that are kept."""
_OF_NUMBERS: Final = frozenset("%‰+-±$€£¥°")
"""Signs that belong to a number: «5%» is not «5»."""
_LINE: Final = 2_000
"""Code points of a line in which quotation marks are paired."""

_RUNS: Final = 500
"""Runs of a mark that are looked at; where the order changed a lot, few of them tell anything."""

Range = tuple[int, int]


def changes_inside(alignment: Alignment, old: Range, new: Range) -> tuple[Change, ...]:
    """What differs between a range of old words and one of new words, in order.

    Words that are linked to one another within the ranges, in order, are the same.
    """
    found: list[Change] = []
    here, there = old[0], new[0]
    for first, other, size in _linked(alignment, old, new):
        found += _change(alignment, (here, first), (there, other))
        here, there = first + size, other + size
        found += _sign_changes(alignment, first, here)
        if len(found) >= MOST:
            return tuple(found[:MOST])
    found += _change(alignment, (here, old[1]), (there, new[1]))
    return tuple(found[:MOST])


def has_changed_signs(alignment: Alignment, first: int, last: int) -> bool:
    """Whether signs between some old words, which stayed together, changed."""
    return bool(alignment.sign_changes(first, last))


def negated_before(alignment: Alignment, old: int, new: int) -> tuple[Change, ...]:
    """The change of a negation right before two words that are the same; mostly none.

    «أكد المصدر» says the opposite behind a new «لم». Only the sentence counts, and of it the
    three words before.
    """
    before, now = _lead(alignment.old, old), _lead(alignment.new, new)
    if negations(_words(alignment.old, before)) == negations(_words(alignment.new, now)):
        return ()
    texts = (_raw(alignment.old, before), _raw(alignment.new, now))
    return (Change(*texts, ChangeKind.NEGATION),)


def _lead(tokens: Tokens, word: int) -> Range:
    return max(tokens.sentence(word)[0], word - 3), word


def _linked(alignment: Alignment, old: Range, new: Range) -> Iterator[tuple[int, int, int]]:
    """The parts of runs that lie in both ranges and in order."""
    there = new[0]
    for run in islice(alignment.runs_in(*old), _RUNS):
        skip = max(0, old[0] - run.old, there - run.new)
        size = min(run.old_end, old[1]) - run.old - skip
        size = min(size, new[1] - run.new - skip)
        if size > 0:
            yield run.old + skip, run.new + skip, size
            there = run.new + skip + size


def _sign_changes(alignment: Alignment, first: int, last: int) -> Iterator[Change]:
    for word in alignment.sign_changes(first, last):
        old, new = alignment.old.before(word), alignment.new.before(alignment.to_new[word])
        differing = set(signs(old)) ^ set(signs(new))
        kind = ChangeKind.DIGIT if differing & _OF_NUMBERS else ChangeKind.PUNCTUATION
        yield Change(old.strip()[:_LONGEST], new.strip()[:_LONGEST], kind)


def _change(alignment: Alignment, old: Range, new: Range) -> Iterator[Change]:
    """The change of some words into others; none where there are none on either side."""
    if old[0] < old[1] or new[0] < new[1]:
        yield Change(_raw(alignment.old, old), _raw(alignment.new, new), _kind(alignment, old, new))


def _kind(alignment: Alignment, old: Range, new: Range) -> ChangeKind:
    before, now = _words(alignment.old, old), _words(alignment.new, new)
    if _with_digits(before) != _with_digits(now):
        return ChangeKind.DIGIT
    if negations(before) != negations(now):
        return ChangeKind.NEGATION
    if _is_quoted(alignment.old, old) or _is_quoted(alignment.new, new):
        return ChangeKind.QUOTED_NAME
    return ChangeKind.WORDS


def _words(tokens: Tokens, words: Range) -> list[str]:
    folded, last = tokens.vocabulary.folded, min(words[1], words[0] + _LONGEST)
    return [folded[number] for number in tokens.numbers[words[0] : last]]


def _with_digits(words: Iterable[str]) -> list[str]:
    return [word for word in words if any(char.isdigit() for char in word)]


def _raw(tokens: Tokens, words: Range) -> str:
    """The words as the text writes them, cut where they are many."""
    if words[0] >= words[1]:
        return ""
    start, end = tokens.starts[words[0]], tokens.ends[words[1] - 1]
    return tokens.text[start : min(end, start + _LONGEST)] + "…" * (end - start > _LONGEST)


def _is_quoted(tokens: Tokens, words: Range) -> bool:
    """Whether words stand within a quotation of their line."""
    if words[0] >= words[1]:
        return False
    # What is far away does not count, nor what is in another line.
    start, end = tokens.starts[words[0]], tokens.ends[words[1] - 1]
    shift = max(0, start - _LINE)
    near = tokens.text[shift : end + _LINE]
    if not any(mark in near for mark in QUOTES):
        return False
    start, end = start - shift, end - shift
    return any(a < start and end < b for a, b in quotations(near, *line_of(near, start, end)))
