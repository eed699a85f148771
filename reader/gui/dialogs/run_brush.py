"""How the differences of a comparison look: each kind by a shape of its own, and a colour.

Who sees no colours tells them apart all the same: inserted words are underlined, deleted ones
struck through, moved ones in dots, changed numbers bold in a frame, other spellings on a wave.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from reader.gui.kit.theme import Theme
from reader.model.comparison import RunKind

KINDS: Final[tuple[RunKind, ...]] = tuple(kind for kind in RunKind if kind is not RunKind.SAME)
_GROUND: Final = 0.16
"""How much of its colour lies under a run."""
_ABOVE: Final = 0.86
_BELOW: Final = 0.34
"""How far a run's box reaches over and under the baseline, in ems."""
_STRUCK: Final = 0.28
"""How high over the baseline a line strikes words through, in ems."""
_LINE: Final = 2.0
_THIN: Final = 1.3
"""Of lines and of frames, in pixels of the logical screen."""
_WAVE: Final = 2.5
"""Half the length of a wave, in pixels."""
_WHOLE: Final[tuple[RunKind, ...]] = (RunKind.INSERTED, RunKind.DELETED, RunKind.NUMBER)
"""Kinds that have a ground."""


class RunBrush:
    """Paints what lies under the letters of a run, and what lies over them.

    Args:
        theme: gives the colours.
        em: the size of the letters, in pixels of the logical screen.
    """

    def __init__(self, theme: Theme, em: float) -> None:
        self._em = em
        page = theme.colour("page")
        self._lines: dict[RunKind, QColor] = {kind: theme.colour(f"run_{kind}") for kind in KINDS}
        self._grounds = {
            kind: theme.under_letters(self._lines[kind], page, _GROUND) for kind in _WHOLE
        }

    def under(self, painter: QPainter, kind: RunKind, box: tuple[float, float], y: float) -> None:
        """Paint the ground of a box.

        Args:
            painter: of the cell.
            kind: of the run.
            box: left and right.
            y: of the baseline.
        """
        if kind in self._grounds:
            painter.fillRect(self._rect(box, y), self._grounds[kind])

    def over(self, painter: QPainter, kind: RunKind, box: tuple[float, float], y: float) -> None:
        """Paint the sign of a kind on a box. See `under`."""
        pen = QPen(self._lines[kind], _LINE)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        low = y + self._em * 0.2
        match kind:
            case RunKind.INSERTED:
                painter.setPen(pen)
                painter.drawLine(QPointF(box[0], low), QPointF(box[1], low))
            case RunKind.DELETED:
                pen.setWidthF(_THIN)  # what was deleted is to be read all the same
                painter.setPen(pen)
                high = y - self._em * _STRUCK
                painter.drawLine(QPointF(box[0], high), QPointF(box[1], high))
            case RunKind.FORMAT:
                pen.setWidthF(_THIN)
                painter.setPen(pen)
                painter.drawPath(_wave(box[0], box[1], low))
            case RunKind.MOVED:
                pen.setWidthF(_THIN)
                pen.setStyle(Qt.PenStyle.DotLine)
                painter.setPen(pen)
                painter.drawRect(self._rect(box, y).adjusted(0.5, 0.5, -0.5, -0.5))
            case RunKind.NUMBER:
                pen.setWidthF(_THIN)
                painter.setPen(pen)
                painter.drawRoundedRect(self._rect(box, y).adjusted(-1, 0, 1, 0), 3, 3)

    def _rect(self, box: tuple[float, float], y: float) -> QRectF:
        left, right = box
        return QRectF(left, y - self._em * _ABOVE, right - left, self._em * (_ABOVE + _BELOW))


def _wave(left: float, right: float, y: float) -> QPainterPath:
    path = QPainterPath(QPointF(left, y))
    x, up = left, True
    while x < right:
        end = min(x + 2 * _WAVE, right)
        path.quadTo(QPointF((x + end) / 2, y + (-_WAVE if up else _WAVE)), QPointF(end, y))
        x, up = end, not up
    return path


def sample(kind: RunKind, words: str, font: QFont, theme: Theme, scale: float) -> QPixmap:
    """Words as a run of a kind looks, for a legend."""
    font = QFont(font)
    font.setBold(kind is RunKind.NUMBER)
    metrics = QFontMetricsF(font)
    em = float(font.pixelSize())
    width, height = metrics.horizontalAdvance(words), em * 1.7
    picture = QPixmap(QSize(round((width + 6) * scale), round(height * scale)))
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    brush, box, y = RunBrush(theme, em), (3.0, 3.0 + width), em * 1.15
    brush.under(painter, kind, box, y)
    painter.setPen(theme.colour("ink"))
    painter.setFont(font)
    painter.drawText(QPointF(box[0], y), words)
    brush.over(painter, kind, box, y)
    painter.end()
    return picture
