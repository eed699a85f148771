"""A field in which one types what is looked for."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from reader.gui.kit.icons import icon
from reader.gui.kit.theme import Theme
from reader.gui.kit.writing import AlignedLine

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchField(AlignedLine):
    """A line with the sign of a search.

    Enter is told, and reaches nothing else. Escape takes the words back; where there are none it
    is the window's.
    """

    entered = Signal(int)
    """Enter: 1; with Shift: -1."""
    descended = Signal()
    """The arrow down: to what was found."""

    def __init__(self) -> None:
        super().__init__()
        self._sign = QAction(self)
        self._sign.setEnabled(False)
        self.addAction(self._sign, QLineEdit.ActionPosition.LeadingPosition)
        self.setClearButtonEnabled(True)
        [self._clear] = [action for action in self.findChildren(QAction) if action != self._sign]

    def set_theme(self, theme: Theme) -> None:
        self._sign.setIcon(icon("search", theme, "muted"))
        self._clear.setIcon(icon("x", theme, "muted"))

    def sizeHint(self) -> QSize:
        return QSize(220, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(110, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        key = event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if key and cast(QKeyEvent, event).key() == Qt.Key.Key_Escape:
            return self._escape(cast(QKeyEvent, event))
        if key and self._is_nothing_to_take_back(cast(QKeyEvent, event)):
            event.ignore()  # the article's history has it
            return False
        return super().event(event)

    def _escape(self, event: QKeyEvent) -> bool:
        """Whether Escape was for this field."""
        event.setAccepted(bool(self.text()))
        if event.isAccepted() and event.type() == QEvent.Type.KeyPress:
            self.clear()
        return event.isAccepted()

    def _is_nothing_to_take_back(self, event: QKeyEvent) -> bool:
        """Whether a key asks for undo or redo, and nothing was typed here that it could mean."""
        keys = QKeySequence.StandardKey
        undo = event.matches(keys.Undo) and not self.isUndoAvailable()
        return undo or (event.matches(keys.Redo) and not self.isRedoAvailable())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.entered.emit(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Down:
            self.descended.emit()
        else:
            super().keyPressEvent(event)
