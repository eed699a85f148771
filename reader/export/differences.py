"""What differs between two saved versions, as parts of a report.

Which versions they are, what is said of them, what deserves a look, the paragraphs side by side.

Neutral throughout: it says what stands in either version, and nothing of anybody's reasons.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime
from itertools import groupby

from reader.export.outline import (
    Bullets,
    Facing,
    Gap,
    Heading,
    Line,
    Paragraph,
    Part,
    Row,
    Run,
    Table,
    joined,
    link,
    ours,
    phrase,
    quotation,
    quoted,
)
from reader.model.comparison import Change, Comparison, Notice
from reader.model.comparison import Row as Compared
from reader.model.summary import Language
from reader.wording import label, say, sentence

MOMENT = "%Y-%m-%d %H:%M UTC"


def difference_parts(
    comparison: Comparison,
    language: Language,
    *,
    level: int = 1,
    shown: Collection[int] | None = None,
) -> tuple[Part, ...]:
    """A comparison as parts.

    Args:
        comparison: what to tell of.
        language: of the wording.
        level: of its heading.
        shown: the indices of the rows to show; None: those that changed.
    """
    parts: list[Part] = [
        Heading(level, ours(say("compare_heading", language))),
        _heads(comparison, language),
        Paragraph(_summary(comparison, language)),
    ]
    worth = [
        *(_change(change, language) for change in comparison.changes),
        *(_notice(notice, language) for notice in comparison.notices),
    ]
    if worth:
        parts.append(Bullets(tuple(worth)))
    headers = (say("compare_older", language), say("compare_newer", language))
    rows = comparison.rows
    wanted = {at for at, row in enumerate(rows) if row.changes} if shown is None else {*shown}
    if wanted:
        parts.append(Facing(headers, tuple(_shown(rows, wanted))))
    return tuple(parts)


def _shown(rows: tuple[Compared, ...], wanted: Collection[int]) -> Iterator[Compared | Gap]:
    """The rows that are wanted, and how many are left out between them."""
    for is_wanted, group in groupby(enumerate(rows), lambda item: item[0] in wanted):
        found = [row for _, row in group]
        if is_wanted:
            yield from found
        else:
            yield Gap(len(found), changed=any(row.changes for row in found))


def _heads(comparison: Comparison, language: Language) -> Table:
    both = comparison.old, comparison.new
    rows = {
        "compare_head_title": [quoted(head.title) for head in both],
        "report_outlet": [quoted(head.outlet) for head in both],
        "report_saved_at": [moment(head.saved_at) or ours("—") for head in both],
        "report_imported_at": [moment(head.imported_at) for head in both],
        "report_link": [link(head.url) for head in both],
        "report_version": [quoted(head.version) for head in both],
    }
    return Table(
        ("", say("compare_older", language), say("compare_newer", language)),
        tuple(
            Row(((ours(say(code, language)),), *((line or ours("—"),) for line in lines)))
            for code, lines in rows.items()
            if any(lines)
        ),
    )


def moment(at: datetime | None) -> Line:
    return quoted(at.strftime(MOMENT)) if at else ()


def _summary(comparison: Comparison, language: Language) -> Line:
    said = sentence(comparison.summary, language, closing=comparison.notice)
    return ours(f"{said}.")


def _change(change: Change, language: Language) -> Line:
    """«تغيّر رقم: «29» ← «31»»."""
    sides = [quotation(t, language) if t else ours("∅") for t in (change.old, change.new)]
    became = joined(sides, say("compare_became", language))
    return joined([ours(label(change.kind, language)), became], ": ")


def _notice(notice: Notice, language: Language) -> Line:
    where = "compare_notice_line" if notice.is_new else "compare_notice_line_kept"
    words = quotation(notice.words, language)
    aside = () if notice.is_shown else (Run(" "), *phrase("compare_notice_aside", language))
    return (*joined([phrase(where, language), words], ": "), *aside)
