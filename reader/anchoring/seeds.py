"""The first links: runs around phrases that stand once in either text.

What kept its order is the main chain. Of the rest only islands of some length count: they were
moved. A shorter one is more likely a phrase that somebody used again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reader.anchoring.links import LOOSE, Links, Run, heaviest_chain
from reader.anchoring.values import Stop, check_stop

SHINGLE: Final = 4
"""Words of a phrase that has to be unique."""
ISLAND: Final = 10
"""Words that have to be linked in a stretch which is out of order."""
ISLAND_GAP: Final = 15
"""Words that may lie between two runs of an island."""

_ASK_EVERY: Final = 4096


def shared_phrases(old: Sequence[int], new: Sequence[int], size: int) -> list[tuple[int, int]]:
    """The places of the phrases that stand once in either sequence, in the order of the old.

    Phrases are told apart by their hashes: a pair may, very rarely, be none. `Links.grow` shows.
    """
    in_new = _unique(new, size)
    pairs = ((at, in_new.get(phrase, LOOSE)) for phrase, at in _unique(old, size).items())
    # A phrase that is met again keeps its place in the dictionary: still in order.
    return [(at, there) for at, there in pairs if at != LOOSE and there != LOOSE]


def _unique(numbers: Sequence[int], size: int) -> dict[int, int]:
    """Where each phrase of `size` words stands that stands once; the others have LOOSE."""
    found: dict[int, int] = {}
    phrases = zip(*(numbers[skip:] for skip in range(size)), strict=False)
    for at, phrase in enumerate(map(hash, phrases)):
        found[phrase] = LOOSE if phrase in found else at
    return found


def seed(links: Links, cancelled: Stop | None = None) -> tuple[list[Run], list[Run], list[int]]:
    """Link what unique phrases tell.

    Returns:
        The runs of the main chain, those that were moved, both in the order of the old text, and
        the places in the old text of unique phrases, whether they were linked or not.

    Raises:
        CancelledError: the work is no longer wanted.
    """
    phrases = shared_phrases(links.old, links.new, SHINGLE)
    runs = []
    for number, (old, new) in enumerate(phrases):
        if number % _ASK_EVERY == 0:
            check_stop(cancelled)
        if links.to_new[old] == LOOSE and links.to_old[new] == LOOSE:
            run = links.grow(old, new)
            if run.size >= SHINGLE:
                links.link(run)
                runs.append(run)
    runs.sort()
    kept = heaviest_chain(runs)
    others = [run for index, run in enumerate(runs) if index not in kept]
    for run in others:
        links.unlink(run)
    moved = [run._replace(is_moved=True) for island in _islands(links, others) for run in island]
    for run in moved:
        links.link(run)
    return [runs[index] for index in sorted(kept)], moved, [old for old, _ in phrases]


def _islands(links: Links, runs: Sequence[Run]) -> list[list[Run]]:
    """The runs that lie together in both texts, where together they are long enough."""
    islands: list[list[Run]] = []
    for run in runs:
        if islands and _is_next(links, islands[-1][-1], run):
            islands[-1].append(run)
        else:
            islands.append([run])
    return [island for island in islands if sum(run.size for run in island) >= ISLAND]


def _is_next(links: Links, run: Run, after: Run) -> bool:
    return (
        0 <= after.new - run.new_end <= ISLAND_GAP
        and after.old - run.old_end <= ISLAND_GAP
        and all(link == LOOSE for link in links.to_new[run.old_end : after.old])
        and all(link == LOOSE for link in links.to_old[run.new_end : after.new])
    )
