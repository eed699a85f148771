"""What can be done with a comparison: step, filter, hide, hand over. Keys and buttons alike."""

from __future__ import annotations

from collections.abc import Callable, Collection
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel, QMenu, QToolButton, QWidget

from reader.gui.kit.buttons import open_by
from reader.gui.kit.controls import Box
from reader.gui.kit.flow_layout import FlowLayout
from reader.gui.kit.i18n import numeral
from reader.gui.kit.icons import icon
from reader.gui.kit.theme import Theme
from reader.model.comparison import FormatKind
from reader.text.bidi import isolate

HIDEABLE: Final = (
    FormatKind.HARAKAT,
    FormatKind.TATWEEL,
    FormatKind.QUOTES,
    FormatKind.DIGITS,
)
_ICONS: Final = {
    "previous": "arrow-up",
    "next": "arrow-down",
    "locate": "text-select",
    "copy": "clipboard-list",
    "export": "file-output",
}
_KEYS: Final = {
    "previous": ("Shift+F8",),
    "next": ("F8",),
    "locate": ("Ctrl+Return", "Ctrl+Enter"),
    "copy": ("Ctrl+Shift+C",),
    "export": ("Ctrl+E",),
}
_ICON_ONLY: Final = ("previous", "next")
_SPACING: Final = 6


class ComparisonTools(QWidget):
    """A row of tools that runs into a second one where the window is narrow.

    Args:
        theme: for the icons.
        label: the words for a code, in the language of the interface.
        hidden: kinds of format that are hidden at first.
    """

    stepped = Signal(int)
    """To the next difference (1) or the one before (-1)."""
    locate_asked = Signal()
    copy_asked = Signal()
    export_asked = Signal()
    filter_changed = Signal()
    """Other rows are to be shown, or others folded away."""
    hidden_changed = Signal()
    """Other kinds of format are to be hidden."""

    def __init__(
        self, theme: Theme, label: Callable[[StrEnum], str], hidden: Collection[str]
    ) -> None:
        super().__init__()
        self._label = label
        self.actions_: dict[str, QAction] = {}
        row = FlowLayout(self, _SPACING)
        for name in ("previous", "next"):
            row.addWidget(self._button(name))
        self.place = QLabel()
        self.place.setProperty("kind", "muted")
        row.addWidget(self.place)
        self.touching = Box()
        self.touching.setObjectName("touching_marks")
        self.touching.toggled.connect(lambda _: self.filter_changed.emit())
        row.addWidget(self.touching)
        row.addWidget(self._filters(hidden))
        for name in ("locate", "copy", "export"):
            row.addWidget(self._button(name))
        self.actions_["previous"].triggered.connect(lambda _: self.stepped.emit(-1))
        self.actions_["next"].triggered.connect(lambda _: self.stepped.emit(1))
        self.actions_["locate"].triggered.connect(lambda _: self.locate_asked.emit())
        self.actions_["copy"].triggered.connect(lambda _: self.copy_asked.emit())
        self.actions_["export"].triggered.connect(lambda _: self.export_asked.emit())
        self.set_theme(theme)
        self._retranslate()
        height = self._menu_button.sizeHint().height()
        for tool in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if not isinstance(tool, QMenu):
                tool.setFixedHeight(height)  # so that all stand on one line
        self.enable(False)

    def _button(self, name: str) -> QToolButton:
        action = QAction(self)
        action.setObjectName(name)
        action.setShortcuts([QKeySequence(key) for key in _KEYS[name]])
        self.actions_[name] = action
        button = QToolButton()
        button.setObjectName(f"{name}_button")
        button.setDefaultAction(action)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if name not in _ICON_ONLY:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button

    def _filters(self, hidden: Collection[str]) -> QToolButton:
        menu = QMenu(self)
        self.folded = QAction(menu, checkable=True, checked=True)
        self.folded.toggled.connect(lambda _: self.filter_changed.emit())
        menu.addAction(self.folded)
        menu.addSeparator()
        self.hiding = {}
        for kind in HIDEABLE:
            action = QAction(menu, checkable=True, checked=kind in hidden)
            action.toggled.connect(lambda _: self.hidden_changed.emit())
            menu.addAction(action)
            self.hiding[kind] = action
        self._menu_button = QToolButton()
        self._menu_button.setObjectName("filters")
        self._menu_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._menu_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._menu_button.setProperty("kind", "more")
        open_by(self._menu_button, menu)
        return self._menu_button

    @property
    def hidden(self) -> tuple[FormatKind, ...]:
        """The kinds of format that are hidden."""
        return tuple(kind for kind, action in self.hiding.items() if action.isChecked())

    def enable(self, ready: bool) -> None:
        """Say whether there is a comparison to do something with."""
        for action in self.actions_.values():
            action.setEnabled(ready)

    def say_place(self, at: int | None, of: int) -> None:
        """Say at which difference somebody is; None: at none of them."""
        for name in ("previous", "next"):
            self.actions_[name].setEnabled(of > 0)
        if not of and self.touching.isChecked():
            self.place.setText(self.tr("No difference touches a mark"))
        elif not of:
            self.place.setText(self.tr("No differences"))
        elif at is None:
            self.place.setText(self.tr("%n difference(s)", "", of))
        else:
            words = self.tr("Difference {at} of {of}")
            self.place.setText(words.format(at=numeral(at + 1), of=numeral(of)))

    def set_theme(self, theme: Theme) -> None:
        for name, action in self.actions_.items():
            action.setIcon(icon(_ICONS[name], theme))
        self._menu_button.setIcon(icon("list-filter", theme))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        words = {
            "previous": self.tr("Previous difference"),
            "next": self.tr("Next difference"),
            "locate": self.tr("Show in the text"),
            "copy": self.tr("Copy summary"),
            "export": self.tr("Export differences…"),
        }
        for name, action in self.actions_.items():
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setText(words[name])
            action.setToolTip(f"{words[name].rstrip('…')} ({isolate(keys)})")
        self.touching.setText(self.tr("Only what touches a mark"))
        self.touching.setAccessibleName(self.touching.text())
        self._menu_button.setText(self.tr("What is shown"))
        self.folded.setText(self.tr("Fold away what did not change"))
        for kind, action in self.hiding.items():
            hide = self.tr("Hide differences in: {kind}")
            action.setText(hide.format(kind=self._label(kind)))
