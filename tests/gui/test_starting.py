"""What the start leaves for later: each of these would delay the first sight of an article."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.store import open_library
from tests.support.libraries import a_page


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The modules that are there when the window is furnished, and nothing was done in it yet."""
    program = (
        "import os, sys, reader.app\n"
        "def tell():\n"
        "    print(*sys.modules, flush=True)\n"
        "    os._exit(0)\n"
        "reader.app._collect_from_now_on = tell\n"
        "reader.app.run()"
    )
    home = tmp_path_factory.mktemp("home")
    article, data = a_page()
    with open_library(home) as store:
        store.add(article, data)
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        check=True,
        env={**os.environ, "ISNAD_HOME": str(home)},
        text=True,
    )
    return done.stdout.split()


@pytest.mark.parametrize(
    "later",
    [
        *("trafilatura", "readability", "lxml", "charset_normalizer"),  # a worker's
        *("rapidfuzz", "asyncio", "multiprocessing", "http", "xml", "sqlite3"),
        *("reader.ingest.loading", "reader.ingest.tree"),
        *("PySide6.QtPrintSupport", "PySide6.QtNetwork", "PySide6.QtTest"),
        *("reader.export.html", "reader.export.markdown", "reader.model.explained"),
        *("jsonschema", "babel", "hypothesis", "pytest"),
    ],
)
def test_the_window_starts_without(loaded: list[str], later: str) -> None:
    assert later not in loaded


def test_that_window_is_the_whole_one(loaded: list[str]) -> None:
    assert {"reader.session.library", "reader.gui.panels.inspector", "pydantic"} <= set(loaded)


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
