"""A known article is seen before anything stands around it, and stays where it is then."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QMenuBar, QToolBar
from pytestqt.qtbot import QtBot

from reader import app as program
from reader.gui.kit.fonts import typography_of
from reader.gui.kit.i18n import numeral
from reader.gui.window.main_window import MainWindow
from reader.model.article import Article
from reader.settings import InterfaceLanguage
from reader.store import glance, load_settings
from reader.store.glance import glance_article
from tests.gui.test_typesetting import long_page
from tests.support.windows import Person

Sit = Callable[..., Person]
READ = 9_000
"""Where the article was read, in code points."""


class Returning:
    """Somebody who read an article, closed the window, and opens the page again."""

    def __init__(self, sit: Sit, folder: Path, language: InterfaceLanguage) -> None:
        self.person = sit(language=language)
        article, data = long_page()
        self.person.open(article, data)
        self.page = folder / "page.html"
        self.page.write_bytes(data)
        view = self.person.window.view
        view.read_from(READ)
        self.place = _place(self.person.window)
        self.first_line = view.first_visible()
        self.person.qtbot.wait(50)  # what is asked of a window while it is laid out comes later
        self.around = self.person.window.around(self.person.window.panels.article)
        assert self.person.window._turnover.leave()
        self.person.session.flush()
        self.person.runtime.drain()

    @property
    def article(self) -> Article:
        return self.person.session.article

    def come_back(self) -> MainWindow:
        """The first sight of the same article in a new window of the same size."""
        known = glance_article(self.person.store.home, self.page)
        assert known is not None
        settings = self.person.preferences.settings
        theme, typography = self.person.appearance.theme, typography_of(settings, known.zoom)
        window = MainWindow(theme, typography=typography)
        self.person.qtbot.addWidget(window)
        window.setWindowState(Qt.WindowState.WindowNoState)
        window.resize(self.person.window.size())
        window.show_first(known, self.around)
        self.person.qtbot.waitUntil(lambda: window.view.was_painted)
        return window

    def furnish(self, window: MainWindow) -> None:
        self.person.window.close()
        window.furnish(self.person.services)
        with self.person.qtbot.waitSignal(window.opener.ended):
            window.begin([self.page])


def _place(window: MainWindow) -> QRect:
    """Where the view of the article stands in its window."""
    return QRect(window.view.mapTo(window, QPoint()), window.view.size())


@pytest.fixture(params=[InterfaceLanguage.AR, InterfaceLanguage.EN])
def returning(sit: Sit, tmp_path: Path, request: pytest.FixtureRequest) -> Returning:
    return Returning(sit, tmp_path, request.param)


def test_the_article_is_seen_where_it_was_read_before_anything_can_be_done(
    returning: Returning,
) -> None:
    window = returning.come_back()
    assert window.view.first_visible() == returning.first_line > 0
    assert window.findChildren(QToolBar) == []
    assert window.findChildren(QMenuBar) == []
    assert "Isnad" in window.windowTitle() or "إسناد" in window.windowTitle()


def test_nothing_moves_when_the_rest_comes(returning: Returning) -> None:
    window = returning.come_back()
    assert _place(window).topLeft() == returning.place.topLeft()
    assert _place(window).width() == returning.place.width()
    before = window.view.first_visible(), window.view.scrolled(), _place(window)

    returning.furnish(window)

    assert window.desk.session is not None
    returning.person.qtbot.waitUntil(window.updatesEnabled)
    assert (window.view.first_visible(), window.view.scrolled(), _place(window)) == before


def test_the_article_that_is_opened_takes_the_place_of_the_one_that_was_looked_at(
    returning: Returning,
) -> None:
    window = returning.come_back()
    assert isinstance(window.view._article, glance.Article)
    returning.furnish(window)
    assert isinstance(window.view._article, Article)
    window.view.setFocus()
    window.view.select(0, 4)
    returning.person.window = window
    returning.person.press("1")
    assert len(returning.person.marks) == 1


def test_an_article_whose_marks_are_damaged_is_taken_away_and_said_so(
    returning: Returning,
) -> None:
    window = returning.come_back()
    folder = returning.person.store.home / "articles" / str(returning.person.session.id)
    (folder / "annotations.json").write_text("{", "utf-8")
    returning.furnish(window)
    notice = window.messages.notice("error") or window.banners.notice("error")
    assert notice is not None
    assert notice.text()
    returning.person.qtbot.waitUntil(window.start.isVisible)
    assert not window.view.isVisible()
    assert window.view._article is None


def test_what_a_person_does_before_all_is_there_waits(
    qapp: QApplication, qtbot: QtBot, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flags: list[QEventLoop.ProcessEventsFlag] = []
    first = program._FirstSight(qapp, home / "settings.json")
    monkeypatch.setattr(QApplication, "processEvents", lambda *given: flags.append(given[-1]))
    first.breathe()
    first._until(lambda: len(flags) > 2, 5)
    first.interface.deleteLater()
    first.appearance.deleteLater()
    assert set(flags) == {QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents}


def test_settings_of_which_the_first_look_understands_none_hold_all_the_same(
    qapp: QApplication, tmp_path: Path
) -> None:
    file = tmp_path / "settings.json"
    file.write_text('{"schema": 1, "language": "ar", "theme": "sepia", "digits": "arabic"}')
    first = program._FirstSight(qapp, file)
    settings, trouble = load_settings(file)
    first.correct(settings)
    found = first.interface.language, numeral(1), first.appearance.theme.name
    for thing in (first.interface, first.appearance):
        thing.deleteLater()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert (*found, trouble) == ("ar", "١", "sepia", None)


@pytest.fixture(scope="module")
def at_first_sight(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[str]]:
    """The modules that are loaded when a known article is painted for the first time."""
    home = tmp_path_factory.mktemp("home")
    article, data = long_page()
    (home / "page.html").write_bytes(data)
    environment = {**os.environ, "ISNAD_HOME": str(home)}
    from reader.settings import Settings
    from reader.store import open_library, save_settings

    with open_library(home) as store:
        store.add(article, data)
    save_settings(home / "settings.json", Settings(surroundings=(240, 80, 300, 30)))
    watched = (
        "import sys; from reader.gui.page.page_view import PageView\n"
        "paint = PageView.paintEvent\n"
        "def watched(view, event):\n"
        "    paint(view, event)\n"
        "    if view._article is not None and not hasattr(sys, 'seen'):\n"
        "        sys.seen = print(*sys.modules, flush=True)\n"
        "PageView.paintEvent = watched\n"
        "from reader.__main__ import main\n"
        "sys.exit(main())"
    )
    running = subprocess.Popen(
        [sys.executable, "-c", watched, str(home / "page.html")],
        stdout=subprocess.PIPE,
        env=environment,
        text=True,
    )
    assert running.stdout is not None
    yield running.stdout.readline().split()
    running.kill()
    running.wait()
    running.stdout.close()


@pytest.mark.parametrize(
    "later",
    [
        *("pydantic", "pydantic_core", "regex", "platformdirs", "uuid", "logging.handlers"),
        *("reader.session.library", "reader.gui.panels.inspector", "reader.model.article"),
        *("lxml", "trafilatura", "readability", "reader.export", "PySide6.QtSvg"),
    ],
)
def test_an_article_is_seen_before_this_is_loaded(at_first_sight: list[str], later: str) -> None:
    assert "reader.gui.page.reading_view" in at_first_sight
    assert later not in at_first_sight
