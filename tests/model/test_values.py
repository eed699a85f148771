"""What the values of the model refuse."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta, timezone
from uuid import UUID

import pytest
from pydantic import ValidationError

from reader.model.annotations import Anchor, Annotations, Claim, Mark, SourceMention
from reader.model.article import Article, DateRole, DateStatement, Metadata
from reader.model.base import Stamped
from reader.model.errors import ReaderError
from reader.model.library import Codebook, Scale, Step
from reader.model.vocabulary import ClaimKind, MarkType, Naming
from tests.support.desks import NOON, make_article
from tests.support.marks import claim, source

STAMP = {"id": UUID(int=1), "created_at": NOON, "modified_at": NOON, "author": UUID(int=2)}


def test_a_value_cannot_be_altered():
    with pytest.raises(ValidationError, match="frozen"):
        Annotations().note = "x"


def test_an_unknown_field_is_an_error():
    with pytest.raises(ValidationError, match="extra"):
        Annotations.model_validate_json('{"schema": 1, "more": 1}')


@pytest.mark.parametrize("text", ['{"note": "\\ud800"}', '{"note": NaN}', "[" * 100_000])
def test_json_that_could_not_be_written_again_is_refused(text):
    with pytest.raises(ValidationError):
        Annotations.model_validate_json(text)


def test_moments_are_kept_in_utc():
    local = datetime(2026, 1, 2, 15, tzinfo=timezone(timedelta(hours=3)))

    thing = Stamped(**{**STAMP, "created_at": local})

    assert thing.created_at == NOON
    assert json.loads(thing.model_dump_json())["created_at"] == "2026-01-02T12:00:00Z"


def test_an_anchors_words_are_as_long_as_its_span():
    with pytest.raises(ValidationError, match="differ in length"):
        Anchor(id=UUID(int=1), version="v", start=0, end=3, exact="أب")


def test_a_body_fits_its_mark():
    with pytest.raises(ValidationError, match="does not fit"):
        Mark(**STAMP, type=MarkType.CLAIM, body=SourceMention())


def test_only_a_source_may_be_without_a_span():
    assert Mark(**STAMP, type=MarkType.SOURCE, body=SourceMention()).words == ""
    with pytest.raises(ValidationError, match="without a span"):
        Mark(**STAMP, type=MarkType.CLAIM, body=Claim())


def test_a_mark_gives_the_body_of_its_kind_alone():
    assert claim("قول").claim == Claim()
    with pytest.raises(TypeError):
        _ = claim("قول").source
    with pytest.raises(TypeError):
        _ = source("مصدر").claim


def test_annotations_find_a_mark():
    mark = claim("قول")

    assert Annotations(marks=(mark,)).mark(mark.id) == mark
    assert Annotations().mark(mark.id) is None


def test_blocks_that_do_not_fit_their_text_are_refused():
    article = make_article()
    values = {name: getattr(article, name) for name in Article.model_fields}

    with pytest.raises(ValidationError, match="does not fit its text"):
        Article(**{**values, "page_text": "قصير"})


def test_two_sources_by_name_or_office_are_identified():
    assert [n for n in Naming if n.is_identified] == [Naming.NAMED, Naming.ROLE_ONLY]


def test_an_opinion_is_not_checkable():
    assert [k for k in ClaimKind if not k.is_checkable] == [ClaimKind.OPINION]


def test_a_verdict_is_worded_by_its_scale():
    step = Step(slug="true", labels={"ar": "صحيح", "en": "True"})
    book = Codebook(scales=(Scale(slug="five", labels={"ar": "خمس", "en": "Five"}, steps=(step,)),))

    assert book.verdict("five", "true", "ar") == "صحيح"
    assert book.verdict("gone", "true", "ar") == "true"


def test_an_error_shows_its_code_and_parameters():
    assert str(ReaderError("disk_full")) == "disk_full"
    assert str(ReaderError("file_missing", name="أ.html")) == "file_missing {'name': 'أ.html'}"


def test_a_later_change_of_the_page_is_no_disagreement_about_its_date():
    def stated(day: int, role: DateRole) -> DateStatement:
        return DateStatement(written=str(day), value=date(2021, 7, day), role=role, where="meta")

    published, changed = stated(29, DateRole.PUBLISHED), stated(30, DateRole.MODIFIED)

    assert not Metadata(dates=(published, changed)).dates_disagree
    assert Metadata(dates=(published, stated(28, DateRole.MENTIONED))).dates_disagree
