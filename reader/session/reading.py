"""The use cases on an article as a whole: what is shown of it, its direction, state and note."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.model.article import BlockKind, Direction
from reader.model.vocabulary import WorkStatus
from reader.session.edits import Change, Desk, Edit
from reader.session.maker import Maker, named


class Heading(NamedTuple):
    """A heading of the article; `start` in code points of the page text. The title has level 0."""

    level: int
    start: int
    words: str


def headings(desk: Desk) -> tuple[Heading, ...]:
    """The title and the headings that are shown, in reading order."""
    article = desk.article
    choices = desk.record.block_choices.get(article.version, {})
    return tuple(
        Heading(block.level, block.start, words)
        for block in article.blocks
        if block.kind in (BlockKind.TITLE, BlockKind.HEADING)
        and article.is_shown(block, choices)
        and (words := " ".join(article.page_text[block.start : block.end].split()))
    )


def heading_at(found: Sequence[Heading], offset: int) -> int | None:
    """Which heading an offset stands under; None above the first."""
    above = [number for number, heading in enumerate(found) if heading.start <= offset]
    return above[-1] if above else None


def show_blocks(desk: Desk, maker: Maker, block_ids: Iterable[str], *, shown: bool) -> Change:
    """Bring blocks in or take them out: a choice on the text version, moving no mark."""
    version = desk.article.version
    ids = tuple(block_ids)
    chosen = {**desk.record.block_choices.get(version, {}), **dict.fromkeys(ids, shown)}
    choices = {**desk.record.block_choices, version: chosen}
    after = maker.changed(desk.record, block_choices=choices)
    code = "change_show_blocks" if shown else "change_hide_blocks"
    return named(code, [Edit(desk.record, after)], n=len(ids))


def set_direction(desk: Desk, maker: Maker, direction: Direction | None) -> Change:
    """Override the article's direction, or go back to what was found."""
    after = maker.changed(desk.record, direction=direction)
    return named("change_direction", [Edit(desk.record, after)])


def set_work_status(desk: Desk, maker: Maker, status: WorkStatus) -> Change:
    """Say how far the sourcing of the article has come."""
    after = maker.changed(desk.record, work_status=status)
    return named("change_work_status", [Edit(desk.record, after)])


def set_remarks(desk: Desk, **fields: str) -> Change:
    """Change the article's `note` or `assessment`."""
    return named("change_remarks", [Edit(desk.remarks, desk.remarks.model_copy(update=fields))])
