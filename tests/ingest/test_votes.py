"""Votes: who has them, what they count for, what happens where a voter fails."""

from __future__ import annotations

import logging

import pytest
from lxml import etree

from reader.ingest import tree, votes
from reader.ingest.draft import Box, Draft
from reader.ingest.votes import Ballot, fold_words, hold_vote, words_of
from reader.model.article import BlockKind
from reader.model.errors import Message
from tests.support.readings import SENTENCE, paragraphs, read, sure

PAGE = f"<html><body><div>{paragraphs(9)}</div></body></html>"


def vote(html: str, body: str = "", size: int = 1_000) -> tuple[list[Ballot], list[Message]]:
    return hold_vote(tree.build(html), (), body, size)


def test_both_extractors_vote() -> None:
    ballots, notes = vote(PAGE)
    assert [b.voter for b in ballots] == ["trafilatura", "readability"]
    assert notes == []
    assert all(b.has(fold_words(f"{SENTENCE}، وفق بيان رقم 3 نشرته أمس.")) for b in ballots)


def test_json_ld_votes_where_it_has_the_whole_text() -> None:
    ballots, _ = vote(PAGE, body=f"<p>{SENTENCE}</p>\n{SENTENCE * 3}")
    assert [b.voter for b in ballots] == ["json_ld", "trafilatura", "readability"]
    assert vote(PAGE, body="نص قصير")[0][0].voter == "trafilatura"


def test_marks_of_direction_and_short_vowels_do_not_matter() -> None:
    ballot = vote(PAGE)[0][0]
    assert ballot.has(fold_words("قالَت الوزارة\u200f إن أعمـال الصيانة"))
    assert not ballot.has(fold_words("قال الوزير إن أعمال البناء"))


def test_a_short_block_has_to_be_a_line_of_its_own() -> None:
    ballot = Ballot("x", frozenset(), frozenset({("نعم",)}))
    assert ballot.has(["نعم"])
    assert not ballot.has(["لا"])
    assert not ballot.has([])


def test_the_words_of_each_draft_are_its_own() -> None:
    box = Box(etree.Element("p"), None)
    drafts = [Draft(BlockKind.PARAGRAPH, box, text) for text in ("أحمد\u2028وعلي", "", "١٢")]
    assert words_of(drafts) == [["احمد", "وعلي"], [], ["12"]]


@pytest.mark.parametrize("error", [ValueError, RecursionError, MemoryError, AttributeError])
def test_an_extractor_that_fails_costs_its_vote(
    error: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> object:
        raise error

    monkeypatch.setitem(votes._EXTRACTORS, "readability", fail)
    reading = read(PAGE)
    assert reading.notes == (
        Message(code="note_extractor_failed", params={"extractor": "readability"}),
    )
    assert len(sure(reading)) == 9


def test_without_any_voter_the_page_is_still_read(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(votes._EXTRACTORS):
        monkeypatch.setitem(votes._EXTRACTORS, name, lambda _: iter(()))
    assert len(sure(read(PAGE))) == 9


def test_a_page_too_large_is_given_to_no_extractor() -> None:
    ballots, notes = vote(PAGE, size=10_000_000)
    assert ballots == []
    assert [n.code for n in notes] == ["note_too_large_for_extractors"]
    assert [n.code for n in vote("<i>" * 10 + "<br>" * 40_000)[1]] == [
        "note_too_large_for_extractors"
    ]


def test_the_tree_is_left_as_it_is() -> None:
    root = tree.build("<div><ul id=menu><li><a href=/x>رابط</a></ul>" + PAGE + "</div>")
    before = etree.tostring(root)
    hold_vote(root, {next(root.iter("ul"))}, "", 1_000)
    assert etree.tostring(root) == before


def test_what_is_left_out_is_not_voted_on() -> None:
    root = tree.build(f"<div><p id=x>{SENTENCE} في الجسور</p>نص{paragraphs(9)}</div>")
    left_out = {next(root.iter("p"))}
    assert not any(b.has(fold_words("الجسور")) for b in hold_vote(root, left_out, "", 1)[0])


def test_extractors_write_nothing_to_the_log(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[logging.LogRecord] = []
    handler = logging.Handler()
    monkeypatch.setattr(handler, "emit", seen.append)
    logging.getLogger().addHandler(handler)
    try:
        vote("<p>")
        vote("")
    finally:
        logging.getLogger().removeHandler(handler)
    assert seen == []
