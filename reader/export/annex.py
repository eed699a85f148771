"""What follows the first page: figures, sources, evidence and contacts, notes, provenance."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from reader.export.outline import (
    Bullets,
    Facts,
    Heading,
    Line,
    Paragraph,
    Part,
    Row,
    Run,
    Table,
    joined,
    link,
    numbers,
    ours,
    phrase,
    quotation,
    quoted,
    worded,
)
from reader.export.report import DOT, facts, named, section
from reader.model.summary import (
    ClaimRow,
    ContactRow,
    EvidenceRow,
    Language,
    MarkRow,
    SourceRow,
    Summary,
)
from reader.model.vocabulary import (
    AnonymityReason,
    Knowledge,
    MarkType,
    Number,
    Standing,
)
from reader.wording import label, say


def annex(summary: Summary) -> tuple[Part, ...]:
    """The sections after the first page; empty ones are left out."""
    sections: dict[str, Callable[[Summary], tuple[Part, ...]]] = {
        "report_figures": _figures,
        "report_sources": _sources,
        "report_checks": _checks,
        "report_notes": _notes,
        "report_provenance": _provenance,
    }
    parts: list[Part] = []
    for code, make in sections.items():
        found = make(summary)
        parts += [section(code, summary.language), *found] if found else ()
    return tuple(parts)


def _figures(summary: Summary) -> tuple[Part, ...]:
    if not (summary.profile.marked_claims or summary.profile.mentions):
        return ()
    language = summary.language
    rows = tuple(
        Row(
            (
                (phrase(f"figure_{figure.name}", language),),
                (ours(str(figure.count)),),
                (ours("" if figure.of is None else str(figure.of)),),
            )
        )
        for figure in summary.profile.figures()
    )
    headers = ("report_figure", "report_count", "report_of")
    table = Table(tuple(say(code, language) for code in headers), rows)
    return table, _breakdown(summary)


def _breakdown(summary: Summary) -> Facts:
    """The figures by kind, naming and standing, those of nobody left out."""
    profile, language = summary.profile, summary.language
    tallies: dict[str, Mapping[Any, int]] = {
        "report_by_kind": profile.by_kind,
        "report_by_naming": profile.by_naming,
        "report_by_standing": profile.by_standing,
    }
    return facts(
        {
            code: joined(
                (ours(f"{label(member, language)}: {n}") for member, n in tally.items() if n),
                say("list_separator", language),
            )
            for code, tally in tallies.items()
        },
        language,
    )


def _sources(summary: Summary) -> tuple[Part, ...]:
    language = summary.language
    headers = ("report_source", "report_kind", "report_naming", "report_details", "report_claims")
    rows = tuple(_source_row(source, language) for source in summary.sources)
    return (Table(("", *(say(code, language) for code in headers)), rows),) if rows else ()


def _source_row(source: SourceRow, language: Language) -> Row:
    cells = (
        (ours(str(source.number)),),
        (named(source.name, language),),
        (ours(label(source.kind, language)),),
        (ours(label(source.naming, language)),),
        _details(source, language),
        (numbers("claim", source.claims, language) or ours("—"),),
    )
    return Row(cells, id=f"source-{source.number}")


def _details(source: SourceRow, language: Language) -> tuple[Line, ...]:
    lines = [
        phrase("report_relay_only", language) if source.relay_only else (),
        joined(map(quoted, (source.role, source.affiliation, source.country)), DOT),
        ours(label(source.how_many, language)) if source.how_many is Number.SEVERAL else (),
        _unless(source.standing, Standing.UNSTATED, language),
        _unless(source.knowledge, Knowledge.UNSTATED, language),
        _reason(source, language),
    ]
    return tuple(filter(None, lines)) or (ours("—"),)


def _unless(member: Standing | Knowledge, unset: Standing | Knowledge, language: Language) -> Line:
    return () if member is unset else ours(label(member, language))


def _reason(source: SourceRow, language: Language) -> Line:
    """Why an anonymous source is not named, in the outlet's words where it gives some."""
    if source.naming.is_identified or source.relay_only:
        return ()
    reason = _named("report_reason", ours(label(source.anonymity_reason, language)), language)
    words = source.anonymity_words
    given = words and source.anonymity_reason is not AnonymityReason.NONE_GIVEN
    return (*reason, Run(" "), *quotation(words, language)) if given else reason


def _checks(summary: Summary) -> tuple[Part, ...]:
    """For each claim that was looked into: verdicts, evidence, contacts."""
    language = summary.language
    parts: list[Part] = []
    for claim in summary.claims:
        lines = (
            *_verdicts(claim, language),
            *(_evidence(row, language) for row in claim.evidence),
            *(_contact(row, language) for row in claim.contacts),
            *_signature(claim, language),
        )
        if lines:
            heading = phrase("report_claim_number", language, n=claim.number)
            parts += [Heading(3, heading), Paragraph(quoted(claim.words)), Bullets(lines)]
    return tuple(parts)


