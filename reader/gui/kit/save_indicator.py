"""Whether what is on the screen is on the disk: always to be seen, and true."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from reader.gui.kit.icons import icon
from reader.gui.kit.theme import Theme
from reader.model.library import SaveState

_LOOKS = {
    SaveState.SAVED: ("circle-check", "success"),
    SaveState.PENDING: ("loader-circle", "muted"),
    SaveState.SAVING: ("loader-circle", "muted"),
    SaveState.FAILED: ("save-off", "danger"),
    SaveState.READ_ONLY: ("lock", "warning"),
}


class SaveIndicator(QWidget):
    """A few words and a sign at the foot of the window."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state: SaveState | None = None
        self._sign = QLabel()
        self._words = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(2)
        row.addWidget(self._sign)
        row.addWidget(self._words)
        self.hide()

    @property
    def text(self) -> str:
        return self._words.text()

    def show_state(self, state: SaveState | None) -> None:
        """Show a state; None where nothing is open."""
        self._state = state
        self._renew()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._renew()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._renew()
        super().changeEvent(event)

    def _renew(self) -> None:
        self.setVisible(self._state is not None)
        if self._state is None:
            self._words.clear()
            return
        name, role = _LOOKS[self._state]
        sign = icon(name, self._theme, role=role)
        self._sign.setPixmap(sign.pixmap(QSize(16, 16), self.devicePixelRatioF()))
        self._words.setText(self._text(self._state))
        self.setAccessibleName(self._words.text())

    def _text(self, state: SaveState) -> str:
        return {
            SaveState.SAVED: self.tr("Changes saved"),
            SaveState.PENDING: self.tr("Saving…"),
            SaveState.SAVING: self.tr("Saving…"),
            SaveState.FAILED: self.tr("Changes not saved"),
            SaveState.READ_ONLY: self.tr("Read-only"),
        }[state]
