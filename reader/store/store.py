"""The library on disk: articles, what is marked on them, and who their sources are."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar
from uuid import UUID, uuid4

from reader.model.annotations import Annotations
from reader.model.article import Article
from reader.model.base import Value
from reader.model.errors import Message
from reader.model.library import (
    Agent,
    ArticleFile,
    Codebook,
    Entity,
    LibraryFile,
    StateFile,
)
from reader.resource import resource
from reader.store import pages
from reader.store.documents import Documents
from reader.store.errors import (
    DamagedFileError,
    LibraryReadOnlyError,
    NotInLibraryError,
    StoreError,
    disk_errors,
)
from reader.store.files import is_temporary, replace_durably, utc_now, walk
from reader.store.formats import dump, load
from reader.store.lock import Lock
from reader.store.paths import STAGING, ArticlePaths, LibraryPaths, recovery_name

V = TypeVar("V", bound=Value)
Clock = Callable[[], datetime]


class Store:
    """A library, open for writing by one program or for reading by any number.

    Every save is durable when it returns, and keeps earlier versions of what people wrote. Its
    methods may be called from several threads. A background reader of many articles opens a
    store of its own for reading, since reading a file makes it the one that a save may replace.
    """

    def __init__(self, home: Path, clock: Clock, lock: Lock | None, agent: UUID | None) -> None:
        """Made by `open` and `open_library`."""
        self.home = home
        self._paths = LibraryPaths(home)
        self._clock = clock
        self._lock = lock
        self._documents = Documents(clock)
        self.read_only_reason: Message | None = None
        """Why `open_library` could not open for writing; None where reading was asked for."""
        self.agent = agent or uuid4()
        """Who writes here: this installation's agent."""

    @classmethod
    def open(
        cls,
        home: Path,
        *,
        write: bool,
        clock: Clock = utc_now,
        take_over: bool = False,
        agent: UUID | None = None,
    ) -> Store:
        """Open a library. For reading it takes no lock and writes nothing; none is an empty one.

        Args:
            home: the library's folder.
            write: make the folder if there is none, take the lock, sweep leftovers of a crash.
            clock: gives the time.
            take_over: a person has decided that the machine which holds the library is gone.
            agent: this installation's agent; None: the library's first, made when there is none.

        Raises:
            LibraryLockedError: another program writes there.
            LockUnprovenError: this disk cannot keep a second writer out.
            NewerSchemaError: a newer version made the library.
            DamagedFileError: `library.json` cannot be read.
            DiskError: the disk is full, or refuses.
        """
        paths = LibraryPaths(home)
        if not write:
            with suppress(StoreError):
                agent = agent or _first_agent(load(LibraryFile, paths.library))
            return cls(home, clock, None, agent)
        with disk_errors(home):
            # Notes on sources are nobody else's business: a person may open the folder to others.
            home.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = Lock.acquire(paths, clock, take_over=take_over)
        try:
            store = cls(home, clock, lock, agent)
            store._prepare(agent)
        except BaseException:
            lock.release()
            raise
        return store

    @property
    def read_only(self) -> bool:
        return self._lock is None

    def close(self) -> None:
        """Give the lock back. The store can still read."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # Reading

    def codebook(self) -> Codebook:
        """The library's own codebook, else the one that the program brings."""
        own = self._documents.glance(self._paths.codebook, Codebook)
        if own is not None:
            return own
        return Codebook.model_validate_json(resource("codebook.json").read_bytes())

    def articles(self) -> tuple[ArticleFile, ...]:
        """The articles, last opened or imported first, trashed ones too; damaged ones left out."""
        records = self._every(self._paths.article_ids(), self._record)
        return tuple(sorted(records, key=self._used_at, reverse=True))

    def article(self, article_id: UUID) -> ArticleFile:
        """An article's record, which may be changed and saved.

        Raises:
            NotInLibraryError: there is none.
            DamagedFileError, NewerSchemaError, DiskError: it cannot be read.
        """
        path = self._article(article_id).record
        return _named(path, article_id, self._documents.read(path, ArticleFile))

    def find_capture(self, sha256: str) -> ArticleFile | None:
        """The article that these bytes were read as, one outside the trash first."""
        found = [r for r in self.articles() if any(c.sha256 == sha256 for c in r.captures)]
        return min(found, key=lambda record: record.trashed_at is not None, default=None)

    def find_url(self, url: str) -> ArticleFile | None:
        """The article outside the trash that was saved from this address, as the page says."""
        return next(
            (
                record
                for record in self.articles()
                if record.trashed_at is None
                and any(url and url in (c.url, c.claimed_url) for c in record.captures)
            ),
            None,
        )

    def text(self, article_id: UUID, version: str) -> Article:
        """A text version, with the bytes of its images. Raises as `article` does."""
        record = self._record(article_id)
        return pages.read_text(self._article(article_id), record, version)

    def original(self, article_id: UUID, sha256: str) -> bytes:
        """A page as it came in. Raises as `article` does."""
        return pages.read_original(self._article(article_id), sha256)

    def annotations(self, article_id: UUID) -> Annotations:
        """What is marked on an article, which may be changed and saved. Raises as `article` does.

        A lost file is an error rather than an empty value: its backups are still there.
        """
        return _present(
            article_id, self._documents.read(self._article(article_id).annotations, Annotations)
        )

    def state(self, article_id: UUID) -> StateFile:
        """Where the reader was; the beginning if that cannot be known."""
        with suppress(StoreError):
            return self._documents.glance(self._article(article_id).state, StateFile) or StateFile()
        return StateFile()

    def entities(self) -> dict[UUID, Entity]:
        """All entities, which may be changed and saved; damaged ones left out."""
        found = self._every(self._paths.entity_ids(), self._entity)
        return {entity.id: entity for entity in found}

    def why_read_only(self, article_id: UUID) -> Message | None:
        """Why an article that was read cannot be changed though the library can."""
        paths = self._article(article_id)
        newer = self._documents.newer(paths.annotations) or self._documents.newer(paths.record)
        return newer.message if newer else None

    # Writing: every method raises LibraryReadOnlyError, LibraryLockedError after somebody took
    # over, and what Documents.save raises.

    def add(self, article: Article, data: bytes) -> ArticleFile:
        """A new article, from a page whose bytes are `data`.

        Raises:
            WrongPageError: the article was read from other bytes.
        """
        self._may_write()
        now = self._clock()
        record = ArticleFile(
            id=uuid4(),
            created_at=now,
            modified_at=now,
            author=self.agent,
            title=article.title,
            current_version=article.version,
            captures=(pages.capture_of(article, data, now),),
        )
        staging, target = self._paths.staging(record.id), self._article(record.id)
        try:
            written = pages.build(staging, target, record, article, data)
        except BaseException:
            shutil.rmtree(staging.folder, ignore_errors=True)
            raise
        for path, content in written.items():
            self._documents.wrote(path, content)
        return record

    def add_version(self, article_id: UUID, article: Article, data: bytes) -> ArticleFile:
        """Another page, or another reading of one, of an article; it becomes the current one.

        Raises:
            WrongPageError: the article was read from other bytes.
        """
        self._may_write()
        now = self._clock()
        old, new = self.article(article_id), pages.capture_of(article, data, now)
        pages.keep(self._article(article_id), article, data)
        record = old.model_copy(
            update={
                "captures": pages.with_capture(old.captures, new),
                "current_version": article.version,
                "modified_at": now,
            }
        )
        self.save_article(record)
        return record

    def save_article(self, record: ArticleFile) -> None:
        self._save_of(record.id, self._article(record.id).record, record)

    def save_annotations(self, article_id: UUID, annotations: Annotations) -> None:
        self._save_of(article_id, self._article(article_id).annotations, annotations)

    def save_state(self, article_id: UUID, state: StateFile) -> None:
        self._save_of(article_id, self._article(article_id).state, state, precious=False)

    def save_entity(self, entity: Entity) -> None:
        self._may_write()
        self._documents.save(self._paths.entity(entity.id), entity)

    def delete_entity(self, entity_id: UUID) -> None:
        """Delete an entity that no mark names: the undo of its creation."""
        self._may_write()
        self._documents.delete(self._paths.entity(entity_id))

    def save_copy(
        self, article_id: UUID, annotations: Annotations, folder: Path | None = None
    ) -> Path:
        """Save annotations beside their file, or in another folder, where saving them is refused.

        Args:
            article_id: whose annotations they are.
            annotations: as they are on the screen.
            folder: None: the article's own, which needs a library that can be written.

        Returns:
            The new file.
        """
        if folder is None:
            self._may_write()
            folder = self._article(article_id).folder
        path = folder / recovery_name(self._clock())
        replace_durably(path, dump(annotations), Annotations.model_validate_json)
        return path

    # Inside

    def _article(self, article_id: UUID) -> ArticlePaths:
        return self._paths.article(article_id)

    def _record(self, article_id: UUID) -> ArticleFile:
        path = self._article(article_id).record
        return _named(path, article_id, self._documents.glance(path, ArticleFile))

    def _entity(self, entity_id: UUID) -> Entity:
        path = self._paths.entity(entity_id)
        return _named(path, entity_id, self._documents.read(path, Entity))

    def _used_at(self, record: ArticleFile) -> tuple[datetime, UUID]:
        imported = max(capture.imported_at for capture in record.captures)
        return max(imported, self.state(record.id).opened_at or imported), record.id

    def _every(self, ids: Iterable[UUID], read: Callable[[UUID], V]) -> list[V]:
        found = []
        for one in ids:
            with suppress(StoreError):
                found.append(read(one))
        return found

    def _save_of(
        self, article_id: UUID, path: Path, value: Value, *, precious: bool = True
    ) -> None:
        self._may_write()
        if not self._article(article_id).folder.is_dir():
            raise NotInLibraryError(article_id)
        self._documents.save(path, value, precious=precious)

    def _may_write(self) -> None:
        if self._lock is None:
            raise LibraryReadOnlyError(self.home)
        self._lock.check()

    def _prepare(self, agent: UUID | None) -> None:
        """Sweep what a crash left, and write down that this agent writes here."""
        with disk_errors(self.home):
            self._paths.articles.mkdir(exist_ok=True)
            self._paths.sources.mkdir(exist_ok=True)
            _sweep(self._paths)
        library = self._documents.read(self._paths.library, LibraryFile)
        newer = self._documents.newer(self._paths.library)
        if newer is not None:
            raise newer
        library = library or LibraryFile(id=uuid4(), created_at=self._clock())
        self.agent = agent or _first_agent(library) or self.agent
        if all(known.id != self.agent for known in library.agents):
            agents = (*library.agents, Agent(id=self.agent))
            self._documents.save(self._paths.library, library.model_copy(update={"agents": agents}))


