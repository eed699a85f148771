"""Where in the page the article stands: its sure prose, the box around it, what is set apart.

A box that looks like chrome is taken at its word unless sure prose stands in it, or so much of
the page that leaving it out would lose the page: real pages parse with the whole article inside
a `button` or a `nav`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from reader.ingest.draft import Box, Draft, Walked
from reader.model.article import BlockKind

_MIN_PROSE: Final = 8
_MAX_LINKED: Final = 0.5
_MOST: Final = 0.9
_TOO_MUCH: Final = 0.3
_NOT_PROSE: Final = (BlockKind.HEADING, BlockKind.CAPTION)


@dataclass(frozen=True)
class Body:
    """Indices are of drafts. Without any prose `first` is the number of drafts and `last` -1."""

    first: int
    last: int
    box: Box
    """The deepest box around nearly all of the prose."""
    set_apart: tuple[str, ...]
    """For each draft why the page sets it apart, "" if it does not."""
    guarded: frozenset[int]
    """Drafts that would be set apart, were they not so much of the page."""

    @property
    def is_empty(self) -> bool:
        return self.last < 0

    def holds(self, index: int) -> bool:
        return self.box.first <= index < self.box.last

    def spans(self, index: int) -> bool:
        """Whether a draft stands between the first and the last of the prose."""
        return self.first < index < self.last and self.holds(index)


def find(walked: Walked, counts: Sequence[int], votes: Sequence[int], needed: int) -> Body:
    """Locates the body.

    Args:
        walked: the page's drafts and boxes.
        counts: words of each draft.
        votes: votes on each draft.
        needed: votes that make a draft sure.
    """
    drafts = walked.drafts
    prose = [_is_prose(d, n, v, needed) for d, n, v in zip(drafts, counts, votes, strict=True)]
    if not any(prose):
        prose = [_is_prose(d, n, v, 1) for d, n, v in zip(drafts, counts, votes, strict=True)]
    weights = [0, *accumulate(n * p for n, p in zip(counts, prose, strict=True))]
    box = _around(walked.boxes, weights)
    reasons, guarded = _set_apart(walked, weights)
    inside = [i for i in range(box.first, box.last) if prose[i] and reasons[i] != "hidden"]
    return Body(
        first=inside[0] if inside else len(drafts),
        last=inside[-1] if inside else -1,
        box=box,
        set_apart=reasons,
        guarded=guarded,
    )


def _is_prose(draft: Draft, count: int, votes: int, needed: int) -> bool:
    return (
        votes >= needed > 0
        and count >= _MIN_PROSE
        and draft.link_share < _MAX_LINKED
        and draft.kind not in _NOT_PROSE
    )


def _around(boxes: Sequence[Box], weights: Sequence[int]) -> Box:
    """Those boxes nest, since each holds more than half; the last in document order is deepest."""
    most = _MOST * weights[-1]
    return next(b for b in reversed(boxes) if weights[b.last] - weights[b.first] >= most)


def _set_apart(walked: Walked, weights: Sequence[int]) -> tuple[tuple[str, ...], frozenset[int]]:
    sizes = [0, *accumulate(len(d.text) for d in walked.drafts)]
    verdicts: dict[int, str] = {}
    guarded: set[int] = set()
    for box in walked.boxes:
        reason = box.reason
        if reason and sizes[box.last] - sizes[box.first] > _TOO_MUCH * sizes[-1]:
            guarded.update(range(box.first, box.last))
            reason = ""
        elif reason != "hidden" and weights[box.last] > weights[box.first]:
            reason = ""
        inherited = verdicts[id(box.parent)] if box.parent else ""
        verdicts[id(box)] = inherited or reason
    return tuple(d.reason or verdicts[id(d.box)] for d in walked.drafts), frozenset(guarded)
