"""Pages made to be slow: each is on the screen in under two seconds."""

from __future__ import annotations

import time

import pytest

from reader.gui.page.reading_view import ReadingView
from reader.ingest import load_bytes
from reader.model.article import Article, BlockKind, BlockState, Cell, Inline, InlineKind
from tests.support import hostile
from tests.support.pages import Row, an_article

MOST_SECONDS = 2.0
SENTENCE = "وقال مصدر أمني إن عبوتين ناسفتين انفجرتا برتلين يحملان معدات غير عسكرية. "


def many_runs() -> Article:
    """One block of 100,000 characters with 10,000 links and as many isolates."""
    article = an_article("كلمة " * 20_000)
    runs = tuple(
        Inline(
            kind=InlineKind.LINK if number % 2 else InlineKind.ISOLATE,
            start=number * 5,
            end=number * 5 + 4,
            href="https://a.example/" if number % 2 else None,
        )
        for number in range(20_000)
    )
    block = article.blocks[0].model_copy(update={"inline": runs})
    return article.model_copy(update={"blocks": (block,)})


def wide_table() -> Article:
    cell = BlockKind.CELL
    return an_article(
        *(
            Row("خلية", cell, cell=Cell(table=0, row=row, column=column, colspan=100, rowspan=100))
            for row in range(0, 3000, 100)
            for column in range(100)
        )
    )


PAGES = {
    "11 MB in one paragraph": lambda: an_article(SENTENCE * (11_000_000 // 2 // len(SENTENCE))),
    "11 MB without a space": lambda: an_article("ابتث" * (11_000_000 // 2 // 4)),
    "200,000 characters without a space": lambda: an_article("ا" * 200_000),
    "200,000 Latin ones": lambda: an_article("x" * 200_000),
    "20,000 runs in a block": many_runs,
    "cells that all span a hundred": wide_table,
    "30 nested tables": lambda: load_bytes(hostile.nested_tables(), name="x.html"),
    "colspan bomb": lambda: load_bytes(hostile.span_bomb(), name="x.html"),
    "30,000 short blocks": lambda: an_article(
        *(
            Row("سطر", state=BlockState.DOUBTFUL if n % 2 else BlockState.SURE)
            for n in range(30_000)
        )
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", PAGES)
def test_a_nasty_page_opens_at_once(page, name):
    article = PAGES[name]()
    view = page(an_article("قبله"))
    began = time.perf_counter()
    view.show_article(article, [b.id for b in article.blocks])
    view.viewport().repaint()
    assert time.perf_counter() - began < MOST_SECONDS
    assert shows_text(view, article)


def shows_text(view: ReadingView, article: Article) -> bool:
    """Whether the first characters of the page are on the screen."""
    return not view.span_rect(0, min(len(article.page_text), 20)).isEmpty()


@pytest.mark.slow
def test_the_end_of_a_long_text_is_there_and_can_be_gone_to(page):
    article = an_article(SENTENCE * 10_000, "آخر ما قيل")
    view = page(article)
    end = len(article.page_text)
    view.select(end - 3, end)
    assert not view.selection_rect().isEmpty()
    assert view.selection() == (end - 3, end)
