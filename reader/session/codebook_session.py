"""The library's codebook while it is used: its history, its saving, and who is told of changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from uuid import UUID

from reader.model.annotations import Annotations
from reader.model.errors import Message, ReaderError
from reader.model.library import Codebook, SaveState
from reader.session.edits import Change
from reader.session.errors import ReadOnlyError
from reader.session.history import History
from reader.session.runtime import Handle, Runtime
from reader.session.usage import Usage, library_usage
from reader.store import ChangedOnDiskError, DamagedFileError, Store, StoreError
from reader.store.reading import preset_codebook

UseCase = Callable[[Codebook], Change]


class CodebookSession:
    """One for a library. Every change is saved at once, in the background; the newest wins."""

    def __init__(self, store: Store, runtime: Runtime) -> None:
        self._store = store
        self._runtime = runtime
        self._history = History[Change]()
        self._listeners: list[Callable[[], None]] = []
        self._book: Codebook | None = None
        self._trouble: Message | None = None
        self._is_dirty = self._is_writing = False
        self.error: ReaderError | None = None
        """Why the last save failed, until one succeeds."""

    @property
    def book(self) -> Codebook:
        """The codebook as it is now; that of the program where the library's cannot be read."""
        if self._book is None:
            self._book = self._load()
        return self._book

    @property
    def why_read_only(self) -> Message | None:
        """Why nothing can be changed; None where it can."""
        if self._store.read_only:
            return self._store.read_only_reason or Message(code="codebook_read_only")
        if self._book is None:
            self._book = self._load()
        return self._trouble

    @property
    def save_state(self) -> SaveState:
        if self.why_read_only is not None:
            return SaveState.READ_ONLY
        if self.error is not None:
            return SaveState.FAILED
        return SaveState.SAVING if self._is_dirty or self._is_writing else SaveState.SAVED

    @property
    def can_read_again(self) -> bool:
        """Whether another program changed the file, so that it is either its codebook or ours."""
        return isinstance(self.error, ChangedOnDiskError)

    # Changing

    def do(self, use_case: UseCase) -> Change:
        """Carry out a use case on the codebook.

        Raises:
            ReadOnlyError: nothing can be changed.
            SessionError: as the use case says.
        """
        self._ensure_writable()
        change = use_case(self.book)
        if change.edits:
            self._history.record(change)
            self._apply(change)
        return change

    @property
    def undoable(self) -> Message | None:
        return self._history.undoable

    @property
    def redoable(self) -> Message | None:
        return self._history.redoable

    def undo(self) -> None:
        """Take the last change back, if there is one. Raises ReadOnlyError."""
        self._again(self._history.undo)

    def redo(self) -> None:
        """Do the last undone change again, if there is one. Raises ReadOnlyError."""
        self._again(self._history.redo)

    def refresh(self) -> None:
        """Take over what another program has changed, unless something waits to be saved."""
        if self._book is not None and not (self._is_dirty or self._is_writing):
            found = self._load()
            if found != self._book:
                self._take(found)

    def read_again(self) -> None:
        """Take the codebook as it is on the disk, and forget what was done here."""
        self._is_dirty, self.error = False, None
        self._take(self._load())

    def _take(self, book: Codebook) -> None:
        self._book, self._history = book, History[Change]()
        self._tell()

    def save(self) -> None:
        """Save what is not saved yet: again after a failure, say."""
        if self._is_dirty and not self._is_writing:
            book = self.book
            self._is_dirty, self._is_writing = False, True
            self._runtime.run_io(lambda: self._store.save_codebook(book), self._saved, self._failed)

    def flush(self) -> None:
        """Save what is not saved and wait for it. `save_state` tells how it ended."""
        self._runtime.drain()
        if self._is_dirty:
            self.save()
            self._runtime.drain()

    def on_change(self, listener: Callable[[], None]) -> None:
        """Call whenever the codebook, or the state of its saving, is another."""
        self._listeners.append(listener)

    def count_usage(
        self,
        opened: Mapping[UUID, Annotations],
        done: Callable[[Usage], None],
        failed: Callable[[ReaderError], None],
    ) -> Handle:
        """Count in the background what the library's articles use of codes and scales."""
        home: Path = self._store.home
        return self._runtime.run_io(lambda: library_usage(home, opened), done, failed)

    def _load(self) -> Codebook:
        try:
            book = self._store.codebook()
        except StoreError as error:
            # Shown with the program's own codes; the file stays as it is until it is mended.
            is_damaged = isinstance(error, DamagedFileError)
            self._trouble = Message(code="codebook_damaged") if is_damaged else error.message
            return preset_codebook()
        self._trouble = self._store.why_codebook_read_only()
        return book

    def _ensure_writable(self) -> None:
        why = self.why_read_only
        if why is not None:
            raise ReadOnlyError(why.code, **why.params)

    def _again(self, step: Callable[[], Change | None]) -> None:
        self._ensure_writable()
        change = step()
        if change is not None:
            self._apply(change)

    def _apply(self, change: Change) -> None:
        for edit in change.edits:
            if isinstance(edit.after, Codebook):
                self._book = edit.after
        self._is_dirty = True
        self.save()
        self._tell()

    def _saved(self, _result: None) -> None:
        self._is_writing, self.error = False, None
        self.save()
        self._tell()

    def _failed(self, error: ReaderError) -> None:
        self._is_dirty, self._is_writing, self.error = True, False, error
        self._tell()

    def _tell(self) -> None:
        for listener in self._listeners:
            listener()
