"""Plain text as an article: every line counts, since nothing says what is furniture."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from reader.ingest.clean import clean
from reader.ingest.page import Reading
from reader.model.article import Block, BlockKind, BlockState, Counted, Direction, Metadata
from reader.text.bidi import first_strong, strong_counts

_LINE_END: Final = re.compile(r"\r\n|[\r\n]")
_BETWEEN: Final = re.compile(r"\n(?:[^\S\n]*\n)+")
_LINE_BREAK: Final = "\u2028"


def read_text(text: str) -> Reading:
    """The reading of a plain text: a paragraph for each group of lines between empty ones.

    Lines within a group are kept apart by U+2028. A text without empty lines, as many programs
    export it, has a paragraph for each line.
    """
    counter: Counter[str] = Counter()
    cleaned = clean(_LINE_END.sub("\n", text), counter).strip()
    groups = _BETWEEN.split(cleaned) if _BETWEEN.search(cleaned) else cleaned.split("\n")
    paragraphs = [_paragraph(group) for group in groups]
    page_text = "\n".join(paragraphs)
    direction = _direction(page_text)
    return Reading(
        page_text=page_text,
        blocks=_blocks(paragraphs, direction),
        dir=direction,
        metadata=Metadata(),
        removed=tuple(Counted(code=code, count=count) for code, count in counter.items()),
    )


def _paragraph(group: str) -> str:
    return _LINE_BREAK.join(line.strip() for line in group.split("\n"))


def _direction(text: str) -> Direction:
    counts = strong_counts(text)
    return Direction.RTL if counts.rtl > counts.ltr else Direction.LTR


def _blocks(paragraphs: list[str], direction: Direction) -> tuple[Block, ...]:
    blocks = []
    start = 0
    for number, paragraph in enumerate(paragraphs):
        end = start + len(paragraph)
        blocks.append(
            Block(
                id=f"b{number}",
                kind=BlockKind.PARAGRAPH,
                start=start,
                end=end,
                dir=_block_direction(paragraph, direction),
                state=BlockState.SURE,
                reason="plain_text",
            )
        )
        start = end + 1
    return tuple(blocks)


def _block_direction(paragraph: str, article: Direction) -> Direction:
    """The article's, if the paragraph has a letter of it; else its first strong letter's."""
    has_own = strong_counts(paragraph)._asdict()[article.value] > 0
    return article if has_own else Direction(first_strong(paragraph) or article)
