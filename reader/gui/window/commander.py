"""What the parts of a window that carry out actions are given, and what they owe.

The window makes each `Commander`, connects the actions that it names, and asks all of them for
the facts by which actions are enabled. So a new thing to do is a row of `action_table`, and a
method of one commander; the window itself learns nothing of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QMainWindow

from reader.gui.desk.desk_controller import DeskController
from reader.gui.desk.opener import Opener
from reader.gui.desk.review import Review
from reader.gui.desk.services import Services
from reader.gui.desk.turnover import Turnover
from reader.gui.kit.actions import Actions
from reader.gui.page.reading_view import ReadingView
from reader.gui.panels.inspector import Inspector
from reader.gui.window.menus import Menus
from reader.gui.window.notices import Notices

Command = Callable[..., object]
"""Takes nothing; that of an action to be ticked is told whether it is."""


@dataclass(frozen=True)
class Frame:
    """What the commanders of one window share."""

    window: QMainWindow
    services: Services
    table: Actions
    menus: Menus
    desk: DeskController
    view: ReadingView
    inspector: Inspector
    opener: Opener
    notices: Notices
    turnover: Turnover
    review: Review


class Commander(QObject):
    """Carries out some of the actions. It lives as long as its window."""

    facts_changed = Signal()
    """Other actions can be asked for now, though neither the desk nor its selection changed."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame.window)
        self.frame = frame

    @staticmethod
    def show_dialog(dialog: QDialog) -> None:
        """Show a dialog before the window; it goes when it is closed, and nothing waits for it."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def commands(self) -> Mapping[str, Command]:
        """The actions that it carries out, by their names in the table."""
        return {}

    def facts(self) -> Mapping[str, bool]:
        """What holds now, among the `needs` of the table."""
        return {}
