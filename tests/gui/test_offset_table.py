"""Offsets of the page against positions of the document."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor

from reader.gui.page.document import ArticleDocument, Shown
from reader.gui.page.document_builder import MAX_LAYOUT, build, displayed
from reader.model.article import BlockKind, BlockState, Cell, Direction, InlineKind
from tests.support.pages import Row, an_article, find, shown_in

LETTERS = st.sampled_from(
    [*"ابتثمل ", "ّ", "َ", "ـ", "a", "7", "(", "\u00a0", "\u2028", "\u200c", "😀", "𝒳"]
)
TEXTS = st.text(LETTERS, min_size=1, max_size=30)
STATES = st.sampled_from(list(BlockState))
KINDS = st.sampled_from(
    [BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.TITLE, BlockKind.RULE]
)


@st.composite
def rows(draw):
    """A block of any kind, with a bold run and an isolate somewhere in it."""
    kind = draw(KINDS)
    text = "" if kind is BlockKind.RULE else draw(TEXTS)
    runs = ()
    if text:
        first = draw(st.integers(0, len(text) - 1))
        last = draw(st.integers(first + 1, len(text)))
        runs = ((InlineKind.ISOLATE, text[first:last]), (InlineKind.BOLD, text[: last - first]))
    return Row(text, kind, draw(STATES), draw(st.sampled_from(list(Direction))), runs=runs)


def text_between(document: ArticleDocument, position: int, end: int) -> str:
    cursor = QTextCursor(document)
    cursor.setPosition(position)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


@settings(max_examples=60)
@given(st.lists(rows(), min_size=1, max_size=6), st.booleans())
def test_every_offset_that_is_shown_comes_back_from_its_position(style, blocks, everything):
    article = an_article(*blocks)
    document = build(article, Shown(shown_in(article), everything), style)
    for block in article.blocks:
        if not block.has_text or not (everything or block.id in shown_in(article)):
            continue
        for offset in range(block.start, block.end):
            position = document.table.position(offset)
            assert position is not None
            assert document.table.offset(position) == offset
            char = displayed(article.page_text[offset])
            units = len(char.encode("utf-16-le")) // 2
            assert text_between(document, position, position + units) == char


@settings(max_examples=60)
@given(st.lists(rows(), min_size=1, max_size=6), st.data())
def test_copied_text_is_the_canonical_text_of_what_is_shown(style, blocks, data):
    article = an_article(*blocks)
    document = build(article, Shown(shown_in(article)), style)
    start = data.draw(st.integers(0, len(article.page_text)))
    end = data.draw(st.integers(start, len(article.page_text)))
    shown = article.shown()
    span = shown.span_from_page(start, end)
    expected = shown.text[span[0] : span[1]] if span else ""
    expected = expected.replace("\u2028", "\n")
    # A span that begins or ends at a block's edge takes no newline along.
    assert document.table.text(start, end).strip("\n") == expected.strip("\n")


def test_a_position_inside_a_surrogate_pair_is_the_start_of_its_character(style):
    article = an_article("اب😀جد")
    table = build(article, Shown(shown_in(article)), style).table
    start = table.position(2)
    assert [table.offset(start + units) for units in range(4)] == [2, 2, 3, 4]


def test_a_block_that_is_left_out_has_no_position(style):
    article = an_article("أول", Row("محذوف", state=BlockState.DROPPED), "آخر")
    table = build(article, Shown(shown_in(article)), style).table
    assert table.position(find(article, "محذوف")[0] + 1) is None
    assert table.nearest(find(article, "محذوف")[0] + 1) == table.position(find(article, "آخر")[0])


def test_a_long_paragraph_is_cut_for_layout_and_keeps_every_offset(style):
    article = an_article("كلمة " * 9_000 + "ختام", "بعده")
    document = build(article, Shown(shown_in(article)), style)
    assert document.blockCount() == 4
    assert all(p.end - p.start <= MAX_LAYOUT for p in document.table.pieces)
    for offset in (0, MAX_LAYOUT, 2 * MAX_LAYOUT, find(article, "ختام")[0]):
        assert document.table.offset(document.table.position(offset)) == offset
    assert document.table.text(0, len(article.page_text)) == article.page_text


def test_a_span_that_ends_between_two_pieces_ends_in_the_first(style):
    article = an_article("كلمة " * 9_000)
    table = build(article, Shown(shown_in(article)), style).table
    cut = table.pieces[0].end
    assert table.position(cut, ending=True) == table.pieces[0].position_end
    assert table.position(cut) == table.pieces[1].position


def test_a_word_without_end_is_cut_between_clusters(style):
    article = an_article("بّ" * 12_500)
    document = build(article, Shown(shown_in(article)), style)
    assert [p.start % 2 for p in document.table.pieces] == [0, 0]


def test_in_a_right_to_left_table_cells_keep_their_offsets(style):
    cells = [
        Row(text, BlockKind.CELL, cell=Cell(table=0, row=i // 2, column=i % 2))
        for i, text in enumerate(["البلد", "العدد", "مصر", "٣٠"])
    ]
    article = an_article("قبل", *cells, "بعد")
    document = build(article, Shown(shown_in(article)), style)
    table = document.table
    for offset in range(len(article.page_text)):
        assert table.offset(table.position(offset)) == offset
    assert table.position(find(article, "البلد")[0]) > table.position(find(article, "العدد")[0])
    assert table.text(0, len(article.page_text)) == article.page_text


def test_an_empty_article_has_one_position(style):
    table = build(an_article(), Shown(frozenset()), style).table
    assert (table.nearest(0), table.offset(5), table.position(0)) == (0, 0, None)
