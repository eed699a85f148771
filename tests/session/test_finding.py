"""Going through what was found, and the spellings of newsrooms."""

from __future__ import annotations

import json
from itertools import combinations

import pytest

from reader.resource import resource
from reader.session.finding import LONGEST_PREFILL, Search, prefill, query
from reader.text.fold import Profile, fold
from reader.text.matching import Searchable

TEXT = "مصدر\nمصدر أول ومصدر\nمصدر"
BLOCKS = [(0, 4), (5, 19), (20, 24)]


def found(typed: str, text: str, *, whole_words: bool = False) -> list[str]:
    hits = query(typed, whole_words=whole_words).find(Searchable(text))
    return [text[start:end] for start, end in hits]


def search(*blocks: tuple[int, int]) -> Search:
    return Search.of(query("مصدر"), Searchable(TEXT), blocks or BLOCKS)


def test_a_search_begins_at_none_of_its_hits():
    assert (len(search().hits), search().at, search().now) == (4, None, None)


@pytest.mark.parametrize(
    ("offset", "at", "wrapped"), [(0, 0, 0), (1, 1, 0), (5, 1, 0), (20, 3, 0), (21, 0, 1)]
)
def test_the_first_hit_is_the_one_from_where_somebody_reads(offset, at, wrapped):
    there = search().going_on_from(offset)
    assert (there.at, there.wrapped) == (at, wrapped)


def test_steps_go_round_in_a_circle_and_say_so():
    there = search().going_on_from(14)
    taken = []
    for by in (1, 1, 1, -1, -1, -1):
        there = there.step(by, 0)
        taken.append((there.at, there.wrapped))
    assert taken == [(3, 0), (0, 1), (1, 0), (0, 0), (3, -1), (2, 0)]


def test_the_first_step_begins_where_somebody_reads():
    assert search().step(1, 5).at == 1
    assert search().step(-1, 5).at == 0


def test_what_is_left_out_is_counted_and_nobody_is_led_there():
    there = search((0, 4), (20, 24))
    assert (len(there.hits), there.left_out) == (2, 2)
    assert there.going_on_from(5).now == (20, 24)


def test_a_search_stays_at_its_hit_while_that_is_shown():
    assert search((0, 4), (20, 24)).staying_at(20).at == 1
    assert search((0, 4), (20, 24)).staying_at(5).at is None


def test_where_nothing_is_found_a_step_leads_nowhere():
    nothing = Search.of(query("باريس"), Searchable(TEXT), BLOCKS)
    assert nothing.going_on_from(0).step(1, 0).now is None


@pytest.mark.parametrize(
    ("selected", "words"),
    [("مصدر أمني", "مصدر أمني"), ("سطر\nآخر", ""), ("ا" * (LONGEST_PREFILL + 1), "")],
)
def test_a_short_selection_of_one_block_is_what_is_looked_for(selected, words):
    assert prefill(selected) == words


# Spellings


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أميركي", "أمريكي"),
        ("الأميركية", "الامريكيه"),
        ("والأمريكيين", "والأميركيين"),
        ("مسؤولون", "مسئولون"),
        ("هيئة", "هيأة"),
        ("ترامب", "ترمب"),
        ("الكونغرس", "الكونجرس"),
        ("هونغ كونغ", "هونج كونج"),
        ("المليشيات", "الميليشيات"),
        ("تلغرام", "تيليجرام"),
        ("ثلاثمائة", "ثلاثمئة"),
        ("إسرائيل", "اسرائيل"),
    ],
)
def test_either_spelling_finds_the_other_with_what_is_written_onto_it(one, other):
    for whole_words in (False, True):
        assert found(one, f"في {other}.", whole_words=whole_words) == [other]
        assert found(other, f"في {one}.", whole_words=whole_words) == [one]


def test_a_beginning_of_a_spelling_finds_only_itself():
    assert found("أمير", "أميركي أمريكي") == ["أمير"]


ROWS = json.loads(resource("text", "spellings.json").read_text("utf-8"))["stems"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_every_spelling_of_a_row_finds_every_other(row):
    for one, other in combinations(row, 2):
        assert fold(one, Profile.FIND).text != fold(other, Profile.FIND).text
        assert found(one, f"قال {other}ي") == [other]
        assert found(f"وال{other}", f"وال{one}، ") == [f"وال{one}"]


def test_no_stem_stands_in_two_rows():
    stems = [fold(stem, Profile.FIND).text for row in ROWS for stem in row]
    assert len(set(stems)) == len(stems)
