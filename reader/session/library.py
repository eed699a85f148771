"""The library as it is used: opening pages and articles, new or known."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TypeVar
from uuid import UUID, uuid4

from reader import ingest
from reader.model.annotations import Annotations
from reader.model.article import Article
from reader.model.errors import Message, ReaderError
from reader.model.library import ArticleFile, Capture, Codebook
from reader.session.article import ArticleSession
from reader.session.belonging import Belonging
from reader.session.codebook_session import CodebookSession
from reader.session.edits import Desk
from reader.session.errors import SessionError
from reader.session.jobs import load_page
from reader.session.maker import Maker
from reader.session.open_article import Arrival
from reader.session.runtime import Handle, Progress, Runtime
from reader.session.twins import is_same_address, is_version
from reader.store import Store, StoreError
from reader.store.pages import capture_of

T = TypeVar("T")
Opened = Callable[[ArticleSession], None]
Failed = Callable[[ReaderError], None]


@dataclass(frozen=True)
class _Page:
    """Bytes that somebody wants to read; no path where they were pasted."""

    data: bytes
    name: str
    path: Path | None = None
    id: UUID = field(default_factory=uuid4)
    """Of the article that it will be, if it is a new one."""

    @cached_property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True)
class Shelf:
    """The articles outside the trash, last opened or imported first."""

    recent: tuple[ArticleFile, ...] = ()
    """Those opened lately."""
    others: tuple[ArticleFile, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not self.recent and not self.others


class LibrarySession:
    """The use cases on a library. Owns no window and no thread."""

    def __init__(self, store: Store, runtime: Runtime, maker: Maker) -> None:
        self._store = store
        self.runtime = runtime
        self._maker = maker
        self.codes = CodebookSession(store, runtime)
        self.belonging = Belonging(store, runtime)

    @property
    def home(self) -> Path:
        """The folder of the library that is open."""
        return self._store.home

    @property
    def read_only_reason(self) -> Message | None:
        """Why nothing can be changed; None where it can."""
        return self._store.read_only_reason

    def codebook(self) -> Codebook:
        """The codebook as it is on the screen."""
        return self.codes.book

    def articles(self) -> tuple[ArticleFile, ...]:
        """The articles of the library, last opened first."""
        return self._store.articles()

    def shelf(self, since: datetime | None = None) -> Shelf:
        """The articles, those opened or imported after a time apart; None: all are recent."""
        kept = [r for r in self._store.articles() if r.trashed_at is None]
        recent = [r for r in kept if since is None or self._store.used_at(r) > since]
        return Shelf(tuple(recent), tuple(kept[len(recent) :]))

    def forget_openings(self) -> None:
        """Strike out when each article was last opened. Where it was read to stays known.

        Raises:
            StoreError: it cannot be written.
        """
        if self._store.read_only:
            return
        for record in self._store.articles():
            state = self._store.state(record.id)
            if state.opened_at is not None:
                self._store.save_state(record.id, state.model_copy(update={"opened_at": None}))

    def open_article(
        self, article_id: UUID, version: str | None = None, arrival: Arrival = Arrival.KNOWN
    ) -> ArticleSession:
        """Open an article of the library in its current version, or another.

        Raises:
            StoreError: it is not there, or damaged.
        """
        record = self._store.article(article_id)
        desk = Desk.of(
            self._store.text(article_id, version or record.current_version),
            record,
            self._store.annotations(article_id),
            self._store.entities(),
        )
        return self._session(replace(desk, used_elsewhere=None), arrival)

    def open_page(self, path: Path, done: Opened, failed: Failed, progress: Progress) -> Handle:
        """Open a saved page: its article if the library knows it, else a new one, kept at once."""
        return _Opening(self, failed, progress).begin(
            lambda: _Page(ingest.read_file(path), path.name, path), done
        )

    def open_bytes(
        self, data: bytes, name: str, done: Opened, failed: Failed, progress: Progress
    ) -> Handle:
        """Open a page that was pasted or dropped as text."""
        return _Opening(self, failed, progress).begin(lambda: _Page(data, name), done)

    def read_again(
        self,
        session: ArticleSession,
        encoding: str,
        done: Opened,
        failed: Failed,
        progress: Progress,
    ) -> Handle:
        """Read an article's page in another encoding: another version; marks stay on theirs."""
        capture = _capture_of(session.record, session.article.version)
        return _Opening(self, failed, progress, encoding).begin(
            lambda: _Page(self._store.original(session.id, capture.sha256), capture.name), done
        )

    # The steps of an opening, each run by the runtime

    def known(self, page: _Page) -> tuple[UUID, str] | None:
        """The article and the text version that these very bytes were read as."""
        sha256 = page.sha256
        record = self._store.find_capture(sha256)
        if record is None:
            return None
        # The last reading counts: a person may have chosen another encoding since.
        captures = [c for c in record.captures if c.sha256 == sha256]
        return record.id, captures[-1].version

    def receive(self, page: _Page) -> None:
        """Bring the bytes of a new page to the disk, which nobody has read yet."""
        if not self._store.read_only:
            self._store.receive(page.id, page.data)

    def discard(self, page: _Page) -> None:
        """Take back what was received of a page; no error where nothing was."""
        if not self._store.read_only:
            self._store.discard(page.id)

    def keep(self, article: Article, page: _Page) -> ArticleSession:
        """Put a page that was read into the library, with the article that it belongs to."""
        if self._store.read_only:
            return self._loose(article, page.data)
        record = self._belongs_to(article)
        if record is not None:
            self.discard(page)
            is_read = any(c.version == article.version for c in record.captures)
            arrival = Arrival.KNOWN if is_read else Arrival.VERSION
            record = self._store.add_version(record.id, article, page.data)
            return self.open_article(record.id, article.version, arrival)
        record = self._store.add(article, page.data, page.id)
        # What was written came out of JSON of these very models, and need not be read back.
        desk = Desk.of(article, record, Annotations(), self._store.entities())
        return self._session(replace(desk, used_elsewhere=None), Arrival.NEW)

    def _belongs_to(self, article: Article) -> ArticleFile | None:
        """The article that this is another saving of: by its bytes, its text or its address."""
        records = self._store.articles()
        by_bytes = self._store.find_capture(article.provenance.sha256, records)
        by_text = (
            r
            for r in records
            if article.page_text and any(c.version == article.version for c in r.captures)
        )
        return by_bytes or next(by_text, None) or self._by_address(article, records)

    def _by_address(self, article: Article, records: Sequence[ArticleFile]) -> ArticleFile | None:
        """The article at the same address, unless its text has nothing to do with this one.

        Where its text is lost, the address alone tells: a page must open all the same.
        """
        record = self._store.find_url(article.metadata.url, records)
        if record is None or not is_same_address(record, article):
            return None
        with suppress(StoreError):
            text = self._store.text(record.id, record.current_version).page_text
            return record if is_version(text, article.page_text) else None
        return record

    def _loose(self, article: Article, data: bytes) -> ArticleSession:
        """An article that is shown and not kept, since the library cannot be written."""
        stamp = self._maker.stamp()
        capture = capture_of(article, data, stamp["created_at"])
        record = ArticleFile(
            **stamp, title=article.title, current_version=article.version, captures=(capture,)
        )
        desk = Desk(article, record, entities=self._store.entities())
        return self._session(desk)

    def _session(self, desk: Desk, arrival: Arrival = Arrival.KNOWN) -> ArticleSession:
        """A session on what was just read."""
        return ArticleSession(
            self._store,
            self.runtime,
            self._maker,
            desk,
            self._store.basis(),
            codebook=self.codebook,
            arrival=arrival,
        )


