"""Articles to choose among are found as words are: folded."""

from __future__ import annotations

from uuid import UUID

import pytest

from reader.model.article import Container
from reader.model.library import ArticleFile, Capture
from reader.session.offering import Offered, origin_of
from tests.support.desks import AUTHOR, NOON


def record(number: int, title: str, url: str = "", name: str = "p.html") -> ArticleFile:
    sha = f"{number:064x}"
    capture = Capture(
        sha256=sha, size=1, name=name, container=Container.HTML, url=url, imported_at=NOON,
        version=sha,
    )  # fmt: skip
    stamp = {"created_at": NOON, "modified_at": NOON, "author": AUTHOR}
    return ArticleFile(
        id=UUID(int=number), **stamp, title=title, current_version=sha, captures=(capture,)
    )


BRIDGE = record(1, "انفجارٌ قُرب الجسر", "https://news.example/1")
TAXES = record(2, "الضرائب", "https://other.example/2")
PASTED = record(3, "", name="نص ملصوق")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", (BRIDGE, TAXES, PASTED)),
        ("انفجار قرب", (BRIDGE,)),
        ("OTHER.example", (TAXES,)),
        ("ملصوق", (PASTED,)),
        ("لا شيء", ()),
    ],
)
def test_articles_are_found_by_title_and_origin_whatever_their_marks(text, found):
    assert Offered([BRIDGE, TAXES, PASTED]).fitting(text) == found


def test_an_article_without_an_address_is_from_its_file():
    assert [origin_of(r) for r in (BRIDGE, PASTED)] == ["news.example", "نص ملصوق"]
