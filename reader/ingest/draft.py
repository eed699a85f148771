"""What the walk over a page hands on: its blocks, and the boxes they stand in."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from reader.model.article import BlockKind, Cell, Image, InlineKind


@dataclass(slots=True)
class Run:
    """An inline run of a draft: `start` and `end` in code points of its text."""

    kind: InlineKind
    start: int
    end: int
    href: str | None = None
    dir: str = ""


@dataclass(slots=True)
class ListItem:
    """A list item: its first block carries its depth (from 1) and its number."""

    depth: int
    ordinal: int | None
    taken: bool = False


@dataclass(slots=True, eq=False)
class Box:
    """A block-level element of the page, and which drafts it holds: `first` to `last`, half-open.

    Boxes are listed in document order, so that a parent precedes its children.
    """

    element: etree._Element
    parent: Box | None
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    dir: str = ""
    """The nearest `dir` attribute below the body: rtl, ltr, auto or ""."""
    reason: str = ""
    """Why the page itself suggests leaving the box out: hidden, control, navigation, chrome."""
    depth: int = 0
    list_depth: int = 0
    item: ListItem | None = None
    cell: Cell | None = None
    first: int = 0
    last: int = 0


@dataclass(slots=True, eq=False)
class Draft:
    """A block before its state and its place in the text are settled."""

    kind: BlockKind
    box: Box
    text: str = ""
    runs: list[Run] = field(default_factory=list)
    linked: int = 0
    """Characters of `text` that stand in links."""
    level: int = 0
    ordinal: int | None = None
    cell: Cell | None = None
    image: Image | None = None
    dir: str = ""
    reason: str = ""
    """As of a box, where only this block is meant."""

    @property
    def link_share(self) -> float:
        return self.linked / max(1, len(self.text))


@dataclass(frozen=True, slots=True)
class Stamp:
    """A `time` element: which draft it stands in or before, its machine and its visible date."""

    index: int
    datetime: str
    text: str


@dataclass(frozen=True, slots=True)
class Walked:
    """The whole page in document order."""

    drafts: list[Draft]
    boxes: list[Box]
    stamps: list[Stamp]
