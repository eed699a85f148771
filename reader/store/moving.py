"""Saved pages that go from one article to another, with the marks that were made on them.

Files are copied before anything names them, the target is saved before the source lets go, and
only then is taken away what nothing names any more: a crash on the way leaves things twice, and
loses none. An article that would be left without a page goes to the trash as it is.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterable
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from uuid import UUID, uuid4

from reader.model.annotations import Annotations, Claim
from reader.model.library import ArticleFile, Capture
from reader.store import evidence
from reader.store.documents import Documents
from reader.store.errors import NotInLibraryError, UnwritableError, disk_errors
from reader.store.files import (
    digest,
    move,
    read_bytes,
    replace_durably,
    sync_folder,
    write_synced,
)
from reader.store.formats import MAX_CONTENT, dump
from reader.store.parting import (
    Contents,
    cards_of,
    joined,
    parted,
    versions_of,
    with_captures,
    without,
)
from reader.store.paths import ArticlePaths, LibraryPaths
from reader.store.reading import LibraryReader


class Move:
    """Some text versions of an article on their way to another."""

    def __init__(
        self,
        library: LibraryReader,
        paths: LibraryPaths,
        documents: Documents,
        source_id: UUID,
        versions: Collection[str],
        now: datetime,
    ) -> None:
        """Look at what goes.

        Raises:
            NotInLibraryError: the article has no such version.
        """
        self._library = library
        self._paths = paths
        self._documents = documents
        self._now = now
        self._versions = frozenset(versions)
        self._source = _contents(library, source_id)
        self._captures = tuple(
            c for c in self._source.record.captures if c.version in self._versions
        )
        if not self._captures:
            raise NotInLibraryError(next(iter(self._versions), ""))
        for path in (paths.article(source_id).record, paths.article(source_id).annotations):
            documents.refuse_newer(path)

    def to_article(self, target_id: UUID) -> ArticleFile:
        """Give them to an article, which shows the last of them from then on."""
        target, paths = _contents(self._library, target_id), self._paths.article(target_id)
        goes, stays = parted(self._source, self._versions, target_id)
        self._copy(goes, paths)
        record = with_captures(target.record, self._source.record, self._captures, self._now)
        self._documents.save(paths.annotations, joined(target, goes))
        self._documents.save(paths.record, record)
        self._let_go(goes, stays, target_id)
        return record

    def to_new(self, author: UUID) -> ArticleFile:
        """Make an article of their own of them."""
        new_id = uuid4()
        staging, paths = self._paths.staging(new_id), self._paths.article(new_id)
        goes, stays = parted(self._source, self._versions, new_id)
        title = self._library.text(self._source.record.id, self._captures[-1].version).title
        record = ArticleFile(
            id=new_id,
            created_at=self._now,
            modified_at=self._now,
            author=author,
            title=title,
            current_version=self._captures[-1].version,
            captures=self._captures,
            direction=self._source.record.direction,
        )
        record = with_captures(record, self._source.record, self._captures, self._now)
        try:
            with disk_errors(staging.folder):
                staging.folder.mkdir(parents=True)
            self._copy(goes, staging)
            written = _appear(staging, paths, Contents(record, goes))
        except BaseException:
            with suppress(OSError):
                shutil.rmtree(staging.folder)
            raise
        for path, content in written.items():
            self._documents.wrote(path, content)
        self._let_go(goes, stays, new_id)
        return record

    def _copy(self, goes: Annotations, target: ArticlePaths) -> None:
        source = self._paths.article(self._source.record.id)
        copy(_pages(source, self._captures), source, target)
        for sha256 in _evidence(goes):
            if source.evidence(sha256).is_file():
                evidence.keep(target, source.evidence(sha256), lambda _: None)

    def _let_go(self, goes: Annotations, stays: Annotations, target_id: UUID) -> None:
        """Save what stays, and take away what it does not name."""
        record, paths = self._source.record, self._paths.article(self._source.record.id)
        self._rebind(cards_of(goes) - cards_of(stays), target_id)
        left = without(record, self._versions, self._now)
        if left.trashed_at is None:
            self._documents.save(paths.annotations, stays)
        self._documents.save(paths.record, left)
        used = {*_pages(paths, left.captures), *map(paths.text, versions_of(stays))}
        if left.trashed_at is None:
            _delete(path for path in _pages(paths, self._captures) if path not in used)

    def _rebind(self, cards: Collection[UUID], target_id: UUID) -> None:
        """Cards that are bound to an article belong to the one whose marks name them."""
        for card in self._library.entities().values():
            if card.id in cards and card.article == self._source.record.id:
                bound = card.model_copy(update={"article": target_id})
                self._documents.save(self._paths.entity(card.id), bound)


def _contents(library: LibraryReader, article_id: UUID) -> Contents:
    return Contents(library.article(article_id), library.annotations(article_id))


def _pages(paths: ArticlePaths, captures: Iterable[Capture]) -> list[Path]:
    """The files that captures name."""
    found: list[Path] = []
    for capture in captures:
        found += [paths.original(capture.sha256), paths.text(capture.version)]
        found += [paths.asset(asset.sha256) for asset in capture.assets]
    return list(dict.fromkeys(found))


def _evidence(annotations: Annotations) -> list[str]:
    records = [
        record
        for mark in annotations.marks
        if isinstance(mark.body, Claim)
        for record in mark.body.evidence
    ]
    return list(dict.fromkeys(record.file for record in records if record.file))


def copy(files: Iterable[Path], source: ArticlePaths, target: ArticlePaths) -> None:
    """Copy files of one article into another, durably; what is there already stays.

    A picture that is lost is no reason to keep its page back.

    Raises:
        DiskError: some may have been copied, and nothing names them.
    """
    for file in files:
        path = target.folder / file.relative_to(source.folder)
        content = read_bytes(file, MAX_CONTENT)
        if path.exists() or content is None:
            continue
        with disk_errors(path):
            path.parent.mkdir(parents=True, exist_ok=True)
        replace_durably(path, content, partial(_same, path, digest(content)))


def _same(path: Path, expected: str, written: bytes) -> None:
    if digest(written) != expected:
        raise UnwritableError(path, "the copy differs")


def _appear(staging: ArticlePaths, target: ArticlePaths, contents: Contents) -> dict[Path, bytes]:
    """Let a new article, whose pages are in `staging`, appear under its name; its JSON files."""
    documents = {
        target.annotations.name: dump(contents.annotations),
        target.record.name: dump(contents.record),
    }
    with disk_errors(target.folder):
        for name, content in documents.items():
            write_synced(staging.folder / name, content)
        sync_folder(staging.folder)
        move(staging.folder, target.folder)
        sync_folder(target.folder.parent)
    return {target.folder / name: content for name, content in documents.items()}


def _delete(files: Iterable[Path]) -> None:
    """Take files away. What stays because the disk refuses is a leftover that `verify` names."""
    for path in files:
        with suppress(OSError):
            path.unlink(missing_ok=True)
