"""Which word of the old text is which word of the new one.

A word is linked once at most: what one old word owns is no candidate for any other. That is what
keeps marks from landing on a near copy of their words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

LOOSE: Final = -1
"""The link of a word that has none."""


class Run(NamedTuple):
    """Words that follow one another in both texts."""

    old: int
    """The first of them in the old text."""
    new: int
    size: int
    is_moved: bool = False

    @property
    def old_end(self) -> int:
        return self.old + self.size

    @property
    def new_end(self) -> int:
        return self.new + self.size


class Links:
    """The links between two sequences of numbered words, while they are being found."""

    def __init__(self, old: Sequence[int], new: Sequence[int]) -> None:
        self.old = old
        self.new = new
        self.to_new = [LOOSE] * len(old)
        self.to_old = [LOOSE] * len(new)

    def link(self, run: Run) -> None:
        self.to_new[run.old : run.old_end] = range(run.new, run.new_end)
        self.to_old[run.new : run.new_end] = range(run.old, run.old_end)

    def unlink(self, run: Run) -> None:
        self.to_new[run.old : run.old_end] = [LOOSE] * run.size
        self.to_old[run.new : run.new_end] = [LOOSE] * run.size

    def grow(self, old: int, new: int) -> Run:
        """The longest run of equal, loose words around a pair of them."""
        before = 0
        while old > before and new > before and self._pairs(old - before - 1, new - before - 1):
            before += 1
        size, limit = before, min(len(self.old) - old, len(self.new) - new) + before
        first_old, first_new = old - before, new - before
        while size < limit and self._pairs(first_old + size, first_new + size):
            size += 1
        return Run(first_old, first_new, size)

    def _pairs(self, old: int, new: int) -> bool:
        return (
            self.old[old] == self.new[new]
            and self.to_new[old] == LOOSE
            and self.to_old[new] == LOOSE
        )

    def runs(self) -> Iterator[tuple[int, int, int]]:
        """The linked stretches, in the order of the old text: old, new, size."""
        links, at, length = self.to_new, 0, len(self.to_new)
        while at < length:
            if links[at] == LOOSE:
                at += 1
                continue
            end = at + 1
            while end < length and links[end] == links[end - 1] + 1:
                end += 1
            yield at, links[at], end - at
            at = end


def heaviest_chain(runs: Sequence[Run]) -> set[int]:
    """Of runs sorted by their old place, those of the longest part that kept its order.

    Gives their indexes. A Fenwick tree over the new places keeps the best chain that ends before
    each: n log n.
    """
    rank = {new: at + 1 for at, new in enumerate(sorted({run.new for run in runs}))}
    tree = [(0, -1)] * (len(rank) + 1)
    before = [-1] * len(runs)
    best = (0, -1)
    for index, run in enumerate(runs):
        weight, before[index] = _best_until(tree, rank[run.new] - 1)
        reached = (weight + run.size, index)
        best = max(best, reached)
        at = rank[run.new]
        while at < len(tree):
            if reached[0] > tree[at][0]:
                tree[at] = reached
            at += at & -at
    return set(_back(before, best[1]))


def _best_until(tree: Sequence[tuple[int, int]], at: int) -> tuple[int, int]:
    best = (0, -1)
    while at > 0:
        if tree[at][0] > best[0]:
            best = tree[at]
        at -= at & -at
    return best


def _back(before: Sequence[int], index: int) -> Iterable[int]:
    while index >= 0:
        yield index
        index = before[index]
