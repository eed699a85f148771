"""Patterns as small pictures: laid side by side they are many times faster than dashed pens."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from reader.gui.page.mark_layout import Stroke

_DENSITY: Final = 2
"""Tiles are drawn for screens of this many pixels to the logical one."""
_HATCH: Final = 7
"""From one stroke of a hatching to the next, in pixels."""
_DASHES: Final = {
    Stroke.DASHED: (12, 2.0, ((0, 8),)),
    Stroke.DASH_DOT: (16, 2.0, ((0, 8), (11.5, 13.5))),
    Stroke.FAINT: (4, 1.3, ((0, 1.5),)),
}
"""Length of the pattern, width of the line, and from where to where it is drawn: in pixels."""
_DOTS: Final = 5
_DOT: Final = 1.1


def _tile(width: float, height: float) -> QPixmap:
    tile = QPixmap(round(width * _DENSITY), round(height * _DENSITY))
    tile.setDevicePixelRatio(_DENSITY)
    tile.fill(Qt.GlobalColor.transparent)
    return tile


def hatching(ground: QColor, stroke: QColor) -> QPixmap:
    """Slanting strokes on a ground."""
    size = float(_HATCH)
    tile = _tile(size, size)
    tile.fill(ground)
    with QPainter(tile) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(stroke, 1.3))
        for shift in (-size, 0.0, size):  # the neighbours' strokes reach into the corners
            painter.drawLine(QLineF(shift - 1, size + 1, shift + size + 1, -1))
    return tile


def dashes(stroke: Stroke, colour: QColor) -> QPixmap | None:
    """The pattern of a line; None where it has none."""
    if stroke not in _DASHES:
        return None
    length, width, drawn = _DASHES[stroke]
    tile = _tile(length, width)
    with QPainter(tile) as painter:
        for first, last in drawn:
            painter.fillRect(QRectF(first, 0, last - first, width), colour)
    return tile


def dots(colour: QColor) -> QPixmap:
    """A row of round dots."""
    tile = _tile(_DOTS, 2 * _DOT)
    with QPainter(tile) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(_DOTS / 2, _DOT), _DOT, _DOT)
    return tile
