"""Quotation marks and brackets that belong together, within one line of text.

Nobody types them with care: a straight mark opens and closes, and «…» come in either order. A
quotation is therefore opened by the first mark of its family and closed by the next.
"""

from __future__ import annotations

from typing import Final

_FAMILIES: Final = ('"', "«»", "‹›", "“”„‟")
_BRACKETS: Final = {"(": ")", "[": "]", "{": "}", "﴾": "﴿"}
_FAMILY: Final = {mark: family for family in _FAMILIES for mark in family}
_CLOSING: Final = {closing: opening for opening, closing in _BRACKETS.items()}

QUOTES: Final = "".join(_FAMILIES)
"""Every mark of a quotation."""

MARKS: Final = QUOTES + "".join((*_BRACKETS, *_CLOSING))
"""Every mark that comes in pairs."""


def quotations(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The quotations of `text[start:end]`, their marks included, in the order of their ends.

    Args:
        text: any.
        start: of a line of it, in code points: nothing is paired across lines.
        end: of that line.
    """
    return [p for p in pairs(text, start, end) if text[p[0]] in _FAMILY]


def pairs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The quotations and the brackets of a line, half-open, marks included. See `quotations`."""
    found: list[tuple[int, int]] = []
    quoting: dict[str, int] = {}
    bracketed: list[tuple[str, int]] = []
    for at in range(start, end):
        char = text[at]
        if family := _FAMILY.get(char):
            opened = quoting.pop(family, None)
            if opened is None:
                quoting[family] = at
            else:
                found.append((opened, at + 1))
        elif char in _BRACKETS:
            bracketed.append((char, at))
        elif bracketed and _CLOSING.get(char) == bracketed[-1][0]:
            found.append((bracketed.pop()[1], at + 1))
    return found


def line_of(text: str, start: int, end: int) -> tuple[int, int]:
    """The lines that a span touches, without the line feeds around them."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    return first, len(text) if last < 0 else last
