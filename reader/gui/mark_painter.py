"""Paints the marks under the text: boxes, bands and lines. The text itself is never formatted.

Only what is on the screen is looked at. Coordinates are those of the document, in pixels of the
logical screen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen, QTextBlock

from reader.gui.document import ArticleDocument, ShownBlock
from reader.gui.document_style import Style
from reader.gui.mark_geometry import LineSpan, line_spans
from reader.gui.mark_layout import MarkIndex, PaintedMark, Shape, Stroke
from reader.gui.theme import blend

_ABOVE: Final = 0.84
"""How far a box reaches over the baseline: as high as an alef, in ems."""
_INSET: Final = 2.5
"""By this much each lane's box is lower than the one around it, in pixels."""
_STEP: Final = 3.6
"""By this much each lane's line lies deeper, in pixels."""
_TICK: Final = 4.0
_BAND: Final = (0.30, 0.26)
"""How far a band reaches over and under the baseline, in ems."""
_HATCH: Final = 0.55
"""How much of a source's colour lies under its hatching."""
_DASHES: Final = {
    Stroke.DASHED: (4.0, 2.2),
    Stroke.DASH_DOT: (4.0, 2.0, 1.0, 2.0),
    Stroke.FAINT: (1.0, 2.2),
}
_WIDTHS: Final = {Stroke.HEAVY: 3.4, Stroke.DOUBLE: 1.2, Stroke.FAINT: 1.3}
_LINE_WIDTH: Final = 2.0


@dataclass(frozen=True)
class Emphasis:
    """What a person has chosen, and what is linked to it."""

    selected: frozenset[UUID] = frozenset()
    linked: frozenset[UUID] = frozenset()


@dataclass(frozen=True)
class PlacedMark:
    """The part of a mark that stands in one QTextBlock on the screen."""

    mark: PaintedMark
    lane: int
    origin: QPointF
    em: float
    begins: bool
    """Whether the mark begins here."""
    lines: list[LineSpan]

    @property
    def height(self) -> float:
        """Of the middle of its first line."""
        return self.origin.y() + self.lines[0].baseline - self.em * 0.3


