"""What the program that saved a page wrote into it: an address and a moment, both only claims."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final, NamedTuple

from reader.ingest.addresses import is_web
from reader.model.article import Container

_HEAD_CHARS: Final = 65_536


class Claims(NamedTuple):
    """What a file says of its saving."""

    container: Container = Container.HTML
    url: str = ""
    saved_at: datetime | None = None


_SINGLEFILE: Final = (
    r"<!--\s{0,9}Page saved with SingleFile\s{1,9}"
    r"url:\s?(?P<url>\S{1,4000})\s{1,9}saved date:\s?(?P<date>[^\n]{1,200})"
)
_SAVED_FROM: Final = (
    r"<!--\s{0,9}saved from url=\(\d{1,5}\)(?P<url>\S{1,4000}?)\s{0,9}-->(?P<date>)"
)
_MONOLITH: Final = r"<!--\s{0,9}Saved from (?P<url>\S{1,4000}) at (?P<date>\S{1,40}) using monolith"
_SAVE_PAGE_WE: Final = r"<meta name=\"savepage-url\" content=\"(?P<url>[^\"]{1,4000})\"(?P<date>)"
_SIGNATURES: Final = (
    (Container.SINGLEFILE, _SINGLEFILE),
    (Container.HTML, _SAVED_FROM),  # Internet Explorer, then Chrome and Edge
    (Container.HTML, _MONOLITH),
    (Container.HTML, _SAVE_PAGE_WE),
)
_FLAGS: Final = re.IGNORECASE | re.DOTALL
_PATTERNS: Final = tuple((kind, re.compile(text, _FLAGS)) for kind, text in _SIGNATURES)

_SCRIPT_DATE: Final = re.compile(
    r"\w{3} (?P<month>\w{3}) (?P<day>\d\d) (?P<year>\d{4}) "
    r"(?P<time>[\d:]{8}) GMT(?P<zone>[+-]\d{4})",
    re.ASCII,
)
"""As JavaScript writes a moment, whatever the language of the machine."""


def claims(html: str) -> Claims:
    """The first signature of a saving program near the start of the page."""
    head = html[:_HEAD_CHARS]
    for container, pattern in _PATTERNS:
        match = pattern.search(head)
        if match:
            url = match["url"]
            return Claims(container, url if is_web(url) else "", moment(match["date"]))
    return Claims()


def moment(written: str) -> datetime | None:
    """A moment as mail, JavaScript or ISO 8601 writes it, in UTC; None of anything else."""
    script = _SCRIPT_DATE.match(written)
    if script:
        written = "{day} {month} {year} {time} {zone}".format(**script.groupdict())
    for parse in (parsedate_to_datetime, datetime.fromisoformat):
        try:
            found = parse(written)
            return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
        except (ValueError, OverflowError):
            continue
    return None
