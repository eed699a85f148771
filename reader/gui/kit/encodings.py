"""The encodings that a person can pick from, by names that people know."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from reader.gui.kit.i18n import QT_TRANSLATE_NOOP
from reader.ingest import MOJIBAKE

_NAMES: Final = {
    "utf-8": QT_TRANSLATE_NOOP("Encodings", "Unicode (UTF-8)"),
    "windows-1256": QT_TRANSLATE_NOOP("Encodings", "Arabic (Windows-1256)"),
    "iso-8859-6": QT_TRANSLATE_NOOP("Encodings", "Arabic (ISO 8859-6)"),
    "utf-16le": QT_TRANSLATE_NOOP("Encodings", "Unicode (UTF-16 LE)"),
    "utf-16be": QT_TRANSLATE_NOOP("Encodings", "Unicode (UTF-16 BE)"),
    "cp720": QT_TRANSLATE_NOOP("Encodings", "Arabic (DOS 720)"),
    "cp864": QT_TRANSLATE_NOOP("Encodings", "Arabic (DOS 864)"),
    "mac-arabic": QT_TRANSLATE_NOOP("Encodings", "Arabic (Mac)"),
    "windows-1252": QT_TRANSLATE_NOOP("Encodings", "Western (Windows-1252)"),
    "windows-1254": QT_TRANSLATE_NOOP("Encodings", "Turkish (Windows-1254)"),
    "windows-1255": QT_TRANSLATE_NOOP("Encodings", "Hebrew (Windows-1255)"),
    "windows-1251": QT_TRANSLATE_NOOP("Encodings", "Cyrillic (Windows-1251)"),
    MOJIBAKE: QT_TRANSLATE_NOOP("Encodings", "Repaired: UTF-8 once read as Windows-1256"),
}


def encoding_name(name: str) -> str:
    """The name of an encoding for people; a rare one is called by its own."""
    return QCoreApplication.translate("Encodings", _NAMES[name]) if name in _NAMES else name
