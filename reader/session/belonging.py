"""Which article a saved page belongs to, and the undoing of a change of it.

Whoever has the article open saves it before, and opens it anew after: what is on a desk is not
told that pages have come or gone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from reader.model.article import Article
from reader.model.errors import Message, ReaderError
from reader.model.library import ArticleFile
from reader.session.errors import SessionError
from reader.session.history import History
from reader.session.runtime import Handle, Runtime
from reader.session.twins import Twin, search
from reader.store import Store


@dataclass(frozen=True)
class Moved:
    """Text versions that went from one article to another."""

    message: Message
    """What was done, as the history names it."""
    source: UUID
    target: UUID
    versions: tuple[str, ...]

    def inverse(self) -> Moved:
        return Moved(self.message, self.target, self.source, self.versions)


Done = Callable[[ArticleFile], None]
"""Is given the article that the versions went to."""
Failed = Callable[[ReaderError], None]
_Take = Callable[[], Moved | None]


class Belonging:
    """The use cases of telling articles apart, and their history. All work is in the background."""

    def __init__(self, store: Store, runtime: Runtime) -> None:
        self._store = store
        self._runtime = runtime
        self._history = History[Moved]()

    def detach(self, article_id: UUID, version: str, done: Done, failed: Failed) -> Handle:
        """Say that a version is not the same article: it becomes one of its own.

        Fails with `only_version` where the article has no other, and as the store does.
        """

        def move() -> tuple[Moved, ArticleFile]:
            record = self._store.article(article_id)
            if all(c.version == version for c in record.captures):
                raise SessionError("only_version")
            new = self._store.move_versions(article_id, [version])
            message = Message(code="change_detach", params={"title": record.called})
            return Moved(message, article_id, new.id, (version,)), new

        return self._begin(move, done, failed)

    def join(self, article_id: UUID, target_id: UUID, done: Done, failed: Failed) -> Handle:
        """Say that an article is another version of one: its pages and marks go there.

        Fails with `version_of_itself`, and as the store does.
        """

        def move() -> tuple[Moved, ArticleFile]:
            if article_id == target_id:
                raise SessionError("version_of_itself")
            record = self._store.article(article_id)
            versions = tuple(dict.fromkeys(c.version for c in record.captures))
            target = self._store.move_versions(article_id, versions, target_id)
            message = Message(code="change_join", params={"title": target.called})
            return Moved(message, article_id, target_id, versions), target

        return self._begin(move, done, failed)

    # History

    @property
    def undoable(self) -> Message | None:
        """The name of what `undo` would take back."""
        return self._history.undoable

    @property
    def redoable(self) -> Message | None:
        """The name of what `redo` would do again."""
        return self._history.redoable

    def undo(self, done: Done, failed: Failed) -> Handle | None:
        """Give the last versions back; what was marked on them meanwhile goes along."""
        return self._again(self._history.undo, self._history.redo, done, failed)

    def redo(self, done: Done, failed: Failed) -> Handle | None:
        """Do the last undone change again."""
        return self._again(self._history.redo, self._history.undo, done, failed)

    # Looking

    def look_for_twin(
        self, article: Article, article_id: UUID, found: Callable[[Twin], None]
    ) -> None:
        """Look whether an article that has just come in may be a version of another.

        Step by step, since a library may be large: what is saved meanwhile comes in between.
        """
        steps = search(self._store, article, article_id)

        def look() -> tuple[bool, Twin | None]:
            try:
                return True, next(steps)
            except StopIteration:
                return False, None

        def looked(result: tuple[bool, Twin | None]) -> None:
            going_on, twin = result
            if twin is not None:
                found(twin)
            elif going_on:
                self._runtime.run_io(look, looked, lambda _: None)

        self._runtime.run_io(look, looked, lambda _: None)

    def offered(self, article_id: UUID, done: Callable[[Sequence[ArticleFile]], None]) -> Handle:
        """Tell the articles that one may be said to be a version of: the last used first."""

        def others() -> Sequence[ArticleFile]:
            found = self._store.articles()
            return [r for r in found if r.trashed_at is None and r.id != article_id]

        return self._runtime.run_io(others, done, lambda _: None)

    # Inside

    def _begin(
        self, move: Callable[[], tuple[Moved, ArticleFile]], done: Done, failed: Failed
    ) -> Handle:
        def moved(result: tuple[Moved, ArticleFile]) -> None:
            self._history.record(result[0])
            done(result[1])

        return self._runtime.run_io(move, moved, failed)

    def _again(self, take: _Take, give_back: _Take, done: Done, failed: Failed) -> Handle | None:
        step = take()
        if step is None:
            return None

        def refused(error: ReaderError) -> None:
            give_back()  # nothing has moved: the step can be tried again
            failed(error)

        return self._runtime.run_io(
            lambda: self._store.move_versions(step.source, step.versions, step.target),
            done,
            refused,
        )
