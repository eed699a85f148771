"""What of a text could be taken for markup, and is not."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

from reader.export.markdown import escape, render, scalar
from tests.support.desks import make_article
from tests.support.summaries import rich_summary, seed_summary

SHOW = MarkdownIt("commonmark").enable("table")


@pytest.mark.parametrize(
    "text", ["a_b_c **d** `e`", "[x](y)", "<b>&amp;</b>", "$x$ ==y== %%z%%", "50%"]
)
def test_an_escaped_text_is_shown_as_it_is(text: str) -> None:
    shown = html.fromstring(SHOW.render(f"x {escape(text)}"))
    assert shown.text_content().strip() == f"x {text}"
    assert len(shown) == 0


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"]), min_size=1))
def test_any_text_in_a_cell_stays_in_its_cell(text: str) -> None:
    shown = html.fromstring(SHOW.render(f"| a | b |\n| --- | --- |\n| x{escape(text)}x | c |"))
    assert [td.text_content() for td in shown.xpath("//td")] == [f"x{text}x", "c"]


@given(st.text())
def test_a_scalar_of_the_front_matter_is_one_line_that_reads_back(text: str) -> None:
    written = scalar(text)
    assert len(written.splitlines()) == 1
    if all(ord(c) <= 0xFFFF for c in text):
        assert json.loads(written) == text


def test_a_tag_character_is_written_by_its_number() -> None:
    assert scalar("\U000e0041") == '"\\U000e0041"'


@pytest.mark.parametrize(
    "line", ["- a", "+ a", "1. a", "12) a", "# a", "> a", "    a", "\ta", "===", "---", "| a |"]
)
def test_no_paragraph_of_the_text_begins_anything_else(line: str) -> None:
    summary = seed_summary("en")
    article = make_article([line], title="t")
    text = summary.text
    assert text is not None
    blocks = (text.blocks[2].model_copy(update={"start": 0, "end": len(line), "inline": ()}),)
    full = text.model_copy(update={"text": line, "blocks": blocks})
    written = render(summary.model_copy(update={"text": full, "marks": ()})).decode()
    shown = html.fromstring(SHOW.render(written.split('<div dir="rtl">')[1]))
    assert next(p.text_content().strip() for p in shown.xpath("//p")) == line.strip()
    assert not shown.xpath("//ul|//ol|//h1|//h2|//blockquote|//pre|//hr|//table")
    assert article.text.endswith(line)


def test_the_text_is_left_out_by_choice() -> None:
    written = render(rich_summary("en", include_text=False)).decode()
    assert "Full marked text" not in written
    assert "[^m" not in written


def test_who_signed_off_is_said_when_asked_for() -> None:
    assert (
        "Signed off by: ⁨رئيسة التحرير⁩"
        in render(rich_summary("en", include_signatures=True)).decode()
    )
