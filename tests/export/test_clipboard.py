"""The first page on the clipboard."""

from __future__ import annotations

from lxml import html

from reader.export import clipboard
from reader.text.bidi import first_strong
from tests.support.summaries import rich_summary, seed_summary


def test_rich_text_carries_its_own_styles_and_no_anchors() -> None:
    fragment, _ = clipboard(seed_summary("ar"))
    root = html.fromstring(fragment)
    assert root.get("dir") == "rtl"
    assert all(td.get("style") for td in root.xpath("//td|//th"))
    assert not root.xpath("//@id|//@class|//a[starts-with(@href, '#')]")


def test_every_plain_line_is_set_from_the_side_of_its_language() -> None:
    for language, direction in (("ar", "rtl"), ("en", "ltr")):
        _, plain = clipboard(rich_summary(language))
        lines = [line for line in plain.splitlines() if line]
        assert {first_strong(line) for line in lines} == {direction}


def test_a_line_of_plain_arabic_has_no_invisible_characters() -> None:
    _, plain = clipboard(seed_summary("ar"))
    assert "4. مطالبها بسحب كامل للقوات الأجنبية من البلاد" in plain.splitlines()


def test_a_claim_in_plain_text_names_what_it_has() -> None:
    _, plain = clipboard(rich_summary("ar"))
    lines = plain.splitlines()
    at = lines.index("1. انفجار قرب الناصرية — في العنوان، لا يُحتسب")
    assert lines[at + 1] == "– حالة التحقق: جديد"
    assert lines[at + 2].startswith("2. ")
