"""An article as read from a saved page: one canonical text, its blocks, and where it came from.

Every offset is a Unicode code point offset into `page_text`, half-open.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Self

from pydantic import Field, model_validator

from reader.model.base import UtcTime, Value
from reader.model.errors import Message
from reader.model.kinds import BlockKind as BlockKind
from reader.model.kinds import BlockState as BlockState
from reader.model.kinds import DateRole as DateRole
from reader.model.kinds import Direction as Direction
from reader.model.kinds import InlineKind as InlineKind
from reader.model.projection import Projection

EXTRACTOR_VERSION = 1
"""Raised when the same bytes may give other blocks or another text than before."""


class Inline(Value):
    """A run of a block: `start` and `end` in code points of the page text."""

    kind: InlineKind
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    href: str | None = None
    """Of a link: as the page wrote it, made absolute when a base is known. Never opened."""
    dir: Direction | None = None


class Cell(Value):
    """Where a table cell stands. `table` counts the page's tables from 0."""

    table: int = Field(ge=0)
    row: int = Field(ge=0)
    column: int = Field(ge=0)
    rowspan: int = Field(default=1, ge=1, le=100)
    colspan: int = Field(default=1, ge=1, le=100)
    header: bool = False


class Image(Value):
    """An image of the page. Shown only when `asset` names one of the article's assets."""

    source: str
    """As the page wrote it; a data URI is shortened to its media type."""
    alt: str = ""
    asset: str | None = None
    """SHA-256 of the asset's bytes."""


class Block(Value):
    """One block of the page, in reading order.

    Text blocks are joined by one newline each. A rule or an image is empty: its `start` and
    `end` are the start of the text block that follows, or the end of the text.
    """

    id: str
    """Stable within a text version: `b0`, `b1`…"""
    kind: BlockKind
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    dir: Direction
    state: BlockState
    reason: str
    """A code: why the block has its state, such as `two_votes`, `chrome`, `no_vote`, `metadata`."""
    level: int = Field(default=0, ge=0)
    """Of a heading 1-6; of a list item its depth, from 1; else 0."""
    ordinal: int | None = None
    """The number of an item of an ordered list; None in an unordered one."""
    cell: Cell | None = None
    image: Image | None = None
    inline: tuple[Inline, ...] = ()

    @property
    def has_text(self) -> bool:
        return self.kind not in (BlockKind.RULE, BlockKind.IMAGE)


class DateStatement(Value):
    """A date on the page: as written, and as understood."""

    written: str
    value: date | None = None
    role: DateRole = DateRole.MENTIONED
    where: str
    """A code: `json_ld`, `meta`, `time`, `dateline`, `text`, `url`."""
    guessed: bool = False
    """True where the day, its year or its role was inferred rather than stated."""


class Metadata(Value):
    """What the page says of itself. Strings are verbatim; URLs are claims, never contacted."""

    title: str = ""
    title_from: str = ""
    """A code: `h1`, `og`, `json_ld`, `title`, `first_line`; empty when there is no title."""
    standfirst: str = ""
    outlet: str = ""
    author: str = ""
    published: DateStatement | None = None
    """The best-founded publication date; the same value stands in `dates`."""
    dates: tuple[DateStatement, ...] = ()
    """Every dated statement found, those that disagree included."""
    canonical_url: str = ""
    claimed_url: str = ""
    """What the saving program wrote into the file: a claim."""
    saved_at: UtcTime | None = None
    language: str = ""
    """As declared by the page; not relied on."""

    @property
    def dates_disagree(self) -> bool:
        """Whether the page gives more than one day; when it was last changed is another matter."""
        days = {d.value for d in self.dates if d.role is not DateRole.MODIFIED}
        return len(days - {None}) > 1

    @property
    def url(self) -> str:
        return self.canonical_url or self.claimed_url


class Container(StrEnum):
    """The form in which a page was saved, recognised by content."""

    HTML = "html"
    COMPLETE = "complete"
    SINGLEFILE = "singlefile"
    MHTML = "mhtml"
    WEBARCHIVE = "webarchive"
    TEXT = "text"


