"""What is copied with where it comes from."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from reader.export.citation import Origin, cited, quoted
from reader.model.article import DateRole, DateStatement

DAY = DateStatement(
    written="2021-07-29", value=date(2021, 7, 29), role=DateRole.PUBLISHED, where="meta"
)
SAVED = datetime(2021, 8, 1, 12, tzinfo=UTC)
FULL = Origin(
    language="ar",
    title="عودة استهداف التحالف",
    outlet="زاكروس عربية",
    url="https://news.example/a/1",
    published=DAY,
    saved_at=SAVED,
)
ENGLISH = Origin(
    language="en",
    title="Attacks on the coalition",
    outlet="Zagros",
    url="https://news.example/a/1",
    published=DAY,
    saved_at=SAVED,
)


def _dated(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"


def _plain(words: str, origin: Origin) -> str:
    return cited(words, origin, _dated)[1]


def test_an_arabic_citation_is_a_sentence_of_its_own_language():
    assert _plain("قال مصدر أمني", FULL) == (
        "«قال مصدر أمني» — زاكروس عربية، «عودة استهداف التحالف»، نُشر في 29/7/2021، "
        "حُفظت الصفحة في 1/8/2021\nhttps://news.example/a/1"
    )


def test_an_english_citation_has_the_marks_of_english():
    assert _plain("A security source said", ENGLISH) == (
        "“A security source said” — Zagros, “Attacks on the coalition”, published 29/7/2021, "
        "page saved 1/8/2021\nhttps://news.example/a/1"
    )


@pytest.mark.parametrize("missing", ["title", "outlet", "url", "published", "saved_at"])
def test_what_is_missing_is_left_out(missing):
    from dataclasses import replace

    empty = None if missing in ("published", "saved_at") else ""
    words = _plain("قال", replace(FULL, **{missing: empty}))

    assert "None" not in words
    assert "،،" not in words.replace(" ", "")
    assert len(words) < len(_plain("قال", FULL))


def test_words_without_any_known_origin_are_copied_alone():
    assert _plain("قال", Origin("ar")) == "«قال»"


def test_an_origin_can_be_copied_without_words():
    assert _plain("", FULL).startswith("زاكروس عربية، «عودة")


def test_the_day_a_page_came_in_stands_in_for_the_day_it_was_saved():
    assert "أُضيفت إلى المكتبة في 1/8/2021" in _plain("قال", Origin("ar", kept_at=SAVED))


def test_an_inferred_date_is_said_to_be_inferred():
    guessed = DAY.model_copy(update={"guessed": True})

    assert "تاريخ مستنتج" in _plain("قال", Origin("ar", published=guessed))


def test_a_date_that_nobody_understood_stands_as_written():
    odd = DateStatement(written="الخميس الماضي", where="dateline")

    assert "الخميس الماضي" in _plain("قال", Origin("ar", published=odd))


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        ("قال «لا»", "ar", "“قال «لا»”"),
        ("«لا»", "ar", "«لا»"),
        ("«لا» و«نعم»", "ar", "“«لا» و«نعم»”"),
        ("قال «لا", "ar", "“قال «لا”"),
        ("“no”, he said", "en", "«“no”, he said»"),
        ("« “ ‹ „", "ar", "« “ ‹ „"),
        ("", "ar", ""),
    ],
)
def test_quotation_marks_close_where_they_should_and_the_words_stay(words, language, expected):
    assert quoted(words, language) == expected


def test_a_page_s_words_of_the_other_direction_are_isolated():
    words = _plain("زار قناة BBC", Origin("ar", outlet="BBC News"))

    assert "\u2068«زار قناة BBC»\u2069" in words
    assert "\u2068BBC News\u2069" in words


def test_words_of_one_direction_get_no_invisible_marks():
    assert not set("\u2068\u2069\u200e\u200f") & set(_plain("قال مصدر أمني", FULL))


def test_a_line_that_begins_with_the_other_direction_says_its_own():
    assert _plain("BBC", Origin("ar")).startswith("\u200f")


def test_the_address_has_a_line_of_its_own_without_anything_stuck_to_it():
    assert _plain("BBC", FULL).splitlines()[-1] == "https://news.example/a/1"


def test_several_paragraphs_keep_their_lines():
    assert _plain("أولى\nثانية\u2028ثالثة", Origin("ar", outlet="زاكروس")).splitlines() == [
        "«أولى",
        "ثانية",
        "ثالثة»",
        "— زاكروس",
    ]


def test_rich_text_says_its_language_and_direction_and_holds_no_markup_of_the_page():
    html, _ = cited("قال <b>لا</b>", FULL, _dated)

    assert html.startswith('<p lang="ar" dir="rtl"><bdi>«قال &lt;b&gt;')
    assert '<a href="https://news.example/a/1" dir="ltr">' in html


def test_an_address_that_is_none_is_no_link():
    html, _ = cited("قال", Origin("ar", url="javascript:alert(1)"), _dated)

    assert "<a" not in html
    assert "<bdi>javascript:alert(1)</bdi>" in html
