"""The comparison of two saved versions: its action, its window, and the ways between the two."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from reader.gui.kit.message_bar import Level, Notice, Offer
from reader.gui.window.commander import Command, Commander, Frame
from reader.session.open_article import Arrival

if TYPE_CHECKING:
    from reader.gui.dialogs.comparison_window import ComparisonWindow
    from reader.session.article import ArticleSession

KEY: Final = "another_version"
"""Of the notice that a page is another version of what the library had."""


class Comparing(Commander):
    """Opens one window for the article on the desk, and shows in the text what is asked there."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.window: ComparisonWindow | None = None
        """The window of the comparison, while it is open."""
        frame.desk.comparison_wanted.connect(lambda one, other: self.compare((one, other)))
        self._told: ArticleSession | None = None
        frame.desk.session_changed.connect(self._on_changed)
        frame.desk.session_changed.connect(self._tell)
        frame.desk.desk_changed.connect(lambda _: self._on_changed())

    def commands(self) -> Mapping[str, Command]:
        return {"compare_versions": self.compare}

    def facts(self) -> Mapping[str, bool]:
        return {"several_versions": self._versions() > 1}

    def compare(self, pair: tuple[str, str] | None = None) -> None:
        """Compare the version shown with the one before it, or two that are named."""
        session = self.frame.desk.session
        if session is None or self._versions() < 2:
            return
        self.frame.desk.settle()
        if self.window is None:
            # With all that compares and exports: not at the start.
            from reader.gui.dialogs.comparison_window import ComparisonWindow

            self.window = ComparisonWindow(self.frame.desk, session, self.frame.services, pair)
            self.window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.window.place_asked.connect(self.show_place)
            self.window.finished.connect(lambda _: self._on_closed())
            self.window.show()
        elif pair is not None:
            self.window.compare(pair)
        self.window.raise_()
        self.window.activateWindow()

    def show_place(self, version: str, start: int, end: int) -> None:
        """Show and select a stretch of a version in the text."""
        desk, view, window = self.frame.desk, self.frame.view, self.frame.window
        if desk.session is None:
            return
        if desk.session.article.version != version:
            desk.show_version(version)
        view.select(start, end)
        view.setFocus()
        window.raise_()
        window.activateWindow()

    def close(self) -> None:
        """Close the window of the comparison, if there is one."""
        if self.window is not None:
            self.window.close()

    def _versions(self) -> int:
        session = self.frame.desk.session
        return len({c.version for c in session.record.captures}) if session else 0

    def _on_changed(self) -> None:
        """Say why there is nothing to compare where that is so."""
        only = self.frame.desk.session is not None and self._versions() < 2
        self.frame.table.name_change(
            "compare_versions", self.tr("only one version is saved") if only else ""
        )

    def _tell(self) -> None:
        """Say of a version that has just come in that it is one.

        Where the article has marks, what became of them is said instead: see `Attaching`.
        """
        session = self.frame.desk.session
        if session is self._told:
            return
        self._told = session
        self.frame.notices.withdraw(KEY)
        if session is None or session.arrival is not Arrival.VERSION or session.marks:
            return
        offers = tuple(
            Offer(words, self.frame.table[name].trigger, stays=name == "compare_versions")
            for name, words in (
                ("compare_versions", lambda: self.tr("Compare")),
                ("detach", lambda: self.tr("Not the same article")),
            )
        )

        def text() -> str:
            return self.tr("This page is another saved version of an article in the library.")

        self.frame.notices.put(Notice(KEY, Level.INFO, text, offers))

    def _on_closed(self) -> None:
        self.window = None
