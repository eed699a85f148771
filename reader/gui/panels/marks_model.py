"""The marks of the shown version as a Qt list, in reading order: those that a filter asks for.

What changes is told row by row, so that a list of a thousand keeps its place.
"""

from __future__ import annotations

from enum import IntEnum
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from reader.gui.desk.desk_controller import DeskController
from reader.gui.kit.layouts import flat, shortened, titled
from reader.gui.page.mark_layout import PaintedMark, painted
from reader.gui.panels.row_steps import steps
from reader.model.annotations import Mark
from reader.model.placing import Standing
from reader.model.vocabulary import MarkType, Naming, RelationType
from reader.session.article import ArticleSession
from reader.session.edits import Change
from reader.session.filtering import Filter, Sieve
from reader.text.bidi import isolate
from reader.wording import say

Index = QModelIndex | QPersistentModelIndex

_LONGEST = 160
"""Code points of a row's words: a list is no place for paragraphs."""
_MOST_STEPS = 40
"""Where more runs of rows come and go at once, the list is taken anew."""


class MarkRole(IntEnum):
    """What a row gives beside its words."""

    ID = Qt.ItemDataRole.UserRole
    DETAIL = Qt.ItemDataRole.UserRole + 1
    LOOK = Qt.ItemDataRole.UserRole + 2
    """A `PaintedMark`; None for a source without words of its own."""
    BADGE = Qt.ItemDataRole.UserRole + 3
    """How it stands in the version shown, in a word or two; empty where that goes without saying.
    """
    WAITS = Qt.ItemDataRole.UserRole + 4
    """Whether it waits for a person."""


