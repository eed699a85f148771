"""A small button at the foot of the window: it says how something stands, and leads to it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QMenu, QToolButton

from reader.gui.kit.buttons import open_by


class StatusButton(QToolButton):
    """Says in words how something is now. A press opens what changes it.

    Args:
        name: of the object.
        words: what it says, asked for anew when the language changes.
        about: what it is about, for the tool tip and for screen readers.
    """

    def __init__(self, name: str, words: Callable[[], str], about: Callable[[], str]) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._words, self._about = words, about
        self.renew()

    def offer(self, menu: QMenu) -> None:
        """Open a menu when it is pressed."""
        open_by(self, menu)

    def renew(self) -> None:
        """Say how it is now; nothing to say, nothing to see."""
        words, about = self._words(), self._about()
        self.setText(words.replace("&", "&&"))
        self.setToolTip(about)
        self.setAccessibleName(f"{about}: {words}")
        self.setVisible(bool(words))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.renew()
        super().changeEvent(event)
