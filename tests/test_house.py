"""The house rules that no other tool keeps."""

from __future__ import annotations

import ast
import pkgutil
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "reader").rglob("*.py"))
MOST_LINES = 400

IMPORT_WITHOUT_QT = """
import importlib, sys
sys.modules["PySide6"] = sys.modules["shiboken6"] = None
for name in sys.argv[1:]:
    importlib.import_module(name)
"""


def below_the_window() -> list[str]:
    """Every module that the contract on Qt names or holds."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    contracts = project["tool"]["importlinter"]["contracts"]
    named = next(
        c["source_modules"] for c in contracts if "PySide6" in c.get("forbidden_modules", ())
    )
    folders = [(name, ROOT.joinpath(*name.split("."))) for name in named]
    inside = [
        module.name
        for name, folder in folders
        for module in pkgutil.walk_packages([str(folder)], f"{name}.")
    ]
    return [*named, *inside]


def test_everything_below_the_window_imports_without_qt():
    command = [sys.executable, "-c", IMPORT_WITHOUT_QT, *below_the_window()]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_says_what_it_is_and_stays_short(path):
    source = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(source))
    assert source.count("\n") <= MOST_LINES


def test_the_setup_needs_the_standard_library_alone():
    source = (ROOT / "dev.py").read_text(encoding="utf-8")
    imported = set(re.findall(r"^\s*(?:import|from) (\w+)", source, re.MULTILINE))
    assert imported <= sys.stdlib_module_names
