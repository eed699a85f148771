"""How the article is read: its encoding, and what was left out of it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QMenu

from reader.gui.article_pane import ArticlePane
from reader.gui.commander import Command, Commander, Frame
from reader.ingest import ENCODINGS


class ReadingControls(Commander):
    """Changes how the article on the desk is shown."""

    def __init__(self, frame: Frame, pane: ArticlePane) -> None:
        super().__init__(frame)
        self._pane = pane
        frame.notices.encoding_chosen.connect(self.read_again)
        frame.notices.encoding_asked.connect(self.ask_encoding)

    def commands(self) -> Mapping[str, Command]:
        return {"show_everything": self._pane.show_everything, "encoding": self.ask_encoding}

    def ask_encoding(self) -> None:
        menu = QMenu(self.frame.window)
        menu.aboutToHide.connect(menu.deleteLater)
        for name in ENCODINGS:
            action = menu.addAction(name)
            action.triggered.connect(lambda _=False, name=name: self.read_again(name))
        view = self.frame.view
        menu.popup(view.mapToGlobal(view.rect().center()))

    def read_again(self, encoding: str) -> None:
        """Read the page of the article on the desk in another encoding."""
        session = self.frame.desk.session
        if session is not None and self.frame.turnover.leave():
            self.frame.opener.read_again(session, encoding)
