"""Marking at speed: several steps as one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.annotations import Hop
from reader.model.sourcing import chain_of
from reader.model.vocabulary import (
    Directness,
    MarkType,
    Naming,
    Polarity,
    RelationType,
    Role,
    SourceKind,
    Status,
)
from reader.session import cards, checking, composing, linking, marking
from reader.session.composing import claim_of, parted, split_claim
from reader.session.errors import SessionError
from reader.session.lately import Lately
from tests.support.desks import span_of
from tests.support.tables import Table

PARAGRAPH = (
    'ووفقًا لمصدر أمني، فإن "عبوتين انفجرتا ظهر اليوم وأصيبت شاحنة قرب الجسر"، وقال شاهد إن '
    "الطريق أُغلق. وأكد المصدر ذاته، عبر تلغرام، أن الطريق فُتح."
)


@pytest.fixture
def table() -> Table:
    return Table(PARAGRAPH)


def span(table, words):
    return span_of(table.desk.article, words)


def words_of(table, kind=MarkType.CLAIM):
    marks = table.desk.annotations().marks
    return [m.words for m in marks if m.type is kind]


# A claim of the last source


def test_a_claim_of_a_source_is_marked_and_linked_in_one_step(table):
    source = table.source("مصدر أمني")
    before = table.desk

    change = table.do(claim_of, span(table, "عبوتين انفجرتا ظهر اليوم "), source)

    (link,) = table.desk.relations.values()
    assert words_of(table) == ["عبوتين انفجرتا ظهر اليوم"]
    assert (link.to.id, link.attribution.directness) == (source, Directness.DIRECT)
    assert change.message.params == {"words": "عبوتين انفجرتا ظهر اليوم", "source": "مصدر أمني"}
    assert table.desk.apply(change.inverse()) == before


def test_its_chain_is_the_mentions_which_it_goes_on_to_inherit(table):
    source, relay = table.source("مصدر أمني"), table.source("شاهد")
    table.do(claim_of, span(table, "عبوتين"), source)
    table.do(composing.relay, source, relay, undisclosed=True)

    (link,) = table.desk.relations.values()
    chain = chain_of(table.desk.marks[source], link.attribution)
    assert link.attribution.chain is None
    assert [(h.mention, h.undisclosed) for h in chain] == [(relay, True), (source, False)]


def test_a_further_claim_came_the_way_of_the_one_before_but_rests_on_no_voice_of_its(table):
    source, voice = table.source("مصدر أمني"), table.source("شاهد")
    table.do(claim_of, span(table, "عبوتين"), source)
    (first,) = (m.id for m in table.desk.marks.values() if m.type is MarkType.CLAIM)
    table.do(composing.through_channel, first, "تلغرام")
    table.do(composing.rests_on, first, voice)

    table.do(claim_of, span(table, "انفجرتا"), source)

    chains = [r.attribution.chain for r in table.desk.relations.values()]
    assert [[(h.mention, h.channel) for h in chain] for chain in chains] == [
        [(source, "تلغرام"), (voice, "")],
        [(source, "تلغرام")],
    ]


def test_only_a_claim_with_a_source_comes_a_way(table):
    claim, source = table.claim("عبوتين"), table.source("شاهد")
    for use_case in (composing.rests_on, composing.through_channel):
        with pytest.raises(SessionError, match="claim_has_no_source"):
            use_case(table.desk, table.maker, claim, source)


def test_a_relay_is_said_once_and_never_of_itself(table):
    source, relay = table.source("مصدر أمني"), table.source("شاهد")
    table.do(composing.relay, source, relay)
    with pytest.raises(SessionError, match="already_linked"):
        composing.relay(table.desk, table.maker, source, relay)
    with pytest.raises(SessionError, match="relates_to_itself"):
        composing.relay(table.desk, table.maker, source, source)


def test_a_relay_is_put_into_chains_that_claims_have_of_their_own(table):
    source, relay = table.source("مصدر أمني"), table.source("شاهد")
    table.do(claim_of, span(table, "عبوتين"), source)
    (claim,) = (m.id for m in table.desk.marks.values() if m.type is MarkType.CLAIM)
    table.do(composing.through_channel, claim, "تلغرام")

    table.do(composing.relay, source, relay)

    (link,) = table.desk.relations.values()
    assert [h.mention for h in link.attribution.chain] == [relay, source]


def test_the_position_of_a_source_is_said_of_its_latest_link(table):
    source = table.source("مصدر أمني")
    table.do(claim_of, span(table, "عبوتين"), source)
    (claim,) = (m.id for m in table.desk.marks.values() if m.type is MarkType.CLAIM)

    table.do(composing.edit_attribution, claim, polarity=Polarity.DENIES)

    (link,) = table.desk.relations.values()
    assert link.attribution.polarity is Polarity.DENIES


# The same again


def test_a_source_is_marked_as_the_last_was(table):
    first = table.source("شاهد")
    table.do(marking.edit_body, first, kind=SourceKind.GROUP, naming=Naming.DESCRIBED)

    change = table.do(composing.again, span(table, "مصدر أمني"), first)

    new = next(e.after for e in change.edits if e.thing.id != first and e.before is None
               and getattr(e.after, "type", None) is MarkType.SOURCE)  # fmt: skip
    assert (new.source.kind, new.source.naming) == (SourceKind.GROUP, Naming.DESCRIBED)
    assert table.desk.entities[new.source.entity].kind is SourceKind.GROUP


def test_a_claim_is_marked_with_the_sources_of_the_last_and_quoted_as_it_stands(table):
    source = table.source("مصدر أمني")
    table.do(claim_of, span(table, "عبوتين"), source)
    (claim,) = (m.id for m in table.desk.marks.values() if m.type is MarkType.CLAIM)

    table.do(composing.again, span(table, "الطريق أُغلق"), claim)

    links = [(r.to.id, r.attribution.directness) for r in table.desk.relations.values()]
    assert links == [(source, Directness.DIRECT), (source, Directness.INDIRECT)]


def test_a_highlight_is_marked_with_the_codes_of_the_last_and_without_its_note(table):
    first = table.mark(MarkType.HIGHLIGHT, "الجسر", codes=("a",), note="سؤال")

    table.do(composing.again, span(table, "الطريق"), first)

    assert [(m.codes, m.note) for m in table.desk.marks.values()] == [
        (("a",), "سؤال"),
        (("a",), ""),
    ]


# Splitting


@pytest.fixture
def quoted(table):
    """A quotation attributed to a source, with work done on it."""
    source = table.source("مصدر أمني")
    claim = table.mark(
        MarkType.CLAIM, "عبوتين انفجرتا ظهر اليوم وأصيبت شاحنة قرب الجسر", codes=("a",), note="سؤال"
    )
    table.link(claim, source)
    table.do(marking.edit_body, claim, status=Status.IN_PROGRESS)
    return claim


def test_a_claim_is_parted_at_the_caret_and_both_keep_the_source(table, quoted):
    caret = span(table, "وأصيبت")[0]
    before = table.desk

    change = table.do(split_claim, quoted, (caret, caret))

    first, second = (m for m in table.desk.annotations().marks if m.type is MarkType.CLAIM)
    assert [first.words, second.words] == ["عبوتين انفجرتا ظهر اليوم", "وأصيبت شاحنة قرب الجسر"]
    assert first.id == quoted
    assert (first.note, second.note) == ("سؤال", "")
    assert first.codes == second.codes == ("a",)
    assert first.claim.status is second.claim.status is Status.IN_PROGRESS
    links = list(table.desk.relations.values())
    assert {r.from_.id for r in links} == {first.id, second.id}
    assert len({(r.to.id, r.attribution) for r in links}) == 1
    assert change.message.params["n"] == 2
    assert table.desk.apply(change.inverse()) == before


def test_the_conjunction_that_the_caret_cuts_off_a_word_belongs_to_no_part(table, quoted):
    caret = span(table, "وأصيبت")[0] + 1

    table.do(split_claim, quoted, (caret, caret))

    assert words_of(table) == ["عبوتين انفجرتا ظهر اليوم", "أصيبت شاحنة قرب الجسر"]


def test_a_claim_is_parted_into_what_is_selected_and_what_is_around_it(table, quoted):
    table.do(split_claim, quoted, span(table, "ظهر اليوم"))

    assert words_of(table) == ["عبوتين انفجرتا", "ظهر اليوم", "وأصيبت شاحنة قرب الجسر"]


def test_what_was_found_for_a_claim_stays_with_its_first_part(table, quoted):
    table.do(checking.set_verdict, quoted, "five", "5")
    table.do(marking.edit_body, quoted, status=Status.CONCLUDED)
    caret = span(table, "وأصيبت")[0]

    table.do(split_claim, quoted, (caret, caret))

    first, second = (m for m in table.desk.annotations().marks if m.type is MarkType.CLAIM)
    assert (len(first.claim.verdicts), len(first.history)) == (1, 1)
    assert (second.claim.verdicts, second.history) == ((), ())
    assert (first.claim.status, second.claim.status) == (Status.CONCLUDED, Status.REVIEW)


def test_what_restates_a_claim_restates_its_parts_and_other_relations_stay(table, quoted):
    summary, other = table.claim("الطريق أُغلق"), table.claim("الطريق فُتح")
    for kind, ends in ((RelationType.RESTATES, (summary, quoted)),
                       (RelationType.CONTRADICTED_BY, (quoted, other))):  # fmt: skip
        change, _ = linking.relate(table.desk, table.maker, kind, *ends)
        table.desk = table.desk.apply(change)
    caret = span(table, "وأصيبت")[0]

    table.do(split_claim, quoted, (caret, caret))

    kinds = [r.type for r in table.desk.relations.values()]
    assert kinds.count(RelationType.RESTATES) == 2
    assert kinds.count(RelationType.CONTRADICTED_BY) == 1


@pytest.mark.parametrize("words", ["ووفقًا", "الطريق أُغلق"])
def test_a_caret_outside_the_claim_splits_nothing_and_says_why(table, quoted, words):
    caret = span(table, words)[1]
    with pytest.raises(SessionError, match="split_outside"):
        split_claim(table.desk, table.maker, quoted, (caret, caret))


def test_a_selection_of_the_whole_claim_splits_nothing(table, quoted):
    with pytest.raises(SessionError, match="split_outside"):
        split_claim(table.desk, table.maker, quoted, span(table, table.desk.marks[quoted].words))


def test_the_claim_to_be_split_is_the_one_at_the_caret(table, quoted):
    inner = table.claim("شاحنة قرب")
    at = span(table, "قرب")[0]
    elsewhere = span(table, "انفجرتا")[0]

    assert composing.claim_at(table.desk, None, (at, at)) == inner
    assert composing.claim_at(table.desk, quoted, (at, at)) == quoted
    assert composing.claim_at(table.desk, inner, (elsewhere, elsewhere)) == quoted
    with pytest.raises(SessionError, match="split_needs_claim"):
        composing.claim_at(table.desk, None, (0, 0))


@given(st.text(alphabet='اب و،."«» ', max_size=30), st.data())
def test_parts_stand_in_order_inside_the_claim_and_no_two_overlap(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    caret = data.draw(st.integers(0, len(text)))
    at_most = start
    for first, last in parted(
        text, (start, end), (caret, data.draw(st.integers(caret, len(text))))
    ):
        assert at_most <= first < last <= end
        at_most = last


# Moving


def test_a_mark_moves_to_other_words_with_its_links_and_remembers(table, quoted):
    links = dict(table.desk.relations)
    cue = span(table, "فإن")
    table.do(marking.add_anchor, quoted, Role.CUE, cue)
    before = table.desk

    change = table.do(composing.move_mark, quoted, span(table, "عبوتين انفجرتا"))

    moved = table.desk.marks[quoted]
    assert moved.words == "عبوتين انفجرتا"
    assert [a.exact for a in moved.anchors] == ["عبوتين انفجرتا", "فإن"]
    assert [e.what.code for e in moved.history] == ["mark_moved"]
    assert table.desk.relations == links
    assert table.desk.apply(change.inverse()) == before


def test_the_card_of_a_moved_source_is_called_as_it_is_now(table):
    source = table.source("أمني")

    table.do(composing.move_mark, source, span(table, "مصدر أمني"))

    card = table.desk.marks[source].source.entity
    assert table.desk.entities[card].name == "مصدر أمني"


def test_a_card_that_has_a_name_of_its_own_keeps_it(table):
    source = table.source("أمني")
    card = table.desk.marks[source].source.entity
    table.do(cards.edit_entity, card, name="ناطق")

    table.do(composing.move_mark, source, span(table, "مصدر أمني"))

    assert table.desk.entities[card].name == "ناطق"


def test_moving_a_mark_to_where_it_is_changes_nothing(table, quoted):
    change = composing.move_mark(table.desk, table.maker, quoted, span(
        table, table.desk.marks[quoted].words))  # fmt: skip
    assert change.edits == ()


# The last source


def test_the_last_source_is_the_one_marked_or_linked_or_selected_last(table):
    first, second = table.source("مصدر أمني"), table.source("شاهد")
    marks = table.desk.marks
    lately = Lately().noticing(marks[first]).noticing(marks[second])
    assert lately.last_source(table.desk, 0).id == second
    assert lately.noticing(marks[first]).last_source(table.desk, 0).id == first

    change = claim_of(table.desk, table.maker, span(table, "عبوتين"), first)
    assert lately.after(change).last_source(table.desk, 0).id == first


def test_after_reopening_it_is_the_nearest_one_before_the_words(table):
    first, second = table.source("مصدر أمني"), table.source("شاهد")
    claim, later = span(table, "عبوتين"), span(table, "الطريق")
    assert Lately().last_source(table.desk, claim[0]).id == first
    assert Lately().last_source(table.desk, later[0]).id == second
    assert Lately().last_source(table.desk, 0) is None


def test_a_source_that_is_gone_is_nobodys_last(table):
    first, second = table.source("مصدر أمني"), table.source("شاهد")
    marks = table.desk.marks
    lately = Lately().noticing(marks[first]).noticing(marks[second])
    table.do(marking.delete, [second])
    assert lately.last_source(table.desk, 0).id == first


def test_a_source_called_the_same_shares_the_card_and_the_chain_of_the_last(table):
    first, relay = table.source("مصدر أمني"), table.source("شاهد")
    table.do(composing.relay, first, relay)
    made, mark = marking.add_mark(
        table.desk, table.maker, MarkType.SOURCE, span(table, "المصدر ذاته")
    )

    change = composing.same_as_last(table.desk, table.maker, made, mark, table.desk.marks[first])

    desk = table.desk.apply(change)
    body = desk.marks[mark.id].source
    assert body.entity == desk.marks[first].source.entity
    assert [h.mention for h in body.chain] == [relay]
    assert len(change.edits) == 1
    assert isinstance(body.chain[0], Hop)
