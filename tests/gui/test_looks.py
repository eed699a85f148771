"""The full screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.windows import Person


@pytest.fixture
def person(qapp: QApplication, qtbot: QtBot, home: Any) -> Iterator[Person]:
    person = Person(qapp, qtbot, home)
    yield person
    person.go()


def _fill(person: Person) -> None:
    person.press("F11")
    person.qtbot.waitUntil(person.window.isFullScreen)


def test_the_full_screen_is_entered_and_left_by_its_key(person: Person) -> None:
    _fill(person)
    assert person.window.table["fullscreen"].isChecked()

    person.press("F11")

    person.qtbot.waitUntil(lambda: not person.window.isFullScreen())
    assert not person.window.table["fullscreen"].isChecked()


def test_escape_leaves_the_full_screen_when_there_is_nothing_else_to_leave(
    person: Person,
) -> None:
    person.open()
    person.mark("مصدر أمني", "1")
    _fill(person)
    person.window.view.setFocus()

    person.press("Esc")
    assert person.window.desk.selected is None
    assert person.window.isFullScreen()
    person.press("Esc")

    person.qtbot.waitUntil(lambda: not person.window.isFullScreen())


def test_escape_leaves_the_full_screen_of_the_start_page(person: Person) -> None:
    _fill(person)
    person.press("Esc")

    person.qtbot.waitUntil(lambda: not person.window.isFullScreen())
