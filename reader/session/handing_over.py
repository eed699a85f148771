"""Writing a rendered summary where somebody wants it."""

from __future__ import annotations

from pathlib import Path

from reader.session.errors import SessionError
from reader.store.files import replace_durably


def write_export(path: Path, data: bytes) -> None:
    """Put `data` at `path`, whole or not at all.

    Raises:
        SessionError: `export_folder_missing`.
        DiskError: the system refuses; a file that was there is still there.
    """
    if not path.parent.is_dir():
        raise SessionError("export_folder_missing", folder=str(path.parent))
    replace_durably(path, data, lambda written: _same(written, data))


def _same(written: bytes, data: bytes) -> None:
    if written != data:
        raise SessionError("export_not_written")
