"""Writing a rendered summary where somebody wants it."""

from __future__ import annotations

from pathlib import Path

from reader.session.errors import SessionError
from reader.store.errors import disk_errors
from reader.store.files import replace_durably


def write_export(path: Path, data: bytes) -> None:
    """Put `data` at `path`, whole or not at all; a device or a pipe is written to.

    Raises:
        SessionError: `export_folder_missing`; `export_is_folder`.
        DiskError: the system refuses; a file that was there is still there.
    """
    if not path.parent.is_dir():
        raise SessionError("export_folder_missing", folder=str(path.parent))
    if path.is_dir():
        raise SessionError("export_is_folder", folder=str(path))
    if path.exists() and not path.is_file():
        with disk_errors(path):
            path.write_bytes(data)
        return
    # A link stays one: what it leads to is replaced.
    target = path.resolve() if path.is_symlink() else path
    replace_durably(target, data, lambda written: _same(written, data))


def _same(written: bytes, data: bytes) -> None:
    if written != data:
        raise SessionError("export_not_written")
