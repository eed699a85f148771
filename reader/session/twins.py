"""Whether a saved page is another version of an article that the library has.

The same address and much the same text is; so is the same text. An outlet that publishes much the
same text under another address may have meant another article: that is asked. Other outlets are
not looked at: a wire text that several print is no version («نص وكالة»).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from time import monotonic
from typing import Final
from urllib.parse import urlsplit
from uuid import UUID

from reader.model.article import Article
from reader.model.library import ArticleFile
from reader.store import Store, StoreError
from reader.text.shingles import shingles, tokens

_RUN: Final = 4
"""Words of a shingle."""
_LIKE: Final = 0.5
"""Share of the shingles of the shorter text from which two texts may be one article."""
_SAME: Final = 0.2
"""The same where the address is the same: less than that is another text at an old address."""
_ENOUGH: Final = 20
"""Shingles below which a text is too short to be told by them."""
_LOOKED_AT: Final = 200
"""Articles, the last used first."""
_STEP: Final = 0.02
"""Seconds of looking after which whatever else waits for the disk comes first."""


@dataclass(frozen=True)
class Twin:
    """An article that another may be a version of."""

    article: ArticleFile
    likeness: float
    """From 0 to 1."""


def likeness(one: str, other: str) -> float:
    """How much of the shorter text stands in the other, by runs of words: from 0 to 1."""
    return _shared(_runs(one), _runs(other))


def is_same_address(record: ArticleFile, article: Article) -> bool:
    """Whether a page says that it is at the address of an article of the library."""
    url = article.metadata.url
    # The bare address of a site is shared by all its pages.
    if urlsplit(url).path.strip("/") == "" and not urlsplit(url).query:
        return False
    return any(url in (c.url, c.claimed_url) for c in record.captures)


def is_version(one: str, other: str) -> bool:
    """Whether two texts at the same address are versions of one article; so are short ones."""
    runs = _runs(one), _runs(other)
    return min(map(len, runs)) < _ENOUGH or _shared(*runs) >= _SAME


def search(store: Store, article: Article, but: UUID) -> Iterator[Twin | None]:
    """None again and again, after a moment of reading each; at last the likeliest twin, if any.

    Args:
        store: the library.
        article: the page that came in.
        but: the article that it was made into.
    """
    mine, best = _runs(article.page_text), None
    begun = monotonic()
    for record in islice(store.articles(), _LOOKED_AT):
        if record.id != but and record.trashed_at is None and _may_be(record, article):
            best = max(
                filter(None, (best, _twin(store, record, article, mine))), key=_rank, default=None
            )
        if monotonic() - begun >= _STEP:
            yield None
            begun = monotonic()
    if best is not None:
        yield best


def _rank(twin: Twin) -> float:
    return twin.likeness


def _twin(
    store: Store, record: ArticleFile, article: Article, mine: set[tuple[str, ...]]
) -> Twin | None:
    with suppress(StoreError):
        shared = _shared(mine, _runs(store.text(record.id, record.current_version).page_text))
        if shared >= _LIKE or is_same_address(record, article):
            return Twin(record, shared)
    return None


def _may_be(record: ArticleFile, article: Article) -> bool:
    """Whether one outlet may have published both; a page that names no address may be of any."""
    mine = _host(article.metadata.url)
    theirs = {_host(c.url or c.claimed_url) for c in record.captures} - {""}
    return not mine or not theirs or mine in theirs


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _runs(text: str) -> set[tuple[str, ...]]:
    return shingles(tokens(text), _RUN)


def _shared(one: set[tuple[str, ...]], other: set[tuple[str, ...]]) -> float:
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter >= _ENOUGH else 0.0
