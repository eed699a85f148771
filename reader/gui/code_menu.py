"""The codes of the codebook, to pick one for a highlight with one key."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from reader.gui.palette import Palette, Row
from reader.model.library import Code, Codebook
from reader.model.summary import Language

_SWATCH = 14


class CodeMenu(Palette):
    """A palette of codes, each with its colour and key; Enter takes the first."""

    def __init__(
        self,
        codebook: Codebook,
        language: Language,
        chosen: Callable[[Code], None],
        parent: QWidget,
    ) -> None:
        codes = (code for code in codebook.codes if not code.retired)
        rows = [
            Row(
                code.labels.get(language) or code.slug,
                partial(chosen, code),
                key=code.key,
                icon=swatch(code.colour),
            )
            for code in sorted(codes, key=lambda code: code.order)
        ]
        super().__init__(rows, parent)


def swatch(colour: str) -> QIcon:
    """The colour of a code, `#rrggbb`, as a small square."""
    drawn = QPixmap(_SWATCH * 2, _SWATCH * 2)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(2, 2, _SWATCH * 2 - 4, _SWATCH * 2 - 4, 6, 6)
    painter.end()
    drawn.setDevicePixelRatio(2)
    return QIcon(drawn)
