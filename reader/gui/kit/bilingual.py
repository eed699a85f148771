"""Labels in two languages: in which order they are asked for, and how each runs."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt

from reader.model.summary import Language

DIRECTIONS: Final[dict[Language, Qt.LayoutDirection]] = {
    "ar": Qt.LayoutDirection.RightToLeft,
    "en": Qt.LayoutDirection.LeftToRight,
}


def both(language: Language) -> tuple[Language, Language]:
    """The two languages of labels, that of the interface first."""
    return ("ar", "en") if language == "ar" else ("en", "ar")
