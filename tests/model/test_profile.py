"""The sourcing profile: the seed's gold, then each counting rule alone."""

from __future__ import annotations

import time
from typing import Any

import pytest

from reader.model.annotations import Annotations, Mark
from reader.model.profile import Profile, profile
from reader.model.vocabulary import (
    AnonymityReason,
    Directness,
    Naming,
    Polarity,
    RelationType,
    SourceKind,
    Standing,
)
from tests.support import marks as m
from tests.support.seed import GOLD, seed_annotations, seed_article, seed_entities

FIELDS = {"named_only": "identified_only"}


def of(*things: object, headline: tuple[tuple[int, int], ...] = (), entities: Any = ()) -> Profile:
    return profile(m.annotations(*things), {e.id: e for e in entities}, {"v": headline})


def test_the_seed_gives_the_figures_counted_by_hand() -> None:
    found = profile(seed_annotations(), seed_entities(), seed_article().headline)
    gold = {**GOLD["profile"], "unsourced": len(GOLD["profile"]["unsourced"])}
    assert {key: getattr(found, FIELDS.get(key, key)) for key in gold} == gold


def test_the_seed_by_kind_naming_and_standing() -> None:
    found = profile(seed_annotations(), seed_entities(), seed_article().headline)
    assert {k: n for k, n in found.by_kind.items() if n} == {
        SourceKind.PERSON: 4,
        SourceKind.GROUP: 3,
        SourceKind.INSTITUTION: 1,
        SourceKind.SOCIAL_MEDIA: 1,
        SourceKind.UNSPECIFIED: 1,
    }
    assert {k: n for k, n in found.by_naming.items() if n} == {
        Naming.NAMED: 3,
        Naming.DESCRIBED: 6,
        Naming.BARE: 1,
    }
    assert found.by_standing == {s: 7 * (s is Standing.UNSTATED) for s in Standing}
    assert (found.undisclosed_relays, found.through_undisclosed) == (1, 3)
    assert (found.sources, found.anonymous_sources, found.in_headline) == (8, 5, 0)


def test_every_figure_is_no_more_than_its_whole() -> None:
    found = profile(seed_annotations(), seed_entities(), seed_article().headline)
    assert all(f.count <= f.of for f in found.figures() if f.of is not None)
    plain = {n for n, f in Profile.model_fields.items() if f.annotation is int}
    assert {f.name for f in found.figures()} == plain


def test_a_claim_of_the_headline_that_restates_another_is_left_out_once() -> None:
    restates = m.relation(RelationType.RESTATES, "above", "below")
    found = of(m.claim("above"), m.claim("below", 10), restates, headline=((0, 5),))
    assert (found.marked_claims, found.in_headline, found.restating, found.claims) == (2, 1, 0, 1)


def test_claims_of_the_headline_alone_are_told_as_such() -> None:
    found = of(m.claim("c"), headline=((0, 5),))
    assert found.sentences()[0].model_dump() == {
        "code": "profile_none_counted", "params": {"marked_claims": 1},
    }  # fmt: skip


def test_nothing_marked_is_all_zeros() -> None:
    found = of()
    assert {f.count for f in found.figures()} == {0}
    assert [s.code for s in found.sentences()] == [
        "profile_no_claims", "profile_no_naming", "profile_no_chain",
    ]  # fmt: skip


def test_a_claim_in_the_headline_is_not_counted() -> None:
    found = of(m.claim("a", 3), m.claim("b", 30), headline=((0, 20),))
    assert (found.marked_claims, found.in_headline, found.claims) == (2, 1, 1)


def test_a_claim_that_restates_another_is_not_counted() -> None:
    found = of(m.claim("a"), m.claim("b"), m.relation(RelationType.RESTATES, "a", "b"))
    assert (found.marked_claims, found.restating, found.claims) == (2, 1, 1)


@pytest.mark.parametrize("other", ["a", "elsewhere"])
def test_a_claim_restates_only_other_claims_of_the_article(other: str) -> None:
    found = of(m.claim("a"), m.relation(RelationType.RESTATES, "a", other))
    assert (found.restating, found.claims) == (0, 1)


def test_a_link_to_a_mark_that_is_gone_is_no_source() -> None:
    found = of(m.claim("c"), m.attributed("c", "gone"))
    assert (found.attributed, found.unsourced) == (0, 1)


