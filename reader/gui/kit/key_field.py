"""The key of a code: pressed rather than typed, so that it is the same under any layout."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from reader.gui.kit.keys import latin_key

_WIDTH = 64
_CLEARING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class KeyField(QLineEdit):
    """Shows a key; takes the next digit or Latin letter that is pressed, by its place."""

    edited = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setFixedWidth(_WIDTH)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._is_locked = False

    def set_value(self, key: str) -> None:
        self.setText(key.upper())

    def set_locked(self, locked: bool) -> None:
        self._is_locked = locked

    def event(self, event: QEvent) -> bool:
        # Else a digit would be taken for a shortcut of the window.
        is_press = event.type() == QEvent.Type.ShortcutOverride
        if is_press and isinstance(event, QKeyEvent) and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_locked or not _is_ours(event):
            event.ignore()  # Tab, Escape and shortcuts go on to the window
            return
        self.edited.emit(_key_of(event))


def _is_ours(event: QKeyEvent) -> bool:
    return bool(_key_of(event)) or event.key() in _CLEARING


def _key_of(event: QKeyEvent) -> str:
    """The digit or small Latin letter that was pressed; empty for any other key."""
    held = event.modifiers() & ~(
        Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    )
    if held != Qt.KeyboardModifier.NoModifier:
        return ""
    for code in (event.key(), latin_key(event)):
        if 0 < code < 0x7F and chr(code).isalnum():
            return chr(code).lower()
    return ""
