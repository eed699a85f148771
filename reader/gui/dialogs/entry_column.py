"""The list of codes or of scales beside their form: with the buttons that add and order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from reader.gui.kit.entry_list import EntryList
from reader.gui.kit.icons import icon
from reader.gui.kit.layouts import beside_icon
from reader.gui.kit.theme import Theme

_LEAST, _MOST = 200, 300
"""How wide it is, in pixels: the form beside it needs the room on a small screen."""


class EntryColumn(QWidget):
    """Tells what is wanted of the entries; changes none."""

    add_asked = Signal()
    move_asked = Signal(str, int)
    """The slug of the entry that is chosen, and by how many places."""

    def __init__(self, entries: EntryList, add: str, theme: Theme) -> None:
        """`add` says what the button makes: a new code, a new scale."""
        super().__init__()
        self._list = entries
        entries.move_asked.connect(self.move_asked)
        self.add = QPushButton(icon("plus", theme), beside_icon(add))
        self.add.setAutoDefault(False)
        self.add.clicked.connect(lambda _: self.add_asked.emit())
        self._up = self._mover("arrow-up", self.tr("Move up (Alt+Up)"), -1, theme)
        self._down = self._mover("arrow-down", self.tr("Move down (Alt+Down)"), 1, theme)
        row = QHBoxLayout()
        row.setSpacing(4)
        for button in (self.add, self._up, self._down):
            row.addWidget(button)
        row.addStretch(1)
        self.setMinimumWidth(_LEAST)
        self.setMaximumWidth(_MOST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(entries, 1)
        column.addLayout(row)

    def allow(self, order: Sequence[str], *, locked: bool) -> None:
        """Let the chosen entry be moved as far as there is room in this order of slugs."""
        chosen = self._list.current
        self.add.setEnabled(not locked)
        for button, end in ((self._up, order[:1]), (self._down, order[-1:])):
            button.setEnabled(not locked and chosen in order and chosen not in end)

    def _mover(self, sign: str, words: str, by: int, theme: Theme) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(sign, theme))
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda _: self.move_asked.emit(self._list.current, by))
        return button
