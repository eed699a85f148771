"""Files that survive a crash, a full disk and a power cut; bytes only.

A save writes a temporary file in the same folder, brings it to the disk, reads it back, puts it
in the place of the old one in a single step, and brings the folder to the disk. At every moment
the name leads to either the old bytes or the new ones.
"""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from reader.store.errors import DamagedFileError, disk_errors

TEMPORARY = ".isnad-tmp"
"""How our temporary files end. Nobody else's are ever swept."""

_MOVE_TRIES = 5


def utc_now() -> datetime:
    return datetime.now(UTC)


def digest(data: bytes) -> str:
    """SHA-256, hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def read_bytes(path: Path, limit: int) -> bytes | None:
    """All bytes of a plain file; None where there is none.

    Raises:
        DamagedFileError: it is larger than `limit` bytes, or no plain file.
        DiskError: the system refuses.
    """
    with disk_errors(path):
        try:
            # A named pipe would keep an ordinary open() waiting for ever.
            descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | BINARY)
        except FileNotFoundError:
            return None
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise DamagedFileError(path, "not a plain file")
            data = file.read(limit + 1)
    if len(data) > limit:
        raise DamagedFileError(path, f"larger than {limit} bytes")
    return data


def replace_durably(path: Path, data: bytes, check: Callable[[bytes], object]) -> None:
    """Put `data` at `path`, whether or not a file is there; its folder must exist.

    Args:
        path: the file.
        data: its new bytes.
        check: is given the bytes as they came back from the disk; whatever it raises stops the
            save, and the old file stays.

    Raises:
        DiskError: nothing was replaced, or (if only the folder could not be brought to the
            disk) the new bytes are there without that promise.
    """
    temporary = temporary_name(path)
    with disk_errors(path):
        try:
            write_synced(temporary, data)
            check(temporary.read_bytes())
            move(temporary, path)
        except BaseException:
            with suppress(OSError):
                temporary.unlink()
            raise
        sync_folder(path.parent)


def temporary_name(path: Path) -> Path:
    """A new name beside `path`, hidden, by which `sweep` knows a leftover."""
    return path.with_name(f".{path.name}.{secrets.token_hex(4)}{TEMPORARY}")


def write_synced(path: Path, data: bytes) -> None:
    """Write a new file and bring it to the disk. Raises OSError."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY, 0o666)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(descriptor)


def move(source: Path, target: Path) -> None:
    """Rename a file or folder in one step. Raises OSError.

    On Windows a program that is just reading the target (a second window, a virus scanner)
    makes this fail for a moment.
    """
    for attempt in range(1, _MOVE_TRIES):
        try:
            source.replace(target)
        except PermissionError:
            time.sleep(0.02 * attempt)
        else:
            return
    source.replace(target)


def sync_folder(folder: Path) -> None:
    """Bring a folder's list of names to the disk, where the system offers it."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        # Some network file systems cannot; their rename is as durable as they make it.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(descriptor)


def walk(folder: Path) -> Iterator[os.DirEntry[str]]:
    """Every entry below `folder`, folders before what they hold; links are not followed.

    A folder that vanishes or cannot be read yields nothing.
    """
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        yield entry
        if entry.is_dir(follow_symlinks=False):
            yield from walk(Path(entry.path))


def look_of(path: Path) -> tuple[int, int, int] | None:
    """Inode, size and modification time, by which a file is known again; None: there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns


def is_temporary(name: str) -> bool:
    return name.startswith(".") and name.endswith(TEMPORARY)


BINARY = getattr(os, "O_BINARY", 0)
