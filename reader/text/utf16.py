"""Offsets in code points against offsets in UTF-16 code units, as Qt counts."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Literal

_ASTRAL = re.compile(r"[\U00010000-\U0010FFFF]")


class Utf16Map:
    """Converts offsets of one text both ways, in O(log n) of its astral characters."""

    def __init__(self, text: str) -> None:
        self._astral = [match.start() for match in _ASTRAL.finditer(text)]
        # Where the low surrogate of each stands: the one place between its two units.
        self._inside = [at + before + 1 for before, at in enumerate(self._astral)]
        self._length = len(text)

    @property
    def length(self) -> int:
        """The length of the text in UTF-16 units."""
        return self._length + len(self._astral)

    def to_utf16(self, offset: int) -> int:
        """The offset in UTF-16 units of an offset in code points.

        Raises:
            IndexError: the offset lies outside the text.
        """
        if not 0 <= offset <= self._length:
            raise IndexError(offset)
        return offset + bisect_left(self._astral, offset)

    def to_code_points(self, units: int, rounding: Literal["down", "up"] = "down") -> int:
        """The offset in code points of an offset in UTF-16 units.

        A position inside a surrogate pair, which Qt accepts, is rounded to the pair's start,
        or with "up" to its end.

        Raises:
            IndexError: the offset lies outside the text.
        """
        if not 0 <= units <= self.length:
            raise IndexError(units)
        before = bisect_left(self._inside, units)
        inside = before < len(self._inside) and self._inside[before] == units
        return units - before - (inside and rounding == "down")
