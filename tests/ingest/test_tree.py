"""The tree of a page."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from reader.ingest import tree
from reader.ingest.limits import MAX_ATTRIBUTE_CHARS, MAX_DEPTH
from tests.support import hostile


def markup(html: str) -> str:
    """The body's content, as markup."""
    body = tree.build(html).find("body")
    assert body is not None
    text = etree.tostring(body, encoding="unicode")
    return text.removeprefix("<body>").removesuffix("</body>").replace("<body/>", "")


def words(html: str) -> str:
    return "".join(tree.build(html).itertext())


@pytest.mark.parametrize(
    "html",
    [
        "", "  \n", "نص", "<p>أ", "<html><head></head><body></body></html>", "<frameset><frame>",
        "</p>", "<body><html><head><body>", "<!-- -->", "<!DOCTYPE html>", "<title>أ</title>", "<",
        "&",
    ],
)  # fmt: skip
def test_the_tree_is_always_html_with_a_head_and_a_body(html: str) -> None:
    root = tree.build(html)
    assert [root.tag, *(child.tag for child in root)] == ["html", "head", "body"]


@given(st.text(alphabet="<>/=\"' abpx!-\n\x00\ud800؟ا", max_size=60))
def test_any_string_gives_a_tree(html: str) -> None:
    assert tree.build(html).tag == "html"


def test_attributes_of_html_and_body_are_kept() -> None:
    root = tree.build('<html lang="ar" dir="rtl"><body class="news"><p>أ')
    assert dict(root.attrib) == {"lang": "ar", "dir": "rtl"}
    assert root[1].get("class") == "news"


def test_text_before_the_body_and_after_its_end_is_in_the_body() -> None:
    assert markup("قبل<p>أ</p></body></html>بعد<p>ب") == "قبل<p>أ</p>بعد<p>ب</p>"


def test_what_strays_into_the_head_goes_to_the_body() -> None:
    root = tree.build("<head><title>عنوان</title><textarea>أ</textarea><meta name=x></head>")
    assert [child.tag for child in root[0]] == ["title", "meta"]
    assert [child.tag for child in root[1]] == ["textarea"]


def test_head_elements_outside_of_any_section_are_in_the_head() -> None:
    root = tree.build("<html><head></head><meta name=x><p>أ")
    assert root.find("head/meta") is not None


def test_text_is_verbatim_with_its_entities_read() -> None:
    assert words("<p>می\u200cروم &amp; &laquo;أ&raquo;&nbsp;\u0651\u064e &#x200F;</p>") == (
        "می\u200cروم & «أ»\u00a0\u0651\u064e \u200f"
    )


def test_line_ends_of_windows_and_old_macs_become_line_feeds() -> None:
    page = tree.parse("<pre>أ\r\nب\rج</pre>")
    assert "".join(page.root.itertext()) == "أ\nب\nج"
    assert not page.removed


def test_the_bytes_a_page_calls_its_encoding_do_not_change_a_decoded_text() -> None:
    assert (
        words('<?xml version="1.0" encoding="utf-16"?><meta charset=windows-1256><p>خبر') == "خبر"
    )


def test_event_handlers_and_unknown_attributes_go() -> None:
    page = tree.parse('<p onclick="x()" onload=y data-tracker=1 class=a>أ')
    assert dict(page.root[1][0].attrib) == {"class": "a"}
    assert page.removed == {"removed_handler": 2}


def test_an_overlong_attribute_goes_and_the_element_stays() -> None:
    page = tree.parse(f'<p class="{"x" * (MAX_ATTRIBUTE_CHARS + 1)}" dir=rtl>أ')
    assert dict(page.root[1][0].attrib) == {"dir": "rtl"}
    assert page.removed == {"removed_attribute": 1}


def test_an_image_within_the_page_may_be_long() -> None:
    source = "data:image/png;base64," + "A" * 100_000
    assert tree.build(f'<img src="{source}">')[1][0].get("src") == source


def test_images_within_a_style_go_and_the_rest_of_it_stays() -> None:
    style = f"background: url(data:image/png;base64,{'A' * 100_000}); display: none"
    assert (
        tree.build(f'<p style="{style}">أ')[1][0].get("style") == "background: url(); display: none"
    )


def test_an_address_of_a_vector_image_has_one_name() -> None:
    assert tree.build('<svg><image xlink:href="a.png"/></svg>')[1][0][0].get("href") == "a.png"


def test_the_text_of_scripts_styles_and_frames_goes() -> None:
    page = tree.parse("<script>a</script><style>b</style><iframe><p>c</p></iframe><p>نص")
    assert "".join(page.root.itertext()) == "نص"
    assert page.styles == "b\n"


