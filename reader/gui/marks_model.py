"""The marks of the shown version as a Qt list, in reading order."""

from __future__ import annotations

from enum import IntEnum
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.gui.desk_controller import DeskController
from reader.gui.layouts import flat, titled
from reader.gui.mark_layout import PaintedMark, painted
from reader.model.annotations import Mark
from reader.model.vocabulary import MarkType, Naming
from reader.session.article import ArticleSession
from reader.session.edits import Change
from reader.text.bidi import isolate
from reader.wording import say

Index = QModelIndex | QPersistentModelIndex

_LONGEST = 160
"""Code points of a row's words: a list is no place for paragraphs."""


class MarkRole(IntEnum):
    """What a row gives beside its words."""

    ID = Qt.ItemDataRole.UserRole
    DETAIL = Qt.ItemDataRole.UserRole + 1
    LOOK = Qt.ItemDataRole.UserRole + 2
    """A `PaintedMark`; None for a source without words of its own."""


class MarksModel(QAbstractListModel):
    """A row for each mark; follows the desk."""

    def __init__(self, desk: DeskController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._marks: list[Mark] = []
        self._rows: dict[UUID, int] = {}
        desk.session_changed.connect(self.refresh)
        desk.desk_changed.connect(self._on_desk_changed)
        desk.codebook_changed.connect(self._on_codebook_changed)
        self.refresh()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._marks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        session = self._desk.session
        if session is None or not index.isValid():
            return None
        mark = self._marks[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(mark)
            case Qt.ItemDataRole.AccessibleTextRole:
                kind = titled(self._desk.label(mark.type))
                return f"{kind}: {self._words(mark)}. {self._detail(session, mark)}"
            case MarkRole.ID:
                return mark.id
            case MarkRole.DETAIL:
                return self._detail(session, mark)
            case MarkRole.LOOK:
                return self._look(session, mark)
        return None

    def row_of(self, mark_id: UUID) -> int:
        """The row of a mark, or -1."""
        return self._rows.get(mark_id, -1)

    def refresh(self) -> None:
        """Take all marks anew."""
        self.beginResetModel()
        self._take(self._desk.session.here() if self._desk.session else [])
        self.endResetModel()

    def _take(self, marks: list[Mark]) -> None:
        self._marks = marks
        self._rows = {mark.id: row for row, mark in enumerate(marks)}

    def _on_desk_changed(self, change: Change) -> None:
        session = self._desk.session
        marks = session.here() if session else []
        there = {mark.id for mark in marks}
        gone = [row for mark_id, row in self._rows.items() if mark_id not in there]
        come = [row for row, mark in enumerate(marks) if mark.id not in self._rows]
        if not gone and not come:
            self._take(marks)
        elif not gone and _in_a_row(come):
            self.beginInsertRows(QModelIndex(), come[0], come[-1])
            self._take(marks)
            self.endInsertRows()
        elif not come and _in_a_row(gone):
            self.beginRemoveRows(QModelIndex(), gone[0], gone[-1])
            self._take(marks)
            self.endRemoveRows()
        else:
            self.refresh()
        if marks and change.edits:
            # A link or a card may change the second line of several rows.
            self.dataChanged.emit(self.index(0), self.index(len(marks) - 1))

    def _on_codebook_changed(self) -> None:
        if self._marks:
            self.dataChanged.emit(self.index(0), self.index(len(self._marks) - 1))

    def _words(self, mark: Mark) -> str:
        words = flat(mark.words) or say("report_nameless", self._desk.language)
        return isolate(words if len(words) <= _LONGEST else words[:_LONGEST] + "…")

    def _detail(self, session: ArticleSession, mark: Mark) -> str:
        """The second line of a row: naming, or status and source, or codes, or the note."""
        if mark.type is MarkType.SOURCE:
            return titled(self._desk.label(mark.source.naming))
        if mark.type is MarkType.CLAIM:
            return f"{titled(self._desk.label(mark.claim.status))} · {self._sources(session, mark)}"
        codes = [self._code(slug) for slug in mark.codes]
        note = [isolate(flat(mark.note))] if mark.note else []
        return " · ".join([*codes, *note]) or titled(self._desk.label(mark.type))

    def _sources(self, session: ArticleSession, claim: Mark) -> str:
        language, sourcing = self._desk.language, session.desk.sourcing
        names = [flat(sourcing.name(link.source)) for link in sourcing.links[claim.id]]
        called = [isolate(name) if name else say("report_nameless", language) for name in names]
        return say("list_separator", language).join(called) or self.tr("no source")

    def _code(self, slug: str) -> str:
        code = self._desk.codebook.code(slug)
        return code.label(self._desk.language) if code else slug

    def _look(self, session: ArticleSession, mark: Mark) -> PaintedMark | None:
        naming: Naming | None = None
        if mark.type is MarkType.SOURCE:
            sourcing = session.desk.sourcing
            naming = sourcing.naming[sourcing.source_of(mark.id)]
        return painted(mark, self._desk.codebook, naming=naming)


def _in_a_row(rows: list[int]) -> bool:
    return rows[-1] - rows[0] + 1 == len(rows)
