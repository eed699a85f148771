"""What can be done in the window, as data: menus, tool bar, selection bar and keys read it.

The most used actions have a digit: a digit needs no second hand and stands on every layout.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reader.gui.kit.i18n import QT_TRANSLATE_NOOP


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
    mirrored: bool = False
    """Its keys point left or right: they change places in a right-to-left interface."""


ACTIONS: Final[tuple[ActionSpec, ...]] = (
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
        "back", "file", QT_TRANSLATE_NOOP("Actions", "&Back"),
        ("Alt+Left",), "arrow-left", "back", starts_section=True, mirrored=True,
    ),
    ActionSpec(
        "forward", "file", QT_TRANSLATE_NOOP("Actions", "For&ward"),
        ("Alt+Right",), "arrow-right", "forward", mirrored=True,
    ),
    ActionSpec("sample", "file", QT_TRANSLATE_NOOP("Actions", "Open the &sample")),
    ActionSpec("clear_recents", "recent", QT_TRANSLATE_NOOP("Actions", "&Clear the list")),
    ActionSpec(
        "recents", "recent", QT_TRANSLATE_NOOP("Actions", "&List recently opened articles"),
        checkable=True,
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
        "print", "file", QT_TRANSLATE_NOOP("Actions", "P&rint…"),
        ("Ctrl+P",), "printer", "article",
    ),
    ActionSpec(
        "page_details", "file", QT_TRANSLATE_NOOP("Actions", "About th&is page…"),
        ("Ctrl+I",), "info", "article", starts_section=True,
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
        "copy_cited", "edit", QT_TRANSLATE_NOOP("Actions", "Copy with c&itation"),
        ("Ctrl+Alt+C",), "", "article",
    ),
    ActionSpec(
        "find", "edit", QT_TRANSLATE_NOOP("Actions", "&Find in the text…"),
        ("Ctrl+F",), "search", "article", starts_section=True,
    ),
    ActionSpec(
        "find_next", "edit", QT_TRANSLATE_NOOP("Actions", "Find &next"),
        ("F3",), "", "article",
    ),
    ActionSpec(
        "find_previous", "edit", QT_TRANSLATE_NOOP("Actions", "Find &previous"),
        ("Shift+F3",), "", "article",
    ),
    ActionSpec(
        "delete", "edit", QT_TRANSLATE_NOOP("Actions", "&Delete mark"),
        ("Del",), "trash-2", "writable mark", starts_section=True,
    ),
    ActionSpec(
        "preferences", "edit", QT_TRANSLATE_NOOP("Actions", "Preferenc&es…"),
        ("Ctrl+,",), "settings", starts_section=True,
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
        "claim_of_last", "mark", QT_TRANSLATE_NOOP("Actions", "Claim by the last s&ource"),
        ("5",), "user-round-check", "markable last_source",
        short=QT_TRANSLATE_NOOP("Actions", "Claim of the last"), starts_section=True,
    ),
    ActionSpec(
        "repeat", "mark", QT_TRANSLATE_NOOP("Actions", "&Repeat the last mark"),
        ("6",), "repeat", "markable repeatable",
    ),
    ActionSpec(
        "split_claim", "mark", QT_TRANSLATE_NOOP("Actions", "S&plit the claim"),
        ("7",), "split", "markable claim",
    ),
    ActionSpec(
        "move_edges", "mark", QT_TRANSLATE_NOOP("Actions", "&Move the mark to the selected words"),
        ("8",), "text-select", "markable movable",
    ),
    ActionSpec(
        "snap_words", "mark", QT_TRANSLATE_NOOP("Actions", "&Whole words only"),
        ("W",), "whole-word", "markable", checkable=True,
    ),
    ActionSpec(
        "describe", "mark", QT_TRANSLATE_NOOP("Actions", "&Describe the mark…"),
        ("9",), "list-checks", "writable", starts_section=True,
    ),
    ActionSpec(
        "relate", "mark", QT_TRANSLATE_NOOP("Actions", "Relat&ions of the mark…"),
        ("0",), "waypoints", "writable",
    ),
    ActionSpec(
        "edit_mark", "mark", QT_TRANSLATE_NOOP("Actions", "&Edit in the inspector"),
        ("Ctrl+Return", "Ctrl+Enter"), "pencil", "article",
    ),
    ActionSpec(
        "link", "mark", QT_TRANSLATE_NOOP("Actions", "&Link to source"),
        ("L",), "link-2", "markable linkable", short=QT_TRANSLATE_NOOP("Actions", "Link"),
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
        "previous_mark", "mark", QT_TRANSLATE_NOOP("Actions", "Pre&vious mark"),
        ("Shift+F8",), "", "marks",
    ),
    ActionSpec(
        "codebook", "mark", QT_TRANSLATE_NOOP("Actions", "Codes and sc&ales…"),
        ("Ctrl+K",), "tags", starts_section=True,
    ),
    ActionSpec(
        "leave", "", QT_TRANSLATE_NOOP("Actions", "Step back"),
        ("Esc",), "", "leavable",
    ),
    # Select
    ActionSpec(
        "next_clause", "select", QT_TRANSLATE_NOOP("Actions", "&Next clause"),
        ("Ctrl+Down",), "", "article",
    ),
    ActionSpec(
        "previous_clause", "select", QT_TRANSLATE_NOOP("Actions", "&Previous clause"),
        ("Ctrl+Up",), "", "article",
    ),
    ActionSpec(
        "add_clause", "select", QT_TRANSLATE_NOOP("Actions", "&Add the next clause"),
        ("Ctrl+Shift+Down",), "", "article",
    ),
    ActionSpec(
        "drop_clause", "select", QT_TRANSLATE_NOOP("Actions", "&Leave the last clause out"),
        ("Ctrl+Shift+Up",), "", "article",
    ),
    ActionSpec(
        "select_more", "select", QT_TRANSLATE_NOOP("Actions", "Select &more"),
        ("Alt+Up",), "", "article", starts_section=True,
    ),
    ActionSpec(
        "select_less", "select", QT_TRANSLATE_NOOP("Actions", "Select l&ess"),
        ("Alt+Down",), "", "article",
    ),
    ActionSpec(
        "word_off", "select", QT_TRANSLATE_NOOP("Actions", "Leave the first &word out"),
        ("F5",), "", "article", starts_section=True,
    ),
    ActionSpec(
        "word_on", "select", QT_TRANSLATE_NOOP("Actions", "Take the word &before in"),
        ("Shift+F5",), "", "article",
    ),
    ActionSpec(
        "letter_off", "select", QT_TRANSLATE_NOOP("Actions", "Leave the first le&tter out"),
        ("Ctrl+F5",), "", "article",
    ),
    # Versions
    ActionSpec(
        "compare_versions", "versions", QT_TRANSLATE_NOOP("Actions", "&Compare two versions"),
        ("Ctrl+D",), "columns-2", "article several_versions",
    ),
    ActionSpec(
        "attach", "versions", QT_TRANSLATE_NOOP("Actions", "&Look for the marks in this version"),
        (), "search", "writable unsought",
    ),
    ActionSpec(
        "review", "versions", QT_TRANSLATE_NOOP("Actions", "&Review the marks"),
        ("F2",), "list-checks", "to_review", starts_section=True,
    ),
    ActionSpec(
        "review_previous", "versions", QT_TRANSLATE_NOOP("Actions", "&Previous mark to review"),
        ("Shift+F2",), "", "reviewing",
    ),
    ActionSpec(
        "place_accept", "versions", QT_TRANSLATE_NOOP("Actions", "&Accept the place"),
        ("A",), "check", "markable doubtful", starts_section=True,
    ),
    ActionSpec(
        "place_leave", "versions", QT_TRANSLATE_NOOP("Actions", "&Not in this version"),
        ("X",), "x", "markable can_leave_out",
    ),
    ActionSpec(
        "place_accept_all", "versions", QT_TRANSLATE_NOOP("Actions", "Acc&ept all places…"),
        ("Shift+A",), "", "markable several_doubtful",
    ),
    ActionSpec(
        "place_origin", "versions",
        QT_TRANSLATE_NOOP("Actions", "&Open the version it was made on, and come back"),
        ("O",), "history", "origin",
    ),
    ActionSpec(
        "detach", "versions", QT_TRANSLATE_NOOP("Actions", "Not the &same article"),
        (), "unlink", "writable several_versions", starts_section=True,
    ),
    ActionSpec(
        "join", "versions", QT_TRANSLATE_NOOP("Actions", "Another &version of…"),
        (), "link-2", "writable",
    ),
    ActionSpec(
        "undo_join", "versions", QT_TRANSLATE_NOOP("Actions", "&Undo in the library"),
        (), "undo-2", "join_undoable",
    ),
    # View
    ActionSpec(
        "type", "view", QT_TRANSLATE_NOOP("Actions", "T&ype…"),
        ("Ctrl+T",), "a-large-small", "article",
    ),
    ActionSpec(
        "larger", "view", QT_TRANSLATE_NOOP("Actions", "L&arger text"),
        ("Ctrl++", "Ctrl+="), "zoom-in", "article",
    ),
    ActionSpec(
        "smaller", "view", QT_TRANSLATE_NOOP("Actions", "&Smaller text"),
        ("Ctrl+-",), "zoom-out", "article",
    ),
    ActionSpec(
        "usual_size", "view", QT_TRANSLATE_NOOP("Actions", "&Usual size"),
        ("Ctrl+0",), "", "article",
    ),
    ActionSpec(
        "show_everything", "view", QT_TRANSLATE_NOOP("Actions", "Show &everything on the page"),
        ("F6",), "eye", "article", checkable=True, starts_section=True,
    ),
    ActionSpec(
        "invisibles", "view", QT_TRANSLATE_NOOP("Actions", "Show in&visible characters"),
        ("F4",), "pilcrow", "article", checkable=True,
    ),
    ActionSpec(
        "encoding", "view", QT_TRANSLATE_NOOP("Actions", "Text e&ncoding…"), (), "", "article"
    ),
    ActionSpec(
        "panel_marks", "view", QT_TRANSLATE_NOOP("Actions", "List of &marks"),
        ("F9",), "list", "article", checkable=True, starts_section=True,
    ),
    ActionSpec(
        "contents", "view", QT_TRANSLATE_NOOP("Actions", "&Headings"),
        ("F7",), "table-of-contents", "article",
    ),
    ActionSpec(
        "panel_inspector", "view", QT_TRANSLATE_NOOP("Actions", "&Inspector"),
        ("F10",), "panel-right", "article", checkable=True,
    ),
    ActionSpec(
        "fullscreen", "view", QT_TRANSLATE_NOOP("Actions", "&Full screen"),
        ("F11",), "maximize", checkable=True,
    ),
    ActionSpec(
        "direction_auto", "direction", QT_TRANSLATE_NOOP("Actions", "As &found"),
        checkable=True, group="direction",
    ),
    ActionSpec(
        "direction_rtl", "direction", QT_TRANSLATE_NOOP("Actions", "&Right to left"),
        checkable=True, group="direction",
    ),
    ActionSpec(
        "direction_ltr", "direction", QT_TRANSLATE_NOOP("Actions", "&Left to right"),
        checkable=True, group="direction",
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
    # Help
    ActionSpec(
        "shortcuts", "help", QT_TRANSLATE_NOOP("Actions", "&Keys"), ("F1",), "keyboard"
    ),
    ActionSpec("legend", "help", QT_TRANSLATE_NOOP("Actions", "What the &marks mean")),
    ActionSpec("saving_pages", "help", QT_TRANSLATE_NOOP("Actions", "How to &save a page")),
    ActionSpec(
        "about", "help", QT_TRANSLATE_NOOP("Actions", "&About Isnad"), starts_section=True
    ),
)  # fmt: skip

BAR: Final[tuple[tuple[str, ...], ...]] = (
    ("back", "forward"),
    ("open", "library"),
    ("undo", "redo"),
    ("mark_source", "mark_claim", "mark_highlight", "mark_note", "link"),
    ("find", "type", "export"),
    ("panel_marks", "panel_inspector"),
)
"""The groups of the tool bar. Actions with a short text show it beside their icon."""

SELECTION_BAR: Final = (
    "mark_source", "mark_claim", "claim_of_last", "mark_highlight", "mark_note", "link",
)  # fmt: skip

PAGE_MENU: Final = (*SELECTION_BAR, "unlink", "delete")
"""What the menu of the page has besides what the page itself puts there."""

WAYS_IN: Final = ("open", "paste", "sample")
"""On the start page."""
