"""What is said of the article as a whole: shown while no mark is selected."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.gui import forms
from reader.gui.desk_controller import DeskController
from reader.gui.form import Form
from reader.gui.layouts import heading, muted


class ArticlePage(QWidget):
    """How its sourcing stands, a note, an assessment; and what the marks come to."""

    def __init__(self, desk: DeskController) -> None:
        super().__init__()
        self._desk = desk
        self._article: UUID | None = None
        self._status = Form(forms.ARTICLE, desk.language)
        self._status.edited.connect(
            lambda _, value: desk.attempt(lambda session: session.set_work_status(value))
        )
        self._remarks = Form(forms.REMARKS, desk.language)
        self._remarks.edited.connect(
            lambda name, value: desk.attempt(lambda session: session.set_remarks(**{name: value}))
        )
        self._profile = muted()
        self._profile.setObjectName("profile")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for widget in (
            self._status,
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
        self._status.show_thing(session.record)
        self._remarks.show_thing(session.desk.remarks, keep_typed=same)
        sentences = session.profile().sentences() if session.marks else ()
        words = [self._desk.words(sentence) for sentence in sentences]
        self._profile.setText("\n".join(words) or self.tr("Nothing is marked yet."))
        for form in (self._status, self._remarks):
            form.set_locked(not self._desk.is_writable)

    def settle(self) -> None:
        """Take over what is half typed."""
        self._remarks.settle()
