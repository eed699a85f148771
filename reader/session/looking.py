"""Looking for marks without holding up the window: cancelled as a whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from reader.model.errors import ReaderError
from reader.session.attaching import Attach, Attached
from reader.session.jobs import find_marks, run_here
from reader.session.runtime import Handle, Progress, Runtime

QUICK: Final = 250_000
"""Code points of all texts together up to which they are looked through before another process
could be asked; half a second at most."""


class Looking:
    """One search: the texts are read, then looked through here or by a worker."""

    def __init__(
        self,
        runtime: Runtime,
        found: Callable[[Attached], None],
        failed: Callable[[ReaderError], None],
        progress: Progress,
    ) -> None:
        self._runtime = runtime
        self._found = found
        self._failed = failed
        self._progress = progress
        self._cancelled = False
        self._step: Handle | None = None

    def begin(self, read: Callable[[], Attach]) -> Handle:
        """Look for what is asked, once it was read."""
        self._step = self._runtime.run_io(read, self._look, self._failed)
        return self

    def cancel(self) -> None:
        self._cancelled = True
        if self._step is not None:
            self._step.cancel()

    def _look(self, asked: Attach) -> None:
        if self._cancelled:
            return
        job = find_marks(asked)
        if asked.size <= QUICK:
            # Nobody is told how far it is from another thread, and nobody could read it.
            self._step = self._runtime.run_io(
                lambda: run_here(job, lambda *_: None), self._found, self._failed
            )
        else:
            self._step = self._runtime.run_job(job, self._found, self._failed, self._progress)
