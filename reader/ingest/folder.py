"""The files that lie beside a page saved as "complete".

The folder's name is in the language of the browser, so it is never guessed: the page's own
relative addresses lead to it. An address is judged as text before the disk is touched; then each
step down is opened relative to the one before, following no link, so nothing outside the page's
folder can be reached, or even looked at.
"""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from reader.ingest.addresses import normal, scheme
from reader.ingest.limits import MAX_IMAGE_BYTES, MAX_PATH_CHARS

_DEVICE: Final = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
_FORBIDDEN: Final = re.compile(r"[\x00-\x1f\\:]")
_RELATIVE_OPEN: Final = os.open in os.supports_dir_fd and hasattr(os, "O_NOFOLLOW")


class Folder:
    """The folder of a page. `used` tells whether the page has a file in it."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self.used = False

    def read(self, address: str) -> bytes | None:
        """The bytes of a file under the folder that the page names by a relative address.

        None for every other address, and for what is no readable file of a sensible size.
        """
        steps = local_steps(address)
        if self._path is None or not steps:
            return None
        for form in _forms(steps):
            data = _read_below(self._path, form)
            if data is not None:
                self.used = True
                return data
        return None


def local_steps(address: str) -> tuple[str, ...]:
    """The names, one under the other, to which a relative address leads; () where it may not."""
    address = normal(address)
    if scheme(address) or address.startswith(("/", "\\")) or len(address) > MAX_PATH_CHARS:
        return ()
    path = unquote(re.split("[?#]", address, maxsplit=1)[0])
    steps = tuple(step for step in path.split("/") if step not in ("", "."))
    if ".." in steps or path.startswith("/") or _FORBIDDEN.search(path):
        return ()
    return () if any(map(_DEVICE.match, steps)) else steps


def _forms(steps: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """As written, then as other systems write the same letters: a Mac once took أ apart."""
    seen = {steps}
    yield steps
    for form in ("NFC", "NFD"):
        other = tuple(unicodedata.normalize(form, step) for step in steps)
        if other not in seen:
            seen.add(other)
            yield other


def _read_below(folder: Path, steps: tuple[str, ...]) -> bytes | None:
    try:
        handle = (_open_below if _RELATIVE_OPEN else _open_resolved)(folder, steps)
    except (OSError, ValueError):
        return None
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_IMAGE_BYTES:
            return None
        with open(handle, "rb", closefd=False) as file:
            return file.read(MAX_IMAGE_BYTES)
    finally:
        os.close(handle)


def _open_below(folder: Path, steps: tuple[str, ...]) -> int:
    """Opens the file step by step. `O_NONBLOCK`: a pipe in the folder must not hold us up."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    for step in steps:
        try:
            flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK
            below = os.open(step, flags, dir_fd=handle)
        finally:
            os.close(handle)
        handle = below
    return handle


def _open_resolved(folder: Path, steps: tuple[str, ...]) -> int:
    """The same where the system cannot open relative to a folder, as Windows."""
    real = folder.joinpath(*steps).resolve(strict=True)
    if not real.is_relative_to(folder.resolve(strict=True)):
        raise PermissionError(real)
    return os.open(real, os.O_RDONLY | getattr(os, "O_BINARY", 0))
