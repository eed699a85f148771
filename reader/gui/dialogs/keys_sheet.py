"""All keys on one sheet: those of the actions by their menus, and those that are no actions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.gui.kit.action_table import ACTIONS
from reader.gui.kit.actions import keys_of, translated
from reader.gui.kit.i18n import QT_TRANSLATE_NOOP
from reader.gui.kit.layouts import fitted
from reader.gui.kit.menu_table import MENUS
from reader.text.bidi import left_to_right
from reader.text.fold import Profile, fold

_MOST_COLUMNS: Final = 4
_MARGIN: Final = 12
_SIZE: Final = QSize(1320, 690)
_SCROLLING: Final = frozenset(
    {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
)
_ARROWS: Final = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}
_TEXT: Final = QT_TRANSLATE_NOOP("KeysSheet", "In the text")
_LISTS: Final = QT_TRANSLATE_NOOP("KeysSheet", "In lists")
_FIND: Final = QT_TRANSLATE_NOOP("KeysSheet", "In the find bar")


class Entry(NamedTuple):
    """Something that keys do."""

    group: str
    words: str
    keys: tuple[str, ...]
    """As they are pressed: never to be reordered."""


Group = tuple[str, list[Entry]]

OTHERS: Final = (
    Entry(_TEXT, QT_TRANSLATE_NOOP("KeysSheet", "Select by letters"), ("Shift+←", "Shift+→")),
    Entry(_TEXT, QT_TRANSLATE_NOOP("KeysSheet", "Select by words"), ("Ctrl+Shift+←/→",)),
    Entry(_TEXT, QT_TRANSLATE_NOOP("KeysSheet", "Select by lines"), ("Shift+↑", "Shift+↓")),
    Entry(_TEXT, QT_TRANSLATE_NOOP("KeysSheet", "Select everything"), ("Ctrl+A",)),
    Entry(_TEXT, QT_TRANSLATE_NOOP("KeysSheet", "Choose the mark at the caret"), ("Enter",)),
    Entry(_TEXT, QT_TRANSLATE_NOOP("KeysSheet", "To the bar at the selection"), ("Tab",)),
    Entry(_TEXT, QT_TRANSLATE_NOOP("KeysSheet", "Context menu"), ("Shift+F10",)),
    Entry(_TEXT, QT_TRANSLATE_NOOP("KeysSheet", "Copy a link's address"), ("Ctrl+click",)),
    Entry(_TEXT, QT_TRANSLATE_NOOP("KeysSheet", "Larger or smaller text"), ("Ctrl+wheel",)),
    Entry(_LISTS, QT_TRANSLATE_NOOP("KeysSheet", "Next or previous line"), ("↑", "↓")),
    Entry(_LISTS, QT_TRANSLATE_NOOP("KeysSheet", "Open, or go there"), ("Enter",)),
    Entry(_LISTS, QT_TRANSLATE_NOOP("KeysSheet", "Next or previous part"), ("Tab", "Shift+Tab")),
    Entry(_FIND, QT_TRANSLATE_NOOP("KeysSheet", "Next match"), ("Enter",)),
    Entry(_FIND, QT_TRANSLATE_NOOP("KeysSheet", "Previous match"), ("Shift+Enter",)),
    Entry(_FIND, QT_TRANSLATE_NOOP("KeysSheet", "Close it"), ("Esc",)),
)


def entries() -> Iterator[Entry]:
    """Everything that keys do, in the language of the interface, by groups."""
    for menu in MENUS:
        for spec in ACTIONS:
            if spec.menu == menu.name and spec.keys:
                yield Entry(
                    _bare(translated(menu.text)),
                    _bare(translated(spec.text)),
                    tuple(map(_native, keys_of(spec))),
                )
    for spec in ACTIONS:
        if not spec.menu and spec.keys:
            words = _bare(translated(spec.text))
            yield Entry(_worded(_TEXT), words, tuple(map(_native, keys_of(spec))))
    for other in OTHERS:
        yield Entry(_worded(other.group), _worded(other.words), other.keys)


def _bare(text: str) -> str:
    return text.replace("&", "").rstrip("…")


def _native(keys: str) -> str:
    native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    before, plus, last = native.rpartition("+")
    return before + plus + _ARROWS.get(last, last)


def _worded(source: str) -> str:
    return QCoreApplication.translate("KeysSheet", source)


class KeysSheet(QDialog):
    """Shows the keys, finds one by its words, and copies all as text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.resize(fitted(_SIZE, self))
        self._field = QLineEdit()
        self._field.setPlaceholderText(self.tr("Find a key by what it does"))
        self._field.setAccessibleName(self._field.placeholderText())
        self._field.setClearButtonEnabled(True)
        self._field.textChanged.connect(self._show)
        self._none = QLabel(self.tr("Nothing is called that."))
        self._none.setProperty("kind", "muted")
        copy = QPushButton(self.tr("Copy as text"))
        copy.clicked.connect(lambda _: QGuiApplication.clipboard().setText(self.text()))
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.reject)
        for button in (copy, close):
            button.setAutoDefault(False)
        above = QHBoxLayout()
        above.addWidget(self._field, 1)
        above.addWidget(copy)
        above.addWidget(close)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setAccessibleName(self.tr("Keys"))
        column = QVBoxLayout(self)
        column.addLayout(above)
        column.addWidget(self._none)
        column.addWidget(self._area, 1)
        self._show()

    def text(self) -> str:
        """The sheet as text, a line for each."""
        lines: list[str] = []
        group = ""
        for entry in entries():
            if entry.group != group:
                group = entry.group
                lines += ["", group]
            # Keys run from the left, whatever the line does.
            lines.append(f"{entry.words}: {left_to_right(' , '.join(entry.keys))}")
        return "\n".join(lines).strip() + "\n"

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll from the field, which has no use for these keys."""
        if event.key() in _SCROLLING:
            QApplication.sendEvent(self._area.verticalScrollBar(), event)
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        """Show what is looked for, in as many columns as there is room for."""
        found = self._found()
        self._none.setVisible(not found)
        room = self.width() - self._area.verticalScrollBar().sizeHint().width() - 2 * _MARGIN
        for count in range(_MOST_COLUMNS, 0, -1):
            sheet = _sheet(found, count)
            self._area.setWidget(sheet)
            if sheet.sizeHint().width() <= room:
                return

    def _found(self) -> list[Group]:
        wanted = fold(self._field.text().strip(), Profile.FIND).text
        found: dict[str, list[Entry]] = {}
        for entry in entries():
            said = fold(f"{entry.words} {' '.join(entry.keys)}", Profile.FIND).text
            if wanted in said:
                found.setdefault(entry.group, []).append(entry)
        return list(found.items())


def _sheet(found: list[Group], count: int) -> QWidget:
    sheet = QWidget()
    columns = QHBoxLayout(sheet)
    columns.setContentsMargins(0, 8, 0, 0)
    columns.setSpacing(28)
    for groups in _spread(found, count):
        column = QVBoxLayout()
        column.setSpacing(2)
        for group, rows in groups:
            column.addWidget(_heading(group))
            column.addLayout(_rows(rows))
        column.addStretch(1)
        columns.addLayout(column, 1)
    return sheet


def _spread(groups: list[Group], count: int) -> list[list[Group]]:
    """The groups in columns that are about as high as one another, in their order."""
    heights = [len(rows) + 2 for _, rows in groups]
    share = sum(heights) / count
    columns: list[list[Group]] = [[] for _ in range(count)]
    above = 0
    for group, height in zip(groups, heights, strict=True):
        columns[min(int((above + height / 2) / share), count - 1)].append(group)
        above += height
    return columns


def _heading(group: str) -> QLabel:
    heading = QLabel(group)
    heading.setProperty("kind", "section")
    heading.setContentsMargins(0, 8, 0, 2)
    return heading


def _rows(entries: list[Entry]) -> QGridLayout:
    grid = QGridLayout()
    grid.setVerticalSpacing(3)
    grid.setColumnStretch(0, 1)
    # A layout asks the widget itself which side is trailing, and keys run from left to right.
    sides = Qt.AlignmentFlag
    far = sides.AlignLeft if QGuiApplication.isRightToLeft() else sides.AlignRight
    for number, entry in enumerate(entries):
        grid.addWidget(QLabel(entry.words), number, 0)
        keys = QWidget()
        keys.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        row = QHBoxLayout(keys)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for key in entry.keys:
            # Isolated: “Ctrl++” would else be turned round beside Arabic.
            cap = QLabel(left_to_right(key))
            cap.setProperty("kind", "key")
            cap.setAccessibleName(f"{entry.words}: {key}")
            row.addWidget(cap)
        grid.addWidget(keys, number, 1, far)
    return grid
