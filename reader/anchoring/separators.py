"""What stands between words: blanks, and the signs that can change what is said.

Blanks, line breaks and what folding drops never count, nor does the style of a quotation mark or
whether a comma is the Arabic one. A sign that came, went or became another does.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from reader.text.fold import Profile, fold

_UNIFIED: Final = str.maketrans({"'": '"', "،": ",", "؛": ";", "؟": "?", "٪": "%", "۔": "."})


@lru_cache(maxsize=4096)
def signs(between: str) -> str:
    """The signs of a text between words, unified, without the blanks."""
    if between == " ":
        return ""
    folded = fold(between, Profile.MATCH).text.translate(_UNIFIED)
    return "".join(folded.split())


def same_signs(old: str, new: str) -> bool:
    """Whether two separators differ in format at most."""
    return old == new or signs(old) == signs(new)


def tail_length(between: str, wanted: str) -> int | None:
    """How much of the end of a separator holds the signs of `wanted`; None: it does not.

    Both are raw. The shortest stretch that does counts, unless `wanted` itself stands there.
    """
    if between.endswith(wanted):
        return len(wanted)
    return next((n for n in range(len(between) + 1) if _ends_so(between, n, wanted)), None)


def head_length(between: str, wanted: str) -> int | None:
    """How much of the beginning of a separator holds the signs of `wanted`; None: it does not."""
    if between.startswith(wanted):
        return len(wanted)
    asked = signs(wanted)
    return next((n for n in range(len(between) + 1) if signs(between[:n]) == asked), None)


def _ends_so(between: str, length: int, wanted: str) -> bool:
    return signs(between[len(between) - length :]) == signs(wanted)
