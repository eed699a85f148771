"""The sample article as its outlet might have edited it: two articles, the older one first.

`tests/samples/second_version.html` has another headline, the weekday and the day of a date
corrected, one paragraph removed, one added, one moved, and other lists of headlines beside the
article. It is invented, as the page around the sample is.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reader import ingest
from reader.model.article import Article
from tests.support.variants import SAMPLE

SECOND_VERSION = Path(__file__).parents[1] / "samples" / "second_version.html"


@cache
def two_versions() -> tuple[Article, Article]:
    """The sample as it is shipped, and its edited second version."""
    return ingest.load(Path(str(SAMPLE))), ingest.load(SECOND_VERSION)
