"""Copying words: alone, or with where they come from."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTextEdit

from reader.gui.kit.plain import plain
from reader.gui.window.commander import Frame
from reader.model.errors import Message
from reader.session.article import ArticleSession

_EDITORS = (QLineEdit, QPlainTextEdit, QTextEdit)


class Copying:
    """Puts words of the article on the desk on the clipboard."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        frame.view.carry = self._carry

    def copy(self) -> None:
        """Copy what is selected where the focus is; else in the article."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QLabel) and focus.hasSelectedText():
            QGuiApplication.clipboard().setText(focus.selectedText())
        elif isinstance(focus, _EDITORS):
            focus.copy()
        else:
            self._frame.view.copy()

    def copy_cited(self) -> None:
        """Copy the selected words, else those of the selected mark, with their origin."""
        desk = self._frame.desk
        if desk.session is not None:
            from reader.gui.window.citing import with_origin  # with the exporters: not at the start

            words = self._words(desk.session)
            QGuiApplication.clipboard().setMimeData(with_origin(words, desk.session))
            desk.told.emit(Message(code="copied_cited" if words else "origin_copied"))

    def _words(self, session: ArticleSession) -> str:
        if selected := self._frame.view.selection():
            return session.article.page_text[slice(*selected)]
        mark = self._frame.desk.selected_mark
        return mark.words if mark is not None else ""

    def _carry(self, words: str) -> QMimeData:
        """What a plain copy puts on the clipboard, as the person has set it."""
        desk = self._frame.desk
        if desk.session is None or not self._frame.services.preferences.settings.cite:
            return plain(words)
        from reader.gui.window.citing import with_origin  # with the exporters: not at the start

        desk.told.emit(Message(code="copied_cited"))
        return with_origin(words, desk.session)
