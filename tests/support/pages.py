"""Articles with blocks of every kind, built by hand for the tests of the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reader.model.article import (
    Article,
    Asset,
    Block,
    BlockKind,
    BlockState,
    Cell,
    Container,
    Direction,
    EncodingFound,
    Image,
    Inline,
    InlineKind,
    Metadata,
    Provenance,
)
from reader.model.errors import Message

Run = tuple[InlineKind, str] | tuple[InlineKind, str, str | Direction]
"""Kind, the words that it covers (the first time they occur), address or direction."""


@dataclass(frozen=True)
class Row:
    """One block to be: its text and whatever of `Block` differs from the common case."""

    text: str = ""
    kind: BlockKind = BlockKind.PARAGRAPH
    state: BlockState = BlockState.SURE
    dir: Direction = Direction.RTL
    level: int = 0
    ordinal: int | None = None
    cell: Cell | None = None
    image: Image | None = None
    runs: tuple[Run, ...] = ()


def an_article(*rows: Row | str, assets: tuple[Asset, ...] = (), **metadata: Any) -> Article:
    """An article of these blocks; a string is a paragraph. Ids are b0, b1…"""
    made = [Row(row) if isinstance(row, str) else row for row in rows]
    text = "\n".join(row.text for row in made if _has_text(row))
    blocks, at = [], 0
    for number, row in enumerate(made):
        blocks.append(_block(f"b{number}", row, min(at, len(text))))
        at += len(row.text) + 1 if _has_text(row) else 0
    return Article(
        page_text=text,
        blocks=tuple(blocks),
        dir=made[0].dir if made else Direction.RTL,
        metadata=Metadata(**metadata),
        provenance=Provenance(
            sha256="0" * 64,
            size=len(text),
            container=Container.HTML,
            encoding=EncodingFound(name="utf-8", evidence=Message(code="utf8_strict")),
        ),
        assets=assets,
    )


def _has_text(row: Row) -> bool:
    return row.kind not in (BlockKind.RULE, BlockKind.IMAGE)


def _block(block_id: str, row: Row, start: int) -> Block:
    return Block(
        id=block_id,
        kind=row.kind,
        start=start,
        end=start + len(row.text),
        dir=row.dir,
        state=row.state,
        reason="two_votes",
        level=row.level,
        ordinal=row.ordinal,
        cell=row.cell,
        image=row.image,
        inline=tuple(_inline(row.text, start, *run) for run in row.runs),
    )


def _inline(
    text: str, start: int, kind: InlineKind, words: str, more: str | Direction | None = None
) -> Inline:
    first = start + text.index(words)
    return Inline(
        kind=kind,
        start=first,
        end=first + len(words),
        href=more if kind is InlineKind.LINK else None,
        dir=Direction(more) if more and kind is InlineKind.ISOLATE else None,
    )


def shown_in(article: Article) -> frozenset[str]:
    """The ids that a window would show at first."""
    return frozenset(b.id for b in article.blocks if article.is_shown(b, {}))


def find(article: Article, words: str) -> tuple[int, int]:
    """Where words first stand in the page text."""
    start = article.page_text.index(words)
    return start, start + len(words)
