"""The dates of a page: each with its role, and which of them is the day of publication.

Evidence, the best first: JSON-LD, meta elements, `time` elements beside the title, a dateline
there, a date that the text says is today, the address. A date strip above the title is that of
the day the page was saved: it is kept as `mentioned`, and never becomes the publication date.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from urllib.parse import unquote

from reader.ingest import chrome
from reader.ingest.dates import Found, after_word, find_dates, first_date, has_word, is_dateline
from reader.ingest.draft import Draft, Stamp
from reader.ingest.head import Head, one_line
from reader.ingest.json_ld import Structured
from reader.model.article import DateRole, DateStatement

_EVIDENCE: Final = ("json_ld", "meta", "time", "dateline", "text", "url")
_PUBLISHED: Final = (
    "article:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date",
    "og:published_time", "dc.date", "dc.date.issued", "dcterms.created", "parsely-pub-date",
    "sailthru.date", "article:published",
)  # fmt: skip
_MODIFIED: Final = (
    "article:modified_time", "datemodified", "og:updated_time", "last-modified", "dcterms.modified",
)  # fmt: skip
_MAX_WORDS: Final = 20
_MAX_CHARS: Final = 2_000
_MAX_STATEMENTS: Final = 20
_TODAY: Final = 50  # characters after the word within which its date ends
_AFTER: Final = 3
_ABOVE: Final = 3
_ROLE: Final = 30


@dataclass(frozen=True)
class Place:
    """Where to look. `title` and `body_start` are indices of drafts; `title` may be -1."""

    drafts: Sequence[Draft]
    counts: Sequence[int]
    stamps: Sequence[Stamp]
    title: int
    body_start: int
    body_end: int
    addresses: tuple[str, ...]
    saved_at: datetime | None


def statements(head: Head, structured: Structured, place: Place) -> tuple[DateStatement, ...]:
    """Every dated statement of the page about itself, the best evidence first."""
    firm = [
        *_json_ld(structured),
        *_meta(head),
        *_stamps(place),
        *_datelines(place),
        *_in_text(place),
        *_in_addresses(place.addresses),
    ]
    published = choose(firm)
    anchor = published.value if published else None
    if anchor is None and place.saved_at:
        anchor = place.saved_at.date()
    found = dict.fromkeys([*firm, *_above(place, anchor, is_needed=published is None)])
    return tuple(found)[:_MAX_STATEMENTS]


def choose(found: Iterable[DateStatement]) -> DateStatement | None:
    """The best-founded publication date: by the order of evidence, then of the page."""
    dated = [s for s in found if s.role is DateRole.PUBLISHED and s.value]
    return min(dated, key=lambda s: _EVIDENCE.index(s.where), default=None)


def _json_ld(structured: Structured) -> Iterator[DateStatement]:
    yield from _stated(one_line(structured.published), DateRole.PUBLISHED, "json_ld")
    yield from _stated(one_line(structured.modified), DateRole.MODIFIED, "json_ld")


def _meta(head: Head) -> Iterator[DateStatement]:
    yield from _stated(head.first(*_PUBLISHED), DateRole.PUBLISHED, "meta")
    yield from _stated(head.first(*_MODIFIED), DateRole.MODIFIED, "meta")


def _stated(written: str, role: DateRole, where: str) -> Iterator[DateStatement]:
    found = next(find_dates(written), None)
    if found and found.value:
        yield DateStatement(
            written=written, value=found.value, role=role, where=where, guessed=found.guessed
        )


def _stamps(place: Place) -> Iterator[DateStatement]:
    """The `time` elements between the title and the beginning of the body."""
    for stamp in place.stamps:
        if not place.title < stamp.index <= place.body_start + _AFTER:
            continue
        value = first_date(stamp.datetime) or first_date(stamp.text)
        if value:
            written = one_line(stamp.text or stamp.datetime)
            yield DateStatement(
                written=written,
                value=value,
                role=_role(_before(place, stamp, written) + written),
                where="time",
            )


def _before(place: Place, stamp: Stamp, written: str) -> str:
    """What stands before a `time` element in its block, where a word may give its role."""
    text = place.drafts[stamp.index].text if stamp.index < len(place.drafts) else ""
    return text[:_MAX_CHARS].partition(written)[0][-_ROLE:]


def _datelines(place: Place) -> Iterator[DateStatement]:
    """Dates in short blocks beside the beginning of the body, or after it under a role's word."""
    stamped = {stamp.index for stamp in place.stamps}
    for i in _short(place, place.title + 1, place.body_end + _AFTER + 1):
        if i in stamped:
            continue
        text = place.drafts[i].text[:_MAX_CHARS]
        is_stated = has_word("published", text) or has_word("modified", text)
        draft = place.drafts[i]
        is_own = is_dateline(text) or chrome.is_byline(draft.box.element)
        if draft.cell or not (is_stated if place.body_start <= i else is_stated or is_own):
            continue
        yield from (_dateline(text, f, is_stated=is_stated) for f in find_dates(text) if f.value)


def _dateline(text: str, found: Found, *, is_stated: bool) -> DateStatement:
    return DateStatement(
        written=found.written,
        value=found.value,
        role=_role(text[: found.start] or text),
        where="dateline",
        guessed=found.guessed or not is_stated,
    )


def _role(around: str) -> DateRole:
    is_modified = has_word("modified", around) and not has_word("published", around)
    return DateRole.MODIFIED if is_modified else DateRole.PUBLISHED


def _in_text(place: Place) -> Iterator[DateStatement]:
    """Dates that the body says are today: «اليوم الخميس (29 تموز 2021)»."""
    for i in range(place.body_start, place.body_end + 1):
        for after in after_word("today", place.drafts[i].text[:_MAX_CHARS], _TODAY):
            found = next(find_dates(after), None)
            if found and found.value:
                yield DateStatement(
                    written=found.written,
                    value=found.value,
                    role=DateRole.PUBLISHED,
                    where="text",
                    guessed=True,
                )


def _in_addresses(addresses: Sequence[str]) -> Iterator[DateStatement]:
    for address in addresses:
        for found in find_dates(unquote(address)[:_MAX_CHARS]):
            if found.value:
                yield DateStatement(
                    written=found.written,
                    value=found.value,
                    role=DateRole.PUBLISHED,
                    where="url",
                    guessed=True,
                )
                return


def _above(place: Place, earliest: date | None, *, is_needed: bool) -> Iterator[DateStatement]:
    """Dates above the title. One without a year is of the first such day since publication.

    Only where nothing else dates the page, and right above the title in a box named for it,
    one of them is taken for the publication date.
    """
    for i in _short(place, 0, max(place.title, 0)):
        draft = place.drafts[i]
        is_own = is_needed and place.title - i <= _ABOVE and chrome.is_byline(draft.box.element)
        for found in find_dates(draft.text[:_MAX_CHARS]):
            if found.value is None and found.weekday is None:
                continue
            value = found.value or (found.in_year_from(earliest) if earliest else None)
            yield DateStatement(
                written=found.written,
                value=value,
                role=DateRole.PUBLISHED if is_own and found.value else DateRole.MENTIONED,
                where="dateline",
                guessed=is_own or found.value is None or found.guessed,
            )


def _short(place: Place, start: int, stop: int) -> Iterator[int]:
    for i in range(start, min(stop, len(place.drafts))):
        if 0 < place.counts[i] <= _MAX_WORDS:
            yield i
