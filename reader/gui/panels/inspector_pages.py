"""The inspector's pages: what they share, and those of highlights, notes and the article itself.

A page shows a mark and passes on what is edited. It never emits an edit for being shown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.gui.desk.desk_controller import DeskController
from reader.gui.kit.form import Form, Spec
from reader.gui.kit.layouts import Section, heading
from reader.gui.kit.theme import Theme
from reader.gui.panels import forms
from reader.gui.panels.anchors_editor import AnchorsEditor
from reader.gui.panels.codes_editor import CodesEditor
from reader.model.annotations import Mark
from reader.model.vocabulary import Role
from reader.session.article import ArticleSession


class Part(Protocol):
    """A form or an editor of a page."""

    def settle(self) -> None:
        """Take over what is half typed."""

    def set_locked(self, locked: bool) -> None:
        """Leave what there is to be read and copied, and let nothing be changed."""


P = TypeVar("P", bound=Part)
UseCase = Callable[[ArticleSession, UUID], object]


class Page(QWidget):
    """What the pages share: the mark that they show, a note, details that open."""

    def __init__(self, desk: DeskController, theme: Theme) -> None:
        super().__init__()
        self.desk = desk
        self.theme = theme
        self.mark_id: UUID | None = None
        self._parts: list[Part] = []
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(10)
        self.details = Section(self.tr("Details"), theme)
        self.details.setObjectName("details")
        self.note = self.form(forms.NOTE, self._on_mark)

    def show_mark(self, mark: Mark) -> None:
        """Show a mark; the same one again keeps what is half typed."""
        same = self.mark_id == mark.id
        self.mark_id = mark.id
        self.note.show_thing(mark, keep_typed=same)
        self.show_fields(mark, keep_typed=same)
        self.set_locked(not self.desk.is_writable)

    def show_fields(self, mark: Mark, *, keep_typed: bool) -> None:
        """Show the fields that only this page has."""

    def settle(self) -> None:
        """Take over what is half typed."""
        for part in self._parts:
            part.settle()

    def set_locked(self, locked: bool) -> None:
        for part in self._parts:
            part.set_locked(locked)

    def focus_note(self) -> QWidget:
        """Put the caret into the note."""
        field = self.note.fields["note"]
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return field

    # Putting a page together

    def part(self, part: P) -> P:
        self._parts.append(part)
        return part

    def form(self, specs: Sequence[Spec], edit: Callable[[str, object], None]) -> Form:
        form = self.part(Form(specs, self.desk.language))
        form.edited.connect(edit)
        return form

    def detail(self, widget: QWidget, title: str = "") -> None:
        """Put a widget among the details."""
        if title:
            self.details.body.addWidget(heading(title))
        self.details.body.addWidget(widget)

    def change(self, use_case: UseCase) -> None:
        """Carry out a use case on the mark that is shown."""
        mark_id = self.mark_id
        if mark_id is not None:
            self.desk.attempt(lambda session: use_case(session, mark_id))

    def _on_mark(self, name: str, value: object) -> None:
        self.change(lambda session, mark_id: session.edit_mark(mark_id, **{name: value}))

    def on_body(self, name: str, value: object) -> None:
        """A field of the mark's body was edited."""
        self.change(lambda session, mark_id: session.edit_body(mark_id, **{name: value}))

    # What several pages have

    def codes_editor(self) -> CodesEditor:
        codes = self.part(CodesEditor(self.desk.codebook, self.desk.language))
        codes.edited.connect(lambda slugs: self._on_mark("codes", slugs))
        return codes

    def anchors_editor(self) -> AnchorsEditor:
        anchors = self.part(AnchorsEditor(self.desk, self.theme))
        anchors.wanted.connect(self._on_anchor)
        anchors.removed.connect(
            lambda anchor: self.change(lambda session, i: session.remove_anchor(i, anchor))
        )
        return anchors

    def _on_anchor(self, role: Role) -> None:
        span = self.desk.selection or (0, 0)
        self.change(lambda session, mark_id: session.add_anchor(mark_id, role, *span))


class HighlightPage(Page):
    """A highlight: its codes, then its note."""

    def __init__(self, desk: DeskController, theme: Theme) -> None:
        super().__init__(desk, theme)
        self._codes = self.codes_editor()
        self.body.addWidget(self._codes)
        self.body.addWidget(self.note)

    def show_fields(self, mark: Mark, *, keep_typed: bool) -> None:  # noqa: ARG002
        self._codes.show_codes(mark.codes)


class NotePage(Page):
    """A note; its codes under details."""

    def __init__(self, desk: DeskController, theme: Theme) -> None:
        super().__init__(desk, theme)
        self._codes = self.codes_editor()
        self.detail(self._codes, self.tr("Codes"))
        self.body.addWidget(self.note)
        self.body.addWidget(self.details)

    def show_fields(self, mark: Mark, *, keep_typed: bool) -> None:  # noqa: ARG002
        self._codes.show_codes(mark.codes)
