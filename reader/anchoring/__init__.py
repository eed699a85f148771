"""Describing a span of a text so that it can be found again, and finding it in another version.

The words that the rest of Isnad uses; `docs/anchoring.md` explains them.
"""

from reader.anchoring.alignment import Alignment, align
from reader.anchoring.describe import describe
from reader.anchoring.finding import Finder, find
from reader.anchoring.following import reattach_from_both
from reader.anchoring.pieces import Piece, PieceKind, in_new_order
from reader.anchoring.placing import reattach
from reader.anchoring.values import (
    CancelledError,
    Change,
    ChangeKind,
    Level,
    Placement,
    Span,
    Why,
)

__all__ = [
    "Alignment",
    "CancelledError",
    "Change",
    "ChangeKind",
    "Finder",
    "Level",
    "Piece",
    "PieceKind",
    "Placement",
    "Span",
    "Why",
    "align",
    "describe",
    "find",
    "in_new_order",
    "reattach",
    "reattach_from_both",
]
