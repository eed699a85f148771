"""The text versions of an article, each a reading of one saved page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from reader.model.article import Article, EncodingFound
from reader.session.edits import Desk


class TextVersion(NamedTuple):
    """One reading of the article, and what hangs on it."""

    version: str
    encoding: EncodingFound
    read_at: datetime
    marks: int
    """How many marks were made on it."""
    is_shown: bool


def text_versions(desk: Desk, read: Callable[[str], Article]) -> tuple[TextVersion, ...]:
    """The text versions of the article on the desk, the last reading first.

    Args:
        desk: the article, and its marks.
        read: gives a version's article by its id; that of the version shown is not asked for.
    """
    shown = desk.article
    marks = Counter(m.span.version for m in desk.marks.values() if m.span is not None)
    # One text may have been read from several savings: the last one counts.
    read_at = {c.version: c.imported_at for c in desk.record.captures}
    found = [
        TextVersion(
            version,
            (shown if version == shown.version else read(version)).provenance.encoding,
            when,
            marks[version],
            version == shown.version,
        )
        for version, when in read_at.items()
    ]
    return tuple(sorted(found, key=lambda v: v.read_at, reverse=True))
