"""The state of each block: votes, chrome, repairs, repeats."""

from __future__ import annotations

import pytest

from reader.model.article import BlockKind, BlockState
from tests.support.readings import SENTENCE, block_with, paragraphs, read, sure, text_of

MENU = "<ul class=menu><li><a href=/1>الأولى</a><li><a href=/2>الثانية</a></ul>"


def article(inside: str = "", *, above: str = "", below: str = "", head: str = "") -> str:
    body = paragraphs(4) + inside + paragraphs(8).replace("بيان رقم", "تقرير رقم")
    return (
        f"<html><head>{head}</head><body>{MENU}<article><h1>عنوان الخبر عن الطريق العام</h1>"
        f"{above}<div class=text>{body}</div>{below}</article></body></html>"
    )


def state_of(html: str, words: str) -> tuple[str, str]:
    block = block_with(read(html), words)
    return block.state.value, block.reason


def test_two_votes_make_a_block_sure() -> None:
    assert state_of(article(), "بيان رقم 2") == ("sure", "two_votes")


def test_menus_are_dropped_and_still_in_the_text() -> None:
    reading = read(article())
    assert block_with(reading, "الثانية").state is BlockState.DROPPED
    assert "الثانية" in reading.page_text
    assert "الثانية" not in sure(reading)


@pytest.mark.parametrize(
    ("piece", "words", "expected"),
    [
        ("<div hidden><p>نص مخفي في الصفحة</p></div>", "نص مخفي", ("dropped", "hidden")),
        ("<figure><figcaption>صورة الطريق</figcaption></figure>", "صورة", ("doubtful", "caption")),
        ("<p>اقرأ أيضاً: <a href=/3>خبر آخر عن الجسور</a></p>", "خبر آخر", ("doubtful", "chrome")),
        ("<p>إعلان</p>", "إعلان", ("doubtful", "chrome")),
        ("<p>نعم.</p>", "نعم", ("sure", "gap")),
        ("<div>وأضافت أنها ستعلن التفاصيل لاحقا</div>", "وأضافت", ("sure", "gap")),
    ],
)
def test_pieces_between_the_paragraphs(piece: str, words: str, expected: tuple[str, str]) -> None:
    found = state_of(article(piece), words)
    assert found == expected or (expected[1] == "gap" and found == ("sure", "two_votes"))


@pytest.mark.parametrize("inside", ["كلمة " * 150, "<p>سطر قصير</p>" * 5])
def test_a_box_that_holds_more_than_a_caption_is_none(inside: str) -> None:
    reading = read(article(f"<div class=caption><i>{inside}</i></div>"))
    assert BlockKind.CAPTION not in {b.kind for b in reading.blocks}


def test_the_standfirst_between_title_and_body_is_brought_in() -> None:
    lead = (
        "<div class=box><p class=post-subtitle>الوزارة تحدد موعدا نهائيا لإنهاء الأعمال</p></div>"
    )
    reading = read(article(above=lead))
    block = block_with(reading, "تحدد موعدا")
    assert (block.kind, block.state, block.reason) == ("standfirst", "sure", "standfirst")
    assert reading.metadata.standfirst == "الوزارة تحدد موعدا نهائيا لإنهاء الأعمال"
    assert reading.blocks.index(block) == 1


def test_a_standfirst_is_known_by_the_page_s_description() -> None:
    text = "الوزارة تحدد موعدا نهائيا لإنهاء أعمال الصيانة"
    head = f'<meta property="og:description" content="{text}">'
    html = article(above=f"<div><div class=x>{text}</div></div>", head=head)
    assert block_with(read(html), "تحدد موعدا").kind is BlockKind.STANDFIRST


def test_a_first_paragraph_in_the_body_s_own_box_is_no_standfirst() -> None:
    head = f'<meta name="description" content="{SENTENCE}، وفق بيان رقم 0 نشرته أمس.">'
    assert block_with(read(article(head=head)), "بيان رقم 0").kind is BlockKind.PARAGRAPH


def test_linked_or_short_lines_are_no_standfirst() -> None:
    above = (
        "<h3><a href=/3>خبر آخر طويل عن جسور المدينة القديمة كلها</a></h3><h3>أقل من ست كلمات</h3>"
        "<div class=subtitle>29 تموز 2021</div>"
    )
    assert BlockKind.STANDFIRST not in {b.kind for b in read(article(above=above)).blocks}


@pytest.mark.parametrize(
    "line",
    [
        "<p class=post-source><b>زاكروس عربية – أربيل</b></p>",
        "<p>زاكروس عربية – أربيل</p>",
        "<p>بقلم: سعاد أحمد</p>",
        "<p>كتبت سعاد أحمد</p>",
        "<p>الخميس 29 تموز 2021 - 10:30</p>",
        "<p class=author-name>سعاد أحمد</p>",
    ],
)
def test_a_byline_is_never_sure(line: str) -> None:
    head = '<meta property="og:site_name" content="زاكروس عربية">'
    html = article(head=head).replace("<div class=text>", f"<div class=text>{line}")
    words = line.split(">")[-2 if "<b>" not in line else -3].split("<")[0]
    assert block_with(read(html), words).state is not BlockState.SURE


