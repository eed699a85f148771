"""The walk over a page: its blocks, verbatim and in order."""

from __future__ import annotations

from collections import Counter

import pytest

from reader.ingest.blocks import walk
from reader.model.article import BlockKind, InlineKind
from tests.support.readings import drafts, page_of, texts, walked


def kinds(html: str) -> list[tuple[str, str]]:
    return [(d.kind.value, d.text) for d in drafts(html)]


def test_paragraphs_stand_in_document_order() -> None:
    assert texts("<p>أول</p><div>ثان<p>ثالث</p>رابع</div>") == ["أول", "ثان", "ثالث", "رابع"]


def test_white_space_collapses_and_no_break_spaces_stay() -> None:
    assert texts("<p>\n  أ \t ب\u00a0 \u00a0ج\n</p>") == ["أ ب\u00a0 \u00a0ج"]


def test_a_space_between_inline_elements_is_kept_once() -> None:
    assert texts("<p><b>أ </b> <i> ب</i></p>") == ["أ ب"]


@pytest.mark.parametrize("mark", ["\u200c", "\u200f", "\u200e", "\u0651\u064e", "\u064e\u0651"])
def test_marks_and_their_order_stay_as_they_are(mark: str) -> None:
    text = f"می{mark}خواهم"
    assert texts(f"<p>{text}</p>") == [text]


def test_text_without_a_visible_character_is_no_block() -> None:
    assert texts("<p>&nbsp;</p><p>\u200f \u200b</p><div> \n </div><p>أ</p>") == ["أ"]


def test_a_line_break_is_one_character_and_never_ends_a_block() -> None:
    assert texts("<h2><br>أ <br> ب<br></h2>") == ["أ\u2028ب"]


def test_two_line_breaks_part_paragraphs() -> None:
    html = "<p>أ<br>ب<br><br>ج<br>&nbsp;<br>د</p>"
    assert texts(html) == ["أ\u2028ب", "ج", "د"]


def test_two_line_breaks_in_a_heading_are_one() -> None:
    assert texts("<h1>أ<br><br>ب</h1>") == ["أ\u2028ب"]


def test_headings_have_levels() -> None:
    found = [(d.kind, d.level) for d in drafts("<h1>أ</h1><h4><div>ب</div></h4><p>ج</p>")]
    heading = BlockKind.HEADING
    assert found == [(heading, 1), (heading, 4), (BlockKind.PARAGRAPH, 0)]


def test_kinds_follow_the_elements() -> None:
    html = (
        "<blockquote><p>أ</p></blockquote><figure><figcaption>ب</figcaption></figure>"
        "<div class='wp-caption-text'>ج</div><pre>د</pre><dl><dt>ه</dt><dd>و</dd></dl>"
    )
    assert kinds(html) == [
        ("quote", "أ"),
        ("caption", "ب"),
        ("caption", "ج"),
        ("preformatted", "د"),
        ("paragraph", "ه"),
        ("paragraph", "و"),
    ]


def test_preformatted_text_keeps_its_spaces_and_lines() -> None:
    assert texts("<pre>\n  a\n    b\n</pre>") == ["  a\u2028    b"]


def test_lists_have_depth_and_numbers() -> None:
    html = (
        "<ol start=3><li>أ<ul><li>ب</li></ul></li><li value=10>ج</li><li>د</li></ol>"
        "<ol reversed><li>ه</li><li>و</li></ol><ol start=x><li>ز</li></ol><li>ح</li>"
    )
    assert [(d.text, d.level, d.ordinal) for d in drafts(html)] == [
        ("أ", 1, 3),
        ("ب", 2, None),
        ("ج", 1, 10),
        ("د", 1, 11),
        ("ه", 1, 2),
        ("و", 1, 1),
        ("ز", 1, 1),
        ("ح", 1, None),
    ]


def test_only_the_first_block_of_a_list_item_is_the_item() -> None:
    assert kinds("<ul><li><p>أ</p><p>ب</p></li></ul>") == [("list_item", "أ"), ("paragraph", "ب")]


