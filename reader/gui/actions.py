"""Every action of the window in one table: menus, tool bar, selection bar and keys read it.

The most used actions have a digit: a digit needs no second hand and stands on every layout.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence


def QT_TRANSLATE_NOOP(_context: str, source: str) -> str:
    """Marks a text for lupdate, which knows it by this name. Qt's own is typed as an object."""
    return source


@dataclass(frozen=True)
class ActionSpec:
    """One action, as data."""

    name: str
    menu: str
    """Empty: in no menu, by its keys alone."""
    text: str
    """English, in the context `Actions`."""
    keys: tuple[str, ...] = ()
    icon: str = ""
    needs: str = ""
    """Facts that must hold for it, separated by spaces: see `Actions.enable`."""
    checkable: bool = False
    group: str = ""
    """Of the actions of one group one alone is checked."""
    short: str = ""
    """A bare noun for buttons, where the text is longer."""
    starts_section: bool = False


MENUS: tuple[tuple[str, str], ...] = (
    ("file", QT_TRANSLATE_NOOP("Actions", "&File")),
    ("edit", QT_TRANSLATE_NOOP("Actions", "&Edit")),
    ("mark", QT_TRANSLATE_NOOP("Actions", "&Mark")),
    ("view", QT_TRANSLATE_NOOP("Actions", "&View")),
    ("theme", QT_TRANSLATE_NOOP("Actions", "&Colours")),
    ("language", QT_TRANSLATE_NOOP("Actions", "&Language")),
)
"""Name and title of each menu; the last two hang under the view."""

