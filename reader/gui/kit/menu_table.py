"""The menus of the window, as data; what stands in them says the table of actions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reader.gui.kit.i18n import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class MenuSpec:
    """One menu, as data."""

    name: str
    text: str
    """English, in the context `Actions`."""
    under: str = ""
    """The menu that it hangs under, after that one's own actions; empty: the menu bar."""
    before: str = ""
    """The action of that menu that it hangs before instead."""
    needs: str = ""


MENUS: Final = (
    MenuSpec("file", QT_TRANSLATE_NOOP("Actions", "&File")),
    MenuSpec("edit", QT_TRANSLATE_NOOP("Actions", "&Edit")),
    MenuSpec("mark", QT_TRANSLATE_NOOP("Actions", "&Mark")),
    MenuSpec("versions", QT_TRANSLATE_NOOP("Actions", "Ve&rsions")),
    MenuSpec("view", QT_TRANSLATE_NOOP("Actions", "&View")),
    MenuSpec("help", QT_TRANSLATE_NOOP("Actions", "&Help")),
    MenuSpec(
        "recent", QT_TRANSLATE_NOOP("Actions", "Recen&tly opened"), under="file", before="sample"
    ),
    MenuSpec("select", QT_TRANSLATE_NOOP("Actions", "Selec&tion"), under="mark"),
    MenuSpec(
        "direction",
        QT_TRANSLATE_NOOP("Actions", "Text &direction"),
        under="view",
        needs="article writable",
    ),
    MenuSpec("theme", QT_TRANSLATE_NOOP("Actions", "&Colours"), under="view"),
    MenuSpec("language", QT_TRANSLATE_NOOP("Actions", "&Language"), under="view"),
)