def runs(html: str, base_url: str = "") -> list[tuple[str, str, str | None]]:
    return [
        (r.kind.value, d.text[r.start : r.end], r.href)
        for d in walked(html, base_url).drafts
        for r in d.runs
    ]


def test_inline_runs_point_into_the_text() -> None:
    html = "<p>أ <b>ب <i>ج</i></b> x<sup>2</sup> H<sub>2</sub> <strong>د</strong><em> </em></p>"
    assert runs(html) == [
        ("bold", "ب ج", None),
        ("italic", "ج", None),
        ("superscript", "2", None),
        ("subscript", "2", None),
        ("bold", "د", None),
    ]


def test_a_run_that_spans_blocks_is_one_in_each() -> None:
    link = "https://example.com/"
    html = f"<a href={link}>أ<h3>ب</h3><p>ج</p></a>"
    assert runs(html) == [("link", "أ", link), ("link", "ب", link), ("link", "ج", link)]


def test_a_run_inside_one_of_its_kind_is_none() -> None:
    assert runs("<p><b>أ<strong>ب</strong></b></p>") == [("bold", "أب", None)]


@pytest.mark.parametrize(
    ("href", "whole"),
    [
        ("https://example.com/a", "https://example.com/a"),
        ("/خبر", "https://site.example/خبر"),
        ("//other.example/x", "https://other.example/x"),
        ("HTTP://example.com", "HTTP://example.com"),
    ],
)
def test_links_to_the_web_are_kept_absolute(href: str, whole: str) -> None:
    assert runs(f'<p>أ <a href="{href}">ب</a></p>', "https://site.example/1") == [
        ("link", "ب", whole)
    ]


@pytest.mark.parametrize(
    "href", ["", "#top", "javascript:x()", "mailto:a@b.c", "file:///x", "http://[bad", "rel.html"]
)
def test_other_links_are_only_text(href: str) -> None:
    html = f'<p>أ <a href="{href}">ب</a></p>'
    assert runs(html) == []
    assert texts(html) == ["أ ب"]


def test_linked_characters_are_counted() -> None:
    assert drafts('<p>أبج <a href="#">دهو</a> <a name="x">ز</a></p>')[0].linked == 3


def test_isolates_are_kept_with_their_direction() -> None:
    found = drafts('<p>قال <bdi>BBC</bdi> و<span dir="ltr">CNN</span> و<span dir="x">ن</span></p>')
    isolates = [(r.kind, found[0].text[r.start : r.end], r.dir) for r in found[0].runs]
    assert isolates == [(InlineKind.ISOLATE, "BBC", "auto"), (InlineKind.ISOLATE, "CNN", "ltr")]


def test_a_direction_around_the_whole_block_is_the_block_s_own() -> None:
    (draft,) = drafts('<p><span dir="rtl">كل النص</span></p>')
    assert (draft.dir, draft.runs) == ("rtl", [])


def test_a_block_takes_the_nearest_direction_below_the_body() -> None:
    html = '<body dir="rtl"><p>أ</p><div dir="ltr"><p>ب</p><p dir="auto">ج</p></div>'
    assert [d.dir for d in drafts(html)] == ["", "ltr", "auto"]


def test_nested_inline_elements_stay_few() -> None:
    html = "<p>" + "<bdi dir=rtl><bdi dir=ltr>" * 50 + "x"
    assert len(drafts(html)[0].runs) <= 8


def test_an_image_in_a_text_follows_it_and_parts_nothing() -> None:
    html = '<p>أ <img src="a.png" alt=" صورة  أولى "> ب</p><p><img src="b.png">ج</p><hr>'
    found = [(d.kind.value, d.text, d.image and d.image.alt) for d in drafts(html)]
    assert found == [
        ("paragraph", "أ ب", None),
        ("image", "", "صورة أولى"),
        ("image", "", ""),
        ("paragraph", "ج", None),
        ("rule", "", None),
    ]


def test_pixels_and_images_without_an_address_are_none() -> None:
    assert drafts('<img src="a.gif" width="1"><img alt="x"><img src="b.gif" height="0px">') == []


