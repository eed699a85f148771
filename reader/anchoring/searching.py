"""Looking for words in a text where no alignment tells their place.

Of a mark whose words are linked to nothing, only words of the new text that are linked to nothing
either can be the place. Whatever is found here is a proposal: a person decides.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from math import log
from typing import Final, NamedTuple

from reader.anchoring.alike import likeness, steps
from reader.anchoring.links import LOOSE
from reader.anchoring.tokens import Tokens

CONTEXT: Final = 8
"""Words on either side that are compared."""
LIKE: Final = 0.7
"""How alike the words have to be for a place to be weighed at all."""
APART: Final = 0.1
"""How much better than the second the best place has to be."""

_SLACK: Final = 2
_PIVOTS: Final = 2
_OWNED: Final = 0.34
"""Share of a place's words that may be linked elsewhere."""


class Wanted(NamedTuple):
    """What is looked for: words by their numbers, and those around them."""

    before: Sequence[int]
    words: Sequence[int]
    behind: Sequence[int]
    folded: str
    """The words, folded, with one blank between them."""


class Found(NamedTuple):
    """A place: a range of words of the text, and what speaks for it."""

    first: int
    last: int
    likeness: float
    """How alike the words are, letter by letter, from 0 to 1."""
    context: float
    """How much of the words and of those around them stands there in order, rare ones first."""

    @property
    def score(self) -> float:
        return (self.likeness + self.context) / 2


class Search:
    """A text made ready to be searched by its words."""

    def __init__(
        self, text: Tokens, links: Sequence[int] | None = None, *, most: int = 200
    ) -> None:
        """Prepare a text.

        Args:
            text: its words.
            links: of each word, LOOSE if it can be a place; None: every word can.
            most: places of a word from which it is too common to look for.
        """
        self._text = text
        self._links = links
        self._most = most
        self._weights: dict[int, float] = {}
        self._places: dict[int, list[int]] = text.positions
        if links is not None:
            self._places = {}
            for at, number in enumerate(text.numbers):
                if links[at] == LOOSE:
                    self._places.setdefault(number, []).append(at)

    def places(self, wanted: Wanted) -> list[Found]:
        """Where the words may stand, the best first; places that overlap count once."""
        found: dict[int, Found] = {}
        for skip in self._pivots(wanted.words):
            for at in self._places[wanted.words[skip]]:
                first = at - skip
                if first not in found and (place := self._weigh(wanted, first)):
                    found[first] = place
        apart: list[Found] = []
        taken: list[int] = []
        for place in sorted(found.values(), key=lambda place: (-place.score, place.first)):
            at = bisect_left(taken, place.first)
            if all(
                abs(first - place.first) >= len(wanted.words)
                for first in taken[max(0, at - 1) : at + 1]
            ):
                taken.insert(at, place.first)
                apart.append(place)
        return apart

    def best(self, wanted: Wanted) -> Found | None:
        """The best place; None where there is none, or another is nearly as good."""
        ranked = self.places(wanted)
        if not ranked or (len(ranked) > 1 and ranked[0].score - ranked[1].score < APART):
            return None
        return ranked[0]

    def _pivots(self, words: Sequence[int]) -> list[int]:
        """Which of the words to look up: the rarest, if enough of them are there at all."""
        counts = [(len(self._places.get(number, ())), skip) for skip, number in enumerate(words)]
        there = sorted(pair for pair in counts if pair[0])
        if len(there) < max(1.0, 0.6 * len(words)):
            return []
        return [skip for count, skip in there[:_PIVOTS] if count <= self._most]

    def _weigh(self, wanted: Wanted, first: int) -> Found | None:
        last = first + len(wanted.words)
        if first < 0 or last > len(self._text) or self._is_owned(first, last):
            return None
        folded = self._text.folded(first, last)
        alike = likeness(wanted.folded, folded, least=LIKE)
        if alike < LIKE:
            return None
        return Found(first, last, alike, self._context(wanted, first, last))

    def _is_owned(self, first: int, last: int) -> bool:
        if self._links is None:
            return False
        owned = sum(link != LOOSE for link in self._links[first:last])
        return owned > _OWNED * (last - first)

    def _context(self, wanted: Wanted, first: int, last: int) -> float:
        asked = [*wanted.before, *wanted.words, *wanted.behind]
        around = CONTEXT + _SLACK
        there = self._text.numbers[max(0, first - around) : last + around]
        total = sum(map(self._weight, asked))
        common = sum(
            self._weight(asked[at])
            for op in steps(asked, there)
            if op.tag == "equal"
            for at in range(op.src_start, op.src_end)
        )
        return common / total if total else 0.0

    def _weight(self, number: int) -> float:
        """How much a word tells: little where the text is full of it."""
        weight = self._weights.get(number)
        if weight is None:
            count = len(self._text.positions.get(number, ()))
            weight = self._weights[number] = log(2 + len(self._text) / (1 + count))
        return weight


def wanted_at(text: Tokens, first: int, last: int) -> Wanted:
    """A range of a text's words as what is looked for in another."""
    return Wanted(
        text.numbers[max(0, first - CONTEXT) : first],
        text.numbers[first:last],
        text.numbers[last : last + CONTEXT],
        text.folded(first, last),
    )
