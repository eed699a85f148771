"""Where a stretch of text stands on the screen, line by line, right at every turn of direction.

`QTextLine.glyphRuns` gives the boxes of exactly the glyphs asked for; `cursorToX` would give the
wrong half of a Latin word within Arabic. Coordinates are relative to the block's own corner.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QGlyphRun,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextLine,
)

_REMEMBERED: Final = 20_000
_TOUCH: Final = 0.75
"""Boxes closer than this, in pixels, are one."""


class LineSpan(NamedTuple):
    """The part of a stretch that stands on one line."""

    boxes: tuple[tuple[float, float], ...]
    """Left and right of each box, from left to right."""
    baseline: float
    head: float
    """Where one begins to read it: an x. In several boxes, where its first character begins."""
    tail: float
    """Where one has read it; in several boxes, where its last character ends."""

    def rects(self, above: float, below: float) -> list[QRectF]:
        """The boxes as rectangles from `above` the baseline to `below` it."""
        top, height = self.baseline - above, above + below
        return [QRectF(left, top, right - left, height) for left, right in self.boxes]


def block_above(document: QTextDocument, y: float) -> QTextBlock:
    """The last block that begins at a height of the document or above it.

    Qt's own `hitTest` takes a hundred times as long, and misleads where it meets no text. The
    document is laid out at most twice as far as need be.
    """
    layout = document.documentLayout()

    def top(number: int) -> float:
        return layout.blockBoundingRect(document.findBlockByNumber(number)).top()

    beyond = 1
    while beyond < document.blockCount() and top(beyond) <= y:
        beyond *= 2
    near = range(beyond // 2, min(beyond, document.blockCount()))
    number = near.start + bisect_right(near, y, key=top) - 1
    return document.findBlockByNumber(max(number, 0))


def line_at(document: QTextDocument, y: float) -> int:
    """The position at which the first line begins that reaches below a height."""
    block = block_above(document, y)
    top = document.documentLayout().blockBoundingRect(block).top()
    line = Lines.between(block, y - top, y - top).first
    if line < block.layout().lineCount():
        return block.position() + block.layout().lineAt(line).textStart()
    return block.next().position() if block.next().isValid() else block.position()


def aimed(document: QTextDocument, point: QPointF) -> QPointF:
    """Where Qt must be asked what stands at a point of the document.

    `QTextLine.xToCursor` forgets the space at which a right-to-left line wraps, where drawing and
    `cursorToX` do not: each press would be taken for one a space's width further on.
    """
    layout = document.documentLayout()
    block = document.findBlock(layout.hitTest(point, Qt.HitTestAccuracy.FuzzyHit))
    height = point.y() - layout.blockBoundingRect(block).top()
    number = Lines.between(block, height, height).first
    if block.textDirection() != Qt.LayoutDirection.RightToLeft or not (
        0 <= number < block.layout().lineCount()
    ):
        return point
    return point + QPointF(_hanging(block, block.layout().lineAt(number)), 0)


def _hanging(block: QTextBlock, line: QTextLine) -> float:
    """The width of the spaces that hang over the column where a line wraps."""
    document, end = block.document(), block.position() + line.textStart() + line.textLength()
    spaces = 0
    while spaces < line.textLength() and document.characterAt(end - spaces - 1) == " ":
        spaces += 1
    cursor = QTextCursor(document)
    cursor.setPosition(end)
    return QFontMetricsF(cursor.charFormat().font()).horizontalAdvance(" " * spaces)


class Lines(NamedTuple):
    """The lines of a laid-out block that are on the screen: `first` to `last`, half-open."""

    first: int
    last: int

    @classmethod
    def between(cls, block: QTextBlock, top: float, bottom: float) -> Lines:
        """The lines that reach into a stretch of the block, in pixels from its top."""
        layout = block.layout()
        lines = range(layout.lineCount())
        first = bisect_left(lines, top, key=lambda n: layout.lineAt(n).rect().bottom())
        return cls(first, bisect_right(lines, bottom, first, key=lambda n: layout.lineAt(n).y()))

    def units(self, block: QTextBlock) -> tuple[int, int]:
        """Where the lines begin and end, in UTF-16 units from the block's start."""
        if self.first >= self.last:
            return 0, 0
        end = block.layout().lineAt(self.last - 1)
        return block.layout().lineAt(self.first).textStart(), end.textStart() + end.textLength()


class Geometry:
    """The boxes of stretches of one document, remembered until it is laid out anew."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int, int], LineSpan | None] = {}

    def forget(self) -> None:
        self._known.clear()

    def spans(self, block: QTextBlock, start: int, end: int, lines: Lines) -> list[LineSpan]:
        """What of a stretch stands on some lines of a block.

        Args:
            block: has been laid out.
            start: in UTF-16 units from the block's start.
            end: likewise, exclusive.
            lines: of the block; nothing outside them is looked at.
        """
        layout, at, spans = block.layout(), block.position(), list[LineSpan]()
        for number in range(*lines):
            line = layout.lineAt(number)
            first = max(start, line.textStart())
            last = min(end, line.textStart() + line.textLength())
            if first >= last:
                continue
            key = at + first, at + last, number
            if key not in self._known:
                if len(self._known) >= _REMEMBERED:
                    self.forget()
                self._known[key] = _span(block, line, first, last)
            if found := self._known[key]:
                spans.append(found)
        return spans


def _span(block: QTextBlock, line: QTextLine, first: int, last: int) -> LineSpan | None:
    last = _without_white_end(block, first, last)
    if first == last:
        return None
    boxes = merged(line.glyphRuns(first, last - first))
    if len(boxes) == 1:
        # A number at its end is read the other way, and would end it in its midst.
        rtl = block.textDirection() == Qt.LayoutDirection.RightToLeft
        tail, head = boxes[0] if rtl else boxes[0][::-1]
    else:
        head = _edge(line.glyphRuns(first, 1), leading=True)
        tail = _edge(line.glyphRuns(last - 1, 1), leading=False)
    return LineSpan(boxes, line.y() + line.ascent(), head, tail)


def _without_white_end(block: QTextBlock, first: int, last: int) -> int:
    """`last` without the white space before it, which at a line's end hangs over the column."""
    document, at = block.document(), block.position()
    while last > first and document.characterAt(at + last - 1).isspace():
        last -= 1
    return last


def merged(runs: Iterable[QGlyphRun]) -> tuple[tuple[float, float], ...]:
    """Left and right of the boxes that glyphs fill, from left to right; what touches is one."""
    boxes: list[tuple[float, float]] = []
    for left, right in sorted((r.left(), r.right()) for r in (run.boundingRect() for run in runs)):
        if boxes and left - boxes[-1][1] < _TOUCH:
            boxes[-1] = boxes[-1][0], max(right, boxes[-1][1])
        else:
            boxes.append((left, right))
    return tuple(boxes)


def _edge(runs: list[QGlyphRun], *, leading: bool) -> float:
    """The edge of one character at which its text begins, or ends."""
    if not runs:  # a character that shows nothing
        return 0.0
    box = runs[0].boundingRect()
    return box.right() if runs[0].isRightToLeft() is leading else box.left()
