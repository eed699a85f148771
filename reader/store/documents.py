"""The JSON files of a library: read with their schema, saved only over what is known.

A save is refused where the file on the disk is not the one that was last read or written here:
another program changed it, and its work would be lost.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from threading import RLock
from typing import NamedTuple, TypeVar

from reader.model.base import Value
from reader.store.backups import Backups, existing
from reader.store.errors import (
    ChangedOnDiskError,
    DamagedFileError,
    NewerSchemaError,
    UnwritableError,
    disk_errors,
)
from reader.store.files import digest, look_of, read_bytes, replace_durably, sync_folder
from reader.store.formats import MAX_DOCUMENT, encode, parse, understand

V = TypeVar("V", bound=Value)
Basis = Mapping[Path, frozenset[str | None]]
"""Which bytes of each file a save may replace, by their digests; None: there is no file."""


class _Cached(NamedTuple):
    """A file that was read or written before, and how to know it again without reading it."""

    look: tuple[int, int, int]
    """Inode, size and modification time."""
    digest: str
    value: Value


class Documents:
    """Reads and saves; may be called from several threads."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._backups = Backups(clock)
        self._guard = RLock()
        # More than one digest only after a save that failed: it may have landed or not.
        self._known: dict[Path, frozenset[str | None]] = {}
        self._written: dict[Path, frozenset[str | None]] = {}
        self._newer: dict[Path, int] = {}
        self._cache: dict[Path, _Cached] = {}

    def read(self, path: Path, model: type[V]) -> V | None:
        """A file that may be saved over from now on; None where there is none.

        Raises:
            DamagedFileError: it holds no such value.
            NewerSchemaError: it is too new even to be shown.
            DiskError: the system refuses.
        """
        with self._guard:
            value, found = self._load(path, model)
            self._known[path] = frozenset({found})
            return value

    def glance(self, path: Path, model: type[V]) -> V | None:
        """A file among many: a version that was read before stays the one to be saved over.

        Raises as `read` does.
        """
        with self._guard:
            value, found = self._load(path, model)
            self._known.setdefault(path, frozenset({found}))
            return value

    def basis(self) -> Basis:
        """What a save may replace as things stand, to be given to `recall`."""
        with self._guard:
            return dict(self._known)

    def recall(self, basis: Basis) -> None:
        """Let saves replace what they might at an earlier time, and what was written here since.

        So whoever opened a file early does not overwrite what another program changed only
        because somebody else here has read the change.
        """
        with self._guard:
            for path, digests in basis.items():
                self._known[path] = digests | self._written.get(path, frozenset())

    def newer(self, path: Path) -> NewerSchemaError | None:
        """Why a file that was read cannot be saved: a newer version wrote it."""
        with self._guard:
            return NewerSchemaError(path, self._newer[path]) if path in self._newer else None

    def refuse_newer(self, path: Path) -> None:
        """Raise NewerSchemaError if a newer version wrote a file that was read."""
        newer = self.newer(path)
        if newer is not None:
            raise newer

    def save(self, path: Path, value: Value, *, precious: bool = True) -> None:
        """Save a value durably; its folder must exist.

        Args:
            path: the file.
            value: what it shall hold.
            precious: False: no backup, and whatever is there may be replaced.

        Raises:
            ChangedOnDiskError: the file is not the one last read or written here.
            NewerSchemaError: a newer version wrote it.
            UnwritableError: the value does not read back as it is. Nothing was replaced.
            DiskError: the disk is full, or refuses.
        """
        data = encode(value, path)
        with self._guard:
            if precious:
                old = self._expect(path)
                self._known[path] = frozenset({old, digest(data)})
                if old is not None:
                    self._backups.keep(path)
            self.refuse_newer(path)
            replace_durably(path, data, lambda written: _same(path, value, written))
            self._has_written(path, digest(data))
            self._remember(path, digest(data), value)

    def delete(self, path: Path) -> None:
        """Delete a file and its backups; no error where there is none. Raises as `save` does."""
        with self._guard:
            old = self._expect(path)
            self._known[path] = frozenset({old, None})
            with disk_errors(path):
                path.unlink(missing_ok=True)
                for backup in existing(path).values():
                    backup.unlink()
                sync_folder(path.parent)
            self._has_written(path, None)

    def wrote(self, path: Path, data: bytes) -> None:
        """Take note of a file that was put there by other means."""
        with self._guard:
            self._has_written(path, digest(data))

    def _has_written(self, path: Path, found: str | None) -> None:
        self._known[path] = self._written[path] = frozenset({found})

    def _load(self, path: Path, model: type[V]) -> tuple[V | None, str | None]:
        """The value of a file and its digest; read only if it does not look as before."""
        cached, look = self._cache.get(path), look_of(path)
        if cached and cached.look == look and isinstance(cached.value, model):
            return cached.value, cached.digest
        data = read_bytes(path, MAX_DOCUMENT)
        if data is None:
            return None, None
        value, newer = understand(model, data, path)
        self._newer.pop(path, None)
        if newer is not None:
            self._newer[path] = newer
        if look is not None:
            self._cache[path] = _Cached(look, digest(data), value)
        return value, digest(data)

    def _remember(self, path: Path, digest_: str, value: Value) -> None:
        look = look_of(path)
        if look is not None:
            self._cache[path] = _Cached(look, digest_, value)

    def _expect(self, path: Path) -> str | None:
        """The digest of the file on the disk, if it is the expected one."""
        self.refuse_newer(path)
        data = read_bytes(path, MAX_DOCUMENT)
        found = None if data is None else digest(data)
        if found not in self._known.get(path, {None}):
            raise ChangedOnDiskError(path)
        return found


def _same(path: Path, value: Value, written: bytes) -> None:
    try:
        if parse(type(value), written, path) == value:
            return
    except DamagedFileError as error:
        raise UnwritableError(path, str(error.message.params["why"])) from error
    raise UnwritableError(path, "it reads back as another value")
