"""Describing a span of a text so that it can be found again, and finding it in another version.

The words that the rest of Isnad uses; `docs/anchoring.md` explains them.
"""

from reader.anchoring.alignment import Alignment, align
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
    "Level",
    "Piece",
    "PieceKind",
    "Placement",
    "Span",
    "Why",
    "align",
    "in_new_order",
    "reattach",
]
