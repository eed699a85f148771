"""The codes of the codebook, to pick one for a highlight with one key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from reader.gui.keys import latin_key
from reader.model.library import Code, Codebook
from reader.model.summary import Language

_SWATCH = 14


class CodeMenu(QMenu):
    """A menu of codes, each with its colour and key; Enter takes the first."""

    def __init__(
        self,
        codebook: Codebook,
        language: Language,
        chosen: Callable[[Code], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._chosen = chosen
        self._codes = sorted(
            (code for code in codebook.codes if not code.retired), key=lambda code: code.order
        )
        for code in self._codes:
            # A menu shows what follows a tab where shortcuts stand.
            label = code.labels.get(language) or code.slug
            text = f"{label.replace('&', '&&')}\t{code.key}"
            action = self.addAction(swatch(code.colour), text)
            action.triggered.connect(lambda _=False, code=code: chosen(code))

    def pop_up(self, at: QPoint) -> None:
        """Show it at a place of the screen, the first code picked."""
        if self.actions():
            self.setActiveAction(self.actions()[0])
            self.popup(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = {event.key(), latin_key(event)} - {0}
        for code in self._codes:
            if len(code.key) == 1 and ord(code.key.upper()) in pressed:
                self.close()
                self._chosen(code)
                return
        super().keyPressEvent(event)


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
