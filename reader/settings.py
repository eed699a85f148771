"""What a person has set, and where the program keeps things. Reads and writes no file."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Literal
from uuid import UUID

from pydantic import Field

from reader import places
from reader.model.base import UtcTime, Value
from reader.model.choices import Digits as Digits
from reader.model.choices import InterfaceLanguage as InterfaceLanguage
from reader.model.choices import ThemeChoice as ThemeChoice
from reader.places import settings_file as settings_file


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
    hidden_formats: tuple[str, ...] = Field(default=(), max_length=20)
    """Kinds of format that a comparison of versions takes for no difference."""
    comparison_geometry: str = Field(default="", max_length=20_000)
    """Size and place of the window of a comparison, as those of the other."""
    geometry: str = Field(default="", max_length=20_000)
    """Size and place of the window, as the toolkit gives them, in base64."""
    surroundings: tuple[int, int, int, int] | None = None
    """What stood around the article in that window: before it, above it, behind it and below, in
    pixels. The article is shown there before the rest."""


def home(
    given: Path | None = None,
    settings: Settings | None = None,
    environ: Mapping[str, str] = os.environ,
) -> Path:
    """The library's folder: `given`, else `ISNAD_HOME`, else as set, else the usual place."""
    return places.library(given, settings.library if settings else "", environ)
