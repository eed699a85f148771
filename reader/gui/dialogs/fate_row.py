"""What can become of a code or a scale: it is retired, brought back, deleted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from reader.gui.kit.icons import icon
from reader.gui.kit.layouts import beside_icon
from reader.gui.kit.theme import Theme


class FateRow(QWidget):
    """The buttons below a form. They tell what is wanted, and do nothing themselves."""

    retire_asked = Signal(bool)
    """True: it is to be retired; False: to be brought back."""
    delete_asked = Signal()

    def __init__(self, theme: Theme, hint: str = "") -> None:
        """`hint` says what retiring means."""
        super().__init__()
        self._theme, self._hint = theme, hint
        self._is_retired = False
        self.retire, self.delete = QPushButton(), QPushButton(beside_icon(self.tr("Delete…")))
        self.delete.setIcon(icon("trash-2", theme))
        self.retire.clicked.connect(lambda _: self.retire_asked.emit(not self._is_retired))
        self.delete.clicked.connect(lambda _: self.delete_asked.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self.retire, self.delete):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)

    def show_fate(self, *, retired: bool, enabled: bool) -> None:
        """Show what can be done; not `enabled`: nothing, since there is nothing or it is locked."""
        self._is_retired = retired
        self.retire.setText(beside_icon(self.tr("Bring back") if retired else self.tr("Retire")))
        self.retire.setIcon(icon("archive-restore" if retired else "archive", self._theme))
        self.retire.setToolTip("" if retired else self._hint)
        for button in (self.retire, self.delete):
            button.setEnabled(enabled)
