"""A list of a claim's records, evidence or people asked, each a form of its own."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from reader.gui.kit.fields import Line
from reader.gui.kit.form import Form, Spec
from reader.gui.kit.layouts import Card, Rows
from reader.model.annotations import Contact, Evidence
from reader.model.summary import Language


class RecordsEditor(QWidget):
    """Records as forms, the newest last. Emits what a person wants; changes nothing itself."""

    added = Signal()
    edited = Signal(object, str, object)
    """Record id, field, value."""
    removed = Signal(object)

    def __init__(self, specs: Sequence[Spec], add: str, language: Language) -> None:
        super().__init__()
        self.specs, self.language = specs, language
        self.rows: Rows[UUID, RecordCard] = Rows(self._make_card)
        self._add = QPushButton(add)
        self._add.clicked.connect(lambda _: self.added.emit())
        layout = self.column = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.rows)
        layout.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeading)

    def show_records(self, records: Sequence[Evidence | Contact]) -> None:
        """Show the records as they stand."""
        self.rows.show_keys([record.id for record in records])
        for record in records:
            self.rows.rows[record.id].form.show_thing(record)

    def enter(self, record: UUID) -> None:
        """Put the caret into the first field that is typed into."""
        fields = self.rows.rows[record].form.fields.values()
        next(f for f in fields if isinstance(f, Line)).setFocus(Qt.FocusReason.TabFocusReason)

    def settle(self) -> None:
        for card in list(self.rows.rows.values()):
            card.form.settle()

    def set_locked(self, locked: bool) -> None:
        for card in self.rows.rows.values():
            card.set_locked(locked)
        self._add.setEnabled(not locked)

    def _make_card(self, record: UUID) -> RecordCard:
        card = self.new_card(record)
        card.form.edited.connect(lambda name, value: self.edited.emit(record, name, value))
        card.remove.clicked.connect(lambda _: self.removed.emit(record))
        return card

    def new_card(self, _record: UUID) -> RecordCard:
        """The widget of a record."""
        return RecordCard(self.specs, self.language)


class RecordCard(Card):
    """The form of one record."""

    def __init__(self, specs: Sequence[Spec], language: Language) -> None:
        super().__init__()
        self.form = Form(specs, language)
        self.remove = QPushButton(self.tr("Remove"))
        self.remove.setObjectName("remove")
        self.remove.setProperty("kind", "quiet")
        self.body.addWidget(self.form)
        self.body.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTrailing)

    def set_locked(self, locked: bool) -> None:
        self.form.set_locked(locked)
        self.remove.setEnabled(not locked)
