"""How each shape of a mark is painted: boxes, bands and lines, in the text and in samples of it.

Coordinates are pixels of the logical screen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from reader.gui.kit.theme import Theme, blend
from reader.gui.page.mark_geometry import LineSpan
from reader.gui.page.mark_layout import PaintedMark, Shape, Stroke
from reader.gui.page.mark_tiles import dashes, dots, hatching
from reader.gui.page.pixel_grid import PixelGrid

_ABOVE: Final = 0.84
"""How far a box reaches over the baseline: as high as an alef, in ems."""
_INSET: Final = 2.5
"""By this much each lane's box is lower than the one around it, in pixels."""
_NARROWING: Final = 1.5
"""By this much each lane's box is narrower at either end, in pixels."""
_FIRST: Final = 2.2
"""How far below the letters the middle of the first lane's line is, in pixels."""
_STEP: Final = 4.6
"""By this much each lane's line lies deeper, in pixels."""
_TICK: Final = (1.6, 4.0)
"""How wide a claim's tick is, and how far it rises over the line's middle, in pixels."""
_SQUARE: Final = 6.0
"""The side of the square that closes the line of a concluded claim, in pixels."""
_BAND: Final = (0.30, 0.26)
"""How far a band reaches over and under the baseline, in ems."""
_BAND_INSETS: Final = (2.6, 1.6)
_BAND_END: Final = 1.4
_RULE: Final = ((-1.0, 2.0),)
_RULES: Final = {
    Stroke.HEAVY: ((-2.0, 4.0),),
    Stroke.DOUBLE: ((-2.0, 1.0), (1.0, 1.0)),
    Stroke.FAINT: ((-0.7, 1.4),),
}
"""The rules that a line consists of: top, from the line's middle, and thickness; in pixels."""
_CLEAR: Final = 5.0
"""Room that an outline leaves below a line, in pixels."""
_HATCH_GROUND: Final = 0.55
_HATCH_STRENGTH: Final = 0.3
_LAYERS: Final = {
    Shape.SOLID: 0,
    Shape.HATCHED: 0,
    Shape.BAND: 1,
    Shape.LINE: 2,
    Shape.NOTE: 2,
    Shape.WAITING: 3,
}
"""What is painted first lies deepest."""
_WAITING: Final = (2.0, (3.0, 2.0))
"""How thick the dashes of an empty box are, in pixels; their lengths and gaps, in thicknesses."""
_MOVED: Final = (7.0, 5.0)
"""The width and height of the sign over a mark that was moved, in pixels."""


class PlacedMark(NamedTuple):
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


