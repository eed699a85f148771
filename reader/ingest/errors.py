"""What can go wrong while a saved page is read, as far as a user can cause it.

IngestError                  under ReaderError
├── UnreadableFileError      no file there, a folder, no permission, over the size limit
├── EmptyPageError           nothing in it, or nothing to read
├── UnsupportedFormatError   a known form that is not read yet, or no known form at all
├── DamagedContainerError    an archive that cannot be taken apart, or is built as a trap
├── UnknownEncodingError     an encoding's name that nobody knows
└── PageTooComplexError      more than the machine can hold

The code of each says what happened, in the words of `reader.wording`.
"""

from __future__ import annotations

from reader.model.errors import ReaderError


class IngestError(ReaderError):
    """A page cannot be opened; the file itself is untouched."""


class UnreadableFileError(IngestError):
    """The file cannot be read from the disk, or is over the size limit."""


class EmptyPageError(IngestError):
    """The file holds nothing, or no text."""


class UnsupportedFormatError(IngestError):
    """The file is of a form that is not read; `format` names it where it is known."""


class DamagedContainerError(IngestError):
    """An MHTML file or web archive that cannot be taken apart safely."""


class UnknownEncodingError(IngestError):
    """The encoding picked by hand does not exist."""


class PageTooComplexError(IngestError):
    """The page is nested or big beyond what can be read."""
