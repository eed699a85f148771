"""The evidence on a claim: records as forms, each with the file that was copied in, if there is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QLocale, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.gui.kit.form import Spec
from reader.gui.kit.layouts import Quoted, muted
from reader.gui.panels.records_editor import RecordCard, RecordsEditor
from reader.model.annotations import Contact, Evidence
from reader.model.errors import Message
from reader.model.summary import Language
from reader.text.bidi import left_to_right
from reader.wording import words

_SHOWN = 12
"""Digits of a SHA-256: enough to compare by eye; all of them in the hint and in exports."""


class EvidenceEditor(RecordsEditor):
    """Emits what a person wants with files; opens none."""

    file_wanted = Signal(object)
    """Record id: a file is to be chosen for it; None: for a new record."""
    copy_wanted = Signal(object)
    """Record id: its file is to be saved elsewhere."""
    file_removed = Signal(object)
    stopped = Signal()
    """The copying is to be stopped."""

    def __init__(self, specs: Sequence[Spec], add: str, language: Language) -> None:
        super().__init__(specs, add, language)
        self._add_file = QPushButton(self.tr("Add a file…"))
        self._add_file.setObjectName("add_file")
        self._add_file.setToolTip(
            self.tr("Copies a file into the library. Files can also be dropped here.")
        )
        self._add_file.clicked.connect(lambda _: self.file_wanted.emit(None))
        self.column.addWidget(self._add_file, 0, Qt.AlignmentFlag.AlignLeading)
        self._progress = QWidget()
        self._progress.setObjectName("copying")
        self._copying = muted()
        self._stop = QPushButton(self.tr("Stop"))
        self._stop.setProperty("kind", "quiet")
        self._stop.clicked.connect(lambda _: self.stopped.emit())
        row = QHBoxLayout(self._progress)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._copying, 1)
        row.addWidget(self._stop)
        self.column.addWidget(self._progress)
        self._progress.hide()

    def show_progress(self, line: str) -> None:
        """Say how far the copying is; empty: nothing is being copied."""
        self._copying.setText(line)
        self._progress.setVisible(bool(line))

    def show_records(self, records: Sequence[Evidence | Contact]) -> None:
        super().show_records(records)
        for record in records:
            card = self.rows.rows[record.id]
            if isinstance(record, Evidence) and isinstance(card, EvidenceCard):
                card.show_file(record)

    def show_troubles(self, troubles: Mapping[str, str]) -> None:
        """Say of files, by their SHA-256, what is wrong with them."""
        for card in self.rows.rows.values():
            if isinstance(card, EvidenceCard):
                card.show_trouble(troubles)

    def set_locked(self, locked: bool) -> None:
        super().set_locked(locked)
        self._add_file.setEnabled(not locked)

    def new_card(self, record: UUID) -> RecordCard:
        card = EvidenceCard(self.specs, self.language)
        card.file_wanted.connect(lambda: self.file_wanted.emit(record))
        card.copy_wanted.connect(lambda: self.copy_wanted.emit(record))
        card.file_removed.connect(lambda: self.file_removed.emit(record))
        return card


class EvidenceCard(RecordCard):
    """One piece of evidence."""

    file_wanted = Signal()
    copy_wanted = Signal()
    file_removed = Signal()

    def __init__(self, specs: Sequence[Spec], language: Language) -> None:
        super().__init__(specs, language)
        self._language = language
        self._sha256 = ""
        self._name = Quoted()
        self._name.setObjectName("file_name")
        self._about = muted()
        self._about.setObjectName("file_about")
        self._trouble = QLabel()
        self._trouble.setObjectName("file_trouble")
        self._trouble.setProperty("kind", "error")
        self._trouble.setWordWrap(True)
        self._trouble.hide()
        self._save = self._button("save_file", self.tr("Save a copy…"), self.copy_wanted)
        self._take = self._button("take_file", self.tr("Add a file…"), self.file_wanted)
        self._drop = self._button("drop_file", self.tr("Remove the file"), self.file_removed)
        self._file = QWidget()
        column = QVBoxLayout(self._file)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for widget in (self._name, self._about, self._trouble):
            column.addWidget(widget)
        for button in (self._take, self._save, self._drop):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.insertWidget(1, self._file)
        for field in self.form.fields.values():
            field.setAcceptDrops(False)  # a file that is dropped is one to be copied in

    @staticmethod
    def _button(name: str, text: str, wanted: SignalInstance) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setProperty("kind", "link")
        button.clicked.connect(lambda _: wanted.emit())
        return button

    def show_file(self, evidence: Evidence) -> None:
        """Show which file belongs to a piece of evidence."""
        if self._sha256 != (evidence.file or ""):
            self._trouble.hide()
        self._sha256 = evidence.file or ""
        for widget in (self._name, self._about, self._save, self._drop):
            widget.setVisible(bool(self._sha256))
        self._take.setVisible(not self._sha256)
        if not self._sha256:
            return
        self._name.set_words(evidence.file_name or self._sha256[:_SHOWN])
        size = QLocale().formattedDataSize(evidence.file_size, 1) if evidence.file_size else ""
        print_ = left_to_right(f"SHA-256 {self._sha256[:_SHOWN]}…")
        self._about.setText(" · ".join(filter(None, (size, print_))))
        self._about.setToolTip(f"SHA-256 {self._sha256}")
        self._save.setAccessibleName(f"{self._save.text()} {self._name.text()}")
        self._drop.setAccessibleName(f"{self._drop.text()} {self._name.text()}")

    def show_trouble(self, troubles: Mapping[str, str]) -> None:
        code = troubles.get(self._sha256, "")
        self._trouble.setText(words(Message(code=code), self._language) if code else "")
        self._trouble.setVisible(bool(code))

    def set_locked(self, locked: bool) -> None:
        super().set_locked(locked)
        for button in (self._take, self._drop):
            button.setEnabled(not locked)
