"""How the article is set: the face and its measures for all articles, the zoom for each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QToolBar

from reader.gui.dialogs.type_popover import TypePopover
from reader.gui.kit.fonts import USUAL, typography_of
from reader.gui.kit.i18n import percent
from reader.gui.kit.status_button import StatusButton
from reader.gui.window.commander import Command, Commander, Frame

ZOOMS: Final = (50, 67, 75, 80, 90, USUAL, 110, 125, 150, 175, 200, 250, 300)
"""What the keys and the wheel step through, in percent."""
_PAUSE: Final = 40
"""Milliseconds in which several changes are taken together: a long text is laid out anew."""


def stepped(zoom: int, steps: int) -> int:
    """The zoom so many steps up, or down where negative; the last one where there are no more."""
    at = bisect_right(ZOOMS, zoom) - 1 if steps > 0 else bisect_left(ZOOMS, zoom)
    return ZOOMS[max(0, min(at + steps, len(ZOOMS) - 1))]


class Typesetting(Commander):
    """Sets the article as the person likes it, at once; zoom is kept with each article."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._preferences = frame.services.preferences
        self.zoom = USUAL
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._set)
        self.button = StatusButton("zoom", self._said, lambda: self.tr("Zoom of this article"))
        self.button.clicked.connect(self.usual_size)
        frame.window.statusBar().addPermanentWidget(self.button)
        frame.view.zoom_requested.connect(self.step)
        frame.desk.session_changed.connect(self._on_session_changed)
        self._preferences.changed.connect(lambda _: self._soon.start())
        self._set()

    def commands(self) -> Mapping[str, Command]:
        return {
            "type": self.ask_type,
            "larger": lambda: self.step(1),
            "smaller": lambda: self.step(-1),
            "usual_size": self.usual_size,
        }

    def step(self, steps: int) -> None:
        """Zoom in by so many steps, or out."""
        if self.frame.desk.session is not None:
            self._zoom_to(stepped(self.zoom, steps))

    def usual_size(self) -> None:
        self._zoom_to(USUAL)

    def ask_type(self) -> None:
        """Open the controls of the type beside the button that asks for them."""
        frame = self.frame
        bar = frame.window.findChild(QToolBar, "tool_bar")
        button = bar.widgetForAction(frame.table["type"]) if bar else None
        shown = button is not None and button.isVisible()
        TypePopover(self._preferences, frame.table, frame.window).open_below(
            button if button is not None and shown else frame.view
        )

    def _on_session_changed(self) -> None:
        session = self.frame.desk.session
        self.zoom = session.reading_state().zoom if session else USUAL
        self._set()

    def _zoom_to(self, zoom: int) -> None:
        session = self.frame.desk.session
        if session is None or zoom == self.zoom:
            return
        self.zoom = zoom
        session.keep_reading_state(session.reading_state().model_copy(update={"zoom": zoom}))
        self._set()

    def _set(self) -> None:
        self.frame.view.set_typography(typography_of(self._preferences.settings, self.zoom))
        self.button.renew()

    def _said(self) -> str:
        return percent(self.zoom) if self.frame.desk.session is not None else ""
