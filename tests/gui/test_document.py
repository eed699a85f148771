"""The document that is built from blocks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextCharFormat, QTextDocument, QTextTable

from reader.gui.page.document import ArticleDocument, Shown
from reader.gui.page.document_builder import build
from reader.gui.page.document_style import Trait
from reader.model.article import (
    Article,
    Asset,
    BlockKind,
    BlockState,
    Cell,
    Direction,
    Image,
    InlineKind,
)
from tests.support.hostile import huge_png, png
from tests.support.pages import Row, an_article, find, shown_in

DOUBTFUL = BlockState.DOUBTFUL


def built(article: Article, style, **options) -> ArticleDocument:
    return build(article, Shown(shown_in(article))._replace(**options), style)


def texts(document: QTextDocument) -> list[str]:
    block, found = document.begin(), []
    while block.isValid():
        found.append(block.text())
        block = block.next()
    return found


def block_of(document: ArticleDocument, article: Article, words: str):
    return document.findBlock(document.table.position(find(article, words)[0]))


def format_of(document: ArticleDocument, article: Article, words: str) -> QTextCharFormat:
    """The format of the first character of some words."""
    at = document.table.position(find(article, words)[0])
    block = document.findBlock(at)
    ranges = block.layout().formats() or []
    fragment = block.begin()
    while not fragment.atEnd():
        if fragment.fragment().contains(at):
            return fragment.fragment().charFormat()
        fragment += 1
    raise AssertionError(ranges)


def an_asset(data: bytes, media_type: str = "image/png") -> Asset:
    return Asset(sha256="a" * 64, media_type=media_type, width=1, height=1, data=data)


def a_picture(asset: str | None = "a" * 64, alt: str = "شاحنة") -> Row:
    return Row(kind=BlockKind.IMAGE, image=Image(source="x.png", alt=alt, asset=asset))


@pytest.mark.parametrize(
    ("direction", "expected"),
    [
        (Direction.RTL, Qt.LayoutDirection.RightToLeft),
        (Direction.LTR, Qt.LayoutDirection.LeftToRight),
    ],
)
def test_each_block_has_its_own_direction(style, direction, expected):
    article = an_article(Row("(1) نص text", dir=direction))
    form = built(article, style).begin().blockFormat()
    assert form.layoutDirection() is expected


def test_a_chosen_direction_holds_for_the_blocks_that_had_the_articles(style):
    article = an_article("نص", Row("English", dir=Direction.LTR))
    document = built(article, style, direction=Direction.LTR)
    assert block_of(document, article, "نص").blockFormat().layoutDirection() is (
        Qt.LayoutDirection.LeftToRight
    )
    turned = built(an_article("نص", Row("En", dir=Direction.LTR)), style, direction=Direction.RTL)
    assert turned.lastBlock().blockFormat().layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_text_that_looks_like_markup_stays_text(style):
    words = '<b>x</b> <img src="file:///etc/passwd"> &amp;'
    assert texts(built(an_article(words), style)) == [words]


def test_characters_that_qt_would_act_on_show_as_their_like(style):
    document = built(an_article("ا\ufdd0ب\ufffcج\u2029د\rه"), style)
    assert texts(document) == ["ا\ufffdب\ufffdج\u2028د\u2028ه"]


def test_a_line_break_stays_within_its_block(style):
    assert texts(built(an_article("سطر\u2028ثانٍ"), style)) == ["سطر\u2028ثانٍ"]


def test_list_items_carry_their_numbers_and_their_depth(style):
    item = BlockKind.LIST_ITEM
    article = an_article(Row("ثالث", item, level=1, ordinal=3), Row("نقطة", item, level=2), "فقرة")
    document = built(article, style)
    third, dot, plain = (
        block_of(document, article, words).blockFormat() for words in ("ثالث", "نقطة", "فقرة")
    )
    assert (third.property(Trait.MARKER), dot.property(Trait.MARKER)) == ("3.", "•")
    assert dot.rightMargin() == 2 * third.rightMargin() > plain.rightMargin() == 0


def test_titles_and_headings_are_larger_by_their_level(style):
    heading = BlockKind.HEADING
    article = an_article(
        Row("عنوان", BlockKind.TITLE), Row("أول", heading, level=2), Row("ثانٍ", heading, level=3)
    )
    document = built(article, style)
    sizes = [
        block_of(document, article, words).charFormat().font().pixelSize()
        for words in ("عنوان", "أول", "ثانٍ")
    ]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == 3


def test_inline_runs_have_formats_of_our_own(style):
    runs = (
        (InlineKind.BOLD, "غامق"),
        (InlineKind.ITALIC, "مائل"),
        (InlineKind.SUPERSCRIPT, "٢"),
        (InlineKind.SUBSCRIPT, "٣"),
    )
    article = an_article(Row("غامق ثم مائل ٢ ٣", runs=runs))
    document = built(article, style)
    assert (
        format_of(document, article, "غامق").fontWeight()
        > format_of(document, article, "ثم").fontWeight()
    )
    assert format_of(document, article, "مائل").fontItalic()
    above, below = (format_of(document, article, n).verticalAlignment() for n in "٢٣")
    assert above is QTextCharFormat.VerticalAlignment.AlignSuperScript
    assert below is QTextCharFormat.VerticalAlignment.AlignSubScript


def test_a_link_is_no_anchor_and_breaks_no_word(style):
    address = "https://a.example/x"
    article = an_article(Row("ووفقًا لمصدر أمني", runs=((InlineKind.LINK, "مصدر", address),)))
    document = built(article, style)
    assert not format_of(document, article, "مصدر").isAnchor()
    assert format_of(document, article, "مصدر") == format_of(document, article, "ل")
    assert document.link_at(find(article, "مصدر")[0]) == address
    assert document.link_at(find(article, "أمني")[0]) is None


def test_an_isolate_is_kept_apart_and_moves_no_offset(style):
    article = an_article(Row("قال ABC (12)، ثم", runs=((InlineKind.ISOLATE, "ABC (12)"),)))
    document = built(article, style)
    assert texts(document) == ["قال \u2068ABC (12)\u2069، ثم"]
    assert document.table.text(*find(article, "ABC (12)، ثم")) == "ABC (12)، ثم"


def test_a_run_of_doubtful_blocks_is_one_bar(style):
    article = an_article(
        "متن", Row("إعلان", state=DOUBTFUL), Row("قائمة", state=BlockState.DROPPED),
        Row("وسم", state=DOUBTFUL), "خاتمة",
    )  # fmt: skip
    document = built(article, style)
    (run,) = document.collapsed
    assert (run.ids, run.paragraphs, run.first_words) == (("b1", "b3"), 2, "إعلان")
    assert document.findBlock(run.position).text() == ""
    assert texts(document) == ["متن", "", "خاتمة"]


def test_a_block_that_a_person_left_out_can_be_brought_back(style):
    article = an_article("متن", "سطر زائد")
    document = build(article, Shown(frozenset({"b0"})), style)
    assert [run.ids for run in document.collapsed] == [("b1",)]


def test_doubtful_images_without_words_need_no_bar(style):
    article = an_article("متن", Row(kind=BlockKind.IMAGE, state=DOUBTFUL, image=Image(source="x")))
    assert built(article, style).collapsed == []


def test_everything_shows_what_was_left_out_apart_from_the_rest(style):
    article = an_article("متن", Row("قائمة", state=BlockState.DROPPED))
    document = built(article, style, everything=True)
    assert texts(document) == ["متن", "قائمة"]
    assert block_of(document, article, "قائمة").blockFormat().property(Trait.LEFT_OUT) is True
    assert block_of(document, article, "متن").blockFormat().property(Trait.LEFT_OUT) is None


def test_the_same_offset_is_the_same_text_whatever_is_shown(style):
    article = an_article("أ", Row("ب", state=DOUBTFUL), Row("ج", state=BlockState.DROPPED), "د")
    where = find(article, "د")[0]
    for ids in (shown_in(article), frozenset({"b0", "b1", "b2", "b3"})):
        document = build(article, Shown(ids), style)
        assert document.characterAt(document.table.position(where)) == "د"


def a_table(*rows: tuple[str, ...], header: bool = True) -> list[Row]:
    return [
        Row(
            text,
            BlockKind.CELL,
            cell=Cell(table=0, row=r, column=c, header=header and r == 0),
        )
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    ]


def tables_of(document: QTextDocument) -> list[QTextTable]:
    return [f for f in document.rootFrame().childFrames() if isinstance(f, QTextTable)]


def test_a_right_to_left_table_begins_at_the_right(style):
    article = an_article("قبل", *a_table(("البلد", "العدد"), ("مصر", "30")), "بعد")
    document = built(article, style)
    (table,) = tables_of(document)
    right = table.cellAt(0, 1).firstCursorPosition().block()
    assert right.text() == "البلد"
    assert right.charFormat().font().bold()


def test_a_left_to_right_table_begins_at_the_left(style):
    rows = [replace(row, dir=Direction.LTR) for row in a_table(("Country", "Cases"))]
    document = built(an_article(*rows, Row("after", dir=Direction.LTR)), style)
    (table,) = tables_of(document)
    assert table.cellAt(0, 0).firstCursorPosition().block().text() == "Country"


def test_spans_of_a_table_are_kept(style):
    cells = [
        Row("عريض", BlockKind.CELL, cell=Cell(table=0, row=0, column=0, colspan=2)),
        Row("أ", BlockKind.CELL, cell=Cell(table=0, row=1, column=0)),
        Row("ب", BlockKind.CELL, cell=Cell(table=0, row=1, column=1)),
    ]
    document = built(an_article(*cells), style)
    (table,) = tables_of(document)
    assert table.cellAt(0, 0).columnSpan() == 2


def test_a_doubtful_cell_interrupts_its_table_with_a_bar(style):
    rows = a_table(("أ", "ب"), ("ج", "د"), ("ه", "و"))
    rows[2:4] = [replace(row, state=DOUBTFUL) for row in rows[2:4]]
    document = built(an_article(*rows), style)
    assert [t.rows() for t in tables_of(document)] == [1, 1]
    assert document.collapsed[0].ids == ("b2", "b3")


def test_a_table_of_one_column_is_set_as_paragraphs(style):
    document = built(an_article(*a_table(("أ",), ("ب",))), style)
    assert tables_of(document) == []
    assert texts(document) == ["أ", "ب"]


def test_a_local_image_is_shown_within_the_column(style):
    article = an_article("متن", a_picture(), assets=(an_asset(png(3000, 300)),))
    document = built(article, style, column=500)
    image = document.resource(
        QTextDocument.ResourceType.ImageResource.value, QUrl("art:" + "a" * 64)
    )
    assert image.width() == 500
    assert document.blockCount() == 2


@pytest.mark.parametrize(
    "asset",
    [
        pytest.param(an_asset(huge_png()), id="too many pixels"),
        pytest.param(an_asset(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), id="svg as png"),
        pytest.param(an_asset(b"", "image/svg+xml"), id="svg"),
        pytest.param(an_asset(b"\x89PNG\r\n"), id="truncated"),
    ],
)
def test_an_image_that_is_not_safe_is_a_placeholder(style, asset):
    article = an_article("متن", a_picture(), assets=(asset,))
    document = built(article, style)
    assert document.lastBlock().text() == "شاحنة"
    assert document.lastBlock().blockFormat().property(Trait.PLACEHOLDER) is True


def test_an_image_that_was_not_saved_and_has_no_words_leaves_an_empty_frame(style):
    document = built(an_article("متن", a_picture(None, alt="")), style)
    assert texts(document) == ["متن", ""]
    assert document.lastBlock().blockFormat().property(Trait.PLACEHOLDER) is True


def test_many_images_in_a_row_that_were_not_saved_leave_one_frame(style):
    missing = a_picture(None, alt="")
    document = built(an_article("متن", missing, missing, missing, "آخر", missing), style)
    assert texts(document) == ["متن", "", "آخر", ""]


def test_an_image_without_words_that_was_left_out_leaves_no_frame(style):
    gone = Row(kind=BlockKind.IMAGE, image=Image(source="x"), state=BlockState.DROPPED)
    assert texts(built(an_article("متن", gone), style, everything=True)) == ["متن"]


def test_the_words_of_a_missing_image_are_no_text_of_the_page(style):
    article = an_article("قبل", a_picture(None), "بعد")
    document = built(article, style)
    assert texts(document) == ["قبل", "شاحنة", "بعد"]
    assert document.table.text(0, len(article.page_text)) == "قبل\nبعد"


@pytest.mark.parametrize(
    "name", ["file:///etc/hostname", "/etc/hostname", "https://a.example/x.png", "art:unknown", ""]
)
def test_the_document_loads_nothing_but_its_own_images(style, name):
    document = built(an_article("متن"), style)
    image = document.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name))
    assert (image.width(), image.height()) == (1, 1)


def test_a_rule_is_a_block_without_text(style):
    document = built(an_article("أ", Row(kind=BlockKind.RULE), "ب"), style)
    assert texts(document) == ["أ", "", "ب"]


def test_quotations_and_captions_are_set_apart(style):
    article = an_article(Row("قول", BlockKind.QUOTE), Row("تعليق", BlockKind.CAPTION))
    document = built(article, style)
    assert block_of(document, article, "قول").blockFormat().property(Trait.QUOTE) is True
    caption = block_of(document, article, "تعليق").charFormat()
    assert caption.font().pixelSize() < style.em
    assert caption.foreground().color() == style.theme.colour("ink_soft")
