"""The first page of a report: what was published, how it is sourced, what it claims."""

from __future__ import annotations

from collections.abc import Iterator

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
    quoted,
    worded,
)
from reader.model.article import DateStatement
from reader.model.summary import (
    ChainLink,
    ClaimRow,
    ClaimSource,
    Head,
    Language,
    Question,
    Summary,
)
from reader.model.vocabulary import Polarity
from reader.wording import label, say

DOT = " · "


def first_page(summary: Summary) -> tuple[Part, ...]:
    """Title, outlet, date and link; the profile in three sentences; claims; open questions."""
    language = summary.language
    parts: list[Part] = [Heading(1, title(summary)), _facts(summary)]
    parts += [section("report_profile", language), Paragraph(_sentences(summary))]
    if summary.claims:
        parts += [section("report_claims", language), _claims_table(summary)]
    if summary.questions:
        lines = tuple(_question(q, language) for q in summary.questions)
        parts += [section("report_questions", language), Bullets(lines)]
    return tuple(parts)


def section(code: str, language: Language, level: int = 2) -> Heading:
    return Heading(level, ours(say(code, language)))


def title(summary: Summary) -> Line:
    return quoted(summary.head.title) or ours(say("report_untitled", summary.language))


def _facts(summary: Summary) -> Facts:
    head, language = summary.head, summary.language
    status = ours(label(summary.work_status, language)) if summary.work_status else ()
    rows = {
        "report_outlet": quoted(head.outlet),
        "report_author": quoted(head.author),
        "report_date": published(head, language),
        "report_link": link(head.url),
        "report_archive": link(head.archive_url),
        "report_work_status": status,
    }
    return facts(rows, language)


def facts(rows: dict[str, Line], language: Language) -> Facts:
    """Names by their codes, with their values; rows without a value are left out."""
    return Facts(tuple((say(code, language), line) for code, line in rows.items() if line))


def published(head: Head, language: Language) -> Line:
    """The publication date, and one statement of every other date of the page."""
    if head.published is None:
        return phrase("report_no_date", language)
    others = {d.value: d for d in reversed(head.dates) if d.value != head.published.value}
    lines = (date_line(d, language) for d in reversed(others.values()) if d.value)
    also = joined(lines, say("list_separator", language))
    return joined([date_line(head.published, language), also], say("report_date_also", language))


def date_line(statement: DateStatement, language: Language) -> Line:
    """A date as understood, and as written where that differs."""
    if statement.value is None:
        return quoted(statement.written)
    value = statement.value.isoformat()
    if value == statement.written.strip():
        return quoted(value)
    code = "report_date_guessed" if statement.guessed else "report_date_understood"
    return phrase(code, language, written=statement.written, value=value)


def _sentences(summary: Summary) -> Line:
    return joined((worded(s, summary.language) for s in summary.sentences), " ")


def _claims_table(summary: Summary) -> Table:
    language = summary.language
    headers = ("report_claim", "report_source", "report_status", "report_result")
    return Table(
        ("", *(say(code, language) for code in headers)),
        tuple(_claim_row(claim, language) for claim in summary.claims),
    )


def _claim_row(claim: ClaimRow, language: Language) -> Row:
    result = quoted(claim.verdict.label) if claim.verdict else ()
    cells = (
        (ours(str(claim.number)),),
        tuple(filter(None, (quoted(claim.normalised or claim.words), _uncounted(claim, language)))),
        sources_of(claim, language),
        (ours(label(claim.status, language)),),
        (result or ours("—"),),
    )
    return Row(cells, id=f"claim-{claim.number}")


def _uncounted(claim: ClaimRow, language: Language) -> Line:
    """Why the profile does not count a claim."""
    reasons = []
    if claim.in_headline:
        reasons.append(phrase("report_in_headline", language))
    if claim.restates:
        restated = numbers("claim", claim.restates, language)
        reasons.append((*phrase("report_restates", language), Run(" "), *restated))
    return joined(reasons, DOT)


def sources_of(claim: ClaimRow, language: Language) -> tuple[Line, ...]:
    """Each source of a claim: its chain, then what kind of source it is and how it is quoted."""
    if not claim.sources:
        return (phrase("report_unsourced", language),) if claim.counted else (ours("—"),)
    return tuple(line for s in claim.sources for line in (_chain(s, language), _how(s, language)))


def _chain(source: ClaimSource, language: Language) -> Line:
    outlet, *hops = source.chain
    first = quoted(outlet.words) or phrase("chain_outlet", language)
    return joined([first, *(_hop(hop, language) for hop in hops)], say("chain_via", language))


def named(name: str, language: Language) -> Line:
    """A source by its name; one that the text leaves out has none."""
    return quoted(name) or phrase("report_nameless", language)


def _hop(hop: ChainLink, language: Language) -> Line:
    runs = named(hop.words, language)
    if hop.channel:
        runs += (Run(" "), *phrase("chain_channel", language, channel=hop.channel))
    if hop.undisclosed:
        runs += (Run(" "), *phrase("chain_undisclosed", language))
    return runs


def _how(source: ClaimSource, language: Language) -> Line:
    lines = [ours(label(source.naming, language))]
    if source.directness:
        lines.append(ours(label(source.directness, language)))
    if source.polarity is Polarity.DENIES:
        lines.append(ours(label(source.polarity, language)))
    return joined(lines, DOT)


def _question(question: Question, language: Language) -> Line:
    return tuple(_question_runs(question, language))


def _question_runs(question: Question, language: Language) -> Iterator[Run]:
    yield from worded(question.message, language)
    for prefix, found in (("claim", question.claims), ("source", question.sources)):
        if found:
            yield from (Run(" ("), *numbers(prefix, found, language), Run(")"))
