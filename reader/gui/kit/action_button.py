"""A button for an action of the window that bears its keys: whoever sees it learns them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton

from reader.text.bidi import isolate


class ActionButton(QPushButton):
    """Does what its action does, whenever that can be done."""

    def __init__(self, action: QAction, words: Callable[[], str] | None = None) -> None:
        """`words`: what it says, where that is not the action's own short text."""
        super().__init__()
        self._action = action
        self._words = words or action.iconText
        self.setObjectName(f"{action.objectName()}_button")
        self.setAutoDefault(False)
        self.clicked.connect(lambda _: action.trigger())
        action.changed.connect(self.renew)
        self.renew()

    def renew(self) -> None:
        """Say it anew: the language or the keys may have changed."""
        words = self._words().replace("&", "&&")
        keys = self._action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setText(f"{words}  {isolate(keys)}" if keys else words)
        self.setToolTip(self._action.toolTip())
        self.setAccessibleName(self._words())
        self.setEnabled(self._action.isEnabled())
