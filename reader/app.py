"""The composition root of the window: everything is made here and handed in."""

from __future__ import annotations

import faulthandler
import gc
import logging
import os
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import (
    QLoggingCategory,
    QMessageLogContext,
    QSocketNotifier,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from reader.gui.desk.runtime import QtRuntime
from reader.gui.desk.services import Services
from reader.gui.kit.i18n import Interface
from reader.gui.kit.keys import LatinShortcuts
from reader.gui.kit.preferences import Preferences
from reader.gui.kit.theme import Appearance
from reader.gui.window.crash import CrashReporter
from reader.gui.window.main_window import MainWindow
from reader.session.library import LibrarySession
from reader.session.maker import Maker
from reader.settings import home as home_of
from reader.settings import settings_file
from reader.store import (
    Store,
    installation_agent,
    load_settings,
    open_library,
    save_settings,
)

_WARM_AFTER = 1.0
"""Seconds after which a worker is made ready for a page that is likely to be opened."""
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
    place = settings_file()
    sys.setswitchinterval(_TURN)
    with _logged(place.parent / "logs"):
        app = QApplication(sys.argv[:1])
        app.setApplicationName("Isnad")
        app.setDesktopFileName("isnad")
        app.setQuitOnLastWindowClosed(False)
        runtime = QtRuntime()
        # Not at once: a known article needs no worker, and the window needs the processor.
        runtime.call_later(_WARM_AFTER, runtime.warm_up)
        try:
            return _Program(app, runtime, place, home).run(page)
        finally:
            runtime.close()


class _Program:
    """What outlives a library: the person's settings and how the program looks and speaks."""

    def __init__(
        self, app: QApplication, runtime: QtRuntime, place: Path, home: Path | None
    ) -> None:
        self._app = app
        self._runtime = runtime
        self._agent = installation_agent(place)
        settings, self._trouble = load_settings(place)
        self._home = home_of(home, settings)
        self._interface = Interface(app, settings.language, settings.digits)
        self._appearance = Appearance(app, settings.theme)
        self._preferences = Preferences(
            settings, lambda changed: save_settings(place, changed), runtime
        )
        self._crashes = CrashReporter()
        self._crashes.install()
        runtime.broke.connect(self._crashes.hear)
        LatinShortcuts(app)

    def run(self, page: Path | None) -> int:
        """Open the library, again and taken over where a person asks for that."""
        take_over = False
        while True:
            with open_library(self._home, take_over=take_over, agent=self._agent) as store:
                window = self._window(store)
                window.begin([page] if page else [])
                QTimer.singleShot(0, _collect_from_now_on)
                with _ended_by_signals(window.close):
                    code = self._app.exec()
                self._runtime.drain()
            if not window.take_over:
                return code
            take_over = True

    def _window(self, store: Store) -> MainWindow:
        library = LibrarySession(store, self._runtime, Maker(store.agent))
        window = MainWindow(
            Services(library, self._runtime, self._interface, self._appearance, self._preferences)
        )
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


@contextmanager
def _logged(folder: Path) -> Iterator[None]:
    """Keep a log beside the settings: codes and places in the program, no word of an article."""
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
    # It names every script that a system has no font for, at each start: of no use to anybody.
    QLoggingCategory.setFilterRules("qt.text.font.db.warning=false")
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
