"""Stretches of an article that can be selected at one key: words, clauses, quotations, sentences.

What ends a clause or a sentence is punctuation alone; an abbreviation, a decimal and a time of
day end nothing. A short quotation («المقاومة») is a name or a word set apart: it ends no clause.
Every stretch is trimmed: it neither begins nor ends with punctuation. Spans are code points into
the page text, half-open; a line is a span without a line feed, such as a block.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import Final

from reader.text.edges import trimmed, whole_words
from reader.text.pattern import Pattern
from reader.text.quotes import line_of, quotations
from reader.text.words import words

Span = tuple[int, int]
Kind = Callable[[str, Span], list[Span]]
"""Gives the stretches of one kind that a line of a text has."""

SPEECH: Final = 4
"""From so many words on, a quotation is speech and its marks end a clause."""

_TITLES: Final = (
    "Mr|Mrs|Ms|Dr|Prof|Gen|Col|Sen|Rep|Gov|St|Jr|Sr|Inc|Ltd|vs|No|Jan|Feb|Aug|Sept|Oct|Nov|Dec"
)
_SENTENCE_END = Pattern(
    rf"(?:(?<!(?<![\p{{L}}\p{{N}}])(?:\p{{L}}|{_TITLES}))(?<!\.\p{{L}}{{1,2}})\.|[!?؟…۔])+"
    r"[\"»›”)\]]*(?=\s|$)|\u2028"
)
_CLAUSE_END = Pattern(r"(?<!\d)[،,:]|[،,:](?!\d)|[؛;]|(?<=\s)[-–—](?=\s)")


def more(text: str, start: int, end: int, lines: Sequence[Span]) -> Span:
    """The smallest stretch that holds the span and is longer; the span itself where none is.

    Args:
        text: the page text.
        start: of what is selected; of the caret, where nothing is.
        end: likewise.
        lines: those that can be selected, in order.
    """
    inside = trimmed(text, start, end) if start < end else (start, end)
    around = [s for s in _around(text, *inside, lines) if s[0] <= inside[0] and inside[1] <= s[1]]
    longer = [s for s in around if s[1] - s[0] > inside[1] - inside[0]]
    return min(longer, key=_length, default=(start, end))


def less(text: str, start: int, end: int, at: int, lines: Sequence[Span]) -> Span:
    """The longest stretch at `at` that the span holds and that is shorter; else the empty span."""
    at = min(max(at, start), end)
    inside = [
        s
        for s in _around(text, at, at, lines)
        if start <= s[0] <= at <= s[1] <= end and _length(s) < end - start
    ]
    return max(inside, key=_length, default=(at, at))


def step(text: str, start: int, end: int, by: int, lines: Sequence[Span]) -> Span:
    """The next stretch (`by` 1) or the one before (-1).

    It is of the kind that is selected, else a clause. At either end of the article the span stays.
    """
    like = _kind_of(text, (start, end), lines)
    if by > 0:
        after = (line for line in lines if line[1] > end)
        found = (s for line in after for s in like(text, line) if s[0] >= end)
    else:
        before = (line for line in reversed(lines) if line[0] < start)
        found = (s for line in before for s in reversed(like(text, line)) if s[1] <= start)
    return next(found, (start, end))


def reach(text: str, anchor: int, position: int, by: int, lines: Sequence[Span]) -> int:
    """Where the moving end of a selection goes, a clause on (`by` 1) or back (-1).

    Args:
        text: the page text.
        anchor: the end that stays.
        position: the end that moves.
        by: 1 or -1.
        lines: those that can be selected, in order.
    """
    if by > 0:
        cut = map(partial(clauses, text), lines)
        near = next((c for c in cut if c and c[-1][1] > position), [])
        inner = [a for a, _ in near if position < a < anchor]
        return min(inner or [b for _, b in near if b > position], default=position)
    cut = map(partial(clauses, text), reversed(lines))
    near = next((c for c in cut if c and c[0][0] < position), [])
    inner = [b for _, b in near if anchor < b < position]
    return max(inner or [a for a, _ in near if a < position], default=position)


def by_word(text: str, position: int, by: int, lines: Sequence[Span]) -> int:
    """Where the caret goes by a word: on to the end of one (`by` 1), back to the start of one (-1).

    So each step of a selection takes one word in or lets one go, and no space counts as a step.
    """
    if by > 0:
        after = (line for line in lines if line[1] > position)
        found = (w for line in after for w in _words_of(text, line) if w[1] > position)
        return next((end for _, end in found), position)
    before = (line for line in reversed(lines) if line[0] < position)
    back = (w for line in before for w in reversed(_words_of(text, line)) if w[0] < position)
    return next((start for start, _ in back), position)


def first_word(text: str, start: int, end: int, by: int) -> int:
    """Where a selection begins with a word less at the front (`by` 1) or with one more (-1).

    It never becomes empty, and never begins in another line than it did.
    """
    starts = [word[0] for word in _words_of(text, line_of(text, start, end))]
    if by > 0:
        return next((at for at in starts if start < at < end), start)
    return max((at for at in starts if at < start), default=start)


def clauses(text: str, line: Span) -> list[Span]:
    """The clauses of a line. One word that leads up to speech («أنّ») is no clause by itself."""
    cuts = {s[1] for s in _pieces(text, line, _SENTENCE_END)}
    cuts |= {s[1] for s in _pieces(text, line, _CLAUSE_END)}
    speech = [(a, b) for a, b in quotations(text, *line) if len(words(text[a:b])) >= SPEECH]
    for opened, closed in speech:
        cuts |= {opened, opened + 1, closed - 1, closed}
    leading = {trimmed(text, line[0], opened)[1] for opened, _ in speech}
    found = _trimmed_between(text, line, cuts)
    return [s for s in found if s[1] not in leading or len(words(text[slice(*s)])) > 1]


def sentences(text: str, line: Span) -> list[Span]:
    """The sentences of a line."""
    return _trimmed_between(text, line, {s[1] for s in _pieces(text, line, _SENTENCE_END)})


def paragraphs(text: str, line: Span) -> list[Span]:
    """The line itself, as a stretch; none where it holds no word."""
    return _trimmed_between(text, line, set())


def _around(text: str, start: int, end: int, lines: Sequence[Span]) -> Iterator[Span]:
    """Stretches at a span, those that hold it among them."""
    touched = [line for line in lines if line[0] <= end and start <= line[1]]
    if not touched:
        return
    if start == end:
        yield from (w for w in _words_at(text, start))
    else:
        yield whole_words(text, start, end)
    if len(touched) > 1:
        yield trimmed(text, touched[0][0], touched[-1][1])
    for line in touched[:1]:
        for kind in (clauses, sentences, paragraphs):
            yield from kind(text, line)
        for opened, closed in quotations(text, *line):
            yield trimmed(text, opened + 1, closed - 1)


def _words_at(text: str, offset: int) -> Iterator[Span]:
    first = max(text.rfind("\n", 0, offset), text.rfind(" ", 0, offset)) + 1
    last = offset
    while last < len(text) and not text[last].isspace():
        last += 1
    for word in words(text[first:last]):
        if first + word.start <= offset <= first + word.end:
            yield first + word.start, first + word.end


def _words_of(text: str, line: Span) -> list[Span]:
    return [(line[0] + word.start, line[0] + word.end) for word in words(text[slice(*line)])]


def _kind_of(text: str, span: Span, lines: Sequence[Span]) -> Kind:
    line = next((s for s in lines if s[0] <= span[0] and span[1] <= s[1]), None)
    if line is not None and span not in clauses(text, line):
        for kind in (sentences, paragraphs):
            if span in kind(text, line):
                return kind
    return clauses


def _pieces(text: str, line: Span, pattern: Pattern) -> Iterator[Span]:
    for match in pattern.finditer(text, *line):
        yield match.span()


def _trimmed_between(text: str, line: Span, cuts: Iterable[int]) -> list[Span]:
    """The line cut up, each part trimmed; parts without a word are left out."""
    bounds = sorted({line[0], line[1], *(c for c in cuts if line[0] <= c <= line[1])})
    parts = [(a, b) for a, b in pairwise(bounds) if _has_word(text[a:b])]
    return [trimmed(text, a, b) for a, b in parts]


def _has_word(text: str) -> bool:
    return any(char.isalnum() for char in text)


def _length(span: Span) -> int:
    return span[1] - span[0]
