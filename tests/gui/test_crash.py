"""An unexpected exception, wherever it happens: saved, told once, its report at hand."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from reader.gui.window.crash import CrashReporter, report
from reader.model.library import SaveState
from tests.support.windows import Person

Logs = list[Any]


@pytest.fixture
def person(
    qapp: QApplication,
    qtbot: QtBot,
    home: Any,
    monkeypatch: pytest.MonkeyPatch,
    expected_logs: Logs,
) -> Iterator[Person]:
    """At an article with a mark that is not saved yet, in the program as it is put together."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    person = Person(qapp, qtbot, home)
    reporter = CrashReporter()
    reporter.install()
    person.runtime.broke.connect(reporter.hear)
    reporter.crashed.connect(person.window.tell_crash, Qt.ConnectionType.QueuedConnection)
    person.open()
    person.mark("مصدر أمني", "1")
    yield person
    person.go()
    reporter.deleteLater()


def _told(person: Person) -> str:
    """The report, once it is told."""
    area = person.window.messages
    person.qtbot.waitUntil(lambda: area.notice("crash") is not None)
    notice = area.notice("crash")
    assert notice is not None
    assert notice.details is not None
    return notice.details()


def _break() -> None:
    raise ZeroDivisionError("قال مصدر أمني")


def test_in_a_slot(person: Person) -> None:
    QTimer.singleShot(0, _break)
    told = _told(person)

    assert "ZeroDivisionError" in told
    assert "مصدر" not in told
    assert person.session.save_state is SaveState.SAVED


def test_in_work_in_the_background(person: Person) -> None:
    person.runtime.run_io(_break, lambda _: None, lambda _: None)

    assert "ZeroDivisionError" in _told(person)
    assert person.session.save_state is SaveState.SAVED


def test_in_a_paint_which_happens_again_with_every_frame(
    person: Person, monkeypatch: pytest.MonkeyPatch, expected_logs: Logs
) -> None:
    def paint(painter: QPainter, *_: object) -> None:
        painter.save()
        painter.restore()
        _break()

    monkeypatch.setattr(person.window.view._painter, "paint", paint)
    person.window.view.viewport().update()
    told = _told(person)
    for _ in range(5):
        person.window.view.viewport().update()
        person.qtbot.wait(20)

    assert "ZeroDivisionError" in told
    critical = [r for r in expected_logs if "ZeroDivisionError" in r.getMessage()]
    assert len(critical) == 1
    monkeypatch.undo()


def test_the_report_is_copied_by_its_button(person: Person) -> None:
    QTimer.singleShot(0, _break)
    told = _told(person)
    buttons = person.window.messages.findChildren(QPushButton)
    copy = next(button for button in buttons if button.text() == "نسخ التقرير")

    person.click(copy)

    assert QGuiApplication.clipboard().text() == told
    assert copy.text() == "نُسخ التقرير"
    assert person.window.messages.notice("crash") is not None


def test_it_is_told_even_where_saving_is_what_went_wrong(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(person.session._saver, "flush", _break)
        QTimer.singleShot(0, lambda: [].pop())
        assert _told(person)


def test_the_program_goes_on_afterwards(person: Person) -> None:
    QTimer.singleShot(0, _break)
    _told(person)

    assert person.mark("شاحنة", "2").words == "شاحنة"


def _deep(levels: int) -> None:
    if levels == 0:
        _break()
    _deep(levels - 1)


def _caught(work: Callable[[], object]) -> BaseException:
    try:
        work()
    except BaseException as error:  # noqa: BLE001 - it is what is asked for
        return error
    raise AssertionError


def test_the_report_of_an_endless_recursion_is_short() -> None:
    told = report(_caught(lambda: _deep(500)))

    assert len(told.splitlines()) < 60
    assert "_break" in told


def test_causes_that_go_round_in_a_circle_end() -> None:
    first, second = ValueError(), KeyError()
    first.__cause__, second.__cause__ = second, first

    assert report(first).count("ValueError") == 1
