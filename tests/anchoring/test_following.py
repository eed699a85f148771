"""Marks through a chain of versions: from where they were made and where they stood last."""

from __future__ import annotations

import pytest

from reader.anchoring import Level, Placement, Span, Why, reattach_from_both
from reader.anchoring.following import agreed

FIRST = (
    "اجتمع مجلس الوزراء صباح الأحد في العاصمة لبحث أزمة الكهرباء المتفاقمة.\n"
    "وأكد المصدر أن القوات دخلت المدينة في 29 تموز بعد اشتباكات عنيفة استمرت يومين.\n"
    "ونقلت وكالة الأنباء عن شهود عيان قولهم إن الأهالي غادروا منازلهم باتجاه الشمال."
)
SECOND = FIRST.replace("29", "31")
THIRD = f"عاجل.\n{SECOND}"


def spans(text: str, words: str) -> list[tuple[int, int]]:
    start = text.index(words)
    return [(start, start + len(words))]


def test_a_change_that_was_accepted_is_not_asked_about_again():
    (placement,) = reattach_from_both(
        (FIRST, spans(FIRST, "في 29 تموز")), (SECOND, spans(SECOND, "في 31 تموز")), THIRD
    )

    assert (placement.level, placement.span) == (Level.EXACT, *spans(THIRD, "في 31 تموز"))


def test_where_both_disagree_a_person_decides():
    (placement,) = reattach_from_both(
        (FIRST, spans(FIRST, "القوات دخلت")), (SECOND, spans(SECOND, "مجلس الوزراء")), THIRD
    )

    assert (placement.level, placement.evidence) == (Level.REVIEW, Why.VERSIONS_DISAGREE)
    assert placement.span == spans(THIRD, "مجلس الوزراء")[0]


def test_a_text_that_was_never_left_is_looked_at_once():
    told: list[float] = []
    same = (FIRST, spans(FIRST, "القوات دخلت"))

    reattach_from_both(same, same, THIRD, progress=told.append)

    assert told == sorted(told)
    assert told[-1] == 1.0


AT, ELSEWHERE = Span(1, 5), Span(7, 9)


def _placed(level: Level, span: Span | None = None) -> Placement:
    return Placement(level, span, 0.5, Why.CONTEXT)


@pytest.mark.parametrize(
    ("last", "first", "level", "span"),
    [
        (_placed(Level.EXACT, AT), _placed(Level.REVIEW, AT), Level.EXACT, AT),
        (_placed(Level.EXACT, AT), _placed(Level.ORPHAN), Level.EXACT, AT),
        (_placed(Level.REVIEW, AT), _placed(Level.ORPHAN), Level.REVIEW, AT),
        (_placed(Level.ORPHAN), _placed(Level.EXACT, AT), Level.REVIEW, AT),
        (_placed(Level.EXACT, AT), _placed(Level.EXACT, ELSEWHERE), Level.REVIEW, AT),
        (_placed(Level.ORPHAN), _placed(Level.ORPHAN), Level.ORPHAN, None),
    ],
)
def test_what_two_views_come_to(last, first, level, span):
    placement = agreed(last, first)

    assert (placement.level, placement.span) == (level, span)


def test_every_mark_has_a_place_in_both():
    with pytest.raises(ValueError, match=r"\(1, 0\)"):
        reattach_from_both((FIRST, [(0, 3)]), (SECOND, []), THIRD)
