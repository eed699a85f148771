"""Takes files of evidence in and gives copies out, for the page of a claim: one after the other."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from reader.gui.desk.desk_controller import DeskController
from reader.model.annotations import Evidence
from reader.model.errors import ReaderError
from reader.session.files import Copying
from reader.text.bidi import isolate

_LOOK = 200
"""Milliseconds between two looks at how far the copying is."""


@dataclass(frozen=True)
class _Wanted:
    path: Path
    mark: UUID
    record: UUID | None


class EvidenceFiles(QObject):
    """What is under way belongs to the article on the desk, and ends when that leaves."""

    progressed = Signal(str)
    """What is being copied and how far it is; empty: nothing."""
    looked = Signal(object)
    """SHA-256 -> the code of what is wrong with a file."""

    def __init__(self, desk: DeskController) -> None:
        super().__init__(desk)
        self._desk = desk
        self._waiting: deque[_Wanted] = deque()
        self._copying: Copying | None = None
        self._timer = QTimer(self, interval=_LOOK)
        self._timer.timeout.connect(self._tell)
        desk.session_changed.connect(self.stop)

    @staticmethod
    def of(desk: DeskController) -> EvidenceFiles:
        """Those of a desk: they outlive the pages, which are made anew for other colours."""
        known = desk.findChild(EvidenceFiles)
        return known if isinstance(known, EvidenceFiles) else EvidenceFiles(desk)

    def ask(self, mark: UUID, record: UUID | None) -> None:
        """Let a person choose files; one where it is for a record that is there."""
        title = self.tr("Add a file as evidence")
        if record is not None:
            name, _ = QFileDialog.getOpenFileName(_window(), title)
            names = [name] if name else []
        else:
            names, _ = QFileDialog.getOpenFileNames(_window(), title)
        self.take(mark, [Path(name) for name in names], record)

    def take(self, mark: UUID, paths: Sequence[Path], record: UUID | None = None) -> None:
        """Copy files in; each becomes evidence on a claim, or the file of a record."""
        if self._desk.is_writable:
            self._waiting.extend(_Wanted(path, mark, record) for path in paths)
            self._next()

    def save_copy(self, evidence: Evidence) -> None:
        """Let a person say where a copy is to be saved."""
        session = self._desk.session
        name = Path(evidence.file_name).name or "evidence"
        target, _ = QFileDialog.getSaveFileName(_window(), self.tr("Save a copy"), name)
        if session is not None and target:
            session.files.give(evidence, Path(target), self._desk.told.emit, self._refuse)

    def look(self, evidence: Sequence[Evidence]) -> None:
        """See in the background whether files are still what was kept."""
        session = self._desk.session
        if session is not None and any(e.file for e in evidence):
            session.files.look(evidence, self._on_looked)

    def stop(self) -> None:
        """Stop what is being copied, and forget what waits."""
        self._waiting.clear()
        if self._copying is not None:
            self._copying.cancel()
            self._copying = None
        self._tell()

    def _next(self) -> None:
        session = self._desk.session
        if self._copying is not None or session is None:
            return
        if not self._waiting:
            self._tell()
            return
        wanted = self._waiting.popleft()
        self._timer.start()
        begun = session.files.take(
            wanted.path, lambda fields: self._taken(wanted, fields), self._failed
        )
        if not begun.is_over:
            self._copying = begun
        self._tell()

    def _taken(self, wanted: _Wanted, fields: Mapping[str, object]) -> None:
        self._copying = None
        if wanted.record is None:
            self._desk.attempt(lambda s: s.add_record(wanted.mark, "evidence", **fields))
        else:
            record = wanted.record
            self._desk.attempt(lambda s: s.edit_record(wanted.mark, "evidence", record, **fields))
        self._next()

    def _failed(self, error: ReaderError) -> None:
        self._copying = None
        self._refuse(error)
        self._next()

    def _refuse(self, error: ReaderError) -> None:
        self._desk.refused.emit(error.message)

    def _on_looked(self, troubles: Mapping[str, str]) -> None:
        self.looked.emit(troubles)

    def _tell(self) -> None:
        copying = self._copying
        if copying is None:
            self._timer.stop()
            self.progressed.emit("")
            return
        said = self.tr("Copying {name}: {percent}%")
        self.progressed.emit(said.format(name=isolate(copying.name), percent=copying.percent))


def _window() -> QWidget | None:
    return QApplication.activeWindow()
