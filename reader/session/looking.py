"""Looking into texts without holding up the window: cancelled as a whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Generic, Protocol, TypeVar

from reader.model.base import Value
from reader.model.errors import ReaderError
from reader.session.jobs import Job, run_here
from reader.session.runtime import Handle, Progress, Runtime

QUICK: Final = 250_000
"""Code points of all texts together up to which they are looked through before another process
could be asked; half a second at most."""


class Sized(Protocol):
    """What is asked, with the texts that it is asked of."""

    @property
    def size(self) -> int:
        """Code points of all texts."""
        ...


A = TypeVar("A", bound=Sized)
R = TypeVar("R", bound=Value)


class Looking(Generic[A, R]):
    """One look: the texts are read, then looked through here or by a worker.

    Args:
        runtime: runs both.
        job: what is to be done with what was read.
        found: is given what came of it.
        failed: is given what made it impossible.
        progress: is told the code of a step and the fraction done.
    """

    def __init__(
        self,
        runtime: Runtime,
        job: Callable[[A], Job[R]],
        found: Callable[[R], None],
        failed: Callable[[ReaderError], None],
        progress: Progress,
    ) -> None:
        self._runtime = runtime
        self._job = job
        self._found = found
        self._failed = failed
        self._progress = progress
        self.is_cancelled = False
        self._step: Handle | None = None

    def begin(self, read: Callable[[], A]) -> Handle:
        """Look for what is asked, once it was read."""
        self._step = self._runtime.run_io(read, self._look, self._failed)
        return self

    def cancel(self) -> None:
        self.is_cancelled = True
        if self._step is not None:
            self._step.cancel()

    def _look(self, asked: A) -> None:
        if self.is_cancelled:
            return
        job = self._job(asked)
        if asked.size <= QUICK:
            # Nobody is told how far it is from another thread, and nobody could read it.
            self._step = self._runtime.run_io(
                lambda: run_here(job, lambda *_: None), self._found, self._failed
            )
        else:
            self._step = self._runtime.run_job(job, self._found, self._failed, self._progress)
