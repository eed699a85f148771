"""What waits for review as a Qt list: a row for each mark, in reading order."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.gui.desk.desk_controller import DeskController
from reader.gui.desk.review import Review
from reader.gui.kit.layouts import shortened, titled
from reader.model.placing import Standing

Index = QModelIndex | QPersistentModelIndex

_LONGEST = 60
"""Code points of a row's words."""


class ReviewModel(QAbstractListModel):
    """Follows the review when it is told to."""

    def __init__(self, desk: DeskController, review: Review, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._review = desk, review
        self._marks: tuple[UUID, ...] = ()

    def renew(self) -> None:
        """Take the marks anew, where there are others."""
        if self._marks != self._review.marks:
            self.beginResetModel()
            self._marks = self._review.marks
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._marks)

    def row_of(self, mark_id: UUID | None) -> int:
        """The row of a mark, or -1."""
        return self._marks.index(mark_id) if mark_id in self._marks else -1

    def mark_at(self, row: int) -> UUID | None:
        return self._marks[row] if 0 <= row < len(self._marks) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        session = self._desk.session
        mark = session.marks.get(self._marks[index.row()]) if session and index.isValid() else None
        if session is None or mark is None:
            return None
        standing = session.desk.placing.standing[mark.id]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                sign = "؟" if self._desk.language == "ar" else "?"
                sign = sign if standing is Standing.REVIEW else "∅"
                return f"{sign} {shortened(mark.words, _LONGEST)}"
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                said = titled(self._desk.label(standing))
                return f"{said}: {shortened(mark.words, _LONGEST)}"
        return None
