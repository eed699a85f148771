"""The one file that a person opens, read whole, with a friendly error for each way to fail."""

from __future__ import annotations

import os
import stat
from collections import Counter
from pathlib import Path

from reader.ingest.clean import clean
from reader.ingest.errors import UnreadableFileError
from reader.ingest.limits import MAX_FILE_BYTES, MEGABYTE


def read_file(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        UnreadableFileError: it is missing, no file, not to be read, or over the size limit.
    """
    name = shown_name(path)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise UnreadableFileError("file_is_folder", name=name)
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableFileError("file_is_no_file", name=name)
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise UnreadableFileError("file_missing", name=name) from error
    except OSError as error:
        raise UnreadableFileError("file_unreadable", name=name) from error
    check_size(data, name)
    return data


def check_size(data: bytes, name: str) -> None:
    """Raises `UnreadableFileError` where a page is over the size limit."""
    if len(data) > MAX_FILE_BYTES:
        raise UnreadableFileError("file_too_large", name=name, limit=MAX_FILE_BYTES // MEGABYTE)


def shown_name(path: Path) -> str:
    """The file's name as text: on Linux it may be any bytes."""
    return clean(os.fsencode(path.name).decode("utf-8", "replace"), Counter())
