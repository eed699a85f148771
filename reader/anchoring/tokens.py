"""The words of two texts as numbers: words that fold alike have one number.

Numbers compare fast, and each different word is folded once. A word that folds to several, such
as «ﷺ», counts as so many words in one place.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from math import log
from typing import Final

import regex

from reader.text.fold import Profile, fold
from reader.text.words import words

_SENTENCE_END: Final = regex.compile(r"[.!?؟۔…]+[\s\"'”’»)\]]+|\u2028")


class Vocabulary:
    """The numbers of folded words, shared by all texts that are to be compared."""

    def __init__(self) -> None:
        self.folded: list[str] = []
        self._numbers: dict[str, int] = {}
        self._of_raw: dict[str, tuple[int, ...]] = {}

    def numbers(self, raw: Sequence[str]) -> list[tuple[int, ...]]:
        """The numbers of words as a text writes them; mostly one each."""
        self._learn([word for word in dict.fromkeys(raw) if word not in self._of_raw])
        return [self._of_raw[word] for word in raw]

    def _learn(self, unknown: Sequence[str]) -> None:
        # One call to fold for all of them: a newline is in no word, and folding keeps it.
        lines = fold("".join(f"{word}\n" for word in unknown), Profile.MATCH).text.split("\n")
        for raw, line in zip(unknown, lines[:-1], strict=True):
            self._of_raw[raw] = tuple(self._number(part) for part in line.split())

    def _number(self, folded: str) -> int:
        number = self._numbers.setdefault(folded, len(self.folded))
        if number == len(self.folded):
            self.folded.append(folded)
        return number


@dataclass(frozen=True, eq=False)
class Tokens:
    """A text and its words: where each starts and ends, and its number."""

    text: str
    starts: list[int]
    ends: list[int]
    numbers: list[int]
    vocabulary: Vocabulary
    blocks: tuple[tuple[int, int], ...] | None = None
    """The paragraphs, as spans of the text; None: its lines."""

    def __len__(self) -> int:
        return len(self.numbers)

    def covering(self, start: int, end: int) -> tuple[int, int]:
        """The words that a span of the text touches, as a range of words."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end)

    def folded(self, first: int, last: int) -> str:
        """The folded words of a range, one blank between them."""
        return " ".join(self.vocabulary.folded[n] for n in self.numbers[first:last])

    def gap(self, word: int) -> tuple[int, int]:
        """Where the text between a word and the one before it begins and ends.

        Behind the last word it ends with the text.
        """
        start = self.ends[word - 1] if word else 0
        return start, self.starts[word] if word < len(self) else len(self.text)

    def before(self, word: int) -> str:
        """What stands between a word and the one before it; see `gap`."""
        start, end = self.gap(word)
        return self.text[start:end]

    def paragraph(self, word: int) -> tuple[int, int]:
        """The words of the paragraph of a word."""
        return _stretch(self._paragraph_starts, word, len(self))

    def sentence(self, word: int) -> tuple[int, int]:
        """The words of the sentence of a word."""
        return _stretch(self._sentence_starts, word, len(self))

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        if self.blocks is not None:
            offsets = sorted(set(chain.from_iterable(self.blocks)))
        else:
            offsets = [match.end() for match in regex.finditer(r"\n+", self.text)]
        return sorted({0, *(bisect_left(self.starts, offset) for offset in offsets)})

    @cached_property
    def _sentence_starts(self) -> list[int]:
        offsets = (match.end() for match in _SENTENCE_END.finditer(self.text))
        cuts = (bisect_left(self.starts, offset) for offset in offsets)
        return sorted({*self._paragraph_starts, *cuts})

    @cached_property
    def weights(self) -> list[float]:
        """How much each word tells: little where the text is full of it."""
        total = len(self) + 1
        by_number = {n: log(1 + total / count) for n, count in Counter(self.numbers).items()}
        return [by_number[n] for n in self.numbers]

    @cached_property
    def positions(self) -> dict[int, list[int]]:
        """Where each number stands."""
        found: dict[int, list[int]] = {}
        for at, number in enumerate(self.numbers):
            found.setdefault(number, []).append(at)
        return found


def tokenise(
    text: str, vocabulary: Vocabulary, blocks: Iterable[tuple[int, int]] | None = None
) -> Tokens:
    """The words of a text, by the numbers of a vocabulary that learns those it did not know."""
    spans = words(text)
    numbers = vocabulary.numbers([text[start:end] for start, end in spans])
    if any(len(several) != 1 for several in numbers):
        spread = [span for span, several in zip(spans, numbers, strict=True) for _ in several]
    else:
        spread = spans
    return Tokens(
        text,
        [start for start, _ in spread],
        [end for _, end in spread],
        list(chain.from_iterable(numbers)),
        vocabulary,
        None if blocks is None else tuple((start, end) for start, end in blocks),
    )


def _stretch(starts: Sequence[int], word: int, length: int) -> tuple[int, int]:
    """Of the stretches that begin at `starts`, the one that holds a word."""
    at = bisect_right(starts, word)
    return starts[at - 1], starts[at] if at < len(starts) else length
