"""Where a stretch of text stands on the screen, line by line, right at every turn of direction.

`QTextLine.glyphRuns` gives the boxes of exactly the glyphs asked for; `cursorToX` would give the
wrong half of a Latin word within Arabic. Coordinates are relative to the block's own corner.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QGlyphRun, QTextBlock, QTextLine

_TOUCH: Final = 0.75
"""Boxes closer than this, in pixels, are one."""


@dataclass(frozen=True)
class LineSpan:
    """The part of a stretch that stands on one line."""

    boxes: tuple[tuple[float, float], ...]
    """Left and right of each box, from left to right."""
    baseline: float
    head: float | None
    """Where the stretch begins, on its first line: an x."""
    tail: float | None
    """Where it ends, on its last line."""
    edge: float | None
    """Where its last character on this line ends."""

    def rects(self, above: float, below: float) -> list[QRectF]:
        """The boxes as rectangles from `above` the baseline to `below` it."""
        top, height = self.baseline - above, above + below
        return [QRectF(left, top, right - left, height) for left, right in self.boxes]


def line_spans(block: QTextBlock, start: int, end: int) -> list[LineSpan]:
    """The lines of a stretch of a laid-out block.

    Args:
        block: has been laid out.
        start: in UTF-16 units from the block's start.
        end: likewise, exclusive.
    """
    layout, spans = block.layout(), list[LineSpan]()
    number = max(layout.lineForTextPosition(start).lineNumber(), 0)
    while number < layout.lineCount():
        line = layout.lineAt(number)
        if line.textStart() >= end:
            break
        first = max(start, line.textStart())
        last = _without_white_end(block, first, min(end, line.textStart() + line.textLength()))
        if first < last:
            spans.append(_span(line, first, last, begins=first == start, ends=last == end))
        number += 1
    if spans and spans[-1].tail is None:  # the stretch ends in white space
        spans[-1] = replace(spans[-1], tail=spans[-1].edge)
    return spans


def _without_white_end(block: QTextBlock, first: int, last: int) -> int:
    """`last` without the white space before it, which at a line's end hangs over the column."""
    document, at = block.document(), block.position()
    while last > first and document.characterAt(at + last - 1).isspace():
        last -= 1
    return last


def _span(line: QTextLine, first: int, last: int, *, begins: bool, ends: bool) -> LineSpan:
    runs = line.glyphRuns(first, last - first)
    head = _edge(line.glyphRuns(first, 1), leading=True) if begins else None
    edge = _edge(line.glyphRuns(last - 1, 1), leading=False)
    tail = edge if ends else None
    return LineSpan(_merged(runs), line.y() + line.ascent(), head, tail, edge)


def _merged(runs: Iterable[QGlyphRun]) -> tuple[tuple[float, float], ...]:
    boxes: list[tuple[float, float]] = []
    for left, right in sorted((r.left(), r.right()) for r in (run.boundingRect() for run in runs)):
        if boxes and left - boxes[-1][1] < _TOUCH:
            boxes[-1] = boxes[-1][0], max(right, boxes[-1][1])
        else:
            boxes.append((left, right))
    return tuple(boxes)


def _edge(runs: list[QGlyphRun], *, leading: bool) -> float | None:
    """The edge of one character at which its text begins, or ends."""
    if not runs:
        return None
    box = runs[0].boundingRect()
    return box.right() if runs[0].isRightToLeft() is leading else box.left()
