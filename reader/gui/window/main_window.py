"""The window: the article in the middle, its marks and the inspector beside it.

It is made in two steps, since what stands around an article takes much longer to load than the
article: first the view alone, which may show a known article at once, then all the rest. That is
imported where it is made.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QWidget

from reader.gui.window.first_window import FirstWindow, column_of

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent
    from PySide6.QtWidgets import QMenu

    from reader.gui.desk.services import Services
    from reader.gui.kit.fonts import Typography
    from reader.gui.kit.theme import Theme
    from reader.gui.window.start_page import StartPage
    from reader.model.errors import Message
    from reader.session.library import Shelf


class MainWindow(FirstWindow):
    """One desk, one article at a time. What can be done in it, its commanders do."""

    closed = Signal()

    take_over = False
    """Open the library again, though another machine has it in its books."""

    def __init__(
        self, theme: Theme, geometry: str = "", typography: Typography | None = None
    ) -> None:
        super().__init__(theme, geometry, typography)
        self.setAcceptDrops(True)
        self._furnished = False

    def furnish(self, services: Services, breathe: Callable[[], object] = lambda: None) -> None:
        """Make all that stands around the article, and what can be done.

        Args:
            services: what the window works with.
            breathe: called in between: the system may ask whether the window is alive.
        """
        self._services = services
        # What is seen changes only once: when the article is open, and all around it in its place.
        self.setUpdatesEnabled(not self.shows_first)
        self._make_parts()
        breathe()
        self._make_commanders()
        breathe()
        self._arrange()
        self._connect()
        self._furnished = True
        self._on_theme(services.appearance.theme)
        self._refresh()

    def begin(self, pages: Sequence[Path]) -> None:
        """Open pages; where there are none, the sample in an empty library, else the start page."""
        if pages:
            self.opener.open_paths(pages)
        else:
            self.trail.shelve(
                lambda shelf: (
                    self.reception.open_sample() if shelf.is_empty else self._show_start(shelf)
                )
            )

    # Putting it together

    def _make_parts(self) -> None:
        from reader.gui.desk.article_pane import ArticlePane
        from reader.gui.desk.desk_controller import DeskController
        from reader.gui.desk.opener import Opener
        from reader.gui.desk.turnover import Turnover
        from reader.gui.kit.action_table import SELECTION_BAR
        from reader.gui.kit.actions import Actions
        from reader.gui.kit.message_bar import MessageArea
        from reader.gui.kit.progress import ProgressStrip
        from reader.gui.kit.save_indicator import SaveIndicator
        from reader.gui.page.selection_bar import SelectionBar
        from reader.gui.panels.inspector import Inspector
        from reader.gui.panels.link_bar import LinkBar
        from reader.gui.panels.marks_panel import MarksPanel
        from reader.gui.window.menus import Menus, Wardrobe
        from reader.gui.window.notices import Notices

        services = self._services
        theme = services.appearance.theme
        self.desk = DeskController(services.library, services.interface, self)
        self.opener = Opener(services.library, services.runtime, self)
        self.table = Actions(self)
        self.menus = Menus(self, self.table)
        self._wardrobe = Wardrobe(self.table, self.menus)
        # First of all that follow the desk: what is marked is seen before it is listed.
        self._pane = ArticlePane(self.desk, self.view, self)
        self.marks = MarksPanel(self.desk)
        self.inspector = Inspector(self.desk, theme)
        self._start: StartPage | None = None
        self.banners = MessageArea(theme)
        self.messages = MessageArea(theme)
        self.progress = ProgressStrip()
        self.link_bar = LinkBar()
        self.saving = SaveIndicator(theme)
        self.selection_bar = SelectionBar(self.view, self.table.named(SELECTION_BAR))
        self.notices = Notices(self.desk, services.runtime, self.banners, self.messages, self)
        self._turnover = Turnover(self.desk, self.view, self)

    def _make_commanders(self) -> None:
        from reader.gui.desk.review import Review
        from reader.gui.window.commander import Frame
        from reader.gui.window.crew import Crew

        frame = Frame(
            window=self,
            services=self._services,
            table=self.table,
            menus=self.menus,
            desk=self.desk,
            view=self.view,
            inspector=self.inspector,
            opener=self.opener,
            notices=self.notices,
            turnover=self._turnover,
            review=Review(self.desk, self),
        )
        crew = Crew(frame, self._pane)
        self.commanders = crew.everyone
        self.reception, self.finding, self.trail = crew.reception, crew.finding, crew.trail
        self.reading, self.typesetting = crew.reading, crew.typesetting
        self.versions = crew.versions

    def _arrange(self) -> None:
        from PySide6.QtWidgets import QStackedWidget

        from reader.gui.window.columns import Panels
        from reader.gui.window.menus import ToolBar

        middle = QWidget()
        column = column_of(middle)
        column.addWidget(self.finding.bar)
        column.addWidget(self.view, 1)
        column.addWidget(self.link_bar)
        column.addWidget(self.versions.reviewing.place)
        shown = self.table.named(("panel_marks", "panel_inspector"))
        self.panels = Panels(self.marks, middle, self.inspector, shown)
        self._stack = QStackedWidget()
        self._stack.setMinimumHeight(120)  # so that a small screen holds the window at 200 %
        self._stack.addWidget(QWidget())  # until it is known what there is to show
        self._stack.addWidget(self.panels)
        if self.shows_first:
            self._stack.setCurrentWidget(self.panels)
        centre = QWidget()
        rows = column_of(centre)
        rows.addWidget(self.banners)
        rows.addWidget(self._stack, 1)
        rows.addWidget(self.progress)
        rows.addWidget(self.versions.attaching.progress)
        rows.addWidget(self.messages)
        self.setCentralWidget(centre)
        self._bar = ToolBar(self.table)
        self.addToolBar(self._bar)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addPermanentWidget(self.saving)

    def _connect(self) -> None:
        from reader.model.errors import Message

        desk, opener = self.desk, self.opener
        for commander in self.commanders:
            self.table.connect_all(commander.commands())
            commander.facts_changed.connect(self._refresh)
        own = {"library": self._on_library, "undo": desk.undo, "redo": desk.redo}
        self.table.connect_all({**own, "quit": self.close})
        opener.began.connect(self.progress.begin)
        opener.progressed.connect(
            lambda step, done: self.progress.advance(desk.words(Message(code=step)), done)
        )
        opener.ended.connect(self._on_opening_ended)
        opener.opened.connect(self._turnover.arrive)
        opener.failed.connect(self.notices.tell_error)
        self.progress.cancelled.connect(opener.cancel)
        self.closed.connect(self.versions.comparing.close)
        self.trail.shelf_changed.connect(self._on_shelf_changed)
        desk.session_changed.connect(self._on_session_changed)
        desk.desk_changed.connect(lambda _: self._refresh())
        desk.mark_selected.connect(lambda _: self._refresh())
        desk.linking_changed.connect(self._on_linking_changed)
        desk.save_state_changed.connect(self._on_save_state_changed)
        self.link_bar.picked.connect(desk.pick)
        self.link_bar.left.connect(desk.stop_linking)
        self.view.selection_changed.connect(desk.set_selection)
        self.view.menu_opening.connect(self._on_menu_opening)
        self.notices.copy_asked.connect(self._turnover.save_copy)
        self.notices.take_over_asked.connect(self._on_take_over_asked)
        self._services.preferences.failed.connect(self.notices.tell_error)
        self._services.appearance.theme_changed.connect(self._on_theme)

    # Articles that come and go

    def _on_opening_ended(self) -> None:
        if self.shows_first:
            self.shows_first = False
            QTimer.singleShot(0, self, lambda: self.setUpdatesEnabled(True))
        self.progress.end()
        if self.desk.session is None:
            self.view.clear_article()  # it may have been looked at before it could not be opened
            self.trail.shelve(self._show_start)

    def _on_session_changed(self) -> None:
        if self.desk.session is not None:
            self.view.setFocus()  # first: else whichever is next takes it, and acts on it
            self._stack.setCurrentWidget(self.panels)
            self._pane.go_back()
        self._refresh()

    def _on_library(self) -> None:
        if self._turnover.leave():
            self.desk.put(None)
            self.trail.shelve(self._show_start)

    @property
    def start(self) -> StartPage:
        """The start page, made when it is first seen: who opens an article may never see it."""
        if self._start is None:
            from reader.gui.kit.action_table import WAYS_IN
            from reader.gui.window.start_page import StartPage

            self._start = StartPage(self.table.named(WAYS_IN))
            self._start.article_chosen.connect(self.opener.open_article)
            self._start.set_theme(self._services.appearance.theme)
            self._stack.addWidget(self._start)
        return self._start

    def _on_shelf_changed(self) -> None:
        if self._start is not None:
            self.trail.shelve(self._start.show_shelf)

    def _show_start(self, shelf: Shelf) -> None:
        self.start.show_shelf(shelf)
        if self.desk.session is None:
            self._stack.setCurrentWidget(self.start)

    def _on_take_over_asked(self) -> None:
        from PySide6.QtWidgets import QMessageBox

        answer = QMessageBox.question(
            self,
            self.tr("Take the library over?"),
            self.tr(
                "Do this only if the other computer no longer uses the library: "
                "what it has not saved yet would be lost."
            ),
            defaultButton=QMessageBox.StandardButton.No,
        )
        if answer == QMessageBox.StandardButton.Yes:
            self.take_over = self.close()

    # What is shown

    def _on_linking_changed(self) -> None:
        self.link_bar.offer(self.desk.linking, self.desk.candidates())
        self._refresh()

    def _refresh(self) -> None:
        """Enable what can be done now, and name what undo and redo would do."""
        session = self.desk.session
        undoable = session.undoable if session else None
        redoable = session.redoable if session else None
        facts = self._facts(undoable, redoable)
        self.table.enable(facts)
        self.menus.enable(facts)
        for name, change in (("undo", undoable), ("redo", redoable)):
            self.table.name_change(name, self.desk.words(change) if change else "")
        if session or not self.shows_first:
            self.name_for(session.record.called if session else "")

    def _facts(self, undoable: Message | None, redoable: Message | None) -> frozenset[str]:
        facts = {
            "article": self.desk.session is not None,
            "writable": self.desk.is_writable,
            "undoable": self.desk.is_writable and undoable is not None,
            "redoable": self.desk.is_writable and redoable is not None,
        }
        for commander in self.commanders:
            facts.update(commander.facts())
        return frozenset(name for name, holds in facts.items() if holds)

    def _on_save_state_changed(self) -> None:
        session = self.desk.session
        state = session.save_state if session else None
        self.saving.show_state(state, half_typed=self.desk.half_typed)

    def _on_menu_opening(self, menu: QMenu) -> None:
        from reader.gui.kit.action_table import PAGE_MENU

        menu.addSeparator()
        menu.addActions(self.table.named(PAGE_MENU))

    def _on_theme(self, theme: Theme) -> None:
        self._wardrobe.dress(theme)
        self._bar.set_theme(theme)
        for part in (self.view, self.marks, self.inspector, self.saving):
            part.set_theme(theme)
        if self._start is not None:
            self._start.set_theme(theme)
        for area in (self.banners, self.messages):
            area.set_theme(theme)

    def tell_crash(self, report: str) -> None:
        """Save, say that something unexpected happened, and offer the report."""
        try:
            if self.desk.session is not None:
                self.desk.settle()
                self.desk.session.flush()
        finally:  # it is told even if what went wrong stands in the way of saving
            self.notices.tell_crash(report)

    # Events

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._furnished:
            self.table.retranslate()
            self.menus.retranslate()
            self._wardrobe.dress(self._services.appearance.theme)
            self._refresh()
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        # What is dragged about within the window is nothing new.
        if event.source() is None and self.reception.can_take(event.mimeData()):
            event.acceptProposedAction()
            self._answer_drag(True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._answer_drag(False)

    def _answer_drag(self, welcome: bool) -> None:
        if self._start is not None:
            self._start.answer_drag(welcome)

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._answer_drag(False)
        self.reception.take_dropped(event.mimeData())

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._furnished:
            return
        if not (self._turnover.leave() and self._turnover.may_quit()):
            event.ignore()
            return
        self.opener.cancel()
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self._services.preferences.change(
            geometry=geometry, surroundings=self.around(self.panels.article)
        )
        event.accept()
        self.closed.emit()
