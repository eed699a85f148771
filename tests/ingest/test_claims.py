"""What the program that saved a page wrote into it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from reader.ingest.claims import Claims, claims, moment
from reader.model.article import Container
from tests.support import variants

SAVED = "Thu Jul 29 2021 13:00:00 GMT+0300 (توقيت العربية الرسمي)"
U = "https://a.example/b?c=1"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (f"<!-- saved from url=(0023){U} --><html>", Claims(Container.HTML, U)),
        (f"<html><!--saved from url=(0023){U}-->", Claims(Container.HTML, U)),
        (
            f"<!-- Saved from {U} at 2021-07-29T10:00:00Z using monolith v2.8.3 -->",
            Claims(Container.HTML, U, datetime(2021, 7, 29, 10, tzinfo=UTC)),
        ),
        (f'<meta name="savepage-url" content="{U}">', Claims(Container.HTML, U)),
        (
            f"<html><!--\n Page saved with SingleFile \n url: {U} \n saved date: {SAVED}\n-->",
            Claims(Container.SINGLEFILE, U, datetime(2021, 7, 29, 10, tzinfo=UTC)),
        ),
        ("<!-- saved from url=(0014)about:internet -->", Claims()),
        ("<!-- saved from url=(0023)file:///etc/passwd -->", Claims()),
        ("<html><p>saved from url", Claims()),
        ("", Claims()),
    ],
)
def test_address_and_moment_are_read_from_the_signature(html: str, expected: Claims) -> None:
    assert claims(html) == expected


def test_the_sample_names_its_address() -> None:
    assert claims(variants.text()).url == variants.URL


@pytest.mark.parametrize(
    "written",
    [
        "Fri, 30 Aug 2024 20:54:29 +0200",
        "Fri Aug 30 2024 20:54:29 GMT+0200 (CEST)",
        "2024-08-30T18:54:29Z",
        "2024-08-30 18:54:29",
        "Fri, 30 Aug 2024 18:54:29 -0000",
    ],
)
def test_a_moment_is_understood_as_programs_write_it(written: str) -> None:
    assert moment(written) == datetime(2024, 8, 30, 18, 54, 29, tzinfo=UTC)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "yesterday",
        "Fri, 31 Feb 2024 20:54:29 +0200",
        "Fri, 99999999999999999999 Aug 2024 20:54:29 +0200",
        "0001-01-01T00:00:00+14:00",
        "Mon, 1 Jan 2024 10:00:00 +9999",
    ],
)
def test_what_is_no_moment_is_none(written: str) -> None:
    assert moment(written) is None
