"""A window for tests: a real library in a temporary folder, a real runtime, a person's hands."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reader.gui.desk.runtime import QtRuntime
from reader.gui.desk.services import Services
from reader.gui.kit.i18n import Interface
from reader.gui.kit.preferences import Preferences
from reader.gui.kit.theme import Appearance
from reader.gui.window.main_window import MainWindow
from reader.model.annotations import Mark
from reader.model.article import Article
from reader.model.library import SaveState
from reader.session.article import ArticleSession
from reader.session.library import LibrarySession
from reader.session.maker import Maker
from reader.settings import InterfaceLanguage, Settings, ThemeChoice
from reader.store import Store, open_library
from tests.support.desks import span_of
from tests.support.libraries import a_page

SLEEPER = (sys.executable, "-c", "import sys; sys.stdin.buffer.readline()")
"""A worker that answers nothing, for windows that read no page."""


class Person:
    """Somebody at a window: opens articles, selects words, presses keys."""

    def __init__(
        self,
        app: QApplication,
        qtbot: QtBot,
        home: Path,
        *,
        worker: Sequence[str] | None = SLEEPER,
        language: InterfaceLanguage = InterfaceLanguage.AR,
    ) -> None:
        self._gone = False
        self.qtbot = qtbot
        self.runtime = QtRuntime(worker)
        self.store: Store = open_library(home)
        self.saved: list[Settings] = []
        self.interface = Interface(app, language)
        self.appearance = Appearance(app, ThemeChoice.LIGHT)
        settings = Settings(language=language, theme=ThemeChoice.LIGHT)
        self.preferences = Preferences(settings, self.saved.append, self.runtime)
        library = LibrarySession(self.store, self.runtime, Maker(self.store.agent))
        self.services = Services(
            library, self.runtime, self.interface, self.appearance, self.preferences
        )
        self.window = MainWindow(self.appearance.theme, settings.geometry)
        self.window.furnish(self.services)
        qtbot.addWidget(self.window)
        self.window.showNormal()
        self.window.resize(1366, 768)
        qtbot.waitUntil(lambda: self.window.width() == 1366)

    @property
    def session(self) -> ArticleSession:
        found = self.window.desk.session
        assert found is not None
        return found

    @property
    def marks(self) -> list[Mark]:
        return self.session.here()

    @property
    def selected(self) -> Mark:
        found = self.window.desk.selected_mark
        assert found is not None
        return found

    def open(self, article: Article | None = None, data: bytes = b"") -> ArticleSession:
        """Put an article into the library and onto the desk."""
        if article is None:
            article, data = a_page()
        self.open_known(self.store.add(article, data).id)
        return self.session

    def open_known(self, article_id: UUID) -> None:
        """Open an article of the library, and wait for it."""
        with self.qtbot.waitSignal(self.window.opener.ended):
            self.window.opener.open_article(article_id)

    def press(self, *keys: str) -> None:
        """Press keys, such as `Ctrl+Z` or `1`, where the focus is."""
        for key in keys:
            QTest.keySequence(self.window.focusWidget() or self.window, key)

    def select(self, words: str, occurrence: int = 1) -> None:
        self.window.view.setFocus()
        self.window.view.select(*span_of(self.session.article, words, occurrence))

    def mark(self, words: str, key: str, occurrence: int = 1) -> Mark:
        """Mark words by a key; the mark is selected then."""
        self.select(words, occurrence)
        self.press(key)
        return self.selected

    def click(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def saves(self) -> None:
        """Wait until all is saved."""
        self.qtbot.waitUntil(lambda: self.session.save_state is SaveState.SAVED)

    def go(self) -> None:
        """Close the window and everything behind it. A second time does nothing."""
        if not self._gone:
            self._gone = True
            self.window.close()
            self.runtime.close()
            self.store.close()
            for thing in (self.interface, self.appearance, self.preferences, self.runtime):
                thing.deleteLater()
            QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as it was found
