"""What the checks of a library share: reading with every problem noted."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar
from uuid import UUID

from reader.model.base import Value
from reader.model.errors import Message
from reader.store.errors import DamagedFileError, NewerSchemaError, StoreError
from reader.store.evidence import digest_of
from reader.store.files import digest, read_bytes
from reader.store.formats import MAX_CONTENT, MAX_DOCUMENT, understand

V = TypeVar("V", bound=Value)


_HARMLESS: Final = frozenset(("verify_unknown_code",))
"""What a person may well have done: a code that was deleted stays on its marks by its name."""


class Problem(Value):
    """Something wrong with a library, or to be known of it."""

    path: str
    """In the library, with `/`."""
    message: Message

    @property
    def is_note(self) -> bool:
        """Whether nothing is wrong: it is only said."""
        return self.message.code in _HARMLESS


@dataclass(frozen=True)
class Reference:
    """A file names something that should exist elsewhere in the library."""

    kind: str
    """`code`, `label`, `entity`, `article`, or `end` for either end of a relation."""
    name: UUID | str
    path: Path
    """Of the file that names it."""


class Notes:
    """Reads files and collects what is wrong."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self.problems: list[Problem] = []
        self.seen: set[Path] = set()

    def note(self, path: Path, code: str, **params: str | int) -> None:
        relative = path.relative_to(self._home).as_posix()
        self.problems.append(Problem(path=relative, message=Message(code=code, params=params)))

    def load(self, path: Path, model: type[V], limit: int = MAX_DOCUMENT) -> V | None:
        """The value of a file; None, with a note, if it cannot be read, and None if it is missing.

        A file of a newer version is noted too, and understood as far as possible.
        """
        self.seen.add(path)
        try:
            data = read_bytes(path, limit)
            if data is None:
                return None
            value, newer = understand(model, data, path)
        except NewerSchemaError as error:
            self.note(path, "verify_newer", schema=error.schema)
        except DamagedFileError as error:
            self.note(path, "verify_damaged", why=error.message.params["why"])
        except StoreError as error:
            self.note(path, "verify_unreadable", why=str(error.message.params.get("reason", "")))
        else:
            if newer is not None:
                self.note(path, "verify_newer", schema=newer)
            return value
        return None

    def need(self, path: Path, model: type[V], limit: int = MAX_DOCUMENT) -> V | None:
        """As `load`, for a file that must be there."""
        if not path.exists():
            self.note(path, "verify_missing")
            return None
        return self.load(path, model, limit)

    def large(self, path: Path, sha256: str, size: int = 0) -> None:
        """As `content`, for a file that may be too large to be read at once; size 0: any."""
        if path in self.seen:
            return
        self.seen.add(path)
        try:
            found, length = digest_of(path)
        except FileNotFoundError:
            self.note(path, "verify_missing")
        except OSError as error:
            self.note(path, "verify_unreadable", why=error.strerror or type(error).__name__)
        else:
            if found != sha256 or (size and length != size):
                self.note(path, "verify_wrong_content")

    def content(self, path: Path, sha256: str, size: int | None = None) -> None:
        """Check a file that is named for its content, and must be there."""
        if path in self.seen:
            return
        self.seen.add(path)
        try:
            data = read_bytes(path, MAX_CONTENT)
        except StoreError as error:
            self.note(path, "verify_unreadable", why=str(error.message.params.get("reason", "")))
            return
        if data is None:
            self.note(path, "verify_missing")
        elif digest(data) != sha256 or (size is not None and len(data) != size):
            self.note(path, "verify_wrong_content")
