"""readability as we ask it: it finds what it finds for everybody, and is changed for nobody."""

from __future__ import annotations

import re
from copy import deepcopy

import pytest
from lxml import html
from readability import Document
from readability import readability as theirs

from reader.ingest import readable
from reader.resource import resource
from tests.benchmarks.opening import news_page
from tests.support.readings import paragraphs

HIDDEN = '<p hidden>سر</p><div style="x:y; display : none">لا يظهر</div><image src=a>'
PAGES = {
    "prose": f"<div class=story>{paragraphs(9)}</div>",
    "hidden": f"<article>{paragraphs(5)}{HIDDEN}<script>var a</script>ذيل</article>",
    "short": "<div class=sidebar>نص قصير</div>",  # read again, less strictly
    "spaced": "<div>" + paragraphs(4).replace(" ", "  \n\t ") + "\u200f\u00a0" * 300 + "</div>",
    "news": news_page(30_000).decode(),
}


@pytest.mark.parametrize("name", [*PAGES, "sample"])
def test_it_finds_what_readability_finds(name: str) -> None:
    sample = next(p for p in resource("samples").iterdir() if p.suffix == ".html")
    tree = html.document_fromstring(PAGES.get(name) or sample.read_text("utf-8"))
    assert _words(readable.summary(tree)) == _words(Document(deepcopy(tree)).summary())


def test_the_page_is_left_as_it_is() -> None:
    tree = html.document_fromstring(PAGES["hidden"])
    before = html.tostring(tree)
    readable.summary(tree)
    assert html.tostring(tree) == before


def test_nobody_elses_readability_is_changed() -> None:
    assert all(isinstance(pattern, re.Pattern) for pattern in theirs.REGEXES.values())
    assert theirs.clean.__module__ == "readability.readability"


def _words(summary: str) -> list[str]:
    return str(html.document_fromstring(summary).text_content()).split()
