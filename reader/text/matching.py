"""Finding what a person types: the words that a reader would call the same, whatever their marks.

A `Query` is prepared once for any number of texts, a `Searchable` once for any number of queries.
Both are folded with FIND. A hit lies within one block, since a newline is in no query, and covers
whole grapheme clusters; hits never overlap. All spans are code points of the raw text, half-open.

A whole word is a token that is the query, or the query behind proclitics that are written onto it
(«وبالمصدر» holds «مصدر»). Nothing is stripped from a text beforehand, so «وقت» stays whole: a hit
is only a candidate until what stands before it in its token has been read.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from itertools import accumulate, count
from operator import add
from typing import overload

import regex

from reader.text.fold import Profile, fold
from reader.text.graphemes import snap
from reader.text.spellings import Spellings
from reader.text.words import words

Span = tuple[int, int]

_PROCLITICS = regex.compile("[وف]?(?:[بك]?(?:ال)?|لل?)")
"""What may be written onto a word, before it: one conjunction, one preposition, the article."""

_LAST_LETTERS = "وفبكل"
"""With one of these a row of proclitics ends."""
_ARTICLE = "ال"
_ELIDED = r"ل{0}(?<=(?<!\w)[وف]?لل{0})"
"""The article behind the preposition ل, which takes its alef: «للشرطة» is ل and «الشرطة»."""

_JOINS = regex.compile(r"[\P{GCB=Other}--[\p{GCB=Control}\p{GCB=LF}\p{GCB=CR}]]", regex.VERSION1)
"""Characters that may share a grapheme cluster with another."""
_ZWJ = "\u200d"
_GAPS = frozenset((" ", "\n", ""))
"""What is in no word. The empty string: the end of the text."""
_GAPS_AND_ARTICLE = frozenset((f" {_ARTICLE}", f"\n{_ARTICLE}"))


class Searchable:
    """A text made ready to be searched. What costs time is done when first asked for."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self._folded = fold(raw, Profile.FIND)
        self._edges: tuple[Sequence[int], array[int]] | None = None

    @property
    def text(self) -> str:
        """The folded text."""
        return self._folded.text

    def prepare(self) -> Searchable:
        """Do all of the work now: 0.3 s for a million code points."""
        self._folded.to_raw(0, 0)
        _ = self.tokens, self.clusters
        return self

    def to_raw(self, start: int, end: int) -> Span:
        """The raw span of a folded one, of whole grapheme clusters."""
        return self._folded.to_raw(start, end)

    def to_folded(self, start: int, end: int) -> Span:
        """The folded span of a raw one."""
        return self._folded.to_folded(start, end)

    def edges(self, raw: Sequence[int]) -> array[int]:
        """The folded offsets of raw ones; those asked for last are remembered."""
        if self._edges is None or self._edges[0] is not raw:
            folded = array("I", (self.to_folded(offset, offset)[0] for offset in raw))
            self._edges = raw, folded
        return self._edges[1]

    @cached_property
    def tokens(self) -> tuple[array[int], array[int]]:
        """Where each word of the folded text starts and where it ends."""
        found = words(self.text)
        return array("I", (w.start for w in found)), array("I", (w.end for w in found))

    @cached_property
    def clusters(self) -> list[Span]:
        """The folded spans of clusters of which a part alone can match: ligatures, emoji."""
        met = [c for c in set(self.raw) if c == _ZWJ or _is_wide(c)]
        if not met:
            return []
        places = regex.finditer("|".join(map(re.escape, met)), self.raw)
        raw = sorted({snap(self.raw, *place.span()) for place in places})
        folded = (self.to_folded(*span) for span in raw)
        return [(start, end) for start, end in folded if end - start > 1]


class Hits(Sequence[Span]):
    """Where a query stands in a text, in order: raw spans, each worked out when it is asked for."""

    def __init__(self, text: Searchable, starts: array[int], ends: array[int]) -> None:
        self._text = text
        self._starts = starts
        self._ends = ends

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, at: int) -> Span: ...
    @overload
    def __getitem__(self, at: slice) -> list[Span]: ...
    def __getitem__(self, at: int | slice) -> Span | list[Span]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self)))]
        return self._text.to_raw(self._starts[at], self._ends[at])

    def between(self, start: int, end: int) -> range:
        """The numbers of the hits that share a character with a raw span."""
        first, last = self._text.to_folded(start, end)
        return range(bisect_right(self._ends, first), bisect_left(self._starts, last))

    def first_from(self, offset: int) -> int:
        """The number of the first hit that starts at a raw offset or after it; maybe the length."""
        return bisect_left(self._starts, self._text.to_folded(offset, offset)[0])

    def stretches(self, edges: Sequence[int]) -> list[int]:
        """Of the stretches between raw offsets, which ascend, those in which a hit starts."""
        folded = self._text.edges(edges)
        found, at = list[int](), 0
        while at < len(self._starts):
            stretch = bisect_right(folded, self._starts[at]) - 1
            if 0 <= stretch < len(folded) - 1:
                found.append(stretch)
            elif stretch >= 0:
                break
            at = bisect_left(self._starts, folded[stretch + 1], at + 1)
        return found

    def within(self, spans: Iterable[Span]) -> Hits:
        """The hits in some spans of the raw text, which ascend and cut no hit in two."""
        starts, ends = array("I"), array("I")
        for span in spans:
            part = self.between(*span)
            starts += self._starts[part.start : part.stop]
            ends += self._ends[part.start : part.stop]
        return Hits(self._text, starts, ends)


