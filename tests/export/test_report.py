"""The first page: dates as understood and as written."""

from __future__ import annotations

from datetime import date

import pytest
from lxml import html

from reader.export import parts, render
from reader.export.outline import Facts, Heading
from reader.export.report import published
from reader.model.annotations import Annotations
from reader.model.article import Article, BlockKind, DateStatement
from reader.model.summary import Head, Summary
from reader.session.summarise import summarise
from tests.support.desks import NOON, make_article
from tests.support.summaries import bare_summary, codebook, seed_summary

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


@pytest.mark.parametrize("form", ["md", "html", "json"])
def test_a_cell_that_no_table_claims_is_written_as_a_paragraph(form: str) -> None:
    article = make_article(["خلية بلا جدول"])
    title, cell = article.blocks
    blocks = (title, cell.model_copy(update={"kind": BlockKind.CELL}))
    written = render(_summary(article.model_copy(update={"blocks": blocks})), form)
    assert "خلية بلا جدول" in written.decode()


def test_the_title_of_a_page_reorders_nothing_of_the_browsers() -> None:
    found = html.fromstring(render(_summary(make_article(title="\u202eخبر")), "html"))
    assert found.findtext(".//title") == "\u2068خبر\u2069"


def _summary(article: Article) -> Summary:
    return summarise(article, None, Annotations(), {}, codebook(), language="ar", now=NOON)
