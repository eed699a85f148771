"""All that is done with an article that has come in more than once."""

from __future__ import annotations

from collections.abc import Iterator

from reader.gui.window.attaching import Attaching
from reader.gui.window.commander import Commander, Frame
from reader.gui.window.comparing import Comparing
from reader.gui.window.joining import Joining
from reader.gui.window.reviewing import Reviewing


class Versions:
    """The commanders for it, as far as they have to do with each other."""

    def __init__(self, frame: Frame) -> None:
        self.attaching = Attaching(frame)
        self.reviewing = Reviewing(frame)
        self.joining = Joining(frame)
        self.comparing = Comparing(frame)
        self.attaching.detach_asked.connect(self.joining.detach)

    def __iter__(self) -> Iterator[Commander]:
        return iter((self.attaching, self.reviewing, self.joining, self.comparing))
