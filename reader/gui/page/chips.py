"""Chips: small labelled boxes that stand in the text where a character cannot be seen.

A chip is an image of our own, so that its letters reorder nothing; no `Piece` claims it, so that
offsets, selections and copies know nothing of it.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextImageFormat,
)

from reader.gui.kit.fonts import INTERFACE
from reader.gui.kit.theme import Theme
from reader.text.bidi import Invisible, Severity

CHIP_SCHEME: Final = "chip"
_SHARE: Final = 0.5
"""Of the reading size: how large a chip's letters are."""
_COLOURS: Final = {
    Severity.RED: ("danger", "danger_soft"),
    Severity.GREY: ("muted", "window"),
}
_PADDING: Final = 3.5
_GAP: Final = 1


def label_of(hidden: Invisible) -> str:
    """What a chip says: the abbreviation, or the number of a letter of another script."""
    return f"U+{ord(hidden.char):04X}" if hidden.name == "MIXED" else hidden.name


def name_in(address: str) -> str:
    """The name of the character that the address of a chip's image tells; else nothing."""
    scheme, _, path = address.partition(":")
    return path.split("/")[1] if scheme == CHIP_SCHEME else ""


class Chips:
    """The chips of one document."""

    scheme: Final = CHIP_SCHEME
    """Of the addresses of their images."""

    def __init__(self, theme: Theme, em: int) -> None:
        self._theme = theme
        self._font = QFont(INTERFACE)
        self._font.setPixelSize(max(9, round(em * _SHARE)))
        self._font.setWeight(QFont.Weight.DemiBold)
        self._metrics = QFontMetricsF(self._font)
        self._drawn: dict[str, QImage] = {}

    def format_of(self, hidden: Invisible, around: QTextCharFormat) -> QTextImageFormat:
        """The image that stands for a character, within text of that format."""
        label = label_of(hidden)
        size = self._size(label)
        form = QTextImageFormat()
        form.setFont(around.font())
        form.setName(f"{CHIP_SCHEME}:{hidden.severity}/{hidden.name}/{label}")
        form.setWidth(size.width())
        form.setHeight(size.height())
        return form

    def image(self, path: str) -> QImage:
        """The image of a chip by the path of its address."""
        if path not in self._drawn:
            severity, _, rest = path.partition("/")
            self._drawn[path] = self._draw(rest.partition("/")[2], Severity(severity))
        return self._drawn[path]

    def _size(self, label: str) -> QSize:
        width = self._metrics.horizontalAdvance(label) + 2 * (_PADDING + _GAP)
        return QSize(round(width), round(self._metrics.ascent() + 2))

    def _draw(self, label: str, severity: Severity) -> QImage:
        size, (ink, fill) = self._size(label), _COLOURS[severity]
        density = max(screen.devicePixelRatio() for screen in QGuiApplication.screens())
        drawn = QImage(size * density, QImage.Format.Format_ARGB32_Premultiplied)
        drawn.fill(Qt.GlobalColor.transparent)
        drawn.setDevicePixelRatio(density)
        box = QRectF(0, 0, size.width(), size.height()).adjusted(_GAP, 0.5, -_GAP, -0.5)
        with QPainter(drawn) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour(ink), 1))
            painter.setBrush(self._theme.colour(fill))
            painter.drawRoundedRect(box, 3, 3)
            painter.setFont(self._font)
            painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, label)
        return drawn
