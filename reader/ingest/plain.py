"""Plain text as an article: every line counts, since nothing says what is furniture."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from lxml import etree

from reader.ingest import dated
from reader.ingest.assemble import assemble
from reader.ingest.clean import clean
from reader.ingest.dates import find_dates
from reader.ingest.draft import Box, Draft
from reader.ingest.head import Head, one_line
from reader.ingest.inline import LINE_BREAK
from reader.ingest.json_ld import Structured
from reader.ingest.page import Reading
from reader.ingest.repair import Verdict
from reader.model.article import BlockKind, BlockState, Counted, DateStatement, Metadata

_LINE_END: Final = re.compile(r"\r\n|[\r\n]")
_BETWEEN: Final = re.compile(r"\n(?:[^\S\n]*\n)+")
_MAX_TITLE: Final = 200  # characters
_TITLE_AMONG: Final = 3  # paragraphs: copied text may begin with the page's date strip
_MIN_PROSE: Final = 20  # words
_SENTENCE_END: Final = (".", "۔", "…", ":", "؛", ";")


def read_text(text: str) -> Reading:
    """The reading of a plain text: a paragraph for each group of lines between empty ones.

    Lines within a group are kept apart by U+2028. A text without empty lines, as many programs
    export it, has a paragraph for each line. One of the first paragraphs is the title where it
    looks like a headline: short, one line, no sentence, no date, and set off from a text that
    follows. The title comes first, also where a line of the page stood above it.
    """
    counter: Counter[str] = Counter()
    cleaned = clean(_LINE_END.sub("\n", text), counter).strip()
    is_spaced = _BETWEEN.search(cleaned) is not None
    groups = _BETWEEN.split(cleaned) if is_spaced else cleaned.split("\n")
    body = Box(etree.Element("body"), None)
    drafts = [Draft(BlockKind.PARAGRAPH, body, _paragraph(group)) for group in groups if group]
    title = _headline(drafts) if is_spaced else None
    dates = _dates(drafts, title)
    if title is not None:
        drafts[title].kind = BlockKind.TITLE
        drafts.insert(0, drafts.pop(title))
    page_text, blocks, article = assemble(
        drafts, [Verdict(BlockState.SURE, "plain") for _ in drafts]
    )
    return Reading(
        page_text=page_text,
        blocks=blocks,
        dir=article,
        metadata=Metadata(
            title="" if title is None else one_line(drafts[0].text),
            title_from="" if title is None else "first_line",
            published=dated.choose(dates),
            dates=dates,
        ),
        removed=tuple(Counted(code=code, count=count) for code, count in counter.items()),
    )


def _paragraph(group: str) -> str:
    # No-break spaces stay, as they do in a page.
    return LINE_BREAK.join(line.strip(" \t") for line in group.split("\n"))


def _headline(drafts: Sequence[Draft]) -> int | None:
    before_the_last = drafts[: min(_TITLE_AMONG, len(drafts) - 1)]
    return next((i for i, d in enumerate(before_the_last) if _is_headline(d.text)), None)


def _is_headline(text: str) -> bool:
    if len(text) > _MAX_TITLE or LINE_BREAK in text or text.endswith(_SENTENCE_END):
        return False
    return next(find_dates(text), None) is None


def _dates(drafts: Sequence[Draft], title: int | None) -> tuple[DateStatement, ...]:
    counts = [len(d.text.split()) for d in drafts]
    prose = (i for i, count in enumerate(counts) if count >= _MIN_PROSE)
    place = dated.Place(
        drafts=drafts,
        counts=counts,
        stamps=(),
        title=-1 if title is None else title,
        body_start=next(prose, 0),
        body_end=len(drafts) - 1,
        addresses=(),
        saved_at=None,
    )
    return dated.statements(Head(), Structured(), place)