def test_two_mentions_of_one_card_are_one_source() -> None:
    card = m.entity("card")
    found = of(
        m.claim("c"), m.source("s", entity=card), m.source("t", entity=card),
        m.attributed("c", "s"), m.attributed("c", "t"), entities=[card],
    )  # fmt: skip
    assert (found.single_source, found.two_or_more, found.sources) == (1, 0, 1)


def test_two_cards_are_two_sources() -> None:
    found = of(
        m.claim("c"), m.source("s", entity=m.entity("e")), m.source("t", entity=m.entity("f")),
        m.attributed("c", "s"), m.attributed("c", "t"),
    )  # fmt: skip
    assert (found.single_source, found.two_or_more, found.source_entities) == (0, 1, 2)


def test_same_source_unites_mentions_without_a_card_and_lends_the_better_naming() -> None:
    found = of(
        m.claim("c"), m.source("s", naming=Naming.NAMED), m.source("t", naming=Naming.BARE),
        m.relation(RelationType.SAME_SOURCE, "t", "s"),
        m.attributed("c", "s"), m.attributed("c", "t"),
    )  # fmt: skip
    assert (found.single_source, found.identified_only, found.anonymous_mentions) == (1, 1, 0)
    assert (found.sources, found.entities) == (1, 0)


def test_same_source_keeps_the_card_of_the_one_that_has_one() -> None:
    card = m.entity("card", standing=Standing.OFFICIAL)
    found = of(
        m.source("s"), m.source("t", entity=card), m.source("u"),
        m.relation(RelationType.SAME_SOURCE, "s", "t"),
        m.relation(RelationType.SAME_SOURCE, "s", "u"),
        m.relation(RelationType.SAME_SOURCE, "u", "t"),
        entities=[card],
    )  # fmt: skip
    assert (found.sources, found.source_entities) == (1, 1)
    assert found.by_standing[Standing.OFFICIAL] == 1


def test_a_merged_card_counts_as_the_one_it_was_merged_into() -> None:
    kept = m.entity("kept")
    merged = m.entity("merged", merged_into=kept.id)
    found = of(
        m.claim("c"), m.source("s", entity=kept), m.source("t", entity=merged),
        m.attributed("c", "s"), m.attributed("c", "t"), entities=[kept, merged],
    )  # fmt: skip
    assert (found.single_source, found.entities) == (1, 1)


def test_cards_merged_in_a_circle_end_the_search() -> None:
    one = m.entity("one", merged_into=m.uid("two"))
    two = m.entity("two", merged_into=m.uid("one"))
    assert of(m.source("s", entity=one), entities=[one, two]).entities == 1


def test_a_relay_is_no_source() -> None:
    found = of(
        m.claim("c"), m.source("agency"), m.source("s"),
        m.attributed("c", "s", chain=["agency", "s"]),
    )  # fmt: skip
    assert (found.single_source, found.relay_only, found.source_mentions) == (1, 1, 1)
    assert found.longest_chain_links == 3


def test_a_relay_that_also_speaks_is_a_source() -> None:
    found = of(
        m.claim("c"), m.claim("d"), m.source("agency"), m.source("s"),
        m.attributed("c", "s", chain=["agency", "s"]), m.attributed("d", "agency"),
    )  # fmt: skip
    assert (found.relay_only, found.source_mentions) == (0, 2)


def test_a_claim_inherits_the_chain_of_its_mention() -> None:
    found = of(
        m.claim("c"), m.source("agency"), m.attributed("c", "s"),
        m.source("s", chain=[m.hop("agency", undisclosed=True)]),
    )  # fmt: skip
    assert (found.longest_chain_links, found.relay_only) == (3, 1)
    assert (found.undisclosed_relays, found.through_undisclosed) == (1, 1)


def test_relays_are_told_apart_by_mention_then_card_then_words() -> None:
    card = m.entity("card")
    hops = [
        m.hop("s", undisclosed=True),
        m.hop(None, entity=card, undisclosed=True),
        m.hop(None, words="صحيفة ", undisclosed=True),
        m.hop(None, words="صحيفة", undisclosed=True),
    ]
    found = of(m.source("s", entity=card), m.source("t", chain=hops))
    assert found.undisclosed_relays == 2


def test_naming_of_a_claim_with_identified_and_anonymous_sources_is_counted_apart() -> None:
    found = of(
        m.claim("c"), m.source("s", naming=Naming.ROLE_ONLY), m.source("t"),
        m.attributed("c", "s"), m.attributed("c", "t"),
    )  # fmt: skip
    assert found.identified_and_anonymous == 1
    assert found.identified_only == found.anonymous_only == 0


