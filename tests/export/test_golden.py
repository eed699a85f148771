"""The golden files, and what a user's own programs make of them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
from lxml import html
from markdown_it import MarkdownIt

from reader.export import json as json_export
from reader.resource import resource
from tests.export.regenerate import GOLDEN, exports

MADE = dict(exports())
HTML = [name for name in MADE if name.endswith(".html")]
PAGES = [name for name in HTML if "clipboard" not in name]
MARKDOWN = [name for name in MADE if name.endswith(".md")]
JSON = [name for name in MADE if name.endswith(".json") and "differences" not in name]


def tree(name: str) -> html.HtmlElement:
    return html.document_fromstring(MADE[name].decode())


def rendered(name: str) -> html.HtmlElement:
    _, _, body = MADE[name].decode().split("---\n", 2)
    markdown = MarkdownIt("commonmark", {"html": True}).enable("table")
    return html.document_fromstring(markdown.render(body))


@pytest.mark.parametrize("name", MADE)
def test_an_export_is_its_golden_file(name: str) -> None:
    assert MADE[name].decode() == (GOLDEN / name).read_text("utf-8")


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(MADE)


@pytest.mark.parametrize("name", HTML)
def test_html_runs_nothing_and_loads_nothing(name: str) -> None:
    root = tree(name)
    tags = {element.tag for element in root.iter() if isinstance(element.tag, str)}
    assert not tags & {"script", "link", "img", "iframe", "object", "embed", "base", "form", "svg"}
    for element in root.iter():
        assert not [a for a in element.attrib if a.startswith("on") or a in ("src", "srcset")]
        href = element.get("href", "#")
        assert element.tag == "a" or href == "#"
        assert href.startswith(("#", "http://", "https://"))
    assert "url(" not in MADE[name].decode()
    assert "@import" not in MADE[name].decode()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_forbids_itself_all_but_its_style_sheet(name: str) -> None:
    root = tree(name)
    (policy,) = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert not root.xpath("//*[@style]")


@pytest.mark.parametrize("name", HTML)
def test_html_says_its_language_and_direction(name: str) -> None:
    language = "ar" if "_ar" in name else "en"
    (spoken,) = tree(name).xpath("//*[@lang]")
    assert (spoken.get("lang"), spoken.get("dir")) == (
        language, {"ar": "rtl", "en": "ltr"}[language],
    )  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_every_link_within_a_page_leads_somewhere(name: str) -> None:
    root = tree(name)
    wanted = {href[1:] for href in root.xpath("//a/@href") if href.startswith("#")}
    assert wanted <= set(root.xpath("//@id"))
    assert len(root.xpath("//@id")) == len(set(root.xpath("//@id")))


def test_foreign_words_of_html_are_isolated() -> None:
    root = tree("rich_en.html")
    assert root.xpath("//h1/bdi")
    assert root.xpath("//table//td//bdi[text()='مصدر أمني']")


@pytest.mark.parametrize("name", ["rich_ar.html", "rich_ar.md", "rich_ar.clipboard.html"])
def test_a_hostile_title_is_nothing_but_words(name: str) -> None:
    root = rendered(name) if name.endswith(".md") else tree(name)
    (title,) = root.xpath("//h1")
    assert '<script>alert("1")</script> | *عاجل* [رابط](javascript:x) &amp; `رمز` #وسم' in (
        title.text_content()
    )
    assert not title.xpath(".//*[not(self::bdi)]")


@pytest.mark.parametrize("name", MARKDOWN)
def test_markdown_holds_no_html_but_ours(name: str) -> None:
    tags = {element.tag for element in rendered(name).iter()}
    assert tags <= {
        "html", "body", "div", "h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "strong", "em", "a",
        "table", "thead", "tbody", "tr", "th", "td", "br", "hr", "blockquote",
    }  # fmt: skip


@pytest.mark.parametrize("name", MARKDOWN)
def test_the_tables_of_markdown_keep_their_columns(name: str) -> None:
    for table in rendered(name).xpath("//table"):
        widths = {len(row.xpath("th|td")) for row in table.xpath(".//tr")}
        assert len(widths) == 1


def test_the_claims_are_one_row_each_in_markdown_and_html() -> None:
    for root in (rendered("seed_ar.md"), tree("seed_ar.html")):
        rows = root.xpath("(//table)[1]/tbody/tr")
        assert [row.xpath("string(td[1])") for row in rows] == [str(n) for n in range(1, 22)]


def test_the_front_matter_is_one_scalar_a_line() -> None:
    lines = MADE["rich_ar.md"].decode().split("---\n")[1].splitlines()
    values = dict(line.split(": ", 1) for line in lines)
    assert json.loads(values["author"]) == "محرر\u202eرر"
    assert "\u202e" not in values["author"]
    assert values["claims"] == "2"


@pytest.mark.parametrize("name", JSON)
def test_json_follows_its_schema(name: str) -> None:
    jsonschema.validate(json.loads(MADE[name]), json_export.schema())


@pytest.mark.parametrize("name", ["seed_ar.json", "rich_ar.json"])
def test_the_offsets_of_json_point_into_the_text_it_carries(name: str) -> None:
    summary = json.loads(MADE[name])["summary"]
    text = summary["text"]["text"]
    placed = [m for m in summary["marks"] if m["start"] is not None]
    assert placed
    for mark in placed:
        assert text[mark["start"] : mark["end"]] == mark["words"]
    held = [b for b in summary["text"]["blocks"] if b["kind"] != "rule"]
    assert "\n".join(text[b["start"] : b["end"]] for b in held) == text


def test_what_is_private_is_in_no_export() -> None:
    everything = b"".join(MADE.values()).decode()
    assert "رئيسة التحرير" not in everything
    assert "سرّي" not in everything
    assert not re.search(r"00000000-0000-0000-0000-00000000000a", everything)


def test_a_page_that_nobody_marked_has_a_valid_summary() -> None:
    root = tree("bare_en.html")
    assert root.xpath("string(//h1)") == "Untitled"
    assert "No claim is marked in the article." in root.xpath("string(//main)")
    assert not root.xpath("//table")


def test_the_way_to_write_the_golden_files_writes_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.export import regenerate

    monkeypatch.setattr(regenerate, "GOLDEN", tmp_path / "golden")
    regenerate.main()
    assert {path.name for path in (tmp_path / "golden").iterdir()} == set(MADE)


def test_no_style_of_a_mark_can_part_the_letters_of_a_word() -> None:
    css = resource("export", "summary.css").read_text("utf-8")
    rules = re.findall(r"^\s*mark[^{]*\{([^}]*)\}", css, re.MULTILINE)
    properties = {line.split(":")[0].strip() for rule in rules for line in rule.split(";")[:-1]}
    assert len(rules) == 5
    assert properties <= {
        "background", "color", "text-decoration", "text-underline-offset", "print-color-adjust",
        "-webkit-print-color-adjust",
    }  # fmt: skip
