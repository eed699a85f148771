"""The commanders of a window, all of them: who carries out what can be done in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.gui.window.asking import Asking
from reader.gui.window.codes import Codes
from reader.gui.window.finding import Finding
from reader.gui.window.handing import Handing
from reader.gui.window.helping import Helping
from reader.gui.window.inspecting import Inspecting
from reader.gui.window.looks import Looks
from reader.gui.window.marking import Marking
from reader.gui.window.reading_controls import ReadingControls
from reader.gui.window.reception import Reception
from reader.gui.window.selecting import Selecting
from reader.gui.window.trail import Trail
from reader.gui.window.typesetting import Typesetting
from reader.gui.window.versions import Versions

if TYPE_CHECKING:
    from reader.gui.desk.article_pane import ArticlePane
    from reader.gui.window.commander import Commander, Frame


class Crew:
    """Those that the window itself works with have a name; the others only their actions."""

    def __init__(self, frame: Frame, pane: ArticlePane) -> None:
        self.reception = Reception(frame)
        self.finding = Finding(frame)
        self.trail = Trail(frame)
        self.versions = Versions(frame)
        self.reading = ReadingControls(frame, pane)
        self.typesetting = Typesetting(frame)
        self.everyone: tuple[Commander, ...] = (
            self.reception,
            self.finding,
            self.trail,
            *self.versions,
            Handing(frame),
            Marking(frame),
            Selecting(frame),
            Asking(frame),
            Codes(frame),
            Inspecting(frame),
            self.reading,
            self.typesetting,
            Looks(frame),
            Helping(frame),
        )
