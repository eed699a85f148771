"""From annotations to a summary: numbering, chains in words, what is carried and what is not."""

from __future__ import annotations

from reader.model.annotations import Annotations, Placement
from reader.model.article import BlockKind, Direction
from reader.model.library import Codebook
from reader.model.summary import Summary
from reader.model.vocabulary import Directness, MarkType, WorkStatus
from reader.session.summarise import summarise
from tests.support import marks as m
from tests.support.desks import AUTHOR, NOON, make_article, make_record
from tests.support.summaries import (
    NOW,
    bare_summary,
    codebook,
    rich_annotations,
    rich_article,
    rich_summary,
    seed_summary,
)


def chain(summary: Summary, claim: int) -> list[str]:
    return [link.words for link in summary.claims[claim - 1].sources[0].chain]


def test_claims_are_numbered_in_reading_order() -> None:
    summary = seed_summary()
    assert [c.number for c in summary.claims] == list(range(1, 22))
    assert summary.claims[5].restates == (11, 13)
    assert [c.number for c in summary.claims if not c.counted] == [6]


def test_a_chain_is_told_from_the_outlet_by_the_names_of_its_cards() -> None:
    summary = seed_summary()
    assert chain(summary, 13) == ["زاكروس عربية", "العربي الجديد", "مصدر أمني"]
    assert chain(summary, 15) == [
        "زاكروس عربية", "منصات تتبع لمليشيات مسلحة في العراق", "سرية قاصم الجبارين",
    ]  # fmt: skip
    assert [c.number for c in summary.claims if c.sources and c.sources[0].undisclosed] == [
        11, 12, 13,
    ]  # fmt: skip


def test_a_hop_without_a_mark_is_told_by_its_card_or_its_words() -> None:
    card = m.entity("وكالة")
    article = make_article(["c s"], title="t")
    hops = [m.hop(None, entity=card), m.hop(None, words="صحيفة")]
    annotations = m.annotations(m.claim("c"), m.source("s", chain=hops), m.attributed("c", "s"))
    summary = summarise(
        article, None, annotations, {card.id: card}, codebook(), language="en", now=NOW
    )
    assert chain(summary, 1) == ["", "وكالة", "صحيفة", "s"]


def test_sources_are_numbered_as_they_first_appear_and_name_their_claims() -> None:
    sources = seed_summary().sources
    assert [s.name for s in sources[:4]] == [
        "المقاومة العراقية", "بغداد وواشنطن", "مصدر أمني", "العربي الجديد",
    ]  # fmt: skip
    assert sources[2].claims == (11, 12, 13)
    assert sources[2].mentions == 2
    assert [s.name for s in sources if s.relay_only] == ["العربي الجديد", "وكالة سبوتنيك الروسية"]
    assert sources[8].name == "المعلومات"


def test_a_source_takes_each_field_from_the_first_mention_that_has_it() -> None:
    anonymous, ministry, unmentioned = rich_summary().sources
    assert (anonymous.role, anonymous.how_many, anonymous.knowledge) == (
        "ضابط", "several", "second_hand",
    )  # fmt: skip
    assert anonymous.anonymity_words == "خوفًا على حياته"
    assert (ministry.country, ministry.standing, ministry.kind) == (
        "العراق", "official", "institution",
    )  # fmt: skip
    assert unmentioned.name == ""


def test_a_verdict_is_worded_by_its_scale_and_kept_as_it_is_where_there_is_none() -> None:
    claim = rich_summary("en").claims[1]
    assert [v.label for v in claim.verdicts] == ["True", "لا دليل"]
    assert claim.verdict == claim.verdicts[1]
    assert claim.directness is Directness.INDIRECT


def test_codes_are_worded_in_the_language_of_the_summary() -> None:
    (row,) = (r for r in rich_summary("en").marks if r.type is MarkType.HIGHLIGHT)
    assert [(c.label, bool(c.colour)) for c in row.codes] == [("Number", True), ("lost", False)]
    (row,) = (r for r in rich_summary("ar").marks if r.type is MarkType.HIGHLIGHT)
    assert row.codes[0].label == "رقم"


def test_a_code_without_a_label_in_the_language_takes_another() -> None:
    book = Codebook.model_validate(
        {"codes": [{"slug": "number", "labels": {"ar": "رقم"}, "colour": "#000000"}]}
    )
    summary = summarise(rich_article(), None, rich_annotations(), {}, book, language="en", now=NOW)
    assert any(c.label == "رقم" for r in summary.marks for c in r.codes)


