"""Files that a person adds as evidence: copied in whole, named for their content, never opened.

A copy is written beside its place, brought to the disk and read back before it gets its name, so
that whatever names it may be saved afterwards. Nothing here looks into a file or runs one.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from reader.store.errors import EvidenceError, disk_errors
from reader.store.files import BINARY, move, sync_folder, temporary_name
from reader.store.paths import ArticlePaths

MAX_EVIDENCE: Final = 500_000_000
"""Bytes of a file: a recording of an hour fits."""
_PIECE: Final = 1 << 20
_LOOKED_INTO: Final = 20_000_000
"""Bytes up to which a file is read to see whether it is what was kept."""

Advance = Callable[[int], None]
"""Is told how many bytes are done; whatever it raises stops the copying."""


@dataclass(frozen=True)
class Kept:
    """A file that was copied in."""

    sha256: str
    size: int
    name: str


def keep(paths: ArticlePaths, source: Path, advance: Advance) -> Kept:
    """Copy a file into an article's folder; the same content again is not copied twice.

    Raises:
        EvidenceError: `evidence_unreadable`, `evidence_no_file`, `evidence_too_large`,
            `evidence_empty`.
        DiskError: it could not be written. Nothing appeared.
    """
    folder = paths.evidence_folder
    with _opened(source) as file, disk_errors(folder):
        folder.mkdir(exist_ok=True)
        temporary = temporary_name(folder / "incoming")
        try:
            sha256, copied = _copied(file, source, temporary, advance)
            if _digest(temporary) != sha256:
                raise EvidenceError("evidence_changed", name=source.name)
            if not copied:
                raise EvidenceError("evidence_empty", name=source.name)
            _put(temporary, paths.evidence(sha256), sha256)
        except BaseException:
            with suppress(OSError):
                temporary.unlink()
            raise
        sync_folder(folder)
        sync_folder(folder.parent)
    return Kept(sha256, copied, source.name)


def give(paths: ArticlePaths, sha256: str, name: str, target: Path, advance: Advance) -> None:
    """Copy a kept file out, if it is still what was kept.

    Raises:
        EvidenceError: `evidence_missing`, `evidence_altered`.
        DiskError: it could not be written. What was at `target` is as it was.
    """
    kept = paths.evidence(sha256)
    if not kept.is_file():
        raise EvidenceError("evidence_missing", name=name)
    with _opened(kept) as file, disk_errors(target):
        temporary = temporary_name(target)
        try:
            found, _ = _copied(file, kept, temporary, advance)
            if found != sha256:
                raise EvidenceError("evidence_altered", name=name)
            move(temporary, target)
        except BaseException:
            with suppress(OSError):
                temporary.unlink()
            raise


def trouble(paths: ArticlePaths, sha256: str, size: int) -> str:
    """The code of what is wrong with a kept file; empty: nothing that a quick look tells.

    Large files are known by their size alone: `give` and `verify` look into them.
    """
    path = paths.evidence(sha256)
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            return "evidence_gone"
        sized = size and found.st_size != size
        wrong = sized or (found.st_size <= _LOOKED_INTO and _digest(path) != sha256)
    except OSError:
        return "evidence_gone"
    return "evidence_other" if wrong else ""


def digest_of(path: Path) -> tuple[str, int]:
    """SHA-256 and size of a file of any length, in little memory. Raises OSError."""
    return _digest(path), path.stat().st_size


def _put(temporary: Path, target: Path, sha256: str) -> None:
    if target.is_file() and _digest(target) == sha256:
        temporary.unlink()
    else:
        move(temporary, target)


def _copied(file: BinaryIO, source: Path, target: Path, advance: Advance) -> tuple[str, int]:
    """Copy to a new file and bring it to the disk; SHA-256 and bytes of what was read."""
    sha256, done = hashlib.sha256(), 0
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY, 0o600)
    with os.fdopen(descriptor, "wb") as copy:
        for piece in _pieces(file, source):
            done += len(piece)
            if done > MAX_EVIDENCE:
                raise _too_large(source)
            sha256.update(piece)
            copy.write(piece)
            advance(done)
        copy.flush()
        os.fsync(descriptor)
    return sha256.hexdigest(), done


def _pieces(file: BinaryIO, source: Path) -> Iterator[bytes]:
    """What a file holds; that it cannot be read is no fault of the library's disk."""
    while True:
        try:
            piece = file.read(_PIECE)
        except OSError as error:
            raise EvidenceError.by(source, error) from error
        if not piece:
            return
        yield piece


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def _opened(source: Path) -> Iterator[BinaryIO]:
    """A plain file of a size that can be taken."""
    try:
        # A named pipe would keep an ordinary open() waiting for ever.
        descriptor = os.open(source, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | BINARY)
        status = os.fstat(descriptor)
    except OSError as error:
        raise EvidenceError.by(source, error) from error
    if not stat.S_ISREG(status.st_mode):
        os.close(descriptor)
        raise EvidenceError("evidence_no_file", name=source.name)
    with os.fdopen(descriptor, "rb") as file:
        if status.st_size > MAX_EVIDENCE:
            raise _too_large(source)
        yield file


def _too_large(source: Path) -> EvidenceError:
    limit = MAX_EVIDENCE // 1_000_000
    return EvidenceError("evidence_too_large", name=source.name, limit=limit)
