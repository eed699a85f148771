"""Marks whose words did not stay together: something changed inside, or all of it is gone.

What comes of this is never automatic: a proposal, or an orphan.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from typing import Final, NamedTuple

from reader.anchoring.alignment import Alignment
from reader.anchoring.alike import likeness
from reader.anchoring.bounds import carried
from reader.anchoring.changes import changes_inside
from reader.anchoring.evidence import Evidence
from reader.anchoring.links import LOOSE
from reader.anchoring.searching import Search, wanted_at
from reader.anchoring.values import Level, Placement, Span, Why

_LONGEST: Final = 2_000
"""Code points, and words, up to which a mark is looked at bit by bit."""
_NEAR: Final = 40
"""Words around a place in which what was there before may have been moved."""
_TIGHT: Final = 3
"""Words beside a mark that have to be there still, where all of its own were replaced."""

Range = tuple[int, int]


class _Part(NamedTuple):
    """Words of a mark that stayed together."""

    new: int
    old: int
    size: int

    @property
    def new_end(self) -> int:
        return self.new + self.size

    @property
    def old_end(self) -> int:
        return self.old + self.size


class Broken:
    """Proposes places for the marks of one text that changed in another."""

    def __init__(self, alignment: Alignment, evidence: Evidence) -> None:
        self._alignment = alignment
        self._evidence = evidence
        self._old, self._new = alignment.old, alignment.new

    def place(self, span: Span, words: Range) -> Placement:
        """Where a mark stands now, as a proposal."""
        for propose in (self._gathered, self._replaced, self._found):
            if proposal := propose(words):
                to, score, why = proposal
                place, _ = carried(self._old, self._new, span, words, to)
                changes = changes_inside(self._alignment, words, to)
                return Placement(Level.REVIEW, place, score, why, changes)
        return Placement(Level.ORPHAN, None, 0.0, Why.DELETED)

    def _gathered(self, words: Range) -> tuple[Range, float, Why] | None:
        """Where most of the words went, if they lie close together and look like the mark."""
        if words[1] - words[0] > _LONGEST:
            return self._spanned(words)
        parts = self._parts(words)
        if not parts:
            return None
        together = self._densest(parts, words[1] - words[0])
        to = self._stretched(words, together)
        size = words[1] - words[0]
        if to[1] - to[0] > 2.2 * size + 4 or not self._is_convincing(words, to, together):
            return None
        return to, 0.9 * self._likeness(words, to), Why.WORDS_CHANGED

    def _spanned(self, words: Range) -> tuple[Range, float, Why] | None:
        """Where the ends of a very long mark went, if most of it came along."""
        runs = self._alignment.runs
        first = next(self._alignment.runs_in(*words), None)
        if first is None or self._evidence.kept(words) < 0.5:
            return None
        last = runs[self._alignment.run_number(words[1] - 1)]
        to = (
            first.new + max(0, words[0] - first.old),
            min(last.new_end, last.new + words[1] - last.old),
        )
        if not 0.5 <= (to[1] - to[0]) / (words[1] - words[0]) <= 2.0:
            return None
        return to, 0.9 * self._evidence.kept(words), Why.WORDS_CHANGED

    def _parts(self, words: Range) -> list[_Part]:
        """The stretches of a mark that are linked."""
        parts = []
        for run in self._alignment.runs_in(*words):
            first, last = max(run.old, words[0]), min(run.old_end, words[1])
            parts.append(_Part(run.new + first - run.old, first, last - first))
        return parts

    def _densest(self, parts: Sequence[_Part], size: int) -> list[_Part]:
        """Of the parts, those that lie together in the new text and hold the most letters."""
        clusters: list[list[_Part]] = []
        for part in sorted(parts):
            if clusters and part.new - clusters[-1][-1].new_end < max(4, size):
                clusters[-1].append(part)
            else:
                clusters.append([part])
        return max(clusters, key=lambda cluster: sum(map(self._letters_of, cluster)))

    def _stretched(self, words: Range, parts: Sequence[_Part]) -> Range:
        """The place of some parts, with the words at either end that took the place of the mark's.

        A word beside the mark that is linked close by tells where the mark ends now.
        """
        links = self._alignment.to_new
        to = parts[0].new, parts[-1].new_end
        lost = min(part.old for part in parts) - words[0]
        if lost:
            for back in range(1, min(3, words[0]) + 1):
                there = links[words[0] - back]
                if 0 <= there < to[0] and to[0] - there - 1 <= 2 * lost + back + 1:
                    to = there + back, to[1]
                    break
        lost = words[1] - max(part.old_end for part in parts)
        if lost:
            for on in range(min(3, len(links) - words[1])):
                there = links[words[1] + on]
                if there >= to[1] and there - to[1] <= 2 * lost + on + 1:
                    to = to[0], there - on
                    break
        return min(to[0], parts[0].new), max(to[1], parts[-1].new_end)

    def _is_convincing(self, words: Range, to: Range, parts: Sequence[_Part]) -> bool:
        """Whether enough stayed, of the mark and around it, to propose a place."""
        telling = sum(self._evidence.weight((part.old, part.old_end)) for part in parts)
        if telling < 0.4 * self._evidence.weight(words):
            return False
        stayed = sum(map(self._letters_of, parts)) / self._letters_in(words)
        like = self._likeness(words, to)
        beside = self._evidence.beside(words, to)
        enough = (
            (stayed >= 0.5 and like >= 0.5 and max(beside) >= 1 / 3)
            or (stayed >= 0.3 and like >= 0.4 and min(beside) >= 0.5)
            or (stayed >= 0.6 and like >= 0.8 and self._letters_in(words) >= 30)
        )
        if self._evidence.is_another(self._evidence.around(words), to):
            return False
        around = self._evidence.around(words, paragraph=True)
        return enough and self._evidence.share(around, to[0]) >= 0.4

    def _replaced(self, words: Range) -> tuple[Range, float, Why] | None:
        """What stands between the same neighbours, where a few words became as many others."""
        links, size = self._alignment.to_new, words[1] - words[0]
        first, last = words[0] - _TIGHT, words[1] + _TIGHT
        if size > _TIGHT or first < 0 or last > len(links) or LOOSE in links[first : words[0]]:
            return None
        to = links[words[0] - 1] + 1, links[words[1]]
        if (
            links[first] != to[0] - _TIGHT
            or links[last - 1] != to[1] + _TIGHT - 1
            or to[1] - to[0] != size
            or self._evidence.has_copy_near(words, to[0], _NEAR)
        ):
            return None
        return to, 0.4, Why.REPLACED

    def _found(self, words: Range) -> tuple[Range, float, Why] | None:
        """Where words that are linked to nothing read like the mark."""
        if words[1] - words[0] > _LONGEST:
            return None
        found = self._search.best(wanted_at(self._old, *words))
        if found is None:
            return None
        is_repeated = self._evidence.is_repeated(words)
        size, letters = words[1] - words[0], self._letters_in(words)
        if (found.context >= (0.8 if is_repeated else 0.5) and found.likeness >= 0.75) or (
            not is_repeated and size >= 5 and letters >= 28 and found.likeness >= 0.9
        ):
            return (found.first, found.last), 0.8 * found.likeness, Why.FOUND_ELSEWHERE
        return None

    def _likeness(self, words: Range, to: Range) -> float:
        """How alike two ranges read, from 0 to 1; of long ones only the beginnings count."""
        old = self._old.folded(words[0], min(words[1], words[0] + _LONGEST))[:_LONGEST]
        new = self._new.folded(to[0], min(to[1], to[0] + _LONGEST))[:_LONGEST]
        return likeness(old, new)

    def _letters_in(self, words: Range) -> int:
        return self._letters[words[1]] - self._letters[words[0]]

    def _letters_of(self, part: _Part) -> int:
        return self._letters_in((part.old, part.old_end))

    @cached_property
    def _letters(self) -> list[int]:
        lengths = (end - start for start, end in zip(self._old.starts, self._old.ends, strict=True))
        return [0, *accumulate(lengths)]

    @cached_property
    def _search(self) -> Search:
        return Search(self._new, self._alignment.to_old)
