"""Articles of the library to choose among: by what they are called and where they are from."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from reader.model.library import ArticleFile
from reader.session.finding import query
from reader.text.matching import Searchable


def origin_of(record: ArticleFile) -> str:
    """The host of the address that an article was saved from; else the name of its file."""
    capture = record.captures[-1]
    return urlsplit(capture.url or capture.claimed_url).hostname or capture.name


class Offered:
    """Articles, found by words folded as in find."""

    def __init__(self, records: Iterable[ArticleFile]) -> None:
        self._records = tuple(records)
        self._texts: dict[int, Searchable] = {}

    def fitting(self, text: str) -> tuple[ArticleFile, ...]:
        """Those in whose title or origin the words stand, in their order; no words: all."""
        wanted = query(text)
        if not wanted:
            return self._records
        return tuple(
            record for at, record in enumerate(self._records) if wanted.stands_in(self._text(at))
        )

    def _text(self, at: int) -> Searchable:
        if at not in self._texts:
            record = self._records[at]
            self._texts[at] = Searchable(f"{record.called}\n{origin_of(record)}")
        return self._texts[at]
