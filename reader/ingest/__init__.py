"""From bytes on the disk to an `Article`: container, charset, safe tree, voted blocks.

`load` and `load_bytes` are the way in. They contact nothing, open nothing but the page and the
pictures under its own folder, and raise an `IngestError` for what a person can meet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ingest.charset import ENCODINGS
from reader.ingest.disk import read_file
from reader.ingest.errors import (
    DamagedContainerError,
    EmptyPageError,
    IngestError,
    PageTooComplexError,
    UnknownEncodingError,
    UnreadableFileError,
    UnsupportedFormatError,
)
from reader.ingest.mojibake import MOJIBAKE

if TYPE_CHECKING:
    from reader.ingest.loading import load, load_bytes, warm_up

__all__ = [
    "ENCODINGS",
    "MOJIBAKE",
    "DamagedContainerError",
    "EmptyPageError",
    "IngestError",
    "PageTooComplexError",
    "UnknownEncodingError",
    "UnreadableFileError",
    "UnsupportedFormatError",
    "load",
    "load_bytes",
    "read_file",
    "warm_up",
]

_READING = frozenset(("load", "load_bytes", "warm_up"))


def __getattr__(name: str) -> object:
    """What reads a page, when first asked for: the window has it done by another process."""
    if name not in _READING:
        raise AttributeError(name)
    from reader.ingest import loading

    return getattr(loading, name)
