"""The library on disk: articles, what is marked on them, and who their sources are."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Collection
from contextlib import suppress
from datetime import datetime
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import Self
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
from reader.store import backups, evidence, pages
from reader.store.errors import (
    LibraryReadOnlyError,
    NotInLibraryError,
    StoreError,
    disk_errors,
)
from reader.store.files import is_temporary, replace_durably, utc_now, walk
from reader.store.formats import encode, load
from reader.store.lock import Lock
from reader.store.moving import Move
from reader.store.paths import STAGING, LibraryPaths, recovery_name
from reader.store.reading import LibraryReader

Clock = Callable[[], datetime]


class Store(LibraryReader):
    """A library, open for writing by one program or for reading by any number.

    Every save is durable when it returns, and keeps earlier versions of what people wrote. Its
    methods may be called from several threads. A background reader of many articles opens a
    store of its own for reading, since reading a file makes it the one that a save may replace.
    """

    def __init__(self, home: Path, clock: Clock, lock: Lock | None, agent: UUID | None) -> None:
        """Made by `open` and `open_library`."""
        super().__init__(home, clock)
        self._lock = lock
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

    # Writing: every method raises LibraryReadOnlyError, LibraryLockedError after somebody took
    # over, and what Documents.save raises.

    def receive(self, article_id: UUID, data: bytes) -> None:
        """Begin a new article with the bytes of a page that is still being read.

        It is no article before `add` gets its id; without that, `discard` it.
        """
        self._may_write()
        pages.receive(self._paths.staging(article_id), data)

    def discard(self, article_id: UUID) -> None:
        """Take back what `receive` began under an id; no error where nothing was."""
        self._may_write()
        pages.discard(self._paths.staging(article_id))

    def add(self, article: Article, data: bytes, article_id: UUID | None = None) -> ArticleFile:
        """A new article, from a page whose bytes are `data`.

        Args:
            article: what was read.
            data: the page.
            article_id: under which these bytes were received; None: they were not.

        Raises:
            WrongPageError: the article was read from other bytes.
        """
        self._may_write()
        now = self._clock()
        record = ArticleFile(
            id=article_id or uuid4(),
            created_at=now,
            modified_at=now,
            author=self.agent,
            title=article.title,
            current_version=article.version,
            captures=(pages.capture_of(article, data, now),),
        )
        staging, target = self._paths.staging(record.id), self._article(record.id)
        if not staging.folder.is_dir():
            pages.receive(staging, data)
        for path, content in pages.build(staging, target, record, article).items():
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
        self._documents.refuse_newer(self._article(article_id).record)
        pages.keep(self._article(article_id), article, data)
        record = old.model_copy(
            update={
                "captures": pages.with_capture(old.captures, new),
                "current_version": article.version,
                "modified_at": now,
            }
        )
        self._save_of(record.id, self._article(record.id).record, record)
        return record

    def move_versions(
        self, article_id: UUID, versions: Collection[str], target_id: UUID | None = None
    ) -> ArticleFile:
        """Give some text versions, and the marks made on them, to another article or a new one.

        An article that is left without a version goes to the trash as it is.

        Returns:
            The article that they went to; it shows the last of them.

        Raises:
            NotInLibraryError: there is no such article or version.
        """
        self._may_write()
        now = self._clock()
        move = Move(self, self._paths, self._documents, article_id, versions, now)
        return move.to_article(target_id) if target_id else move.to_new(self.agent)

    def save_article(self, record: ArticleFile) -> None:
        """Save what people decide about an article.

        Its pages and the current version stay as they are in the library: they come in beside
        an open article, which may not have heard of the last one.
        """
        self._may_write()
        kept = self._record(record.id)
        came_in = {"captures": kept.captures, "current_version": kept.current_version}
        path = self._article(record.id).record
        self._save_of(record.id, path, record.model_copy(update=came_in))

    def save_annotations(self, article_id: UUID, annotations: Annotations) -> None:
        self._save_of(article_id, self._article(article_id).annotations, annotations)

    def keep_evidence(
        self, article_id: UUID, source: Path, advance: evidence.Advance
    ) -> evidence.Kept:
        """Copy a file into the library, before what names it is saved. Raises as `keep` does."""
        self._may_write()
        if not self._article(article_id).folder.is_dir():
            raise NotInLibraryError(article_id)
        return evidence.keep(self._article(article_id), source, advance)

    def save_state(self, article_id: UUID, state: StateFile) -> None:
        self._save_of(article_id, self._article(article_id).state, state, precious=False)

    def save_codebook(self, codebook: Codebook) -> None:
        """Save the codes and scales; from then on the library has a codebook of its own."""
        self._may_write()
        self._documents.save(self._paths.codebook, codebook)

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
        replace_durably(path, encode(annotations, path), Annotations.model_validate_json)
        return path

    # Inside

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

    `Store.read_only_reason` says it. With the code `store_locked_elsewhere` the machine that
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


def _sweep(paths: LibraryPaths) -> None:
    """Delete leftovers of a crash. Only with the lock held: somebody else's are no leftovers."""
    # Not below the home itself: it may be a folder that a person has put a library into.
    folders = (paths.articles, paths.sources, paths.home / backups.FOLDER)
    for entry in chain(os.scandir(paths.home), *map(walk, folders)):
        if entry.is_dir(follow_symlinks=False):
            if entry.name.startswith(STAGING) and Path(entry.path).parent == paths.articles:
                shutil.rmtree(entry.path)
        elif is_temporary(entry.name) and not entry.name.startswith(".settings.json."):
            Path(entry.path).unlink(missing_ok=True)
