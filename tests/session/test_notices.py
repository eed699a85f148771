"""Notices of correction: told by where they stand, searched in the whole of the newer page."""

from __future__ import annotations

import pytest

from reader.model.article import BlockKind, BlockState, InlineKind
from reader.session.comparing import Version, compare
from reader.session.notices import notices
from tests.support.pages import Row, an_article

BODY = "قال مصدر أمني إن عبوتين انفجرتا ظهر اليوم على الطريق السريع."
EDITED = "قال مصدر أمني إن عبوة واحدة انفجرت ظهر اليوم على الطريق السريع."


def found(*rows: Row | str) -> list[str]:
    return [n.words for n in notices(an_article(BODY), an_article(EDITED, *rows))]


@pytest.mark.parametrize(
    "notice",
    [
        "تصحيح: ورد في نسخة سابقة أن عدد القتلى خمسة، والصواب ثلاثة.",
        "تنويه: عُدّل الخبر بعد نفي الوزارة.",
        "تحديث: أضيف رد المتحدث باسم الوزارة إلى الخبر بعد نشره",
        "استدراك - سقط اسم الوزير سهوًا من النص",
        "وتوضيح: لم يكن اللقاء رسميًا",
        "(تصويب: الرقم الصحيح 31)",
        "* تنويه من هيئة التحرير للقراء",
        "التصحيح: الرقم 31 لا 29",
        "تمّ تحديث هذا الخبر بإضافة رد الوزارة.",
        "جرى تعديل العنوان بعد النشر.",
        "صُحّح هذا الخبر في 30 تموز.",
        "ورد في نسخة سابقة من هذا الخبر رقم غير دقيق.",
        "نعتذر عن الخطأ الوارد في النسخة الأولى.",
        "Correction: an earlier version gave the wrong number.",
        "Editor’s note: the headline was changed.",
        "This article was amended on 30 July 2021.",
        "An earlier version of this article misstated the number of victims.",
        "UPDATE: adds comment from the ministry in the third paragraph",
    ],
)
def test_a_notice_is_quoted_verbatim(notice: str) -> None:
    assert found(notice) == [notice]


@pytest.mark.parametrize(
    "words",
    [
        "تحديث الهواتف الذكية يحتاج إلى شبكة سريعة.",
        "أعلنت الشركة تحديث: نظامها الجديد في الأسواق.",
        "تصحيح مسار العملية السياسية مطلب الجميع.",
        "توضيح من وزارة الصحة بشأن اللقاح",
        "وقالت الوزارة إن تصحيح الخطأ سيتم قريبا.",
        "آخر تحديث: 14:30",
        "تحديث: الخميس 29 تموز 2021 14:30",
        "Updated: 29 July 2021, 14:30",
        "Update your phone before Friday.",
        "The correction of the market surprised traders.",
    ],
)
def test_a_word_within_a_sentence_is_no_notice(words: str) -> None:
    assert found(words) == []


def test_a_notice_may_end_a_paragraph() -> None:
    notice = "تم تصحيح هذا الخبر في 30 تموز."
    assert found(f"وانتهى الاجتماع مساء. {notice}") == [notice]


def test_a_notice_may_stand_behind_a_line_break() -> None:
    notice = "تصحيح: الرقم الصواب 31"
    assert found(f"وانتهى الاجتماع مساء.\u2028{notice}") == [notice]


def test_a_label_that_stands_alone_takes_what_follows_it() -> None:
    assert found(Row("تنويه", BlockKind.HEADING), "تغيّر العنوان بعد النشر.") == [
        "تنويه\nتغيّر العنوان بعد النشر."
    ]


def test_a_headline_of_another_page_is_no_notice() -> None:
    words = "تصحيح: خبر آخر من أخبار اليوم"
    assert found(Row(words, runs=((InlineKind.LINK, words, "https://x.example/"),))) == []


def test_a_notice_counts_where_the_page_is_not_taken_for_the_article() -> None:
    row = Row("تصحيح: الرقم الصواب 31 لا 29 كما ورد", state=BlockState.DROPPED)
    (notice,) = notices(an_article(BODY), an_article(EDITED, row))
    assert not notice.is_shown


def test_a_notice_has_its_place_in_the_page_text() -> None:
    new = an_article(EDITED, "  تصحيح: الرقم الصواب 31")
    (notice,) = notices(an_article(BODY), new)
    assert new.page_text[notice.start : notice.end] == notice.words == "تصحيح: الرقم الصواب 31"


def said(old: tuple[str, ...], new: tuple[str, ...]) -> str | None:
    told = compare(Version(article=an_article(*old)), Version(article=an_article(*new))).notice
    return told and told.code


def test_a_change_without_a_notice_is_said_to_have_none() -> None:
    assert said((BODY,), (EDITED,)) == "compare_notice_none"


def test_nothing_is_said_of_a_notice_where_nothing_of_substance_changed() -> None:
    assert said((BODY,), (BODY.replace("قال", "قالَ"),)) is None


def test_a_notice_that_came_is_told() -> None:
    assert said((BODY,), (EDITED, "تصحيح: انفجرت عبوة واحدة")) == "compare_notice_new"


def test_a_notice_that_was_there_before_is_said_to_be_so() -> None:
    notice = "تصحيح: انفجرت عبوة واحدة"
    assert said((BODY, notice), (EDITED, notice)) == "compare_notice_kept"
