"""A comparison as a file: what stands in it, and what a user's own programs make of it."""

from __future__ import annotations

import json
from typing import get_args

import jsonschema
import pytest
from lxml import html
from markdown_it import MarkdownIt

from reader.export.comparison import render_comparison, schema
from reader.model.comparison import Comparison
from reader.model.summary import Language
from reader.session.comparing import Version, compare
from reader.session.comparison_rows import rows_shown
from tests.export.regenerate import differences
from tests.support.pages import an_article
from tests.support.summaries import EVIL_TITLE, rich_comparison

MADE = dict(differences())
LANGUAGES: tuple[Language, ...] = get_args(Language)


def written(comparison: Comparison, form: str, language: Language = "en") -> str:
    return render_comparison(comparison, form, language).decode()


def of(old: str, new: str) -> Comparison:
    both = (an_article(*text.split("\n")) for text in (old, new))
    return compare(*(Version(article=article) for article in both))


@pytest.mark.parametrize("form", ["text", "html", "md", "json"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_format_carries_the_sentence(form: str, language: Language) -> None:
    extension = "txt" if form == "text" else form
    said = {
        "ar": "حُذفت فقرة، وأُضيفت فقرة، ونُقلت فقرة، دون تنويه ظاهر",
        "en": "with no visible notice",
    }
    assert said[language] in MADE[f"differences_{language}.{extension}"].decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_json_follows_its_schema(language: Language) -> None:
    jsonschema.validate(json.loads(MADE[f"differences_{language}.json"]), schema())


def test_the_runs_of_json_count_in_the_text_of_their_paragraph() -> None:
    rows = json.loads(MADE["differences_en.json"])["comparison"]["rows"]
    for paragraph in (p for row in rows for p in (*row["old"], *row["new"])):
        pieces = [paragraph["text"][r["start"] : r["end"]] for r in paragraph["runs"]]
        assert "".join(pieces) == paragraph["text"]


def test_html_sets_what_differs_in_elements_that_say_so() -> None:
    root = html.document_fromstring(MADE["differences_ar.html"].decode())
    assert [e.text for e in root.xpath("//td//del[@class='number']")] == ["29"]
    assert [e.text for e in root.xpath("//td//ins[@class='number']")] == ["30"]
    assert root.xpath("//td//span[@class='moved']")


def test_the_paragraphs_of_html_have_their_own_direction() -> None:
    root = html.document_fromstring(MADE["differences_en.html"].decode())
    assert {e.get("dir") for e in root.xpath("//td/div[@class='paragraph']")} == {"rtl"}


def test_html_holds_the_words_of_both_versions_verbatim() -> None:
    comparison = rich_comparison()
    root = html.document_fromstring(written(comparison, "html"))
    cells = [e.text_content() for e in root.xpath("//div[@class='facing']//td/div[@dir]")]
    texts = [
        p.text.replace("\u2028", "").replace("\ufffe", "\N{REPLACEMENT CHARACTER}")
        for row in comparison.rows
        if row.changes
        for p in (*row.old, *row.new)
    ]
    assert sorted(cells) == sorted(texts)


@pytest.mark.parametrize("form", ["html", "md"])
def test_hostile_words_are_nothing_but_words(form: str) -> None:
    source = written(rich_comparison(), form)
    if form == "md":
        markdown = MarkdownIt("commonmark", {"html": True}).enable("table")
        source = markdown.render(source.split("---\n", 2)[2])
    root = html.document_fromstring(source)
    assert not root.xpath("//script|//b|//code|//em|//a[not(starts-with(@href,'http'))]")
    assert EVIL_TITLE in root.text_content()


def test_markdown_shows_what_differs_by_signs() -> None:
    assert r"قتل \[-29-\] شخصا" in written(of("قتل 29 شخصا", "قتل 31 شخصا"), "md")
    assert r"قتل \{+31+\} شخصا" in written(of("قتل 29 شخصا", "قتل 31 شخصا"), "md")


def test_text_sets_the_old_words_behind_a_minus_and_the_new_ones_behind_a_plus() -> None:
    lines = written(of("قتل 29 شخصا", "قتل 31 شخصا"), "text").splitlines()
    assert "\u200e− \u2068قتل [-29-] شخصا\u2069" in lines
    assert "\u200e+ \u2068قتل {+31+} شخصا\u2069" in lines


def test_the_lines_of_an_arabic_text_begin_on_the_right() -> None:
    lines = written(of("قتل 29 شخصا", "قتل 31 شخصا"), "text", "ar").splitlines()
    assert "\u200f− \u2068قتل [-29-] شخصا\u2069" in lines


def test_text_says_how_many_paragraphs_did_not_change() -> None:
    text = written(of("أولى\nثانية\nقتل 29 شخصا", "أولى\nثانية\nقتل 31 شخصا"), "text")
    assert "(2 paragraphs unchanged)" in text


def test_text_that_differs_in_nothing_shows_no_paragraphs() -> None:
    text = written(of("قال إن القوات دخلت", "قال إن القوات دخلت"), "text")
    assert text.endswith("Nothing differs in the text.\n")


def test_all_paragraphs_are_shown_where_that_is_asked_for() -> None:
    comparison = of("قال إن القوات دخلت", "قال إن القوات دخلت")
    data = render_comparison(comparison, "text", "en", shown=rows_shown(comparison))
    assert "قال إن القوات دخلت" in data.decode()


def test_a_notice_is_quoted() -> None:
    comparison = of("قتل 29 شخصا", "قتل 31 شخصا\nتصحيح: عدد القتلى 31")
    assert "Notice in the newer version: “⁨تصحيح: عدد القتلى 31⁩”" in written(comparison, "text")


def test_a_row_says_how_many_marks_it_touches() -> None:
    assert "Touches 2 marks" in written(rich_comparison(), "html")


def test_moments_of_saving_head_both_columns() -> None:
    text = written(rich_comparison(), "text")
    assert text.count("UTC") >= 2