def test_an_image_takes_the_address_that_is_accepted() -> None:

    html = '<img src="data:image/gif;base64,R0lG" data-src="real.jpg"><img src="b.jpg">'
    page = page_of(html, resolve=lambda s: "ab" if s == "real.jpg" else None)
    found = [(d.image.source, d.image.asset) for d in walk(page, Counter()).drafts if d.image]
    assert found == [("real.jpg", "ab"), ("b.jpg", None)]


def test_a_data_address_is_shortened() -> None:
    (draft,) = drafts('<img src="data:image/png;base64,AAAA">')
    assert draft.image is not None
    assert draft.image.source == "data:image/png"


def test_an_icon_is_set_apart() -> None:
    assert [d.reason for d in drafts('<img src=a.png width=16><img src=b.png width="640">')] == [
        "chrome",
        "",
    ]


def test_scripts_styles_and_frames_give_no_text() -> None:
    html = "<p>أ</p><script>x</script><style>y</style><svg><text>z</text></svg><iframe>w</iframe>"
    assert texts(html) == ["أ"]


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<div hidden>أ</div>", "hidden"),
        ("<div style='Display : none'>أ</div>", "hidden"),
        ("<noscript><p>أ</p></noscript>", "hidden"),
        ("<button>أ</button>", "control"),
        ("<select><option>أ</option></select>", "control"),
        ("<nav>أ</nav>", "navigation"),
        ("<div role='navigation'>أ</div>", "navigation"),
        ("<aside>أ</aside>", "chrome"),
        ("<div aria-hidden='true'>أ</div>", "chrome"),
        ("<div class='relatedPosts'>أ</div>", "chrome"),
        ("<div id='comments'>أ</div>", "chrome"),
        ("<div class='navy shareholder commentary'>أ</div>", ""),
        ("<div class='elementor-widget tag-pollution'>أ</div>", "chrome"),
        ("<div class='elementor-widget pollution'>أ</div>", ""),
        ("<div class='widget'>أ</div>", "chrome"),
        ("<p>أ</p>", ""),
    ],
)
def test_a_box_says_why_it_may_be_left_out(html: str, reason: str) -> None:
    box, reasons = drafts(html)[0].box, set()
    while box is not None:
        reasons.add(box.reason)
        box = box.parent
    assert reasons - {""} == ({reason} - {""})


def test_a_hidden_piece_of_a_text_is_set_beside_it() -> None:
    found = drafts("<p>قبل <span hidden>خفي <b>جدا</b></span>بعد<i style='display:none'> </i></p>")
    assert [(d.text, d.reason) for d in found] == [("قبل بعد", ""), ("خفي جدا", "hidden")]


def test_a_hidden_wrapper_keeps_the_blocks_in_it() -> None:
    found = drafts("<p>قبل</p><x-app style='visibility:hidden'><p>أ</p><p>ب</p></x-app>بعد")
    assert [(d.text, d.box.reason or (d.box.parent and d.box.parent.reason)) for d in found] == [
        ("قبل", ""),
        ("أ", "hidden"),
        ("ب", "hidden"),
        ("بعد", None),
    ]


def test_time_elements_are_noted_where_they_stand() -> None:
    html = "<p>أ</p><p><time datetime='2021-07-29'>الخميس <b>29</b> تموز</time></p>"
    (stamp,) = walked(html).stamps
    assert (stamp.index, stamp.datetime, stamp.text) == (1, "2021-07-29", "الخميس 29 تموز")


def test_boxes_hold_the_drafts_inside_them() -> None:
    found = walked("<div><p>أ</p><p>ب</p></div><p>ج</p>")
    assert [(b.element.tag, b.first, b.last) for b in found.boxes] == [
        ("body", 0, 3),
        ("div", 0, 2),
        ("p", 0, 1),
        ("p", 1, 2),
        ("p", 2, 3),
    ]


def test_a_text_of_controls_alone_adds_nothing() -> None:
    assert texts("<p>أ<b>\x81</b> ب</p>") == ["أ ب"]
