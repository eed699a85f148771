"""Shared by the benchmarks: time something against a reference in the same run.

A machine's speed drifts and machines differ: what is worth quoting is the ratio.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable


def seconds(call: Callable[[], object]) -> float:
    """How long one call takes, by the wall clock."""
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def compare(
    name: str,
    call: Callable[[], object],
    reference: Callable[[], object],
    *,
    rounds: int = 5,
    before: Callable[[], object] = lambda: None,
    between: Callable[[], object] = lambda: None,
    timed: Callable[[Callable[[], object]], float] = seconds,
) -> float:
    """Run both in turn, print and return the median of the ratios. Neither run is counted first.

    Args:
        name: what is said to be measured.
        call: is timed.
        reference: is timed after it.
        rounds: how many pairs count.
        before: what has to be done before each `call`; no part of what is timed.
        between: likewise before each `reference`.
        timed: how `call` is timed.
    """
    pairs = []
    for _ in range(rounds + 1):
        before()
        took = timed(call)
        between()
        pairs.append((took, seconds(reference)))
    del pairs[0]
    ratios = sorted(a / b for a, b in pairs)
    milliseconds = statistics.median(a for a, _ in pairs) * 1000
    spread = f"{ratios[rounds // 4]:.2f} to {ratios[rounds - 1 - rounds // 4]:.2f}"
    print(
        f"{name:<44} {statistics.median(ratios):8.2f} x the reference   "
        f"({milliseconds:.1f} ms; the middle half {spread})"
    )
    return statistics.median(ratios)
