"""Finding an anchor in a text when the text that it was made on is not there: an import.

All that is known are the words, a little of what stood around them, and which of how many equal
ones they were. However well that fits, it is a proposal.
"""

from __future__ import annotations

from typing import Final

from reader.anchoring.bounds import carried
from reader.anchoring.searching import APART, CONTEXT, Found, Search, Wanted
from reader.anchoring.tokens import Vocabulary, tokenise
from reader.anchoring.values import Level, Placement, Span, Why
from reader.model.annotations import Anchor

_MOST: Final = 5_000
"""Places of a word from which it is too common to look for."""
_ENOUGH: Final = 0.5
"""Of words and surroundings that have to be there."""
_ALONE: Final = 0.85
"""How alike the words have to be where nothing of what stood around them is there."""
_BESIDE: Final = 16
"""Code points on either side by which signs are known."""
_LONG: Final = 4
"""Words from which a mark can be known without its surroundings."""


def find(anchor: Anchor, text: str) -> Placement:
    """Find an anchor by its words and surroundings; always `review`, or an orphan."""
    return Finder(text).find(anchor)


class Finder:
    """A text in which many anchors are looked for: made ready once."""

    def __init__(self, text: str) -> None:
        self._vocabulary = Vocabulary()
        self._text = tokenise(text, self._vocabulary)
        self._search = Search(self._text, most=_MOST)

    def find(self, anchor: Anchor) -> Placement:
        """The placement of one anchor."""
        described = anchor.prefix + anchor.exact + anchor.suffix
        start = len(anchor.prefix)
        span = Span(start, start + len(anchor.exact))
        old = tokenise(described, self._vocabulary)
        words = old.covering(*span)
        if words[0] >= words[1]:
            return self._signs(described, span)
        wanted = Wanted(
            old.numbers[max(0, words[0] - CONTEXT) : words[0]],
            old.numbers[words[0] : words[1]],
            old.numbers[words[1] : words[1] + CONTEXT],
            old.folded(*words),
        )
        found = self._best(wanted, anchor.occurrence)
        if isinstance(found, Why):
            return Placement(Level.ORPHAN, None, 0.0, found)
        place, _ = carried(old, self._text, span, words, (found.first, found.last))
        return Placement(Level.REVIEW, place, 0.9 * found.score, Why.SEARCHED)

    def _best(self, wanted: Wanted, occurrence: tuple[int, int]) -> Found | Why:
        """The place that fits, or why there is none."""
        places = [place for place in self._search.places(wanted) if _fits(place, wanted)]
        if not places:
            return Why.DELETED
        near = [place for place in places if places[0].score - place.score < APART]
        if len(near) == 1:
            return places[0]
        equal = sorted(place for place in places if place.likeness == 1.0)
        index, total = occurrence
        if len(equal) == total and equal[index - 1] in near:
            return equal[index - 1]
        return Why.AMBIGUOUS

    def _signs(self, described: str, span: Span) -> Placement:
        """Signs without words are found where what stands right beside them is there, once."""
        first = max(0, span.start - _BESIDE)
        asked = described[first : span.end + _BESIDE]
        at = self._text.text.find(asked)
        if at < 0:
            return Placement(Level.ORPHAN, None, 0.0, Why.DELETED)
        if self._text.text.find(asked, at + 1) >= 0:
            return Placement(Level.ORPHAN, None, 0.0, Why.AMBIGUOUS)
        place = Span(at + span.start - first, at + span.end - first)
        return Placement(Level.REVIEW, place, 0.8, Why.SEARCHED)


def _fits(place: Found, wanted: Wanted) -> bool:
    return place.context >= _ENOUGH or (len(wanted.words) >= _LONG and place.likeness >= _ALONE)
