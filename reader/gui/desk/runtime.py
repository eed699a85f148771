"""The window's runtime: jobs in other processes, disk work on one thread, timers by Qt.

All callbacks come on the thread of the window.
"""

from __future__ import annotations

import logging
import os
import queue
import threading
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from reader.gui.desk.worker_process import Ask, WorkerProcess, trimmed_environment, worker_command
from reader.model.base import Value
from reader.model.errors import ReaderError
from reader.session.errors import SessionError
from reader.session.jobs import Job
from reader.session.runtime import Handle, Progress

T = TypeVar("T")
R = TypeVar("R", bound=Value)

log = logging.getLogger(__name__)

SPARE_SECONDS = 20
"""How long a spare worker waits for a page: it holds the memory of two extractors."""

PAUSE_SECONDS = 1
"""After a page was read, before the next spare worker: its start takes half a second of a core,
and the page is still to be kept and shown."""


class QtRuntime(QObject):
    """The `Runtime` of the window. `close` it, or its thread and processes stay."""

    broke = Signal(object)
    """An exception that no code expected, from the background thread."""

    _finished = Signal()

    def __init__(
        self, command: Sequence[str] | None = None, *, spare_seconds: float = SPARE_SECONDS
    ) -> None:
        """Start the thread for disk work.

        Args:
            command: what starts a worker; None: this program itself.
            spare_seconds: how long a spare worker is kept.
        """
        super().__init__()
        self._command = tuple(command or worker_command())
        self._environment = trimmed_environment(os.environ)
        self._workers: list[WorkerProcess] = []
        self._spare: WorkerProcess | None = None
        self._closing = False
        self._retire = QTimer(self, singleShot=True, interval=round(spare_seconds * 1000))
        self._retire.timeout.connect(self._drop_spare)
        self._refill = QTimer(self, singleShot=True, interval=PAUSE_SECONDS * 1000)
        self._refill.timeout.connect(self.warm_up)
        self._disk = _DiskThread(self._finished.emit)
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    # Jobs

    def warm_up(self) -> None:
        """Have a worker ready: a page is likely to be opened soon."""
        if self._spare is None:
            self._spare = self._start_worker()
        self._retire.start()

    def run_job(
        self,
        job: Job[R],
        done: Callable[[R], None],
        failed: Callable[[ReaderError], None],
        progress: Progress,
    ) -> Handle:
        worker = self._spare or self._start_worker()
        self._spare = None
        worker.ask(Ask(job, done, failed, progress))
        return worker

    def _start_worker(self) -> WorkerProcess:
        worker = WorkerProcess(self._command, self._environment, self)
        self._workers.append(worker)
        worker.ended.connect(self._on_worker_ended)
        return worker

    def _on_worker_ended(self, worker: WorkerProcess) -> None:
        self._workers.remove(worker)
        if worker is self._spare:
            self._spare = None
        elif not self._closing:
            self._refill.start()
        worker.deleteLater()

    def _drop_spare(self) -> None:
        if self._spare is not None:
            self._spare.cancel()

    # Disk work

    def run_io(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[ReaderError], None],
    ) -> Handle:
        task = _Task(work, done, failed)
        self._disk.put(task)
        return task

    def drain(self) -> None:
        while self._disk.pending:
            self._finish(self._disk.wait())

    def _deliver(self) -> None:
        while task := self._disk.finished():
            self._finish(task)

    def _finish(self, task: _Task) -> None:
        if task.unexpected is not None:
            self.broke.emit(task.unexpected)
        task.tell()

    # Timers

    def call_later(self, seconds: float, call: Callable[[], None]) -> Handle:
        return _Later(seconds, call, self)

    # The end

    def close(self) -> None:
        """End every worker, the thread and the timers; disk work that waits is done before."""
        self._closing = True
        self._retire.stop()
        self._refill.stop()
        for later in self.findChildren(_Later):
            later.cancel()
        self.drain()
        self._disk.stop()
        for worker in tuple(self._workers):
            worker.stop()


class _Task:
    """A piece of disk work on its way to the thread and back."""

    def __init__(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[ReaderError], None],
    ) -> None:
        self._work = work
        self._done = done
        self._failed = failed
        self._cancelled = False
        self._result: Any = None
        self._error: ReaderError | None = None
        self.unexpected: Exception | None = None

    def cancel(self) -> None:
        self._cancelled = True

    def do(self) -> None:
        """On the background thread."""
        try:
            self._result = self._work()
        except ReaderError as error:
            self._error = error
        except Exception as error:  # noqa: BLE001 - carried to the window's thread and told there
            self.unexpected = error
            self._error = SessionError("unexpected_error", kind=type(error).__name__)

    def tell(self) -> None:
        """On the window's thread."""
        if self._cancelled:
            return
        if self._error is not None:
            self._failed(self._error)
        else:
            self._done(self._result)


class _DiskThread:
    """One thread that does tasks in their order. `pending` counts those not yet told."""

    def __init__(self, task_done: Callable[[], None]) -> None:
        self._todo: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        self._done: queue.SimpleQueue[_Task] = queue.SimpleQueue()
        self._task_done = task_done
        self.pending = 0
        self._thread = threading.Thread(target=self._run, name="disk", daemon=False)
        self._thread.start()

    def put(self, task: _Task) -> None:
        self.pending += 1
        self._todo.put(task)

    def wait(self) -> _Task:
        """The next finished task; blocks until there is one."""
        task = self._done.get()
        self.pending -= 1
        return task

    def finished(self) -> _Task | None:
        """The next finished task, or None where none is."""
        try:
            task = self._done.get_nowait()
        except queue.Empty:
            return None
        self.pending -= 1
        return task

    def stop(self) -> None:
        self._todo.put(None)
        self._thread.join()

    def _run(self) -> None:
        while task := self._todo.get():
            task.do()
            self._done.put(task)
            self._task_done()


class _Later(QTimer):
    """A call that waits."""

    def __init__(self, seconds: float, call: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent, singleShot=True, interval=round(seconds * 1000))
        self._call = call
        self.timeout.connect(self._on_time)
        self.start()

    def cancel(self) -> None:
        self.stop()
        self.deleteLater()

    def _on_time(self) -> None:
        self.deleteLater()
        self._call()
