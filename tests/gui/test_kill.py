"""A window that is killed while somebody types: what it showed as saved is there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from reader.store import Store, verify
from tests.support.libraries import a_library

TIMES = (2, 5)
TYPIST = [sys.executable, "-m", "tests.support.typist"]


def shown_until_killed(home: Path, times: int) -> list[tuple[str, bool]]:
    """Let somebody type until this often all was called saved, and kill.

    Returns:
        Each note that was seen while it was called saved, and whether the disk held it then.
    """
    with subprocess.Popen(
        [*TYPIST, str(home)],
        stdout=subprocess.PIPE,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).parents[2],
    ) as typist:
        assert typist.stdout is not None
        lines = [typist.stdout.readline() for _ in range(times)]
        typist.kill()
        lines += typist.stdout.readlines()
    said = [line.decode().split() for line in lines if line.endswith(b"\n")]
    assert len(said) >= times, "the typist itself died"
    return [(bytes.fromhex(note.strip("-")).decode(), kept == "True") for note, kept in said]


def test_a_window_killed_while_somebody_types_had_shown_nothing_as_saved_that_was_not(
    home: Path,
) -> None:
    a_library(home).close()
    for times in TIMES:
        shown = shown_until_killed(home, times)
        assert [note for note, kept in shown if not kept] == []
        last, _ = shown[-1]
        assert last, "nothing that was typed was ever called saved"
        assert verify(home) == []
        with Store.open(home, write=False) as store:
            marks = store.annotations(store.articles()[0].id).marks
        # What came after it was shown may be there too.
        assert any((mark.note or "").startswith(last) for mark in marks)
