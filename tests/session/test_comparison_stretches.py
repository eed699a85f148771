"""What a view of a comparison shows: rows, and stretches of them folded away."""

from __future__ import annotations

from reader.model.comparison import Comparison
from reader.session.comparing import Version, compare
from reader.session.comparison_stretches import Stretch, differing, entries, row_at
from tests.support.libraries import a_source
from tests.support.pages import an_article

SAME = [
    f"قال مصدر أمني في الفقرة رقم {word} إن الطريق السريع جنوبي الناصرية بقي مفتوحا ليلا."
    for word in ("الأولى", "الثانية", "الثالثة", "الرابعة", "الخامسة", "السادسة")
]
OLD = "وأعلنت وزارة الصحة استقبال 29 مصابا في مستشفى المدينة ليلا دون تفاصيل أخرى."
NEW = OLD.replace("29", "31")


def compared(*, marked: bool = False) -> Comparison:
    old, new = an_article(*SAME, OLD, *SAME[:1]), an_article(*SAME, NEW, *SAME[:1])
    marks = (a_source(new, "31 مصابا"),) if marked else ()
    return compare(Version(article=old), Version(article=new), marks=marks)


def test_what_did_not_change_is_folded_away_but_for_what_stands_beside_a_change() -> None:
    assert entries(compared()) == (Stretch(0, 5, changed=False), 5, 6, 7)


def test_a_stretch_that_was_opened_stays_open() -> None:
    assert entries(compared(), opened={0}) == tuple(range(8))


def test_nothing_is_folded_away_where_nobody_wants_it() -> None:
    assert entries(compared(), folded=False) == tuple(range(8))


def test_where_only_marks_count_all_that_touches_none_is_folded_away() -> None:
    shown = entries(compared(marked=True), touching_marks=True)
    assert shown == (Stretch(0, 6, changed=False), 6, Stretch(7, 8, changed=False))


def test_a_stretch_says_whether_something_differs_in_it() -> None:
    assert entries(compared(), touching_marks=True) == (Stretch(0, 8, changed=True),)


def test_differences_are_found_among_the_entries() -> None:
    found = compared()
    assert differing(found, entries(found)) == (2,)


def test_a_character_of_either_side_is_found_in_its_row() -> None:
    found = compared()
    paragraph = found.rows[6].new[0]
    assert row_at(found, "new", paragraph.start + 3) == 6
    assert row_at(found, "old", 10_000) is None
