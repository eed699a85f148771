"""The way from article to article: back and forward, and those opened lately."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QMouseEvent

from reader.gui.kit.layouts import shortened
from reader.gui.window.commander import Command, Commander, Frame
from reader.model.library import ArticleFile
from reader.session.library import Shelf
from reader.session.stops import Stop, Stops

MOST: Final = 10
"""Articles in the menu."""
_LONGEST: Final = 60
"""Of a title in the menu, in code points."""
_NEVER: Final = datetime.max.replace(tzinfo=UTC)
"""Nothing was opened since."""
_STEPS: Final = {Qt.MouseButton.BackButton: -1, Qt.MouseButton.ForwardButton: 1}


class Trail(Commander):
    """Remembers which articles were on the desk, and leads back to them."""

    shelf_changed = Signal()
    """Other articles count as opened lately than before."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._stops = Stops()
        self._meant: Stops | None = None
        """Where a step under way leads, until the article has come."""
        self._listed: list[QAction] = []
        frame.desk.session_changed.connect(self._on_session_changed)
        frame.opener.failed.connect(lambda _: self._on_failed())
        frame.opener.ended.connect(self._on_ended)
        menu = frame.menus["recent"]
        self._line = menu.insertSeparator(menu.actions()[0])
        menu.aboutToShow.connect(lambda: self.shelve(self._list))
        recents = frame.services.preferences.settings.recents
        frame.table["recents"].setChecked(recents)
        frame.turnover.remembers_openings = recents
        frame.window.installEventFilter(self)

    def commands(self) -> Mapping[str, Command]:
        return {
            "back": partial(self.step, -1),
            "forward": partial(self.step, 1),
            "clear_recents": self.clear,
            "recents": self.list_recents,
        }

    def facts(self) -> Mapping[str, bool]:
        return {"back": self._stops.has_back, "forward": self._stops.has_forward}

    # Back and forward

    def step(self, by: int) -> None:
        """Go back (-1) or forward (1). The place is left only when the article has come."""
        stops = self._stops.moved(by)
        if stops == self._stops:
            return
        self.frame.opener.cancel()
        self._meant = stops
        if stops.here is None:
            self.frame.table["library"].trigger()
            self._meant = None
        else:
            self.frame.opener.open_article(stops.here)

    def _on_session_changed(self) -> None:
        session = self.frame.desk.session
        if session is None and self.frame.turnover.is_between:
            return  # nobody has gone anywhere
        stop: Stop = session.id if session is not None else None
        meant = self._meant
        self._stops = meant if meant and meant.here == stop else self._stops.visit(stop)
        self.facts_changed.emit()

    def _on_failed(self) -> None:
        # The window says why; the next step goes past what cannot be opened.
        if self._meant is not None:
            self._stops = self._stops.without(self._meant.here)
            self.facts_changed.emit()

    def _on_ended(self) -> None:
        self._meant = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and watched is self.frame.window:
            # Not each widget passes on a button that it has no use for: the window's own hears it.
            if handle := self.frame.window.windowHandle():
                handle.installEventFilter(self)
        elif event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            by = _STEPS.get(event.button())
            if by is not None and watched is not self.frame.window:
                self.step(by)
                return True
        return False

    # The articles opened lately

    def shelve(self, done: Callable[[Shelf], None]) -> None:
        """Tell the articles of the library, those opened lately apart, as the person has it."""
        settings = self.frame.services.preferences.settings
        since = settings.recents_since if settings.recents else _NEVER
        self.frame.opener.list_articles(done, since)

    def clear(self) -> None:
        """Empty the list: no article is lost, and when each was opened is forgotten."""
        self.frame.services.preferences.change(recents_since=datetime.now(UTC))
        self.frame.services.runtime.run_io(
            self.frame.services.library.forget_openings,
            lambda _: self.shelf_changed.emit(),
            lambda error: self.frame.notices.tell_error(error.message),
        )

    def list_recents(self, listed: bool) -> None:
        """List the articles opened lately, or not; while they are not, none is remembered."""
        self.frame.services.preferences.change(recents=listed)
        self.frame.turnover.remembers_openings = listed
        self.shelf_changed.emit()

    def _list(self, shelf: Shelf) -> None:
        """Fill the menu, which may be open already."""
        menu = self.frame.menus["recent"]
        for action in self._listed:
            menu.removeAction(action)
            action.deleteLater()
        desk = self.frame.desk.session
        here = desk.id if desk is not None else None
        recent = [r for r in shelf.recent if r.id != here][:MOST]
        self._listed = [self._entry(record) for record in recent] or [self._none()]
        menu.insertActions(self._line, self._listed)

    def _entry(self, record: ArticleFile) -> QAction:
        title = record.called or self.tr("Without a title")
        action = QAction(shortened(title, _LONGEST).replace("&", "&&"), self)
        action.triggered.connect(lambda _=False, id_=record.id: self.frame.opener.open_article(id_))
        return action

    def _none(self) -> QAction:
        recents = self.frame.services.preferences.settings.recents
        action = QAction(self.tr("Nothing yet") if recents else self.tr("The list is off"), self)
        action.setEnabled(False)
        return action
