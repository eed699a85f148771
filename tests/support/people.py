"""What a person does to widgets, by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QFrame,
    QLabel,
    QScrollBar,
    QSplitter,
    QWidget,
)

W = TypeVar("W", bound=QWidget)

_PASSIVE = (QLabel, QScrollBar, QSplitter)


def find(parent: QWidget, kind: type[W], name: str) -> W:
    """The one widget of that name that can be seen; what was let go is not found."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    found = [w for w in parent.findChildren(kind, name) if w.isVisible()]
    assert len(found) == 1, f"{name}: {found}"
    return found[0]


def click(widget: QWidget, at: QPoint | None = None) -> None:
    target = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=at or target.rect().center())


def press(widget: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(widget, key)


def write(widget: QWidget, words: str) -> None:
    """Click into a field, go to its end and type."""
    click(widget)
    QTest.keyClick(widget, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    type_in(widget, words)


def type_in(widget: QWidget, words: str) -> None:
    """Type letter by letter. (`QTest.keyClicks` ends the program at an Arabic letter.)"""
    for letter in words:
        if letter == "\n":
            QTest.keyClick(widget, Qt.Key.Key_Return)
            continue
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            none = Qt.KeyboardModifier.NoModifier
            QApplication.sendEvent(widget, QKeyEvent(kind, ord(letter.upper()), none, letter))


def rewrite(widget: QWidget, words: str) -> None:
    """Click into a field and type over what is there."""
    click(widget)
    QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(widget, Qt.Key.Key_Delete)
    type_in(widget, words)


def pick(combo: QComboBox, words: str) -> None:
    """Open a combo box, go to an item and press Enter."""
    click(combo)
    row = next(i for i in range(combo.count()) if words in combo.itemText(i))
    combo.view().setCurrentIndex(combo.model().index(row, 0))
    QTest.keyClick(combo.view(), Qt.Key.Key_Return)


def seen(parent: QWidget) -> Iterator[QWidget]:
    """Every widget below this one that can be seen, but for Qt's own parts."""
    for widget in parent.findChildren(QWidget):
        if widget.isVisible() and not widget.objectName().startswith("qt_"):
            yield widget


def name_of(widget: QWidget) -> str:
    """What a screen reader calls a widget."""
    told = QAccessible.queryAccessibleInterface(widget)
    return told.text(QAccessible.Text.Name).strip() if told else ""


def nameless(parent: QWidget) -> list[str]:
    """A widget and those below it that can be reached but have no name."""
    found = []
    for widget in (parent, *seen(parent)):
        passive = isinstance(widget, _PASSIVE) or type(widget) in (QWidget, QFrame)
        if passive or widget.focusPolicy() is Qt.FocusPolicy.NoFocus:
            continue
        if not name_of(widget):
            found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found
