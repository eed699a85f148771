"""The composition root of the window: everything is made here and handed in.

A known article is seen first, and all that takes longer to load is loaded behind it. So only what
that first sight needs is imported here; the rest is imported where it is used.
"""

from __future__ import annotations

import gc
import logging
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from PySide6.QtCore import (
    QEventLoop,
    QLoggingCategory,
    QMessageLogContext,
    QSocketNotifier,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from reader import places
from reader.gui.kit.fonts import USUAL, typography_of
from reader.gui.kit.i18n import Interface
from reader.gui.kit.theme import STYLE, Appearance
from reader.gui.window.main_window import MainWindow
from reader.store import glance

if TYPE_CHECKING:
    from reader.gui.desk.runtime import QtRuntime
    from reader.gui.desk.services import Services
    from reader.settings import Settings
    from reader.store import Store

_SEEN, _OPENED = 1.0, 10.0
"""Seconds after which the start no longer waits for a window system, and for a disk."""
_TICK = 0.002
"""Seconds between two looks whether what is waited for has come."""
_TURN = 0.0005
"""Seconds after which work in the background lets the window have a turn. The window lets go of the
interpreter hundreds of times in one paint, and at Python's own 5 ms may wait so long each time."""
_LOG_SIZE, _LOG_FILES = 256 * 1024, 3
_LEVELS = {
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def run(page: Path | None = None, home: Path | None = None) -> int:
    """Open the window, on a page where one is given. Returns the exit code.

    Args:
        page: a saved page; None: the sample in an empty library, else the articles opened last.
        home: the library's folder; None: as `reader.settings.home` finds it.
    """
    place = places.settings_file()
    sys.setswitchinterval(_TURN)
    _hush()
    app = QApplication([*sys.argv[:1], *STYLE])
    app.setApplicationName("Isnad")
    app.setDesktopFileName("isnad")
    app.setQuitOnLastWindowClosed(False)
    first = _FirstSight(app, place)
    if page is not None:
        first.show(page, home)
    with _logged(place.parent / "logs"):
        from reader.gui.desk.runtime import QtRuntime

        runtime = QtRuntime()
        try:
            return _Program(first, runtime, place, home).run(page)
        finally:
            runtime.close()


class _FirstSight:
    """How the program looks and speaks, and its window: with a known article, seen at once.

    What a person does meanwhile waits with the system until the window is furnished and the
    article is opened: nothing of it is lost, and nothing is done to what is only looked at.
    """

    def __init__(self, app: QApplication, place: Path) -> None:
        self.app = app
        self._settings: glance.Settings | Settings = glance.glance_settings(place)
        self.interface = Interface(app, self._settings.language, self._settings.digits)
        self.appearance = Appearance(app, self._settings.theme)
        self._shown: MainWindow | None = None

    def show(self, page: Path, home: Path | None) -> None:
        """Show the article of a page, where the library knows it."""
        around = self._settings.surroundings
        if around is None:
            return  # it would have to move when the rest comes
        known = glance.glance_article(places.library(home, self._settings.library), page)
        if known is not None:
            self._shown = self._made(known.zoom)
            self._shown.show_first(known, around, self.breathe)
            self._until(self._is_seen, _SEEN)

    def correct(self, settings: Settings) -> None:
        """Look and speak as the settings say: the first look at them may have understood none."""
        if self._shown is None:
            self._settings = settings
        if self.interface.choice is not settings.language:
            self.interface.choose(settings.language)
        self.interface.choose_digits(settings.digits)
        self.appearance.choose(settings.theme)

    def window(self, services: Services) -> MainWindow:
        """The window, furnished: the one that shows an article already, or a new one."""
        window, self._shown = self._shown or self._made(), None
        window.furnish(services, self.breathe)
        return window

    def wait_for(self, window: MainWindow) -> None:
        """Wait until the article that is seen already is open."""
        if window.shows_first:
            self._until(lambda: not window.opener.is_busy, _OPENED)

    def breathe(self) -> None:
        """Let the window be painted; what a person does has to wait."""
        self.app.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

    def _made(self, zoom: int = USUAL) -> MainWindow:
        typography = typography_of(self._settings, zoom)
        return MainWindow(self.appearance.theme, self._settings.geometry, typography)

    def _is_seen(self) -> bool:
        return self._shown is not None and self._shown.view.was_painted

    def _until(self, done: Callable[[], bool], seconds: float) -> None:
        end = time.monotonic() + seconds
        self.breathe()
        while not done() and time.monotonic() < end:
            time.sleep(_TICK)
            self.breathe()


class _Program:
    """What outlives a library: the person's settings and what tells of a crash."""

    def __init__(
        self, first: _FirstSight, runtime: QtRuntime, place: Path, home: Path | None
    ) -> None:
        from reader.gui.kit.keys import LatinShortcuts
        from reader.gui.kit.preferences import Preferences
        from reader.gui.window.crash import CrashReporter
        from reader.settings import home as home_of
        from reader.store import installation_agent, load_settings, save_settings

        first.breathe()
        self._first = first
        self._app = first.app
        self._runtime = runtime
        self._agent = installation_agent(place)
        settings, self._trouble = load_settings(place)
        first.correct(settings)
        self._home = home_of(home, settings)
        self._preferences = Preferences(
            settings, lambda changed: save_settings(place, changed), runtime
        )
        self._crashes = CrashReporter()
        self._crashes.install()
        runtime.broke.connect(self._crashes.hear)
        LatinShortcuts(self._app)

    def run(self, page: Path | None) -> int:
        """Open the library, again and taken over where a person asks for that."""
        from reader.store import open_library

        take_over = False
        while True:
            with open_library(self._home, take_over=take_over, agent=self._agent) as store:
                window = self._window(store)
                window.begin([page] if page else [])
                self._first.wait_for(window)
                QTimer.singleShot(0, _collect_from_now_on)
                with _ended_by_signals(window.close):
                    code = self._app.exec()
                self._runtime.drain()
            if not window.take_over:
                return code
            take_over = True

    def _window(self, store: Store) -> MainWindow:
        from reader.gui.desk.services import Services
        from reader.session.library import LibrarySession
        from reader.session.maker import Maker

        self._first.breathe()
        library = LibrarySession(store, self._runtime, Maker(store.agent))
        services = Services(
            library,
            self._runtime,
            self._first.interface,
            self._first.appearance,
            self._preferences,
        )
        window = self._first.window(services)
        window.closed.connect(self._app.quit)
        # Later: in the midst of a paint, nothing can be shown.
        queued = Qt.ConnectionType.QueuedConnection
        self._crashes.crashed.connect(window.tell_crash, queued)
        if self._trouble is not None:
            window.notices.tell_error(self._trouble)
        window.show()
        return window


def _collect_from_now_on() -> None:
    """Let the garbage collector begin (`reader.__main__` held it back), with what comes now.

    What there is by now stays to the end: it need not be looked through again and again.
    """
    gc.freeze()
    gc.enable()


def _hush() -> None:
    """Qt names every script that a system has no font for, at each start: of no use to anybody."""
    QLoggingCategory.setFilterRules("qt.text.font.db.warning=false")


@contextmanager
def _logged(folder: Path) -> Iterator[None]:
    """Keep a log beside the settings: codes and places in the program, no word of an article."""
    import faulthandler
    from logging.handlers import RotatingFileHandler

    handlers: list[logging.Handler] = [logging.NullHandler()]
    with suppress(OSError):  # a program that cannot keep a log still runs
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handlers.append(
            RotatingFileHandler(
                folder / "isnad.log", maxBytes=_LOG_SIZE, backupCount=_LOG_FILES, encoding="utf-8"
            )
        )
    logging.basicConfig(
        level=logging.WARNING,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
        handlers=handlers,
    )
    before = qInstallMessageHandler(_on_qt_message)
    crashes = _opened(folder / "crash.log")
    if crashes is not None:
        faulthandler.enable(crashes)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
        if crashes is not None:
            faulthandler.disable()
            crashes.close()


def _opened(file: Path) -> TextIO | None:
    try:
        return file.open("a", encoding="utf-8")
    except OSError:
        return None


def _on_qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.DEBUG), "%s", message)


@contextmanager
def _ended_by_signals(end: Callable[[], object]) -> Iterator[None]:
    """Close the window, as a person would, when the system asks the program to end.

    Python handles a signal only between two of its own instructions, and Qt's loop has none:
    the signal's number is written into a socket, which wakes the loop.
    """
    import signal
    import socket

    inner, outer = socket.socketpair()
    for end_of_pair in (inner, outer):
        end_of_pair.setblocking(False)
    wake = signal.set_wakeup_fd(outer.fileno(), warn_on_full_buffer=False)
    notifier = QSocketNotifier(inner.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda: (inner.recv(64), end()))
    wanted = [signal.SIGINT, signal.SIGTERM] + ([signal.SIGHUP] if os.name == "posix" else [])
    before = {number: signal.signal(number, lambda *_: None) for number in wanted}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(wake)
        notifier.setEnabled(False)
        inner.close()
        outer.close()
