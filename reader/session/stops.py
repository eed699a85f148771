"""Where somebody has been: articles and the start page, one after another, as in a browser."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final
from uuid import UUID

Stop = UUID | None
"""An article, or the start page."""

LONGEST: Final = 100


@dataclass(frozen=True)
class Stops:
    """The stops behind, the one at hand, and those that one came back from."""

    places: tuple[Stop, ...] = (None,)
    at: int = 0

    @property
    def here(self) -> Stop:
        return self.places[self.at]

    @property
    def has_back(self) -> bool:
        return self.at > 0

    @property
    def has_forward(self) -> bool:
        return self.at < len(self.places) - 1

    def visit(self, stop: Stop) -> Stops:
        """Go somewhere new: what lay ahead is given up. The same place again is no stop."""
        if stop == self.here:
            return self
        places = (*self.places[: self.at + 1], stop)[-LONGEST:]
        return Stops(places, len(places) - 1)

    def moved(self, by: int) -> Stops:
        """Go back (-1) or forward (1), as far as there is a way."""
        return replace(self, at=min(max(self.at + by, 0), len(self.places) - 1))

    def without(self, stop: Stop) -> Stops:
        """Forget a place other than the one at hand; two visits of one place meet as one."""
        if stop == self.here:
            return self
        kept = [(place, i == self.at) for i, place in enumerate(self.places) if place != stop]
        runs = [(place, any(here for _, here in run)) for place, run in _runs(kept)]
        return Stops(tuple(p for p, _ in runs), [here for _, here in runs].index(True))


def _runs(kept: list[tuple[Stop, bool]]) -> list[tuple[Stop, list[tuple[Stop, bool]]]]:
    return [(place, list(run)) for place, run in groupby(kept, key=lambda k: k[0])]
