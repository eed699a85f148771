"""How others find a mark again: by its words and what stood around them, one mark at a time."""

from __future__ import annotations

from rapidfuzz import fuzz

from reader.text.fold import Profile, fold

_CONTEXT = 32
_CUTOFF = 75


def exact_quote(old: str, new: str, span: tuple[int, int]) -> tuple[int, int] | None:
    """Where the very words stand; of several places the one whose surroundings fit best."""
    start, end = span
    words, before, behind = old[start:end], old[start - _CONTEXT : start], old[end : end + _CONTEXT]
    best, at = None, new.find(words)
    while at >= 0:
        left = _shared(before[::-1], new[max(0, at - _CONTEXT) : at][::-1])
        right = _shared(behind, new[at + len(words) : at + len(words) + _CONTEXT])
        best = max(best or (-1, 0), (left + right, -at))
        at = new.find(words, at + 1)
    return None if best is None else (-best[1], -best[1] + len(words))


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


class Approximate:
    """The most similar passage of a folded text, by rapidfuzz; it always answers if it can."""

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = fold(old, Profile.MATCH), fold(new, Profile.MATCH)

    def find(self, span: tuple[int, int]) -> tuple[int, int] | None:
        start, end = self._old.to_folded(*span)
        low, high = max(0, start - _CONTEXT), end + _CONTEXT
        found = fuzz.partial_ratio_alignment(
            self._old.text[low:high], self._new.text, score_cutoff=_CUTOFF
        )
        if found is None:
            return None
        window = self._new.text[found.dest_start : found.dest_end]
        inner = fuzz.partial_ratio_alignment(
            self._old.text[start:end], window, score_cutoff=_CUTOFF
        )
        if inner is None or inner.dest_start == inner.dest_end:
            return None
        at = found.dest_start
        return self._new.to_raw(at + inner.dest_start, at + inner.dest_end)
