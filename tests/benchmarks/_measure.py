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
    name: str, call: Callable[[], object], reference: Callable[[], object], *, rounds: int = 5
) -> float:
    """Run both in turn, print and return the median of the ratios. Neither run is counted first."""
    call(), reference()
    pairs = [(seconds(call), seconds(reference)) for _ in range(rounds)]
    ratio = statistics.median(a / b for a, b in pairs)
    took = statistics.median(a for a, _ in pairs) * 1000
    print(f"{name:<44} {ratio:8.2f} x the reference   ({took:.1f} ms)")
    return ratio
