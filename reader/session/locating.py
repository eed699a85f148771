"""Which page a person means who types a name: a file, an article's id, a version of one."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Final
from uuid import UUID

from reader import ingest
from reader.model.article import Article
from reader.model.errors import ReaderError
from reader.model.library import ArticleFile
from reader.store import Store

PREVIOUS: Final = "previous"
"""Names the version that was saved before another."""
_SHORT: Final = 12
"""Characters of a version's id that tell it from the others of an article."""


def find_page(store: Store, what: str) -> tuple[Article, ArticleFile | None]:
    """A page on the disk, with its record if the library has these very bytes; or an article.

    Args:
        store: the library.
        what: the path of a page; an article's id; or `ID@VERSION`, the beginning of a version's
            id behind that of its article. Without a version the current one is meant.

    Raises:
        IngestError: the page cannot be read.
        StoreError: the library has no such article, or cannot read it.
        ReaderError: `no_such_page`, it is neither a file nor an id; `no_such_version`.
    """
    path = Path(what)
    if not os.path.exists(path):  # noqa: PTH110 - of a name too long, Path.exists() raises
        name, _, version = what.partition("@")
        record = store.article(_id(name, what))
        if version:
            return read_version(store, record, version), record
        return store.text(record.id, record.current_version), record
    data = ingest.read_file(path)
    sha256 = hashlib.sha256(data).hexdigest()
    known = store.find_capture(sha256)
    if known is None:
        return ingest.load_bytes(data, name=shown_name(path.name), folder=path.parent), None
    # The last reading counts: a person may have chosen another encoding since.
    version = [c.version for c in known.captures if c.sha256 == sha256][-1]
    return store.text(known.id, version), known


def read_version(
    store: Store, record: ArticleFile | None, which: str, *, than: Article | None = None
) -> Article:
    """A version of an article by the beginning of its id, or the one before another.

    Args:
        store: the library.
        record: the article; None for a page that is not in the library, which has no versions.
        which: the beginning of the version's id, or `PREVIOUS`.
        than: what that one comes before.

    Raises:
        StoreError: the library cannot read it.
        ReaderError: `no_such_version`, with the versions that there are.
    """
    moments = {c.version: c.saved_at or c.imported_at for c in record.captures} if record else {}
    known = sorted(moments, key=lambda version: moments[version])
    if which == PREVIOUS and than is not None and than.version in known:
        found = known[: known.index(than.version)][-1:]
    else:
        found = [version for version in known if which and version.startswith(which.lower())]
    if record is None or len(found) != 1:
        listed = ", ".join(f"{v[:_SHORT]} ({moments[v]:%Y-%m-%d %H:%M})" for v in known)
        raise ReaderError("no_such_version", name=shown_name(which), known=listed or "—")
    return store.text(record.id, found[0])


def shown_name(name: str) -> str:
    """A name from the system, its undecodable bytes replaced."""
    return name.encode(errors="surrogateescape").decode(errors="replace")


def _id(name: str, what: str) -> UUID:
    try:
        return UUID(name)
    except ValueError as error:
        raise ReaderError("no_such_page", name=shown_name(what)) from error
