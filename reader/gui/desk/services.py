"""What a window is given by whoever composes the program."""

from __future__ import annotations

from dataclasses import dataclass

from reader.gui.desk.runtime import QtRuntime
from reader.gui.kit.i18n import Interface
from reader.gui.kit.preferences import Preferences
from reader.gui.kit.theme import Appearance
from reader.session.library import LibrarySession


@dataclass(frozen=True)
class Services:
    """What a window is given: it makes none of it."""

    library: LibrarySession
    runtime: QtRuntime
    interface: Interface
    appearance: Appearance
    preferences: Preferences
