"""Marks on texts as earlier extractors and earlier folds gave them: kept for good.

Each file of `versions/` is an older reading of a page that is still here, with marks on it. They
have to be found in whatever the present extractor gives.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from reader import ingest
from reader.anchoring import Level, describe, find, reattach
from reader.anchoring import tokens as engine
from reader.resource import resource
from reader.text.fold import Folded, Profile, fold

OLDER = sorted((Path(__file__).parent / "versions").glob("*.json"))


@cache
def present() -> str:
    """The page text of the sample as it is read today."""
    return ingest.load(next(resource("samples").glob("*.html"))).page_text


def _words(text: str) -> list[str]:
    return fold(text, Profile.MATCH).text.split()


@pytest.fixture(params=OLDER, ids=lambda path: path.stem)
def older(request):
    return json.loads(request.param.read_text("utf-8"))


def _spans(older) -> list[tuple[int, int]]:
    return [(mark["start"], mark["end"]) for mark in older["marks"]]


def test_the_marks_stand_where_they_say(older):
    for mark in older["marks"]:
        assert older["page_text"][mark["start"] : mark["end"]] == mark["exact"]


def test_every_mark_of_an_older_reading_is_found_for_certain(older):
    placed = reattach(older["page_text"], present(), _spans(older))

    for mark, placement in zip(older["marks"], placed, strict=True):
        assert placement.level is Level.EXACT
        assert _words(present()[slice(*placement.span)]) == _words(mark["exact"])


def test_and_the_other_way_round(older):
    there = [p.span for p in reattach(older["page_text"], present(), _spans(older))]

    back = reattach(present(), older["page_text"], there)

    assert [p.span for p in back] == _spans(older)


def test_a_fold_that_does_nothing_places_no_mark_wrongly(older, monkeypatch):
    certain = [p.span for p in reattach(older["page_text"], present(), _spans(older))]
    monkeypatch.setattr(engine, "fold", lambda text, profile: Folded(text, text, profile))

    placed = reattach(older["page_text"], present(), _spans(older))

    assert all(p.span in (None, was) for p, was in zip(placed, certain, strict=True))
    assert sum(p.level is Level.EXACT for p in placed) > len(placed) // 2


def test_without_the_older_text_most_marks_are_proposed_in_their_place(older):
    certain = [p.span for p in reattach(older["page_text"], present(), _spans(older))]

    found = [find(describe(older["page_text"], span), present()) for span in _spans(older)]

    assert all(p.span in (None, was) for p, was in zip(found, certain, strict=True))
    assert sum(p.span is not None for p in found) > 0.9 * len(found)
