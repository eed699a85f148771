"""Rows of cards: small boxes side by side, each a headline of another article and a few words.

Extractors take their texts for prose where the article itself is short.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from reader.ingest.draft import Box, Walked
from reader.model.article import BlockKind

_ROW: Final = 3  # cards
_MAX_BLOCKS: Final = 6
_MAX_WORDS: Final = 45  # of a card, without its links
_MIN_HEADLINE: Final = 3  # words
_LINKED: Final = 0.9


def in_rows(walked: Walked, counts: Sequence[int]) -> frozenset[int]:
    """The drafts in cards that stand in a row of at least three.

    Args:
        walked: the page.
        counts: words of each draft.
    """
    rows: dict[tuple[Box | None, str], list[Box]] = defaultdict(list)
    for box in walked.boxes:
        if 1 < box.last - box.first <= _MAX_BLOCKS and _is_card(walked, counts, box):
            rows[box.parent, box.element.tag].append(box)
    return frozenset(_drafts(row for row in rows.values() if len(row) >= _ROW))


def _drafts(rows: Iterator[list[Box]]) -> Iterator[int]:
    return (i for row in rows for box in row for i in range(box.first, box.last))


def _is_card(walked: Walked, counts: Sequence[int], box: Box) -> bool:
    """Whether a linked headline opens the box, and little text follows. No row of a table is."""
    drafts = walked.drafts[box.first : box.last]
    own = counts[box.first : box.last]
    linked = [d.link_share >= _LINKED for d in drafts]
    texts = [k for k, n in enumerate(own) if n]
    heads = [k for k in texts[:2] if linked[k] and own[k] >= _MIN_HEADLINE]
    if not heads or any(d.kind is BlockKind.CELL for d in drafts):
        return False
    return 0 < sum(n for n, is_link in zip(own, linked, strict=True) if not is_link) <= _MAX_WORDS
