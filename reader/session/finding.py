"""Going through the places where words stand in the article: which is the present one, what next.

Spans are code points of the page text. The places that are left out of what is shown are counted
apart: nobody can be led to them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from reader.resource import resource
from reader.text.matching import Hits, Query, Searchable, Span
from reader.text.spellings import Spellings

LONGEST_PREFILL = 80
"""Code points of a selection that are taken for what is to be found."""


@dataclass(frozen=True)
class Search:
    """What was found, and where somebody is in it."""

    hits: Hits
    """Those that are shown."""
    left_out: int = 0
    """How many more stand in paragraphs that are not shown."""
    at: int | None = None
    """The number of the present hit; None: at none yet."""
    wrapped: int = 0
    """1: the last step went on from the beginning; -1: from the end."""

    @classmethod
    def of(cls, query: Query, text: Searchable, shown: Iterable[Span]) -> Search:
        """Find a query in the shown spans of a text, at none of its hits yet."""
        everywhere = query.find(text)
        hits = everywhere.within(shown)
        return cls(hits, left_out=len(everywhere) - len(hits))

    @property
    def now(self) -> Span | None:
        """The span of the present hit."""
        return None if self.at is None else self.hits[self.at]

    def going_on_from(self, offset: int) -> Search:
        """At the first hit from an offset on; behind the last one at the first of all."""
        if not self.hits:
            return replace(self, at=None, wrapped=0)
        at = self.hits.first_from(offset)
        beyond = at == len(self.hits)
        return replace(self, at=0 if beyond else at, wrapped=int(beyond))

    def staying_at(self, offset: int) -> Search:
        """At the hit that starts at an offset, or at none."""
        at = self.hits.first_from(offset)
        stays = at < len(self.hits) and self.hits[at][0] == offset
        return replace(self, at=at if stays else None, wrapped=0)

    def step(self, by: int, offset: int) -> Search:
        """At the next hit (`by` 1) or the one before (-1), in a circle.

        Args:
            by: 1 or -1.
            offset: where the reader is, for a search that is at no hit yet.
        """
        if not self.hits:
            return self
        if self.at is None:
            ahead = self.going_on_from(offset)
            return ahead if by > 0 or ahead.at is None else replace(ahead, wrapped=0)._move(-1)
        return self._move(by)

    def _move(self, by: int) -> Search:
        at = (self.at or 0) + by
        over = at - at % len(self.hits)
        return replace(self, at=at % len(self.hits), wrapped=(over > 0) - (over < 0))


def prefill(selected: str) -> str:
    """What of the selected words is to be found: all of them, if they are few and of one block."""
    return selected if len(selected) <= LONGEST_PREFILL and "\n" not in selected else ""


def query(typed: str, *, whole_words: bool = False) -> Query:
    """What somebody looks for, in any spelling that newsrooms use."""
    return Query(typed, whole_words=whole_words, spellings=_spellings())


@cache
def _spellings() -> Spellings:
    return Spellings(json.loads(resource("text", "spellings.json").read_text("utf-8"))["stems"])
