"""Marks in another version: what is certain, what is asked, what is given up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.anchoring import CancelledError, ChangeKind, Level, Placement, Why, align, reattach
from reader.text.fold import Profile, fold
from tests.support.versions import TEXTS

LEAD = "اجتمع مجلس الوزراء صباح الأحد في العاصمة لبحث أزمة الكهرباء المتفاقمة منذ أسابيع."
CLAIM = "وأكد المصدر أن القوات دخلت المدينة في 29 تموز بعد اشتباكات عنيفة استمرت يومين."
THIRD = "ونقلت وكالة الأنباء عن شهود عيان قولهم إن الأهالي غادروا منازلهم باتجاه الشمال."
LAST = "من جهته دعا الأمين العام للأمم المتحدة جميع الأطراف إلى ضبط النفس والعودة للحوار."
OTHER = "وسجلت البورصة تراجعا طفيفا عند الإغلاق متأثرة بانخفاض أسعار النفط في الأسواق."
STORY = f"{LEAD}\n{CLAIM}\n{THIRD}\n{LAST}"


def place(old: str, new: str, words: str) -> Placement:
    start = old.index(words)
    return reattach(old, new, [(start, start + len(words))])[0]


def at(new: str, placement: Placement) -> str | None:
    return None if placement.span is None else new[slice(*placement.span)]


@st.composite
def _text_and_spans(draw):
    text = draw(TEXTS.filter(bool))
    starts = draw(st.lists(st.integers(0, len(text) - 1), min_size=1, max_size=8))
    return text, [(start, draw(st.integers(start + 1, len(text)))) for start in starts]


@given(_text_and_spans())
def test_in_the_same_text_everything_stays(case):
    text, spans = case

    placed = reattach(text, text, spans)

    assert [p.span for p in placed] == spans
    assert {p.level for p in placed} == {Level.EXACT}


@given(_text_and_spans(), TEXTS)
def test_a_placement_lies_in_the_new_text_and_an_orphan_nowhere(case, new):
    old, spans = case
    for placement in reattach(old, new, spans):
        assert (placement.span is None) == (placement.level is Level.ORPHAN)
        assert 0 <= placement.score <= 1
        if placement.span is not None:
            start, end = placement.span
            assert 0 <= start < end <= len(new)


@given(_text_and_spans(), TEXTS)
def test_what_is_placed_for_certain_reads_the_same(case, new):
    old, spans = case
    for (start, end), placement in zip(spans, reattach(old, new, spans), strict=True):
        if placement.level.is_automatic:
            sides = old[start:end], new[slice(*placement.span)]
            folded = [fold(side, Profile.MATCH).text.split() for side in sides]
            assert "".join(folded[0]) == "".join(folded[1])
            assert placement.changes == ()


@given(st.lists(st.sampled_from(CLAIM.split()), min_size=1, max_size=30), st.data())
def test_no_two_marks_that_are_apart_are_placed_on_the_same_words(words, data):
    old = " ".join(words)
    new = " ".join(data.draw(st.permutations(words)))
    spans, start = [], 0
    for word in words:
        spans.append((start, start + len(word)))
        start += len(word) + 1

    placed = [p.span for p in reattach(old, new, spans) if p.level.is_automatic]

    assert len(placed) == len(set(placed))


def test_plain_tuples_are_answered_in_their_order():
    new = STORY.replace(LEAD + "\n", "")
    spans = [(STORY.index(THIRD), STORY.index(THIRD) + 20), (0, 20)]

    levels = [placement.level for placement in reattach(STORY, new, spans)]

    assert levels == [Level.EXACT, Level.ORPHAN]


@pytest.mark.parametrize(
    "new",
    [
        STORY.replace("المدينة", "المَدِينَة").replace("القوات", "القـــوات"),
        STORY.replace("29", "٢٩").replace("أن", "ان").replace(" في ", " في\u00a0"),
        STORY.replace("\n", "\n\n").replace("دخلت", "دخلت\u200f"),
        STORY.replace("لا", "ﻻ").replace("إلى", "إلي"),
        STORY.replace("\n", " \u2028"),
    ],
)
def test_another_format_keeps_every_word_where_it_was(new):
    starts = [0, *(at + 1 for at, char in enumerate(STORY) if char.isspace())]
    spans = [(start, start + len(STORY[start:].split()[0])) for start in starts]

    placed = reattach(STORY, new, spans)

    assert {p.level for p in placed} == {Level.EXACT}
    for (start, end), p in zip(spans, placed, strict=True):
        one, other = (fold(t, Profile.MATCH).text for t in (STORY[start:end], at(new, p)))
        assert one == other


def test_a_paragraph_that_moved_takes_its_marks_along():
    new = f"{LEAD}\n{THIRD}\n{LAST}\n{CLAIM}"
    placement = place(STORY, new, "القوات دخلت المدينة")

    assert (placement.level, at(new, placement)) == (Level.MOVED, "القوات دخلت المدينة")


@pytest.mark.parametrize(
    ("now", "change", "kind"),
    [
        ("في 31 تموز", "29 → 31", ChangeKind.DIGIT),
        ("في ٣١ تموز", "29 → ٣١", ChangeKind.DIGIT),
        ("في تموز", "29 → ∅", ChangeKind.DIGIT),
    ],
)
def test_a_changed_number_is_asked_about(now, change, kind):
    new = STORY.replace("في 29 تموز", now)
    placement = place(STORY, new, "دخلت المدينة في 29 تموز")

    assert (placement.level, at(new, placement)) == (Level.REVIEW, f"دخلت المدينة {now}")
    assert [(str(c), c.kind) for c in placement.changes] == [(change, kind)]


@pytest.mark.parametrize("negation", ["لم", "لن", "لا", "وليس", "غير", "نفى", "ونفت", "بدون"])
def test_a_negation_that_was_put_in_is_asked_about(negation):
    new = STORY.replace("القوات دخلت", f"القوات {negation} دخلت")
    placement = place(STORY, new, "القوات دخلت المدينة")

    assert placement.level is Level.REVIEW
    assert [(str(c), c.kind) for c in placement.changes] == [
        (f"∅ → {negation}", ChangeKind.NEGATION)
    ]


def test_a_negation_right_before_a_mark_is_asked_about():
    new = STORY.replace("القوات دخلت", "القوات لم دخلت")
    placement = place(STORY, new, "دخلت المدينة")

    assert (placement.level, placement.evidence) == (Level.REVIEW, Why.NEGATION_BEFORE)
    assert placement.changes[0].kind is ChangeKind.NEGATION


def test_a_negation_in_the_sentence_before_is_no_business_of_a_mark():
    new = STORY.replace(CLAIM, f"لم يحدث شيء. {CLAIM}")

    assert place(STORY, new, "وأكد المصدر").level is Level.EXACT


def test_a_changed_name_in_quotation_marks_is_asked_about():
    old = STORY.replace("القوات", "قوات «النمر»")
    new = STORY.replace("القوات", "قوات «الفهد»")
    placement = place(old, new, "أن قوات «النمر» دخلت المدينة")

    assert placement.level is Level.REVIEW
    assert [(str(c), c.kind) for c in placement.changes] == [
        ("النمر → الفهد", ChangeKind.QUOTED_NAME)
    ]


def test_another_order_of_words_is_asked_about():
    new = STORY.replace("القوات دخلت المدينة", "دخلت القوات المدينة")

    assert place(STORY, new, "القوات دخلت المدينة").level is Level.REVIEW


@pytest.mark.parametrize(("before", "now"), [("تموز بعد", "تموز؟ بعد"), ("29 تموز", "29% تموز")])
def test_a_sign_that_came_is_asked_about(before, now):
    new = STORY.replace(before, now)
    placement = place(STORY, new, "في 29 تموز بعد")

    assert (placement.level, placement.evidence) == (Level.REVIEW, Why.PUNCTUATION_CHANGED)


def test_deleted_words_are_given_up():
    assert place(STORY, STORY.replace(CLAIM + "\n", ""), "القوات دخلت").level is Level.ORPHAN


def test_deleted_words_do_not_take_the_copy_that_was_there_before():
    old = f"{STORY}\n{CLAIM}\n{OTHER}"
    new = old.replace(f"{LEAD}\n{CLAIM}", LEAD)

    assert place(old, new, "القوات دخلت المدينة").level is Level.ORPHAN


def test_deleted_words_do_not_land_on_a_near_copy_elsewhere():
    near = CLAIM.replace("29", "30").replace("يومين", "ثلاثة أيام").replace("وأكد", "وذكر")
    new = f"{STORY.replace(CLAIM, OTHER)}\n{near}"

    assert not place(STORY, new, "القوات دخلت المدينة").level.is_automatic


def test_one_of_two_equal_neighbours_that_went_leaves_nobody_certain():
    old = f"{LEAD}\n{CLAIM}\n{CLAIM}\n{LAST}"
    spans = [(at, at + 20) for at in (old.index(CLAIM), old.rindex(CLAIM))]

    levels = [p.level for p in reattach(old, STORY.replace(THIRD + "\n", ""), spans)]

    assert levels == [Level.ORPHAN, Level.ORPHAN]


def test_a_mark_on_one_common_word_in_a_changed_neighbourhood_is_not_certain():
    old = STORY.replace(THIRD, "وقال المصدر إن العدد ارتفع.")
    new = STORY.replace(THIRD, "وفي بيروت قال الوزير شيئا مختلفا تماما.")
    placement = place(old, new, "المصدر إن")

    assert not placement.level.is_automatic


@pytest.mark.parametrize("joint", [" ", "\n\n", "\u2028"])
def test_paragraphs_that_were_split_or_merged_keep_their_marks(joint):
    new = STORY.replace("\n", joint)
    across = STORY[STORY.index("يومين") : STORY.index("شهود")]

    placement = place(STORY, new, across)

    assert placement.level is Level.EXACT
    assert at(new, placement) == across.replace("\n", joint)


def test_a_mark_may_begin_within_a_word():
    new = STORY.replace("القوات", "القَوات").replace(LAST, OTHER)
    placement = place(STORY, new, "قوات دخلت")

    assert (placement.level, at(new, placement)) == (Level.EXACT, "قَوات دخلت")


def test_signs_alone_stay_between_the_words_around_them():
    old, new = (STORY.replace("القوات", word) for word in ("القوات 😀", "القوات 😀"))
    new = new.replace(LEAD, OTHER)

    assert at(new, place(old, new, "😀")) == "😀"
    assert place(old, new.replace("😀", "😡"), "😀").level is Level.ORPHAN


def test_an_empty_new_text_leaves_orphans():
    assert [p.level for p in reattach(STORY, "", [(0, 5), (7, 9)])] == [Level.ORPHAN] * 2


def test_an_alignment_that_is_known_gives_the_same():
    new = STORY.replace(THIRD, OTHER)
    spans = [(start, start + 30) for start in range(0, len(STORY) - 30, 7)]

    assert reattach(STORY, new, spans, alignment=align(STORY, new)) == reattach(STORY, new, spans)


@pytest.mark.parametrize("span", [(2, 2), (3, 2), (-1, 2), (0, 9999)])
def test_a_span_that_is_none_is_refused(span):
    with pytest.raises(ValueError, match=r"\("):
        reattach(STORY, LEAD, [span])


def test_the_work_can_be_stopped_between_marks():
    asked = iter([False] * 8)

    with pytest.raises(CancelledError):
        reattach(STORY, LEAD, [(0, 5)] * 1000, cancelled=lambda: next(asked, True))


def test_the_work_tells_how_far_it_is():
    told: list[float] = []

    reattach(STORY, LEAD, [(0, 5)] * 200, progress=told.append)

    assert told == sorted(told)
    assert told[-1] == 1.0


def test_paragraphs_may_be_given_as_blocks():
    old, new = (text.replace("\n", " ") for text in (STORY, STORY.replace(THIRD, OTHER)))
    blocks, at = [], 0
    for paragraph in (LEAD, CLAIM, THIRD, LAST):
        blocks.append((at, at + len(paragraph)))
        at += len(paragraph) + 1
    spans = [(old.index(words), old.index(words) + len(words)) for words in (CLAIM, "شهود عيان")]

    placed = reattach(old, new, spans, old_blocks=blocks, new_blocks=blocks)

    assert [p.level for p in placed] == [Level.EXACT, Level.ORPHAN]


def test_a_sentence_that_was_doubled_beside_itself_is_asked_about_or_given_up():
    new = STORY.replace(CLAIM, f"{CLAIM} {CLAIM}")

    assert not place(STORY, new, "القوات دخلت المدينة").level.is_automatic


def test_of_sentences_alike_one_does_not_stand_in_for_another():
    alike = "وأعلنت وزارة الصحة تسجيل {} إصابة جديدة و{} وفيات في محافظة بابل أمس."
    old = f"{LEAD}\n{alike.format(383, 19)}\n{LAST}"
    new = f"{OTHER}\n{alike.format(194, 54)}\n{THIRD}\n{LEAD}\n{LAST}"

    assert not place(old, new, "إصابة جديدة").level.is_automatic


def test_names_in_one_anothers_places_are_not_taken_for_each_other():
    old = STORY.replace("المصدر", "زيد").replace("المتحدة", "عمرو")
    new = STORY.replace("المصدر", "عمرو").replace("المتحدة", "زيد")

    assert not place(old, new, "زيد").level.is_automatic


def test_words_of_a_sentence_that_was_rewritten_around_them_are_found():
    old = f"{LEAD}\n{CLAIM} {THIRD}\n{LAST}"
    rewritten = CLAIM.replace("وأكد المصدر", "وذكر بيان").replace("عنيفة استمرت", "دامت")
    new = old.replace(CLAIM, rewritten)

    placement = place(old, new, "29 تموز")

    assert (placement.level, at(new, placement)) == (Level.EXACT, "29 تموز")


FORM = "وأعلنت وزارة الصحة تسجيل {} إصابة جديدة و{} وفيات في محافظة {} خلال الساعات الماضية."


def test_a_form_that_was_filled_in_anew_is_asked_about():
    """One number is the same by chance: that does not make it the same report."""
    old = "\n".join((LEAD, FORM.format(94, 12, "بابل"), THIRD, FORM.format(7, 3, "دهوك"), LAST))
    new = old.replace(FORM.format(94, 12, "بابل"), FORM.format(65, 12, "نينوى"))

    placement = place(old, new, "خلال الساعات")

    assert not placement.level.is_automatic


def test_a_form_in_which_a_number_was_corrected_keeps_the_other_marks():
    old = "\n".join((LEAD, FORM.format(94, 12, "بابل"), THIRD, FORM.format(7, 3, "دهوك"), LAST))
    new = old.replace("تسجيل 94", "تسجيل 96")

    placement = place(old, new, "محافظة بابل")

    assert (placement.level, at(new, placement)) == (Level.EXACT, "محافظة بابل")


LONG = (
    "وقال رئيس لجنة الطاقة في البرلمان إن المحطات الثلاث التي تعهدت الحكومة ببنائها قبل عامين "
    "لم تدخل الخدمة بعد بسبب خلافات على التمويل بين الوزارة والشركات المنفذة للمشروع."
)


def test_a_long_piece_of_a_sentence_that_was_moved_is_moved():
    old = f"{LONG} {CLAIM}\n{LEAD}\n{THIRD}\n{LAST}"
    new = f"{CLAIM}\n{LEAD}\n{THIRD}\n{LAST} {LONG.replace('وقال رئيس', 'وأضاف رئيس')}"

    placement = place(old, new, "خلافات على التمويل")

    assert (placement.level, at(new, placement)) == (Level.MOVED, "خلافات على التمويل")


def test_a_short_piece_of_a_sentence_that_was_moved_is_asked_about():
    old = f"{LONG} {CLAIM}\n{LEAD}\n{THIRD}\n{LAST}"
    changed = LONG.replace("وقال رئيس", "وأضاف رئيس").replace("عامين", "ثلاثة أعوام")
    new = f"{CLAIM}\n{LEAD}\n{THIRD}\n{LAST} {changed}"

    placement = place(old, new, "خلافات على التمويل")

    assert not placement.level.is_automatic