ACTIONS: tuple[ActionSpec, ...] = (
    # File
    ActionSpec(
        "open", "file", QT_TRANSLATE_NOOP("Actions", "&Open…"),
        ("Ctrl+O",), "folder-open",
    ),
    ActionSpec(
        "paste", "file", QT_TRANSLATE_NOOP("Actions", "&Paste an article"),
        ("Ctrl+V",), "clipboard-paste",
    ),
    ActionSpec(
        "library", "file", QT_TRANSLATE_NOOP("Actions", "&Library"),
        ("Ctrl+L",), "library",
    ),
    ActionSpec(
        "sample", "file", QT_TRANSLATE_NOOP("Actions", "Open the &sample"), starts_section=True
    ),
    ActionSpec(
        "export", "file", QT_TRANSLATE_NOOP("Actions", "&Export summary…"),
        ("Ctrl+E",), "file-output", "article", short=QT_TRANSLATE_NOOP("Actions", "Export"),
        starts_section=True,
    ),
    ActionSpec(
        "copy_summary", "file", QT_TRANSLATE_NOOP("Actions", "&Copy summary"),
        ("Ctrl+Shift+C",), "clipboard-list", "article",
    ),
    ActionSpec(
        "quit", "file", QT_TRANSLATE_NOOP("Actions", "&Quit"), ("Ctrl+Q",), starts_section=True
    ),
    # Edit
    ActionSpec(
        "undo", "edit", QT_TRANSLATE_NOOP("Actions", "&Undo"),
        ("Ctrl+Z",), "undo-2", "undoable",
    ),
    ActionSpec(
        "redo", "edit", QT_TRANSLATE_NOOP("Actions", "&Redo"),
        ("Ctrl+Shift+Z", "Ctrl+Y"), "redo-2", "redoable",
    ),
    ActionSpec(
        "copy", "edit", QT_TRANSLATE_NOOP("Actions", "Cop&y"),
        ("Ctrl+C",), "copy", "article", starts_section=True,
    ),
    ActionSpec(
        "delete", "edit", QT_TRANSLATE_NOOP("Actions", "&Delete mark"),
        ("Del",), "trash-2", "writable mark",
    ),
    # Mark
    ActionSpec(
        "mark_source", "mark", QT_TRANSLATE_NOOP("Actions", "Mark &source"),
        ("1",), "user-round", "markable", short=QT_TRANSLATE_NOOP("Actions", "Source"),
    ),
    ActionSpec(
        "mark_claim", "mark", QT_TRANSLATE_NOOP("Actions", "Mark &claim"),
        ("2",), "quote", "markable", short=QT_TRANSLATE_NOOP("Actions", "Claim"),
    ),
    ActionSpec(
        "mark_highlight", "mark", QT_TRANSLATE_NOOP("Actions", "&Highlight…"),
        ("3",), "highlighter", "markable", short=QT_TRANSLATE_NOOP("Actions", "Highlight"),
    ),
    ActionSpec(
        "mark_note", "mark", QT_TRANSLATE_NOOP("Actions", "Add a &note"),
        ("4",), "sticky-note", "markable", short=QT_TRANSLATE_NOOP("Actions", "Note"),
    ),
    ActionSpec(
        "link", "mark", QT_TRANSLATE_NOOP("Actions", "&Link to source"),
        ("L",), "link-2", "markable linkable", short=QT_TRANSLATE_NOOP("Actions", "Link"),
        starts_section=True,
    ),
    ActionSpec(
        "unlink", "mark", QT_TRANSLATE_NOOP("Actions", "&Unlink"),
        ("Shift+L",), "unlink-2", "writable linked",
    ),
    ActionSpec(
        "next_mark", "mark", QT_TRANSLATE_NOOP("Actions", "Ne&xt mark"),
        ("F8",), "", "marks", starts_section=True,
    ),
    ActionSpec(
        "previous_mark", "mark", QT_TRANSLATE_NOOP("Actions", "&Previous mark"),
        ("Shift+F8",), "", "marks",
    ),
    ActionSpec(
        "leave", "", QT_TRANSLATE_NOOP("Actions", "Leave"),
        ("Esc",), "", "leavable",
    ),
    # View
    ActionSpec(
        "show_everything", "view", QT_TRANSLATE_NOOP("Actions", "Show &everything on the page"),
        ("F6",), "eye", "article", checkable=True,
    ),
    ActionSpec(
        "encoding", "view", QT_TRANSLATE_NOOP("Actions", "Text &encoding…"), (), "", "article"
    ),
    ActionSpec(
        "panel_marks", "view", QT_TRANSLATE_NOOP("Actions", "List of &marks"),
        ("F9",), "list", "article", checkable=True, starts_section=True,
    ),
    ActionSpec(
        "panel_inspector", "view", QT_TRANSLATE_NOOP("Actions", "&Inspector"),
        ("F10",), "panel-right", "article", checkable=True,
    ),
    ActionSpec(
        "theme_system", "theme", QT_TRANSLATE_NOOP("Actions", "As the &system"),
        checkable=True, group="theme",
    ),
    ActionSpec(
        "theme_light", "theme", QT_TRANSLATE_NOOP("Actions", "&Light"),
        checkable=True, group="theme",
    ),
    ActionSpec(
        "theme_sepia", "theme", QT_TRANSLATE_NOOP("Actions", "S&epia"),
        checkable=True, group="theme",
    ),
    ActionSpec(
        "theme_dark", "theme", QT_TRANSLATE_NOOP("Actions", "&Dark"),
        checkable=True, group="theme",
    ),
    ActionSpec(
        "language_auto", "language", QT_TRANSLATE_NOOP("Actions", "As the s&ystem"),
        checkable=True, group="language",
    ),
    # A language is named in itself, so that whoever reads no other finds it.
    ActionSpec("language_ar", "language", "العربية", checkable=True, group="language"),
    ActionSpec("language_en", "language", "English", checkable=True, group="language"),
)  # fmt: skip

BAR: tuple[tuple[str, ...], ...] = (
    ("open", "library"),
    ("undo", "redo"),
    ("mark_source", "mark_claim", "mark_highlight", "mark_note", "link"),
    ("export",),
    ("panel_marks", "panel_inspector"),
)
"""The groups of the tool bar. Actions with a short text show it beside their icon."""

SELECTION_BAR = ("mark_source", "mark_claim", "mark_highlight", "mark_note")


def translated(source: str) -> str:
    """The text of an action or menu in the language of the interface."""
    return QCoreApplication.translate("Actions", source)


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

    def connect_all(self, slots: Mapping[str, Callable[[], object]]) -> None:
        """Connect each named action to what it does."""
        for name, slot in slots.items():
            # `triggered` carries a flag that no slot of ours takes.
            self._actions[name].triggered.connect(lambda _=False, slot=slot: slot())

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
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
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
        text = translated(spec.text)
        plain = text.replace("&", "").rstrip("…")
        if suffix := self._suffixes.get(spec.name):
            text = f"{text}: {suffix.replace('&', '&&')}"
            plain = f"{plain}: {suffix}"
        action.setText(text)
        action.setIconText(translated(spec.short or spec.text).replace("&", "").rstrip("…"))
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{plain} ({keys})" if keys else plain)
