"""Copying words: alone, or with where they come from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTextEdit

from reader.export import Origin, cited
from reader.gui.commander import Frame
from reader.gui.i18n import locale_of
from reader.gui.plain import plain
from reader.model.article import Direction
from reader.model.errors import Message
from reader.model.summary import Language
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
            words = self._words(desk.session)
            QGuiApplication.clipboard().setMimeData(_with_origin(words, desk.session))
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
        desk.told.emit(Message(code="copied_cited"))
        return _with_origin(words, desk.session)


def _with_origin(words: str, session: ArticleSession) -> QMimeData:
    origin = origin_of(session)
    html, text = cited(words, origin, dated(origin.language))
    data = plain(text)
    data.setHtml(html)
    return data


def origin_of(session: ArticleSession) -> Origin:
    """Where the words of an article come from."""
    page, version = session.article.metadata, session.article.version
    kept = (c.imported_at for c in session.record.captures if c.version == version)
    return Origin(
        language="ar" if session.direction is Direction.RTL else "en",
        title=page.title,
        outlet=page.outlet,
        url=page.url,
        published=page.published,
        saved_at=page.saved_at,
        kept_at=next(kept, None),
    )


def dated(language: Language) -> Callable[[date], str]:
    """How a day is written in a language: the names of months differ by region."""
    locale = locale_of(language)
    return lambda day: f"{day.day} {locale.standaloneMonthName(day.month)} {day.year}"
