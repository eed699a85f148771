"""Opening pages and articles one after another, with progress and a way to end it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from reader.model.errors import Message, ReaderError
from reader.session.article import ArticleSession
from reader.session.library import Failed, LibrarySession, Opened, Shelf
from reader.session.runtime import Handle, Progress, Runtime

_Begin = Callable[[Opened, Failed, Progress], Handle]


class Opener(QObject):
    """Opens one thing at a time; beginning another ends the one under way."""

    began = Signal()
    progressed = Signal(str, float)
    """The code of a step and the fraction done."""
    opened = Signal(object)
    """The `ArticleSession`."""
    failed = Signal(object)
    """A `Message`."""
    ended = Signal()
    """After `opened`, `failed` or `cancel`."""

    def __init__(self, library: LibrarySession, runtime: Runtime, parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self._runtime = runtime
        self._handle: Handle | None = None
        self._waiting: list[Path] = []
        self._failures: list[Message] | None = None
        """Of several pages that are opened together: told at the end, when none can hide them."""
        self.is_busy = False

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open saved pages, each kept in the library; the last one stays on the desk."""
        self.cancel()
        self._waiting = list(paths)
        self._failures = [] if len(paths) > 1 else None
        self._next()

    def open_bytes(self, data: bytes, name: str) -> None:
        """Open what was pasted."""
        self._begin(
            lambda done, failed, step: self._library.open_bytes(data, name, done, failed, step)
        )

    def open_article(self, article_id: UUID, version: str | None = None) -> None:
        """Open an article of the library."""
        self._begin(
            lambda done, failed, _: self._runtime.run_io(
                lambda: self._library.open_article(article_id, version), done, failed
            )
        )

    def read_again(self, session: ArticleSession, encoding: str) -> None:
        """Read an article's page in another encoding."""
        self._begin(
            lambda done, failed, step: self._library.read_again(
                session, encoding, done, failed, step
            )
        )

    def list_articles(self, done: Callable[[Shelf], None], since: datetime | None = None) -> None:
        """Tell the articles of the library, those opened after a time apart."""
        self._runtime.run_io(
            lambda: self._library.shelf(since), done, lambda error: self.failed.emit(error.message)
        )

    def cancel(self) -> None:
        """End what is under way, and open nothing that waits."""
        self._waiting.clear()
        self._failures = None
        if self.is_busy and self._handle is not None:
            self._handle.cancel()
            self._end()

    def _next(self) -> None:
        if self._waiting:
            path = self._waiting.pop(0)
            self._begin(
                lambda done, failed, step: self._library.open_page(path, done, failed, step),
                keep_waiting=True,
            )
        elif failures := self._failures:
            self._failures = None
            self.failed.emit(failures[0] if len(failures) == 1 else _several(failures))

    def _begin(self, begin: _Begin, *, keep_waiting: bool = False) -> None:
        if not keep_waiting:
            self.cancel()
        self.is_busy = True
        self.began.emit()
        self._handle = begin(self._on_opened, self._on_failed, self.progressed.emit)

    def _end(self) -> None:
        self.is_busy = False
        self.ended.emit()
        self._next()

    def _on_opened(self, session: ArticleSession) -> None:
        self.opened.emit(session)
        self._end()

    def _on_failed(self, error: ReaderError) -> None:
        if self._failures is None:
            self.failed.emit(error.message)
        else:
            self._failures.append(error.message)
        self._end()


def _several(failures: Sequence[Message]) -> Message:
    """That several pages could not be opened, and which."""
    names = " · ".join(str(m.params["name"]) for m in failures if "name" in m.params)
    return Message(code="pages_not_opened", params={"count": len(failures), "names": names})