class MarksModel(QAbstractListModel):
    """A row for each mark that is asked for; follows the desk."""

    counted = Signal()
    """There may be more or fewer marks, or other ones are asked for."""

    def __init__(self, desk: DeskController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._marks: list[Mark] = []
        self._rows: dict[UUID, int] = {}
        self._sieve = Sieve(Filter())
        self.total = 0
        """How many marks there are, asked for or not."""
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
                said = f"{kind}: {self._words(mark)}. {self._detail(session, mark)}"
                badge = self._badge(session, mark)
                return f"{said}. {badge}" if badge else said
            case MarkRole.ID:
                return mark.id
            case MarkRole.DETAIL:
                return self._detail(session, mark)
            case MarkRole.LOOK:
                return self._look(session, mark)
            case MarkRole.BADGE:
                return self._badge(session, mark)
            case MarkRole.WAITS:
                return session.desk.placing.standing.get(mark.id) is Standing.REVIEW
        return None

    def _badge(self, session: ArticleSession, mark: Mark) -> str:
        match session.desk.placing.standing.get(mark.id):
            case Standing.REVIEW:
                return self.tr("to review")
            case Standing.MOVED:
                return self.tr("moved")
        return ""

    def row_of(self, mark_id: UUID) -> int:
        """The row of a mark, or -1."""
        return self._rows.get(mark_id, -1)

    @property
    def filter(self) -> Filter:
        """What is asked for."""
        return self._sieve.filter

    def set_filter(self, wanted: Filter) -> None:
        """Show the marks that a filter lets through."""
        if wanted != self.filter:
            self._sieve = Sieve(wanted)
            self._become(self._wanted())
            self.counted.emit()

    def hides(self, mark_id: UUID | None) -> bool:
        """Whether a mark of the shown version is not among those asked for."""
        session = self._desk.session
        if session is None or mark_id is None or mark_id in self._rows:
            return False
        return any(mark.id == mark_id for mark in session.in_sight())

    def refresh(self) -> None:
        """Take all marks anew."""
        self.beginResetModel()
        self._take(self._wanted())
        self.endResetModel()
        self.counted.emit()

    def _wanted(self) -> list[Mark]:
        session = self._desk.session
        marks = session.in_sight() if session else []
        self.total = len(marks)
        if session is None or self.filter.is_empty:
            return marks
        sourcing, standings = session.desk.sourcing, session.desk.placing.standing
        return [m for m in marks if self._sieve.matches(m, sourcing, standings[m.id])]

    def _take(self, marks: list[Mark]) -> None:
        self._marks = marks
        self._rows = {mark.id: row for row, mark in enumerate(marks)}

    def _on_desk_changed(self, change: Change) -> None:
        self._become(self._wanted())
        if self._marks and change.edits:
            # A link or a card may change the second line of several rows.
            self.dataChanged.emit(self.index(0), self.index(len(self._marks) - 1))
        self.counted.emit()

    def _become(self, marks: list[Mark]) -> None:
        """Show these marks: take the rows out that go or move, then put in those that come."""
        go, come = steps([mark.id for mark in self._marks], [mark.id for mark in marks])
        if len(go) + len(come) > _MOST_STEPS:
            self.beginResetModel()
            self._take(marks)
            self.endResetModel()
            return
        for first, last in reversed(go):
            self.beginRemoveRows(QModelIndex(), first, last)
            self._take(self._marks[:first] + self._marks[last + 1 :])
            self.endRemoveRows()
        for first, last in come:
            self.beginInsertRows(QModelIndex(), first, last)
            self._take(self._marks[:first] + marks[first : last + 1] + self._marks[first:])
            self.endInsertRows()
        self._take(marks)

    def _on_codebook_changed(self) -> None:
        if self._marks:
            self.dataChanged.emit(self.index(0), self.index(len(self._marks) - 1))

    def _words(self, mark: Mark) -> str:
        words = flat(mark.words) or say("report_nameless", self._desk.language)
        return isolate(words if len(words) <= _LONGEST else words[:_LONGEST] + "…")

    def _detail(self, session: ArticleSession, mark: Mark) -> str:
        """The second line of a row: naming, or status and source, or codes, or the note."""
        if mark.type is MarkType.SOURCE:
            return titled(self._desk.label(self._naming(session, mark)))
        if mark.type is MarkType.CLAIM:
            return f"{titled(self._desk.label(mark.claim.status))} · {self._sources(session, mark)}"
        codes = [self._code(slug) for slug in mark.codes]
        note = [isolate(flat(mark.note))] if mark.note else []
        return " · ".join([*codes, *note]) or titled(self._desk.label(mark.type))

    def _sources(self, session: ArticleSession, claim: Mark) -> str:
        """The sources of a claim, and what it repeats; a claim without either lacks a source."""
        language, sourcing = self._desk.language, session.desk.sourcing
        separator = say("list_separator", language)
        names = [flat(sourcing.name(link.source)) for link in sourcing.links[claim.id]]
        called = [isolate(name) if name else say("report_nameless", language) for name in names]
        said = [separator.join(called)] if called else []
        if repeated := sourcing.restates.get(claim.id):
            words = separator.join(shortened(session.marks[other].words) for other in repeated)
            said.append(f"{self._desk.label(RelationType.RESTATES)} {words}")
        return " · ".join(said) or self.tr("no source")

    @staticmethod
    def _naming(session: ArticleSession, mark: Mark) -> Naming:
        """How far the article identifies a source: anywhere, as its look and the filter have it."""
        sourcing = session.desk.sourcing
        return sourcing.naming[sourcing.source_of(mark.id)]

    def _code(self, slug: str) -> str:
        code = self._desk.codebook.code(slug)
        return code.label(self._desk.language) if code else slug

    def _look(self, session: ArticleSession, mark: Mark) -> PaintedMark | None:
        naming = self._naming(session, mark) if mark.type is MarkType.SOURCE else None
        waits = session.desk.placing.standing.get(mark.id) is Standing.REVIEW
        standing = Standing.REVIEW if waits else Standing.HERE  # a badge tells what was moved
        return painted(mark, self._desk.codebook, naming=naming, standing=standing)
