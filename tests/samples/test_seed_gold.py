"""The fixture of who says what in the sample: its spans, its references, its arithmetic."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from reader.model.vocabulary import Directness, Naming, Number, SourceKind
from tests.support.variants import SHOWN, text

FIXTURES = Path(__file__).parents[1] / "fixtures"
SHARED = Path(__file__).parents[3] / "shared" / "data" / "seed" / "gold.json"
GOLD: dict[str, Any] = json.loads((FIXTURES / "seed_gold.json").read_text("utf-8"))
MENTIONS: dict[str, dict[str, Any]] = GOLD["mentions"]
CLAIMS: dict[str, dict[str, Any]] = GOLD["claims"]
COUNTED = {key: claim for key, claim in CLAIMS.items() if "restates" not in claim}
ATTRIBUTED = {key: claim for key, claim in COUNTED.items() if "source" in claim}


def is_identified(mention: str) -> bool:
    return Naming(MENTIONS[mention]["resolved"]).is_identified


@pytest.mark.parametrize("key", [*MENTIONS, *CLAIMS])
def test_every_span_is_verbatim_and_occurs_as_often_as_said(key: str) -> None:
    marked = {**MENTIONS, **CLAIMS}[key]
    nth, total = marked["occurrence"]
    assert SHOWN.count(marked["exact"]) == total
    assert 1 <= nth <= total


def test_every_value_is_of_the_vocabulary() -> None:
    for mention in MENTIONS.values():
        SourceKind(mention["kind"])
        Number(mention["number"])
        assert Naming(mention["resolved"]).rank <= Naming(mention["naming"]).rank
    assert {Directness(claim["directness"]) for claim in ATTRIBUTED.values()} == set(Directness)


def test_every_reference_leads_somewhere() -> None:
    assert {m["entity"] for m in MENTIONS.values() if m["entity"]} == set(GOLD["entities"])
    for claim in CLAIMS.values():
        assert set(claim.get("restates", [])) <= set(CLAIMS)
        assert set(claim.get("chain", [])) <= set(MENTIONS)
        assert ("source" in claim) == (claim.get("source") in claim.get("chain", []))


def test_a_mention_resolves_to_the_best_identified_one_of_its_entity() -> None:
    for mention in MENTIONS.values():
        same = [m for m in MENTIONS.values() if m["entity"] and m["entity"] == mention["entity"]]
        best = min((Naming(m["naming"]) for m in same or [mention]), key=lambda n: n.rank)
        assert mention["resolved"] == best


def test_the_profile_follows_from_the_claims() -> None:
    profile = GOLD["profile"]
    named = [key for key, claim in ATTRIBUTED.items() if is_identified(claim["source"])]
    assert profile["claims"] == len(COUNTED)
    assert profile["restating"] == len(CLAIMS) - len(COUNTED)
    assert profile["attributed"] == profile["single_source"] == len(ATTRIBUTED)
    assert profile["unsourced"] == [key for key in COUNTED if key not in ATTRIBUTED]
    assert profile["named_only"] == len(named)
    assert profile["anonymous_only"] == len(ATTRIBUTED) - len(named)
    assert profile["longest_chain_links"] == 1 + max(len(c["chain"]) for c in ATTRIBUTED.values())
    directness = Counter(claim["directness"] for claim in ATTRIBUTED.values())
    assert {key: profile[key] for key in directness} == dict(directness)


def test_the_profile_follows_from_the_mentions() -> None:
    profile = GOLD["profile"]
    before = {m for c in ATTRIBUTED.values() for m in c["chain"][: c["chain"].index(c["source"])]}
    relays = before - {claim["source"] for claim in ATTRIBUTED.values()}
    sources = set(MENTIONS) - relays
    entities = {MENTIONS[m]["entity"] for m in sources} - {None}
    anonymous = {m for m in sources if not is_identified(m)}
    assert profile["mentions"] == len(MENTIONS)
    assert profile["relay_only"] == len(relays)
    assert profile["source_mentions"] == len(sources)
    assert profile["anonymous_mentions"] == len(anonymous)
    assert profile["entities"] == len(GOLD["entities"])
    assert profile["source_entities"] == len(entities)
    assert profile["anonymous_entities"] == len({MENTIONS[m]["entity"] for m in anonymous} - {None})


def test_the_misleading_date_is_on_the_page_as_written() -> None:
    assert GOLD["not_published"].replace("\u00a0", "&nbsp;") in text()


@pytest.mark.skipif(not SHARED.exists(), reason="the first annotation is not beside the tree")
def test_the_fixture_says_what_the_first_annotation_says() -> None:
    first = json.loads(SHARED.read_text("utf-8"))
    assert {key: m["exact"] for key, m in MENTIONS.items()} == {
        key: values[0] for key, values in first["mentions"].items()
    }
    assert [claim["exact"] for claim in CLAIMS.values()] == [
        values[1] for values in first["claims"]
    ]
    unsourced = [f"c{number}" for number in first["profile"]["unsourced"]]
    assert GOLD["profile"] == first["profile"] | {"unsourced": unsourced}
