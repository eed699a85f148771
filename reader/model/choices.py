"""The closed lists that a person chooses from in the settings.

Apart from the settings themselves, since the window is first shown without those.
"""

from __future__ import annotations

from enum import StrEnum


class InterfaceLanguage(StrEnum):
    """The language of the interface. `AUTO`: the system's, Arabic or English."""

    AUTO = "auto"
    AR = "ar"
    EN = "en"


class ThemeChoice(StrEnum):
    """The colours of the window."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    SEPIA = "sepia"


class Digits(StrEnum):
    """The digits of the interface. Those of an article stay as they are."""

    LATIN = "latin"
    ARABIC = "arabic"
