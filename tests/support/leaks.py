"""What a test may not leave behind: running threads, Qt timers and Qt threads.

A leaked timer fires in a later test and fails that one; so the test that leaks fails itself.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

GRACE_SECONDS = 2.0


@contextmanager
def no_threads_left() -> Iterator[None]:
    """Fail when a thread started inside is still running a moment later."""
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + GRACE_SECONDS
    started = [thread for thread in threading.enumerate() if thread not in before]
    for thread in started:
        thread.join(max(0.0, deadline - time.monotonic()))
    left = [thread.name for thread in started if thread.is_alive()]
    if left:
        pytest.fail(f"threads left running: {', '.join(left)}")


@contextmanager
def nothing_of_qt_left(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail when a QTimer or a QThread started inside is still running at the end."""
    from PySide6.QtCore import QCoreApplication, QEvent, QThread, QTimer
    from shiboken6 import isValid

    timers = _starts(monkeypatch, QTimer)
    threads = _starts(monkeypatch, QThread)
    yield
    # Widgets that the test gave to qtbot die only now, and their timers with them.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    active = [timer for timer in timers if isValid(timer) and timer.isActive()]
    running = [thread for thread in threads if isValid(thread) and thread.isRunning()]
    for timer in active:
        timer.stop()
    for thread in running:
        thread.quit()
        thread.wait(round(GRACE_SECONDS * 1000))
    if active or running:
        pytest.fail(f"left running: {', '.join(map(repr, active + running))}")


def _starts(monkeypatch: pytest.MonkeyPatch, kind: Any) -> list[Any]:
    """The objects of a Qt class that are started from now on, kept alive to be looked at."""
    started: list[Any] = []
    original: Callable[..., None] = kind.start

    def start(self: Any, *arguments: Any) -> None:
        started.append(self)
        original(self, *arguments)

    monkeypatch.setattr(kind, "start", start)
    return started
