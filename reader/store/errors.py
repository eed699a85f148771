"""What can go wrong with a library on disk.

StoreError
├── LibraryLockedError      another program holds the library
├── LockUnprovenError       this disk cannot tell two writers apart
├── LibraryReadOnlyError    a save into a library that is open for reading
├── ChangedOnDiskError      another program changed the file since it was read
├── NewerSchemaError        the file was written by a newer version
├── DamagedFileError        the file is there and cannot be read
├── UnwritableError         a value that would not come back as it is
├── WrongPageError          the bytes are not those that the article was read from
├── NotInLibraryError       no such article, text version or page
├── EvidenceError           a file of evidence that cannot be taken in, or given out
└── DiskError               the disk is full, or refuses
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pydantic import ValidationError

from reader.model.errors import ReaderError

_CODES = {
    errno.ENOSPC: "store_disk_full",
    errno.EDQUOT: "store_disk_full",
    errno.EACCES: "store_permission_denied",
    errno.EPERM: "store_permission_denied",
    errno.EROFS: "store_permission_denied",
}


class StoreError(ReaderError):
    """Something that a library on disk cannot do."""


class LibraryLockedError(StoreError):
    """Another program holds the library. What is known of it is in the attributes.

    `since` is in the time of this machine, ready to be shown.

    `can_take_over`: it ran on another machine and no lock of it can be seen, so that it may be
    gone; a person has to decide.
    """

    def __init__(
        self, host: str = "", process: int = 0, since: str = "", *, can_take_over: bool = False
    ) -> None:
        self.host, self.process, self.since = host, process, since
        self.can_take_over = can_take_over
        if not process:
            super().__init__("store_locked_by_unknown")
        else:
            code = "store_locked_elsewhere" if can_take_over else "store_locked"
            super().__init__(code, host=host, process=process, since=since)


class LockUnprovenError(StoreError):
    """Nothing on this disk keeps a second writer out, as on some shares."""

    def __init__(self, path: Path, reason: str = "") -> None:
        super().__init__("store_lock_unproven", path=str(path), reason=reason)


class LibraryReadOnlyError(StoreError):
    """A save into a library that is open for reading."""

    def __init__(self, path: Path) -> None:
        super().__init__("store_read_only", path=str(path))


class _FileError(StoreError):
    """An error that is about one file."""

    def __init__(self, code: str, path: Path, **params: str | int) -> None:
        self.path = path
        super().__init__(code, path=str(path), **params)


class ChangedOnDiskError(_FileError):
    """The file is not what this store last read or wrote. Nothing was written."""

    def __init__(self, path: Path) -> None:
        super().__init__("store_changed_on_disk", path)


class NewerSchemaError(_FileError):
    """The file was written by a newer version and is never rewritten by this one."""

    def __init__(self, path: Path, schema: int) -> None:
        self.schema = schema
        super().__init__("store_newer_schema", path, schema=schema)


class DamagedFileError(_FileError):
    """The file is there and cannot be read; `why` is technical and in English."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__("store_damaged", path, why=why)

    @classmethod
    def by(cls, path: Path, error: ValidationError) -> DamagedFileError:
        """The first thing that a schema finds wrong, without what the file holds there."""
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        return cls(path, f"{where}: {first['msg']}"[:200] if where else first["msg"][:200])


class UnwritableError(_FileError):
    """The value could not be written so that it comes back as it is. Nothing was written."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__("store_unwritable", path, why=why[:200])


class WrongPageError(StoreError):
    """The bytes are not those that the article was read from: the page changed meanwhile."""

    def __init__(self, name: str) -> None:
        super().__init__("store_wrong_page", name=name)


class NotInLibraryError(StoreError):
    """The library holds no such article, text version or page."""

    def __init__(self, what: object) -> None:
        super().__init__("store_not_found", what=str(what))


class EvidenceError(StoreError):
    """A file that cannot be taken in as evidence, or that is no longer what was kept."""

    @classmethod
    def by(cls, path: Path, error: OSError) -> EvidenceError:
        reason = error.strerror or type(error).__name__
        return cls("evidence_unreadable", name=path.name, reason=reason)


class DiskError(_FileError):
    """The disk is full, refuses, or failed. What was saved before is as it was."""

    @classmethod
    def by(cls, path: Path, error: OSError) -> DiskError:
        if error.errno in _CODES:
            return cls(_CODES[error.errno], path)
        return cls("store_disk_failed", path, reason=error.strerror or type(error).__name__)

    @property
    def is_known(self) -> bool:
        """The disk is full or refuses, rather than failing in a way of its own."""
        return self.message.code in _CODES.values()


@contextmanager
def disk_errors(path: Path) -> Iterator[None]:
    """Turn what the system says into a `DiskError` about `path`."""
    try:
        yield
    except OSError as error:
        raise DiskError.by(path, error) from error
