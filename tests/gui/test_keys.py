"""Shortcuts by physical key, as a layout without Latin letters sends them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from reader.gui.kit.keys import LatinShortcuts, latin_key

CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
SCAN = {"Z": 52, "C": 54, "V": 55, "A": 38, "L": 46, "1": 10, ",": 59}
ARABIC = {"Z": "ئ", "C": "ؤ", "V": "ر", "A": "ش", "L": "م", "1": "١", ",": "و"}


def _pressed(key: str, modifiers: Qt.KeyboardModifier) -> QKeyEvent:
    """The physical key that bears `key` in Latin, under the layout `ar`."""
    letter = ARABIC[key]
    text = "" if modifiers & CTRL else letter
    return QKeyEvent(QEvent.Type.KeyPress, ord(letter), modifiers, SCAN[key], 0, 0, text)


@pytest.fixture(autouse=True)
def shortcuts(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    mended = LatinShortcuts(qapp, lambda event: latin_key(event, "linux"))
    yield
    qapp.removeEventFilter(mended)
    mended.deleteLater()


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.field = QLineEdit()  # type: ignore[attr-defined]
    window.setCentralWidget(window.field)  # type: ignore[attr-defined]
    window.show()
    window.activateWindow()
    return window


def _action(window: QMainWindow, keys: str) -> list[str]:
    """An action with a shortcut; the list grows with each time that it is triggered."""
    done: list[str] = []
    action = QAction(window)
    action.setShortcut(QKeySequence(keys))
    action.triggered.connect(lambda: done.append(keys))
    window.addAction(action)
    return done


def test_a_shortcut_with_control_works_under_an_arabic_layout(window: QMainWindow) -> None:
    done = _action(window, "Ctrl+L")
    window.setFocus()
    QApplication.sendEvent(window, _pressed("L", CTRL))
    assert done == ["Ctrl+L"]


def test_the_key_of_the_preferences_works_under_an_arabic_layout(window: QMainWindow) -> None:
    done = _action(window, "Ctrl+,")
    window.setFocus()
    QApplication.sendEvent(window, _pressed(",", CTRL))
    assert done == ["Ctrl+,"]


@pytest.mark.parametrize("key", ["L", "1"])
def test_a_shortcut_without_control_works_too(window: QMainWindow, key: str) -> None:
    done = _action(window, key)
    window.setFocus()
    QApplication.sendEvent(window, _pressed(key, NONE))
    assert done == [key]


def test_a_letter_typed_into_a_field_stays_a_letter(window: QMainWindow) -> None:
    done = _action(window, "L")
    field = window.centralWidget()
    assert isinstance(field, QLineEdit)
    field.setFocus()
    QApplication.sendEvent(field, _pressed("L", NONE))
    assert field.text() == "م"
    assert done == []


def test_copy_and_paste_work_in_a_field(window: QMainWindow) -> None:
    field = window.centralWidget()
    assert isinstance(field, QLineEdit)
    field.setFocus()
    field.setText("مصدر")
    for key in ("A", "C"):
        QApplication.sendEvent(field, _pressed(key, CTRL))
    assert QGuiApplication.clipboard().text() == "مصدر"
    field.clear()
    QApplication.sendEvent(field, _pressed("V", CTRL))
    assert field.text() == "مصدر"


def test_an_action_that_is_disabled_stays_so(window: QMainWindow) -> None:
    done = _action(window, "Ctrl+L")
    window.actions()[0].setEnabled(False)
    window.setFocus()
    QApplication.sendEvent(window, _pressed("L", CTRL))
    assert done == []


def test_a_latin_key_is_left_to_qt(window: QMainWindow) -> None:
    seen: list[int] = []
    mended = LatinShortcuts(QApplication.instance(), lambda e: seen.append(e.key()) or 0)  # type: ignore[arg-type, func-returns-value]
    window.setFocus()
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_L, CTRL, SCAN["L"], 0, 0, "")
    QApplication.sendEvent(window, event)
    QApplication.instance().removeEventFilter(mended)  # type: ignore[union-attr]
    assert seen == []


@pytest.mark.parametrize(
    ("platform", "scan", "virtual", "expected"),
    [
        ("linux", 52, 0, "Z"),
        ("linux", 999, 0, ""),
        ("win32", 44, 0x5A, "Z"),
        ("win32", 2, 0x31, "1"),
        ("win32", 39, 0xBA, ""),
        ("darwin", 6, 6, ""),
    ],
)
def test_the_physical_key_is_known_by_its_place(
    platform: str, scan: int, virtual: int, expected: str
) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, ord("ئ"), CTRL, scan, virtual, 0, "")
    assert latin_key(event, platform) == (ord(expected) if expected else 0)
