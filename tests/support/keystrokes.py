"""Typing a script of keys into a window, counting as the keystroke-level model counts.

Card, Moran & Newell, “The keystroke-level model for user performance time with interactive
systems”, CACM 23(7), 1980: a key takes an average typist (40 words a minute) 0.28 s, a modifier
counts as a key, and before each decision there is a mental operator of 1.35 s. Assumed here: the
reader knows what to mark; a modifier is held over keys that follow with the same; a decision is
made before each run of keys that selects words, before each key that does something with them,
and before each answer of a palette. What the program takes to answer is left out.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

KEY, MENTAL = 0.28, 1.35

SHORTHAND = {
    "next": "Ctrl+Down",
    "back": "Ctrl+Up",
    "add": "Ctrl+Shift+Down",
    "more": "Alt+Up",
    "less": "Alt+Down",
    "off": "F5",
    "letter": "Ctrl+F5",
    "word": "Ctrl+Shift+Left",
    "shrink": "Ctrl+Shift+Right",
}
"""Names for the keys of selecting, as they are on a right-to-left page."""


@dataclass
class Count:
    """What was typed: keys pressed, modifiers among them, and decisions."""

    keys: int = 0
    decisions: int = 0

    @property
    def seconds(self) -> float:
        return self.keys * KEY + self.decisions * MENTAL


class Typist:
    """Types scripts: words of `SHORTHAND` or keys, `word*3` for three in a row."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.count = Count()
        self._held: frozenset[str] = frozenset()
        self._selecting = False

    def type(self, script: str) -> Count:
        """Type a script; what that alone took."""
        before = (self.count.keys, self.count.decisions)
        for word in script.split():
            name, _, times = word.partition("*")
            for _ in range(int(times or 1)):
                self._press(SHORTHAND.get(name, name), selects=name in SHORTHAND)
        return Count(self.count.keys - before[0], self.count.decisions - before[1])

    def _press(self, keys: str, *, selects: bool) -> None:
        modifiers = frozenset(keys.split("+")[:-1])
        self.count.keys += 1 + len(modifiers - self._held)
        self.count.decisions += not (selects and self._selecting)
        self._held, self._selecting = modifiers, selects
        popup = QApplication.activePopupWidget()
        combination = QKeySequence(keys)[0]
        target = popup or self._window.focusWidget() or self._window
        QTest.keyClick(target, Qt.Key(combination.key()), combination.keyboardModifiers())
