"""What is said of the article as a whole: shown while no mark is selected.

What the marks come to takes as long as there are many of them, and each change of a mark makes
another sum of it. So it is worked out once what was changed has been painted, and only while it can
be seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.gui.desk.desk_controller import DeskController
from reader.gui.kit.form import Form
from reader.gui.kit.layouts import heading, titled
from reader.gui.panels import forms
from reader.gui.panels.completion import Completion
from reader.gui.panels.open_list import OpenList
from reader.gui.panels.profile_view import ProfileView
from reader.model.summary import Language


class ArticlePage(QWidget):
    """How its sourcing stands, what is open, what the marks come to, a note, an assessment."""

    def __init__(self, desk: DeskController) -> None:
        super().__init__()
        self._desk = desk
        self._language: Language = desk.language
        self._article: UUID | None = None
        self._still_open: Sequence[str] = ()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show_points)
        self._after_points = QTimer(self, singleShot=True, interval=0)
        self._after_points.timeout.connect(self._show_profile)
        self._status = Completion(self._language)
        self._status.decided.connect(
            lambda status: desk.attempt(lambda session: session.set_work_status(status))
        )
        self._status.asked.connect(self._catch_up)
        self._remarks = Form(forms.REMARKS, self._language)
        self._remarks.edited.connect(
            lambda name, value: desk.attempt(lambda session: session.set_remarks(**{name: value}))
        )
        self._profile = ProfileView(self._language)
        self._open = OpenList()
        self._open.chosen.connect(desk.select)
        self._open_heading = heading(self.tr("Open questions"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for widget in (
            self._status,
            self._open_heading,
            self._open,
            heading(self.tr("Sourcing profile")),
            self._profile,
            self._remarks,
        ):
            layout.addWidget(widget)

    def show_article(self) -> None:
        """Show the article on the desk; the same one again keeps what is half typed."""
        session = self._desk.session
        if session is None:
            return
        same, self._article = self._article == session.id, session.id
        self._status.show_status(session.record.work_status, self._still_open)
        self._remarks.show_thing(session.desk.remarks, keep_typed=same)
        for part in (self._status, self._remarks):
            part.set_locked(not self._desk.is_writable)
        self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._soon.start()  # there may have been changes since it was hidden

    def _catch_up(self) -> None:
        if self._soon.isActive():
            self._soon.stop()
            self._show_points()

    def _show_points(self) -> None:
        session = self._desk.session
        if session is None or not self.isVisible():
            return
        points = session.open_points(self._language) if session.marks else ()
        worded = [(point, titled(self._desk.words(point.message))) for point in points]
        self._still_open = [words for point, words in worded if point.is_of_sourcing]
        self._status.show_status(session.record.work_status, self._still_open)
        self._open.show_points(session, worded)
        self._open_heading.setVisible(bool(worded))
        self._after_points.start()

    def _show_profile(self) -> None:
        session = self._desk.session
        if session is None or not self.isVisible():
            return
        profile = session.profile() if session.marks else None
        sentences = [self._desk.words(s) for s in profile.sentences()] if profile else []
        self._profile.show_profile(
            profile, "\n".join(sentences) or self.tr("Nothing is marked yet.")
        )

    def settle(self) -> None:
        """Take over what is half typed."""
        self._remarks.settle()
