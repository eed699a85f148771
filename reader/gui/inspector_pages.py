"""The inspector's pages: one for each kind of mark. They show a mark and pass on what is edited."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QVBoxLayout, QWidget

from reader.gui import forms
from reader.gui.desk_controller import DeskController
from reader.gui.fields import Form, Paragraph
from reader.gui.layouts import Section, clear
from reader.gui.links_editor import LinksEditor
from reader.gui.records_editor import RecordsEditor
from reader.gui.verdict_editor import VerdictEditor
from reader.model.annotations import ClaimDate, Mark
from reader.model.vocabulary import MarkType
from reader.text.bidi import isolate


class Page(QWidget):
    """What the pages share: the mark they show, and a note."""

    def __init__(self, desk: DeskController) -> None:
        super().__init__()
        self.desk = desk
        self.mark_id: UUID | None = None
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self._note = Paragraph(self.tr("Note"))
        self._note.setAccessibleName(self.tr("Note"))
        self._note.setObjectName("note")
        self._note.edited.connect(self._on_note)

    def show_mark(self, mark: Mark) -> None:
        """Show the fields of a mark."""
        if mark.id != self.mark_id or not self._note.hasFocus():
            self._note.set_value(mark.note)
        self.mark_id = mark.id

    def form(self, specs: tuple[forms.Spec, ...]) -> Form:
        """A form whose fields are those of the mark's body."""
        form = Form(specs, self.desk.language)
        form.edited.connect(self._on_body)
        return form

    def _on_note(self, note: str) -> None:
        mark_id = self.mark_id
        if mark_id:
            self.desk.attempt(lambda s: s.edit_mark(mark_id, note=note))

    def _on_body(self, name: str, value: object) -> None:
        mark_id = self.mark_id
        if mark_id:
            self.desk.attempt(lambda s: s.edit_body(mark_id, **{name: value}))


class SourcePage(Page):
    """A source mention and its card."""

    def __init__(self, desk: DeskController) -> None:
        super().__init__(desk)
        self._main = self.form(forms.SOURCE)
        self._card = self._card_form(forms.CARD)
        self._same = QComboBox()
        self._same.setObjectName("same_source")
        self._same.setAccessibleName(self.tr("The same source as"))
        self._same.setPlaceholderText(self.tr("The same source as…"))
        self._same.setMinimumContentsLength(10)
        self._same.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._same.activated.connect(self._on_same)
        self._details = Section(self.tr("Details"))
        self._more = self.form(forms.SOURCE_DETAILS)
        self._card_more = self._card_form(forms.CARD_DETAILS)
        for widget in (self._main, self._card, self._same, self._note, self._details):
            self.body.addWidget(widget)
        self._details.body.addWidget(self._more)
        self._details.body.addWidget(self._card_more)

    def _card_form(self, specs: tuple[forms.Spec, ...]) -> Form:
        form = Form(specs, self.desk.language)
        form.edited.connect(self._on_card)
        return form

    def show_mark(self, mark: Mark) -> None:
        super().show_mark(mark)
        source = mark.source
        for form in (self._main, self._more):
            form.show_values({name: getattr(source, name) for name in form.fields})
        session = self.desk.session
        card = session.entities.get(source.entity) if session and source.entity else None
        for form in (self._card, self._card_more):
            form.setEnabled(card is not None)
            form.show_values({name: getattr(card, name, None) for name in form.fields})
        warning = (
            ""
            if source.naming.is_identified
            else self.tr("Do not write the identity of a confidential source here")
        )
        notes = self._card_more.fields["notes"]
        if isinstance(notes, Paragraph):
            notes.setPlaceholderText(warning)
        self._offer_same(mark)

    def _offer_same(self, mark: Mark) -> None:
        self._same.clear()
        session = self.desk.session
        for other in session.here() if session else []:
            if other.type is MarkType.SOURCE and other.source.entity != mark.source.entity:
                self._same.addItem(isolate(other.words), other.id)
        self._same.setCurrentIndex(-1)
        self._same.setEnabled(self._same.count() > 0)

    def _on_same(self, _index: int) -> None:
        mark_id, other = self.mark_id, self._same.currentData()
        if mark_id:
            self.desk.attempt(lambda s: s.same_source(mark_id, other))

    def _on_card(self, name: str, value: object) -> None:
        mark = self.desk.mark(self.mark_id)
        card = mark.source.entity if mark else None
        if card:
            self.desk.attempt(lambda s: s.edit_entity(card, **{name: value}))