class Query:
    """What is looked for. One that holds nothing but blanks and invisibles finds nothing."""

    def __init__(
        self, typed: str, *, whole_words: bool = False, spellings: Spellings | None = None
    ) -> None:
        """Prepare a query.

        Args:
            typed: as a person typed it; blanks around it do not count.
            whole_words: see the module.
            spellings: either of which finds the other; None: there are none.
        """
        self.whole_words = whole_words
        self.folded = " ".join(fold(typed, Profile.FIND).text.split())
        self._source = _pattern(self.folded, spellings or Spellings(()))
        self._is_plain = not whole_words and self._source == re.escape(self.folded)
        if whole_words:
            self._source = _at_edges(self._source, self.folded)

    def __bool__(self) -> bool:
        return bool(self.folded)

    def find(self, text: Searchable) -> Hits:
        """Every place where the query stands in a text; of those that overlap, the first."""
        if not self:
            return Hits(text, array("I"), array("I"))
        starts, ends = self._plainly(text) if self._is_plain else self._by_pattern(text)
        return Hits(text, *_apart(text, starts, ends))

    def stands_in(self, text: Searchable) -> bool:
        """Whether the query stands anywhere in a text; no offset is worked out."""
        if self._is_plain or not self:
            return bool(self) and self.folded in text.text
        return any(True for _ in self._matches(text))

    def _plainly(self, text: Searchable) -> tuple[array[int], array[int]]:
        """Ten times as fast as a pattern where a letter stands tens of thousands of times."""
        length = len(self.folded)
        before = accumulate(map(len, text.text.split(self.folded)[:-1]))
        starts = array("I", map(add, before, count(0, length)))
        return starts, array("I", map(length.__add__, starts))

    def _by_pattern(self, text: Searchable) -> tuple[array[int], array[int]]:
        spans = list(self._matches(text))
        return array("I", [start for start, _ in spans]), array("I", [end for _, end in spans])

    def _matches(self, text: Searchable) -> Iterator[Span]:
        """The folded spans that match, and are whole words if they must be.

        Another spelling counts at the beginning of a word alone: «مئة» is no part of «العالمية».
        """
        for match in self._pattern.finditer(text.text):
            start, end = match.span()
            if self.whole_words:
                if _is_whole(text, start, end):
                    yield start, end
            elif match[0] == self.folded or _begins(text, start):
                yield start, end

    @cached_property
    def _pattern(self) -> re.Pattern[str] | regex.Pattern[str]:
        # The standard library's is three times as fast, but looks back at fixed widths alone.
        if "(?<=" in self._source:
            return regex.compile(self._source, regex.VERSION1)
        return re.compile(self._source)


@cache
def _is_wide(char: str) -> bool:
    """Whether a character folds to several, or joins its neighbour and is not dropped."""
    folded = fold(char, Profile.FIND).text
    return len(folded) > 1 or (folded != "" and _JOINS.match(char) is not None)


def _is_whole(text: Searchable, start: int, end: int) -> bool:
    """Whether a folded span begins no later than behind a token's proclitics, and cuts none off."""
    folded = text.text
    if folded[end : end + 1] in _GAPS and (
        folded[start - 1 : start] in _GAPS or folded[start - 3 : start] in _GAPS_AND_ARTICLE
    ):
        return True  # as most are
    starts, ends = text.tokens
    last = bisect_left(starts, end) - 1
    if last >= 0 and ends[last] > end:
        return False
    return _begins(text, start)


def _begins(text: Searchable, start: int) -> bool:
    """Whether a token begins at a folded offset, or no more than its proclitics stand before it."""
    starts, ends = text.tokens
    first = bisect_left(starts, start) - 1
    if first < 0 or ends[first] <= start:
        return True
    return _PROCLITICS.fullmatch(text.text, starts[first], start) is not None


def _apart(text: Searchable, starts: array[int], ends: array[int]) -> tuple[array[int], array[int]]:
    """The hits without those that share a cluster with the one before: they look like one."""
    dropped: set[int] = set()
    for start, end in text.clusters if starts else ():
        sharing = range(bisect_right(ends, start), bisect_left(starts, end))
        dropped.update([n for n in sharing if n not in dropped][1:])
    if not dropped:
        return starts, ends
    kept = [n for n in range(len(starts)) if n not in dropped]
    return array("I", (starts[n] for n in kept)), array("I", (ends[n] for n in kept))


def _at_edges(pattern: str, folded: str) -> str:
    """The pattern, so that most of what `_is_whole` would refuse is not even met."""
    plain = re.escape(folded)
    if folded[-1:].isalnum():
        pattern += r"(?!\w)"
    if folded[:1].isalnum() and pattern.startswith(plain):
        pattern += rf"(?<![^\W{_LAST_LETTERS}]{plain})"
    return pattern


def _pattern(folded: str, spellings: Spellings) -> str:
    """The query as a pattern: any spelling of a stem for each, and the article as it is written."""
    pattern = spellings.pattern(folded)
    if folded.startswith(_ARTICLE) and len(folded) > len(_ARTICLE) + 1:
        rest = pattern.removeprefix(_ARTICLE)
        return f"(?:{_ARTICLE}{rest}|{_ELIDED.format(rest.removeprefix('ل'))})"
    return pattern
