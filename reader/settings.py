"""What a person has set, and where the program keeps things. Reads and writes no file."""

from __future__ import annotations

import os
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Literal
from uuid import UUID

import platformdirs
from pydantic import Field

from reader.model.base import UtcTime, Value

_NAME = "Isnad"


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


class Settings(Value):
    """The file `settings.json`."""

    schema_: Literal[1] = Field(default=1, alias="schema")
    agent: UUID | None = None
    """Under which this installation annotates: random, made when it first writes."""
    library: str = Field(default="", max_length=4_096)
    """The folder of the library; empty: the usual place."""
    language: InterfaceLanguage = InterfaceLanguage.AUTO
    theme: ThemeChoice = ThemeChoice.SYSTEM
    digits: Digits = Digits.LATIN
    face: str = Field(default="", max_length=200)
    """The family of the article's type; empty: the one that the program brings."""
    size: float = Field(default=14, ge=8, le=48)
    """Of the article's type, in points."""
    line_height: float = Field(default=1.75, ge=1, le=3)
    """In multiples of the type's size."""
    measure: int = Field(default=34, ge=20, le=60)
    """The width of the article's column, in ems."""
    recents: bool = True
    """Whether the articles opened last are listed."""
    recents_since: UtcTime | None = None
    """When that list was last cleared; what was opened before is not in it."""
    snap_words: bool = False
    """Whether a selection that is marked grows to whole words."""
    whole_words: bool = False
    """Whether find looks for whole words alone."""
    cite: bool = False
    """Whether what is copied carries where it comes from."""
    export_folder: str = Field(default="", max_length=4_096)
    """Where a summary was last saved; empty: nowhere yet."""
    scale: str = Field(default="", max_length=200)
    """The slug of the scale by which a verdict was given last; empty: none yet."""
    geometry: str = Field(default="", max_length=20_000)
    """Size and place of the window, as the toolkit gives them, in base64."""


def home(
    given: Path | None = None,
    settings: Settings | None = None,
    environ: Mapping[str, str] = os.environ,
) -> Path:
    """The library's folder: `given`, else `ISNAD_HOME`, else as set, else the usual place."""
    chosen = given or environ.get("ISNAD_HOME") or (settings.library if settings else "")
    if chosen:
        return _folder(chosen)
    return platformdirs.user_data_path(_NAME, appauthor=False) / "library"


def settings_file(environ: Mapping[str, str] = os.environ) -> Path:
    """Where the settings are kept: in the person's own folder for settings.

    With `ISNAD_HOME` beside the library's files, so that one folder holds everything.
    """
    portable = environ.get("ISNAD_HOME")
    if portable:
        return _folder(portable) / "settings.json"
    return platformdirs.user_config_path(_NAME, appauthor=False) / "settings.json"


def _folder(named: str | Path) -> Path:
    # Unlike Path.expanduser() it leaves the name of a person whom the system does not know.
    return Path(os.path.expanduser(named)).absolute()  # noqa: PTH111
