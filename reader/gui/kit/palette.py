"""A palette: answers with a key each, beside the words that they are about.

It is a menu, so that arrows, Enter, Escape, the mouse and screen readers work as in any other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAction, QIcon, QKeyEvent
from PySide6.QtWidgets import QLabel, QMenu, QVBoxLayout, QWidget, QWidgetAction

from reader.gui.kit.keys import latin_key
from reader.gui.kit.layouts import leading, shortened

KEYS = "123456789"
_LONGEST = 48
_GAP = 6


@dataclass(frozen=True)
class Row:
    """One answer: what it says, the key that takes it (may be none), and what taking it does."""

    says: str
    take: Callable[[], object]
    key: str = ""
    icon: QIcon | None = None
    holds: bool = False
    """It is so already: ticked, and what Enter takes at first."""


class Palette(QMenu):
    """Rows to choose from, at most one of them. It goes when it is closed."""

    def __init__(
        self, rows: Sequence[Row], parent: QWidget, *, asks: str = "", about: str = ""
    ) -> None:
        """`asks` and `about` stand above the rows: a question of ours, words of the page."""
        super().__init__(parent)
        self.setObjectName("palette")
        self._rows = tuple(rows)
        if asks:
            self.setAccessibleName(asks)
            self.addAction(self._heading(asks, about))
        self._actions = [self._action(row) for row in self._rows]
        self.aboutToHide.connect(self.deleteLater)

    def pop_up(self, at: QRect) -> None:
        """Show it below a place of the screen, above where there is no room; what holds is picked.

        It is flush with the edge where reading begins. Where nothing holds, the first is picked.
        """
        if not self._actions:
            return
        held = (a for a, row in zip(self._actions, self._rows, strict=True) if row.holds)
        size, screen = self.sizeHint(), self.screen().availableGeometry()
        x = at.right() + 1 - size.width() if self.isRightToLeft() else at.left()
        below, above = at.bottom() + _GAP, at.top() - _GAP - size.height()
        no_room = below + size.height() > screen.bottom() and above >= screen.top()
        self.popup(QPoint(x, above if no_room else below))
        self.setActiveAction(next(held, self._actions[0]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = {event.key(), latin_key(event)} - {0}
        for row in self._rows:
            if len(row.key) == 1 and ord(row.key.upper()) in pressed:
                self.close()
                row.take()
                return
        super().keyPressEvent(event)

    def _action(self, row: Row) -> QAction:
        # A menu shows what follows a tab where shortcuts stand.
        action = self.addAction(f"{row.says.replace('&', '&&')}\t{row.key}")
        if row.icon is not None:
            action.setIcon(row.icon)
        action.setCheckable(row.holds)
        action.setChecked(row.holds)
        action.triggered.connect(lambda _=False: row.take())
        return action

    def _heading(self, asks: str, about: str) -> QWidgetAction:
        heading, box = QWidgetAction(self), QWidget(self)
        box.setObjectName("palette_heading")
        column = QVBoxLayout(box)
        column.setContentsMargins(12, 6, 12, 8)
        column.setSpacing(2)
        for name, words in (("palette_asks", asks), ("palette_about", about)):
            if words:
                label = QLabel(words)
                label.setObjectName(name)
                label.setAccessibleName(words)
                label.setAlignment(leading(self.layoutDirection()))
                column.addWidget(label)
        heading.setDefaultWidget(box)
        heading.setEnabled(False)
        return heading


def short(words: str, longest: int = _LONGEST) -> str:
    """Words of a page on one line, cut where they are long, isolated."""
    return shortened(words, longest)
