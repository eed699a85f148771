"""The article that the project began with, entered mark by mark: its profile comes out exactly."""

from __future__ import annotations

import pytest

from reader.model.annotations import Hop
from reader.model.vocabulary import MarkType, RelationType
from reader.session.article import ArticleSession
from tests.support.desks import span_of
from tests.support.seed import GOLD
from tests.support.variants import SAMPLE


class Entry:
    """Enters the gold as a person would: marks first, then who says what."""

    def __init__(self, session: ArticleSession) -> None:
        self.session = session
        self.ids = {}
        self._first_of = {}
        for key, row in GOLD["mentions"].items():
            self._mention(key, row)
        for key, row in GOLD["claims"].items():
            self.ids[key] = self._mark(MarkType.CLAIM, row)
        for key, row in GOLD["claims"].items():
            self._links(key, row)

    def _mark(self, kind, row):
        start, end = span_of(self.session.article, row["exact"], row["occurrence"][0])
        return self.session.add_mark(kind, start, end).id

    def _mention(self, key, row):
        mark = self.ids[key] = self._mark(MarkType.SOURCE, row)
        self.session.edit_body(mark, **{f: row[f] for f in ("kind", "naming", "number")})
        entity = row["entity"]
        if entity in self._first_of:
            self.session.same_source(mark, self._first_of[entity])
        elif entity:
            self._first_of[entity] = mark
            card = self.session.marks[mark].source.entity
            self.session.edit_entity(card, name=GOLD["entities"][entity]["name"])

    def _links(self, key, row):
        for other in row.get("restates", ()):
            self.session.relate(RelationType.RESTATES, self.ids[key], self.ids[other])
        if "source" in row:
            link = self.session.link(self.ids[key], self.ids[row["source"]])
            chain = tuple(map(self._hop, row["chain"]))
            self.session.edit_link(link.id, directness=row["directness"], chain=chain)

    def _hop(self, key):
        mark = self.session.marks[self.ids[key]]
        row = GOLD["mentions"][key]
        return Hop(
            words=mark.words,
            mention=mark.id,
            entity=mark.source.entity,
            channel=row.get("channel", ""),
            undisclosed=row.get("undisclosed", False),
        )


@pytest.fixture
def entered(sit) -> Entry:
    return Entry(sit().open(SAMPLE))


def test_the_gold_gives_exactly_its_profile(entered):
    profile = entered.session.profile()
    wanted = {**GOLD["profile"], "unsourced": len(GOLD["profile"]["unsourced"])}

    assert {name: getattr(profile, _NAMES.get(name, name)) for name in wanted} == wanted


def test_the_open_questions_name_exactly_the_claims_without_a_source(entered):
    session = entered.session
    restating = {r.from_.id for r in session.relations.values() if r.type is RelationType.RESTATES}
    unsourced = [
        key
        for key in GOLD["claims"]
        if not session.attributions(entered.ids[key]) and entered.ids[key] not in restating
    ]

    assert unsourced == GOLD["profile"]["unsourced"]


_NAMES = {"named_only": "identified_only"}
"""The gold's word where the profile's differs: a source known by role and body counts too."""


def test_the_profile_is_the_same_when_the_article_is_opened_again(entered, sit):
    session = entered.session
    before = session.profile()
    session.flush()
    session._store.close()

    assert sit().library.open_article(session.id).profile() == before


def test_undoing_the_whole_entry_leaves_an_unmarked_article(entered):
    session = entered.session
    while session.undo():
        pass

    assert (dict(session.marks), dict(session.relations), dict(session.entities)) == ({}, {}, {})
