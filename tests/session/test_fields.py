"""What the fields of a source, a claim and a card ask for, on an article of a real library."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from reader.export import render
from reader.model.annotations import Hop
from reader.model.errors import ReaderError
from reader.model.vocabulary import MarkType, Role
from reader.session import cards, chains, checking
from reader.session.article import ArticleSession
from reader.session.errors import SessionError
from tests.support.desks import span_of


@pytest.fixture
def session(sit, page) -> ArticleSession:
    return sit().open(page())


def mark(session: ArticleSession, kind: MarkType, words: str) -> UUID:
    return session.add_mark(kind, *span_of(session.article, words)).id


@pytest.fixture
def source(session) -> UUID:
    return mark(session, MarkType.SOURCE, "مصدر أمني")


@pytest.fixture
def claim(session) -> UUID:
    return mark(session, MarkType.CLAIM, "عبوتين ناسفتين انفجرتا ظهر اليوم")


def refused(call: Callable[[], object]) -> str:
    with pytest.raises(SessionError) as error:
        call()
    return error.value.message.code


# Values that cannot be kept


def test_a_value_that_no_field_can_hold_is_refused_and_changes_nothing(session, source, claim):
    before = session.desk

    assert {
        refused(lambda: session.edit_body(source, chain=("not a hop",))),
        refused(lambda: session.edit_mark(claim, note=7)),
        refused(lambda: session.edit_entity(session.marks[source].source.entity, standing="?")),
        refused(lambda: session.add_record(claim, "evidence", accessed="yesterday")),
        refused(lambda: session.do(checking.set_date, claim, value="next week")),
    } == {"value_not_valid"}
    assert session.desk is before


def test_things_that_are_gone_are_named_as_gone(session, claim):
    nobody = UUID(int=1)

    assert refused(lambda: session.edit_link(nobody, polarity="denies")) == "link_is_gone"
    assert refused(lambda: session.unlink([nobody])) == "link_is_gone"
    assert refused(lambda: session.edit_entity(nobody, name="x")) == "card_is_gone"
    assert refused(lambda: session.edit_record(claim, "contacts", nobody)) == "record_is_gone"
    assert refused(lambda: session.remove_anchor(claim, nobody)) == "anchor_is_gone"


# The date of a claim


def test_a_claim_s_date_is_kept_as_written_and_as_understood(session, claim):
    session.do(checking.set_date, claim, written="الثلاثاء")
    session.do(checking.set_date, claim, value=date(2021, 7, 27), inferred=True)

    when = session.marks[claim].claim.date
    assert (when.written, when.value, when.inferred) == ("الثلاثاء", date(2021, 7, 27), True)


def test_a_date_without_words_and_day_is_no_date(session, claim):
    session.do(checking.set_date, claim, written="الثلاثاء")
    session.do(checking.set_date, claim, written="")

    assert session.marks[claim].claim.date is None


# Cards


def test_a_mention_that_shares_a_card_can_have_its_own_again(session, source):
    other = mark(session, MarkType.SOURCE, "شهود عيان")
    session.same_source(other, source)
    session.do(cards.own_card, other)

    named = [session.marks[i].source.entity for i in (source, other)]
    assert named[0] != named[1]
    assert session.entities[named[1]].name == "شهود عيان"
    assert session.entities[named[1]].article == session.id  # for it is anonymous


def test_a_card_that_nobody_shares_stays(session, source):
    assert refused(lambda: session.do(cards.own_card, source)) == "card_is_its_own"


def test_a_source_that_means_nobody_can_be_given_a_card(session):
    mention = mark(session, MarkType.SOURCE, "المكان")
    session.edit_body(mention, entity=None)
    session.do(cards.own_card, mention)

    assert session.entities[session.marks[mention].source.entity].name == "المكان"


# Cue and content


def test_a_mark_has_one_cue_and_as_much_content_as_it_is_given(session, source):
    for role, words in (
        (Role.CUE, "ووفقًا"),
        (Role.CUE, "وقال"),
        (Role.CONTENT, "عبوتين"),
        (Role.CONTENT, "شاحنة"),
    ):
        session.add_anchor(source, role, *span_of(session.article, words))

    anchors = [(a.role, a.exact) for a in session.marks[source].anchors]
    assert anchors == [
        (Role.SPAN, "مصدر أمني"),
        (Role.CUE, "وقال"),
        (Role.CONTENT, "عبوتين"),
        (Role.CONTENT, "شاحنة"),
    ]


def test_a_cue_is_taken_away_but_never_the_mark_s_own_words(session, source):
    session.add_anchor(source, Role.CUE, *span_of(session.article, "ووفقًا"))
    span, cue = session.marks[source].anchors
    session.remove_anchor(source, cue.id)

    assert session.marks[source].anchors == (span,)
    assert refused(lambda: session.remove_anchor(source, span.id)) == "anchor_is_gone"


def test_a_cue_needs_words(session, source):
    assert refused(lambda: session.add_anchor(source, Role.CUE, 3, 3)) == "nothing_selected"


# Chains

SPEAKER = UUID(int=5)
FIRST, SECOND, ITSELF = Hop(words="أ"), Hop(words="ب"), Hop(words="ج", mention=SPEAKER)


def test_a_new_relay_stands_next_to_who_speaks():
    assert chains.with_relay((FIRST, ITSELF), SECOND, SPEAKER) == (FIRST, SECOND, ITSELF)
    assert chains.with_relay((FIRST,), SECOND, None) == (FIRST, SECOND)


def test_a_hop_moves_by_one_and_stops_at_the_ends():
    chain = (FIRST, SECOND, ITSELF)

    assert chains.moved(chain, 1, -1) == (SECOND, FIRST, ITSELF)
    assert chains.moved(chain, 1, 1) == (FIRST, ITSELF, SECOND)
    assert chains.moved(chain, 0, -1) == chain == chains.moved(chain, 2, 1)


def test_a_hop_is_replaced_or_taken_out_in_its_place():
    assert chains.replaced((FIRST, ITSELF), 0, SECOND) == (SECOND, ITSELF)
    assert chains.without((FIRST, ITSELF), 0) == (ITSELF,)


# Handing over


def test_what_is_handed_over_is_the_article_as_it_stood_when_asked_for(session, claim, tmp_path):
    made: list[bytes] = []
    session.hand_over(
        lambda summary: render(summary, "md"),
        made.append,
        pytest.fail,
        language="ar",
        with_text=False,
    )

    assert "عبوتين ناسفتين" in made[0].decode()


def test_what_cannot_be_made_of_a_summary_is_told(session):
    told: list[ReaderError] = []

    def make(_summary: object) -> Path:
        raise SessionError("export_folder_missing", folder="x")

    session.hand_over(make, pytest.fail, told.append, language="ar")
    assert [e.message.code for e in told] == ["export_folder_missing"]


def test_who_stands_behind_the_claims_is_worked_out_once_for_each_state(session, source, claim):
    before = session.desk.sourcing
    assert session.desk.sourcing is before

    session.link(claim, source)
    assert [link.mention.id for link in session.desk.sourcing.links[claim]] == [source]
