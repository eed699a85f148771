"""A small sample of how a mark is painted, for lists: the shapes and colours of the text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from reader.gui.mark_layout import PaintedMark, Shape
from reader.gui.theme import Theme

HEIGHT: Final = 12.0
"""Of a sample, in pixels."""


def paint_sample(painter: QPainter, rect: QRectF, mark: PaintedMark, theme: Theme) -> None:
    """Paint a sample into the middle of `rect`."""
    box = QRectF(rect.left() + 1, rect.center().y() - HEIGHT / 2, rect.width() - 2, HEIGHT)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _SAMPLES[mark.shape](painter, box, mark, theme)
    painter.restore()


def _colour(mark: PaintedMark, theme: Theme) -> QColor:
    is_code = mark.colour.startswith("#")
    return theme.code_colour(mark.colour) if is_code else theme.colour(mark.colour)


def _solid(painter: QPainter, box: QRectF, mark: PaintedMark, theme: Theme) -> None:
    painter.setPen(QPen(theme.colour(f"{mark.colour}_edge"), 1))
    painter.setBrush(_colour(mark, theme))
    painter.drawRoundedRect(box, 3, 3)


def _hatched(painter: QPainter, box: QRectF, mark: PaintedMark, theme: Theme) -> None:
    edge = theme.colour(f"{mark.colour}_edge")
    painter.fillRect(box, _colour(mark, theme))
    pen = QPen(edge, 1.2)
    pen.setDashPattern([3.0, 2.4])
    painter.setPen(pen)
    painter.setBrush(QBrush(edge, Qt.BrushStyle.BDiagPattern))
    painter.drawRoundedRect(box, 3, 3)


def _band(painter: QPainter, box: QRectF, mark: PaintedMark, theme: Theme) -> None:
    painter.fillRect(box.adjusted(0, HEIGHT * 0.3, 0, 0), _colour(mark, theme))


def _line(painter: QPainter, box: QRectF, mark: PaintedMark, theme: Theme) -> None:
    painter.setPen(QPen(_colour(mark, theme), 2.2))
    painter.drawLine(QLineF(box.left(), box.bottom() - 2, box.right(), box.bottom() - 2))


def _note(painter: QPainter, box: QRectF, mark: PaintedMark, theme: Theme) -> None:
    pen = QPen(_colour(mark, theme), 2)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.1, 2.0])
    painter.setPen(pen)
    painter.drawLine(QLineF(box.left(), box.bottom() - 2, box.right(), box.bottom() - 2))


_SAMPLES: Final[dict[Shape, Callable[[QPainter, QRectF, PaintedMark, Theme], None]]] = {
    Shape.SOLID: _solid,
    Shape.HATCHED: _hatched,
    Shape.BAND: _band,
    Shape.LINE: _line,
    Shape.NOTE: _note,
}
