"""Looks over a whole library and says what is wrong with it. Reads only, and takes no lock.

While another program writes, a passing state may be reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

from reader.model.library import Codebook, Entity, LibraryFile
from reader.store.files import is_temporary, walk
from reader.store.formats import format_of
from reader.store.paths import STAGING, LibraryPaths
from reader.store.reading import preset_codebook
from reader.store.verify_article import ArticleCheck
from reader.store.verify_notes import Notes, Problem, Reference

_DROPPINGS = {".DS_Store", "Thumbs.db", "desktop.ini"}
"""Files that systems leave in every folder."""

_BESIDE = re.compile(r"library\.lock|settings\.damaged-.*\.json|logs/(isnad|crash)\.log(\.\d+)?")
"""Files of the program that lie in the library's folder and are no part of it."""


def verify(home: Path) -> list[Problem]:
    """All that is wrong or to be known, sorted by path; nothing where there is no library."""
    paths = LibraryPaths(home)
    if not any(path.exists() for path in (paths.library, paths.articles, paths.sources)):
        return []
    notes = Notes(home)
    library = notes.need(paths.library, LibraryFile)
    codebook = notes.load(paths.codebook, Codebook) or preset_codebook()
    articles = {i: ArticleCheck(notes, i, paths.article(i)) for i in paths.article_ids()}
    references = [r for article in articles.values() for r in article.check()]
    # Entities last: they are written before the marks that name them.
    entities = {i: _entity(notes, i, paths.entity(i)) for i in paths.entity_ids()}
    known: dict[str, set[UUID] | set[str]] = {
        "code": {code.slug for code in codebook.codes},
        "label": {label.slug for label in library.labels} if library else set(),
        "entity": set(entities),
        "article": set(articles),
        "end": set(entities).union(*(a.marks for a in articles.values())),
    }
    for reference in (*references, *_entity_references(paths, entities)):
        if reference.name not in known[reference.kind]:
            code = f"verify_unknown_{reference.kind}"
            notes.note(reference.path, code, name=str(reference.name))
    _cycles(notes, paths, entities)
    _strays(notes, paths)
    return sorted(notes.problems, key=lambda problem: problem.path)


def _entity(notes: Notes, entity_id: UUID, path: Path) -> Entity | None:
    entity = notes.load(path, Entity)
    if entity is not None and entity.id != entity_id:
        notes.note(path, "verify_wrong_id", id=str(entity.id))
    return entity


def _entity_references(
    paths: LibraryPaths, entities: dict[UUID, Entity | None]
) -> Iterator[Reference]:
    for entity_id, entity in entities.items():
        path = paths.entity(entity_id)
        if entity is not None and entity.article is not None:
            yield Reference("article", entity.article, path)
        if entity is not None and entity.merged_into is not None:
            yield Reference("entity", entity.merged_into, path)


def _cycles(notes: Notes, paths: LibraryPaths, entities: dict[UUID, Entity | None]) -> None:
    """Report every entity that is merged, through however many others, into itself."""
    into = {i: e.merged_into for i, e in entities.items() if e and e.merged_into}
    for start in into:
        at, seen = into.get(start), set[UUID]()
        while at is not None and at != start and at not in seen:
            seen.add(at)
            at = into.get(at)
        if at == start:
            notes.note(paths.entity(start), "verify_merged_into_itself")


def _strays(notes: Notes, paths: LibraryPaths) -> None:
    """Report what is nobody's, and read what no other check has read."""
    for entry in walk(paths.home):
        path = Path(entry.path)
        relative = path.relative_to(paths.home).as_posix()
        if entry.is_dir(follow_symlinks=False) or path in notes.seen or _is_ours(relative):
            continue
        kind = format_of(relative)
        if kind is None:
            notes.note(path, "verify_stray")
        else:
            notes.load(path, kind.model, kind.limit)


def _is_ours(relative: str) -> bool:
    """Whether a file is none of the library's, and known: a leftover, a lock, a dropping."""
    *folders, name = relative.split("/")
    return (
        is_temporary(name)
        or name in _DROPPINGS
        or _BESIDE.fullmatch(relative) is not None
        or any(folder.startswith(STAGING) for folder in folders)
    )
