"""Marking at speed: several steps as one."""

from __future__ import annotations

import pytest

from reader.model.annotations import Hop
from reader.model.sourcing import chain_of
from reader.model.vocabulary import (
    Directness,
    MarkType,
    Naming,
    SourceKind,
)
from reader.session import composing, marking, relaying
from reader.session.composing import claim_of
from tests.support.tables import SPEECH, Table


@pytest.fixture
def table() -> Table:
    return Table(SPEECH)


def test_a_claim_of_a_source_is_marked_and_linked_in_one_step(table):
    source = table.source("مصدر أمني")
    before = table.desk

    change = table.do(claim_of, table.span("عبوتين انفجرتا ظهر اليوم "), source)

    (link,) = table.desk.relations.values()
    assert table.words(MarkType.CLAIM) == ["عبوتين انفجرتا ظهر اليوم"]
    assert (link.to.id, link.attribution.directness) == (source, Directness.DIRECT)
    assert change.message.params == {"words": "عبوتين انفجرتا ظهر اليوم", "source": "مصدر أمني"}
    assert table.desk.apply(change.inverse()) == before


def test_its_chain_is_the_mentions_which_it_goes_on_to_inherit(table):
    source, relay = table.source("مصدر أمني"), table.source("شاهد")
    table.do(claim_of, table.span("عبوتين"), source)
    table.do(relaying.relay, source, relay, undisclosed=True)

    (link,) = table.desk.relations.values()
    chain = chain_of(table.desk.marks[source], link.attribution)
    assert link.attribution.chain is None
    assert [(h.mention, h.undisclosed) for h in chain] == [(relay, True), (source, False)]


def test_a_further_claim_came_the_way_of_the_one_before_but_rests_on_no_voice_of_its(table):
    source, voice = table.source("مصدر أمني"), table.source("شاهد")
    table.do(claim_of, table.span("عبوتين"), source)
    (first,) = (m.id for m in table.desk.marks.values() if m.type is MarkType.CLAIM)
    table.do(relaying.through_channel, first, "تلغرام")
    table.do(relaying.rests_on, first, voice)

    table.do(claim_of, table.span("انفجرتا"), source)

    chains = [r.attribution.chain for r in table.desk.relations.values()]
    assert [[(h.mention, h.channel) for h in chain] for chain in chains] == [
        [(source, "تلغرام"), (voice, "")],
        [(source, "تلغرام")],
    ]


def test_a_source_is_marked_as_the_last_was(table):
    first = table.source("شاهد")
    table.do(marking.edit_body, first, kind=SourceKind.GROUP, naming=Naming.DESCRIBED)

    change = table.do(composing.again, table.span("مصدر أمني"), first)

    new = next(e.after for e in change.edits if e.thing.id != first and e.before is None
               and getattr(e.after, "type", None) is MarkType.SOURCE)  # fmt: skip
    assert (new.source.kind, new.source.naming) == (SourceKind.GROUP, Naming.DESCRIBED)
    assert table.desk.entities[new.source.entity].kind is SourceKind.GROUP


def test_a_claim_is_marked_with_the_sources_of_the_last_and_quoted_as_it_stands(table):
    source = table.source("مصدر أمني")
    table.do(claim_of, table.span("عبوتين"), source)
    (claim,) = (m.id for m in table.desk.marks.values() if m.type is MarkType.CLAIM)

    table.do(composing.again, table.span("الطريق أُغلق"), claim)

    links = [(r.to.id, r.attribution.directness) for r in table.desk.relations.values()]
    assert links == [(source, Directness.DIRECT), (source, Directness.INDIRECT)]


def test_a_highlight_is_marked_with_the_codes_of_the_last_and_without_its_note(table):
    first = table.mark(MarkType.HIGHLIGHT, "الجسر", codes=("a",), note="سؤال")

    table.do(composing.again, table.span("الطريق"), first)

    assert [(m.codes, m.note) for m in table.desk.marks.values()] == [
        (("a",), "سؤال"),
        (("a",), ""),
    ]


def test_a_source_called_the_same_shares_the_card_and_the_chain_of_the_last(table):
    first, relay = table.source("مصدر أمني"), table.source("شاهد")
    table.do(relaying.relay, first, relay)
    made, mark = marking.add_mark(
        table.desk, table.maker, MarkType.SOURCE, table.span("المصدر ذاته")
    )

    change = composing.same_as_last(table.desk, table.maker, made, mark, table.desk.marks[first])

    desk = table.desk.apply(change)
    body = desk.marks[mark.id].source
    assert body.entity == desk.marks[first].source.entity
    assert [h.mention for h in body.chain] == [relay]
    assert len(change.edits) == 1
    assert isinstance(body.chain[0], Hop)
