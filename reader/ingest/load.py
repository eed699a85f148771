"""From a file, or pasted bytes, to an article: the one way in."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from lxml import etree

from reader.ingest import charset, mhtml, plain, provenance, tree, webarchive
from reader.ingest.addresses import absolute, is_web
from reader.ingest.claims import claims
from reader.ingest.clean import clean
from reader.ingest.container import Saved, is_markup, recognise
from reader.ingest.errors import EmptyPageError, PageTooComplexError, UnreadableFileError
from reader.ingest.folder import Folder
from reader.ingest.foreign import refuse_foreign
from reader.ingest.images import Images
from reader.ingest.limits import MAX_FILE_BYTES, MEGABYTE
from reader.ingest.page import Page, Reading
from reader.ingest.reading import read_page
from reader.model.article import (
    Article,
    Asset,
    Container,
    Counted,
    Provenance,
    RemoteReference,
)
from reader.model.errors import Message

Progress = Callable[[str, float], None]
"""Told the code of a step, and how much of the whole is done before it: 0 to 1."""

_ARCHIVES: Final = {Container.MHTML: mhtml.read, Container.WEBARCHIVE: webarchive.read}
_TAIL_CHARS: Final = 200_000
_OPENED: Final = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
_CLOSED: Final = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)


@dataclass(frozen=True)
class _Outcome:
    """What reading a decoded page has given."""

    container: Container
    reading: Reading
    removed: Counter[str] = field(default_factory=Counter)
    remote: tuple[RemoteReference, ...] = ()
    remote_total: int = 0
    assets: tuple[Asset, ...] = ()
    notes: tuple[Message, ...] = ()


def load(
    path: Path | str, *, encoding: str | None = None, progress: Progress | None = None
) -> Article:
    """Reads a saved page from the disk. Contacts nothing, and opens nothing beyond its folder.

    Args:
        path: the saved page, in any of the forms of `Container`.
        encoding: the encoding that a person picked; None finds it.
        progress: told of each step.

    Raises:
        IngestError: the page cannot be read; each kind says why and what to do.
    """
    path = Path(path)
    _tell(progress, "step_reading", 0.0)
    data = read_file(path)
    return load_bytes(
        data, name=_shown_name(path), folder=path.parent, encoding=encoding, progress=progress
    )


def load_bytes(
    data: bytes,
    *,
    name: str = "",
    folder: Path | None = None,
    encoding: str | None = None,
    progress: Progress | None = None,
) -> Article:
    """Reads a saved page, or a pasted piece of HTML or text (in UTF-8), from its bytes.

    Args:
        data: the bytes of the file, kept as they are.
        name: the file's name, shown and never opened.
        folder: where the page's own files may be looked for; None looks for none.
        encoding: the encoding that a person picked; None finds it.
        progress: told of each step.

    Raises:
        IngestError: the page cannot be read; each kind says why and what to do.
    """
    try:
        return _load(data, name, Folder(folder), encoding, progress)
    except (RecursionError, MemoryError) as error:
        raise PageTooComplexError("page_too_complex", name=name) from error


def read_file(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        UnreadableFileError: it is missing, no file, not to be read, or over the size limit.
    """
    name = _shown_name(path)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise UnreadableFileError("file_is_folder", name=name)
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableFileError("file_is_no_file", name=name)
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise UnreadableFileError("file_missing", name=name) from error
    except OSError as error:
        raise UnreadableFileError("file_unreadable", name=name) from error
    _check_size(data, name)
    return data


