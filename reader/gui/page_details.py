"""The dialog on the saved page: where it comes from, what was found, what it wanted to load."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, QUrl
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

from reader.gui.desk_controller import DeskController
from reader.gui.page_facts import Fact, PageFacts, as_text
from reader.gui.pictures import blank
from reader.gui.theme import Theme
from reader.session.article import ArticleSession
from reader.session.details import Details, details
from reader.text.bidi import first_strong

_SIZE = (680, 600)


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
        cursor = self.textCursor()
        for name, values in facts:
            self._add(cursor, name, is_part=not values, above=16 if not values else 6)
            for value in values:
                self._add(cursor, value, above=0, is_value=True)
        self.verticalScrollBar().setValue(scrolled)

    def _add(
        self,
        cursor: QTextCursor,
        words: str,
        *,
        above: int,
        is_part: bool = False,
        is_value: bool = False,
    ) -> None:
        form, chars = QTextBlockFormat(), QTextCharFormat()
        form.setTopMargin(above)
        directions = {"rtl": Qt.LayoutDirection.RightToLeft, "ltr": Qt.LayoutDirection.LeftToRight}
        found = first_strong(words)
        form.setLayoutDirection(directions[found] if found else self.layoutDirection())
        # All of it stands at the side of the interface, whichever way it runs.
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        form.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        if is_part:
            chars.setFontWeight(QFont.Weight.Bold)
            chars.setForeground(QBrush(self._theme.colour("accent")))
        else:
            role = "ink" if is_value else "muted"
            chars.setForeground(QBrush(self._theme.colour(role)))
        if cursor.position() == 0:
            cursor.setBlockFormat(form)
        else:
            cursor.insertBlock(form)
        cursor.insertText(words, chars)


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
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About this page"))
        self.resize(*_SIZE)
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
