"""What fields that are typed into share: where words stand, when they count, whose undo it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QElapsedTimer, QEvent, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from reader.text.bidi import first_strong

PAUSE: Final = 900
"""Milliseconds without a key after which half-typed words are taken over."""
LONGEST: Final = 5000
"""Milliseconds of typing without a pause after which words are taken over all the same."""

_STAYS: Final = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
"""Why the focus may leave a field to which it soon comes back."""


class AlignedLine(QLineEdit):
    """A line of words. It stands at the side where its words begin; empty, as the interface."""

    def __init__(self) -> None:
        super().__init__()
        self.textChanged.connect(self._align)
        self._align()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.home(False)  # words that are too long are read from their beginning

    def _align(self) -> None:
        # Qt puts words to the side where they begin, but an empty line to the left.
        plain = Qt.AlignmentFlag.AlignLeft
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        own = (Qt.AlignmentFlag.AlignRight if rtl else plain) | Qt.AlignmentFlag.AlignAbsolute
        side = plain if first_strong(self.text()) else own
        self.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)


class Pause(QTimer):
    """Runs out a moment after the last key, or under steady typing once it took too long.

    So much at most is lost with the power.
    """

    def __init__(self, parent: QWidget, take: Callable[[], None]) -> None:
        super().__init__(parent, singleShot=True)
        self._first = QElapsedTimer()
        self.timeout.connect(take)

    def key(self) -> None:
        """A key was pressed."""
        if not self.isActive():
            self._first.start()
        left = LONGEST - self._first.elapsed()
        self.start(max(0, min(PAUSE, left)))


def asks_for_history(event: QEvent) -> bool:
    """Whether a key asks for undo or redo: left to the article's history, and so ignored."""
    kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
    if event.type() not in kinds or not isinstance(event, QKeyEvent):
        return False
    keys = QKeySequence.StandardKey
    asked = event.matches(keys.Undo) or event.matches(keys.Redo)
    if asked:
        event.ignore()
    return asked
