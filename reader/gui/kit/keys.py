"""Shortcuts under a keyboard layout that has no Latin letters.

With the layout `ar` alone Ctrl+Z arrives as Ctrl+ئ and fires nothing. The physical key is known
all the same: it is mapped to the letter that it bears in Latin, and offered once more.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

_ROWS = {10: "1234567890-=", 24: "QWERTYUIOP", 38: "ASDFGHJKL", 52: "ZXCVBNM,"}
_EVDEV = {first + i: ord(key) for first, keys in _ROWS.items() for i, key in enumerate(keys)}
"""X11 and Wayland scan codes (evdev's + 8) -> Latin letters, digits and the signs of shortcuts."""

_WINDOWS_SIGNS = {0xBB: ord("="), 0xBC: ord(","), 0xBD: ord("-")}
"""Virtual keys of the signs: VK_OEM_PLUS, VK_OEM_COMMA, VK_OEM_MINUS."""

_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_LAST_LATIN = 0x00FF
_FIRST_NAMED = 0x01000000
"""Keys from here on are Enter, F1 and their like: the same on every layout."""


def latin_key(event: QKeyEvent, platform: str = sys.platform) -> int:
    """The letter, digit or sign that the physical key bears in Latin; 0 where there is none."""
    if platform == "win32":
        virtual = event.nativeVirtualKey()  # VK_0…VK_Z are ASCII, whatever the layout
        letter = virtual if chr(virtual).isalnum() and virtual < 0x5B else 0
        return letter or _WINDOWS_SIGNS.get(virtual, 0)
    if platform == "darwin":
        return 0  # Cocoa gives Latin letters with Command by itself
    return _EVDEV.get(event.nativeScanCode(), 0)


class LatinShortcuts(QObject):
    """Watches the application's keys and mends those that a layout has hidden."""

    def __init__(self, app: QApplication, latin: Callable[[QKeyEvent], int] = latin_key) -> None:
        super().__init__(app)
        self._latin = latin
        self._busy = False
        app.focusObjectChanged.connect(self._watch)
        self._watch(app.focusObject())

    def _watch(self, focused: QObject | None) -> None:
        """Keys go to what has the focus: nothing else is watched, for there are many events."""
        if focused is not None:
            focused.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._busy or event.type() != QEvent.Type.KeyPress:
            return False
        target = QApplication.focusWidget() or QApplication.activeWindow()
        if target is None or watched is not target:
            return False
        self._busy = True
        try:
            return self._mend(target, cast(QKeyEvent, event))
        finally:
            self._busy = False

    def _mend(self, target: QWidget, event: QKeyEvent) -> bool:
        if not _LAST_LATIN < event.key() < _FIRST_NAMED:
            return False
        key = self._latin(event)
        if not key:
            return False
        if _wants(target, _again(event, QEvent.Type.ShortcutOverride, key)):
            # An editor: it copies and pastes by the Latin key, and types by its own.
            if event.modifiers() & _COMMAND:
                QApplication.sendEvent(target, _again(event, QEvent.Type.KeyPress, key))
                return True
            return False
        return _trigger(target.window(), QKeySequence(event.modifiers().value | key))


def _again(event: QKeyEvent, kind: QEvent.Type, key: int) -> QKeyEvent:
    # Without Ctrl the letter is text, which is how an editor knows that it is being typed in.
    text = "" if event.modifiers() & _COMMAND else chr(key).lower()
    return QKeyEvent(
        kind,
        key,
        event.modifiers(),
        event.nativeScanCode(),
        ord(chr(key).lower()),
        event.nativeModifiers(),
        text,
    )


def _wants(target: QWidget, event: QKeyEvent) -> bool:
    event.ignore()
    QApplication.sendEvent(target, event)
    return event.isAccepted()


def _trigger(window: QWidget, keys: QKeySequence) -> bool:
    for action in (*window.actions(), *window.findChildren(QAction)):
        if action.isEnabled() and keys in action.shortcuts():
            action.trigger()
            return True
    return False
