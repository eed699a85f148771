"""The invisible characters by names that people can look up, and the counts of them in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QCoreApplication

from reader.gui.kit.i18n import QT_TRANSLATE_NOOP, numeral
from reader.text.bidi import Tally, isolate

_NAMES: Final = {
    "SHY": QT_TRANSLATE_NOOP("HiddenNames", "soft hyphen"),
    "TATWEEL": QT_TRANSLATE_NOOP("HiddenNames", "tatweel"),
    "ALM": QT_TRANSLATE_NOOP("HiddenNames", "Arabic letter mark"),
    "ZWSP": QT_TRANSLATE_NOOP("HiddenNames", "zero-width space"),
    "ZWNJ": QT_TRANSLATE_NOOP("HiddenNames", "zero-width non-joiner"),
    "ZWJ": QT_TRANSLATE_NOOP("HiddenNames", "zero-width joiner"),
    "LRM": QT_TRANSLATE_NOOP("HiddenNames", "left-to-right mark"),
    "RLM": QT_TRANSLATE_NOOP("HiddenNames", "right-to-left mark"),
    "LRE": QT_TRANSLATE_NOOP("HiddenNames", "left-to-right embedding"),
    "RLE": QT_TRANSLATE_NOOP("HiddenNames", "right-to-left embedding"),
    "PDF": QT_TRANSLATE_NOOP("HiddenNames", "end of an embedding or override"),
    "LRO": QT_TRANSLATE_NOOP("HiddenNames", "left-to-right override"),
    "RLO": QT_TRANSLATE_NOOP("HiddenNames", "right-to-left override"),
    "WJ": QT_TRANSLATE_NOOP("HiddenNames", "word joiner"),
    "LRI": QT_TRANSLATE_NOOP("HiddenNames", "left-to-right isolate"),
    "RLI": QT_TRANSLATE_NOOP("HiddenNames", "right-to-left isolate"),
    "FSI": QT_TRANSLATE_NOOP("HiddenNames", "first-strong isolate"),
    "PDI": QT_TRANSLATE_NOOP("HiddenNames", "end of an isolate"),
    "BOM": QT_TRANSLATE_NOOP("HiddenNames", "byte order mark"),
    "MIXED": QT_TRANSLATE_NOOP("HiddenNames", "letter of another alphabet within a word"),
}
_OTHER: Final = QT_TRANSLATE_NOOP("HiddenNames", "control character")
_MANY: Final = 5
"""Kinds that a sentence names before it speaks of others."""


def hidden_name(name: str) -> str:
    """An invisible character in words, with its abbreviation where it has one."""
    words = QCoreApplication.translate("HiddenNames", _NAMES.get(name, _OTHER))
    return words if name in ("MIXED", "TATWEEL") else f"{words} ({isolate(name)})"


def counted(found: Iterable[Tally]) -> str:
    """How often each kind occurs, in words, in the order given."""
    kinds = [f"{hidden_name(t.name)}: {numeral(t.times)}" for t in found]
    comma = QCoreApplication.translate("HiddenNames", ", ")
    others = QCoreApplication.translate("HiddenNames", "and others")
    named = kinds if len(kinds) <= _MANY else [*kinds[:_MANY], others]
    return comma.join(named)
