"""The inspector's page of a claim: who says it, how its checking goes, what it relates to."""

from __future__ import annotations

from uuid import UUID

from reader.gui import forms
from reader.gui.desk_controller import DeskController
from reader.gui.form import Spec
from reader.gui.inspector_pages import Page
from reader.gui.links_editor import LinksEditor
from reader.gui.records_editor import RecordsEditor
from reader.gui.relations_editor import RelationsEditor
from reader.gui.theme import Theme
from reader.gui.verdict_editor import VerdictEditor
from reader.model.annotations import Mark

_NEW: dict[str, dict[str, object]] = {"evidence": {}, "contacts": {"who": ""}}
"""The fields that a new record cannot be without."""


class ClaimPage(Page):
    """A claim: its status and whom it is attributed to at once, the rest under details."""

    def __init__(self, desk: DeskController, theme: Theme) -> None:
        super().__init__(desk, theme)
        self._status = self.form(forms.CLAIM, self.on_body)
        self._links = self.part(LinksEditor(desk.language, theme))
        self._more = self.form(forms.CLAIM_DETAILS, self.on_body)
        self._date = self.form(forms.CLAIM_DATE, self._on_date)
        self._verdict = self.part(VerdictEditor(desk.codebook, desk.language))
        self._records = {
            "evidence": self._record_editor("evidence", forms.EVIDENCE, self.tr("Add evidence")),
            "contacts": self._record_editor(
                "contacts", forms.CONTACT, self.tr("Add somebody asked")
            ),
        }
        self._relations = self.part(RelationsEditor(desk.language, theme))
        self._end = self.form(forms.CLAIM_END, self.on_body)
        self._anchors = self.anchors_editor()
        self._codes = self.codes_editor()
        for widget in (self._status, self._links, self.note, self.details):
            self.body.addWidget(widget)
        self.detail(self._more)
        self.detail(self._date)
        self.detail(self._verdict, self.tr("Verdict"))
        self.detail(self._records["evidence"], self.tr("Evidence"))
        self.detail(self._records["contacts"], self.tr("Asked for an answer"))
        self.detail(self._end)
        self.detail(self._relations, self.tr("Other claims"))
        self.detail(self._anchors)
        self.detail(self._codes, self.tr("Codes"))
        self._connect()

    def _record_editor(self, kind: str, specs: tuple[Spec, ...], add: str) -> RecordsEditor:
        editor = self.part(RecordsEditor(specs, add, self.desk.language))
        editor.added.connect(lambda: self._on_record_wanted(kind))
        editor.edited.connect(
            lambda record, name, value: self.change(
                lambda session, i: session.edit_record(i, kind, record, **{name: value})
            )
        )
        editor.removed.connect(
            lambda record: self.change(lambda session, i: session.remove_record(i, kind, record))
        )
        return editor

    def _connect(self) -> None:
        desk, links = self.desk, self._links
        links.linked.connect(lambda source: self.change(lambda session, i: session.link(i, source)))
        links.unlinked.connect(
            lambda relation: desk.attempt(lambda session: session.unlink([relation]))
        )
        links.link_edited.connect(
            lambda relation, name, value: desk.attempt(
                lambda session: session.edit_link(relation, **{name: value})
            )
        )
        links.source_wanted.connect(desk.begin_linking)
        links.source_clicked.connect(desk.select)
        self._verdict.given.connect(
            lambda scale, value, reason: self.change(
                lambda session, i: session.set_verdict(i, scale, value, reason)
            )
        )
        self._relations.related.connect(
            lambda kind, other: self.change(lambda session, i: session.relate(kind, i, other))
        )
        self._relations.removed.connect(
            lambda relation: desk.attempt(lambda session: session.unlink([relation]))
        )

    def show_fields(self, mark: Mark, *, keep_typed: bool) -> None:
        session, claim = self.desk.session, mark.claim
        if session is None:
            return
        for form in (self._status, self._more, self._end):
            form.show_thing(claim, keep_typed=keep_typed)
        self._date.show_thing(claim.date, keep_typed=keep_typed)
        self._verdict.show_claim(mark.id, claim)
        self._records["evidence"].show_records(claim.evidence)
        self._records["contacts"].show_records(claim.contacts)
        self._links.show_claim(session, mark.id)
        self._relations.show_claim(session, mark.id)
        self._anchors.show_mark(mark)
        self._codes.show_codes(mark.codes)

    def _on_date(self, name: str, value: object) -> None:
        self.change(lambda session, i: session.set_date(i, **{name: value}))

    def _on_record_wanted(self, kind: str) -> None:
        mark_id = self.mark_id
        if mark_id is None:
            return
        record: UUID | None = self.desk.attempt(
            lambda session: session.add_record(mark_id, kind, **_NEW[kind])
        )
        if record is not None:
            self._records[kind].enter(record)
