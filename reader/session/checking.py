"""The use cases of checking a claim: verdicts, evidence, people asked."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from reader.model.annotations import ClaimDate, Contact, Event, Evidence, Verdict
from reader.model.errors import Message
from reader.session.edits import Change, Desk, Edit
from reader.session.errors import SessionError
from reader.session.maker import Maker, built, mark_of, named, with_fields

Record = Evidence | Contact

RECORDS: Final[dict[str, type[Record]]] = {
    "evidence": Evidence,
    "contacts": Contact,
}
"""The lists that a claim keeps, by the name of its field."""


def set_date(desk: Desk, maker: Maker, mark_id: UUID, **fields: object) -> Change:
    """Change fields of a claim's date: `written`, `value`, `inferred`. Without words and day: none.

    Raises:
        SessionError: `value_not_valid`.
    """
    mark = mark_of(desk, mark_id)
    date = with_fields(mark.claim.date or ClaimDate(written=""), fields)
    kept = date if date.written or date.value else None
    after = maker.changed(mark, body=mark.claim.model_copy(update={"date": kept}))
    return named("change_edit_mark", [Edit(mark, after)], words=mark.words)


def set_verdict(
    desk: Desk, maker: Maker, mark_id: UUID, scale: str, value: str, reason: str = ""
) -> Change:
    """Give a claim a verdict; an earlier one is kept beside it, with its date and reason.

    Raises:
        SessionError: `verdict_needs_reason`: a verdict that takes another's place is a correction
            («تصحيح»), and says why.
    """
    mark = mark_of(desk, mark_id)
    if mark.claim.verdicts and not reason.strip():
        raise SessionError("verdict_needs_reason")
    verdict = Verdict(
        scale=scale, value=value, reason=reason, decided_at=maker.clock(), author=maker.author
    )
    claim = mark.claim.model_copy(update={"verdicts": (*mark.claim.verdicts, verdict)})
    what = Message(code="verdict_given", params={"value": value})
    event = Event(at=maker.clock(), author=maker.author, what=what)
    after = maker.changed(mark, body=claim, history=(*mark.history, event))
    return named("change_verdict", [Edit(mark, after)], words=mark.words)


def add_record(
    desk: Desk, maker: Maker, mark_id: UUID, kind: str, **fields: object
) -> tuple[Change, UUID]:
    """Add a piece of evidence or somebody asked. `kind` is a key of `RECORDS`."""
    record = built(RECORDS[kind], {**maker.stamp(), **fields})
    records = (*getattr(mark_of(desk, mark_id).claim, kind), record)
    return _with_records(desk, maker, mark_id, kind, records), record.id


def edit_record(
    desk: Desk, maker: Maker, mark_id: UUID, kind: str, record_id: UUID, **fields: object
) -> Change:
    """Change fields of a piece of evidence or of somebody asked. Raises like `remove_record`."""
    before = _records_with(desk, mark_id, kind, record_id)
    records = tuple(maker.changed(r, **fields) if r.id == record_id else r for r in before)
    return _with_records(desk, maker, mark_id, kind, records)


def remove_record(desk: Desk, maker: Maker, mark_id: UUID, kind: str, record_id: UUID) -> Change:
    """Take a piece of evidence or somebody asked away.

    Raises:
        SessionError: `record_is_gone`.
    """
    before = _records_with(desk, mark_id, kind, record_id)
    records = tuple(r for r in before if r.id != record_id)
    return _with_records(desk, maker, mark_id, kind, records)


def _records_with(desk: Desk, mark_id: UUID, kind: str, record_id: UUID) -> tuple[Record, ...]:
    records: tuple[Record, ...] = getattr(mark_of(desk, mark_id).claim, kind)
    if all(record.id != record_id for record in records):
        raise SessionError("record_is_gone")
    return records


def _with_records(
    desk: Desk, maker: Maker, mark_id: UUID, kind: str, records: tuple[Record, ...]
) -> Change:
    mark = mark_of(desk, mark_id)
    body = mark.claim.model_copy(update={kind: records})
    after = maker.changed(mark, body=body)
    return named(f"change_{kind}", [Edit(mark, after)], words=mark.words)
