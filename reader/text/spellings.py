"""Words that newsrooms spell in more than one way: any spelling of a stem finds all of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reader.text.fold import Profile, fold


class Spellings:
    """Stems that are spelled in several ways, whatever is written onto them at either end."""

    def __init__(self, rows: Iterable[Sequence[str]]) -> None:
        """Prepare them once for all queries; each row holds the spellings of one stem."""
        self._patterns: dict[str, str] = {}
        for row in rows:
            folded = [fold(stem, Profile.FIND).text for stem in row]
            self._patterns |= dict.fromkeys(folded, f"(?:{_any(folded)})")
        self._stems = re.compile(f"({_any(self._patterns)})" if self._patterns else "(?!)()")

    def pattern(self, folded: str) -> str:
        """The pattern of a folded query in any spelling."""
        # The stems stand between the others: `split` gives them every other time.
        parts = self._stems.split(folded)
        return "".join(self._patterns.get(part, re.escape(part)) for part in parts)


def _any(stems: Iterable[str]) -> str:
    """Any of the stems, the longest first: one may begin with another."""
    return "|".join(map(re.escape, sorted(stems, key=len, reverse=True)))
