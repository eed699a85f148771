"""Where everything of a library lies. The only place that builds a path from a name.

Names come from files that others may have written: an id is a UUID and a content name is 64
hexadecimal digits, or there is no path.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from uuid import UUID

_SHA256 = re.compile(r"[0-9a-f]{64}")
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_STAMP = "%Y-%m-%dT%H%M%S.%fZ"


def is_content(name: str) -> bool:
    """Whether a name is a SHA-256 in lower-case hexadecimal digits."""
    return _SHA256.fullmatch(name) is not None


def content_name(sha256: str) -> str:
    """The name of a file that is named for its content.

    Raises:
        NotInLibraryError: it is no SHA-256 in lower-case hexadecimal digits.
    """
    if not is_content(sha256):
        from reader.store.errors import NotInLibraryError  # only now: see `_ids`

        raise NotInLibraryError(sha256[:64])
    return sha256


def stamp(moment: datetime) -> str:
    """A moment as part of a file name: sortable, valid on every system."""
    return moment.astimezone(UTC).strftime(_STAMP)


def read_stamp(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


class ArticlePaths(NamedTuple):
    """The folder of one article."""

    folder: Path

    @property
    def record(self) -> Path:
        return self.folder / "article.json"

    @property
    def annotations(self) -> Path:
        return self.folder / "annotations.json"

    @property
    def state(self) -> Path:
        return self.folder / "state.json"

    def text(self, version: str) -> Path:
        return self.folder / "texts" / f"{content_name(version)}.json"

    def original(self, sha256: str) -> Path:
        return self.folder / "originals" / content_name(sha256)

    def asset(self, sha256: str) -> Path:
        return self.folder / "assets" / content_name(sha256)

    @property
    def evidence_folder(self) -> Path:
        return self.folder / "evidence"

    def evidence(self, sha256: str) -> Path:
        return self.evidence_folder / content_name(sha256)


def recovery_name(moment: datetime) -> str:
    return f"annotations.recovered-{stamp(moment)}.json"


class LibraryPaths(NamedTuple):
    """The folder of a library."""

    home: Path

    @property
    def library(self) -> Path:
        return self.home / "library.json"

    @property
    def codebook(self) -> Path:
        return self.home / "codebook.json"

    @property
    def lock(self) -> Path:
        return self.home / "library.lock"

    @property
    def holder(self) -> Path:
        return self.home / "holder.json"

    @property
    def articles(self) -> Path:
        return self.home / "articles"

    @property
    def sources(self) -> Path:
        return self.home / "sources"

    def article(self, article_id: UUID) -> ArticlePaths:
        return ArticlePaths(self.articles / str(article_id))

    def staging(self, article_id: UUID) -> ArticlePaths:
        """Where an article is put together before it appears under its name."""
        return ArticlePaths(self.articles / f"{STAGING}{article_id}")

    def entity(self, entity_id: UUID) -> Path:
        return self.sources / f"{entity_id}.json"

    def article_ids(self) -> list[UUID]:
        """The articles that have a folder, in the order of their ids; links are not followed."""
        return sorted(_ids(self.articles, ""))

    def entity_ids(self) -> list[UUID]:
        return sorted(_ids(self.sources, ".json"))


STAGING = ".adding-"


def _ids(folder: Path, suffix: str) -> Iterator[UUID]:
    import uuid  # as below: it asks the system what it is

    try:
        entries = list(os.scandir(folder))
    except FileNotFoundError:
        return
    except OSError:
        # Only now: errors are words, which take longer to load than the first look at an article.
        from reader.store.errors import disk_errors

        with disk_errors(folder):
            raise
    for entry in entries:
        name = entry.name.removesuffix(suffix)
        if entry.name == name + suffix and is_id(name) and not entry.is_symlink():
            yield uuid.UUID(name)


def is_id(name: str) -> bool:
    """Whether a name is a UUID as this program writes it: lower case, with hyphens."""
    return _ID.fullmatch(name) is not None
