"""A field in which one types what is looked for."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from reader.gui.icons import icon
from reader.gui.theme import Theme
from reader.text.bidi import first_strong

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchField(QLineEdit):
    """A line with the sign of a search. It stands where its words begin; empty, as the interface.

    Enter and Escape are told, and reach nothing else.
    """

    entered = Signal(int)
    """Enter: 1; with Shift: -1."""
    left = Signal()
    """Escape."""

    def __init__(self, theme: Theme | None = None) -> None:
        super().__init__()
        self._sign = QAction(self)
        self._sign.setEnabled(False)
        self.addAction(self._sign, QLineEdit.ActionPosition.LeadingPosition)
        self.setClearButtonEnabled(True)
        self.textChanged.connect(self._align)
        self._align()
        if theme is not None:
            self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        self._sign.setIcon(icon("search", theme, "muted"))

    def sizeHint(self) -> QSize:
        return QSize(220, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(110, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        key = event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if key and cast(QKeyEvent, event).key() == Qt.Key.Key_Escape:
            event.accept()  # else it would be the window's, which leaves a panel by it
            if event.type() == QEvent.Type.KeyPress:
                self.left.emit()
            return True
        if key and self._is_nothing_to_take_back(cast(QKeyEvent, event)):
            event.ignore()  # the article's history has it
            return False
        return super().event(event)

    def _is_nothing_to_take_back(self, event: QKeyEvent) -> bool:
        """Whether a key asks for undo or redo, and nothing was typed here that it could mean."""
        keys = QKeySequence.StandardKey
        undo = event.matches(keys.Undo) and not self.isUndoAvailable()
        return undo or (event.matches(keys.Redo) and not self.isRedoAvailable())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.entered.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()

    def _align(self) -> None:
        # Qt puts words to the side where they begin, but an empty line to the left.
        plain = Qt.AlignmentFlag.AlignLeft
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        own = (Qt.AlignmentFlag.AlignRight if rtl else plain) | Qt.AlignmentFlag.AlignAbsolute
        side = plain if first_strong(self.text()) else own
        self.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
