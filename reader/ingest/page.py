"""The seam inside ingest: one decoded page going in, its reading coming out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from reader.model.article import Block, Counted, Direction, Metadata
from reader.model.errors import Message


@dataclass(frozen=True)
class Page:
    """One decoded page, ready to be read. Nothing in it reaches the disk or the network."""

    html: str
    """The decoded text of the page, newlines as found."""
    root: etree._Element
    """The `<html>` element of `tree.build(html)`: always with a `<head>`, then a `<body>`."""
    base_url: str
    """The page's `<base>` or claimed address, "" if unknown: makes links absolute as strings."""
    claimed_url: str
    saved_at: datetime | None
    resolve: Callable[[str], str | None]
    """An image's address as the page wrote it -> SHA-256 of an accepted asset, or None."""


@dataclass(frozen=True)
class Reading:
    """What a page says: its text, its blocks and its own account of itself."""

    page_text: str
    blocks: tuple[Block, ...]
    dir: Direction
    metadata: Metadata
    notes: tuple[Message, ...] = ()
    removed: tuple[Counted, ...] = ()
