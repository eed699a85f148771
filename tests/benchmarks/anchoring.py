"""Marks in an edited text: how many are right, wrong, asked about; and how long it takes.

Every row is at least 10,000 marks on generated pairs of texts with the truth of where each word
went. The intervals are Wilson's at 95 %. Real articles are used where `../shared/data/anchoring`
is there, made-up ones where not. The rivals run on some marks of the same pairs.

    python3 dev.py bench anchoring [--quick] [--wrong] [--made-up] [--tuning] [--row=NAME]

--quick    a tenth of the marks
--wrong    prints every wrong placement, to be read
--made-up  made-up text even where real articles are there
--tuning   the seeds that the thresholds were set on, not those that are reported
--row=     rows whose name holds this
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from reader.anchoring import Placement, reattach, reattach_from_both
from tests.benchmarks import _texts
from tests.benchmarks._edits import Case, case
from tests.benchmarks._judging import Score, add_judgements, truth
from tests.benchmarks._rivals import Approximate, exact_quote

MARKS = 10_000
REPORTED, TUNING = 9_000, 0
"""Where the seeds begin. No threshold was set on the reported ones: take others for new rules."""
_RIVAL_MARKS = 40
"""Marks of each pair that the rivals look for."""


class Row(NamedTuple):
    """One kind of pair."""

    name: str
    size: int
    marks: int
    much: float = 0.0
    only_format: bool = False
    only_breaks: bool = False
    has_refrains: bool = False
    steps: int = 1

    @property
    def targets(self) -> tuple[str, str, str, str, str]:
        """What the columns of ours should come to, in per cent; empty where nothing is set."""
        if self.only_format or self.only_breaks or not self.much:
            return "100", "0", "0", "100", "0"
        if self.has_refrains:
            return "", "< 0.2", "", "", ""
        if self.steps > 1:
            return "", "< 0.1", "", "", ""
        if self.much > 0.1:
            return ">= 73", "< 0.1", "< 0.75", ">= 96", ""
        return ">= 92", "< 0.05", "", ">= 98", "<= 3"


ROWS = (
    *(
        Row(f"{name}, {100 * much:.0f} % edited", size, marks, much)
        for name, size, marks in (
            ("10 KB", 10_000, 100),
            ("100 KB", 100_000, 500),
            ("1 MB", 1_000_000, 1_000),
        )
        for much in (0.0, 0.05, 0.2)
    ),
    Row("100 KB, only format", 100_000, 500, only_format=True),
    Row("100 KB, only paragraphs split and merged", 100_000, 500, only_breaks=True),
    Row("100 KB, repeated phrases, 5 %", 100_000, 500, 0.05, has_refrains=True),
    Row("100 KB, repeated phrases, 20 %", 100_000, 500, 0.2, has_refrains=True),
    Row("100 KB, three versions of 5 %", 100_000, 500, 0.05, steps=3),
)

_COLUMNS = (
    ("automatic and right", "automatic right", None),
    ("automatic and wrong", "automatic wrong", None),
    ("wrong, with those asked about", "any wrong", None),
    ("found or asked about, of findable", "findable found", "findable"),
    ("asked about, of unchanged", "unchanged asked", "unchanged"),
)
"""What is printed of ours: its name, what is counted, and of what; None: of all marks."""


def main(options: list[str]) -> None:
    is_real = _texts.has_real() and "--made-up" not in options
    chosen = next((o.removeprefix("--row=") for o in options if o.startswith("--row=")), "")
    first_seed = TUNING if "--tuning" in options else REPORTED
    marks = MARKS // 10 if "--quick" in options else MARKS
    kind = "real articles" if is_real else "made-up text"
    print(f"{kind}, seeds from {first_seed}; shares of all marks in %, with 95 % intervals\n")
    for row in ROWS:
        if chosen in row.name:
            measure(row, first_seed, marks, is_real=is_real, shows_wrong="--wrong" in options)


def measure(row: Row, first_seed: int, marks: int, *, is_real: bool, shows_wrong: bool) -> None:
    """Run and print one row."""
    ours, quote, approximate = Score(), Score(), Score()
    spent = {"ours": 0.0, "quote": 0.0, "approximate": 0.0}
    seed, rival_marks, changed = first_seed, 0, []
    while ours.marks < marks:
        made, versions = case(
            row.size,
            row.marks,
            row.much,
            seed,
            is_real=is_real,
            has_refrains=row.has_refrains,
            only_format=row.only_format,
            only_breaks=row.only_breaks,
            steps=row.steps,
        )
        seed += 1
        spans = [made.span(mark) for mark in made.marks]
        placed = _timed(spent, "ours", lambda made=made, v=versions, s=spans: _follow(made, v, s))
        wrong = add_judgements(ours, made, [(p.level.value, p.span) for p in placed])
        changed.append(1 - sum(k for *_, k in made.went.values()) / len(made.old_words))
        if shows_wrong:
            for number in wrong:
                _show(made, number, placed[number], seed - 1)
        some = replace(made, marks=made.marks[:_RIVAL_MARKS])
        rival_marks += len(some.marks)
        asked = [made.span(mark) for mark in some.marks]
        found = _timed(
            spent, "quote", lambda m=made, a=asked: [exact_quote(m.old, m.new, s) for s in a]
        )
        add_judgements(quote, some, [("review" if p else "orphan", p) for p in found])
        found = _timed(
            spent,
            "approximate",
            lambda m=made, a=asked: _search(m, a),
        )
        add_judgements(approximate, some, [("review" if p else "orphan", p) for p in found])
    _print(row, ours, quote, approximate, sum(changed) / len(changed))
    per_mark = spent["approximate"] / rival_marks
    ours_per_pair = spent["ours"] / (ours.marks / row.marks)
    print(
        f"    {ours_per_pair:.3f} s for {row.marks} marks; the approximate search would take "
        f"{per_mark * row.marks:.2f} s, {per_mark * row.marks / ours_per_pair:.1f} times as long\n",
        flush=True,
    )


def _search(made: Case, spans: list[tuple[int, int]]) -> list[tuple[int, int] | None]:
    rival = Approximate(made.old, made.new)
    return [rival.find(span) for span in spans]


def _follow(made: Case, versions: list[str], spans: list[tuple[int, int]]) -> list[Placement]:
    """Place the marks in the last version; those that get lost on the way are looked for there."""
    if len(versions) == 2:
        return reattach(made.old, made.new, spans)
    stood: list[tuple[str, tuple[int, int]]] = [(made.old, span) for span in spans]
    result: list[Placement] = []
    for version in versions[1:]:
        result = [None] * len(spans)  # type: ignore[list-item]
        for last in dict.fromkeys(text for text, _ in stood):
            chosen = [n for n, (text, _) in enumerate(stood) if text == last]
            placed = reattach_from_both(
                (made.old, [spans[n] for n in chosen]),
                (last, [stood[n][1] for n in chosen]),
                version,
            )
            for n, placement in zip(chosen, placed, strict=True):
                result[n] = placement
        stood = [
            (version, p.span) if p.level.is_automatic and p.span else before
            for p, before in zip(result, stood, strict=True)
        ]
    return result


def _timed(spent: dict[str, float], name: str, call: Callable[[], list]) -> list:
    """Processor time: that of others on the machine does not count."""
    start = time.process_time()
    result = call()
    spent[name] += time.process_time() - start
    return result


def _print(row: Row, ours: Score, quote: Score, approximate: Score, changed: float) -> None:
    print(f"{row.name}: {ours.marks} marks, {100 * changed:.1f} % of the words gone or changed")
    for (name, counted, of), target in zip(_COLUMNS, row.targets, strict=True):
        shown = ours.share(counted, of)
        print(f"    {name:<36}{shown:<24}{f'target {target}' if target else ''}".rstrip())
    for name, rival in (("exact quote", quote), ("approximate search", approximate)):
        shown = f"{rival.share('any right')}, {rival.share('any wrong')}"
        print(f"    {f'{name}: right, wrong':<36}{shown}")


def _show(made: Case, number: int, placement: Placement, seed: int) -> None:
    mark = made.marks[number]
    start, end = made.span(mark)
    true = truth(made, mark)
    print(f"  WRONG {placement.level} by {placement.evidence}, seed {seed}")
    print(f"    old   {_around(made.old, (start, end))}")
    print(f"    here  {_around(made.new, placement.span)}")
    print(f"    truth {_around(made.new, true.hull)}, {100 * true.survived:.0f} % kept")


def _around(text: str, span: tuple[int, int] | None) -> str:
    if span is None:
        return "deleted"
    start, end = span
    shown = f"{text[max(0, start - 50) : start]}[{text[start:end][:300]}]{text[end : end + 50]}"
    return shown.replace("\n", " ¶ ")


if __name__ == "__main__":
    main(sys.argv[1:])
