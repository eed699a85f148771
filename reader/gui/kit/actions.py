"""The QActions of a window, made from the table of actions."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication, QKeySequence

from reader.gui.kit.action_table import ACTIONS, ActionSpec
from reader.text.bidi import isolate

_MIRRORED = {"Left": "Right", "Right": "Left"}


def translated(source: str) -> str:
    """The text of an action or menu in the language of the interface."""
    return QCoreApplication.translate("Actions", source)


def keys_of(spec: ActionSpec) -> tuple[str, ...]:
    """The keys of an action as the direction of the interface has them now."""
    rtl = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    if not (spec.mirrored and rtl):
        return spec.keys
    return tuple("+".join(_MIRRORED.get(k, k) for k in key.split("+")) for key in spec.keys)


class Actions(QObject):
    """The QActions of the table. They belong to one window."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._groups: dict[str, QActionGroup] = {}
        self._actions = {spec.name: self._make(spec) for spec in ACTIONS}
        self._suffixes: dict[str, str] = {}
        self.retranslate()
        self.enable(frozenset())

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())

    def connect_all(self, slots: Mapping[str, Callable[..., object]]) -> None:
        """Connect each named action to what it does; one to be ticked tells its slot how it is."""
        for name, slot in slots.items():
            action = self._actions[name]
            if action.isCheckable() and action.actionGroup() is None:
                action.toggled.connect(slot)
            else:
                # `triggered` carries a flag that no slot of ours takes.
                action.triggered.connect(lambda _=False, slot=slot: slot())

    def named(self, names: Iterable[str]) -> list[QAction]:
        return [self._actions[name] for name in names]

    def of_menu(self, menu: str) -> list[tuple[ActionSpec, QAction]]:
        return [(spec, self._actions[spec.name]) for spec in ACTIONS if spec.menu == menu]

    def enable(self, facts: frozenset[str]) -> None:
        """Enable each action whose needs are among the facts."""
        for spec in ACTIONS:
            self._actions[spec.name].setEnabled(set(spec.needs.split()) <= facts)

    def name_change(self, name: str, suffix: str) -> None:
        """Say what an action would do this time: “Undo: …”. Empty: nothing in particular."""
        self._suffixes[name] = suffix
        self._retranslate(next(spec for spec in ACTIONS if spec.name == name))

    def retranslate(self) -> None:
        for spec in ACTIONS:
            self._retranslate(spec)

    def _make(self, spec: ActionSpec) -> QAction:
        action = QAction(self)
        action.setObjectName(spec.name)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setCheckable(spec.checkable)
        action.setIconVisibleInMenu(not spec.checkable)  # its place is the tick's
        # A menu of the program's own on macOS is no matter for guesses by an action's words.
        action.setMenuRole(
            QAction.MenuRole.QuitRole if spec.name == "quit" else QAction.MenuRole.NoRole
        )
        if spec.group:
            group = self._groups.setdefault(spec.group, QActionGroup(self))
            group.addAction(action)
        return action

    def _retranslate(self, spec: ActionSpec) -> None:
        action = self._actions[spec.name]
        action.setShortcuts([QKeySequence(key) for key in keys_of(spec)])
        text = translated(spec.text)
        plain = text.replace("&", "").rstrip("…")
        if suffix := self._suffixes.get(spec.name):
            text = f"{text}: {suffix.replace('&', '&&')}"
            plain = f"{plain}: {suffix}"
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setText(text + _beside(keys))
        action.setIconText(translated(spec.short or spec.text).replace("&", "").rstrip("…"))
        shown = keys if keys[-1:].isalnum() else isolate(keys)
        action.setToolTip(f"{plain} ({shown})" if keys else plain)


def _beside(keys: str) -> str:
    """What stands beside a menu's line, where Qt's own would show the keys in the wrong order."""
    rtl = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    if not (rtl and keys) or keys[-1].isalnum() or sys.platform == "darwin":
        return ""
    return f"\t\u2066{keys}\u2069"  # "Ctrl++" would read "++Ctrl"
