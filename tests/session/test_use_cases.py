"""The use cases on one desk, without a disk."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from reader.model.annotations import Hop
from reader.model.article import Direction
from reader.model.vocabulary import (
    Directness,
    MarkType,
    Naming,
    RelationType,
    SourceKind,
    Status,
    WorkStatus,
)
from reader.session import cards, checking, linking, marking, reading
from reader.session.errors import SessionError
from tests.support.desks import make_article, span_of
from tests.support.tables import Table


@pytest.fixture
def table() -> Table:
    return Table()


def test_a_mark_may_start_inside_a_word(table):
    source = table.source("مصدر أمني")
    mark = table.desk.marks[source]

    assert table.desk.article.page_text[mark.span.start - 1] == "ل"
    assert mark.words == "مصدر أمني"


def test_a_mark_never_parts_a_letter_from_its_shadda():
    table = Table("أكّد الوزير")
    start, _ = span_of(table.desk.article, "أكّد")

    _, mark = marking.add_mark(table.desk, table.maker, MarkType.HIGHLIGHT, (start, start + 2))

    assert mark.words == "أكّ"


def test_white_space_at_the_ends_of_a_selection_is_left_out(table):
    start, end = span_of(table.desk.article, " أمني")

    _, mark = marking.add_mark(table.desk, table.maker, MarkType.NOTE, (start, end))

    assert mark.words == "أمني"


@pytest.mark.parametrize("span", [(4, 4), (5, 6), (9_000, 9_001), (7, 3)])
def test_marking_nothing_is_refused(table, span):
    assert table.desk.article.page_text[5:6] == " "

    with pytest.raises(SessionError, match="nothing_selected"):
        marking.add_mark(table.desk, table.maker, MarkType.CLAIM, span)


def test_an_unnamed_source_gets_a_card_of_this_article_alone(table):
    source = table.source("مصدر أمني")
    mark = table.desk.marks[source]
    card = table.desk.entities[mark.source.entity]

    assert mark.source.naming is Naming.DESCRIBED
    assert mark.source.kind is SourceKind.PERSON
    assert card.article == table.desk.record.id


def test_a_named_source_gets_a_card_for_the_whole_library():
    table = Table("قالت وكالة سبوتنيك")
    source = table.source("وكالة سبوتنيك")
    mark = table.desk.marks[source]

    assert mark.source.naming is Naming.NAMED
    assert table.desk.entities[mark.source.entity].article is None


def test_naming_a_source_frees_its_card_and_hiding_it_binds_it_again(table):
    source = table.source("مصدر أمني")
    card = table.desk.marks[source].source.entity

    table.do(marking.edit_body, source, naming=Naming.ROLE_ONLY)
    assert table.desk.entities[card].article is None

    table.do(marking.edit_body, source, naming=Naming.DESCRIBED)
    assert table.desk.entities[card].article == table.desk.record.id


def test_a_card_stays_free_while_another_mention_names_it():
    table = Table("قال زيد، وأكد المصدر")
    named, bare = table.source("زيد"), table.source("المصدر")
    table.do(cards.same_source, bare, named)
    card = table.desk.marks[named].source.entity

    table.do(marking.edit_body, bare, number="one")

    assert table.desk.entities[card].article is None


def test_the_same_source_shares_a_card_and_the_needless_card_goes():
    table = Table("قال مصدر أمني، وأكد المصدر ذاته")
    first, second = table.source("مصدر أمني"), table.source("المصدر ذاته")
    left = table.desk.marks[second].source.entity

    table.do(cards.same_source, second, first)

    assert table.desk.marks[second].source.entity == table.desk.marks[first].source.entity
    assert left not in table.desk.entities


def test_a_mention_is_not_the_same_source_as_itself(table):
    source = table.source("مصدر أمني")

    with pytest.raises(SessionError, match="no_card_to_share"):
        cards.same_source(table.desk, table.maker, source, source)


def test_a_claim_inside_quotation_marks_is_attributed_word_for_word(table):
    claim, source = table.claim("عبوتين انفجرتا"), table.source("مصدر أمني")

    link = table.link(claim, source)
    relation = table.desk.relations[link]

    assert relation.type is RelationType.ATTRIBUTED_TO
    assert relation.attribution.directness is Directness.DIRECT


def test_only_a_claim_is_attributed_and_only_to_a_source(table):
    claim, source = table.claim("عبوتين انفجرتا"), table.source("مصدر أمني")

    with pytest.raises(SessionError, match="link_needs_claim_and_source"):
        linking.link(table.desk, table.maker, source, claim)


def test_a_claim_is_attributed_to_a_source_once(table):
    claim, source = table.claim("عبوتين انفجرتا"), table.source("مصدر أمني")
    table.link(claim, source)

    with pytest.raises(SessionError, match="already_linked"):
        linking.link(table.desk, table.maker, claim, source)


def test_a_claim_may_rest_on_several_sources(table):
    claim = table.claim("عبوتين انفجرتا")
    table.link(claim, table.source("مصدر أمني"))
    table.link(claim, table.source("شاحنة"))

    assert len(linking.attributions(table.desk, claim)) == 2


def test_deleting_a_mark_takes_its_relations_and_its_own_card_along(table):
    claim, source = table.claim("عبوتين انفجرتا"), table.source("مصدر أمني")
    table.link(claim, source)

    change = table.do(marking.delete, [source])

    assert set(table.desk.marks) == {claim}
    assert not table.desk.relations
    assert not table.desk.entities
    assert change.message.params["n"] == 1


def test_deleting_a_relay_leaves_its_words_in_the_chain(table):
    claim, source, relay = (
        table.claim("عبوتين انفجرتا"),
        table.source("مصدر أمني"),
        table.source("شاحنة"),
    )
    link = table.link(claim, source)
    chain = (Hop(words="شاحنة", mention=relay), Hop(words="مصدر أمني", mention=source))
    table.do(linking.edit_link, link, chain=chain)
    table.do(marking.edit_body, source, chain=chain[:1])

    table.do(marking.delete, [relay])

    kept = table.desk.relations[link].attribution.chain
    assert [(h.words, h.mention) for h in kept] == [("شاحنة", None), ("مصدر أمني", source)]
    assert table.desk.marks[source].source.chain == (Hop(words="شاحنة"),)


def _card(table, mark):
    return table.desk.marks[mark].source.entity


def _hop_over(table, mark):
    return Hop(words=table.desk.marks[mark].words, mention=mark, entity=_card(table, mark))


def test_a_chain_points_to_no_card_that_went_with_its_mark(table):
    relay, speaker = table.source("مصدر أمني"), table.source("شاحنة")
    table.do(marking.edit_body, speaker, chain=(_hop_over(table, relay),))

    table.do(marking.delete, [relay])

    assert table.desk.marks[speaker].source.chain == (Hop(words="مصدر أمني"),)


def test_chains_over_a_mention_follow_it_to_the_card_that_it_takes(table):
    relay, speaker, claim = table.source("مصدر أمني"), table.source("شاحنة"), table.claim("انفجرتا")
    link, left = table.link(claim, relay), _card(table, relay)
    table.do(linking.edit_link, link, chain=(_hop_over(table, relay),))
    table.do(marking.edit_body, speaker, chain=(_hop_over(table, relay),))

    table.do(cards.same_source, relay, speaker)

    (of_link,) = table.desk.relations[link].attribution.chain
    (of_mark,) = table.desk.marks[speaker].source.chain
    assert of_link.entity == of_mark.entity == _card(table, speaker)
    assert left not in table.desk.entities


def test_a_card_that_a_named_mention_takes_is_free(table):
    unnamed, named = table.source("مصدر أمني"), table.source("شاحنة")

    table.do(cards.same_source, named, unnamed)

    assert table.desk.entities[_card(table, unnamed)].article is None


def test_a_claim_on_another_version_is_linked_without_a_guess_at_how_it_is_quoted(table):
    source, claim = table.source("مصدر أمني"), table.claim("انفجرتا")
    table.desk = replace(table.desk, article=make_article(['قال: "شيء آخر تمامًا وأطول من ذاك".']))

    link = table.link(claim, source)

    assert table.desk.relations[link].attribution.directness is None


def test_a_mark_named_twice_is_deleted_once(table):
    mark = table.claim("شاحنة")

    change = table.do(marking.delete, [mark, mark])

    assert change.message.params["n"] == len(change.edits) == 1


def test_an_earlier_verdict_is_kept_beside_the_new_one(table):
    claim = table.claim("عبوتين انفجرتا")

    table.do(checking.set_verdict, claim, "five", "4")
    table.do(checking.set_verdict, claim, "five", "1", "تصحيح")

    body = table.desk.marks[claim].claim
    assert [v.value for v in body.verdicts] == ["4", "1"]
    assert body.verdict.reason == "تصحيح"
    assert len(table.desk.marks[claim].history) == 2


def test_fields_of_a_claim_are_validated(table):
    claim = table.claim("عبوتين انفجرتا")

    table.do(marking.edit_body, claim, status=Status.CHOSEN)
    assert table.desk.marks[claim].claim.status is Status.CHOSEN

    with pytest.raises(SessionError, match="value_not_valid"):
        marking.edit_body(table.desk, table.maker, claim, status="finished")


def test_a_highlight_has_no_fields_of_its_own(table):
    mark = table.mark(MarkType.HIGHLIGHT, "شاحنة", codes=("place",))

    with pytest.raises(SessionError, match="mark_has_no_fields"):
        marking.edit_body(table.desk, table.maker, mark, status=Status.NEW)


def test_a_note_and_codes_of_a_mark_can_be_changed(table):
    mark = table.mark(MarkType.HIGHLIGHT, "شاحنة", codes=("place",))

    table.do(marking.edit_mark, mark, note="أي شاحنة؟", codes=("question",))

    assert (table.desk.marks[mark].note, table.desk.marks[mark].codes) == (
        "أي شاحنة؟",
        ("question",),
    )


def test_marks_are_related_in_other_ways_once(table):
    one, two = table.claim("عبوتين انفجرتا"), table.claim("أصيبت شاحنة")
    change, relation = linking.relate(table.desk, table.maker, RelationType.RESTATES, one, two)
    table.desk = table.desk.apply(change)

    assert table.desk.relations[relation.id].type is RelationType.RESTATES
    with pytest.raises(SessionError, match="already_linked"):
        linking.relate(table.desk, table.maker, RelationType.RESTATES, one, two)


def test_a_mark_does_not_relate_to_itself(table):
    claim = table.claim("عبوتين انفجرتا")

    with pytest.raises(SessionError, match="relates_to_itself"):
        linking.relate(table.desk, table.maker, RelationType.RESTATES, claim, claim)


def test_unlinking_takes_the_relation_away_alone(table):
    claim, source = table.claim("عبوتين انفجرتا"), table.source("مصدر أمني")
    link = table.link(claim, source)

    table.desk = table.desk.apply(linking.unlink(table.desk, [link]))

    assert not table.desk.relations
    assert set(table.desk.marks) == {claim, source}


def test_a_mark_that_is_gone_is_said_to_be_gone(table):
    with pytest.raises(SessionError, match="mark_is_gone"):
        marking.edit_mark(table.desk, table.maker, UUID(int=1), note="")


def test_bringing_a_block_in_moves_no_mark(table):
    claim = table.claim("عبوتين انفجرتا")
    before = table.desk.marks[claim]

    table.do(reading.show_blocks, ["b1"], shown=False)

    assert table.desk.record.block_choices[table.desk.article.version] == {"b1": False}
    assert table.desk.marks[claim] == before
    assert table.desk.article.page_text[before.span.start : before.span.end] == before.words


def test_a_persons_direction_and_work_status_are_kept_with_the_article(table):
    table.do(reading.set_direction, Direction.LTR)
    table.do(reading.set_work_status, WorkStatus.SOURCED)

    assert table.desk.record.direction is Direction.LTR
    assert table.desk.record.work_status is WorkStatus.SOURCED


def test_an_article_has_a_note_and_an_assessment(table):
    table.desk = table.desk.apply(reading.set_remarks(table.desk, note="يُراجع"))
    table.desk = table.desk.apply(reading.set_remarks(table.desk, assessment="ضعيف الإسناد"))

    kept = table.desk.annotations()
    assert (kept.note, kept.assessment) == ("يُراجع", "ضعيف الإسناد")


def test_a_cards_name_can_be_changed(table):
    source = table.source("مصدر أمني")
    card = table.desk.marks[source].source.entity

    table.do(cards.edit_entity, card, name="ضابط")

    assert table.desk.entities[card].name == "ضابط"


def test_marks_are_kept_in_reading_order(table):
    late, early = table.claim("أصيبت شاحنة"), table.source("مصدر أمني")

    assert [m.id for m in table.desk.annotations().marks] == [early, late]
