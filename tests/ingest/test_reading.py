"""A whole page read: nothing lost, every offset right."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.ingest import tree
from reader.ingest.page import Page, Reading
from reader.ingest.reading import read_page
from reader.model.article import (
    Article,
    BlockKind,
    BlockState,
    Container,
    EncodingFound,
    Provenance,
)
from reader.model.errors import Message
from reader.resource import resource
from tests.support.readings import of_state, page_of, paragraphs, read, sure, text_of


@pytest.fixture(scope="module")
def sample() -> Reading:
    path = next(Path(resource("samples")).glob("*.html"))
    html = path.read_text("utf-8")
    return read_page(Page(html, tree.build(html), "", "", None, lambda _: None))


def test_the_sample_begins_with_its_title_and_standfirst(sample: Reading) -> None:
    assert [b.kind for b in sample.blocks[:2]] == [BlockKind.TITLE, BlockKind.STANDFIRST]
    assert sample.metadata.title.startswith('بعد رفض "المقاومة العراقية" نتائج')
    assert sample.metadata.standfirst.startswith("بعد أقل من ساعتين فقط")


def test_the_sample_shows_its_article_and_nothing_else(sample: Reading) -> None:
    shown = "\n".join(sure(sample))
    assert "ووفقاً لمصدر أمني" in shown
    assert "إنكار صلتها بهذه الاستهدافات" in shown
    for chrome in ("الأكثر قراءة", "اقرأ أيضاً", "التعليقات", "الوسوم", "إشعارات", "أرشيف", "7°C"):
        assert chrome not in shown
        assert chrome in sample.page_text
    assert "زاكروس عربية – أربيل" in of_state(sample, BlockState.DOUBTFUL)


def test_the_sample_is_of_its_own_day_and_not_of_the_strip_s(sample: Reading) -> None:
    metadata = sample.metadata
    assert metadata.published is not None
    assert metadata.published.value == date(2021, 7, 29)
    assert metadata.published in metadata.dates
    assert any("23 تشرين\u00a0الثاني" in d.written for d in metadata.dates)
    assert metadata.dates_disagree
    assert (metadata.outlet, metadata.author) == ("زاكروس عربية", "")


def test_changed_characters_are_counted() -> None:
    reading = read("<p>أ\u2028ب&#x2028;ج</p>")
    assert [(c.code, c.count) for c in reading.removed] == [("char_line_separator", 2)]


def test_blocks_are_named_in_order() -> None:
    reading = read(f"<h1>عنوان الخبر</h1>{paragraphs()}<img src=a.png>")
    assert [b.id for b in reading.blocks] == [f"b{n}" for n in range(len(reading.blocks))]


def test_an_empty_block_stands_where_the_next_text_begins() -> None:
    reading = read("<img src=a.png><p>أول</p><img src=b.png><p>ثان</p><img src=c.png>")
    assert [(b.kind.value, b.start, b.end) for b in reading.blocks] == [
        ("image", 0, 0),
        ("paragraph", 0, 3),
        ("image", 4, 4),
        ("paragraph", 4, 7),
        ("image", 7, 7),
    ]


def test_runs_are_moved_to_the_page_text() -> None:
    reading = read("<p>قبل</p><p>قال <b>الوزير</b> و<bdi>BBC</bdi> و<bdo dir=rtl>x</bdo></p>")
    (block,) = (b for b in reading.blocks if b.inline)
    assert [(i.kind.value, reading.page_text[i.start : i.end], i.dir) for i in block.inline] == [
        ("bold", "الوزير", None),
        ("isolate", "BBC", "ltr"),
        ("isolate", "x", "rtl"),
    ]


PIECES = st.sampled_from(
    [
        "<p>", "</p>", "<div class=share>", "</div>", "<br>", "<b>", "</b>", "<a href=/x>", "</a>",
        "<ul>", "<li>", "</ul>", "<table>", "<tr>", "<td>", "</table>", "<pre>", "</pre>", "<hr>",
        "<h1>", "</h1>", "<span hidden>", "</span>", "<bdi>", "</bdi>", "<img src=a>", "<nav>",
        "</nav>", "<blockquote>", "</blockquote>", " ", "\n", "\u00a0", "\u200f", "كلمة", "BBC ",
        "2021", "قال الوزير إن العمل مستمر في الطريق ", "<time>29 تموز 2021</time>", "&#8232;",
    ]
)  # fmt: skip


@settings(max_examples=150)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_word_of_any_page_is_lost_and_every_offset_fits(html: str) -> None:
    page = page_of(html)
    reading = read_page(page)
    article = Article(
        page_text=reading.page_text,
        blocks=reading.blocks,
        dir=reading.dir,
        metadata=reading.metadata,
        provenance=Provenance(
            sha256="0",
            size=0,
            container=Container.HTML,
            encoding=EncodingFound(name="utf-8", evidence=Message(code="x")),
        ),
    )
    assert "\n".join(text_of(reading, b) for b in reading.blocks if b.has_text) == article.page_text
    assert article.shown(everything=True).text == article.page_text
    body = page.root.find("body")
    assert body is not None
    assert letters("".join(body.itertext())) == letters(article.page_text)


def letters(text: str) -> list[str]:
    return sorted(re.findall(r"\w", text))
