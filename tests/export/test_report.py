"""The first page: dates as understood and as written."""

from __future__ import annotations

from datetime import date

import pytest

from reader.export import parts
from reader.export.outline import Facts, Heading
from reader.export.report import published
from reader.model.article import DateStatement
from reader.model.summary import Head
from tests.support.summaries import bare_summary, seed_summary

DAY = date(2021, 7, 29)
STATED = DateStatement(written="2021-07-29", value=DAY, where="meta")
STRIP = DateStatement(written="السبت", value=date(2019, 11, 23), where="text", guessed=True)


def said(*dates: DateStatement) -> str:
    head = bare_summary("en").head
    fields = {"published": dates[0] if dates else None, "dates": dates}
    line = published(Head.model_validate({**dict(head), **fields}), "en")
    return "".join(run.text for run in line)


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        ((), "unknown"),
        ((STATED,), "2021-07-29"),
        ((DateStatement(written="أمس", where="text"),), "أمس"),
        (
            (DateStatement(written="29 تموز", value=DAY, where="text", guessed=True),),
            "2021-07-29 by inference, written “29 تموز”",
        ),
        (
            (DateStatement(written="29/7/2021", value=DAY, where="meta"),),
            "2021-07-29, written “29/7/2021”",
        ),
        (
            (STATED, STATED.model_copy(update={"where": "url"}), STRIP, STRIP),
            "2021-07-29; also on the page: 2019-11-23 by inference, written “السبت”",
        ),
    ],
)
def test_a_date_is_told_as_understood_and_as_written(
    dates: tuple[DateStatement, ...], words: str
) -> None:
    assert said(*dates) == words


def test_the_first_page_comes_first_and_empty_sections_are_left_out() -> None:
    headings = [
        "".join(run.text for run in part.line)
        for part in parts(seed_summary("en"))
        if isinstance(part, Heading)
    ]
    assert headings[1:] == [
        "Sourcing profile", "Claims", "Open questions", "Figures of the profile", "Sources",
        "Provenance",
    ]  # fmt: skip
    bare = parts(bare_summary("en"))
    assert sum(isinstance(part, Heading) for part in bare) == 4
    assert sum(isinstance(part, Facts) for part in bare) == 2
