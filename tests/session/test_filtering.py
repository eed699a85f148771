"""Which marks a filter lets through."""

from __future__ import annotations

import pytest

from reader.model.annotations import Mark
from reader.model.sourcing import Sourcing
from reader.model.vocabulary import MarkType, Naming, RelationType, Status
from reader.session.filtering import Filter, Sieve, matches, stepped
from tests.support.marks import (
    AUTHOR,
    NOON,
    anchor,
    annotations,
    attributed,
    claim,
    entity,
    relation,
    source,
    uid,
)

POLICE = entity("قيادة الشرطة")
MARKS = {
    "named": source("المتحدث", entity=POLICE, naming=Naming.NAMED),
    "bare": source("مصدر", naming=Naming.BARE),
    "again": source("هو", entity=POLICE, naming=Naming.BARE),
    "said": claim("انفجرت عبوتان", 10, normalised="وقع انفجاران"),
    "chosen": claim("تعرضت شاحنات", 30, status=Status.CHOSEN),
    "lead": claim("هجمات على أرتال", 50),
}


def mark(kind: MarkType, name: str, **fields: object) -> Mark:
    return Mark(
        id=uid(name), created_at=NOON, modified_at=NOON, author=AUTHOR, type=kind,
        anchors=anchor(name, 70), **fields,
    )  # fmt: skip


MARKS["date"] = mark(MarkType.HIGHLIGHT, "الخميس", codes=("date", "place"))
MARKS["note"] = mark(MarkType.NOTE, "التحالف", note="مَن في التحالف الأمريكي؟")
SOURCING = Sourcing(
    annotations(
        *MARKS.values(),
        attributed("انفجرت عبوتان", "المتحدث"),
        relation(RelationType.RESTATES, "هجمات على أرتال", "تعرضت شاحنات"),
    ),
    {POLICE.id: POLICE},
)


def through(**fields: object) -> set[str]:
    sieve = Sieve(Filter(**fields))  # type: ignore[arg-type]
    return {name for name, mark in MARKS.items() if sieve.matches(mark, SOURCING)}


def test_an_empty_filter_lets_everything_through():
    assert through() == through(text=" \u200f") == set(MARKS)
    assert Filter(text=" ").is_empty


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({"kinds": {MarkType.NOTE}}, {"note"}),
        ({"kinds": {MarkType.NOTE, MarkType.HIGHLIGHT}}, {"note", "date"}),
        ({"codes": {"date"}}, {"date"}),
        ({"codes": {"lost"}}, set()),
        ({"namings": {Naming.BARE}}, {"bare"}),
        ({"namings": {Naming.NAMED}}, {"named", "again"}),
        ({"statuses": {Status.CHOSEN}}, {"chosen"}),
        ({"statuses": {Status.CHOSEN, Status.NEW}}, {"chosen", "said", "lead"}),
        ({"unsourced": True}, {"chosen"}),
        ({"unsourced": True, "statuses": {Status.NEW}}, set()),
    ],
)
def test_each_thing_is_asked_for_by_itself(asked, names):
    fields = {k: frozenset(v) if isinstance(v, set) else v for k, v in asked.items()}
    assert through(**fields) == names
    assert not Filter(**fields).is_empty


def test_what_is_asked_of_one_kind_says_nothing_of_another():
    named, chosen = frozenset({Naming.NAMED}), frozenset({Status.CHOSEN})
    assert through(namings=named, statuses=chosen) == {"named", "again", "chosen"}
    assert through(namings=named, kinds=frozenset({MarkType.NOTE})) == {"named", "again", "note"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("انفجرت", {"said"}),
        ("انفجاران", {"said"}),
        ("قيادة الشرطه", {"named", "again", "said"}),
        ("أميركي", {"note"}),
        ("من في", {"note"}),
        ("عبوتان وقع", set()),
    ],
)
def test_words_are_looked_for_as_in_find_in_all_that_is_said_of_a_mark(text, names):
    assert through(text=text) == names


def test_words_narrow_what_is_ticked():
    assert through(text="الشرطة", kinds=frozenset({MarkType.CLAIM})) == {"said"}


def test_a_tick_is_set_and_taken_back():
    ticked = Filter().toggled("kinds", MarkType.CLAIM).toggled("unsourced", True)
    assert list(ticked.ticked()) == [("kinds", MarkType.CLAIM), ("unsourced", True)]
    assert ticked.toggled("kinds", MarkType.CLAIM).toggled("unsourced", True) == Filter()


def test_codes_that_the_codebook_lost_are_let_go():
    assert Filter(codes=frozenset({"a", "b"})).without(code_slugs=["b"]).codes == {"b"}


def test_one_mark_can_be_asked_about_alone():
    assert matches(Filter(text="شاحنات"), MARKS["chosen"], SOURCING)


ORDER = [MARKS[name] for name in ("said", "chosen", "lead")]  # at 10, 30 and 50


@pytest.mark.parametrize(
    ("start", "by", "reached"),
    [
        (0, 1, "said"),
        (11, 1, "chosen"),
        (30, 1, "chosen"),
        (30, -1, "said"),
        (60, 1, "said"),
        (0, -1, "lead"),
        (MARKS["chosen"].id, 1, "lead"),
        (MARKS["chosen"].id, -1, "said"),
        (MARKS["lead"].id, 1, "said"),
    ],
)
def test_stepping_goes_on_from_a_mark_or_a_place_in_a_circle(start, by, reached):
    assert stepped(ORDER, lambda _: True, start, by) is MARKS[reached]


def test_stepping_passes_by_marks_that_are_not_listed():
    listed = [MARKS["lead"]]
    assert stepped(ORDER, listed.__contains__, MARKS["said"].id, 1) is MARKS["lead"]
    assert stepped(ORDER, listed.__contains__, MARKS["lead"].id, 1) is MARKS["lead"]
    assert stepped(ORDER, lambda _: False, 0, 1) is None