def test_json_ld_keeps_its_text() -> None:
    root = tree.build('<script type="application/LD+JSON; x">{"a": "<b>"}</script><p>أ')
    assert root.findtext(".//script") == '{"a": "<b>"}'


def test_comments_and_processing_instructions_go() -> None:
    assert markup("<p>أ<!-- <b> --><?php x ?><![CDATA[y]]>ب") == "<p>أب</p>"


def test_what_is_shown_without_scripts_is_kept_apart() -> None:
    assert markup("<p>أ</p><noscript><img src=a></noscript>") == (
        '<p>أ</p><noscript><img src="a"/></noscript>'
    )


@pytest.mark.parametrize("attribute", ["shadowrootmode=open", "shadowmode=open"])
def test_a_declared_shadow_root_is_shown_as_a_browser_does(attribute: str) -> None:
    assert markup(f"<template {attribute}><p>أ</template>") == "<div><p>أ</p></div>"


def test_another_template_stays_one() -> None:
    assert markup("<template><p>أ</template>") == "<template><p>أ</p></template>"


def test_a_tag_that_no_tree_can_hold_becomes_a_span() -> None:
    assert markup('<a:b>أ</a:b><x"y>ب</x"y>') == "<span>أ</span><span>ب</span>"


def test_a_picture_holds_its_image_beside_its_sources() -> None:
    html = '<picture><source srcset="a"><source srcset="b"><img src="c"></picture>بعد'
    assert markup(html) == (
        '<picture><source srcset="a"/><source srcset="b"/><img src="c"/></picture>بعد'
    )


@pytest.mark.parametrize("tag", ["embed", "source", "track", "wbr", "bgsound"])
def test_nothing_lies_inside_a_void_element(tag: str) -> None:
    assert markup(f"<p>أ<{tag}>ب</p><p>ج</p>") == f"<p>أ<{tag}/>ب</p><p>ج</p>"
    assert markup(f"<p>أ<{tag}></{tag}>ب</p>") == f"<p>أ<{tag}/>ب</p>"


def test_text_below_the_deepest_level_is_kept_in_order_paragraph_by_paragraph() -> None:
    deep = "<div>" * (MAX_DEPTH + 5)
    root = tree.build(
        f"{deep}أ<p>ب<b>ج</b>د</p><script>لا</script>ه{'</div>' * (MAX_DEPTH + 5)}<p>و"
    )
    assert [p.text for p in root.iter("p")] == ["أ", "بجد", "ه", "و"]
    assert max(sum(1 for _ in p.iterancestors()) for p in root.iter("p")) <= MAX_DEPTH


def test_words_below_the_deepest_level_do_not_run_together() -> None:
    deep = "<div>" * (MAX_DEPTH + 5)
    html = f"{deep}أ<br>ب<img>ج<hr>د<source>ه<div> </div>"
    assert " ".join(tree.build(html).itertext()).split() == list("أبجده")


def test_a_parser_that_ends_more_than_it_began_does_no_harm() -> None:
    builder = tree._Builder(Counter())
    for _ in range(3):
        builder.end("p")
    builder.start("p", {})
    builder.data("أ")
    builder.close()
    assert "".join(builder.root.itertext()) == "أ"


def test_what_is_too_deep_is_counted() -> None:
    page = tree.parse("<div>" * (MAX_DEPTH + 5))
    kept = sum(1 for _ in page.root.iter("div"))
    assert kept < MAX_DEPTH
    assert page.removed == {"removed_nesting": MAX_DEPTH + 5 - kept}


def test_beyond_the_number_of_elements_the_text_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "MAX_ELEMENTS", 3)
    page = tree.parse("<p>1<p>2<p>3<p>4<div>5<b>6</b></div>7")
    assert " ".join(page.root.itertext()).split() == ["1", "2", "3", "4", "56", "7"]
    assert sum(1 for _ in page.root.iter()) == 7  # three sections, three elements, the rest


def test_the_text_of_styles_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "MAX_STYLE_CHARS", 5)
    assert tree.parse("<style>12345</style><style>6</style>").styles == "12345\n"


def test_controls_in_text_and_attributes_go_and_are_counted() -> None:
    page = tree.parse('<p title="أ&#1;ب">ج\x00د&#2;ه</p>')
    assert page.root[1][0].get("title") == "أب"
    assert page.root[1][0].text == "جده"
    assert page.removed == {"char_control": 3}


@pytest.mark.parametrize("name", hostile.BOMBS)
def test_the_text_after_a_bomb_is_there(name: str) -> None:
    html = hostile.BOMBS[name]().decode("utf-8", "replace")
    assert words(html).rstrip().endswith(hostile.AFTER)
