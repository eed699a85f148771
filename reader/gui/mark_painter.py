"""Paints the marks under the text: boxes, bands and lines. The text itself is never formatted.

Only what is on the screen is looked at. Coordinates are those of the document, in pixels of the
logical screen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap

from reader.gui.document import ArticleDocument, ShownBlock
from reader.gui.document_style import Style
from reader.gui.mark_geometry import LineSpan
from reader.gui.mark_layout import MarkIndex, PaintedMark, Shape, Stroke
from reader.gui.mark_tiles import dashes, dots, hatching
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
_BAND_INSETS: Final = (2.6, 1.6)
_WIDTHS: Final = {Stroke.HEAVY: 3.4, Stroke.DOUBLE: 1.2, Stroke.FAINT: 1.3}
_WIDTH: Final = 2.0
_APART: Final = 2.6
_CLEAR: Final = 3.5
"""Room that an outline leaves below a line, in pixels."""
_HATCH_GROUND: Final = 0.55
_HATCH_STRENGTH: Final = 0.3
_EDGE_STRENGTH: Final = 0.45
_LAYERS: Final = {Shape.SOLID: 0, Shape.HATCHED: 0, Shape.BAND: 1, Shape.LINE: 2, Shape.NOTE: 2}
"""What is painted first lies deepest."""


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
    ends: bool
    lines: list[LineSpan]

    @property
    def height(self) -> float:
        """Of the middle of its first line."""
        return self.origin.y() + self.lines[0].baseline - self.em * 0.3


class MarkPainter:
    """Paints the marks of one document."""

    def __init__(self, document: ArticleDocument, style: Style) -> None:
        self._document = document
        self._em = style.em
        self._theme = style.theme
        self.index = MarkIndex()
        self.emphasis = Emphasis()
        # As deep as the tail of a jeem, so that no line runs through the letters.
        metrics = QFontMetricsF(style.typography.font())
        self._below = metrics.tightBoundingRect("ج").bottom() / style.em
        self._hatch = cache(self._make_hatch)
        self._pattern = cache(self._make_pattern)
        self._painters: dict[Shape, Callable[[QPainter, PlacedMark], None]] = {
            Shape.SOLID: self._paint_solid,
            Shape.HATCHED: self._paint_hatched,
            Shape.BAND: self._paint_band,
            Shape.LINE: self._paint_line,
            Shape.NOTE: self._paint_note,
        }

    def place(self, blocks: Iterable[ShownBlock]) -> list[PlacedMark]:
        """The marks that stand in these blocks, in the order of painting."""
        placed = [part for shown in blocks for part in self._placed(shown)]
        return sorted(placed, key=lambda p: (_LAYERS[p.mark.shape], p.lane))

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

    def _placed(self, shown: ShownBlock) -> Iterator[PlacedMark]:
        if not self.index.items:
            return
        em = shown.block.charFormat().font().pixelSize()
        em = em if em > 0 else self._em
        for first, last in self._document.visible(shown):
            for mark in self.index.overlapping(first, last):
                start, end = max(mark.start, first), min(mark.end, last)
                if lines := self._document.line_spans(shown, start, end):
                    yield PlacedMark(
                        mark,
                        self.index.lanes[mark.id],
                        shown.rect.topLeft(),
                        em,
                        begins=start == mark.start,
                        ends=end == mark.end,
                        lines=lines,
                    )

    # Colours and patterns

    def _colour(self, part: PlacedMark) -> QColor:
        """The colour of a mark: a code's own, or a role's."""
        colour = part.mark.colour
        return QColor(colour) if colour[:1] == "#" else self._theme.colour(colour)

    def _edge(self, part: PlacedMark) -> QColor:
        return self._theme.colour(f"{part.mark.colour}_edge")

    def _make_hatch(self, role: str) -> QPixmap:
        ground, edge = self._theme.colour(role), self._theme.colour(f"{role}_edge")
        page = self._theme.colour("page")
        return hatching(blend(ground, page, _HATCH_GROUND), blend(edge, ground, _HATCH_STRENGTH))

    def _make_pattern(self, shape: Shape, stroke: Stroke, role: str) -> QPixmap | None:
        """The pattern of a line; None where it has none."""
        colour = self._theme.colour(role)
        return dots(colour) if shape is Shape.NOTE else dashes(stroke, colour)

    # Boxes

    def _boxes(self, part: PlacedMark, span: LineSpan, lane: int) -> list[QRectF]:
        inset = lane * _INSET
        return span.rects(part.em * _ABOVE - inset, part.em * self._below - inset)

    def _each_box(self, part: PlacedMark) -> Iterator[QRectF]:
        for span in part.lines:
            for box in self._boxes(part, span, part.lane):
                yield box.translated(part.origin)

    def _paint_solid(self, painter: QPainter, part: PlacedMark) -> None:
        painter.setPen(QPen(blend(self._edge(part), self._colour(part), _EDGE_STRENGTH), 1))
        painter.setBrush(self._colour(part))
        for box in self._each_box(part):
            painter.drawRoundedRect(box, 3, 3)

    def _paint_hatched(self, painter: QPainter, part: PlacedMark) -> None:
        tile = self._hatch(part.mark.colour)
        pen = QPen(self._edge(part), 1)
        pen.setDashPattern([3.0, 2.0])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for box in self._each_box(part):
            aligned = QRectF(box.toAlignedRect())
            painter.drawTiledPixmap(aligned, tile)
            painter.drawRect(aligned.adjusted(0, 0, -1, -1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _paint_band(self, painter: QPainter, part: PlacedMark) -> None:
        colour = self._theme.code_colour(self._colour(part).name())
        above, below = (
            part.em * reach - part.lane * inset
            for reach, inset in zip(_BAND, _BAND_INSETS, strict=True)
        )
        for span in part.lines:
            for box in span.rects(above, below):
                painter.fillRect(box.translated(part.origin), colour)

    # Lines

    def _line_y(self, part: PlacedMark, span: LineSpan) -> float:
        return span.baseline + part.em * self._below + 1.6 + part.lane * _STEP

    def _paint_line(self, painter: QPainter, part: PlacedMark) -> None:
        width = _WIDTHS.get(part.mark.stroke, _WIDTH)
        for span in part.lines:
            y = self._line_y(part, span)
            self._rule(painter, part, span, y, width)
            if part.mark.stroke is Stroke.DOUBLE:
                self._rule(painter, part, span, y + _APART, width)
        if part.begins:
            first = part.lines[0]
            self._paint_end(painter, part, QPointF(first.head, self._line_y(part, first)), width)
        if part.ends:
            last = part.lines[-1]
            self._paint_end(painter, part, QPointF(last.tail, self._line_y(part, last)), width)

    def _paint_note(self, painter: QPainter, part: PlacedMark) -> None:
        for span in part.lines:
            self._rule(painter, part, span, self._line_y(part, span), _WIDTH)

    def _rule(
        self, painter: QPainter, part: PlacedMark, span: LineSpan, y: float, width: float
    ) -> None:
        """Draw one line's length of a line whose middle is at `y`."""
        tile = self._pattern(part.mark.shape, part.mark.stroke, part.mark.colour)
        for left, right in span.boxes:
            box = QRectF(left + 1, y - width / 2, right - left - 2, width)
            if tile is None:
                painter.fillRect(box.translated(part.origin), self._colour(part))
            else:
                box.setHeight(tile.deviceIndependentSize().height())
                painter.drawTiledPixmap(box.translated(part.origin), tile)

    def _paint_end(self, painter: QPainter, part: PlacedMark, at: QPointF, width: float) -> None:
        """Close a claim's line: a tick upwards, or a square where it is concluded."""
        at += part.origin
        if part.mark.stroke is Stroke.CLOSED:
            end = QRectF(at.x() - 2, at.y() - 2, 4, 4)
        else:
            end = QRectF(at.x() - 0.8, at.y() - _TICK, 1.6, _TICK + width / 2)
        painter.fillRect(end, self._colour(part))

    # Emphasis

    def _paint_emphasis(self, painter: QPainter, part: PlacedMark) -> None:
        chosen = part.mark.id in self.emphasis.selected
        if not chosen and part.mark.id not in self.emphasis.linked:
            return
        pen = QPen(self._theme.colour("focus_ring" if chosen else "tie"), 1.8 if chosen else 1.2)
        if not chosen:
            pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        is_line = part.mark.shape in (Shape.LINE, Shape.NOTE)
        deep = part.lane * _STEP + _CLEAR if is_line else 0
        for span in part.lines:
            for box in self._boxes(part, span, lane=0):
                grown = box.translated(part.origin).adjusted(-2, -1.5, 2, 1.5 + deep)
                painter.drawRoundedRect(grown, 4, 4)
