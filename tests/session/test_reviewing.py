"""What waits for a person, and what there is to decide by."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.anchoring import Why
from reader.model.placing import Standing
from reader.session import placing
from reader.session.excerpts import Excerpt, review_item
from reader.session.reviewing import is_decided, waiting
from tests.support.placing import NEW, OLD, found, place, turn_to
from tests.support.tables import Table

CLAIM = "٢٩ شخصا أصيبوا"
CHANGED = "٣١ شخصا أصيبوا"


@pytest.fixture
def table():
    return Table(OLD)


@pytest.fixture
def claim(table):
    made = table.claim(CLAIM)
    turn_to(table, NEW)
    return made


def differing(excerpt: Excerpt) -> list[str]:
    return [excerpt.text[start:end] for start, end in excerpt.differing]


def test_nothing_waits_where_nobody_has_looked(table, claim):
    assert waiting(table.desk) == ()


def test_doubtful_marks_and_those_not_found_wait_in_reading_order(table):
    later, first, gone = table.claim("التحقيق مستمر"), table.claim(CLAIM), table.claim("قال")
    turn_to(table, NEW)
    found(table, later, "التحقيق مستمر")
    found(table, first, CHANGED)
    found(table, gone, None)
    assert waiting(table.desk) == (gone, first, later)


def test_a_mark_that_was_found_waits_for_nobody(table, claim):
    found(table, claim, CHANGED, "moved")
    assert waiting(table.desk) == ()


@pytest.mark.parametrize("words", [CHANGED, None])
def test_a_mark_that_a_person_has_left_waits_no_longer(table, claim, words):
    found(table, claim, words)
    table.do(placing.leave, [claim])
    assert waiting(table.desk) == ()
    assert is_decided(table.desk, claim)


def test_a_mark_is_left_once(table, claim):
    found(table, claim, None)
    table.do(placing.leave, [claim])
    assert table.do(placing.leave, [claim]).edits == ()


def test_old_and_new_stand_beside_each_other_with_their_surroundings(table, claim):
    found(table, claim, CHANGED)
    item = review_item(table.desk, claim)
    assert (item.made.words, item.here.words) == (CLAIM, CHANGED)
    assert item.made.text.endswith(OLD)
    assert item.here.text.endswith(NEW)
    assert item.made.before.endswith("مصدر أمني إن ")


def test_a_changed_number_is_named_on_both_sides(table, claim):
    found(table, claim, CHANGED)
    item = review_item(table.desk, claim)
    assert [str(change) for change in item.changes] == ["٢٩ → ٣١"]
    assert (differing(item.made), differing(item.here)) == (["٢٩"], ["٣١"])


def test_a_negation_before_the_words_is_a_change():
    old = "أكد الشاهد أن الطريق مفتوح للجميع"
    table = Table(old)
    made = table.claim("الطريق مفتوح للجميع")
    turn_to(table, "أكد الشاهد أن ليس الطريق مفتوح للجميع")
    found(table, made, "الطريق مفتوح للجميع")
    item = review_item(table.desk, made)
    assert any("ليس" in change.new for change in item.changes)
    assert "ليس" in differing(item.here)


def test_words_that_are_the_same_differ_nowhere(table):
    made = table.claim("التحقيق مستمر")
    turn_to(table, OLD + " تحديث.")
    found(table, made, "التحقيق مستمر")
    item = review_item(table.desk, made)
    assert item.changes == ()
    assert (differing(item.made), differing(item.here)) == ([], [])


def test_where_two_excerpts_are_cut_is_no_difference():
    filler = "كلام كثير يسبق الخبر ويطول حتى لا يبقى من أوله شيء في السياق المعروض هنا"
    table = Table(f"{filler} ثم قال الوزير إن العدد ٢٩ فقط {filler}")
    made = table.claim("العدد ٢٩ فقط")
    turn_to(table, f"{filler} وقد زيد هنا ثم قال الوزير إن العدد ٣١ فقط {filler}")
    found(table, made, "العدد ٣١ فقط")
    item = review_item(table.desk, made)
    assert differing(item.made) == ["٢٩"]
    assert differing(item.here)[-1] == "٣١"
    assert not any("يسبق" in words for words in differing(item.here))


def test_another_sign_between_the_words_is_named(table):
    table = Table("قال إن الطريق مغلق تماما منذ الصباح.")
    made = table.claim("الطريق مغلق تماما منذ الصباح")
    turn_to(table, "قال إن الطريق مغلق، تماما منذ الصباح.")
    found(table, made, "الطريق مغلق، تماما منذ الصباح")
    item = review_item(table.desk, made)
    assert differing(item.here) == ["، "]
    assert len(item.changes) == 1


def test_what_was_not_found_keeps_its_context_and_the_version_it_was_made_on(table):
    made = table.claim(CLAIM)
    version = table.desk.article.version
    turn_to(table, "نص آخر تماما.")
    found(table, made, None)
    item = review_item(table.desk, made)
    assert item.standing is Standing.ORPHAN
    assert item.here is None
    assert item.made.text.endswith(OLD)
    assert item.made_on == version


@pytest.mark.parametrize(("evidence", "why"), [("words_changed", Why.WORDS_CHANGED), ("new", None)])
def test_evidence_that_is_not_known_is_left_unsaid(table, claim, evidence, why):
    span = table.desk.marks[claim].span
    there = place(table, CHANGED).model_copy(update={"evidence": evidence})
    table.do(placing.attach, {span.id: there})
    assert review_item(table.desk, claim).why is why


WORDS = st.lists(st.sampled_from(["قال", "لا", "٢٩", "،", "(", "«أ»", "b", "😀"]), min_size=1)


@given(WORDS, WORDS)
def test_what_differs_lies_within_the_excerpt_and_never_overlaps(old, new):
    table = Table(" ".join(old))
    span = (0, len(table.desk.article.page_text))
    made = table.claim(table.desk.article.page_text[slice(*span)])
    turn_to(table, " ".join(new))
    found(table, made, table.desk.article.page_text)
    item = review_item(table.desk, made)
    for excerpt in (item.made, item.here):
        ends = [edge for one in excerpt.differing for edge in one]
        assert ends == sorted(ends)
        assert all(0 <= edge <= len(excerpt.text) for edge in ends)
