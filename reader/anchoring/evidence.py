"""What speaks for a mark's place: how much of its sentence came along, and how sure that is it.

All ranges are of words, half-open: those of the mark in the old text, and where they are in the
new one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Final

from reader.anchoring.alignment import Alignment
from reader.anchoring.links import LOOSE, Run
from reader.anchoring.seeds import SHINGLE
from reader.anchoring.tokens import Tokens

_NEAR: Final = 40
"""Words on either side of a mark that count as its sentence or paragraph."""
_CONTEXT: Final = 6
"""Words right beside a mark."""
_LONG: Final = 400
"""Words from which a share is no longer summed up word by word."""
_OFTEN: Final = 300
"""Places of a word from which a phrase counts as common without being looked for."""

_HOMELY: Final = 0.5
"""Of the words right beside a sentence, and of its numbers, that make it the same one."""
_HOME: Final = 2_000
"""Words of the place that something left in which it is looked for."""

Range = tuple[int, int]


class Evidence:
    """The evidence that an alignment gives."""

    def __init__(self, alignment: Alignment) -> None:
        self.alignment = alignment
        self.old = alignment.old
        self.new = alignment.new
        self._sliding: dict[int, tuple[int, int]] = {}

    def around(self, words: Range, *, paragraph: bool = False) -> Range:
        """The sentence of a mark, or its paragraph, as far as it lies near."""
        stretch = self.old.paragraph if paragraph else self.old.sentence
        first, last = stretch(words[0])[0], stretch(words[1] - 1)[1]
        return max(first, words[0] - _NEAR), min(last, words[1] + _NEAR)

    def neighbourhood(self, words: Range) -> Range:
        """Some words and those near them, of whichever sentence."""
        return max(0, words[0] - _NEAR), min(len(self.old), words[1] + _NEAR)

    def share(self, words: Range, to: int) -> float:
        """How much of some words came to the place of a new word; rare words count for more."""
        first, last = words
        run = self.alignment.runs[max(0, self.alignment.run_number(first))]
        if run.old <= first and last <= run.old_end:
            return 1.0
        total = self.weight(words)
        if total <= 0:
            return 0.0
        if last - first > _LONG:
            return self.kept(words)
        reach, weights = 2 * (last - first) + 10, self.old.weights
        links = self.alignment.to_new
        near = (at for at in range(first, last) if links[at] != LOOSE)
        return sum(weights[at] for at in near if abs(links[at] - to) <= reach) / total

    def kept(self, words: Range) -> float:
        """How much of some words is anywhere in the new text, as part of what it was."""
        total = self.weight(words)
        return (self._linked[words[1]] - self._linked[words[0]]) / total if total else 0.0

    def image(self, words: Range, to: int) -> Range:
        """Where some words went, as far as that is near a new word: from the first to the last."""
        reach, links = 2 * (words[1] - words[0]) + 10, self.alignment.to_new
        if words[1] - words[0] > 2 * _LONG:  # of many, the ends
            ends = links[words[0] : words[0] + _LONG] + links[words[1] - _LONG : words[1]]
        else:
            ends = links[slice(*words)]
        there = [link for link in ends if link >= 0 and abs(link - to) <= reach]
        return (min(there), max(there) + 1) if there else (to, to + 1)

    def is_at_home(self, words: Range, to: int) -> bool:
        """Whether the words right before or right behind some words still stand there."""
        return max(self.beside(words, self.image(words, to))) >= _HOMELY

    def is_another(self, words: Range, to: Range) -> bool:
        """Whether a sentence is only like the one it is linked to: other numbers, elsewhere."""
        lost, kept = self.numbers(words, to)
        return lost > kept and not self.is_at_home(words, to[0])

    def numbers(self, words: Range, to: Range) -> tuple[int, int]:
        """How many words with a digit a sentence lost, and how many it kept.

        Those count as lost that are not in the sentence of the mark's place.
        """
        there = range(self.new.sentence(to[0])[0], self.new.sentence(to[1] - 1)[1])
        first = bisect_left(self._numbered, words[0])
        last = bisect_left(self._numbered, min(words[1], words[0] + _LONG))
        kept = [self.alignment.to_new[at] in there for at in self._numbered[first:last]]
        return len(kept) - sum(kept), sum(kept)

    def is_refilled(self, words: Range, to: Range) -> bool:
        """Whether a sentence lost a number and other words too: a form that was filled in anew.

        Numbers that were corrected leave the words around them as they were.
        """
        there = range(self.new.sentence(to[0])[0], self.new.sentence(to[1] - 1)[1])
        links, last = self.alignment.to_new, min(words[1], words[0] + _LONG)
        lost = [at for at in range(words[0], last) if links[at] not in there]
        first = bisect_left(self._numbered, words[0])
        numbered = self._numbered[first : bisect_left(self._numbered, last)]
        return 0 < sum(links[at] not in there for at in numbered) < len(lost)

    def left_behind(self, words: Range, run: Run) -> float:
        """How much of some words that were moved also stands where they were, linked to nothing."""
        number = self.alignment.run_number(run.old)
        before, behind = self._neighbour(number, -1), self._neighbour(number, 1)
        limit = min(behind.new, before.new_end + _HOME)
        loose = {
            self.new.numbers[at]
            for at in range(before.new_end, limit)
            if self.alignment.to_old[at] == LOOSE
        }
        weights, numbers = self.old.weights, self.old.numbers
        there = sum(weights[at] for at in range(*words) if numbers[at] in loose)
        return there / self.weight(words)

    def weight(self, words: Range) -> float:
        """How much some old words tell, together."""
        return self._total[words[1]] - self._total[words[0]]

    def unique_phrases(self, words: Range) -> int:
        """How many phrases lie in a range that stand once in either text and went as one.

        None, one, or two that share no word: more are not counted.
        """
        phrases, found, first = self.alignment.phrases, 0, words[0]
        while found < 2:
            at = bisect_left(phrases, first)
            if at == len(phrases) or phrases[at] + SHINGLE > words[1]:
                break
            found, first = found + 1, phrases[at] + SHINGLE
        return found

    def has_unique_phrase(self, words: Range) -> bool:
        """Whether one such phrase lies in a range."""
        return self.unique_phrases(words) > 0

    def has_unique_phrase_near(self, words: Range, to: int) -> bool:
        """Whether such a phrase lies in a range and near a new word, in whichever run."""
        phrases, reach = self.alignment.phrases, 2 * (words[1] - words[0]) + 10
        first, last = bisect_left(phrases, words[0]), bisect_left(phrases, words[1] - SHINGLE + 1)
        last = min(last, first + _LONG)
        return any(abs(self.alignment.to_new[at] - to) <= reach for at in phrases[first:last])

    def beside(self, words: Range, to: Range) -> tuple[float, float]:
        """How many of the words right before and right behind a mark are still there, 0 to 1."""
        links = self.alignment.to_new
        before = links[max(0, words[0] - _CONTEXT) : words[0]]
        behind = links[words[1] : words[1] + _CONTEXT]
        return (
            _share_within(before, range(to[0] - _CONTEXT - 2, to[0])) if before else to[0] == 0,
            _share_within(behind, range(to[1], to[1] + _CONTEXT + 2))
            if behind
            else to[1] == len(self.new),
        )

    def slides(self, run: Run, words: Range) -> bool:
        """Whether a mark in a run could as well be a copy of it right beside the run.

        Where words were deleted or inserted next to equal ones, no comparison can tell which of
        them stayed.
        """
        head, tail = self._slide(self.alignment.run_number(run.old))
        return words[1] <= run.old + head or words[0] >= run.old_end - tail

    def _slide(self, number: int) -> tuple[int, int]:
        """How many words at the head and at the tail of a run could be others."""
        known = self._sliding.get(number)
        if known is None:
            run = self.alignment.runs[number]
            before, behind = self._neighbour(number, -1), self._neighbour(number, 1)
            tail = max(
                _common_tail(numbers, end, start) for numbers, end, start in self._gaps(run, behind)
            )
            head = max(
                _common_head(numbers, end, start) for numbers, end, start in self._gaps(before, run)
            )
            known = self._sliding[number] = min(head, run.size), min(tail, run.size)
        return known

    def _neighbour(self, number: int, step: int) -> Run:
        """The next run that kept its order, before a run or behind it, or the end of the texts."""
        runs, at = self.alignment.runs, number + step
        while 0 <= at < len(runs) and runs[at].is_moved:
            at += step
        if at < 0:
            return Run(0, 0, 0)
        return runs[at] if at < len(runs) else Run(len(self.old), len(self.new), 0)

    def _gaps(self, run: Run, behind: Run) -> Iterator[tuple[Sequence[int], int, int]]:
        """The words that only one text has between two runs: where they begin, where they end."""
        old, new = behind.old - run.old_end, behind.new - run.new_end
        yield self.old.numbers, run.old_end, run.old_end + (old if new == 0 else 0)
        yield self.new.numbers, run.new_end, run.new_end + (new if old == 0 and new > 0 else 0)

    def has_rival(self, words: Range, to: int) -> bool:
        """Whether equal words that are linked to nothing stand elsewhere in either text."""
        phrase = self._phrase(words)
        return self.has_lost_copy(words) or _has_loose_copy(
            self.new, phrase, to, self.alignment.to_old
        )

    def has_lost_copy(self, words: Range) -> bool:
        """Whether the old text says the same elsewhere, linked to nothing."""
        phrase = self._phrase(words)
        return _has_loose_copy(self.old, phrase, words[0], self.alignment.to_new)

    def has_copy_near(self, words: Range, to: int, reach: int) -> bool:
        """Whether a phrase of the words, which went there, stands close by again.

        Only where it is linked to nothing: what was doubled, whole or nearly.

        Args:
            words: of the old text; of many the first count.
            to: where the first of them went.
            reach: how many new words on either side are close by, up to a limit.
        """
        words = words[0], min(words[1], words[0] + _LONG)
        size = min(_CONTEXT, words[1] - words[0])
        reach = min(reach, 2 * _LONG)
        first = max(0, to - reach)
        last = min(len(self.new), to + words[1] - words[0] + reach)
        if self._loose[last] == self._loose[first]:
            return False
        mine, theirs, links = self.old.numbers, self.new.numbers, self.alignment.to_old
        phrases = {tuple(mine[at : at + size]) for at in range(words[0], words[1] - size + 1)}
        return any(
            links[at] == LOOSE and tuple(theirs[at : at + size]) in phrases
            for at in range(first, last - size + 1)
        )

    def _phrase(self, words: Range) -> list[int]:
        """Some words by their numbers; of many the first."""
        return self.old.numbers[words[0] : min(words[1], words[0] + _LONG)]

    def is_repeated(self, words: Range) -> bool:
        """Whether the old text says the same words elsewhere too, or could."""
        copies = _copies(self.old, self._phrase(words))
        return copies is None or len(copies) > 1

    @cached_property
    def _numbered(self) -> list[int]:
        """The old words that have a digit, in order."""
        folded = self.old.vocabulary.folded
        digits = {n for n, word in enumerate(folded) if any(map(str.isdigit, word))}
        return [at for at, number in enumerate(self.old.numbers) if number in digits]

    @cached_property
    def _total(self) -> list[float]:
        return [0.0, *accumulate(self.old.weights)]

    @cached_property
    def _loose(self) -> list[int]:
        """How many new words before each are linked to nothing."""
        return [0, *accumulate(link == LOOSE for link in self.alignment.to_old)]

    @cached_property
    def _linked(self) -> list[float]:
        links = self.alignment.to_new
        weights = self.old.weights
        return [
            0.0,
            *accumulate(
                weight if link != LOOSE else 0.0
                for weight, link in zip(weights, links, strict=True)
            ),
        ]


def _share_within(links: Sequence[int], there: range) -> float:
    return sum(link in there for link in links) / len(links)


def _common_tail(numbers: Sequence[int], run_end: int, gap_end: int) -> int:
    """How many words before `run_end` are repeated before `gap_end`."""
    if gap_end == run_end:
        return 0
    size = 0
    while size < run_end and numbers[run_end - 1 - size] == numbers[gap_end - 1 - size]:
        size += 1
    return size


def _common_head(numbers: Sequence[int], gap_start: int, run_start: int) -> int:
    """How many words from `run_start` are repeated from `gap_start`."""
    if gap_start == run_start:
        return 0
    size, limit = 0, len(numbers) - run_start
    while size < limit and numbers[gap_start + size] == numbers[run_start + size]:
        size += 1
    return size


def _copies(tokens: Tokens, phrase: list[int]) -> list[int] | None:
    """Where a phrase stands in a text; None where even its rarest word is too common to look."""
    found = ((tokens.positions.get(number, []), skip) for skip, number in enumerate(phrase))
    places, skip = min(found, key=lambda pair: len(pair[0]))
    if len(places) > _OFTEN:
        return None
    size = len(phrase)
    firsts = (place - skip for place in places if place >= skip)
    return [first for first in firsts if tokens.numbers[first : first + size] == phrase]


def _has_loose_copy(tokens: Tokens, phrase: list[int], at: int, links: Sequence[int]) -> bool:
    """Whether a phrase stands anywhere but at `at` with a word that is linked to nothing."""
    copies = _copies(tokens, phrase)
    return copies is None or any(
        first != at and LOOSE in links[first : first + len(phrase)] for first in copies
    )
