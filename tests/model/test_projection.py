"""The shown blocks as one text, with offsets there and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.article import BlockState
from reader.model.projection import Projection
from tests.support.desks import make_article

BLOCKS = st.lists(st.tuples(st.text("ابّ😀\u2028 ", max_size=8), st.booleans()), max_size=8)


def _projected(blocks: list[tuple[str, bool]]) -> tuple[str, Projection]:
    page, spans, at = "\n".join(text for text, _ in blocks), [], 0
    for text, shown in blocks:
        if shown:
            spans.append((at, at + len(text)))
        at += len(text) + 1
    return page, Projection.of(page, spans)


@given(BLOCKS)
def test_the_text_is_the_shown_blocks_joined_by_newlines(blocks):
    _, projection = _projected(blocks)

    assert projection.text == "\n".join(text for text, shown in blocks if shown)


@given(BLOCKS)
def test_every_shown_offset_leads_to_the_page_and_back(blocks):
    page, projection = _projected(blocks)

    for offset in range(len(projection.text) + 1 if projection.spans else 0):
        there = projection.to_page(offset)
        assert projection.from_page(there) == offset
        if offset < len(projection.text) and projection.text[offset] != "\n":
            assert page[there] == projection.text[offset]


@given(BLOCKS, st.data())
def test_a_page_span_shows_what_of_it_is_shown(blocks, data):
    page, projection = _projected(blocks)
    start = data.draw(st.integers(0, len(page)))
    end = data.draw(st.integers(start, len(page)))

    span = projection.span_from_page(start, end)

    shown = [
        page[max(s, start) : min(e, end)] for s, e in projection.spans if s < end and start < e
    ]
    assert (projection.text[slice(*span)] if span else None) == (
        "\n".join(shown) if shown else None
    )


def test_an_offset_in_a_block_that_is_left_out_leads_nowhere():
    _, projection = _projected([("أول", True), ("ثان", False), ("ثالث", True)])

    assert projection.from_page(5) is None
    assert projection.from_page(8) == 4


@pytest.mark.parametrize("offset", [-1, 4])
def test_an_offset_outside_the_text_is_an_error(offset):
    _, projection = _projected([("أول", True)])

    with pytest.raises(IndexError):
        projection.to_page(offset)


def test_with_nothing_shown_every_offset_is_the_start():
    _, projection = _projected([("أول", False)])

    assert projection.to_page(0) == 0
    assert projection.from_page(0) is None


def test_a_persons_choice_counts_more_than_the_vote():
    article = make_article(
        ["أكيد", "محتمل"], title="عنوان", states=(BlockState.SURE, BlockState.DOUBTFUL)
    )

    assert article.text == "عنوان\nأكيد"
    assert article.shown({"b1": False, "b2": True}).text == "عنوان\nمحتمل"
    assert article.shown(everything=True).text == article.page_text
