"""What the start leaves for later: each of these would delay the first sight of an article."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def loaded() -> list[str]:
    """The modules that are there before the window is made."""
    command = [sys.executable, "-c", "import sys, reader.app; print(*sys.modules)"]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout.split()


@pytest.mark.parametrize(
    "later",
    [
        *("trafilatura", "readability", "lxml", "charset_normalizer"),  # a worker's
        *("reader.ingest.loading", "reader.ingest.tree"),
        *("PySide6.QtPrintSupport", "PySide6.QtNetwork", "PySide6.QtTest"),
        *("reader.export.html", "reader.export.markdown", "reader.model.explained"),
        *("jsonschema", "babel", "hypothesis", "pytest"),
    ],
)
def test_the_window_starts_without(loaded: list[str], later: str) -> None:
    assert later not in loaded


def test_no_dialog_is_loaded_before_it_is_asked_for(loaded: list[str]) -> None:
    assert [name for name in loaded if name.endswith(("_dialog", "_sheet", "_preview"))] == []


def test_the_log_is_not_filled_with_scripts_that_no_font_is_there_for(tmp_path: Path) -> None:
    program = (
        "import logging, pathlib, sys; from reader.app import _hush, _logged\n"
        "from PySide6.QtCore import QLoggingCategory, qCWarning\n"
        "_hush()\nwith _logged(pathlib.Path(sys.argv[1])):\n"
        "    for name in ('qt.text.font.db', 'qt.text.other'):\n"
        "        qCWarning(QLoggingCategory(name), name)\n"
    )
    subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=True)
    log = (tmp_path / "isnad.log").read_text("utf-8")
    assert "qt.text.other" in log
    assert "qt.text.font.db" not in log
