"""One block's text as it is gathered: white space, line breaks and inline runs."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

from lxml import etree

from reader.ingest.clean import clean
from reader.ingest.draft import Run
from reader.model.article import InlineKind

LINE_BREAK: Final = "\N{LINE SEPARATOR}"
_MAX_OPEN: Final = 8  # runs inside runs: a page of 256 nested isolates must stay linear

_ASCII_WHITE: Final = " \t\n\f\r"
_WHITE: Final = re.compile(f"[{_ASCII_WHITE}]+")
_SWALLOWING: Final = frozenset(("", " ", LINE_BREAK))
"""What a text may end with for a space after it to be swallowed."""
_INK: Final = re.compile("[^\\s\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
"""A character that shows: white space, zero-width characters and marks of direction do not."""


def has_ink(text: str) -> bool:
    return _INK.search(text) is not None


@dataclass(slots=True)
class _Open:
    """An inline element whose end is still to come. Without a kind it only counts as a link."""

    element: etree._Element
    kind: InlineKind | None
    href: str | None
    dir: str
    start: int
    is_link: bool


class Writer:
    """Gathers the text of one block after another; inline elements may span several blocks."""

    def __init__(self, counter: Counter[str]) -> None:
        self._counter = counter
        self._open: list[_Open] = []
        self._links = 0
        self._clear()

    def _clear(self) -> None:
        self._parts: list[str] = []
        self._runs: list[Run] = []
        self._length = 0
        self._linked = 0
        self._last = ""
        self.inked = False
        """Whether the block has a visible character so far."""
        self._inked_since_break = False
        for opened in self._open:
            opened.start = 0

    @property
    def is_empty(self) -> bool:
        return not self._parts

    def write(self, text: str, *, preformatted: bool = False) -> None:
        """Appends text of the page: white space collapses, except where it is preformatted."""
        if not preformatted and self._last in _SWALLOWING and not text.strip(_ASCII_WHITE):
            return
        text = clean(text, self._counter)
        if not text:
            return
        if preformatted:
            text = (text if self.inked else text.lstrip("\n")).replace("\n", LINE_BREAK)
        else:
            text = _WHITE.sub(" ", text)
            if text[0] == " " and self._last in _SWALLOWING:
                text = text[1:]
        if text:
            self._append(text)
            if not self._inked_since_break and has_ink(text):
                self.inked = self._inked_since_break = True

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
        self._last = text[-1]
        if self._links:
            self._linked += len(text)

    def line_break(self) -> bool:
        """Appends a line break; False where it would be the second in a row, or the first thing."""
        if not self.inked or not self._inked_since_break:
            return False
        if self._last == " ":
            self._parts[-1] = self._parts[-1][:-1]
            self._length -= 1
        self._append(LINE_BREAK)
        self._inked_since_break = False
        return True

    def open(
        self,
        element: etree._Element,
        kind: InlineKind | None,
        *,
        href: str | None = None,
        direction: str = "",
        is_link: bool = False,
    ) -> None:
        """Begins a run at the end of the text so far. A run inside one of its own kind is none."""
        same = any(o.kind is kind and o.dir == direction for o in self._open)
        if len(self._open) < _MAX_OPEN and not same:
            self._open.append(_Open(element, kind, href, direction, self._length, is_link))
            self._links += is_link

    def close(self, element: etree._Element) -> None:
        """Ends the run that `element` began, if it began one."""
        if self._open and self._open[-1].element is element:
            opened = self._open.pop()
            self._links -= opened.is_link
            self._keep(opened)

    def _keep(self, opened: _Open) -> None:
        if opened.kind is not None and self._length > opened.start:
            run = Run(opened.kind, opened.start, self._length, opened.href, opened.dir)
            self._runs.append(run)

    def finish(self) -> tuple[str, list[Run], int]:
        """The block's text, its runs and how much of it is linked; the next block begins empty."""
        for opened in self._open:
            self._keep(opened)
        text = "".join(self._parts)
        if not self._inked_since_break:
            text = text[: max(0, text.rfind(LINE_BREAK))]
        text = text.rstrip(" " + LINE_BREAK)
        runs = [r for r in self._runs if r.start < len(text)]
        for run in runs:
            run.end = min(run.end, len(text))
        runs.sort(key=lambda r: (r.start, -r.end))
        linked = min(self._linked, len(text))
        self._clear()
        return text, runs, linked
