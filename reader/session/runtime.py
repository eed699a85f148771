"""How slow work is run: handed in, so that the use cases know neither threads nor processes.

Every callback comes back on the thread that called.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from reader.model.base import Value
from reader.model.errors import ReaderError
from reader.session.jobs import Job, run_here

T = TypeVar("T")
R = TypeVar("R", bound=Value)

Progress = Callable[[str, float], None]
"""Called with the code of a step and the fraction done."""


class Handle(Protocol):
    """Work under way. After `cancel` none of its callbacks is called."""

    def cancel(self) -> None: ...


class Runtime(Protocol):
    """Runs what must not block: hostile input in another process, writes in the background."""

    def run_job(
        self,
        job: Job[R],
        done: Callable[[R], None],
        failed: Callable[[ReaderError], None],
        progress: Progress,
    ) -> Handle:
        """Run a job under its limits, away from this process."""
        ...

    def run_io(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[ReaderError], None],
    ) -> Handle:
        """Run disk work in the background: in the order of the calls, one at a time.

        A cancelled work that has begun still ends; only its callbacks stay away.
        """
        ...

    def call_later(self, seconds: float, call: Callable[[], None]) -> Handle:
        """Call once, after a while."""
        ...

    def drain(self) -> None:
        """Wait until all disk work has ended, its callbacks included."""
        ...


class InlineRuntime:
    """Does everything at once, on the spot: for the command line and for tests.

    What is to be called later waits for `tick`.
    """

    def __init__(self) -> None:
        self._later: list[_Call] = []

    def run_job(
        self,
        job: Job[R],
        done: Callable[[R], None],
        failed: Callable[[ReaderError], None],
        progress: Progress,
    ) -> Handle:
        return self.run_io(lambda: run_here(job, progress), done, failed)

    def run_io(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[ReaderError], None],
    ) -> Handle:
        try:
            result = work()
        except ReaderError as error:
            failed(error)
        else:
            done(result)
        return _Call(lambda: None)

    def call_later(self, seconds: float, call: Callable[[], None]) -> Handle:  # noqa: ARG002
        handle = _Call(call)
        self._later.append(handle)
        return handle

    def tick(self) -> None:
        """Call all that waits to be called later."""
        waiting, self._later = self._later, []
        for handle in waiting:
            handle.call()

    def drain(self) -> None:
        """Nothing is ever under way here."""


class _Call:
    def __init__(self, call: Callable[[], None]) -> None:
        self.call = call

    def cancel(self) -> None:
        self.call = lambda: None
