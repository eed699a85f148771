"""The dialog on the saved page: where it comes from, what was found, what it wanted to load."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import (
    QBrush,
    QFont,
    QGuiApplication,
    QImage,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from reader.gui.desk.desk_controller import DeskController
from reader.gui.dialogs.page_facts import Fact, PageFacts, as_text
from reader.gui.kit.layouts import fitted
from reader.gui.kit.theme import Theme
from reader.gui.page.pictures import blank
from reader.session.article import ArticleSession
from reader.session.details import Details, details
from reader.text.bidi import first_strong

_SIZE = QSize(680, 600)
_INLINE = 90
"""Code points of a value that can stand beside its name."""


class _Sheet(QTextEdit):
    """Names and values as plain text, to be selected and copied. It opens and loads nothing."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("facts")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(14)

    def loadResource(self, _kind: int, _name: QUrl | str) -> QImage:
        return blank()

    def show_facts(self, facts: Iterable[Fact]) -> None:
        scrolled = self.verticalScrollBar().value()
        self.clear()
        cursor = QTextCursor(self.document())
        for name, values in facts:
            if not values:
                self._begin(cursor, above=16, words=name)
                cursor.insertText(name, self._chars("accent", bold=True))
                continue
            inline = len(values) == 1 and not self._runs_otherwise(values[0])
            self._begin(cursor, above=5, words=name)
            cursor.insertText(f"{name}: " if inline else name, self._chars("muted"))
            for value in values:
                if not inline:
                    self._begin(cursor, above=0, words=value)
                cursor.insertText(value, self._chars("ink"))
        self.moveCursor(QTextCursor.MoveOperation.Start)  # what was inserted has pushed it on
        self.verticalScrollBar().setValue(scrolled)

    def _runs_otherwise(self, words: str) -> bool:
        """Whether words run against the interface, and so need a line of their own."""
        return first_strong(words) == ("ltr" if self._is_rtl else "rtl") or len(words) > _INLINE

    @property
    def _is_rtl(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def _begin(self, cursor: QTextCursor, *, above: int, words: str) -> None:
        """Begin a block that runs as its words do; all stand at the side of the interface."""
        form = QTextBlockFormat()
        form.setTopMargin(above)
        directions = {"rtl": Qt.LayoutDirection.RightToLeft, "ltr": Qt.LayoutDirection.LeftToRight}
        own = first_strong(words)
        form.setLayoutDirection(directions[own] if own else self.layoutDirection())
        side = Qt.AlignmentFlag.AlignRight if self._is_rtl else Qt.AlignmentFlag.AlignLeft
        form.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        if cursor.position() == 0:
            cursor.setBlockFormat(form)
        else:
            cursor.insertBlock(form)

    def _chars(self, role: str, *, bold: bool = False) -> QTextCharFormat:
        chars = QTextCharFormat()
        chars.setForeground(QBrush(self._theme.colour(role)))
        chars.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        return chars


class PageDetails(QDialog):
    """Shows what was recorded of the page, and copies it as plain text."""

    def __init__(
        self,
        desk: DeskController,
        session: ArticleSession,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About this page"))
        self.resize(fitted(_SIZE, self))
        self._desk, self._session = desk, session
        self._facts: list[Fact] = []
        self.sheet = _Sheet(theme)
        self.sheet.setAccessibleName(self.tr("About this page"))
        buttons = QDialogButtonBox()
        self.copy = QPushButton(self.tr("Copy all"))
        self.copy.clicked.connect(lambda _: QGuiApplication.clipboard().setText(self.text()))
        close = QPushButton(self.tr("Close"))
        buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.sheet, 1)
        layout.addWidget(buttons)
        self._show(None)
        self._handle = session.consider(details, self._show, lambda _: None)
        self.sheet.setFocus()

    def text(self) -> str:
        """All of it, as it is copied."""
        return as_text(self._facts)

    def done(self, result: int) -> None:
        self._handle.cancel()
        super().done(result)

    def _show(self, counted: Details | None) -> None:
        container = self._desk.label(self._session.article.provenance.container)
        facts = PageFacts(self._session.desk, self._desk.words, container, counted)
        self._facts = list(facts.facts())
        self.sheet.show_facts(self._facts)
