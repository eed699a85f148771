"""Keeping an open article on disk: soon after each change, newest wins, failures shown.

Order of writing: cards of sources before the marks that name them, and taken away after.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

from reader.model.annotations import Mark, Relation
from reader.model.errors import ReaderError
from reader.model.library import ArticleFile, Entity, SaveState, StateFile
from reader.session.edits import Change, Desk, Remarks
from reader.session.runtime import Handle, Runtime
from reader.store import Basis, Store

DELAY = 0.6
"""Seconds between a change and its saving: long enough to gather a burst of keys."""


@dataclass(frozen=True)
class _Dirty:
    """What has changed since the last good save."""

    annotations: bool = False
    record: bool = False
    entities: frozenset[UUID] = field(default_factory=frozenset)

    def __bool__(self) -> bool:
        return self.annotations or self.record or bool(self.entities)

    def __or__(self, other: _Dirty) -> _Dirty:
        return _Dirty(
            self.annotations or other.annotations,
            self.record or other.record,
            self.entities | other.entities,
        )

    @classmethod
    def by(cls, change: Change) -> _Dirty:
        things = [e.thing for e in change.edits]
        return cls(
            any(isinstance(t, Mark | Relation | Remarks) for t in things),
            any(isinstance(t, ArticleFile) for t in things),
            frozenset(t.id for t in things if isinstance(t, Entity)),
        )


class Saver:
    """Saves the desk that `current` gives, over the files that it was opened from (`basis`).

    `state` is what may be shown; `error` says why not.
    """

    def __init__(
        self,
        store: Store,
        runtime: Runtime,
        current: Callable[[], Desk],
        state_changed: Callable[[], None],
        *,
        basis: Basis,
        read_only: bool,
    ) -> None:
        self._store = store
        self._runtime = runtime
        self._current = current
        self._basis = basis
        self._state_changed = state_changed
        self._dirty = _Dirty()
        self._writing = _Dirty()
        self._timer: Handle | None = None
        self.state = SaveState.READ_ONLY if read_only else SaveState.SAVED
        self.error: ReaderError | None = None

    def changed(self, change: Change) -> None:
        """Take note of a change and save it soon."""
        self._dirty |= _Dirty.by(change)
        if self._timer is None and not self._writing:
            self._timer = self._runtime.call_later(DELAY, self._begin)
        self._set(SaveState.PENDING)

    def flush(self) -> None:
        """Save at once whatever is not saved, and wait for it. `state` tells how it ended."""
        self._runtime.drain()
        if self._dirty:
            self._begin()
            self._runtime.drain()

    def keep(self, state: StateFile) -> None:
        """Keep where the reader was. Said to nobody: a lost scroll position is no loss."""
        article = self._current().record.id
        self._runtime.run_io(
            lambda: self._store.save_state(article, state), lambda _: None, lambda _: None
        )

    def _begin(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if not self._dirty or self._writing:
            return
        desk, dirty = self._current(), self._dirty
        self._dirty, self._writing = _Dirty(), dirty
        self._set(SaveState.SAVING)
        self._runtime.run_io(lambda: self._write(desk, dirty), self._done, self._failed)

    def _write(self, desk: Desk, dirty: _Dirty) -> None:
        """On the background thread: touches nothing but the store and frozen values."""
        self._store.recall(self._basis)
        try:
            self._save(desk, dirty)
        finally:
            self._basis = self._store.basis()

    def _save(self, desk: Desk, dirty: _Dirty) -> None:
        gone = [i for i in dirty.entities if i not in desk.entities]
        for entity_id in dirty.entities.difference(gone):
            self._store.save_entity(desk.entities[entity_id])
        if dirty.annotations:
            self._store.save_annotations(desk.record.id, desk.annotations())
        for entity_id in gone:
            self._store.delete_entity(entity_id)
        if dirty.record:
            self._store.save_article(desk.record)

    def _done(self, _result: None) -> None:
        self._writing, self.error = _Dirty(), None
        if self._dirty:
            self._begin()
        else:
            self._set(SaveState.SAVED)

    def _failed(self, error: ReaderError) -> None:
        self._dirty |= self._writing
        self._writing, self.error = _Dirty(), error
        self._set(SaveState.FAILED)

    def _set(self, state: SaveState) -> None:
        if self.state is not state and self.state is not SaveState.READ_ONLY:
            self.state = state
            self._state_changed()
