"""Selecting by keyboard: by clauses and sentences, more and less, and a word off at the front."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from reader.gui.window.commander import Command, Commander, Frame
from reader.text import stretches
from reader.text.graphemes import next_boundary


class Selecting(Commander):
    """Moves the selection of the reading view as `reader.text.stretches` says."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._view = frame.view
        self._grown: tuple[int, tuple[int, int]] | None = None
        """Where growing began, and what it has come to."""

    def commands(self) -> Mapping[str, Command]:
        return {
            "select_more": self.more,
            "select_less": self.less,
            "next_clause": partial(self.step, 1),
            "previous_clause": partial(self.step, -1),
            "add_clause": partial(self.reach, 1),
            "drop_clause": partial(self.reach, -1),
            "word_off": partial(self.word, 1),
            "word_on": partial(self.word, -1),
            "letter_off": self.letter_off,
        }

    def more(self) -> None:
        """Select the next larger stretch."""
        span = self._span()
        at = self._grown[0] if self._grown and self._grown[1] == span else span[0]
        grown = stretches.more(self._text, *span, self._view.lines())
        self._view.select(*grown)
        self._grown = (at, self._span())

    def less(self) -> None:
        """Select the next smaller stretch, where growing began."""
        span = self._span()
        at = self._grown[0] if self._grown and self._grown[1] == span else span[0]
        self._view.select(*stretches.less(self._text, *span, at, self._view.lines()))
        self._grown = (at, self._span())

    def step(self, by: int) -> None:
        """Select the next stretch of the kind that is selected, or the one before."""
        self._view.select(*stretches.step(self._text, *self._span(), by, self._view.lines()))

    def reach(self, by: int) -> None:
        """Move the moving end of the selection by a clause."""
        anchor, position = self._view.ends()
        lines = self._view.lines()
        self._view.select(anchor, stretches.reach(self._text, anchor, position, by, lines))

    def word(self, by: int) -> None:
        """Leave the first word out of the selection, or take the one before it in."""
        start, end = self._span()
        self._view.select(stretches.first_word(self._text, start, end, by), end)

    def letter_off(self) -> None:
        """Leave the first letter out: «لمصدر» is «مصدر» with a particle."""
        start, end = self._span()
        if start < end:
            self._view.select(min(next_boundary(self._text, start), end - 1), end)

    @property
    def _text(self) -> str:
        session = self.frame.desk.session
        return session.article.page_text if session else ""

    def _span(self) -> tuple[int, int]:
        first, last = sorted(self._view.ends())
        return first, last
