"""One worker: a subprocess of this program that answers one job under its limits.

The worker may be in the hands of a hostile page. Nothing that it writes is believed: its lines are
counted while they come in, its answer is validated, and its limits are kept from outside as well.
"""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

import reader
from reader.gui.desk.process_memory import resident
from reader.model.errors import ReaderError
from reader.session.errors import WorkerError
from reader.session.jobs import Job, read_error, read_progress, read_result
from reader.session.runtime import Progress

log = logging.getLogger(__name__)

WATCH_MILLISECONDS = 250
"""How often the memory of a worker is looked at."""

_LINE_LIMIT = 4096
"""Bytes of a line of progress, and of what a worker may write before it was asked."""

_MOST_STEPS = 1000
"""Lines of progress: an honest worker writes a few, and a flood would hold up the window."""

_KEPT = ("LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT", "WINDIR")
_STEP = re.compile(r"[a-z_]{1,40}")
_FRAME = re.compile(r'^ +File "[^"]*?([^"/\\]+)", (line \d+, in \S+)')
_ERROR = re.compile(r"^[A-Za-z_][\w.]*(?:Error|Exception|Warning|Exit|Interrupt)\b")


def worker_command() -> tuple[str, ...]:
    """The command that makes this program a worker."""
    if getattr(sys, "frozen", False):
        return (sys.executable, "worker")
    # -P: no module is taken from the folder that the program was started in.
    return (sys.executable, "-P", "-m", "reader", "worker")


def trimmed_environment(own: Mapping[str, str]) -> QProcessEnvironment:
    """What a worker is told of the environment: its language, its temporary folder, our code."""
    environment = QProcessEnvironment()
    for name in _KEPT:
        if name in own:
            environment.insert(name, own[name])
    environment.insert("PYTHONPATH", str(Path(reader.__file__).parents[1]))
    environment.insert("PYTHONUTF8", "1")
    return environment


@dataclass(frozen=True)
class Ask:
    """A job, and who is told how it went. Exactly one of `done` and `failed` is called."""

    job: Job[Any]
    done: Callable[[Any], None]
    failed: Callable[[ReaderError], None]
    progress: Progress


class WorkerProcess(QObject):
    """A worker from its start to its end. `ended` comes once, when the process is gone."""

    ended = Signal(QObject)

    def __init__(
        self, command: Sequence[str], environment: QProcessEnvironment, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._asked: Ask | None = None
        self._settled = False
        self._received = bytearray()
        self._searched = 0
        self._steps = 0
        self._clock = QTimer(self, singleShot=True)
        self._clock.timeout.connect(self._on_time_over)
        self._watch = QTimer(self, interval=WATCH_MILLISECONDS)
        self._watch.timeout.connect(self._on_watch)
        self._process = QProcess(self)
        self._process.setProcessEnvironment(environment)
        self._process.readyReadStandardOutput.connect(self._on_output)
        self._process.readyReadStandardError.connect(self._on_complaint)
        self._process.errorOccurred.connect(self._on_error)
        self._process.finished.connect(self._on_finished)
        self._process.start(command[0], list(command[1:]))

    @property
    def pid(self) -> int:
        """0 when the process is not running."""
        return int(self._process.processId())

    def ask(self, asked: Ask) -> None:
        """Give the worker its one job."""
        limits = asked.job.limits
        self._asked = asked
        self._clock.start(round(limits.seconds * 1000))
        self._watch.start()
        self._process.write(asked.job.request())
        self._process.closeWriteChannel()

    def cancel(self) -> None:
        """End the process. Nobody is told anything any more."""
        self._settle(lambda _: None)

    def stop(self) -> None:
        """End the process and wait until it is gone: for the end of the program."""
        self.cancel()
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self._process.waitForFinished(2000)

    def _settle(self, tell: Callable[[Ask], None]) -> None:
        if self._settled:
            return
        self._settled = True
        self._clock.stop()
        self._watch.stop()
        self._received.clear()
        self._process.kill()
        if self._asked is not None:
            tell(self._asked)

    def _fail(self, code: str, **params: str | int) -> None:
        self._settle(lambda asked: asked.failed(WorkerError(code, **params)))

    # What the worker says

    def _on_output(self) -> None:
        self._received += self._process.readAllStandardOutput().data()
        while not self._settled:
            end = self._received.find(b"\n", self._searched)
            if end < 0:
                self._searched = len(self._received)
                self._check_size()
                return
            line = bytes(self._received[:end])
            del self._received[: end + 1]
            self._searched = 0
            self._on_line(line)

    def _check_size(self) -> None:
        limit = _LINE_LIMIT
        if self._asked is not None and self._received[:2] != b"P ":
            limit += self._asked.job.limits.result
        if len(self._received) > limit:
            self._fail("worker_answer")

    def _on_line(self, line: bytes) -> None:
        try:
            tell = self._understood(line)
        except ReaderError as error:
            self._fail(error.message.code)
            return
        if line.startswith(b"P "):
            tell(self._asked)
        else:
            self._settle(tell)

    def _understood(self, line: bytes) -> Callable[[Any], None]:
        """What is to be told about a line.

        Raises:
            ReaderError: `worker_answer`, it is none that a worker of ours writes.
        """
        letter, payload = line[:2], line[2:]
        if self._asked is not None and letter == b"P ":
            step, fraction = self._read_progress(payload)
            return lambda asked: asked.progress(step, fraction)
        if self._asked is not None and letter == b"R ":
            result = read_result(self._asked.job, payload)
            return lambda asked: asked.done(result)
        if self._asked is not None and letter == b"E ":
            error = read_error(payload)
            return lambda asked: asked.failed(error)
        raise WorkerError("worker_answer")

    def _read_progress(self, payload: bytes) -> tuple[str, float]:
        self._steps += 1
        try:
            step, fraction = read_progress(payload)
        except (ValueError, TypeError, RecursionError) as error:
            raise WorkerError("worker_answer") from error
        if self._steps > _MOST_STEPS or not (_STEP.fullmatch(step) and 0 <= fraction <= 1):
            raise WorkerError("worker_answer")
        return step, fraction

    def _on_complaint(self) -> None:
        said = bytes(self._process.readAllStandardError().data())[: 16 * _LINE_LIMIT]
        for line in said.decode("utf-8", "replace").splitlines():
            if told := _tellable(line):
                log.warning("worker: %s", told)

    # What becomes of the process

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            log.error("worker: could not be started")
            self._fail("worker_start")
            self.ended.emit(self)

    def _on_finished(self) -> None:
        self._on_output()
        self._fail("worker_died")
        self.ended.emit(self)

    def _on_time_over(self) -> None:
        if self._asked is not None:
            self._fail("worker_timeout", seconds=round(self._asked.job.limits.seconds))

    def _on_watch(self) -> None:
        if self._asked is not None and resident(self.pid) > self._asked.job.limits.memory:
            self._fail("worker_memory")


def _tellable(line: str) -> str:
    """What of a line may stand in a log: where it broke and in which way, never what was read."""
    if frame := _FRAME.match(line):
        return f"{frame[1]}, {frame[2]}"
    error = _ERROR.match(line)
    return error[0] if error else ""
