"""The words between the runs that unique phrases gave: linked by longest common subsequence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from reader.anchoring.alike import steps
from reader.anchoring.links import LOOSE, Links, Run, heaviest_chain
from reader.anchoring.seeds import shared_phrases
from reader.anchoring.tokens import Tokens
from reader.anchoring.values import Stop, check_stop

_LARGEST: Final = 200_000_000
"""Pairs of words for which the longest common subsequence is worked out: 25 MB, 20 ms."""
_PHRASES: Final = (4, 12, 36)
"""Words of the phrases that cut a larger gap into smaller ones."""
_REACH: Final = 60
"""How many words beyond a moved run may have moved along with it."""


def fill(links: Links, main: Sequence[Run], cancelled: Stop | None = None) -> None:
    """Link the words between runs that kept their order.

    Raises:
        CancelledError: the work is no longer wanted.
    """
    edges = [Run(0, 0, 0), *main, Run(len(links.old), len(links.new), 0)]
    for before, after in pairwise(edges):
        check_stop(cancelled)
        _link_between(links, (before.old_end, after.old), (before.new_end, after.new))


def fill_moved(links: Links, old: Tokens, new: Tokens, moved: Sequence[Run]) -> None:
    """Link the words beside and between moved runs, no farther than their paragraphs reach."""
    for run in moved:
        old_first, old_last = old.paragraph(run.old)[0], old.paragraph(run.old_end - 1)[1]
        new_first, new_last = new.paragraph(run.new)[0], new.paragraph(run.new_end - 1)[1]
        _link_between(
            links,
            (_loose_back(links.to_new, run.old, old_first), run.old),
            (_loose_back(links.to_old, run.new, new_first), run.new),
        )
        _link_between(
            links,
            (run.old_end, _loose_on(links.to_new, run.old_end, old_last)),
            (run.new_end, _loose_on(links.to_old, run.new_end, new_last)),
        )


def _loose_back(links: Sequence[int], at: int, limit: int) -> int:
    limit = max(limit, at - _REACH)
    while at > limit and links[at - 1] == LOOSE:
        at -= 1
    return at


def _loose_on(links: Sequence[int], at: int, limit: int) -> int:
    limit = min(limit, at + _REACH)
    while at < limit and links[at] == LOOSE:
        at += 1
    return at


def _link_between(links: Links, old: tuple[int, int], new: tuple[int, int]) -> None:
    """Link the loose words of two stretches, in order."""
    places = [at for at in range(*old) if links.to_new[at] == LOOSE]
    others = [at for at in range(*new) if links.to_old[at] == LOOSE]
    if not places or not others:
        return
    mine, theirs = [links.old[at] for at in places], [links.new[at] for at in others]
    for run in common(mine, theirs):
        for step in range(run.size):
            here, there = places[run.old + step], others[run.new + step]
            links.to_new[here] = there
            links.to_old[there] = here


def common(old: Sequence[int], new: Sequence[int]) -> Iterator[Run]:
    """Runs of a common subsequence: the longest, unless the sequences are too long for that.

    Longer ones are cut at phrases that stand once in either, with a list of what is left to do
    rather than recursion; where no phrase does, they share no more than their ends.
    """
    left = [(0, len(old), 0, len(new))]
    while left:
        first, last, other_first, other_last = left.pop()
        head, tail = _ends(old[first:last], new[other_first:other_last])
        if head:
            yield Run(first, other_first, head)
        if tail:
            yield Run(last - tail, other_last - tail, tail)
        first, other_first = first + head, other_first + head
        last, other_last = last - tail, other_last - tail
        if first == last or other_first == other_last:
            continue
        mine, theirs = old[first:last], new[other_first:other_last]
        if len(mine) * len(theirs) <= _LARGEST:
            for op in steps(mine, theirs):
                if op.tag == "equal":
                    size = op.src_end - op.src_start
                    yield Run(first + op.src_start, other_first + op.dest_start, size)
            continue
        cuts = [
            Run(first + run.old, other_first + run.new, run.size) for run in _cuts(mine, theirs)
        ]
        yield from cuts
        edges = [Run(first, other_first, 0), *cuts, Run(last, other_last, 0)]
        if cuts:
            left += [(a.old_end, b.old, a.new_end, b.new) for a, b in pairwise(edges)]


def _ends(old: Sequence[int], new: Sequence[int]) -> tuple[int, int]:
    """How many numbers two sequences share at their beginning, and of the rest at their end."""
    shorter = min(len(old), len(new))
    head = 0
    while head < shorter and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < shorter - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return head, tail


def _cuts(old: Sequence[int], new: Sequence[int]) -> list[Run]:
    """Runs in order around phrases that stand once in either; none where there is no phrase."""
    for size in _PHRASES:
        if phrases := shared_phrases(old, new, size):
            links = Links(old, new)
            runs = []
            for here, there in phrases:
                if links.to_new[here] == LOOSE and links.to_old[there] == LOOSE:
                    runs.append(links.grow(here, there))
                    links.link(runs[-1])
            runs.sort()
            return [runs[index] for index in sorted(heaviest_chain(runs))]
    return []
