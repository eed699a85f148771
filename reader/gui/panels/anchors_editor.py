"""What in the text belongs to a mark beside its own words: the cue, and the reported content."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from reader.gui.desk.desk_controller import DeskController
from reader.gui.kit.icons import icon
from reader.gui.kit.layouts import Quoted, Rows, heading, muted
from reader.gui.kit.theme import Theme
from reader.model.annotations import Anchor, Mark
from reader.model.vocabulary import Role


class AnchorsEditor(QWidget):
    """Shows the places, and takes the words that are selected in the text as a new one."""

    wanted = Signal(object)
    """A `Role`: the selected words are to have it."""
    removed = Signal(object)
    """Id of an anchor."""

    def __init__(self, desk: DeskController, theme: Theme) -> None:
        super().__init__()
        self._desk, self._theme = desk, theme
        self._locked = False
        self._parts = {
            Role.CUE: _Part(self.tr("Cue")),
            Role.CONTENT: _Part(self.tr("Reported content")),
        }
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for role, part in self._parts.items():
            part.setObjectName(role.value)
            part.rows = Rows(self._make_row, spacing=2)
            part.put(part.rows)
            part.take.clicked.connect(lambda _, role=role: self.wanted.emit(role))
            layout.addWidget(part)
        layout.addWidget(muted(self.tr("Select words in the article first.")))
        desk.selection_changed.connect(self._enable)
        self._enable()

    def show_mark(self, mark: Mark) -> None:
        for role, part in self._parts.items():
            found = {a.id: a for a in mark.anchors if a.role is role}
            part.rows.show_keys(list(found))
            for anchor in found.values():
                part.rows.rows[anchor.id].show_anchor(anchor)

    def settle(self) -> None:
        """Nothing waits: a place is taken over at once."""

    def set_locked(self, locked: bool) -> None:
        self._locked = locked
        self._enable()

    def _enable(self) -> None:
        for part in self._parts.values():
            part.take.setEnabled(self._desk.selection is not None and not self._locked)
            for row in part.rows.rows.values():
                row.remove.setEnabled(not self._locked)

    def _make_row(self, anchor: UUID) -> AnchorRow:
        row = AnchorRow(self._theme)
        row.remove.clicked.connect(lambda _: self.removed.emit(anchor))
        return row


class _Part(QWidget):
    """The places of one role."""

    rows: Rows[UUID, AnchorRow]

    def __init__(self, title: str) -> None:
        super().__init__()
        self.take = QPushButton(self.tr("Take the selected words"))
        self.take.setObjectName("take")
        self.take.setAccessibleName(f"{title}: {self.take.text()}")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(heading(title))
        self._layout.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeading)

    def put(self, rows: QWidget) -> None:
        self._layout.insertWidget(1, rows)


class AnchorRow(QWidget):
    """The words of one place."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._words = Quoted()
        self.remove = QToolButton()
        self.remove.setObjectName("remove")
        self.remove.setIcon(icon("x", theme))
        self.remove.setToolTip(self.tr("Take away"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words, 1)
        row.addWidget(self.remove)

    def show_anchor(self, anchor: Anchor) -> None:
        self._words.set_words(anchor.exact)
        self.remove.setAccessibleName(
            self.tr("Take away: {words}").format(words=self._words.text())
        )
