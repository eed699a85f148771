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
    before: Callable[[], object] | None = None,
) -> float:
    """Run both in turn, print and return the median of the ratios. Neither run is counted first.

    Args:
        name: what is said to be measured.
        call: is timed.
        reference: is timed after it.
        rounds: how many pairs count.
        before: what has to be done before each `call`; no part of what is timed.
    """
    prepare = before or (lambda: None)
    prepare(), call(), reference()
    pairs = [(prepare(), seconds(call), seconds(reference))[1:] for _ in range(rounds)]
    ratios = sorted(a / b for a, b in pairs)
    took = statistics.median(a for a, _ in pairs) * 1000
    spread = f"{ratios[rounds // 4]:.2f} to {ratios[rounds - 1 - rounds // 4]:.2f}"
    print(
        f"{name:<44} {statistics.median(ratios):8.2f} x the reference   "
        f"({took:.1f} ms; the middle half {spread})"
    )
    return statistics.median(ratios)
