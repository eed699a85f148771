"""The title, verbatim, and its block."""

from __future__ import annotations

import pytest

from reader.ingest.title import outlet_after, without_outlet
from reader.model.article import BlockKind
from tests.support.readings import paragraphs, read, sure, text_of

TITLE = "«الطريق العام» يعود إلى العمل بعد صيانة طويلة"


def page(heading: str, head: str) -> str:
    return f"<html><head>{head}</head><body>{heading}<div>{paragraphs(9)}</div></body></html>"


def og(text: str) -> str:
    return f'<meta property="og:title" content="{text}">'


def found(heading: str, head: str) -> tuple[str, str]:
    metadata = read(page(heading, head)).metadata
    return metadata.title, metadata.title_from


@pytest.mark.parametrize(
    "head",
    [og(TITLE), f"<title>{TITLE} - أخبار المدينة</title>", og(TITLE.replace("«", "&quot;")), ""],
)
def test_the_page_s_own_heading_is_the_title(head: str) -> None:
    assert found(f"<h1> {TITLE}\n</h1>", head) == (TITLE, "h1")


def test_the_title_is_the_first_block_and_is_shown_once() -> None:
    reading = read(page(f"<ul><li><a href=/>الأولى</a></ul><h1>{TITLE}</h1>", og(TITLE)))
    assert reading.blocks[0].kind is BlockKind.TITLE
    assert (reading.blocks[0].state, reading.blocks[0].reason) == ("sure", "title")
    assert reading.blocks[0].level == 0
    assert sure(reading).count(TITLE) == 1


def test_a_heading_with_a_line_break_is_a_title_on_one_line() -> None:
    reading = read(page("<h1>عنوان أول<br>وسطر ثان</h1>", ""))
    assert reading.metadata.title == "عنوان أول وسطر ثان"
    assert text_of(reading, reading.blocks[0]) == "عنوان أول\u2028وسطر ثان"


def test_a_logo_in_an_h1_is_no_title() -> None:
    heading = f"<h1><a href=/>أخبار المدينة</a></h1><h1>أخبار المدينة</h1><h2>{TITLE}</h2>"
    assert found(heading, f"<title>{TITLE} | أخبار المدينة</title>") == (TITLE, "title")


def test_a_block_that_says_the_same_is_taken_for_the_title() -> None:
    assert found(f"<div class=t>{TITLE}</div>", og(TITLE)) == (TITLE, "og")


@pytest.mark.parametrize("box", ["<nav>{}</nav>", "<div hidden>{}</div>", "<button>{}</button>"])
def test_menus_and_hidden_blocks_are_no_title(box: str) -> None:
    reading = read(page(box.format(f"<h1>{TITLE}</h1>"), og(f"{TITLE} اليوم")))
    assert reading.blocks[0].reason == "metadata"


def test_without_a_block_the_title_is_made_from_what_the_head_says() -> None:
    reading = read(page("", og(TITLE)))
    block = reading.blocks[0]
    assert (block.kind, block.state, block.reason) == ("title", "sure", "metadata")
    assert text_of(reading, block) == reading.metadata.title == TITLE


def test_a_heading_that_the_head_words_otherwise_is_still_the_title() -> None:
    assert found(f"<h1>{TITLE}</h1>", og("كل ما نعرفه عن إغلاق الجسر")) == (TITLE, "h1")


def test_the_headline_of_json_ld_is_used_where_nothing_else_says_it() -> None:
    json = f'{{"@type": "NewsArticle", "headline": "{TITLE}"}}'
    head = f'<script type="application/ld+json">{json}</script>'
    assert found("", head) == (TITLE, "json_ld")


def test_a_page_without_a_title_has_none() -> None:
    reading = read(page("", ""))
    assert (reading.metadata.title, reading.metadata.title_from) == ("", "")
    assert BlockKind.TITLE not in {b.kind for b in reading.blocks}


def test_a_page_without_text_gets_no_block_for_its_title() -> None:
    reading = read(f"<title>{TITLE}</title><body><script>x()</script>")
    assert (reading.page_text, reading.blocks) == ("", ())


@pytest.mark.parametrize(
    ("text", "outlet", "title"),
    [
        ("عنوان الخبر - زاكروس عربية", "زاكروس عربية", "عنوان الخبر"),
        ("زاكروس عربية | عنوان الخبر", "زاكروس عربية", "عنوان الخبر"),
        ("A long enough headline here | The Daily Ledger", "", "A long enough headline here"),
        ("Short title - What they said", "", "Short title - What they said"),
        ("A headline - and more of it", "Ledger", "A headline - and more of it"),
        ("عنوان بلا اسم", "زاكروس", "عنوان بلا اسم"),
        ("Jean-Pierre says no", "", "Jean-Pierre says no"),
    ],
)  # fmt: skip
def test_the_outlet_s_name_is_taken_off(text: str, outlet: str, title: str) -> None:
    assert without_outlet(text, outlet) == title


@pytest.mark.parametrize(
    ("title", "whole", "outlet"),
    [
        ("عنوان الخبر", "عنوان الخبر - زاكروس عربية", "زاكروس عربية"),
        ("A - B", "A - B", ""),
        ("عنوان", "عنوان", ""),
        ("t", "t | one two three four five six seven", ""),
    ],
)
def test_the_outlet_stands_after_the_title(title: str, whole: str, outlet: str) -> None:
    assert outlet_after(title, whole) == outlet
