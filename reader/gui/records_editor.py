"""A list of a claim's records, evidence or people asked, each opened by a click."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QToolButton, QVBoxLayout, QWidget

from reader.gui.fields import Form, Spec
from reader.gui.layouts import clear
from reader.model.annotations import Contact, Evidence
from reader.model.summary import Language


class RecordsEditor(QWidget):
    """Records as forms, the newest open. Emits what a person wants; changes nothing itself."""

    added = Signal()
    edited = Signal(object, str, object)
    """Record id, field, value."""
    removed = Signal(object)

    def __init__(self, specs: Sequence[Spec], add: str, remove: str, language: Language) -> None:
        super().__init__()
        self._specs, self._remove, self._language = specs, remove, language
        self._ids: tuple[UUID, ...] = ()
        self._forms: dict[UUID, Form] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._rows = QVBoxLayout()
        layout.addLayout(self._rows)
        button = QPushButton(add)
        button.clicked.connect(self.added)
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)

    def show_records(self, records: Sequence[Evidence | Contact]) -> None:
        """Show the records; forms that stay keep their focus."""
        ids = tuple(r.id for r in records)
        if ids != self._ids:
            self._ids, self._forms = ids, {}
            clear(self._rows)
            for record in records:
                self._rows.addWidget(self._row(record.id))
        for record in records:
            form = self._forms[record.id]
            form.show_values({name: getattr(record, name) for name in form.fields})

    def _row(self, record_id: UUID) -> QWidget:
        card = QFrame()
        card.setProperty("kind", "card")
        layout = QVBoxLayout(card)
        form = self._forms[record_id] = Form(self._specs, self._language)
        form.edited.connect(lambda name, value: self.edited.emit(record_id, name, value))
        layout.addWidget(form)
        remove = QToolButton()
        remove.setText(self._remove)
        remove.clicked.connect(lambda: self.removed.emit(record_id))
        layout.addWidget(remove, 0, Qt.AlignmentFlag.AlignTrailing)
        return card