class EncodingFound(Value):
    """The encoding of the bytes, and the evidence for it."""

    name: str
    """A WHATWG or Python codec name, lower case."""
    evidence: Message
    certain: bool = True
    unreadable: int = Field(default=0, ge=0)
    """Bytes shown as U+FFFD."""
    mojibake: bool = False
    """The decoded text looks like UTF-8 read as windows-1256: a repair can be offered."""


class Counted(Value):
    """Something taken out or changed while reading, and how often."""

    code: str
    count: int = Field(ge=1)


class RemoteReference(Value):
    """An address that the page would have loaded. Listed, never contacted."""

    kind: str
    """A code: `image`, `pixel`, `script`, `stylesheet`, `frame`, `media`, `font`, `form`…"""
    url: str


class Provenance(Value):
    """Where an article's text comes from."""

    sha256: str
    """Of the bytes of the file."""
    size: int = Field(ge=0)
    name: str = ""
    """The file's name, without its folder."""
    container: Container
    encoding: EncodingFound
    removed: tuple[Counted, ...] = ()
    remote: tuple[RemoteReference, ...] = ()
    """Distinct addresses, in page order; at most 1,000."""
    remote_total: int = Field(default=0, ge=0)
    notes: tuple[Message, ...] = ()
    """What a reader should know: a truncated file, a nested frame left out…"""
    extractor: int = EXTRACTOR_VERSION


class Asset(Value):
    """A local raster image that the article shows."""

    sha256: str
    media_type: str
    width: int = Field(ge=1)
    height: int = Field(ge=1)
    data: bytes = Field(repr=False)
    """The file itself; Base64 in JSON."""


class Article(Value):
    """A saved page, read. `assets` are kept apart on disk; all else is one text version."""

    page_text: str = Field(repr=False)
    blocks: tuple[Block, ...] = Field(repr=False)
    dir: Direction
    metadata: Metadata
    provenance: Provenance
    assets: tuple[Asset, ...] = Field(default=(), repr=False)

    @model_validator(mode="after")
    def _offsets_fit(self) -> Self:
        length, last = len(self.page_text), 0
        for block in self.blocks:
            if not last <= block.start <= block.end <= length:
                raise ValueError(f"block {block.id} does not fit its text")
            if any(not block.start <= i.start <= i.end <= block.end for i in block.inline):
                raise ValueError(f"a run of block {block.id} lies outside it")
            last = block.end
        return self

    @property
    def title(self) -> str:
        return self.metadata.title

    @property
    def direction(self) -> Direction:
        return self.dir

    @cached_property
    def headline(self) -> dict[str, list[tuple[int, int]]]:
        """The spans of title and standfirst, under the text version that they count in."""
        kinds = (BlockKind.TITLE, BlockKind.STANDFIRST)
        return {self.version: [(b.start, b.end) for b in self.blocks if b.kind in kinds]}

    @cached_property
    def version(self) -> str:
        """The text version's id: SHA-256 of the page text in UTF-8, hexadecimal."""
        return hashlib.sha256(self.page_text.encode()).hexdigest()

    @cached_property
    def text(self) -> str:
        """The sure blocks, joined by newlines. `shown` gives the same with the offset map."""
        return self.shown().text

    def shown(
        self, choices: Mapping[str, bool] | None = None, *, everything: bool = False
    ) -> Projection:
        """The shown blocks as one text with an offset map both ways.

        Args:
            choices: block id -> shown, where a person has decided otherwise than the voting.
            everything: all blocks, whatever their state.
        """
        return Projection.of(
            self.page_text,
            [
                (b.start, b.end)
                for b in self.blocks
                if b.has_text and (everything or self.is_shown(b, choices or {}))
            ],
        )

    @staticmethod
    def is_shown(block: Block, choices: Mapping[str, bool]) -> bool:
        return choices.get(block.id, block.state is BlockState.SURE)
