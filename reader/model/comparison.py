"""Two saved versions of an article side by side: what stayed, and what became of the rest.

Every paragraph carries its text and is cut into runs that cover it exactly and in order; a run
counts code points of its paragraph's text, half-open, and the paragraph says where it stands in
the page text of its version. `docs/comparison.md` explains the fields for other programs.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Final
from uuid import UUID

from pydantic import Field

from reader.model.article import BlockKind, Direction
from reader.model.base import UtcTime, Value
from reader.model.errors import Message


class RunKind(StrEnum):
    """What became of some words."""

    SAME = "same"
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED = "moved"
    """The same words, in another place of the other version."""
    NUMBER = "number"
    """A number that is another one in the other version."""
    FORMAT = "format"
    """The same words, written otherwise."""


DIFFERING: Final = frozenset((RunKind.INSERTED, RunKind.DELETED, RunKind.MOVED, RunKind.NUMBER))
"""Runs whose words differ or stand elsewhere."""


class FormatKind(StrEnum):
    """In what two ways of writing the same words differ."""

    HARAKAT = "harakat"
    TATWEEL = "tatweel"
    QUOTES = "quotes"
    """The style of quotation marks; one that came or went is no matter of format."""
    DIGITS = "digits"
    """Whether digits are Latin or Arabic."""
    BLANKS = "blanks"
    """Spaces, line breaks, invisible characters."""
    LETTERS = "letters"
    """Forms of a letter or a sign: «ان» for «أن», a long dash for a short one."""


class RowChange(StrEnum):
    """What happened to the paragraphs of a row."""

    ADDED = "added"
    DELETED = "deleted"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"
    EDITED = "edited"
    """Words or signs came, went or moved."""
    FORMATTED = "formatted"
    """Nothing but format differs."""


class ChangeKind(StrEnum):
    """A change that a person who checks facts wants to see first."""

    NUMBER = "number"
    NEGATION_ADDED = "negation_added"
    NEGATION_REMOVED = "negation_removed"
    QUOTATION = "quotation"
    """Words within quotation marks, such as a name."""


class Run(Value):
    """Some characters of a paragraph."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    kind: RunKind
    other: str = ""
    """What stands in their place in the other version; empty: nothing, or the same."""
    formats: tuple[FormatKind, ...] = ()
    """Of a run whose words are the same but written otherwise."""


class Paragraph(Value):
    """A block of one version."""

    block: str
    """Its id in that version."""
    kind: BlockKind
    dir: Direction
    start: int = Field(ge=0)
    """Where its text stands in the page text of its version, in code points."""
    text: str = Field(repr=False)
    runs: tuple[Run, ...] = Field(repr=False)
    """They cover the text, in order."""

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    def words(self, run: Run) -> str:
        """The characters of one of its runs."""
        return self.text[run.start : run.end]


class Row(Value):
    """Paragraphs that belong beside one another.

    Mostly one and one. A side has none where a paragraph came, went or moved away, several
    where one was split or some were made into one. Down the rows, each side has all its
    paragraphs in their order.
    """

    old: tuple[Paragraph, ...]
    new: tuple[Paragraph, ...]
    changes: tuple[RowChange, ...] = ()
    """Empty where nothing changed."""
    counterpart: int | None = None
    """Of a paragraph that moved: the index of the row where it stands on the other side."""
    marks: tuple[UUID, ...] = ()
    """The marks that stand here, on either side."""
    touched: tuple[UUID, ...] = ()
    """Those of them that something changed or moved in."""


class Change(Value):
    """A change worth naming, as both versions write it; an empty side had nothing there."""

    kind: ChangeKind
    old: str
    new: str
    row: int = Field(ge=0)
    """The index of its row; of what moved, that of the new side."""


class Notice(Value):
    """A notice of correction in the newer version: the outlet's own words about its edit."""

    words: str
    """Verbatim."""
    start: int = Field(ge=0)
    """In the page text of the newer version, in code points."""
    end: int = Field(ge=0)
    is_new: bool
    """False where the older version has it already."""
    is_shown: bool
    """False where it stands in a block that is not taken for a part of the article."""


class VersionHead(Value):
    """Which version it is."""

    version: str
    """The text version's id: SHA-256 of the page text."""
    page: str
    """SHA-256 of the bytes of the saved page."""
    title: str
    outlet: str
    url: str
    saved_at: UtcTime | None
    """When the page was saved, as it says itself."""
    imported_at: UtcTime | None
    """When it came into the library; None for a page that is not in one."""
    dir: Direction

    @property
    def captured_at(self) -> UtcTime | None:
        """When it was saved, as well as is known."""
        return self.saved_at or self.imported_at


class Comparison(Value):
    """What differs between two saved versions."""

    old: VersionHead
    new: VersionHead
    rows: tuple[Row, ...] = Field(repr=False)
    changes: tuple[Change, ...]
    """In the order of the rows."""
    summary: tuple[Message, ...]
    """The clauses of one sentence, each with its verb; never empty."""
    notices: tuple[Notice, ...]
    notice: Message | None
    """What is to be said of a notice of correction; None where nothing of substance changed and
    there is none."""

    @property
    def is_changed(self) -> bool:
        """Whether anything differs."""
        return any(row.changes for row in self.rows)

    def paragraphs(self, side: str) -> Iterator[Paragraph]:
        """All paragraphs of a side, `old` or `new`, in order."""
        for row in self.rows:
            yield from getattr(row, side)
