"""The text versions of an article, each a reading of one saved page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
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
    saved_at: datetime | None = None
    """When the page was saved, as it says itself."""

    @property
    def captured_at(self) -> datetime:
        """When it was saved, as well as is known."""
        return self.saved_at or self.read_at


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
    found = []
    for version, when in read_at.items():
        article = shown if version == shown.version else read(version)
        found.append(
            TextVersion(
                version,
                article.provenance.encoding,
                when,
                marks[version],
                version == shown.version,
                article.metadata.saved_at,
            )
        )
    return tuple(sorted(found, key=lambda v: v.read_at, reverse=True))


def by_capture(versions: Sequence[TextVersion]) -> tuple[TextVersion, ...]:
    """The versions in the order in which they were saved, the oldest first."""
    return tuple(sorted(versions, key=lambda v: (v.captured_at, v.read_at)))


def first_pair(versions: Sequence[TextVersion]) -> tuple[str, str] | None:
    """Which two to compare before anybody says: the version shown and the one before it.

    The oldest is compared with the one after it. None where there is but one.
    """
    ordered = by_capture(versions)
    if len(ordered) < 2:
        return None
    shown = next((at for at, v in enumerate(ordered) if v.is_shown), len(ordered) - 1)
    new = max(shown, 1)
    return ordered[new - 1].version, ordered[new].version


def with_earlier(versions: Sequence[TextVersion]) -> tuple[str, str] | None:
    """The version before the one shown, and that one; None where it is the first."""
    pair = first_pair(versions)
    shown = {v.version for v in versions if v.is_shown}
    return pair if pair and pair[1] in shown else None