def test_a_short_sentence_is_no_byline() -> None:
    html = article().replace("<div class=text>", "<div class=text><p>وصل الوزير إلى بغداد.</p>")
    assert block_with(read(html), "وصل الوزير").state is BlockState.SURE


@pytest.mark.parametrize(
    "rule",
    [
        "المقالات المنشورة لا تعبر بالضرورة عن رأي الموقع بل عن آراء أصحابها وحدهم فقط",
        "ننصح القراء بالاطلاع على شروط الاستخدام قبل إضافة التعليقات في هذا الموقع",
        "The views expressed in this article are the author's and do not reflect those of anyone",
    ],
)
def test_the_rules_of_the_house_at_the_end_are_not_the_article(rule: str) -> None:
    html = article().replace("</div></article>", f"<p>{rule}</p></div></article>")
    assert block_with(read(html), rule[:30]).state is not BlockState.SURE


def test_a_number_at_the_end_is_not_the_article() -> None:
    html = article().replace("</div></article>", "<p>17302</p></div></article>")
    assert block_with(read(html), "17302").state is not BlockState.SURE


def test_a_box_of_chrome_with_prose_in_it_is_believed_no_more() -> None:
    html = article().replace("class=text", "class='share-box widget'")
    assert len(sure(read(html))) == 13


@pytest.mark.parametrize("tag", ["button", "nav", "form", "aside"])
def test_an_article_inside_a_box_to_leave_out_is_kept(tag: str) -> None:
    html = f"<body><{tag}>{paragraphs(9)}</{tag}><p>نص</p>"
    assert len(sure(read(html))) >= 9


def test_a_large_hidden_box_is_kept() -> None:
    html = f"<body><div style='display:none'>{paragraphs(9)}</div><p>انتظر قليلا من فضلك</p>"
    assert len(sure(read(html))) >= 9


def test_a_large_hidden_piece_of_a_text_is_kept() -> None:
    html = f"<body><p>قال <span hidden>{SENTENCE * 5}</span></p>"
    assert block_with(read(html), SENTENCE).state is not BlockState.DROPPED


def test_a_large_box_that_nobody_votes_for_is_doubtful() -> None:
    rules = "".join(f"<li>قاعدة رقم {n} من قواعد النشر في الموقع</li>" for n in range(60))
    html = article(below=f"<div class=modal><ul>{rules}</ul></div>")
    block = block_with(read(html), "قاعدة رقم 7")
    assert block.state is not BlockState.DROPPED


def test_the_title_is_shown_once() -> None:
    html = article("<p>عنوان الخبر عن الطريق العام</p>")
    reading = read(html)
    assert sure(reading).count("عنوان الخبر عن الطريق العام") == 1
    assert {b.reason for b in reading.blocks if "عنوان" in text_of(reading, b)} == {
        "title",
        "repeat",
    }


def test_a_sentence_may_come_again_inside_the_body() -> None:
    again = f"<p>{SENTENCE}.</p>"
    html = article(again + "<p>وبعد ذلك بقليل عاد المتحدث إلى القول نفسه مرة أخرى</p>" + again)
    assert sure(read(html)).count(f"{SENTENCE}.") == 2


def test_an_article_that_stands_twice_is_shown_once() -> None:
    html = f"<body><div>{paragraphs(6)}<p>وصل الوفد</p></div><div>{paragraphs(6)}</div>"
    shown = [text for text in sure(read(html)) if "بيان" in text]
    assert len(shown) == len(set(shown)) == 6


def test_images_and_rules_go_with_the_text_around_them() -> None:
    html = article("<img src=a.jpg><hr>", above="<img src=lead.jpg>", below="<img src=end.jpg>")
    reading = read("<img src=logo.png>" + html)
    found = [
        (b.image.source if b.image else "hr", b.state.value)
        for b in reading.blocks
        if not b.has_text
    ]
    assert found == [
        ("logo.png", "dropped"),
        ("lead.jpg", "sure"),
        ("a.jpg", "sure"),
        ("hr", "sure"),
        ("end.jpg", "dropped"),
    ]


def test_a_table_is_shown_whole_or_not_at_all() -> None:
    rows = "".join(f"<tr><td>محافظة رقم {n}<td>{n}00" for n in range(6))
    states = {
        b.state for b in read(article(f"<table>{rows}</table>")).blocks if b.kind is BlockKind.CELL
    }
    assert len(states) == 1


def test_without_any_prose_everything_but_links_and_chrome_is_shown() -> None:
    html = "<body><nav>قائمة</nav><p>سطر قصير</p><p>سطر آخر</p><p><a href=/x>رابط</a></p>"
    reading = read(html)
    assert sure(reading) == ["سطر قصير", "سطر آخر"]
    assert {b.reason for b in reading.blocks if b.state is BlockState.SURE} <= {
        "guard",
        "two_votes",
    }