def open_library(
    home: Path, *, clock: Clock = utc_now, take_over: bool = False, agent: UUID | None = None
) -> Store:
    """Open a library for writing; where that cannot be, for reading, with the reason.

    `Store.read_only_reason` says it. With the code `store.locked_elsewhere` the machine that
    holds it may be gone: after a question, call again with `take_over`.
    """
    try:
        return Store.open(home, write=True, clock=clock, take_over=take_over, agent=agent)
    except StoreError as error:
        store = Store.open(home, write=False, clock=clock, agent=agent)
        store.read_only_reason = error.message
        return store


def _first_agent(library: LibraryFile | None) -> UUID | None:
    return library.agents[0].id if library and library.agents else None


def _present(what: object, value: V | None) -> V:
    if value is None:
        raise NotInLibraryError(what)
    return value


def _named(path: Path, expected: UUID, value: V | None) -> V:
    """The value, if its own id is the one that its name promises."""
    if getattr(_present(expected, value), "id", None) != expected:
        raise DamagedFileError(path, "the id is not the one that the name promises")
    return _present(expected, value)


def _sweep(paths: LibraryPaths) -> None:
    """Delete leftovers of a crash. Only with the lock held: somebody else's are no leftovers."""
    for entry in walk(paths.home):
        if entry.is_dir(follow_symlinks=False):
            if entry.name.startswith(STAGING) and Path(entry.path).parent == paths.articles:
                shutil.rmtree(entry.path)
        elif is_temporary(entry.name) and not entry.name.startswith(".settings.json."):
            Path(entry.path).unlink(missing_ok=True)
