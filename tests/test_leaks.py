"""A test that leaves something running fails."""

import threading

import pytest
from PySide6.QtCore import QObject, QThread, QTimer

from tests.support import leaks


@pytest.fixture(autouse=True)
def _impatient(monkeypatch):
    monkeypatch.setattr(leaks, "GRACE_SECONDS", 0.2)


def test_a_thread_left_running_fails_the_test():
    gate = threading.Event()
    with pytest.raises(pytest.fail.Exception, match="lingering"), leaks.no_threads_left():
        threading.Thread(target=gate.wait, name="lingering").start()
    gate.set()


def test_a_thread_about_to_end_is_waited_for():
    with leaks.no_threads_left():
        threading.Timer(0.05, lambda: None).start()


def test_a_timer_left_running_fails_the_test(qapp, monkeypatch):
    timer = QTimer()
    with (
        pytest.raises(pytest.fail.Exception, match="QTimer"),
        leaks.nothing_of_qt_left(monkeypatch),
    ):
        timer.start(10_000)
    assert not timer.isActive()


def test_a_qt_thread_left_running_fails_the_test(qapp, monkeypatch):
    thread = QThread()
    with (
        pytest.raises(pytest.fail.Exception, match="QThread"),
        leaks.nothing_of_qt_left(monkeypatch),
    ):
        thread.start()
    assert not thread.isRunning()


def test_a_timer_may_die_with_its_owner(qapp, monkeypatch):
    with leaks.nothing_of_qt_left(monkeypatch):
        owner = QObject()
        QTimer(owner).start(10_000)
        owner.deleteLater()