def test_marks_have_places_in_the_text_that_is_carried() -> None:
    summary = rich_summary()
    text = summary.text
    assert text is not None
    placed = {r.words: (r.start, r.end) for r in summary.marks if r.start is not None}
    assert all(text.text[start:end] == words for words, (start, end) in placed.items())
    assert {"خبر آخر", "خاتمة"}.isdisjoint(placed)


def test_without_text_no_mark_has_a_place() -> None:
    summary = rich_summary(include_text=False)
    assert summary.text is None
    assert {(r.start, r.end) for r in summary.marks} == {(None, None)}


def test_a_block_that_a_person_brought_in_is_carried_with_its_marks() -> None:
    article = rich_article()
    hidden = next(b.id for b in article.blocks if b.state == "doubtful")
    record = make_record(article).model_copy(
        update={"block_choices": {article.version: {hidden: True}}}
    )
    summary = summarise(article, record, rich_annotations(), {}, codebook(), language="ar", now=NOW)
    assert summary.text
    assert "اقرأ أيضًا: خبر آخر" in summary.text.text
    assert any(r.words == "خبر آخر" and r.start is not None for r in summary.marks)


def test_blocks_keep_their_runs_and_rules_stand_between_them() -> None:
    text = rich_summary().text
    assert text is not None
    kinds = [b.kind for b in text.blocks]
    assert BlockKind.IMAGE not in kinds
    assert kinds[-1] is BlockKind.RULE
    assert text.blocks[-1].start == text.blocks[-1].end == len(text.text)
    first = next(b for b in text.blocks if b.kind is BlockKind.PARAGRAPH)
    assert [text.text[r.start : r.end] for r in first.inline] == [
        "أصيب 5 أشخاص", "5", "COVID-19", "مبنى 2", "ونفت",
    ]  # fmt: skip


def test_a_mark_placed_in_this_version_stands_where_it_was_placed() -> None:
    article = make_article(["old new"], title="t")
    placed = m.claim("new", 6)
    anchor = placed.anchors[0].model_copy(update={"start": 0, "end": 3})

    def words_at(level: str) -> str | None:
        place = Placement(
            version=article.version, start=6, end=9, level=level, score=1, decided_by="auto",
            decided_at=NOON,
        )  # fmt: skip
        mark = placed.model_copy(
            update={"anchors": (anchor.model_copy(update={"placements": (place,)}),)}
        )
        annotations = Annotations(marks=(mark,))
        summary = summarise(article, None, annotations, {}, codebook(), language="en", now=NOW)
        (row,) = summary.marks
        assert summary.text
        return None if row.start is None else summary.text.text[row.start : row.end]

    assert words_at("moved") == "new"
    assert words_at("orphan") is None


def test_a_page_outside_the_library_has_no_dates_of_keeping() -> None:
    summary = bare_summary()
    assert summary.work_status is None
    assert (summary.custody.imported_at, summary.custody.captures) == (None, 0)
    assert summary.profile.marked_claims == 0


def test_what_a_person_decided_of_the_article_is_carried() -> None:
    article = rich_article()
    record = make_record(article)
    capture = record.captures[0].model_copy(update={"archive_url": "https://archive.example/x"})
    record = record.model_copy(
        update={
            "direction": Direction.LTR,
            "work_status": WorkStatus.SOURCED,
            "captures": (*record.captures, capture),
        }
    )
    summary = summarise(article, record, Annotations(), {}, codebook(), language="ar", now=NOW)
    assert summary.head.dir is Direction.LTR
    assert summary.head.archive_url == "https://archive.example/x"
    assert summary.work_status is WorkStatus.SOURCED
    assert summary.custody.captures == 1


def test_remote_addresses_private_notes_and_signatures_are_left_out() -> None:
    written = rich_summary().model_dump_json()
    assert "سرّي" not in written
    assert "رئيسة التحرير" not in written
    assert str(AUTHOR) not in written
    assert rich_summary(include_signatures=True).claims[1].signed_off_by == "رئيسة التحرير"


def test_the_same_input_gives_the_same_summary() -> None:
    assert rich_summary() == rich_summary()
