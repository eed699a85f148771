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
        self._waits = False
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

    def show_state(self, state: SaveState | None, *, half_typed: bool = False) -> None:
        """Show a state; None where nothing is open.

        Args:
            state: of what was changed.
            half_typed: words wait in a field, so that not all is saved that is seen.
        """
        self._state = state
        self._waits = half_typed and state is SaveState.SAVED
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
        name, role = _LOOKS[SaveState.PENDING if self._waits else self._state]
        sign = icon(name, self._theme, role=role)
        self._sign.setPixmap(sign.pixmap(QSize(16, 16), self.devicePixelRatioF()))
        self._words.setText(self._text(self._state))
        self.setAccessibleName(self._words.text())

    def _text(self, state: SaveState) -> str:
        if self._waits:
            return self.tr("Not saved yet")
        return {
            SaveState.SAVED: self.tr("Changes saved"),
            SaveState.PENDING: self.tr("Saving…"),
            SaveState.SAVING: self.tr("Saving…"),
            SaveState.FAILED: self.tr("Changes not saved"),
            SaveState.READ_ONLY: self.tr("Read-only"),
        }[state]
