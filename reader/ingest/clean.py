"""Canonical characters: what may stand in the text of an article, and what takes its place.

Verbatim otherwise: no normalisation, no folding, and white space is left as it is. Replacements
are one for one, or a removal; each is counted under its code.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

_SPACED: Final = {
    "char_carriage_return": "\r",
    "char_line_separator": "\u2028\u2029",  # U+2028 is our mark of a <br>
    "char_qt_separator": "\ufdd0\ufdd1",  # Qt ends a block at both
    "char_object": "\ufffc",  # Qt's placeholder of an inline object
    "char_control": "\x0b\x0c\x85",  # line ends of other systems: dropped, they would join words
}
_CONTROLS: Final = frozenset([*range(0x20), *range(0x7F, 0xA0)]) - {ord(c) for c in "\t\n"}

_TABLE: Final[dict[str, tuple[str, str]]] = {
    **{chr(c): ("char_control", "") for c in (*_CONTROLS, 0xFFFE, 0xFFFF)},
    **{c: (code, " ") for code, chars in _SPACED.items() for c in chars},
}
_SURROGATE: Final = ("char_surrogate", "\N{REPLACEMENT CHARACTER}")

_FOREIGN: Final = re.compile(f"[{re.escape(''.join(_TABLE))}\ud800-\udfff]")
_NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""What no libxml2 tree can hold: https://www.w3.org/TR/xml/#charsets"""


def clean(text: str, counter: Counter[str]) -> str:
    """`text` with canonical characters only; `counter` gains a count for each change.

    White space is not collapsed; tab and line feed stay.
    """
    if _FOREIGN.search(text) is None:  # nearly always
        return text
    return _replace(_FOREIGN, text, counter)


def storable(text: str, counter: Counter[str]) -> str:
    """`text` with only those characters changed that a tree cannot hold."""
    if text.isprintable():  # as attributes nearly always are: asked at a tenth of the price
        return text
    return _replace(_NOT_XML, text, counter)


def _replace(pattern: re.Pattern[str], text: str, counter: Counter[str]) -> str:
    def stand_in(match: re.Match[str]) -> str:
        code, replacement = _TABLE.get(match[0], _SURROGATE)
        counter[code] += 1
        return replacement

    return pattern.sub(stand_in, text)
