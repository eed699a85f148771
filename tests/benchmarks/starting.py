"""Starting, and the memory it takes: whole processes, against a bare PySide6 window.

Both show the text of the same article, which is in the library already; both are started again
and again, in turn, and tell themselves when their text was first painted. Where nothing else is
asked for there is no screen (`QT_QPA_PLATFORM=offscreen`), so that no window manager is measured.

Memory is read from /proc/PID/smaps_rollup, which only Linux has. Of the window's own process it
is what is resident (Rss), which no other process that runs Qt can make look smaller; of all
processes together it is their share (Pss), after half a minute without a touch.
"""

from __future__ import annotations

import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reader import ingest
from reader.store import open_library
from tests.support.variants import SAMPLE

ROUNDS: Final = 11
SETTLED: Final = 2.0
"""Seconds after the first painting at which the memory of the window is read."""
IDLE: Final = 30.0


@dataclass(frozen=True)
class Started:
    """A program whose text is painted."""

    seconds: float
    """From the start of its process to the end of its first painting of the text."""
    processor: float
    """Seconds of the processor, its own and the system's for it, until then."""
    pid: int


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        programs = _prepared(home)
        compare_starts(programs, home)
        if sys.platform == "linux":
            compare_memory(programs, home)
        else:
            print("memory: not measured, there is no /proc/PID/smaps_rollup here")


def _prepared(home: Path) -> dict[str, tuple[str, str]]:
    """The library with the article in it, and what to start."""
    data = SAMPLE.read_bytes()
    article = ingest.load_bytes(data)
    with open_library(home) as store:
        store.add(article, data)
    page, text = home / "page.html", home / "text.txt"
    page.write_bytes(data)
    text.write_text(article.text, "utf-8")
    return {"isnad": ("isnad", str(page)), "bare": ("bare", str(text))}


def compare_starts(programs: dict[str, tuple[str, str]], home: Path) -> None:
    pairs: list[tuple[Started, Started]] = []
    for number in range(ROUNDS + 1):
        pair = []
        for program in programs.values():
            with started(program, home) as one:
                pair.append(one)
        if number:  # the first pair only warms the disk's cache and compiles the modules
            pairs.append((pair[0], pair[1]))
    show("process start to first paint", [(a.seconds, b.seconds) for a, b in pairs], 1000, "ms")
    used = [(a.processor, b.processor) for a, b in pairs]
    show("the processor's time for it", used, 1000, "ms")


def compare_memory(programs: dict[str, tuple[str, str]], home: Path) -> None:
    own, settled, idle = [], [], []
    for _ in range(3):
        pair = []
        for program in programs.values():
            with started(program, home) as one:
                time.sleep(SETTLED)
                pair.append((memory([one.pid], "Rss"), memory(family(one.pid), "Pss")))
        own.append((pair[0][0], pair[1][0]))
        settled.append((pair[0][1], pair[1][1]))
    pair = []
    for program in programs.values():
        with started(program, home) as one:
            time.sleep(IDLE)
            pair.append(memory(family(one.pid), "Pss"))
    idle.append((pair[0], pair[1]))
    show("memory of the window's process", own, 1 / 1024, "MB")
    show(f"all processes, {SETTLED:.0f} s after it", settled, 1 / 1024, "MB")
    show(f"all processes, idle for {IDLE:.0f} s", idle, 1 / 1024, "MB")


def show(name: str, pairs: Iterable[tuple[float, float]], scale: float, unit: str) -> None:
    """Print the median of the ratios, how far they spread, and both medians."""
    found = list(pairs)
    ratios = sorted(a / b for a, b in found)
    ours, bare = (statistics.median(side) * scale for side in zip(*found, strict=True))
    print(
        f"{name:<36} {statistics.median(ratios):6.2f} x the bare window   "
        f"({ours:.0f} and {bare:.0f} {unit}; ratios {ratios[0]:.2f} to {ratios[-1]:.2f})"
    )


@contextmanager
def started(program: tuple[str, str], home: Path) -> Iterator[Started]:
    """A program that has painted its text. It is ended with the block."""
    # Compiled modules are kept, as they are where a person has installed the program.
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment = {"QT_QPA_PLATFORM": "offscreen", **kept, "ISNAD_HOME": str(home)}
    begun = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.benchmarks._windows", *program],
        stdout=subprocess.PIPE,
        env=environment,
        text=True,
    )
    try:
        assert process.stdout is not None
        painted = float(process.stdout.readline())
        yield Started(painted - begun, _processor(process.pid), process.pid)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)
        process.stdout.close()


def _processor(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return float("nan")
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def family(pid: int) -> list[int]:
    """A process and all that it has started."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(one for child in children for one in family(int(child)))]


def memory(pids: Iterable[int], kind: str) -> int:
    """KiB of some processes, of the kind of memory that the kernel calls so."""
    total = 0
    for pid in pids:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith(f"{kind}:"):
                total += int(line.split()[1])
    return total


if __name__ == "__main__":
    main()
