"""The numbers of list items (https://html.spec.whatwg.org/#ordinal-value)."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

LISTS: Final = frozenset(("ul", "ol", "menu", "dir"))
_INTEGER: Final = re.compile(r"\s*(-?\d{1,9})", re.ASCII)


class Numbering:
    """Numbers one list's items, by its `start` and `reversed` and each item's `value`."""

    def __init__(self, element: etree._Element) -> None:
        self._ordered = element.tag == "ol"
        self._step = -1 if self._ordered and element.get("reversed") is not None else 1
        first = sum(1 for _ in element.iterchildren("li")) if self._step < 0 else 1
        self._next = _integer(element.get("start"), first)

    def number(self, item: etree._Element) -> int | None:
        """The number of the next item; None in an unordered list."""
        if not self._ordered:
            return None
        number = _integer(item.get("value"), self._next)
        self._next = number + self._step
        return number


def _integer(value: str | None, default: int) -> int:
    found = _INTEGER.match(value or "")
    return int(found[1]) if found else default
