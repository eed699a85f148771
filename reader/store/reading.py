"""Reading a library: what the articles, texts, annotations and entities are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from reader.model.annotations import Annotations
from reader.model.article import Article
from reader.model.base import Value
from reader.model.errors import Message
from reader.model.library import ArticleFile, Codebook, Entity, StateFile
from reader.resource import resource
from reader.store import evidence, pages
from reader.store.documents import Basis, Documents
from reader.store.errors import DamagedFileError, NotInLibraryError, StoreError
from reader.store.paths import ArticlePaths, LibraryPaths
from reader.store.uses import CardUses

V = TypeVar("V", bound=Value)


def preset_codebook() -> Codebook:
    """The codebook that comes with the program, for a library that has none of its own."""
    return Codebook.model_validate_json(resource("codebook.json").read_bytes())


class LibraryReader:
    """The reading half of a `Store`. Writes nothing; a missing library is an empty one."""

    def __init__(self, home: Path, clock: Callable[[], datetime]) -> None:
        self.home = home
        self._paths = LibraryPaths(home)
        self._clock = clock
        self._documents = Documents(clock)
        self._card_uses = CardUses()

    def codebook(self) -> Codebook:
        """The library's own codebook, else the one that the program brings; it may be saved over.

        Raises:
            DamagedFileError, NewerSchemaError, DiskError: it cannot be read.
        """
        return self._documents.read(self._paths.codebook, Codebook) or preset_codebook()

    def why_codebook_read_only(self) -> Message | None:
        """Why a codebook that was read cannot be changed though the library can."""
        newer = self._documents.newer(self._paths.codebook)
        return newer.message if newer else None

    def articles(self) -> tuple[ArticleFile, ...]:
        """The articles, last opened or imported first, trashed ones too; damaged ones left out."""
        return tuple(self._by_use(self._records()))

    def used_at(self, record: ArticleFile) -> datetime:
        """When an article was last opened or imported."""
        imported = max(capture.imported_at for capture in record.captures)
        return max(imported, self.state(record.id).opened_at or imported)

    def article(self, article_id: UUID) -> ArticleFile:
        """An article's record, which may be changed and saved.

        Raises:
            NotInLibraryError: there is none.
            DamagedFileError, NewerSchemaError, DiskError: it cannot be read.
        """
        path = self._article(article_id).record
        return _named(path, article_id, self._documents.read(path, ArticleFile))

    def find_capture(
        self, sha256: str, among: Iterable[ArticleFile] | None = None
    ) -> ArticleFile | None:
        """The article that these bytes were read as, one outside the trash first.

        Args:
            sha256: of the bytes.
            among: the articles; None asks for them.
        """
        records = self._records() if among is None else among
        found = [r for r in records if any(c.sha256 == sha256 for c in r.captures)]
        return min(
            self._by_use(found), key=lambda record: record.trashed_at is not None, default=None
        )

    def find_url(self, url: str, among: Iterable[ArticleFile] | None = None) -> ArticleFile | None:
        """The article outside the trash that was saved from this address, as the page says.

        Args:
            url: as the page says.
            among: the articles; None asks for them.
        """
        return next(
            (
                record
                for record in (self.articles() if among is None else among)
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

        A lost file is an error rather than an empty value: its backups are still there. So are
        two things of one id: whoever keeps things by their ids would lose one of them.
        """
        path = self._article(article_id).annotations
        found = _present(article_id, self._documents.read(path, Annotations))
        things = (*found.marks, *found.relations)
        if len({thing.id for thing in things}) != len(things):
            raise DamagedFileError(path, "two marks or relations have the same id")
        return found

    def state(self, article_id: UUID) -> StateFile:
        """Where the reader was; the beginning if that cannot be known."""
        with suppress(StoreError):
            return self._documents.glance(self._article(article_id).state, StateFile) or StateFile()
        return StateFile()

    def entities(self) -> dict[UUID, Entity]:
        """All entities, which may be changed and saved; damaged ones left out."""
        found = self._every(self._paths.entity_ids(), self._entity)
        return {entity.id: entity for entity in found}

    def card_uses(self, *, but: UUID) -> Iterator[Mapping[UUID, int] | None]:
        """None again and again, after a moment of reading each; at last what was looked for.

        That is: card -> how many articles use it, `but` left out, and cards that none does.
        """
        files = (self._article(i).annotations for i in self._paths.article_ids() if i != but)
        yield from self._card_uses.count(files, self._paths.entity_ids())

    def give_evidence(self, article_id: UUID, sha256: str, name: str, target: Path) -> None:
        """Copy a file of evidence out of the library. Raises as `evidence.give` does."""
        evidence.give(self._article(article_id), sha256, name, target, lambda _: None)

    def evidence_trouble(self, article_id: UUID, sha256: str, size: int) -> str:
        """The code of what is wrong with a file of evidence, by a quick look; empty: nothing."""
        return evidence.trouble(self._article(article_id), sha256, size)

    def why_read_only(self, article_id: UUID) -> Message | None:
        """Why an article that was read cannot be changed though the library can."""
        paths = self._article(article_id)
        newer = self._documents.newer(paths.annotations) or self._documents.newer(paths.record)
        return newer.message if newer else None

    def basis(self) -> Basis:
        """What was read so far and a save may therefore replace, for `recall`.

        The codebook is not among it: whoever reads that one keeps it in step with the disk.
        """
        found = self._documents.basis()
        return {path: known for path, known in found.items() if path != self._paths.codebook}

    def recall(self, basis: Basis) -> None:
        """Save from now on over what was read at an earlier time, and nothing read since."""
        self._documents.recall(basis)

    # Inside

    def _article(self, article_id: UUID) -> ArticlePaths:
        return self._paths.article(article_id)

    def _records(self) -> list[ArticleFile]:
        return self._every(self._paths.article_ids(), self._record)

    def _by_use(self, records: Iterable[ArticleFile]) -> list[ArticleFile]:
        return sorted(records, key=lambda r: (self.used_at(r), r.id), reverse=True)

    def _record(self, article_id: UUID) -> ArticleFile:
        path = self._article(article_id).record
        return _named(path, article_id, self._documents.glance(path, ArticleFile))

    def _entity(self, entity_id: UUID) -> Entity:
        path = self._paths.entity(entity_id)
        return _named(path, entity_id, self._documents.read(path, Entity))

    def _every(self, ids: Iterable[UUID], read: Callable[[UUID], V]) -> list[V]:
        found = []
        for one in ids:
            with suppress(StoreError):
                found.append(read(one))
        return found


def _present(what: object, value: V | None) -> V:
    if value is None:
        raise NotInLibraryError(what)
    return value


def _named(path: Path, expected: UUID, value: V | None) -> V:
    """The value, if its own id is the one that its name promises."""
    if getattr(_present(expected, value), "id", None) != expected:
        raise DamagedFileError(path, "the id is not the one that the name promises")
    return _present(expected, value)
