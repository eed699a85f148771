"""A page coming into the library: its bytes, its images and its text, kept as they came.

A new article is put together in a folder of its own and appears under its name in one step, so
that a crash leaves either all of it or a leftover that the next start sweeps. It begins there
with what needs no reading: its bytes are brought to the disk while another process reads them.
What is kept for its content is named for its content and never changes.
"""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

from reader.model.annotations import Annotations
from reader.model.article import Article, Asset
from reader.model.library import ArticleFile, Capture, CapturedAsset, TextFile
from reader.store.errors import DamagedFileError, NotInLibraryError, WrongPageError, disk_errors
from reader.store.files import (
    digest,
    move,
    read_bytes,
    replace_durably,
    sync_folder,
    write_synced,
)
from reader.store.formats import MAX_CONTENT, MAX_TEXT, dump, understand
from reader.store.paths import ArticlePaths
from reader.text.fold import FOLD_VERSION

_NO_ANNOTATIONS = dump(Annotations())


def capture_of(article: Article, data: bytes, now: datetime) -> Capture:
    """How a page came in.

    Raises:
        WrongPageError: `data`, or the bytes of an image, are not those that the article names.
    """
    provenance, metadata = article.provenance, article.metadata
    if provenance.sha256 != digest(data) or any(a.sha256 != digest(a.data) for a in article.assets):
        raise WrongPageError(provenance.name)
    return Capture(
        sha256=provenance.sha256,
        size=len(data),
        name=provenance.name,
        container=provenance.container,
        url=metadata.canonical_url,
        claimed_url=metadata.claimed_url,
        saved_at=metadata.saved_at,
        imported_at=now,
        version=article.version,
        assets=tuple(
            CapturedAsset(sha256=a.sha256, media_type=a.media_type, width=a.width, height=a.height)
            for a in article.assets
        ),
    )


def with_capture(captures: tuple[Capture, ...], new: Capture) -> tuple[Capture, ...]:
    """The captures with another, which comes last: the last reading of a page counts.

    The same page read as the same text again keeps the time when it first came in, and the
    images that its folder had then: the bytes alone may be all that was read now.
    """
    same = [c for c in captures if (c.sha256, c.version) == (new.sha256, new.version)]
    if same:
        assets = {a.sha256: a for a in (*same[0].assets, *new.assets)}
        new = new.model_copy(
            update={
                "imported_at": same[0].imported_at,
                "archive_url": same[0].archive_url,
                "assets": tuple(assets.values()),
            }
        )
    return (*(c for c in captures if c not in same), new)


def receive(staging: ArticlePaths, data: bytes) -> None:
    """Begin a new article with all that is known before its page is read.

    Raises:
        DiskError: nothing is left there.
    """
    original = staging.original(digest(data))
    try:
        with disk_errors(staging.folder):
            for folder in (original.parent, staging.folder / "texts"):
                folder.mkdir(parents=True)
            write_synced(original, data)
            write_synced(staging.annotations, _NO_ANNOTATIONS)
            sync_folder(original.parent)
    except BaseException:
        discard(staging)
        raise


def discard(staging: ArticlePaths) -> None:
    """Take back what `receive` began; no error where it did not."""
    shutil.rmtree(staging.folder, ignore_errors=True)


def build(
    staging: ArticlePaths, target: ArticlePaths, record: ArticleFile, article: Article
) -> dict[Path, bytes]:
    """Write the rest of an article that was received and let it appear under its name.

    Returns:
        The JSON files that may change later, by their final path.

    Raises:
        DiskError: nothing appeared.
    """
    written = dump(record)
    try:
        with disk_errors(target.folder):
            found = _found(staging, article)
            for path in found:
                path.parent.mkdir(exist_ok=True)
                write_synced(path, found[path])
            write_synced(staging.record, written)
            for folder in (*{path.parent for path in found}, staging.folder):
                sync_folder(folder)
            move(staging.folder, target.folder)
            sync_folder(target.folder.parent)
    except BaseException:
        discard(staging)
        raise
    return {target.annotations: _NO_ANNOTATIONS, target.record: written}


def keep(paths: ArticlePaths, article: Article, data: bytes) -> None:
    """Add a page and its text version to an article; what is there already stays as it is.

    Raises:
        DiskError: some of it may be there, and nothing refers to it.
    """
    contents = {paths.original(article.provenance.sha256): data, **_found(paths, article)}
    for path, content in contents.items():
        if read_bytes(path, MAX_TEXT) is None:
            with disk_errors(path):
                path.parent.mkdir(exist_ok=True)
            replace_durably(path, content, lambda _: None)


def _found(paths: ArticlePaths, article: Article) -> dict[Path, bytes]:
    """What reading a page has found in it: its images and its text, by their paths."""
    assets = {paths.asset(asset.sha256): asset.data for asset in article.assets}
    return {**assets, paths.text(article.version): dump(_text_of(article))}


def _text_of(article: Article) -> TextFile:
    return TextFile(
        version=article.version,
        capture=article.provenance.sha256,
        page_text=article.page_text,
        blocks=article.blocks,
        dir=article.dir,
        metadata=article.metadata,
        encoding=article.provenance.encoding,
        provenance=article.provenance,
        extractor=article.provenance.extractor,
        fold=FOLD_VERSION,
    )


def read_text(paths: ArticlePaths, record: ArticleFile, version: str) -> Article:
    """A text version with the images that it shows; an image that is lost is left out.

    Raises:
        NotInLibraryError: there is no such version.
        DamagedFileError: its text is not the one that its name promises.
    """
    path = paths.text(version)
    data = read_bytes(path, MAX_TEXT)
    if data is None:
        raise NotInLibraryError(version)
    text, _ = understand(TextFile, data, path)
    try:
        article = Article(
            page_text=text.page_text,
            blocks=text.blocks,
            dir=text.dir,
            metadata=text.metadata,
            provenance=text.provenance,
            assets=_assets(paths, record, text),
        )
    except ValueError as error:
        raise DamagedFileError(path, "the blocks do not fit the text") from error
    if article.version != version:
        raise DamagedFileError(path, "the text is not the one that the name promises")
    return article


def _assets(paths: ArticlePaths, record: ArticleFile, text: TextFile) -> tuple[Asset, ...]:
    shown = {block.image.asset for block in text.blocks if block.image}
    kept = {a.sha256: a for c in record.captures for a in c.assets if a.sha256 in shown}
    found = ((asset, _content(paths.asset(sha256), sha256)) for sha256, asset in kept.items())
    return tuple(
        Asset(sha256=a.sha256, media_type=a.media_type, width=a.width, height=a.height, data=data)
        for a, data in found
        if data is not None
    )


def read_original(paths: ArticlePaths, sha256: str) -> bytes:
    """The bytes of a page as they came in.

    Raises:
        NotInLibraryError: there is no such page.
        DamagedFileError: they are no longer what came in.
    """
    path = paths.original(sha256)
    data = read_bytes(path, MAX_CONTENT)
    if data is None:
        raise NotInLibraryError(sha256)
    if digest(data) != sha256:
        raise DamagedFileError(path, "the bytes are not those that the name promises")
    return data


def _content(path: Path, sha256: str) -> bytes | None:
    data = read_bytes(path, MAX_CONTENT)
    return data if data is not None and digest(data) == sha256 else None
