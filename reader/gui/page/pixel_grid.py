"""The grid of the screen's own pixels: a thin line between two of them is a grey blur."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter


class PixelGrid:
    """Where the pixels are that a painter paints on, as long as it is not moved or scaled."""

    def __init__(self, painter: QPainter) -> None:
        onto = painter.deviceTransform()
        self._scale = abs(onto.m11()) or 1.0, abs(onto.m22()) or 1.0
        self._shift = onto.dx(), onto.dy()

    @property
    def pixel(self) -> float:
        """How large a pixel is, in those of the logical screen."""
        return 1 / self._scale[0]

    def snapped(self, box: QRectF) -> QRectF:
        """The box with its edges on the nearest edges of pixels, a pixel wide and high at least."""
        left, width = self._along(0, box.left(), box.width())
        top, height = self._along(1, box.top(), box.height())
        return QRectF(left, top, width, height)

    def _along(self, axis: int, start: float, length: float) -> tuple[float, float]:
        scale, shift = self._scale[axis], self._shift[axis]
        first = round(start * scale + shift)
        return (first - shift) / scale, max(1, round(length * scale)) / scale