def _load(
    data: bytes, name: str, folder: Folder, encoding: str | None, progress: Progress | None
) -> Article:
    _check_size(data, name)
    _check_filled(data, name)
    saved = _unpack(data, folder)
    _tell(progress, "step_decoding", 0.05)
    text, found = charset.decode(saved.data, label=saved.label, chosen=encoding)
    outcome = (
        _read_page(saved, text, folder, progress) if is_markup(text) else _read_text(saved, text)
    )
    reading = outcome.reading
    if not reading.page_text:
        raise EmptyPageError("page_without_text", name=name)
    removed = outcome.removed + Counter({r.code: r.count for r in reading.removed})
    _tell(progress, "step_done", 1.0)
    return Article(
        page_text=reading.page_text,
        blocks=reading.blocks,
        dir=reading.dir,
        metadata=reading.metadata,
        provenance=Provenance(
            sha256=hashlib.sha256(data).hexdigest(),
            size=len(data),
            name=name,
            container=outcome.container,
            encoding=found,
            removed=tuple(Counted(code=code, count=removed[code]) for code in sorted(removed)),
            remote=outcome.remote,
            remote_total=outcome.remote_total,
            notes=(*saved.notes, *outcome.notes, *reading.notes),
        ),
        assets=outcome.assets,
    )


def _unpack(data: bytes, folder: Folder) -> Saved:
    container = recognise(data)
    read = _ARCHIVES.get(container)
    saved = read(data) if read else Saved(container, data, file=folder.read)
    refuse_foreign(saved.data)
    return saved


def _read_text(saved: Saved, text: str) -> _Outcome:
    container = Container.TEXT if saved.container is Container.HTML else saved.container
    return _Outcome(container, plain.read_text(text))


def _read_page(saved: Saved, html: str, folder: Folder, progress: Progress | None) -> _Outcome:
    _tell(progress, "step_tree", 0.1)
    page_tree = tree.parse(html)
    claimed = claims(html)
    claimed_url = saved.claimed_url or claimed.url
    base = _base(page_tree.root, claimed_url)
    images = Images(saved.file)
    page = Page(
        html=html,
        root=page_tree.root,
        base_url=base or claimed_url,
        claimed_url=claimed_url,
        saved_at=saved.saved_at or claimed.saved_at,
        resolve=images.resolve,
    )
    _tell(progress, "step_blocks", 0.3)
    is_archive = saved.container in _ARCHIVES
    remote, total = provenance.remote_references(
        page_tree, page.base_url if is_archive else base, saved.file
    )
    removed = provenance.left_out(page_tree)
    reading = read_page(page)
    wanted = {b.image.asset for b in reading.blocks if b.image and b.image.asset}
    container = saved.container if is_archive else claimed.container
    if folder.used and container is Container.HTML:
        container = Container.COMPLETE
    cut = _is_cut(html, strict=container is not Container.SINGLEFILE)
    return _Outcome(
        container,
        reading,
        removed,
        remote,
        total,
        images.assets(wanted),
        (Message(code="note_truncated"),) if cut else (),
    )


def _base(root: etree._Element, claimed_url: str) -> str:
    """What the page's own `<base>` says, if it leads to the web."""
    for element in root.iter("base"):
        base = absolute(claimed_url, element.get("href", ""))
        return base if is_web(base) else ""
    return ""


def _is_cut(html: str, *, strict: bool) -> bool:
    """Whether the page ends in the middle: in a tag, a comment, a script, or without its end.

    A page may leave its end tags out, and SingleFile does: `strict` asks for them where the
    page wrote their beginning.
    """
    tail = html[-_TAIL_CHARS:].lower()
    ends_within = (
        re.search(r"<[a-z/!][^<>]*\Z", tail) is not None
        or tail.rfind("<!--") > tail.rfind("-->")
        or tail.rfind("<script") > tail.rfind("</script")
    )
    unclosed = strict and _OPENED.search(html) is not None and _CLOSED.search(tail) is None
    return ends_within or unclosed


def _check_size(data: bytes, name: str) -> None:
    if len(data) > MAX_FILE_BYTES:
        raise UnreadableFileError("file_too_large", name=name, limit=MAX_FILE_BYTES // MEGABYTE)


def _check_filled(data: bytes, name: str) -> None:
    if not data:
        raise EmptyPageError("page_empty", name=name)
    if not data.strip():
        raise EmptyPageError("page_blank", name=name)


def _shown_name(path: Path) -> str:
    """The file's name as text: on Linux it may be any bytes."""
    return clean(os.fsencode(path.name).decode("utf-8", "replace"), Counter())


def _tell(progress: Progress | None, step: str, done: float) -> None:
    if progress is not None:
        progress(step, done)
