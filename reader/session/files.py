"""Files of evidence on their way into the library and out of it, in the background."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from uuid import UUID

from reader.model.annotations import Evidence
from reader.model.errors import Message, ReaderError
from reader.session.errors import SessionError
from reader.session.runtime import Handle, Runtime
from reader.store import Store

Failed = Callable[[ReaderError], None]


class Copying:
    """A file that is being copied. After `cancel` nothing is told, and nothing is kept."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self.done = 0
        """Bytes; set by another thread."""
        self.size = _size(path)
        """Bytes of the whole, as far as is known."""
        self.handle: Handle | None = None
        self.is_over = False
        """Whether it has ended, well or not."""
        self._stopped = False

    @property
    def percent(self) -> int:
        return min(100, 100 * self.done // self.size) if self.size else 0

    def cancel(self) -> None:
        self._stopped = True
        if self.handle is not None:
            self.handle.cancel()

    def advance(self, done: int) -> None:
        """On the background thread."""
        if self._stopped:
            raise SessionError("evidence_stopped", name=self.name)
        self.done = done


class Files:
    """The files of evidence of one article. Isnad copies them and never opens one."""

    def __init__(self, store: Store, runtime: Runtime, article_id: UUID) -> None:
        self._store = store
        self._runtime = runtime
        self._article = article_id

    def take(
        self, path: Path, done: Callable[[Mapping[str, object]], None], failed: Failed
    ) -> Copying:
        """Copy a file into the library.

        Args:
            path: of any file of this computer.
            done: is given the fields of a piece of evidence that name the copy.
            failed: is given why not.
        """
        copying = Copying(path)

        def work() -> Mapping[str, object]:
            kept = self._store.keep_evidence(self._article, path, copying.advance)
            return {"file": kept.sha256, "file_name": kept.name, "file_size": kept.size}

        def ended(fields: Mapping[str, object]) -> None:
            copying.is_over = True
            done(fields)

        def broke(error: ReaderError) -> None:
            copying.is_over = True
            failed(error)

        copying.handle = self._runtime.run_io(work, ended, broke)
        return copying

    def give(
        self, evidence: Evidence, target: Path, done: Callable[[Message], None], failed: Failed
    ) -> Handle:
        """Save a copy of a file elsewhere, if it is still what was kept."""
        sha256, name = evidence.file or "", evidence.file_name

        def work() -> Message:
            self._store.give_evidence(self._article, sha256, name, target)
            return Message(code="told_evidence_saved", params={"path": str(target)})

        return self._runtime.run_io(work, done, failed)

    def look(
        self, evidence: Iterable[Evidence], done: Callable[[Mapping[str, str]], None]
    ) -> Handle:
        """Tell of these files, by SHA-256, the code of what is wrong; empty: nothing seen."""
        sizes = {e.file: e.file_size for e in evidence if e.file}

        def work() -> Mapping[str, str]:
            return {f: self._store.evidence_trouble(self._article, f, n) for f, n in sizes.items()}

        return self._runtime.run_io(work, done, lambda _: None)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
