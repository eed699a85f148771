"""Pages written in a test, walked or read without a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime

from reader.ingest import tree
from reader.ingest.blocks import walk
from reader.ingest.draft import Draft, Walked
from reader.ingest.page import Page, Reading
from reader.ingest.reading import read_page
from reader.model.article import Block, BlockState

SENTENCE = "قالت الوزارة إن أعمال الصيانة في الطريق العام ستنتهي قبل نهاية الشهر المقبل"
"""Prose that both extractors take for an article, when there is enough of it."""


def paragraphs(count: int = 6) -> str:
    """Different paragraphs of prose."""
    return "".join(f"<p>{SENTENCE}، وفق بيان رقم {n} نشرته أمس.</p>" for n in range(count))


def page_of(
    html: str,
    *,
    base_url: str = "",
    claimed_url: str = "",
    saved_at: datetime | None = None,
    resolve: Callable[[str], str | None] = lambda _: None,
) -> Page:
    return Page(html, tree.build(html), base_url, claimed_url, saved_at, resolve)


def walked(html: str, base_url: str = "") -> Walked:
    return walk(page_of(html, base_url=base_url), Counter())


def drafts(html: str) -> list[Draft]:
    return walked(html).drafts


def texts(html: str) -> list[str]:
    return [d.text for d in drafts(html)]


def read(html: str, **fields: str) -> Reading:
    return read_page(page_of(html, **fields))


def text_of(reading: Reading, block: Block) -> str:
    return reading.page_text[block.start : block.end]


def of_state(reading: Reading, state: BlockState) -> list[str]:
    return [text_of(reading, b) for b in reading.blocks if b.has_text and b.state is state]


def sure(reading: Reading) -> list[str]:
    return of_state(reading, BlockState.SURE)


def block_with(reading: Reading, words: str) -> Block:
    """The first block whose text holds `words`."""
    return next(b for b in reading.blocks if words in text_of(reading, b))
