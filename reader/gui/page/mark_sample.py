"""A small sample of how a mark is painted, for lists: by the same brush as in the text."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from reader.gui.kit.fonts import interface_font
from reader.gui.kit.theme import Theme
from reader.gui.page.mark_brush import MarkBrush, PlacedMark
from reader.gui.page.mark_geometry import LineSpan
from reader.gui.page.mark_layout import PaintedMark, Shape

_EM: Final = 12.0
"""The size of the letters that a sample is for, in pixels."""
_BASELINES: Final = {Shape.SOLID: 3.0, Shape.HATCHED: 3.0, Shape.BAND: 0.0, Shape.WAITING: 3.0}
"""How far below the middle of a sample its letters would stand; lines need no room for those."""
_LINE: Final = -4.5
_BAND_EM: Final = 20.0


def paint_sample(painter: QPainter, rect: QRectF, mark: PaintedMark, theme: Theme) -> None:
    """Paint a sample into the middle of `rect`."""
    y = rect.center().y() + _BASELINES.get(mark.shape, _LINE)
    left, right = rect.left() + 1, rect.right() - 1
    em = _BAND_EM if mark.shape is Shape.BAND else _EM
    if mark.moved:  # room for the sign over it
        y, em = rect.center().y() + 4, em * 0.75
    line = LineSpan(((left, right),), y, right, left)
    whole = PlacedMark(mark, 0, QPointF(), em, begins=True, ends=True, lines=[line])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _brush(theme.name).paint(painter, [whole])
    painter.restore()


@lru_cache(maxsize=4)
def _brush(theme: str) -> MarkBrush:
    return MarkBrush(Theme.load(theme), interface_font(), _EM)