def test_one_who_denies_does_not_back_what_another_affirms() -> None:
    found = of(
        m.claim("c"), m.source("s"), m.source("t"),
        m.attributed("c", "s"), m.attributed("c", "t", polarity=Polarity.DENIES),
    )  # fmt: skip
    assert (found.single_source, found.two_or_more, found.denied) == (1, 0, 1)


def test_a_claim_that_two_deny_has_two_sources() -> None:
    found = of(
        m.claim("c"), m.source("s"), m.source("t"),
        m.attributed("c", "s", polarity=Polarity.DENIES),
        m.attributed("c", "t", polarity=Polarity.DENIES),
    )  # fmt: skip
    assert (found.attributed, found.two_or_more, found.denied) == (1, 1, 1)


@pytest.mark.parametrize(
    ("links", "field"),
    [
        ([None], "directness_unstated"),
        ([Directness.DIRECT, None], "direct"),
        ([Directness.INDIRECT, Directness.INDIRECT], "indirect"),
        ([Directness.DIRECT, Directness.INDIRECT], "mixed"),
    ],
)
def test_the_directness_of_a_claim_is_that_of_its_links(
    links: list[Directness | None], field: str
) -> None:
    names = [f"s{i}" for i in range(len(links))]
    found = of(
        m.claim("c"), *map(m.source, names),
        *(m.attributed("c", n, directness=d) for n, d in zip(names, links, strict=True)),
    )  # fmt: skip
    counts = {f: getattr(found, f) for f in ("direct", "indirect", "mixed", "directness_unstated")}
    assert counts == {f: int(f == field) for f in counts}


def test_a_reason_given_once_covers_the_source() -> None:
    card = m.entity("card")
    found = of(
        m.source("s", entity=card), m.source("t", entity=card, reason=AnonymityReason.SAFETY),
        entities=[card],
    )  # fmt: skip
    assert (found.reasons_given, found.anonymous_sources, found.anonymous_mentions) == (1, 1, 2)


def test_four_times_the_marks_take_far_less_than_sixteen_times_the_time() -> None:
    def seconds(n: int) -> float:
        things: list[object] = [m.source(f"s{i}") for i in range(n)]
        things += [m.claim(f"c{i}", i) for i in range(n)]
        things += [m.attributed(f"c{i}", f"s{i}") for i in range(n)]
        things += [m.relation(RelationType.SAME_SOURCE, f"s{i}", f"s{i + 1}") for i in range(n - 1)]
        annotations = m.annotations(*things)
        start = time.perf_counter()
        assert profile(annotations, {}, {}).sources == 1
        return time.perf_counter() - start

    few, many = (min(seconds(n) for _ in range(3)) for n in (500, 2000))
    assert many < 10 * few


def test_a_claim_on_another_version_is_not_held_against_this_ones_headline() -> None:
    claims = m.annotations(m.claim("c", 2))
    found = profile(claims, {}, {"another version": [(0, 10)]})
    assert (found.in_headline, found.claims) == (0, 1)


def test_the_sentences_carry_the_figures() -> None:
    claims, naming, chain = profile(
        seed_annotations(), seed_entities(), seed_article().headline
    ).sentences()
    assert (claims.code, claims.params["claims"], claims.params["unsourced"]) == (
        "profile_claims", 20, 6,
    )  # fmt: skip
    assert naming.params["anonymous_only"] == 11
    assert chain.params["longest_chain_links"] == 4


def test_a_source_that_no_claim_is_linked_to_makes_no_sentence_about_claims() -> None:
    sentences = of(m.source("مصدر أمني")).sentences()

    assert [s.code for s in sentences][1:] == ["profile_no_naming", "profile_no_chain"]


def test_annotations_are_left_as_they_were() -> None:
    before = seed_annotations()
    profile(before, seed_entities(), {})
    assert before == seed_annotations()
    assert isinstance(before, Annotations)
    assert all(isinstance(mark, Mark) for mark in before.marks)


def test_a_hop_whose_mention_is_gone_is_no_mention() -> None:
    found = of(m.claim("c"), m.source("s"), m.attributed("c", "s", chain=["gone", "s"]))
    assert (found.mentions, found.relay_only, found.longest_chain_links) == (1, 0, 3)