class MarkBrush:
    """Paints marks in the colours of a theme, for letters of one face."""

    def __init__(self, theme: Theme, font: QFont, em: float) -> None:
        self._theme = theme
        # As deep as the tail of a jeem, so that no line runs through the letters.
        self._below = QFontMetricsF(font).tightBoundingRect("ج").bottom() / em
        self._hatch = cache(self._make_hatch)
        self._pattern = cache(self._make_pattern)
        self._band = cache(self._make_band)
        self._painters: dict[Shape, Callable[[QPainter, PixelGrid, PlacedMark], None]] = {
            Shape.SOLID: self._paint_solid,
            Shape.HATCHED: self._paint_hatched,
            Shape.BAND: self._paint_band,
            Shape.LINE: self._paint_claim,
            Shape.NOTE: self._paint_rules,
            Shape.WAITING: self._paint_waiting,
        }

    @staticmethod
    def in_order(parts: Iterable[PlacedMark]) -> list[PlacedMark]:
        """The parts in the order of painting."""
        return sorted(parts, key=lambda part: (_LAYERS[part.mark.shape], part.lane))

    def paint(self, painter: QPainter, placed: Iterable[PlacedMark]) -> None:
        grid = PixelGrid(painter)
        for part in placed:
            self._painters[part.mark.shape](painter, grid, part)
            if part.mark.moved and part.begins:
                self._paint_moved(painter, part)

    def outline(self, painter: QPainter, part: PlacedMark, *, chosen: bool) -> None:
        """Draw a line round a mark: it is the one chosen, or linked to it."""
        pen = QPen(self._theme.colour("focus_ring" if chosen else "tie"), 1.8 if chosen else 1.2)
        if not chosen:
            pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        is_line = part.mark.shape in (Shape.LINE, Shape.NOTE)
        deep = part.lane * _STEP + _CLEAR if is_line else 0
        for span in part.lines:
            for box in self.boxes(part, span):
                grown = box.translated(part.origin).adjusted(-2, -1.5, 2, 1.5 + deep)
                painter.drawRoundedRect(grown, 4, 4)

    def boxes(self, part: PlacedMark, span: LineSpan, lane: int = 0) -> list[QRectF]:
        """What a mark in a lane covers of one line, from its block's own corner."""
        inset = lane * _INSET
        return span.rects(part.em * _ABOVE - inset, part.em * self._below - inset)

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
        strokes = self._theme.under_letters(edge, ground, _HATCH_STRENGTH)
        return hatching(blend(ground, page, _HATCH_GROUND), strokes)

    def _make_pattern(self, shape: Shape, stroke: Stroke, role: str) -> QPixmap | None:
        """The pattern of a line; None where it has none."""
        colour = self._theme.colour(role)
        return dots(colour) if shape is Shape.NOTE else dashes(stroke, colour)

    def _make_band(self, colour: str) -> tuple[QColor, QColor]:
        """The colour of a highlight's band, and that of its ends."""
        return self._theme.code_colour(colour), self._theme.as_line(QColor(colour))

    # Boxes

    def _each_box(self, part: PlacedMark) -> Iterator[QRectF]:
        aside = part.lane * _NARROWING
        for span in part.lines:
            for box in self.boxes(part, span, part.lane):
                yield box.translated(part.origin).adjusted(aside, 0, -aside, 0)

    def _paint_solid(self, painter: QPainter, grid: PixelGrid, part: PlacedMark) -> None:
        painter.setPen(QPen(self._edge(part), grid.pixel))
        painter.setBrush(self._colour(part))
        half = grid.pixel / 2  # a pen draws to both sides of its path
        for box in self._each_box(part):
            painter.drawRoundedRect(grid.snapped(box).adjusted(half, half, -half, -half), 3, 3)

    def _paint_hatched(self, painter: QPainter, grid: PixelGrid, part: PlacedMark) -> None:
        tile = self._hatch(part.mark.colour)
        pen = QPen(self._edge(part), grid.pixel)
        pen.setDashPattern([3.0, 2.0])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for box in self._each_box(part):
            aligned = grid.snapped(box)
            painter.drawTiledPixmap(aligned, tile)
            painter.drawRect(aligned.adjusted(0, 0, -grid.pixel, -grid.pixel))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _paint_waiting(self, painter: QPainter, grid: PixelGrid, part: PlacedMark) -> None:
        """Nothing lies under the letters: as long as nobody has said so, it is no mark of this."""
        thickness, pattern = _WAITING
        pen = QPen(self._colour(part), thickness, Qt.PenStyle.CustomDashLine)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern(list(pattern))
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = thickness / 2
        for box in self._each_box(part):
            painter.drawRect(grid.snapped(box).adjusted(half, half, -half, -half))

    def _paint_moved(self, painter: QPainter, part: PlacedMark) -> None:
        """A small arrow head over the first letter, that points down at it."""
        width, height = _MOVED
        span = part.lines[0]
        left = part.origin.x() + _inside(span, span.head, width)
        tip = part.origin.y() + span.baseline - part.em * _ABOVE
        arrow = [(left, tip - height), (left + width, tip - height), (left + width / 2, tip)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("tie"))
        painter.drawPolygon([QPointF(x, y) for x, y in arrow])

    def _paint_band(self, painter: QPainter, grid: PixelGrid, part: PlacedMark) -> None:
        colour, edge = self._band(self._colour(part).name())
        above, below = (
            part.em * reach - part.lane * inset
            for reach, inset in zip(_BAND, _BAND_INSETS, strict=True)
        )
        for span in part.lines:
            for box in span.rects(above, below):
                painter.fillRect(box.translated(part.origin), colour)
        # Its ends are darker, so that one within another of its own colour can be seen.
        for span, x in _ends(part):
            end = QRectF(_inside(span, x, _BAND_END), span.baseline - above, _BAND_END, 0)
            end.setHeight(above + below)
            painter.fillRect(grid.snapped(end.translated(part.origin)), edge)

    # Lines

    def _line_y(self, part: PlacedMark, span: LineSpan) -> float:
        """The middle of the line under a stretch."""
        return span.baseline + part.em * self._below + _FIRST + part.lane * _STEP

    def _paint_claim(self, painter: QPainter, grid: PixelGrid, part: PlacedMark) -> None:
        self._paint_rules(painter, grid, part)
        for span, x in _ends(part):
            end = self._end(part, span, x).translated(part.origin)
            painter.fillRect(grid.snapped(end), self._colour(part))

    def _paint_rules(self, painter: QPainter, grid: PixelGrid, part: PlacedMark) -> None:
        tile = self._pattern(part.mark.shape, part.mark.stroke, part.mark.colour)
        for top, thickness in _RULES.get(part.mark.stroke, _RULE):
            height = tile.deviceIndependentSize().height() if tile else thickness
            for span in part.lines:
                y = self._line_y(part, span) + top
                for left, right in span.boxes:
                    box = QRectF(left + 1, y, max(right - left - 2, 1), height)
                    box = grid.snapped(box.translated(part.origin))
                    if tile is None:
                        painter.fillRect(box, self._colour(part))
                    else:
                        painter.drawTiledPixmap(box, tile)

    def _end(self, part: PlacedMark, span: LineSpan, x: float) -> QRectF:
        """What closes a claim's line: a tick upwards, or a square where it is concluded."""
        y = self._line_y(part, span)
        if part.mark.stroke is Stroke.CLOSED:
            return QRectF(_inside(span, x, _SQUARE), y - _SQUARE / 2, _SQUARE, _SQUARE)
        width, rise = _TICK
        return QRectF(_inside(span, x, width), y - rise, width, rise + 1)


def _ends(part: PlacedMark) -> Iterator[tuple[LineSpan, float]]:
    """Where the mark begins and ends, as far as it does so here: the line's part, and the x."""
    if part.begins:
        yield part.lines[0], part.lines[0].head
    if part.ends:
        yield part.lines[-1], part.lines[-1].tail


def _inside(span: LineSpan, x: float, width: float) -> float:
    """The left of something that wide that stands at an edge of the stretch, inside it."""
    at_right = any(abs(right - x) < 0.5 for _, right in span.boxes)
    return x - width if at_right else x
