"""The codes of the codebook, to pick one for a highlight with one key."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from reader.gui.kit.icons import swatch
from reader.gui.kit.keys import latin_key
from reader.gui.kit.palette import Palette, Row
from reader.model.library import Code, Codebook
from reader.model.summary import Language
from reader.session import typed

_PAUSE = 1000
"""Milliseconds after which the next letter begins another label."""


class CodeMenu(Palette):
    """A palette of codes, each with its colour and key, always in the order of the codebook.

    Enter takes the code that was taken last. A key takes its code; other letters look for a label.
    """

    def __init__(
        self,
        codebook: Codebook,
        language: Language,
        chosen: Callable[[Code], None],
        parent: QWidget,
        *,
        last: str = "",
    ) -> None:
        """`last` is the slug of the code that was taken last."""
        codes = codebook.offered
        rows = [
            Row(
                code.label(language),
                partial(chosen, code),
                key=code.key.upper(),
                icon=swatch(code.colour),
            )
            for code in codes
        ]
        super().__init__(rows, parent)
        self._labels = [code.label(language) for code in codes]
        self._last = next((n for n, code in enumerate(codes) if code.slug == last), 0)
        self._typed = ""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)

    def pop_up(self, at: QRect) -> None:
        super().pop_up(at)
        self._activate(self._last)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        begun = self._typed if self._pause.isActive() else ""
        is_letter = event.text().isprintable() and event.text().strip() != ""
        if not is_letter or (self._takes(event) and not begun):
            super().keyPressEvent(event)
            return
        found = typed.beginning(self._labels, begun + event.text())
        if found is not None:
            self._typed = begun + event.text()
            self._pause.start()
            self._activate(found)

    def _takes(self, event: QKeyEvent) -> bool:
        pressed = {event.key(), latin_key(event)}
        return any(len(row.key) == 1 and ord(row.key) in pressed for row in self._rows)

    def _activate(self, row: int) -> None:
        if self._actions:
            self.setActiveAction(self._actions[row])
