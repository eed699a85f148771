"""From bytes on the disk to an `Article`: container, charset, safe tree, voted blocks.

`load` and `load_bytes` are the way in. They contact nothing, open nothing but the page and the
pictures under its own folder, and raise an `IngestError` for what a person can meet.
"""

from __future__ import annotations

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
from reader.ingest.load import load, load_bytes, warm_up
from reader.ingest.mojibake import MOJIBAKE

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
