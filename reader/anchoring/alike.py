"""What two sequences have in common, and how alike they are.

The package that knows is loaded when it is first asked: a window in which nothing is looked for
in another version does without.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rapidfuzz.distance import Opcodes


def steps(old: Sequence[int], new: Sequence[int]) -> Opcodes:
    """What turns one sequence into the other while as much as can be stays equal."""
    from rapidfuzz.distance import LCSseq

    return LCSseq.opcodes(old, new)


def likeness(old: str, new: str, *, least: float | None = None) -> float:
    """How alike two texts are, from 0 to 1; 0 where they are less alike than `least`."""
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.normalized_similarity(old, new, score_cutoff=least)
