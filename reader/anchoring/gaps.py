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

_LARGEST: Final = 100_000_000
"""Pairs of words for which the longest common subsequence is worked out: 13 MB, 15 ms."""
_WINDOW: Final = 4_000
"""Words of the window that goes along larger gaps."""
_PHRASE: Final = 6
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
    """Runs of a common subsequence, in order: the longest, unless the sequences are too long.

    Longer ones are cut at phrases that stand once in either, with a list of what is left to do
    rather than recursion. Where no phrase does, a window goes along both.
    """
    left = [(0, len(old), 0, len(new))]
    while left:
        first, last, other_first, other_last = left.pop()
        mine, theirs = old[first:last], new[other_first:other_last]
        if len(mine) * len(theirs) <= _LARGEST:
            found, is_done = list(_longest(mine, theirs)), True
        else:
            found, is_done = _cuts(mine, theirs), False
            if not found:
                found, is_done = list(_along(mine, theirs)), True
        runs = [Run(first + run.old, other_first + run.new, run.size) for run in found]
        yield from runs
        if not is_done:
            edges = [Run(first, other_first, 0), *runs, Run(last, other_last, 0)]
            left += ((a.old_end, b.old, a.new_end, b.new) for a, b in pairwise(edges))


def _longest(old: Sequence[int], new: Sequence[int]) -> Iterator[Run]:
    """The runs of the longest common subsequence."""
    if old and new:
        for op in steps(old, new):
            if op.tag == "equal":
                yield Run(op.src_start, op.dest_start, op.src_end - op.src_start)


def _along(old: Sequence[int], new: Sequence[int]) -> Iterator[Run]:
    """Runs found by a window that goes along both sequences, each time behind what it linked.

    Of a window the runs of its first half count; the rest is seen better from the next one.
    """
    here = there = 0
    while here < len(old) and there < len(new):
        runs = list(_longest(old[here : here + _WINDOW], new[there : there + _WINDOW]))
        half = _WINDOW // 2
        ends = here + half, there + half
        for run in runs:
            size = min(run.size, half - run.old, half - run.new)
            if size <= 0:
                break
            yield Run(here + run.old, there + run.new, size)
            ends = here + run.old + size, there + run.new + size
        is_near = ends[0] > here + half // 2 or ends[1] > there + half // 2
        here, there = ends if is_near else (here + half, there + half)


def _cuts(old: Sequence[int], new: Sequence[int]) -> list[Run]:
    """Runs in order around phrases that stand once in either; none where there is no phrase."""
    links, runs = Links(old, new), []
    for here, there in shared_phrases(old, new, _PHRASE):
        if links.to_new[here] == LOOSE and links.to_old[there] == LOOSE:
            run = links.grow(here, there)
            if run.size >= _PHRASE:
                links.link(run)
                runs.append(run)
    runs.sort()
    return [runs[index] for index in sorted(heaviest_chain(runs))]