class MarkPainter:
    """Paints the marks of one document."""

    def __init__(self, document: ArticleDocument, style: Style) -> None:
        self._document = document
        self._style = style
        self._theme = style.theme
        self.index = MarkIndex()
        self.emphasis = Emphasis()
        font = style.typography.font()
        # As deep as the tail of a jeem, so that no line runs through the letters.
        self._below = QFontMetricsF(font).tightBoundingRect("ج").bottom() / style.em
        self._painters: dict[Shape, Callable[[QPainter, PlacedMark], None]] = {
            Shape.SOLID: self._paint_solid,
            Shape.HATCHED: self._paint_hatched,
            Shape.BAND: self._paint_band,
            Shape.LINE: self._paint_line,
            Shape.NOTE: self._paint_note,
        }

    def place(self, blocks: Iterable[ShownBlock]) -> list[PlacedMark]:
        """The marks that stand in these blocks, in the order of painting."""
        placed = [p for b in blocks for p in self._placed(b.block, b.rect.topLeft()) if p.lines]
        return sorted(placed, key=lambda p: (_LAYER[p.mark.shape], p.lane))

    def paint(self, painter: QPainter, placed: Iterable[PlacedMark]) -> None:
        for part in placed:
            self._painters[part.mark.shape](painter, part)
        for part in placed:
            self._paint_emphasis(painter, part)

    def marks_at(self, point: QPointF, blocks: Iterable[ShownBlock]) -> list[PaintedMark]:
        """The marks under a point, the shortest first."""
        under = {p.mark for p in self.place(blocks) if self._holds(p, point)}
        return sorted(under, key=lambda m: (m.end - m.start, m.start))

    def _holds(self, part: PlacedMark, point: QPointF) -> bool:
        local = point - part.origin
        return any(r.contains(local) for s in part.lines for r in self._boxes(part, s, lane=0))

    def _placed(self, block: QTextBlock, origin: QPointF) -> Iterator[PlacedMark]:
        if not self.index.marks:
            return
        table, first = self._document.table, block.position()
        em = block.charFormat().font().pixelSize()
        em = em if em > 0 else self._style.em
        for piece in table.between(first, first + block.length()):
            for mark in self.index.overlapping(piece.start, piece.end):
                start, end = max(mark.start, piece.start), min(mark.end, piece.end)
                for _, at, until in table.ranges(start, end):
                    lines = line_spans(block, at - first, until - first)
                    lane, begins = self.index.lanes[mark.id], start == mark.start
                    yield PlacedMark(mark, lane, origin, em, begins, lines)

    # Shapes

    def _colour(self, part: PlacedMark) -> QColor:
        colour = part.mark.colour
        return self._theme.code_colour(colour) if colour[:1] == "#" else self._theme.colour(colour)

    def _boxes(self, part: PlacedMark, span: LineSpan, lane: int) -> list[QRectF]:
        inset = lane * _INSET
        return span.rects(part.em * _ABOVE - inset, part.em * self._below - inset)

    def _each_box(self, part: PlacedMark) -> Iterator[QRectF]:
        for span in part.lines:
            for box in self._boxes(part, span, part.lane):
                yield box.translated(part.origin)

    def _paint_solid(self, painter: QPainter, part: PlacedMark) -> None:
        edge = self._theme.colour(f"{part.mark.colour}_edge")
        painter.setPen(QPen(blend(edge, self._colour(part), 0.45), 1))
        painter.setBrush(self._colour(part))
        for box in self._each_box(part):
            painter.drawRoundedRect(box, 3, 3)

    def _paint_hatched(self, painter: QPainter, part: PlacedMark) -> None:
        edge = self._theme.colour(f"{part.mark.colour}_edge")
        ground = blend(self._colour(part), self._theme.colour("page"), _HATCH)
        pen = QPen(edge, 1.2)
        pen.setDashPattern([3.0, 2.4])
        hatch = QBrush(blend(edge, ground, 0.32), Qt.BrushStyle.BDiagPattern)
        for box in self._each_box(part):
            painter.setPen(Qt.PenStyle.NoPen)
            for brush in (QBrush(ground), hatch):
                painter.setBrush(brush)
                painter.drawRoundedRect(box, 3, 3)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 3, 3)

    def _paint_band(self, painter: QPainter, part: PlacedMark) -> None:
        colour = part.mark.colour
        named = colour if colour[:1] == "#" else self._theme.colour(colour).name()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.code_colour(named))
        above, below = (part.em * reach for reach in _BAND)
        for span in part.lines:
            for box in span.rects(above - part.lane * 2.6, below - part.lane * 1.6):
                painter.drawRect(box.translated(part.origin))

    def _paint_line(self, painter: QPainter, part: PlacedMark) -> None:
        stroke = part.mark.stroke
        pen = QPen(self._colour(part), _WIDTHS.get(stroke, _LINE_WIDTH))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        ends = QPen(pen)
        if dashes := _DASHES.get(stroke):
            pen.setDashPattern(list(dashes))
        for span in part.lines:
            y = self._line_y(part, span)
            painter.setPen(pen)
            self._rule(painter, part, span, y)
            if stroke is Stroke.DOUBLE:
                self._rule(painter, part, span, y + 2.6)
            painter.setPen(ends)
            for x in (span.head, span.tail):
                if x is not None:
                    self._paint_end(painter, QPointF(x, y) + part.origin, stroke)

    def _paint_note(self, painter: QPainter, part: PlacedMark) -> None:
        pen = QPen(self._colour(part), 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.1, 2.0])
        painter.setPen(pen)
        for span in part.lines:
            self._rule(painter, part, span, self._line_y(part, span))

    def _line_y(self, part: PlacedMark, span: LineSpan) -> float:
        return span.baseline + part.em * self._below + 1.6 + part.lane * _STEP

    @staticmethod
    def _rule(painter: QPainter, part: PlacedMark, span: LineSpan, y: float) -> None:
        for left, right in span.boxes:
            line = QLineF(left + 1, y, right - 1, y)
            painter.drawLine(line.translated(part.origin))

    @staticmethod
    def _paint_end(painter: QPainter, at: QPointF, stroke: Stroke) -> None:
        if stroke is Stroke.CLOSED:
            painter.setBrush(painter.pen().color())
            painter.drawRect(QRectF(at.x() - 2, at.y() - 2, 4, 4))
        else:
            painter.drawLine(QPointF(at.x(), at.y() + 1), QPointF(at.x(), at.y() - _TICK))

    def _paint_emphasis(self, painter: QPainter, part: PlacedMark) -> None:
        chosen = part.mark.id in self.emphasis.selected
        if not chosen and part.mark.id not in self.emphasis.linked:
            return
        pen = QPen(self._theme.colour("focus_ring" if chosen else "tie"), 1.8 if chosen else 1.2)
        if not chosen:
            pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for span in part.lines:
            for box in self._boxes(part, span, lane=0):
                grown = box.translated(part.origin).adjusted(-1.5, -1.5, 1.5, 1.5)
                painter.drawRoundedRect(grown, 4, 4)


_LAYER: Final = {
    Shape.SOLID: 0,
    Shape.HATCHED: 0,
    Shape.BAND: 1,
    Shape.LINE: 2,
    Shape.NOTE: 2,
}
"""What is painted first lies deepest."""
