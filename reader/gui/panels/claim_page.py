"""The inspector's page of a claim: who says it, how its checking goes, what it relates to."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtGui import QDragEnterEvent, QDropEvent

from reader.gui.desk.desk_controller import DeskController
from reader.gui.kit.layouts import isolated, muted
from reader.gui.kit.theme import Theme
from reader.gui.panels import forms
from reader.gui.panels.dropped import local_files
from reader.gui.panels.evidence_editor import EvidenceEditor
from reader.gui.panels.evidence_files import EvidenceFiles
from reader.gui.panels.inspector_pages import Page
from reader.gui.panels.links_editor import LinksEditor
from reader.gui.panels.records_editor import RecordsEditor
from reader.gui.panels.relations_editor import RelationsEditor
from reader.gui.panels.verdict_editor import VerdictEditor
from reader.model.annotations import Contact, Mark
from reader.model.questions import is_late
from reader.session import checking
from reader.text.bidi import isolate

_NEW: dict[str, dict[str, object]] = {"evidence": {}, "contacts": {"who": ""}}
"""The fields that a new record cannot be without."""
NO_FILE: dict[str, object] = {"file": None, "file_name": "", "file_size": 0}
"""The fields of evidence without a file."""


class ClaimPage(Page):
    """A claim: its status and whom it is attributed to at once, the rest under details."""

    def __init__(self, desk: DeskController, theme: Theme) -> None:
        super().__init__(desk, theme)
        self._status = self.form(forms.CLAIM, self.on_body)
        self._links = self.part(LinksEditor(desk.language, theme))
        self._more = self.form(forms.CLAIM_DETAILS, self.on_body)
        self._date = self.form(forms.CLAIM_DATE, self._on_date)
        self._verdict = self.part(VerdictEditor(desk.codebook, desk.language))
        self._files = EvidenceFiles.of(desk)
        self._evidence = self.part(
            EvidenceEditor(forms.EVIDENCE, self.tr("Add evidence"), desk.language)
        )
        self._contacts = self.part(
            RecordsEditor(forms.CONTACT, self.tr("Add somebody asked"), desk.language)
        )
        self._late = muted()
        self._late.setObjectName("late")
        self._late.setProperty("kind", "warned")
        self._records: dict[str, RecordsEditor] = {
            "evidence": self._evidence,
            "contacts": self._contacts,
        }
        self._relations = self.part(RelationsEditor(desk.language, theme))
        self._end = self.form(forms.CLAIM_END, self.on_body)
        self._anchors = self.anchors_editor()
        self._codes = self.codes_editor()
        for widget in (self._status, self._late, self._links, self.note, self.details):
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

    def _connect_records(self, kind: str, editor: RecordsEditor) -> None:
        editor.added.connect(lambda: self._on_record_wanted(kind))
        editor.edited.connect(
            lambda record, name, value: self.change(
                lambda session, i: session.edit_record(i, kind, record, **{name: value})
            )
        )
        editor.removed.connect(
            lambda record: self.change(lambda s, i: s.do(checking.remove_record, i, kind, record))
        )

    def _connect_files(self) -> None:
        editor, files = self._evidence, self._files
        editor.file_wanted.connect(self._on_file_wanted)
        editor.copy_wanted.connect(self._on_copy_wanted)
        editor.file_removed.connect(
            lambda record: self.change(
                lambda session, i: session.edit_record(i, "evidence", record, **NO_FILE)
            )
        )
        editor.stopped.connect(files.stop)
        files.progressed.connect(editor.show_progress)
        files.looked.connect(editor.show_troubles)
        self.setAcceptDrops(True)

    def _on_file_wanted(self, record: UUID | None) -> None:
        if self.mark_id is not None:
            self._files.ask(self.mark_id, record)

    def _on_copy_wanted(self, record: UUID) -> None:
        mark = self.desk.mark(self.mark_id)
        if mark is not None:
            for evidence in mark.claim.evidence:
                if evidence.id == record:
                    self._files.save_copy(evidence)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.desk.is_writable and local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Files that are dropped on a claim are evidence on it."""
        event.acceptProposedAction()
        self.details.open(True)
        if self.mark_id is not None:
            self._files.take(self.mark_id, local_files(event.mimeData()))

    def _connect(self) -> None:
        desk, links = self.desk, self._links
        for kind, editor in self._records.items():
            self._connect_records(kind, editor)
        self._connect_files()
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
        self._verdict.given.connect(lambda scale, _value, _reason: desk.use_scale(scale))
        self._verdict.scales_wanted.connect(desk.codebook_wanted)
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
        if not keep_typed:
            self._verdict.use_scale(self.desk.last_scale)
        self._verdict.show_claim(mark.id, claim)
        late = [c for c in claim.contacts if is_late(c.due, c.answer, date.today())]  # noqa: DTZ011 - the reader's own day
        self._late.setVisible(bool(late))
        self._late.setText("\n".join(map(self._overdue, late)))
        self._records["evidence"].show_records(claim.evidence)
        self._records["contacts"].show_records(claim.contacts)
        if not keep_typed:
            self._files.look(claim.evidence)
        self._links.show_claim(session, mark.id)
        self._relations.show_claim(session, mark.id)
        self._anchors.show_mark(mark)
        self._codes.show_codes(mark.codes)

    def _overdue(self, contact: Contact) -> str:
        said = self.tr("{who}: an answer was due on {day}.")
        who = isolated(contact.who) or "—"
        return said.format(who=who, day=isolate(str(contact.due)))

    def _on_date(self, name: str, value: object) -> None:
        self.change(lambda session, i: session.do(checking.set_date, i, **{name: value}))

    def _on_record_wanted(self, kind: str) -> None:
        mark_id = self.mark_id
        if mark_id is None:
            return
        record: UUID | None = self.desk.attempt(
            lambda session: session.add_record(mark_id, kind, **_NEW[kind])
        )
        if record is not None:
            self._records[kind].enter(record)
