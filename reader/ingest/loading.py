"""From a file, or pasted bytes, to an article: the one way in."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from lxml import etree

from reader.ingest import charset, mhtml, plain, provenance, tree, votes, webarchive
from reader.ingest.addresses import absolute, is_web
from reader.ingest.claims import Claims, claims
from reader.ingest.container import Saved, is_cut, is_markup, recognise
from reader.ingest.disk import check_size, read_file, shown_name
from reader.ingest.errors import EmptyPageError, PageTooComplexError
from reader.ingest.folder import Folder
from reader.ingest.foreign import refuse_foreign
from reader.ingest.images import Images
from reader.ingest.page import Page, Reading
from reader.ingest.reading import read_page
from reader.model.article import (
    Article,
    Asset,
    Container,
    Counted,
    EncodingFound,
    Provenance,
    RemoteReference,
)
from reader.model.errors import Message

Progress = Callable[[str, float], None]
"""Told the code of a step, and how much of the whole is done before it: 0 to 1."""

_FIRST: Final = (
    '<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>عنوان</title>'
    '<meta property="article:published_time" content="2021-07-29T10:00:00+03:00"></head><body>'
    '<ul><li><a href="/a">قسم</a></li></ul><article><h1>عنوان</h1><p>'
    + "قال مصدر أمني إن عبوتين انفجرتا. " * 12
    + '</p><p><img src="a.jpg" alt="صورة"> 29 تموز 2021</p></article>'
    + '<div class="box"><b>خبر</b> <a href="/b">عنوان آخر</a><img src="b.jpg"></div>' * 600
    + "</body></html>"
)
"""A page to be read before any other: see `warm_up`. As large as most, so that the memory which
they take is at hand."""

_ARCHIVES: Final = {Container.MHTML: mhtml.read, Container.WEBARCHIVE: webarchive.read}


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
        data, name=shown_name(path), folder=path.parent, encoding=encoding, progress=progress
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


def warm_up() -> None:
    """Loads what only the reading of a page needs, so that a waiting worker has it ready."""
    import charset_normalizer  # noqa: F401  # for start-up time: the window does without

    votes.import_extractors()
    load_bytes(_FIRST.encode())  # tables and patterns that are made when a page first needs them


def _load(
    data: bytes, name: str, folder: Folder, encoding: str | None, progress: Progress | None
) -> Article:
    check_size(data, name)
    if not data:
        raise EmptyPageError("page_empty", name=name)
    saved = _unpack(data, folder)
    _tell(progress, "step_decoding", 0.05)
    text, found = charset.decode(saved.data, label=saved.label, chosen=encoding)
    if not text.strip():
        raise EmptyPageError("page_blank", name=name)
    outcome = (
        _read_page(saved, text, folder, progress) if is_markup(text) else _read_text(saved, text)
    )
    _tell(progress, "step_done", 1.0)
    return Article(
        page_text=outcome.reading.page_text,
        blocks=outcome.reading.blocks,
        dir=outcome.reading.dir,
        metadata=outcome.reading.metadata,
        provenance=_provenance(data, name, found, saved, outcome),
        assets=outcome.assets,
    )


def _provenance(
    data: bytes, name: str, found: EncodingFound, saved: Saved, outcome: _Outcome
) -> Provenance:
    removed = outcome.removed + Counter({r.code: r.count for r in outcome.reading.removed})
    return Provenance(
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        name=name,
        container=outcome.container,
        encoding=found,
        removed=tuple(Counted(code=code, count=removed[code]) for code in sorted(removed)),
        remote=outcome.remote,
        remote_total=outcome.remote_total,
        notes=(*saved.notes, *outcome.notes, *outcome.reading.notes, *_nothing(outcome, name)),
    )


def _nothing(outcome: _Outcome, name: str) -> tuple[Message, ...]:
    """A page that only a script would have filled: it opens, and says that there is nothing."""
    found = outcome.reading.page_text
    return () if found else (Message(code="page_without_text", params={"name": name}),)


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
    images = Images(saved.file)
    claimed = claims(html)
    page = _page(saved, html, page_tree.root, claimed, images)
    remote, total = provenance.remote_references(page_tree, _remote_base(saved, page), saved.file)
    removed = provenance.left_out(page_tree)
    _tell(progress, "step_blocks", 0.3)
    reading = read_page(page)
    container = _container(saved, claimed, folder)
    is_whole = not is_cut(html, strict=container is not Container.SINGLEFILE)
    return _Outcome(
        container=container,
        reading=reading,
        removed=removed,
        remote=remote,
        remote_total=total,
        assets=images.assets({b.image.asset for b in reading.blocks if b.image and b.image.asset}),
        notes=() if is_whole else (Message(code="note_truncated"),),
    )


def _page(saved: Saved, html: str, root: etree._Element, claimed: Claims, images: Images) -> Page:
    claimed_url = saved.claimed_url or claimed.url
    return Page(
        html=html,
        root=root,
        base_url=_base(root, claimed_url) or claimed_url,
        claimed_url=claimed_url,
        saved_at=saved.saved_at or claimed.saved_at,
        resolve=images.resolve,
    )


def _container(saved: Saved, claimed: Claims, folder: Folder) -> Container:
    if saved.container in _ARCHIVES:
        return saved.container
    found = claimed.container
    return Container.COMPLETE if folder.used and found is Container.HTML else found


def _remote_base(saved: Saved, page: Page) -> str:
    """What relative addresses lead to: in a page on the disk to its own folder, without a base."""
    return page.base_url if saved.container in _ARCHIVES else _base(page.root, page.claimed_url)


def _base(root: etree._Element, claimed_url: str) -> str:
    """What the page's own `<base>` says, if it leads to the web."""
    for element in root.iter("base"):
        base = absolute(claimed_url, element.get("href", ""))
        return base if is_web(base) else ""
    return ""


def _tell(progress: Progress | None, step: str, done: float) -> None:
    if progress is not None:
        progress(step, done)
