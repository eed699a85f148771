"""One writer at a time, and who it is.

The system's own file lock decides: it ends with its process, however that ends. The holder
record beside it tells people who writes; by itself it keeps out only machines whose locks
cannot be seen from here.
"""

from __future__ import annotations

import os
import platform
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import Literal

from filelock import FileLock, Timeout
from pydantic import Field, ValidationError

from reader.model.base import UtcTime, Value
from reader.store.errors import DiskError, LibraryLockedError, LockUnprovenError
from reader.store.files import read_bytes, replace_durably
from reader.store.paths import LibraryPaths

PROGRAM = "isnad"


class Holder(Value):
    """The file `holder.json`: who writes in the library now. Removed when that ends."""

    schema_: Literal[1] = Field(default=1, alias="schema")
    process: int = Field(ge=1)
    """The process id on its machine."""
    host: str
    """The machine's name on its network."""
    since: UtcTime
    program: str


class Lock:
    """The right to write in a library, from `acquire` to `release`."""

    def __init__(self, paths: LibraryPaths, lock: FileLock, holder: Holder) -> None:
        self._paths = paths
        self._lock = lock
        self._holder = holder

    @classmethod
    def acquire(
        cls, paths: LibraryPaths, clock: Callable[[], datetime], *, take_over: bool = False
    ) -> Lock:
        """Take the lock of a library whose folder exists.

        Args:
            paths: the library.
            clock: gives the time that the record states.
            take_over: a person has decided that the machine in the record is gone.

        Raises:
            LibraryLockedError: another program writes, or may write.
            LockUnprovenError: locks do not work on this disk.
            DiskError: the disk is full, or refuses.
        """
        lock = _file_lock(paths)
        _take(paths, lock)
        try:
            _prove(paths)
            found = _read(paths)
            # On this machine the record of a crash is stale, since its lock was free.
            if found and found.host != platform.node() and not take_over:
                raise _locked(found, can_take_over=True)
            holder = Holder(
                process=os.getpid(), host=platform.node(), since=clock(), program=PROGRAM
            )
            record = holder.model_dump_json(indent=2).encode()
            replace_durably(paths.holder, record, Holder.model_validate_json)
        except BaseException:
            lock.release()
            raise
        return cls(paths, lock, holder)

    def check(self) -> None:
        """Make sure before a save that nobody has taken over meanwhile.

        Raises:
            LibraryLockedError: somebody has; this program must not write any more.
        """
        found = _read(self._paths)
        if found is not None and found != self._holder:
            raise _locked(found)

    def release(self) -> None:
        """Give the lock back; the record goes if it is still ours."""
        with suppress(OSError, DiskError):
            if _read(self._paths) == self._holder:
                self._paths.holder.unlink()
        self._lock.release()


def _file_lock(paths: LibraryPaths) -> FileLock:
    # Without fallback_to_soft a disk that cannot lock says so, instead of half locking.
    return FileLock(paths.lock, timeout=0, thread_local=False, fallback_to_soft=False)


def _take(paths: LibraryPaths, lock: FileLock) -> None:
    try:
        lock.acquire()
    except Timeout:
        raise _locked(_read(paths)) from None
    except NotImplementedError as error:
        raise LockUnprovenError(paths.home) from error
    except OSError as error:
        failed = DiskError.by(paths.lock, error)
        if failed.is_known:
            raise failed from error
        raise LockUnprovenError(paths.home, error.strerror or "") from error


def _prove(paths: LibraryPaths) -> None:
    """See that a lock keeps a second one out: some shares grant every lock that is asked for."""
    second = _file_lock(paths)
    try:
        second.acquire()
    except Timeout:
        return
    second.release()
    raise LockUnprovenError(paths.home)


def _read(paths: LibraryPaths) -> Holder | None:
    data = read_bytes(paths.holder, 10_000)
    try:
        return None if data is None else Holder.model_validate_json(data)
    except ValidationError:
        # It tells people who writes; the lock itself is what counts.
        return None


def _locked(holder: Holder | None, *, can_take_over: bool = False) -> LibraryLockedError:
    if holder is None:
        return LibraryLockedError()
    since = f"{holder.since.astimezone():%Y-%m-%d %H:%M}"
    return LibraryLockedError(holder.host, holder.process, since, can_take_over=can_take_over)
