"""Work on hostile input, described so that another process can do it.

A worker reads one request from its standard input and answers in lines on its standard output:
`P` progress, then one of `R` a result or `E` an error, each followed by JSON. The result is read
by pydantic under a size limit and never unpickled: a page that takes the worker over must not
reach the window.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Generic, TypeVar

from pydantic import ValidationError

from reader import ingest
from reader.model.article import Article
from reader.model.base import Value
from reader.model.errors import Message, ReaderError
from reader.session.attaching import Attach, Attached, attach

if TYPE_CHECKING:
    from reader.model.comparison import Comparison
    from reader.session.comparing import Compare

R = TypeVar("R", bound=Value)

MIB = 1024 * 1024
REQUEST_LIMIT = 128 * MIB
"""Of a request: pasted bytes travel in it, in Base64."""


@dataclass(frozen=True)
class Limits:
    """What a job may use before it is stopped."""

    seconds: float = 60
    memory: int = 2048 * MIB
    """Bytes of address space (on Linux) or of resident memory."""
    result: int = 256 * MIB
    """Bytes of the answer."""


class LoadPage(Value):
    """Read a saved page from the disk, or from bytes that were pasted."""

    path: bytes | None = None
    """As the file system writes it: a name need not be text."""
    data: bytes | None = None
    name: str = ""
    encoding: str | None = None


@dataclass(frozen=True)
class Job(Generic[R]):
    """A pure function by name, its frozen arguments, and what it gives."""

    name: str
    arguments: Value
    result: type[R]
    limits: Limits = Limits()

    def request(self) -> bytes:
        """The line that a worker reads."""
        request = Request(
            job=self.name, memory=self.limits.memory, arguments=self.arguments.model_dump_json()
        )
        return request.model_dump_json().encode() + b"\n"


class Request(Value):
    """What a worker is asked."""

    job: str
    memory: int
    arguments: str


def load_page(
    path: Path | None = None,
    *,
    data: bytes | None = None,
    name: str = "",
    encoding: str | None = None,
) -> Job[Article]:
    """The job that reads a page: from a path or, where there is none, from bytes."""
    arguments = LoadPage(path=path and os.fsencode(path), data=data, name=name, encoding=encoding)
    return Job("load_page", arguments, Article)


def _load_page(arguments: LoadPage, progress: Callable[[str, float], None]) -> Article:
    if arguments.path is not None:
        path = Path(os.fsdecode(arguments.path))
        return ingest.load(path, encoding=arguments.encoding, progress=progress)
    return ingest.load_bytes(
        arguments.data or b"",
        name=arguments.name,
        encoding=arguments.encoding,
        progress=progress,
    )


def find_marks(asked: Attach) -> Job[Attached]:
    """The job that looks for marks in another version of their text."""
    return Job("find_marks", asked, Attached)


def compare_versions(asked: Compare) -> Job[Comparison]:
    """The job that compares two versions of an article."""
    from reader.model.comparison import Comparison  # not at the start of the window

    return Job("find_differences", asked, Comparison)


def _comparing() -> tuple[type[Value], Callable[..., Value]]:
    from reader.session.comparing import Compare, carry_out  # likewise

    return Compare, carry_out


_JOBS: dict[str, Callable[[], tuple[type[Value], Callable[..., Value]]]] = {
    "load_page": lambda: (LoadPage, _load_page),
    "find_marks": lambda: (Attach, attach),
    "find_differences": _comparing,
}
"""Name -> what gives the kind of its arguments, and the function."""


def run_here(job: Job[R], progress: Callable[[str, float], None]) -> R:
    """Do a job in this process.

    Raises:
        ReaderError: the job's own.
    """
    _, function = _JOBS[job.name]()
    result = function(job.arguments, progress)
    if not isinstance(result, job.result):
        raise TypeError(job.name)
    return result


def serve(stdin: IO[bytes], stdout: IO[bytes]) -> int:
    """Be a worker: one request, one answer. Returns the exit code."""
    ingest.warm_up()
    gc.freeze()  # nothing of it is ever garbage: a page is read without looking it through
    line = stdin.readline(REQUEST_LIMIT)
    if not line:
        return 0  # the window was closed before it needed this worker
    request = Request.model_validate_json(line)
    _limit_memory(request.memory)
    kind, function = _JOBS[request.job]()

    def progress(step: str, fraction: float) -> None:
        _answer(stdout, b"P", json.dumps([step, fraction]).encode())

    try:
        result = function(kind.model_validate_json(request.arguments), progress)
        answer = b"R", result.model_dump_json().encode()
    except ReaderError as error:
        answer = b"E", error.message.model_dump_json().encode()
    except MemoryError:
        answer = b"E", Message(code="worker_memory").model_dump_json().encode()
    _answer(stdout, *answer)
    return 0


def _answer(stdout: IO[bytes], letter: bytes, payload: bytes) -> None:
    stdout.write(letter + b" " + payload + b"\n")
    stdout.flush()


def _limit_memory(limit: int) -> None:
    if sys.platform == "linux":
        import resource  # only there on POSIX

        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def read_progress(line: bytes) -> tuple[str, float]:
    """The step and fraction of a `P` line's JSON.

    Raises:
        ValueError: the line is not one.
    """
    step, fraction = json.loads(line)
    return str(step), float(fraction)


def read_result(job: Job[R], payload: bytes) -> R:
    """The value of an `R` line's JSON.

    Raises:
        ReaderError: `worker_answer`, the answer is too large or not what the job gives.
    """
    if len(payload) > job.limits.result:
        raise ReaderError("worker_answer")
    try:
        return job.result.model_validate_json(payload)
    except ValidationError as error:
        raise ReaderError("worker_answer") from error


def read_error(payload: bytes) -> ReaderError:
    """The error of an `E` line's JSON."""
    try:
        message = Message.model_validate_json(payload)
    except ValidationError:
        return ReaderError("worker_answer")
    return ReaderError(message.code, **message.params)
