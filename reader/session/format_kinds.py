"""In what two spellings of the same words differ: marks, tatweel, quotes, digits, blanks, letters.

Two spellings differ in a kind where they still do once all other kinds are made alike.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Final

import regex

from reader.model.comparison import FormatKind
from reader.text.fold import Profile, fold

_HARAKAT: Final = regex.compile(
    "[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]"
)
_QUOTES: Final = regex.compile("[«»“”„‟‹›″‶〝〞\"‘’‚‛′`´']")
_DIGIT: Final = regex.compile(r"\p{Nd}")
_POINT: Final = regex.compile(r"(?<=\p{Nd})[.,٫٬](?=\p{Nd})")
_BLANKS: Final = regex.compile(r"[\s\p{Cf}]+")
_POINTS: Final = {"٫": ".", "٬": ","}


def format_kinds(one: str, other: str) -> tuple[FormatKind, ...]:
    """The kinds of format in which two spellings differ, in the order of `FormatKind`."""
    return tuple(kind for kind in FormatKind if _all_but(kind, one) != _all_but(kind, other))


def _all_but(kept: FormatKind, text: str) -> str:
    """The text with every kind of format made alike but one."""
    for kind, unified in _UNIFIED.items():
        if kind is not kept:
            text = unified(text)
    return text


def _letters(text: str) -> str:
    """Forms of letters and signs made alike; what other kinds speak of stays."""
    return "".join(
        char if _is_of_others(char) else fold(char, Profile.MATCH).text or char for char in text
    )


def _is_of_others(char: str) -> bool:
    return (
        char.isspace()
        or char in "ـ٫٬"
        or unicodedata.category(char) in ("Cf", "Nd", "Mn")
        or _QUOTES.fullmatch(char) is not None
    )


def _digits(text: str) -> str:
    plain = _DIGIT.sub(lambda found: str(unicodedata.digit(found[0])), text)
    unified: str = _POINT.sub(lambda found: _POINTS.get(found[0], found[0]), plain)
    return unified


_UNIFIED: Final[dict[FormatKind, Callable[[str], str]]] = {
    FormatKind.LETTERS: _letters,
    FormatKind.HARAKAT: lambda text: _HARAKAT.sub("", text),
    FormatKind.TATWEEL: lambda text: text.replace("ـ", ""),
    FormatKind.QUOTES: lambda text: _QUOTES.sub('"', text),
    FormatKind.DIGITS: _digits,
    FormatKind.BLANKS: lambda text: _BLANKS.sub(" ", text).strip(),
}
"""Kind -> how it is made alike."""
