"""Drafts and verdicts put together: the canonical text and the blocks that point into it."""

from __future__ import annotations

from collections.abc import Sequence

from reader.ingest import direction
from reader.ingest.draft import Draft, Run
from reader.ingest.repair import Verdict
from reader.model.article import Block, BlockState, Direction, Inline, InlineKind


def assemble(
    drafts: Sequence[Draft], verdicts: Sequence[Verdict]
) -> tuple[str, tuple[Block, ...], Direction]:
    """The page text, its blocks in the order of `drafts`, and the article's direction."""
    shown = (d.text for d, v in zip(drafts, verdicts, strict=True) if v.state is BlockState.SURE)
    article = direction.of_text(shown, (d.text for d in drafts))
    page_text = "\n".join(d.text for d in drafts if d.text)
    blocks, at = [], 0
    for i, (draft, verdict) in enumerate(zip(drafts, verdicts, strict=True)):
        start = min(at, len(page_text))
        blocks.append(_block(f"b{i}", draft, verdict, start, article))
        at += len(draft.text) + 1 if draft.text else 0
    return page_text, tuple(blocks), article


def _block(name: str, draft: Draft, verdict: Verdict, start: int, article: Direction) -> Block:
    return Block(
        id=name,
        kind=draft.kind,
        start=start,
        end=start + len(draft.text),
        dir=direction.of_block(draft.text, draft.dir, article),
        state=verdict.state,
        reason=verdict.reason,
        level=draft.level,
        ordinal=draft.ordinal,
        cell=draft.cell,
        image=draft.image,
        inline=tuple(_inline(run, start, draft.text) for run in draft.runs),
    )


def _inline(run: Run, at: int, text: str) -> Inline:
    dir_ = None
    if run.kind is InlineKind.ISOLATE:
        dir_ = direction.of_block(text[run.start : run.end], run.dir or "auto", Direction.LTR)
    return Inline(kind=run.kind, start=at + run.start, end=at + run.end, href=run.href, dir=dir_)
