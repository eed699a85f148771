"""Marks in another text version: found, doubted, settled by a person."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.model.placing import Standing
from reader.model.vocabulary import MarkType, Role
from reader.session import linking, marking, placing, splitting
from reader.session.errors import SessionError
from reader.session.open_points import open_points
from reader.session.summarise import summarise
from reader.store.reading import preset_codebook
from tests.support.desks import NOON, span_of
from tests.support.placing import NEW, OLD, found, place, turn_to
from tests.support.tables import Table

CLAIM = "٢٩ شخصا أصيبوا"
CHANGED = "٣١ شخصا أصيبوا"


@pytest.fixture
def table() -> Table:
    return Table(OLD)


@pytest.fixture
def claim(table):
    """A claim of the old version; the new one is shown, where nobody has looked for it."""
    made = table.claim(CLAIM)
    turn_to(table, NEW)
    return made


def standing(table, mark):
    return table.desk.placing.standing[mark]


def summary(table):
    desk = table.desk
    return summarise(
        desk.article,
        desk.record,
        desk.annotations(),
        desk.entities,
        preset_codebook(),
        language="en",
        now=NOON,
    )


def test_a_mark_that_nobody_looked_for_has_no_place_and_keeps_its_words(table, claim):
    assert standing(table, claim) is Standing.UNSOUGHT
    assert table.desk.here == ()
    assert table.desk.seen[claim].words == CLAIM


@pytest.mark.parametrize(("level", "stands"), [("exact", Standing.HERE), ("moved", Standing.MOVED)])
def test_a_mark_found_unchanged_stands_with_the_offsets_of_the_version_shown(table, level, stands):
    mark = table.claim("التحقيق مستمر")
    turn_to(table, "تقديم. " + OLD)
    seen = found(table, mark, "التحقيق مستمر", level)

    assert standing(table, mark) is stands
    assert (seen.span.start, seen.span.end) == table.span("التحقيق مستمر")
    assert table.desk.here == (seen,)


def test_finding_never_changes_what_was_made(table, claim):
    before = table.desk.marks[claim].span
    found(table, claim, CHANGED)
    after = table.desk.marks[claim].span
    assert after.model_copy(update={"placements": ()}) == before
    assert table.desk.marks[claim].modified_at == table.desk.marks[claim].created_at


def test_what_waits_for_a_person_is_seen_but_does_not_count(table, claim):
    seen = found(table, claim, CHANGED)
    assert standing(table, claim) is Standing.REVIEW
    assert seen.words == CHANGED
    assert table.desk.here == ()


def test_an_accepted_mark_counts_and_remembers_who_said_so(table, claim):
    found(table, claim, CHANGED)
    change = table.do(placing.accept, [claim])

    mark = table.desk.marks[claim]
    assert standing(table, claim) is Standing.HERE
    assert [p.decided_by for p in mark.span.placements] == ["auto", "user"]
    assert [e.what.code for e in mark.history] == ["place_accepted"]
    assert change.message.params["words"] == CLAIM


def test_accepting_is_undone_as_one_step(table, claim):
    found(table, claim, CHANGED)
    before = table.desk
    change = table.do(placing.accept, [claim])
    assert table.desk.apply(change.inverse()).marks == before.marks


def test_accepting_what_does_not_wait_changes_nothing(table, claim):
    assert table.do(placing.accept, [claim]).edits == ()


def test_a_mark_that_a_person_leaves_has_no_place_here_and_stays_on_its_own_version(table, claim):
    found(table, claim, CHANGED)
    table.do(placing.leave, [claim])
    assert standing(table, claim) is Standing.ORPHAN
    turn_to(table, OLD)
    assert standing(table, claim) is Standing.HERE


def test_a_mark_placed_by_hand_keeps_the_words_that_it_was_made_on(table, claim):
    found(table, claim, None)
    table.do(marking.move_mark, claim, table.span(CHANGED))

    mark = table.desk.marks[claim]
    assert (mark.words, table.desk.seen[claim].words) == (CLAIM, CHANGED)
    assert standing(table, claim) is Standing.HERE
    assert mark.span.placements[-1].evidence == placing.BY_HAND


def test_placing_by_hand_where_it_was_found_settles_it(table, claim):
    found(table, claim, CHANGED)
    table.do(marking.move_mark, claim, table.span(CHANGED))
    assert standing(table, claim) is Standing.HERE


def test_moving_a_mark_on_its_own_version_forgets_where_it_stood_in_others(table):
    mark = table.claim(CLAIM)
    turn_to(table, NEW)
    found(table, mark, CHANGED)
    turn_to(table, OLD)

    table.do(marking.move_mark, mark, table.span("التحقيق مستمر"))

    assert table.desk.marks[mark].span.placements == ()


@pytest.mark.parametrize("end", [0, 10_000])
def test_a_placement_outside_the_text_is_no_place(table, claim, end):
    wrong = place(table, CHANGED, "exact").model_copy(update={"start": 0, "end": end})
    span = table.desk.marks[claim].span
    table.do(placing.attach, {span.id: wrong})
    assert standing(table, claim) is Standing.ORPHAN


def test_a_cue_comes_along_where_it_was_found(table):
    mark = table.claim(CLAIM)
    table.do(marking.add_anchor, mark, Role.CUE, table.span("قال"))
    turn_to(table, NEW)
    anchors = {a.role: a.id for a in table.desk.marks[mark].anchors}
    table.do(
        placing.attach,
        {
            anchors[Role.SPAN]: place(table, CHANGED),
            anchors[Role.CUE]: place(table, "قال", "exact"),
        },
    )
    assert [a.exact for a in table.desk.seen[mark].anchors] == [CHANGED, "قال"]


def test_a_cue_that_was_not_found_is_left_behind(table):
    mark = table.claim(CLAIM)
    table.do(marking.add_anchor, mark, Role.CUE, table.span("قال"))
    turn_to(table, NEW)
    seen = found(table, mark, CHANGED, "exact")
    assert [a.exact for a in seen.anchors] == [CHANGED]


def test_a_cue_can_be_pointed_out_for_a_mark_that_was_placed(table, claim):
    found(table, claim, CHANGED, "exact")
    table.do(marking.add_anchor, claim, Role.CUE, table.span("قال"))
    assert [a.exact for a in table.desk.seen[claim].anchors] == [CHANGED, "قال"]


def test_a_cue_cannot_be_pointed_out_for_a_mark_that_waits(table, claim):
    found(table, claim, CHANGED)
    with pytest.raises(SessionError) as refused:
        table.do(marking.add_anchor, claim, Role.CUE, table.span("قال"))
    assert refused.value.message.code == "mark_on_other_version"


def test_a_placed_claim_is_split_where_it_stands(table, claim):
    found(table, claim, CHANGED, "exact")
    cut = table.span("شخصا")[0]
    table.do(splitting.split_claim, claim, (cut, cut))
    words = [m.words for m in table.desk.here]
    assert words == ["٣١", "شخصا أصيبوا"]
    assert table.desk.marks[claim].words == CLAIM


def test_a_claim_that_waits_is_not_split(table, claim):
    found(table, claim, CHANGED)
    cut = table.span("شخصا")[0]
    with pytest.raises(SessionError) as refused:
        table.do(splitting.split_claim, claim, (cut, cut))
    assert refused.value.message.code == "mark_on_other_version"


def test_the_last_source_before_the_words_is_one_that_stands_here(table):
    source = table.source("مصدر أمني")
    turn_to(table, NEW)
    found(table, source, "مصدر أمني", "exact")
    at = table.span(CHANGED)[0]
    from reader.session.lately import Lately

    assert Lately().last_source(table.desk, at).id == source


def test_an_export_leaves_out_what_waits_and_says_how_many(table, claim):
    other = table.mark(MarkType.SOURCE, "مصدر أمني")
    found(table, claim, CHANGED)
    summed = summary(table)
    assert (summed.to_review, summed.claims) == (1, ())
    assert [q.message.code for q in summed.questions if "review" in q.message.code] == [
        "question_to_review"
    ]
    assert [m.words for m in summed.marks] == [table.desk.seen[other].words]


def test_an_export_has_an_accepted_mark_in_the_words_of_its_version(table, claim):
    found(table, claim, CHANGED)
    table.do(placing.accept, [claim])
    summed = summary(table)
    assert [c.words for c in summed.claims] == [CHANGED]
    row = summed.marks[0]
    assert summed.text.text[row.start : row.end] == CHANGED


def test_a_claim_whose_source_waits_is_not_attributed_in_an_export(table):
    made, source = table.claim(CLAIM), table.source("مصدر أمني")
    table.link(made, source)
    turn_to(table, NEW)
    found(table, made, CHANGED, "exact")
    found(table, source, "مصدر أمني")
    assert summary(table).profile.unsourced == 1


def test_the_window_counts_as_the_export_does(table, claim):
    found(table, claim, CHANGED)
    codes = [p.message.code for p in open_points(table.desk, preset_codebook(), "en", NOON.date())]
    assert "question_to_review" in codes
    assert table.desk.sourcing_handed_over.claims == {}


def test_a_claim_in_the_headline_of_the_version_shown_is_one_in_the_headline(table):
    made = table.claim("التحقيق مستمر")
    headline = replace(table.desk, article=table.desk.article).article.title
    turn_to(table, NEW)
    span = table.desk.marks[made].span
    at = span_of(table.desk.article, headline)
    words = table.desk.article.page_text[slice(*at)]
    table.do(placing.attach, {span.id: place(table, words, "exact")})
    assert summary(table).profile.in_headline == 1


def test_a_link_to_a_placed_claim_takes_its_directness_from_the_version_shown(table):
    made, source = table.claim(CLAIM), table.source("مصدر أمني")
    turn_to(table, f'قال مصدر أمني: "{CHANGED}".')
    found(table, made, CHANGED, "exact")
    _, relation = linking.link(table.desk, table.maker, made, source)
    assert relation.attribution.directness == "direct"
