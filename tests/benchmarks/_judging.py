"""What became of the marks of a case, against the truth.

An automatic placement is right only where all words of the mark are kept and it covers exactly
them; anything else that is automatic is wrong. A proposal is wrong where it does not touch what
became of the mark's words, or where none of them is left.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from math import sqrt
from typing import NamedTuple

from tests.benchmarks._edits import Case

Span = tuple[int, int]


class Truth(NamedTuple):
    """What became of a mark."""

    hull: Span | None
    """From the first to the last of its words that are left, changed or not."""
    survived: float
    """The share of its letters in words that are kept."""
    is_unchanged: bool
    """Whether its words are all kept, together and in order."""
    is_findable: bool
    """Whether enough is left, close together, for a person to call it the same passage."""


def truth(case: Case, mark: Span) -> Truth:
    went = [case.went.get(word) for word in range(*mark)]
    there = [place for place in went if place is not None]
    if not there:
        return Truth(None, 0.0, False, False)
    hull = min(p[0] for p in there), max(p[1] for p in there)
    letters = [end - start for start, end in case.old_words[slice(*mark)]]
    kept = [n for n, place in zip(letters, went, strict=True) if place and place[2]]
    survived = sum(kept) / sum(letters)
    together = len(there) == len(went) and all(b[0] == a[1] + 1 for a, b in pairwise(there))
    start, end = case.span(mark)
    is_compact = hull[1] - hull[0] <= 2 * (end - start) + 25
    return Truth(hull, survived, survived == 1.0 and together, survived >= 0.6 and is_compact)


def judged(case: Case, mark: Span, placed: Span | None, *, is_automatic: bool) -> str:
    """`right`, `wrong`, `partly`; of what is not placed `missed` or `given_up`."""
    true = truth(case, mark)
    if placed is None:
        return "missed" if true.is_findable else "given_up"
    if true.hull is None:
        return "wrong"
    placed, hull = _bare(case.new, placed), _bare(case.new, true.hull)
    if is_automatic:
        return "right" if true.is_unchanged and placed == hull else "wrong"
    shared = min(placed[1], hull[1]) - max(placed[0], hull[0])
    if shared <= 0:
        return "wrong"
    whole = max(placed[1], hull[1]) - min(placed[0], hull[0])
    return "right" if shared / whole >= 0.6 or not true.is_findable else "partly"


def _bare(text: str, span: Span) -> Span:
    """The span without signs at its ends."""
    start, end = span
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return (start, end) if start < end else span


class Score:
    """Verdicts counted, as shares with their margins."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.marks = 0

    def add(self, *names: str) -> None:
        self.counts.update(names)

    def share(self, name: str, of: str | None = None) -> str:
        """A share in per cent with its Wilson interval at 95 %."""
        total = self.counts[of] if of else self.marks
        if not total:
            return "–"
        low, high = wilson(self.counts[name], total)
        value = 100 * self.counts[name] / total
        return f"{value:.2f} ({100 * low:.2f}-{100 * high:.2f})"


def wilson(hits: int, total: int, z: float = 1.96) -> tuple[float, float]:
    """The Wilson interval of a share."""
    share = hits / total
    middle = share + z * z / (2 * total)
    reach = z * sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    scale = 1 + z * z / total
    return max(0.0, (middle - reach) / scale), (middle + reach) / scale


def add_judgements(
    score: Score, case: Case, levels: Sequence[tuple[str, Span | None]]
) -> list[int]:
    """Count the placements of a case; gives the numbers of those that are wrong."""
    wrong = []
    for number, (mark, (level, placed)) in enumerate(zip(case.marks, levels, strict=True)):
        is_automatic = level in ("exact", "moved")
        verdict = judged(case, mark, placed, is_automatic=is_automatic)
        score.marks += 1
        score.add(f"{'automatic' if is_automatic else 'asked'} {verdict}", f"any {verdict}", level)
        true = truth(case, mark)
        if true.is_findable:
            score.add("findable", *(["findable found"] if verdict == "right" else []))
        if true.is_unchanged:
            score.add("unchanged", *(["unchanged asked"] if level == "review" else []))
        if verdict == "wrong":
            wrong.append(number)
    return wrong
