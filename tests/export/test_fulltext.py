"""The full text as a tree: marks cut where they meet, inline runs whole, letters joined."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.export.fulltext import Node, Placed, Reference, Words, Wrapped, grid, groups, nodes
from reader.model.article import BlockKind, Cell, Direction, Inline, InlineKind
from reader.model.summary import MarkRow, TextBlock
from reader.model.vocabulary import MarkType


def block(
    text: str,
    *,
    inline: Sequence[Inline] = (),
    kind: BlockKind = BlockKind.PARAGRAPH,
    **fields: object,
) -> TextBlock:
    values = {"level": 0, "ordinal": None, "cell": None} | fields
    return TextBlock(
        kind=kind, start=0, end=len(text), dir=Direction.RTL, inline=tuple(inline), **values
    )


def mark(number: int, start: int | None, end: int | None) -> MarkRow:
    return MarkRow(
        number=number,
        type=MarkType.HIGHLIGHT,
        words="",
        start=start,
        end=end,
        claim=None,
        source=None,
        codes=(),
        note="",
    )


def run(start: int, end: int, kind: InlineKind = InlineKind.BOLD) -> Inline:
    return Inline(kind=kind, start=start, end=end)


def shape(found: Sequence[Node]) -> list[object]:
    """Words with the numbers of their marks, references as numbers, runs as lists."""
    result: list[object] = []
    for node in found:
        match node:
            case Words(text, marks):
                result.append((text, *(m.number for m in marks)))
            case Reference(ended):
                result.append(ended.number)
            case Wrapped(_, inside):
                result.append(shape(inside))
    return result


def flat(found: Sequence[Node]) -> str:
    parts = []
    for node in found:
        match node:
            case Words(text):
                parts.append(text)
            case Wrapped(_, inside):
                parts.append(flat(inside))
    return "".join(parts)


def test_overlapping_marks_are_cut_where_they_meet() -> None:
    text = "aa bb cc"
    found = nodes(text, block(text), [mark(1, 0, 5), mark(2, 3, 8)])
    assert shape(found) == [("aa ", 1), ("bb", 1, 2), 1, (" cc", 2), 2]


def test_a_reference_stands_behind_the_link_in_which_its_mark_ends() -> None:
    text = "aa bb cc"
    inline = [run(0, 5, InlineKind.LINK), run(0, 2)]
    found = nodes(text, block(text, inline=inline), [mark(1, 0, 2), mark(2, 0, 8)])
    assert shape(found) == [[[("aa", 1, 2)], (" bb", 2)], 1, (" cc", 2), 2]


def test_a_reference_stands_behind_the_word_in_which_its_mark_ends() -> None:
    text = "لمصدرين هنا"
    found = nodes(text, block(text), [mark(1, 1, 5)])
    assert shape(found) == [("ل",), ("مصدر", 1), ("ين",), 1, (" هنا",)]


def test_a_word_ends_with_its_block() -> None:
    text = "مصدر"
    assert shape(nodes(text + "ين", block(text), [mark(1, 0, 2)])) == [("مص", 1), ("در",), 1]


def test_an_inline_run_stays_whole_and_the_marks_are_cut_within() -> None:
    text = "ab cd ef"
    found = nodes(text, block(text, inline=[run(3, 8), run(6, 7)]), [mark(1, 0, 4)])
    assert shape(found) == [("ab ", 1), [("c", 1), ("d",), 1, (" ",), [("e",)], ("f",)]]


def test_runs_that_cross_are_cut_to_nest() -> None:
    text = "abcdef"
    found = nodes(text, block(text, inline=[run(0, 4), run(2, 6), run(3, 3)]), [])
    assert shape(found) == [[("ab",), [("cd",)]], ("ef",)]


def test_a_mark_over_several_blocks_is_referred_to_where_it_ends() -> None:
    text = "aa\nbb"
    first = block("aa")
    second = first.model_copy(update={"start": 3, "end": 5})
    marks = [mark(1, 0, 5)]
    assert shape(nodes(text, first, marks)) == [("aa", 1)]
    assert shape(nodes(text, second, marks)) == [("bb", 1), 1]


def test_a_mark_without_a_place_marks_nothing() -> None:
    assert shape(nodes("aa", block("aa"), [mark(1, None, None)])) == [("aa",)]


spans = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda s: (min(s), max(s)))


@given(
    st.text("اب ّab1", min_size=30, max_size=30),
    st.lists(spans.filter(lambda s: s[0] < s[1]), max_size=6),
    st.lists(spans, max_size=6),
)
def test_no_character_is_lost_and_each_mark_is_referred_to_once(
    text: str, marked: list[tuple[int, int]], runs: list[tuple[int, int]]
) -> None:
    marks = [mark(n, *span) for n, span in enumerate(marked)]
    found = nodes(text, block(text, inline=[run(*span) for span in runs]), marks)
    assert flat(found) == text
    assert sorted(_references(found)) == list(range(len(marks)))


def _references(found: Sequence[Node]) -> list[int]:
    numbers = [n.mark.number for n in found if isinstance(n, Reference)]
    return numbers + [i for n in found if isinstance(n, Wrapped) for i in _references(n.inside)]


@pytest.mark.parametrize(
    ("fields", "sizes"),
    [
        ([{"level": 1}, {"level": 1}, {"level": 2}], [2, 1]),
        ([{"level": 1}, {"level": 1, "ordinal": 1}], [1, 1]),
    ],
)
def test_neighbouring_items_of_a_list_are_a_group(
    fields: list[dict[str, object]], sizes: list[int]
) -> None:
    items = [block("a", kind=BlockKind.LIST_ITEM, **f) for f in fields]
    assert [len(group) for group in groups(items)] == sizes


def test_paragraphs_stand_alone_and_the_cells_of_a_table_together() -> None:
    cells = [
        block("a", kind=BlockKind.CELL, cell=Cell(table=t, row=0, column=c))
        for t, c in ((0, 0), (0, 1), (1, 0))
    ]
    assert [len(group) for group in groups([block("a"), block("b"), *cells])] == [1, 1, 2, 1]


def test_rows_and_columns_without_a_cell_take_no_room() -> None:
    cells = [
        block("a", kind=BlockKind.CELL, cell=Cell(table=0, row=r, column=c))
        for r, c in ((0, 0), (1_000_000, 2_000_000), (1_000_000, 2_000_000))
    ]
    table = grid(cells)
    assert (table.rows, table.columns) == ([0, 1_000_000], [0, 2_000_000])
    assert len(table.cells[1_000_000, 2_000_000]) == 2


@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)).map(sorted)),
    st.tuples(st.integers(0, 40), st.integers(0, 40)).map(sorted),
)
def test_the_marks_near_a_block_weave_it_as_all_marks_do(spans, where):
    text = "ab " * 14
    marks = [mark(n, *span) for n, span in enumerate(spans, start=1) if span[0] < span[1]]
    part = block(text).model_copy(update={"start": where[0], "end": where[1]})

    assert nodes(text, part, Placed(marks).near(part)) == nodes(text, part, marks)
