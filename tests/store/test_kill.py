from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reader.store import Store, verify
from reader.store.files import is_temporary
from tests.support.libraries import a_library
from tests.support.saver import TITLE

KILLS = 200
LONGEST = 0.08
"""Seconds that a program is left alive: several rounds of every kind of save."""

SAVER = [sys.executable, "-m", "tests.support.saver"]


def live_and_die(saver: subprocess.Popen[str], seconds: float) -> list[int]:
    """Start a child that saves, kill it, and give the numbers that it showed as saved."""
    assert saver.stdin is not None
    assert saver.stdout is not None
    print("go", file=saver.stdin, flush=True)
    lines = iter(saver.stdout.readline, "")
    shown, started = [], False
    for line in lines:
        word, _, value = line.strip().partition(" ")
        if word == "gone":
            assert int(value) == -signal.SIGKILL
            return shown
        if word == "child":
            time.sleep(seconds)
            os.kill(int(value), signal.SIGKILL)
            started = True
        else:
            shown.append(int(word))
    raise AssertionError(f"the saver itself died; started: {started}")


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork to kill often enough")
def test_killing_a_program_at_random_moments_loses_nothing_that_was_shown_as_saved(
    home: Path,
) -> None:
    a_library(home).close()
    moments = random.Random(2021)  # noqa: S311 (moments, not secrets)
    last = interrupted = 0
    with subprocess.Popen(
        [*SAVER, str(home)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    ) as saver:
        for _ in range(KILLS):
            shown = live_and_die(saver, moments.uniform(0, LONGEST))
            last = max([last, *shown])
            interrupted += any(is_temporary(path.name) for path in home.rglob(".*"))
            assert verify(home) == []
            with Store.open(home, write=True) as store:
                record = next(r for r in store.articles() if r.title == TITLE)
                found = store.annotations(record.id)
                assert int(found.note or 0) >= last
                assert {m.source.entity for m in found.marks} <= store.entities().keys()
        assert saver.stdin is not None
        saver.stdin.close()
    assert last >= KILLS // 10, "hardly anything was saved"
    assert interrupted, "no save was ever interrupted"
    assert not any(is_temporary(path.name) for path in home.rglob(".*"))
