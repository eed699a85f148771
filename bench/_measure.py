"""Shared by the benchmarks: run something a few times and print its best time."""

from __future__ import annotations

import time
from collections.abc import Callable


def measure(name: str, call: Callable[[], object], *, rounds: int = 5) -> None:
    """Print the shortest of `rounds` runs: what the work costs when nothing disturbs it."""
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        call()
        best = min(best, time.perf_counter() - start)
    print(f"{name:<40} {best * 1000:9.1f} ms")
