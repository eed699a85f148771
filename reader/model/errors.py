"""Messages and errors below the window: a code with parameters, worded in `reader.wording`.

ReaderError             everything a user can meet
├── ingest: IngestError and its kin
├── store: StoreError and its kin
├── session: SessionError
└── export: ExportError
"""

from __future__ import annotations

from pydantic import Field

from reader.model.base import Value


class Message(Value):
    """What is to be said, before it is put into words: a code and its parameters."""

    code: str
    params: dict[str, str | int] = Field(default_factory=dict)


class ReaderError(Exception):
    """An error that a user can cause or meet; `message` says it as a code with parameters.

    Subclasses live beside the code that raises them. The wording of the code says what
    happened, what is safe and what to do.
    """

    def __init__(self, code: str, **params: str | int) -> None:
        super().__init__(code, params)
        self.message = Message(code=code, params=params)

    def __str__(self) -> str:
        return (
            f"{self.message.code} {self.message.params}"
            if self.message.params
            else self.message.code
        )