class ClaimPage(Page):
    """A claim: its status, whom it is attributed to, and how its checking goes."""

    def __init__(self, desk: DeskController) -> None:
        super().__init__(desk)
        self._status = self.form(forms.CLAIM)
        self._links = LinksEditor(desk.language)
        self._links.linked.connect(self._on_linked)
        self._links.unlinked.connect(lambda i: desk.attempt(lambda s: s.unlink([i])))
        self._links.link_edited.connect(
            lambda i, name, value: desk.attempt(lambda s: s.edit_link(i, **{name: value}))
        )
        self._links.source_wanted.connect(desk.begin_linking)
        self._links.source_clicked.connect(desk.select)
        self._details = Section(self.tr("Details"))
        for widget in (self._status, self._links, self._note, self._details):
            self.body.addWidget(widget)
        self._more = self.form(forms.CLAIM_DETAILS)
        self._date = Form(forms.CLAIM_DATE, desk.language)
        self._date.edited.connect(self._on_date)
        self._verdict = VerdictEditor(desk.codebook, desk.language)
        self._verdict.given.connect(self._on_verdict)
        self._records = {
            "evidence": RecordsEditor(
                forms.EVIDENCE, self.tr("Add evidence"), self.tr("Remove"), desk.language
            ),
            "contacts": RecordsEditor(
                forms.CONTACT, self.tr("Add somebody asked"), self.tr("Remove"), desk.language
            ),
        }
        for kind, editor in self._records.items():
            self._connect(kind, editor)
        self._fill_details()

    def _fill_details(self) -> None:
        for title, widget in (
            ("", self._more),
            ("", self._date),
            (self.tr("Verdict"), self._verdict),
            (self.tr("Evidence"), self._records["evidence"]),
            (self.tr("Asked for an answer"), self._records["contacts"]),
        ):
            if title:
                heading = QLabel(title)
                heading.setProperty("kind", "section")
                self._details.body.addWidget(heading)
            self._details.body.addWidget(widget)

    def _connect(self, kind: str, editor: RecordsEditor) -> None:
        editor.added.connect(
            lambda: self._with_mark(lambda s, mark_id: s.add_record(mark_id, kind, **_NEW[kind]))
        )
        editor.edited.connect(
            lambda i, name, value: self._with_mark(
                lambda s, mark_id: s.edit_record(mark_id, kind, i, **{name: value})
            )
        )
        editor.removed.connect(
            lambda i: self._with_mark(lambda s, mark_id: s.remove_record(mark_id, kind, i))
        )

    def _with_mark(self, use_case) -> None:  # type: ignore[no-untyped-def]
        mark_id = self.mark_id
        if mark_id:
            self.desk.attempt(lambda s: use_case(s, mark_id))

    def show_mark(self, mark: Mark) -> None:
        super().show_mark(mark)
        claim = mark.claim
        for form in (self._status, self._more):
            form.show_values({name: getattr(claim, name) for name in form.fields})
        when = claim.date
        self._date.show_values(
            {"written": when.written if when else "", "value": when.value if when else None}
        )
        self._verdict.show_claim(claim)
        self._records["evidence"].show_records(claim.evidence)
        self._records["contacts"].show_records(claim.contacts)
        if self.desk.session:
            self._links.show_claim(self.desk.session, mark.id)

    def _on_linked(self, source: UUID) -> None:
        self._with_mark(lambda s, mark_id: s.link(mark_id, source))

    def _on_verdict(self, scale: str, value: str, reason: str) -> None:
        self._with_mark(lambda s, mark_id: s.set_verdict(mark_id, scale, value, reason))

    def _on_date(self, name: str, value: object) -> None:
        mark = self.desk.mark(self.mark_id)
        if mark is None:
            return
        was = mark.claim.date or ClaimDate(written="")
        when = was.model_copy(update={name: value})
        kept = when if when.written or when.value else None
        self._with_mark(lambda s, mark_id: s.edit_body(mark_id, date=kept))


_NEW: dict[str, dict[str, str]] = {"evidence": {}, "contacts": {"who": ""}}
"""The fields that a new record cannot be without."""


class PlainPage(Page):
    """A highlight with its codes, or a note."""

    def __init__(self, desk: DeskController) -> None:
        super().__init__(desk)
        self._codes = QVBoxLayout()
        self.body.addLayout(self._codes)
        self.body.addWidget(self._note)

    def show_mark(self, mark: Mark) -> None:
        super().show_mark(mark)
        clear(self._codes)
        if mark.type is MarkType.HIGHLIGHT:
            for code in sorted(self.desk.codebook.codes, key=lambda c: c.order):
                if not code.retired or code.slug in mark.codes:
                    self._codes.addWidget(self._code(code.slug, mark))

    def _code(self, slug: str, mark: Mark) -> QWidget:
        code = self.desk.codebook.code(slug)
        box = QCheckBox(code.labels[self.desk.language] if code else slug)
        box.setToolTip(code.definition.get(self.desk.language, "") if code else "")
        box.setChecked(slug in mark.codes)
        box.clicked.connect(lambda on: self._on_code(slug, on))
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return box

    def _on_code(self, slug: str, on: bool) -> None:
        mark = self.desk.mark(self.mark_id)
        if mark:
            codes = tuple(c for c in mark.codes if c != slug) + ((slug,) if on else ())
            self.desk.attempt(lambda s: s.edit_mark(mark.id, codes=codes))
