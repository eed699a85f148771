"""Plain text as an article: every line counts, since nothing says what is furniture."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from reader.ingest import direction
from reader.ingest.clean import clean
from reader.ingest.page import Reading
from reader.model.article import Block, BlockKind, BlockState, Counted, Direction, Metadata

_LINE_END: Final = re.compile(r"\r\n|[\r\n]")
_BETWEEN: Final = re.compile(r"\n(?:[^\S\n]*\n)+")
_LINE_BREAK: Final = "\u2028"
_MAX_TITLE: Final = 200  # characters
_SENTENCE_END: Final = (".", "۔", "…", ":", "؛", ";")


def read_text(text: str) -> Reading:
    """The reading of a plain text: a paragraph for each group of lines between empty ones.

    Lines within a group are kept apart by U+2028. A text without empty lines, as many programs
    export it, has a paragraph for each line. The first paragraph is the title where it looks
    like a headline: short, one line, no sentence, and set off from a text that follows.
    """
    counter: Counter[str] = Counter()
    cleaned = clean(_LINE_END.sub("\n", text), counter).strip()
    is_spaced = _BETWEEN.search(cleaned) is not None
    groups = _BETWEEN.split(cleaned) if is_spaced else cleaned.split("\n")
    paragraphs = [_paragraph(group) for group in groups]
    page_text = "\n".join(paragraphs)
    article = direction.of_text([page_text])
    title = paragraphs[0] if is_spaced and _is_headline(groups[0]) else ""
    return Reading(
        page_text=page_text,
        blocks=_blocks(paragraphs, article, has_title=bool(title)),
        dir=article,
        metadata=Metadata(title=title, title_from="first_line" if title else ""),
        removed=tuple(Counted(code=code, count=count) for code, count in counter.items()),
    )


def _paragraph(group: str) -> str:
    # No-break spaces stay, as they do in a page.
    return _LINE_BREAK.join(line.strip(" \t") for line in group.split("\n"))


def _is_headline(group: str) -> bool:
    return len(group) <= _MAX_TITLE and "\n" not in group and not group.endswith(_SENTENCE_END)


def _blocks(paragraphs: list[str], article: Direction, *, has_title: bool) -> tuple[Block, ...]:
    blocks = []
    start = 0
    for number, paragraph in enumerate(paragraphs):
        end = start + len(paragraph)
        blocks.append(
            Block(
                id=f"b{number}",
                kind=BlockKind.TITLE if has_title and not number else BlockKind.PARAGRAPH,
                start=start,
                end=end,
                dir=direction.of_block(paragraph, "", article),
                state=BlockState.SURE,
                reason="plain_text",
            )
        )
        start = end + 1
    return tuple(blocks)
