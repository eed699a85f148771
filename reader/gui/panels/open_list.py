"""What the article leaves open, each point with the marks that it is about: a click leads there."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from reader.gui.kit.layouts import Rows, isolated, shortened
from reader.model.annotations import Mark
from reader.session.article import ArticleSession
from reader.session.open_points import OpenPoint

_AT_ONCE = 3
"""Marks shown of a point before somebody asks for all."""
_MOST = 60
_WORDS = 34
"""Code points of a mark's words on its button."""


class OpenList(QWidget):
    """The open points of the article on the desk."""

    chosen = Signal(object)
    """Id of a mark."""

    def __init__(self) -> None:
        super().__init__()
        self._points: Rows[str, PointRow] = Rows(self._make_row, spacing=8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._points)

    def show_points(self, session: ArticleSession, points: Sequence[tuple[OpenPoint, str]]) -> None:
        """Show points with their words."""
        self._points.show_keys([point.message.code for point, _ in points])
        for point, words in points:
            row = self._points.rows[point.message.code]
            row.show_point(words, [m for i in point.marks if (m := session.marks.get(i))])

    def _make_row(self, _code: str) -> PointRow:
        row = PointRow()
        row.chosen.connect(self.chosen)
        return row


class PointRow(QWidget):
    """One open point."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._all = False
        self._marks: list[Mark] = []
        self._words = QLabel()
        self._words.setObjectName("open_point")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._links: Rows[UUID, QPushButton] = Rows(self._make_link, spacing=0)
        self._more = QPushButton()
        self._more.setObjectName("more_marks")
        self._more.setProperty("kind", "quiet")
        self._more.clicked.connect(lambda _: self._show_all())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._words)
        layout.addWidget(self._links)
        layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)

    def show_point(self, words: str, marks: list[Mark]) -> None:
        self._words.setText(words)
        self._marks = marks
        shown = marks[: _MOST if self._all else _AT_ONCE]
        self._links.show_keys([mark.id for mark in shown])
        for mark in shown:
            button = self._links.rows[mark.id]
            button.setText(shortened(mark.words, _WORDS).replace("&", "&&") or "—")
            button.setToolTip(isolated(mark.words[:200]))
            button.setAccessibleName(f"{words}: {isolated(mark.words)}")
        more = len(marks) - len(shown)
        self._more.setVisible(more > 0)
        self._more.setText(self.tr("and %n other(s)", "", more))
        self._more.setEnabled(not self._all)

    def _show_all(self) -> None:
        self._all = True
        self.show_point(self._words.text(), self._marks)

    def _make_link(self, mark: UUID) -> QPushButton:
        button = QPushButton()
        button.setObjectName("open_mark")
        button.setProperty("kind", "jump")
        button.setMinimumWidth(40)
        button.clicked.connect(lambda _: self.chosen.emit(mark))
        return button