def _verdicts(claim: ClaimRow, language: Language) -> list[Line]:
    """The verdict that holds, then those that it replaced, newest first."""
    codes = ["report_verdict", *["report_earlier_verdict"] * len(claim.verdicts)]
    return [
        joined(
            [
                _named(code, quoted(verdict.label), language),
                _day(verdict.decided_at.date()),
                quoted(verdict.reason),
            ],
            DOT,
        )
        for code, verdict in zip(codes, reversed(claim.verdicts), strict=False)
    ]


def _evidence(row: EvidenceRow, language: Language) -> Line:
    lines = [
        ours(label(row.stance, language)),
        quotation(row.quote, language) if row.quote else (),
        link(row.url),
        _named("report_archive", link(row.archive_url), language),
        _named("report_file", quoted(row.file_name), language),
        _named("report_sha256", quoted(row.sha256 or ""), language),
        _named("report_accessed", _day(row.accessed), language),
        quoted(row.note),
    ]
    return joined(lines, DOT)


def _contact(row: ContactRow, language: Language) -> Line:
    lines = [
        _named("report_contact", quoted(row.who), language),
        quoted(row.how),
        _named("report_asked", _day(row.asked_at), language),
        _named("report_due", _day(row.due), language),
        _named("report_answer", quoted(row.answer), language)
        or phrase("report_no_answer", language),
    ]
    return joined(lines, DOT)


def _signature(claim: ClaimRow, language: Language) -> list[Line]:
    signed = _named("report_signed_off", quoted(claim.signed_off_by), language)
    return [signed] if signed else []


def _named(code: str, value: Line, language: Language) -> Line:
    """A value with its name before it; nothing where there is no value."""
    return (Run(f"{say(code, language)}: "), *value) if value else ()


def _day(day: date | None) -> Line:
    return quoted(day.isoformat()) if day else ()


def _notes(summary: Summary) -> tuple[Part, ...]:
    language = summary.language
    about = facts(
        {"report_note": quoted(summary.note), "report_assessment": quoted(summary.assessment)},
        language,
    )
    lines = tuple(
        joined([*mark_lines(mark, summary), quotation(mark.words, language)], DOT)
        for mark in summary.marks
        if mark.note or mark.codes or mark.type in (MarkType.HIGHLIGHT, MarkType.NOTE)
    )
    return (*([about] if about.rows else []), *([Bullets(lines)] if lines else []))


def mark_lines(mark: MarkRow, summary: Summary) -> list[Line]:
    """What a mark is, its codes, its note: each a line."""
    language = summary.language
    codes = joined((quoted(c.label) for c in mark.codes), say("list_separator", language))
    return [line for line in (_what(mark, summary), codes, quoted(mark.note)) if line]


def _what(mark: MarkRow, summary: Summary) -> Line:
    """The kind of a mark; of a source who it is, of a claim who stands behind it."""
    language, kind = summary.language, label(mark.type, summary.language)
    if mark.claim:
        claim = summary.claims[mark.claim - 1]
        names = joined(
            (named(s.name, language) for s in claim.sources), say("list_separator", language)
        )
        unsourced = phrase("report_unsourced", language) if claim.counted else ()
        return joined([_numbered(kind, "claim", claim.number), names or unsourced], ": ")
    if mark.source:
        source = summary.sources[mark.source - 1]
        name = _numbered(kind, "source", source.number)
        how = ours(label(source.naming, language))
        return joined([name, joined([named(source.name, language), how], DOT)], ": ")
    return ours(kind)


def _numbered(kind: str, prefix: str, number: int) -> Line:
    return (Run(f"{kind} {number}", href=f"#{prefix}-{number}"),)


def _provenance(summary: Summary) -> tuple[Part, ...]:
    page, language = summary.custody.page, summary.language
    head = summary.head
    claimed = head.claimed_url if head.claimed_url != head.url else ""
    rows = {
        "report_file": quoted(page.name),
        "report_container": ours(label(page.container, language)),
        "report_sha256": quoted(page.sha256),
        "report_size": phrase("report_bytes", language, n=page.size),
        "report_encoding": joined(
            [quoted(page.encoding.name), worded(page.encoding.evidence, language)], DOT
        ),
        "report_unreadable": ours(str(page.encoding.unreadable or "")),
        "report_claimed_link": link(claimed),
        "report_saved_at": _moment(head.saved_at),
        "report_imported_at": _moment(summary.custody.imported_at),
        "report_captures": ours(str(summary.custody.captures or "")),
        "report_version": quoted(summary.custody.version),
        "report_removed": joined(
            (phrase(c.code, language, n=c.count) for c in page.removed),
            say("list_separator", language),
        ),
        "report_remote": ours(str(page.remote_total or "")),
        "report_remarks": joined((worded(n, language) for n in page.notes), " "),
        "report_made": _moment(summary.created_at),
    }
    return (facts(rows, language),)


def _moment(moment: datetime | None) -> Line:
    return quoted(f"{moment:%Y-%m-%d %H:%M} UTC") if moment else ()
