"""What can go wrong in a use case."""

from __future__ import annotations

from reader.model.errors import ReaderError


class SessionError(ReaderError):
    """A use case that cannot be carried out."""


class ReadOnlyError(SessionError):
    """A change to an article that is open for reading only."""


class WorkerError(SessionError):
    """The process that read a page took too long, grew too large or died."""
