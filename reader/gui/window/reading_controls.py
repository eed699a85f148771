"""How the article is read: its direction and encoding, its headings, what is left out or hidden."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

from reader.gui.desk.article_pane import ArticlePane
from reader.gui.dialogs.contents import ContentsPopover
from reader.gui.kit.encodings import encoding_name
from reader.gui.kit.status_button import StatusButton
from reader.gui.window.commander import Command, Commander, Frame
from reader.model.article import Direction
from reader.session.reading import heading_at, headings
from reader.text.bidi import Invisible, invisibles

_DIRECTIONS: Final[dict[str, Direction | None]] = {
    "direction_auto": None,
    "direction_rtl": Direction.RTL,
    "direction_ltr": Direction.LTR,
}


class ReadingControls(Commander):
    """Changes how the article on the desk is shown."""

    def __init__(self, frame: Frame, pane: ArticlePane) -> None:
        super().__init__(frame)
        self._pane = pane
        self.direction = StatusButton(
            "direction", self._direction_said, lambda: self.tr("Text direction")
        )
        self.direction.offer(frame.menus["direction"])
        self.encoding = StatusButton(
            "encoding", self._encoding_said, lambda: self.tr("Text encoding")
        )
        self.encoding.clicked.connect(frame.table["encoding"].trigger)
        for button in (self.direction, self.encoding):
            frame.window.statusBar().addWidget(button)
        frame.notices.invisibles_asked.connect(lambda: frame.table["invisibles"].setChecked(True))
        frame.notices.encoding_chosen.connect(self.read_again)
        frame.notices.encoding_asked.connect(self.ask_encoding)
        frame.desk.session_changed.connect(self._on_changed)
        frame.desk.session_changed.connect(self._on_session_changed)
        frame.desk.desk_changed.connect(lambda _: self._on_changed())

    def commands(self) -> Mapping[str, Command]:
        return {
            "show_everything": self._pane.show_everything,
            "encoding": self.ask_encoding,
            "invisibles": self.show_invisibles,
            "contents": self.show_contents,
            "page_details": self.show_details,
            **{name: partial(self.set_direction, d) for name, d in _DIRECTIONS.items()},
        }

    def set_direction(self, direction: Direction | None) -> None:
        """Override the direction of the article on the desk; None: as found."""
        session = self.frame.desk.session
        if session is not None and session.record.direction is not direction:
            self.frame.desk.attempt(lambda s: s.set_direction(direction))
        self._on_changed()  # a choice that could not be made stays unticked

    def _on_changed(self) -> None:
        session = self.frame.desk.session
        chosen = session.record.direction if session else None
        for name, direction in _DIRECTIONS.items():
            self.frame.table[name].setChecked(direction is chosen)
        self.direction.setEnabled(self.frame.desk.is_writable)
        self.direction.renew()
        self.encoding.renew()

    def _direction_said(self) -> str:
        session = self.frame.desk.session
        if session is None:
            return ""
        rtl = session.direction is Direction.RTL
        if rtl:
            return self.tr("Direction: right to left")
        return self.tr("Direction: left to right")

    def show_invisibles(self, shown: bool) -> None:
        """Show the invisible characters as chips in the text, or hide them again."""
        session = self.frame.desk.session
        if session is None or not shown:
            self.frame.view.show_invisibles(())
            return
        article = session.article

        def show(found: list[Invisible]) -> None:
            still = self.frame.table["invisibles"].isChecked()
            if still and self.frame.desk.session is session and session.article is article:
                self.frame.view.show_invisibles(h for h in found if h.name != "TATWEEL")

        # A long text takes longer than a frame to look through.
        self.frame.services.runtime.run_io(
            lambda: invisibles(article.page_text), show, lambda _: None
        )

    def _on_session_changed(self) -> None:
        if self.frame.table["invisibles"].isChecked():
            self.show_invisibles(True)

    def ask_encoding(self) -> None:
        """Say how the page was read, and offer to read it otherwise."""
        from reader.gui.dialogs.encoding_dialog import EncodingDialog  # nobody asks at the start

        session = self.frame.desk.session
        if session is not None:
            desk, window = self.frame.desk, self.frame.window
            self.show_dialog(EncodingDialog(desk, session, self.read_again, window))

    def read_again(self, encoding: str) -> None:
        """Read the page of the article on the desk in another encoding."""
        session = self.frame.desk.session
        if session is not None and self.frame.turnover.leave():
            self.frame.opener.read_again(session, encoding)

    def show_contents(self) -> None:
        """List the headings, to go to one of them."""
        session, view = self.frame.desk.session, self.frame.view
        if session is None:
            return
        found = headings(session.desk)
        here = heading_at(found, view.first_visible())
        popover = ContentsPopover(found, here, session.direction, self.frame.window)
        popover.chosen.connect(self.go_to)
        popover.open_below(view)

    def show_details(self) -> None:
        """Show what was recorded of the saved page."""
        from reader.gui.dialogs.page_details import PageDetails  # nobody asks at the start

        desk, services = self.frame.desk, self.frame.services
        if desk.session is not None:
            theme = services.appearance.theme
            self.show_dialog(PageDetails(desk, desk.session, theme, self.frame.window))

    def go_to(self, offset: int) -> None:
        """Begin reading at an offset, with the caret there."""
        view = self.frame.view
        view.setFocus()
        view.select(offset, offset)
        view.read_from(offset)

    def _encoding_said(self) -> str:
        session = self.frame.desk.session
        return encoding_name(session.article.provenance.encoding.name) if session else ""
