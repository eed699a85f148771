"""The way that words came: relays, voices behind a source, channels."""

from __future__ import annotations

import pytest

from reader.model.vocabulary import (
    MarkType,
    Polarity,
)
from reader.session import relaying
from reader.session.composing import claim_of
from reader.session.errors import SessionError
from tests.support.tables import SPEECH, Table


@pytest.fixture
def table() -> Table:
    return Table(SPEECH)


def test_only_a_claim_with_a_source_comes_a_way(table):
    claim, source = table.claim("عبوتين"), table.source("شاهد")
    for use_case in (relaying.rests_on, relaying.through_channel):
        with pytest.raises(SessionError, match="claim_has_no_source"):
            use_case(table.desk, table.maker, claim, source)


def test_a_relay_is_said_once_and_never_of_itself(table):
    source, relay = table.source("مصدر أمني"), table.source("شاهد")
    table.do(relaying.relay, source, relay)
    with pytest.raises(SessionError, match="already_linked"):
        relaying.relay(table.desk, table.maker, source, relay)
    with pytest.raises(SessionError, match="relates_to_itself"):
        relaying.relay(table.desk, table.maker, source, source)


def test_a_relay_is_put_into_chains_that_claims_have_of_their_own(table):
    source, relay = table.source("مصدر أمني"), table.source("شاهد")
    table.do(claim_of, table.span("عبوتين"), source)
    (claim,) = (m.id for m in table.desk.marks.values() if m.type is MarkType.CLAIM)
    table.do(relaying.through_channel, claim, "تلغرام")

    table.do(relaying.relay, source, relay)

    (link,) = table.desk.relations.values()
    assert [h.mention for h in link.attribution.chain] == [relay, source]


def test_the_position_of_a_source_is_said_of_its_latest_link(table):
    source = table.source("مصدر أمني")
    table.do(claim_of, table.span("عبوتين"), source)
    (claim,) = (m.id for m in table.desk.marks.values() if m.type is MarkType.CLAIM)

    table.do(relaying.edit_attribution, claim, polarity=Polarity.DENIES)

    (link,) = table.desk.relations.values()
    assert link.attribution.polarity is Polarity.DENIES