class _Opening:
    """One page on its way from the disk to the desk; cancelled as a whole."""

    def __init__(
        self,
        library: LibrarySession,
        failed: Failed,
        progress: Progress,
        encoding: str | None = None,
    ) -> None:
        self._library = library
        self._runtime = library.runtime
        self._failed = failed
        self._progress = progress
        self._encoding = encoding
        self._cancelled = False
        self._step: Handle | None = None
        self._received: _Page | None = None
        """What lies in the library and is no article yet."""

    def cancel(self) -> None:
        self._cancelled = True
        if self._step:
            self._step.cancel()
        self._discard()

    def begin(self, read: Callable[[], _Page], done: Opened) -> Handle:
        self._progress("reading_file", 0.0)
        self._io(lambda: self._look_up(read()), lambda found: self._looked_up(*found, done))
        return self

    def _look_up(self, page: _Page) -> tuple[_Page, ArticleSession | None]:
        known = None if self._encoding else self._library.known(page)
        return page, self._library.open_article(*known) if known else None

    def _looked_up(self, page: _Page, known: ArticleSession | None, done: Opened) -> None:
        if known:
            done(known)
            return
        if not self._encoding:  # in another one it is a version of an article that is there
            self._receive(page)
        job = load_page(
            page.path,
            data=None if page.path else page.data,
            name=page.name,
            encoding=self._encoding,
        )
        self._run(
            lambda: self._runtime.run_job(
                job, lambda article: self._read(article, page, done), self._fail, self._progress
            )
        )

    def _receive(self, page: _Page) -> None:
        """Write while the page is read. If that fails, so does keeping it, which says why."""
        if self._cancelled:
            return
        self._received = page
        self._runtime.run_io(lambda: self._library.receive(page), lambda _: None, lambda _: None)

    def _discard(self) -> None:
        page, self._received = self._received, None
        if page is not None:
            self._runtime.run_io(
                lambda: self._library.discard(page), lambda _: None, lambda _: None
            )

    def _fail(self, error: ReaderError) -> None:
        self._discard()
        self._failed(error)

    def _read(self, article: Article, page: _Page, done: Opened) -> None:
        if article.provenance.sha256 != page.sha256:
            self._fail(SessionError("page_changed_meanwhile", name=page.name))
            return
        if not article.page_text:
            self._fail(SessionError("page_without_text", name=page.name))
            return
        self._progress("keeping", 0.95)
        self._io(lambda: self._library.keep(article, page), done)

    def _io(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._run(lambda: self._runtime.run_io(work, done, self._fail))

    def _run(self, start: Callable[[], Handle]) -> None:
        if not self._cancelled:
            self._step = start()


def _capture_of(record: ArticleFile, version: str) -> Capture:
    return next((c for c in record.captures if c.version == version), record.captures[-1])
