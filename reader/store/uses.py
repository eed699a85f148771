"""Which articles use which cards: looked up in their annotations, without reading them as values.

Any id that stands in an article's annotations and is a card's counts, so that no kind of pointer
is forgotten. A file that looks as it did before is not read again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from threading import Lock
from time import monotonic
from uuid import UUID

from reader.store.errors import StoreError
from reader.store.files import look_of, read_bytes
from reader.store.formats import MAX_DOCUMENT

_ID = re.compile(rb'"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"')

STEP = 0.02
"""Seconds of reading after which whatever else waits for the disk comes first, a save above all."""


class CardUses:
    """Counts; may be called from several threads."""

    def __init__(self) -> None:
        self._guard = Lock()
        self._seen: dict[Path, tuple[object, frozenset[str]]] = {}

    def count(
        self, files: Iterable[Path], cards: Collection[UUID], step: float = STEP
    ) -> Iterator[Mapping[UUID, int] | None]:
        """None whenever `step` seconds have gone by, so that others come in; then the counts.

        That is: card -> in how many of these files it stands. Cards that stand in none are left
        out. A file that cannot be read counts for nothing.
        """
        known = {str(card): card for card in cards}
        counts: Counter[UUID] = Counter()
        begun = monotonic()
        for file in files:
            with self._guard:
                found = self._ids(file, known.keys())
            counts.update(known[i] for i in found if i in known)
            if monotonic() - begun >= step:
                yield None
                begun = monotonic()
        yield dict(counts)

    def _ids(self, file: Path, cards: Collection[str]) -> frozenset[str]:
        """The cards in a file. A card is written before what names it, so none comes in later."""
        now = look_of(file)
        seen = self._seen.get(file)
        if seen is None or now is None or seen[0] != now:
            try:
                data = read_bytes(file, MAX_DOCUMENT) or b""
            except StoreError:
                data = b""
            found = {i.decode() for i in _ID.findall(data)}
            seen = now, frozenset(found.intersection(cards))
            self._seen[file] = seen
        return seen[1]
