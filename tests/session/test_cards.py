"""Whose card a mention goes by: offers, choices, and cards that other articles use."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from reader.model.annotations import Hop
from reader.model.library import Entity
from reader.model.vocabulary import Naming, SourceKind, Standing
from reader.session import card_offers, cards, marking
from reader.session.errors import SessionError
from tests.support.desks import AUTHOR, NOON
from tests.support.tables import Table

OTHER_ARTICLE = UUID(int=0xE)
TEXT = "قالت وزارة الداخلية، ثم قال مصدر أمني، ثم قال أحمد الكاظمي، وأكدت وزارة الداخلية."


def card(number: int, name: str, **fields: object) -> Entity:
    stamp = {"id": UUID(int=number), "created_at": NOON, "modified_at": NOON, "author": AUTHOR}
    return Entity.model_validate({**stamp, "name": name, **fields})


@pytest.fixture
def table() -> Table:
    return Table(TEXT)


def put(table: Table, *known: Entity, uses: dict[UUID, int] | None = None) -> None:
    """Let the library hold these cards, used by so many other articles."""
    entities = {**table.desk.entities, **{c.id: c for c in known}}
    table.desk = replace(table.desk, entities=entities, used_elsewhere=uses or {})


def offered(table: Table, mark: UUID, typed: str = "") -> list[str]:
    return [o.card.name for o in card_offers.offers(table.desk, table.desk.marks[mark], typed)]


def of(table: Table, mark: UUID) -> Entity:
    return table.desk.entities[table.desk.marks[mark].source.entity]


def refused(table: Table, use_case, *args) -> str:
    with pytest.raises(SessionError) as caught:
        use_case(table.desk, table.maker, *args)
    return caught.value.message.code


# Offers


def test_cards_of_the_library_are_found_by_folded_parts_of_their_names(table):
    named = table.source("أحمد الكاظمي")
    put(table, card(1, "إبراهيم الجَعفري", aliases=("أبو أحمد",)), card(2, "Reuters"))
    assert offered(table, named, "ابراهيم") == ["إبراهيم الجَعفري"]
    assert offered(table, named, "جعفري ابر") == ["إبراهيم الجَعفري"]
    assert offered(table, named, "ابو") == ["إبراهيم الجَعفري"]
    assert offered(table, named, "reu") == ["Reuters"]
    assert offered(table, named, "لا أحد") == []


def test_an_anonymous_card_of_another_article_is_never_offered(table):
    named, unnamed = table.source("أحمد الكاظمي"), table.source("مصدر أمني")
    put(table, card(1, "مصدر أمني", article=OTHER_ARTICLE))
    assert "مصدر أمني" not in offered(table, unnamed)
    assert offered(table, named) == ["مصدر أمني"]  # the one of this article
    assert refused(table, cards.use_card, named, UUID(int=1)) == "card_of_another_article"


def test_an_anonymous_mention_is_offered_the_cards_of_its_article_alone(table):
    named, unnamed = table.source("أحمد الكاظمي"), table.source("مصدر أمني")
    put(table, card(1, "نوري المالكي"))
    assert offered(table, unnamed) == ["أحمد الكاظمي"]
    assert refused(table, cards.use_card, unnamed, UUID(int=1)) == "card_needs_a_name"
    table.do(cards.use_card, unnamed, of(table, named).id)
    assert of(table, unnamed).name == "أحمد الكاظمي"


def test_a_merged_card_is_not_offered_and_leads_to_the_one_it_was_merged_into(table):
    named = table.source("أحمد الكاظمي")
    put(table, card(1, "أ. الكاظمي", merged_into=UUID(int=2)), card(2, "الكاظمي"))
    assert offered(table, named) == ["الكاظمي"]
    table.do(cards.use_card, named, UUID(int=1))
    assert of(table, named).id == UUID(int=2)


def test_an_offer_tells_how_many_articles_use_the_card(table):
    named = table.source("أحمد الكاظمي")
    put(table, card(1, "الكاظمي"), uses={UUID(int=1): 3})
    [offer] = card_offers.offers(table.desk, table.desk.marks[named])
    assert (offer.here, offer.elsewhere) == (0, 3)


def test_a_card_that_bears_the_words_of_a_named_source_is_suggested_and_not_taken(table):
    put(table, card(1, "احمد الكاظمي"), card(2, "رئيس الوزراء", aliases=("أحمد الكاظمي",)))
    named = table.source("أحمد الكاظمي")
    found = card_offers.suggestions(table.desk, table.desk.marks[named])
    assert [o.card.id.int for o in found] == [1, 2]
    assert of(table, named).id.int not in (1, 2)
    unnamed = table.source("مصدر أمني")
    put(table, card(3, "مصدر أمني"))
    assert card_offers.suggestions(table.desk, table.desk.marks[unnamed]) == []


def test_the_same_name_a_second_time_in_an_article_goes_by_the_same_card(table):
    first = table.source("وزارة الداخلية")
    second = table.source("وزارة الداخلية", 2)
    assert of(table, first).id == of(table, second).id
    unnamed = [table.source("مصدر أمني"), table.source("أمني")]
    assert of(table, unnamed[0]).id != of(table, unnamed[1]).id


# Choices


def test_a_chosen_card_takes_the_place_of_the_one_that_marking_made(table):
    named = table.source("أحمد الكاظمي")
    made = of(table, named).id
    put(table, card(1, "الكاظمي"))
    change = table.do(cards.use_card, named, UUID(int=1))
    assert of(table, named).id == UUID(int=1)
    assert made not in table.desk.entities
    table.desk = table.desk.apply(change.inverse())
    assert of(table, named).id == made


def test_a_card_with_something_written_on_it_stays_when_it_is_left(table):
    named = table.source("أحمد الكاظمي")
    made = of(table, named).id
    table.do(cards.edit_entity, made, standing=Standing.OFFICIAL)
    put(table, card(1, "الكاظمي"))
    table.do(cards.use_card, named, UUID(int=1))
    assert made in table.desk.entities


def test_hops_of_chains_follow_the_mention_to_its_new_card(table):
    relay, speaker = table.source("وزارة الداخلية"), table.source("أحمد الكاظمي")
    hop = Hop(words="وزارة الداخلية", mention=relay, entity=of(table, relay).id)
    table.do(marking.edit_body, speaker, chain=(hop,))
    put(table, card(1, "الداخلية"))
    table.do(cards.use_card, relay, UUID(int=1))
    assert table.desk.marks[speaker].source.chain[0].entity == UUID(int=1)


def test_a_named_mention_frees_the_anonymous_card_that_it_takes(table):
    unnamed, named = table.source("مصدر أمني"), table.source("أحمد الكاظمي")
    assert of(table, unnamed).article == table.desk.record.id
    table.do(cards.use_card, named, of(table, unnamed).id)
    assert of(table, unnamed).article is None


def test_a_card_of_its_own_can_be_made_where_other_articles_share_the_one_it_has(table):
    named = table.source("أحمد الكاظمي")
    assert refused(table, cards.own_card, named) == "card_is_its_own"
    put(table, card(1, "الكاظمي"), uses={UUID(int=1): 2})
    table.do(cards.use_card, named, UUID(int=1))
    table.do(cards.own_card, named, "كاظمي آخر")
    assert of(table, named).name == "كاظمي آخر"
    assert UUID(int=1) in table.desk.entities


def test_other_words_of_a_source_become_another_name_on_its_card(table):
    named = table.source("أحمد الكاظمي")
    put(table, card(1, "مصطفى الكاظمي"))
    table.do(cards.use_card, named, UUID(int=1))
    assert card_offers.lacks_alias(of(table, named), table.desk.marks[named])
    table.do(cards.add_alias, named)
    assert of(table, named).aliases == ("أحمد الكاظمي",)
    assert not card_offers.lacks_alias(of(table, named), table.desk.marks[named])
    assert not table.do(cards.add_alias, named).edits


# Cards that other articles use


def test_a_card_that_other_articles_use_is_never_bound_to_this_one(table):
    named = table.source("أحمد الكاظمي")
    put(table, card(1, "الكاظمي", kind=SourceKind.PERSON), uses={UUID(int=1): 1})
    table.do(cards.use_card, named, UUID(int=1))
    table.do(marking.edit_body, named, naming=Naming.DESCRIBED)
    assert table.desk.entities[UUID(int=1)].article is None
    assert of(table, named).article == table.desk.record.id
    assert of(table, named).name == "أحمد الكاظمي"


def test_all_mentions_leave_together_a_card_of_others_that_nothing_here_names(table):
    first, second = table.source("وزارة الداخلية"), table.source("وزارة الداخلية", 2)
    put(table, uses={of(table, first).id: 1})
    table.desk = replace(table.desk, new_cards=frozenset())
    shared = of(table, first).id
    table.do(marking.edit_body, first, naming=Naming.DESCRIBED)
    assert of(table, first).id == shared  # the other mention still names it
    table.do(marking.edit_body, second, naming=Naming.DESCRIBED)
    assert of(table, first).id == of(table, second).id != shared


def test_the_kind_of_a_card_that_others_use_does_not_follow_this_article(table):
    named = table.source("أحمد الكاظمي")
    put(table, card(1, "الكاظمي"), uses={UUID(int=1): 1})
    table.do(cards.use_card, named, UUID(int=1))
    table.do(marking.edit_body, named, kind=SourceKind.GROUP)
    assert of(table, named).kind is SourceKind.UNSPECIFIED


def test_until_it_is_known_who_uses_it_a_card_of_the_library_counts_as_used(table):
    named = table.source("أحمد الكاظمي")
    put(table, card(1, "الكاظمي"))
    table.do(cards.use_card, named, UUID(int=1))
    table.desk = replace(table.desk, used_elsewhere=None)
    table.do(marking.edit_body, named, naming=Naming.BARE)
    assert table.desk.entities[UUID(int=1)].article is None


def test_a_card_made_since_the_article_was_opened_is_bound_before_others_are_looked_through(table):
    table.desk = replace(table.desk, used_elsewhere=None)
    named = table.source("أحمد الكاظمي")
    made = of(table, named).id
    table.do(marking.edit_body, named, naming=Naming.BARE)
    assert of(table, named).id == made
    assert of(table, named).article == table.desk.record.id


def test_deleting_a_mark_takes_the_card_that_marking_made_and_no_card_of_others(table):
    named, other = table.source("أحمد الكاظمي"), table.source("وزارة الداخلية")
    put(table, card(1, "الداخلية"), uses={UUID(int=1): 1})
    table.do(cards.use_card, other, UUID(int=1))
    table.do(marking.delete, [named, other])
    assert list(table.desk.entities) == [UUID(int=1)]
