"""The marks of the shown version as a Qt list, in reading order."""

from __future__ import annotations

from enum import IntEnum
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.gui.desk_controller import DeskController
from reader.model.annotations import Mark
from reader.model.sourcing import chain_of
from reader.model.vocabulary import MarkType
from reader.session.article import ArticleSession
from reader.session.edits import Change
from reader.text.bidi import isolate

Index = QModelIndex | QPersistentModelIndex


class MarkRole(IntEnum):
    """What a row gives beside its words."""

    ID = Qt.ItemDataRole.UserRole
    MARK = Qt.ItemDataRole.UserRole + 1
    DETAIL = Qt.ItemDataRole.UserRole + 2


class MarksModel(QAbstractListModel):
    """A row for each mark; follows the desk."""

    def __init__(self, desk: DeskController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._marks: list[Mark] = []
        desk.session_changed.connect(self.refresh)
        desk.desk_changed.connect(self._on_desk_changed)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._marks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        mark = self._marks[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return isolate(mark.words)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            detail = self.detail(mark)
            return f"{self._desk.label(mark.type)}: {isolate(mark.words)}. {detail}"
        return {
            MarkRole.ID: lambda: mark.id,
            MarkRole.MARK: lambda: mark,
            MarkRole.DETAIL: lambda: self.detail(mark),
        }.get(role, lambda: None)()

    def row_of(self, mark_id: UUID) -> int:
        """The row of a mark, or -1."""
        return next((row for row, m in enumerate(self._marks) if m.id == mark_id), -1)

    def refresh(self) -> None:
        """Take all marks anew."""
        self.beginResetModel()
        self._marks = self._desk.session.here() if self._desk.session else []
        self.endResetModel()

    def _on_desk_changed(self, change: Change) -> None:
        session = self._desk.session
        marks = session.here() if session else []
        if [m.id for m in marks] != [m.id for m in self._marks]:
            self.refresh()
            return
        self._marks = marks
        if marks and change.edits:
            # A link or a card may change the second line of several rows.
            self.dataChanged.emit(self.index(0), self.index(len(marks) - 1))

    def detail(self, mark: Mark) -> str:
        """The second line of a row: naming, or status and source, or codes, or the note."""
        session = self._desk.session
        if session is None:
            return ""
        if mark.type is MarkType.SOURCE:
            return self._desk.label(mark.source.naming)
        if mark.type is MarkType.CLAIM:
            return f"{self._desk.label(mark.claim.status)} · {self._sources(session, mark)}"
        codes = [self._code(slug) for slug in mark.codes]
        return " · ".join([*codes, isolate(mark.note)] if mark.note else codes)

    def _sources(self, session: ArticleSession, claim: Mark) -> str:
        names = []
        for relation in session.attributions(claim.id):
            source = session.marks.get(relation.to.id)
            if source is not None:
                hops = reversed(chain_of(source, relation.attribution))
                names.append(" ← ".join(isolate(hop.words) for hop in hops))
        return self.tr(", ").join(names) or self.tr("no source")

    def _code(self, slug: str) -> str:
        code = self._desk.codebook.code(slug)
        return code.labels.get(self._desk.language, slug) if code else slug
