"""Two versions compared: paragraphs side by side, runs, marks, and what is said of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given

from reader.anchoring import CancelledError
from reader.model.article import Article, BlockKind, BlockState, Cell
from reader.model.comparison import (
    ChangeKind,
    Comparison,
    FormatKind,
    Paragraph,
    RowChange,
    RunKind,
)
from reader.model.comparison import (
    Row as ComparedRow,
)
from reader.session.comparing import Version, compare, in_order
from reader.session.comparison_rows import hiding, rows_shown
from reader.wording import sentence
from tests.support import marks as m
from tests.support.pages import Row, an_article
from tests.support.second_version import two_versions
from tests.support.versions import TEXTS

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
BODY = "قال مصدر أمني إن عبوتين انفجرتا ظهر اليوم على الطريق السريع جنوبي الناصرية."
OTHER = "وأعلنت وزارة الصحة استقبال المصابين في مستشفى المدينة ليلا دون تفاصيل أخرى."
THIRD = "وكان رئيس الوزراء زار المحافظة قبل يومين والتقى مسؤوليها المحليين والأمنيين."


def compared(old: Sequence[Row | str], new: Sequence[Row | str], **options: object) -> Comparison:
    return compare_articles(an_article(*old), an_article(*new), **options)


def compare_articles(old: Article, new: Article, **options: object) -> Comparison:
    return compare(Version(article=old), Version(article=new), **options)  # type: ignore[arg-type]


def changes(comparison: Comparison) -> list[tuple[RowChange, ...]]:
    return [row.changes for row in comparison.rows]


def runs(paragraphs: Sequence[Paragraph], kind: RunKind) -> list[str]:
    return [p.words(r) for p in paragraphs for r in p.runs if r.kind is kind]


def said(comparison: Comparison) -> str:
    return sentence(comparison.summary, "en", closing=comparison.notice)


def stayed(row: ComparedRow, side: str) -> str:
    return "".join(runs(getattr(row, side), RunKind.SAME))


def check_runs(comparison: Comparison) -> None:
    for side in ("old", "new"):
        for paragraph in comparison.paragraphs(side):
            at = 0
            for run in paragraph.runs:
                assert run.start == at < run.end
                at = run.end
            assert at == len(paragraph.text)


@given(TEXTS, TEXTS)
def test_runs_cover_both_texts_in_order(old: str, new: str) -> None:
    comparison = compared(old.split("\n"), new.split("\n"))
    check_runs(comparison)
    for side, text in (("old", old), ("new", new)):
        lines = [line for line in text.split("\n") if line]
        assert [p.text for p in comparison.paragraphs(side)] == lines


@given(TEXTS, TEXTS)
def test_what_stayed_is_the_same_in_both_columns_of_a_row(old: str, new: str) -> None:
    for row in compared(old.split("\n"), new.split("\n")).rows:
        assert stayed(row, "old") == stayed(row, "new")


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    comparison = compared(text.split("\n"), text.split("\n"))
    assert not comparison.is_changed
    assert [c.code for c in comparison.summary] == ["compare_nothing"]
    assert comparison.notice is None


def test_the_sample_and_its_second_version_are_told_apart() -> None:
    assert said(compare_articles(*two_versions())) == (
        "The title changed, 1 number changed (from 29 to 30), 1 paragraph was deleted,"
        " 1 paragraph was added, 1 paragraph was moved, with no visible notice"
    )


def test_other_lists_of_headlines_beside_the_article_are_no_difference() -> None:
    comparison = compare_articles(*two_versions())
    texts = [p.text for row in comparison.rows if row.changes for p in (*row.old, *row.new)]
    assert not any("أمانة بغداد" in text or "الناشئين" in text for text in texts)


def test_a_number_that_changed_says_what_it_became() -> None:
    comparison = compared(["قتل ٢٩ شخصا في القصف أمس"], ["قتل ٣١ شخصا في القصف أمس"])
    (row,) = comparison.rows
    (run,) = [r for r in row.old[0].runs if r.kind is RunKind.NUMBER]
    assert (row.old[0].words(run), run.other) == ("٢٩", "٣١")
    assert [(c.kind, c.old, c.new) for c in comparison.changes] == [(ChangeKind.NUMBER, "٢٩", "٣١")]


def test_a_number_in_words_is_one_too() -> None:
    comparison = compared(["قتل ثلاثة جنود في القصف أمس"], ["قتل خمسة جنود في القصف أمس"])
    assert [(c.old, c.new) for c in comparison.changes] == [("ثلاثة", "خمسة")]


def test_the_same_number_in_words_is_no_other_number() -> None:
    comparison = compared(["قتل 3 جنود في القصف أمس"], ["قتل ثلاثة جنود في القصف أمس"])
    assert comparison.changes == ()


@pytest.mark.parametrize(("old", "new"), [("5%", "5"), ("5", "5%"), ("$5", "€5")])
def test_a_sign_of_a_number_changes_the_number(old: str, new: str) -> None:
    comparison = compared([f"بلغت النسبة {old} من الناخبين"], [f"بلغت النسبة {new} من الناخبين"])
    assert [(c.kind, c.old, c.new) for c in comparison.changes] == [(ChangeKind.NUMBER, old, new)]


def test_a_negation_that_came_is_named() -> None:
    comparison = compared(["إن القوات دخلت المدينة ليلا"], ["إن القوات لم تدخل المدينة ليلا"])
    assert [c.kind for c in comparison.changes] == [ChangeKind.NEGATION_ADDED]


def test_a_negation_that_went_is_named() -> None:
    comparison = compared(["إن القوات لم تدخل المدينة ليلا"], ["إن القوات دخلت المدينة ليلا"])
    assert [c.kind for c in comparison.changes] == [ChangeKind.NEGATION_REMOVED]


def test_a_negation_in_a_sentence_that_came_turns_nothing_round() -> None:
    comparison = compared([BODY], [f"{BODY} ولم يعلق المتحدث على ذلك."])
    assert said(comparison) == "1 sentence was added, with no visible notice"


def test_words_within_quotation_marks_are_named() -> None:
    comparison = compared(
        ["تبناه فصيل «سرية قاصم الجبارين» في بيان"], ["تبناه فصيل «سرية ثأر الجبارين» في بيان"]
    )
    assert [(c.kind, c.old, c.new) for c in comparison.changes] == [
        (ChangeKind.QUOTATION, "قاصم", "ثأر")
    ]


def test_a_sentence_that_changed_is_counted() -> None:
    comparison = compared([f"{BODY} {OTHER}"], [f"{BODY} {OTHER.replace('ليلا', 'فجرا')}"])
    assert said(comparison) == "1 sentence changed, with no visible notice"


def test_a_sentence_that_went_is_counted() -> None:
    assert said(compared([f"{BODY} {OTHER}"], [BODY])).startswith("1 sentence was deleted")


def test_a_sentence_in_the_place_of_another_changed() -> None:
    comparison = compared([f"{BODY} {OTHER}"], [f"{BODY} {THIRD}"])
    assert said(comparison) == "1 sentence changed, with no visible notice"


def test_a_paragraph_that_came_has_nothing_beside_it() -> None:
    comparison = compared([BODY, OTHER], [BODY, THIRD, OTHER])
    assert changes(comparison) == [(), (RowChange.ADDED,), ()]
    assert comparison.rows[1].old == ()


def test_a_paragraph_that_moved_names_its_other_row() -> None:
    comparison = compared([BODY, OTHER, THIRD], [OTHER, THIRD, BODY])
    moved = [at for at, row in enumerate(comparison.rows) if RowChange.MOVED in row.changes]
    assert [comparison.rows[at].counterpart for at in moved] == moved[::-1]
    assert said(comparison) == "1 paragraph was moved"


def test_a_short_paragraph_that_moved_is_told_too() -> None:
    comparison = compared(["بغداد اليوم", BODY, OTHER], [BODY, OTHER, "بغداد اليوم"])
    assert said(comparison) == "1 paragraph was moved"


def test_a_paragraph_that_moved_and_was_edited_is_both() -> None:
    edited = BODY.replace("ظهر اليوم", "مساء أمس")
    comparison = compared([BODY, OTHER, THIRD], [OTHER, THIRD, edited])
    assert (RowChange.MOVED, RowChange.EDITED) in changes(comparison)


def test_a_sentence_that_moved_to_another_paragraph_neither_came_nor_went() -> None:
    long = f"{THIRD} وناقش معهم خطة إعمار الطرق والجسور المتضررة في السنوات الأخيرة."
    comparison = compared([f"{BODY} {OTHER}", long], [BODY, f"{long} {OTHER}"])
    assert said(comparison) == "Words moved in 1 place"
    assert [w.strip() for w in runs(comparison.rows[0].old, RunKind.MOVED)] == [OTHER]


def test_a_sentence_that_became_a_paragraph_elsewhere_moved() -> None:
    comparison = compared([BODY, THIRD, f"{OTHER} {BODY[:-1]} أيضا."], [OTHER, BODY, THIRD])
    assert (RowChange.ADDED,) not in changes(comparison)


def test_a_full_stop_that_many_paragraphs_share_does_not_move() -> None:
    comparison = compared([BODY, OTHER, THIRD], [BODY, "نفت الوزارة كل ما ذكر سابقا.", THIRD])
    assert not [r for side in ("old", "new") for p in comparison.paragraphs(side)
                for r in p.runs if r.kind is RunKind.MOVED]  # fmt: skip


def test_a_paragraph_that_was_split_stands_beside_its_parts() -> None:
    comparison = compared([f"{BODY} {OTHER}", THIRD], [BODY, OTHER, THIRD])
    assert changes(comparison) == [(RowChange.SPLIT,), ()]
    assert [len(row.new) for row in comparison.rows] == [2, 1]


def test_paragraphs_that_were_merged_stand_beside_the_whole() -> None:
    comparison = compared([BODY, OTHER, THIRD], [f"{BODY} {OTHER}", THIRD])
    assert changes(comparison) == [(RowChange.MERGED,), ()]


def test_paragraphs_that_begin_elsewhere_now_were_split_and_merged() -> None:
    comparison = compared([f"{BODY} {OTHER}", THIRD], [BODY, f"{OTHER} {THIRD}"])
    assert changes(comparison) == [(RowChange.SPLIT, RowChange.MERGED)]


def test_a_new_title_stands_beside_the_old_one_whatever_its_words() -> None:
    comparison = compared(
        [Row("انفجار في المدينة", BlockKind.TITLE), BODY],
        [Row("هجوم على رتل عسكري", BlockKind.TITLE), BODY],
    )
    assert len(comparison.rows) == 2


def test_a_title_that_changed_where_it_stands_alone_is_told() -> None:
    comparison = compared(
        [Row("انفجار في المدينة", BlockKind.TITLE), BODY],
        [Row("هجوم في المدينة", BlockKind.TITLE), BODY],
    )
    assert said(comparison) == "The title changed, with no visible notice"


def test_a_title_that_changed_as_the_page_states_it_is_told() -> None:
    old, new = an_article(BODY, title="انفجار"), an_article(BODY, title="هجوم")
    assert said(compare_articles(old, new)) == "The title changed, with no visible notice"


def test_a_standfirst_that_went_is_a_paragraph() -> None:
    comparison = compared([Row("هجوم في المدينة", BlockKind.STANDFIRST), BODY], [BODY])
    assert said(comparison) == "1 paragraph was deleted, with no visible notice"


def test_a_cell_of_a_table_stands_beside_the_same_cell() -> None:
    def cell(text: str) -> Row:
        return Row(text, BlockKind.CELL, cell=Cell(table=0, row=0, column=0))

    comparison = compared([BODY, cell("29")], [BODY, cell("31")])
    assert [(c.old, c.new) for c in comparison.changes] == [("29", "31")]


def test_signs_without_words_are_not_paired_with_words() -> None:
    comparison = compared([BODY, "***", OTHER], [BODY, "***", THIRD])
    assert comparison.rows[1].changes == ()


def test_what_is_left_out_of_one_reading_only_is_no_deletion() -> None:
    hidden = Row(OTHER, state=BlockState.DROPPED)
    assert not compared([BODY, OTHER], [BODY, hidden]).is_changed


def test_what_a_person_hid_in_both_versions_is_not_compared() -> None:
    old, new = an_article(BODY, "اشترك في نشرتنا"), an_article(BODY, "تابعنا على تلغرام")
    comparison = compare(
        Version(article=old, choices={"b1": False}), Version(article=new, choices={"b1": False})
    )
    assert not comparison.is_changed


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("قال إن القوات دخلت", "قالَ إنَّ القوات دخلت", FormatKind.HARAKAT),
        ("قال إن القوات دخلت", "قـال إن القوات دخلت", FormatKind.TATWEEL),
        ("قال «إن القوات» دخلت", 'قال "إن القوات" دخلت', FormatKind.QUOTES),
        ("قتل 29 في القصف", "قتل ٢٩ في القصف", FormatKind.DIGITS),
        ("قال إن القوات دخلت", "قال إن\u00a0القوات دخلت", FormatKind.BLANKS),
        ("قال ان القوات دخلت", "قال إن القوات دخلت", FormatKind.LETTERS),
    ],
)
def test_a_kind_of_format_is_told_and_can_be_hidden(old: str, new: str, kind: FormatKind) -> None:
    comparison = compared([old], [new])
    found = {f for p in comparison.paragraphs("new") for r in p.runs for f in r.formats}
    assert found == {kind}
    assert [c.code for c in comparison.summary] == ["compare_only_format"]
    assert changes(comparison) == [(RowChange.FORMATTED,)]
    assert changes(hiding(comparison, [kind])) == [()]
    assert rows_shown(comparison, changed=True, hidden=[kind]) == ()


def test_hiding_one_kind_of_format_leaves_another() -> None:
    comparison = compared(["قتل 29 في القصف"], ["قُتل ٢٩ في القصف"])
    shown = hiding(comparison, [FormatKind.HARAKAT])
    assert runs(shown.rows[0].new, RunKind.FORMAT) == ["٢٩"]
    check_runs(shown)


def test_a_sign_that_came_is_punctuation() -> None:
    assert said(compared(["قال إن القوات دخلت"], ["قال: إن القوات دخلت"])) == (
        "Punctuation changed in 1 place"
    )


def a_mark(article: Article, words: str, number: int = 1) -> m.Mark:
    mark = m.claim(words, article.page_text.index(words))
    anchor = mark.anchors[0].model_copy(update={"version": article.version})
    return mark.model_copy(update={"anchors": (anchor,)})


def test_a_mark_is_touched_by_a_difference_in_its_words() -> None:
    old = an_article(BODY, OTHER)
    inside, beside = a_mark(old, "عبوتين انفجرتا ظهر"), a_mark(old, "وزارة الصحة")
    comparison = compare_articles(
        old, an_article(BODY.replace("انفجرتا", "انفجرت"), OTHER), marks=[inside, beside]
    )
    assert [row.marks for row in comparison.rows] == [(inside.id,), (beside.id,)]
    assert [row.touched for row in comparison.rows] == [(inside.id,), ()]
    assert rows_shown(comparison, touching_marks=True) == (0,)


def test_a_mark_is_touched_by_words_that_came_into_it() -> None:
    old = an_article(BODY)
    mark = a_mark(old, "عبوتين انفجرتا")
    new = an_article(BODY.replace("عبوتين انفجرتا", "عبوتين ناسفتين انفجرتا"))
    assert compare_articles(old, new, marks=[mark]).rows[0].touched == (mark.id,)


def test_a_mark_is_not_touched_by_words_that_came_beside_it() -> None:
    old = an_article(BODY)
    mark = a_mark(old, "عبوتين انفجرتا")
    new = an_article(BODY.replace("عبوتين انفجرتا", "عبوتين انفجرتا معا"))
    assert compare_articles(old, new, marks=[mark]).rows[0].touched == ()


def test_the_older_version_is_the_one_that_was_saved_first() -> None:
    first = Version(article=an_article(BODY, saved_at=NOON), imported_at=NOON + timedelta(days=9))
    later = Version(article=an_article(OTHER), imported_at=NOON + timedelta(days=1))
    assert in_order(later, first) == (first, later)


def test_versions_of_unknown_moments_stay_as_given() -> None:
    one, other = Version(article=an_article(BODY)), Version(article=an_article(OTHER))
    assert in_order(one, other) == (one, other)


def test_a_comparison_can_be_stopped() -> None:
    with pytest.raises(CancelledError):
        compared([BODY], [OTHER], cancelled=lambda: True)


def test_progress_rises_to_the_end() -> None:
    told: list[float] = []
    compared([BODY], [OTHER], progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_an_empty_version_can_be_compared() -> None:
    assert changes(compared([BODY], [""])) == [(RowChange.DELETED,)]
