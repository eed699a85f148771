"""The codes that the program can bring up, found in its source.

A code is a string literal in a place where only codes stand (`Message(code=…)`, the first argument
of an error, of `say` or of `phrase`), or one of a family that is told by its prefix. Codes put
together from a prefix and a slug appear as that prefix.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

READER = Path(__file__).parents[2] / "reader"
CALLS = {"Message", "say", "phrase"}
FAMILIES = re.compile(
    "^(?!store_true$)(?:a|chain|change|char|compare|encoding|enum|figure|format|mhtml|note|profile|question|removed|report"
    "|step|store|verify|webarchive|worker)_[a-z0-9_]*[a-z0-9]$"
)


@cache
def trees() -> tuple[tuple[Path, ast.Module], ...]:
    return tuple(
        (path, ast.parse(path.read_text("utf-8"))) for path in sorted(READER.rglob("*.py"))
    )


def codes() -> dict[str, str]:
    """Every code, with a file that it stands in."""
    errors = _error_names()
    found: dict[str, str] = {}
    for path, tree in trees():
        below_window = "gui" not in path.parts
        for node in ast.walk(tree):
            for code in _codes(node, errors, families=below_window):
                found[code] = path.name
    return found


def calls() -> Iterator[tuple[str, set[str]]]:
    """Codes that are brought up with their parameters in plain sight, and the names of those."""
    errors = {e for e in _error_names() if not _has_own_init(e)}
    for _, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                name, keywords = node.func.id, {k.arg: k.value for k in node.keywords}
                if None in keywords:
                    continue
                if name == "Message" and isinstance(keywords.get("params"), ast.Dict):
                    yield from _with(keywords["code"], _keys(keywords["params"]))
                elif name in {"say", "phrase"} | errors and node.args:
                    yield from _with(node.args[0], {str(k) for k in keywords})


def _with(code: ast.expr, given: set[str]) -> Iterator[tuple[str, set[str]]]:
    if isinstance(code, ast.Constant):
        yield str(code.value), given


def _keys(params: ast.expr) -> set[str]:
    assert isinstance(params, ast.Dict)
    return {str(key.value) for key in params.keys if isinstance(key, ast.Constant)}


def _has_own_init(name: str) -> bool:
    """Whether an error, or one above it but `ReaderError`, gives parameters of its own."""
    node = _classes()[name]
    own = any(isinstance(f, ast.FunctionDef) and f.name == "__init__" for f in node.body)
    above = _bases(node) & _classes().keys()
    return name != "ReaderError" and (own or any(map(_has_own_init, above)))


@cache
def _classes() -> dict[str, ast.ClassDef]:
    return {
        node.name: node
        for _, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }


def _bases(node: ast.ClassDef) -> set[str]:
    return {base.id for base in node.bases if isinstance(base, ast.Name)}


def prefixes() -> set[str]:
    """The beginnings of codes that are put together where they are used."""
    return {
        node.values[0].value
        for path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        and "gui" not in path.parts
        and len(node.values) == 2
        and isinstance(node.values[0], ast.Constant)
        and re.fullmatch(r"[a-z]+[a-z_]*[_.]", str(node.values[0].value))
    }


def literals() -> set[str]:
    """Every string of the source."""
    return {
        node.value
        for _, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def _error_names() -> set[str]:
    """The classes under `ReaderError`, and it."""
    found = {"ReaderError"}
    while more := {n for n, node in _classes().items() if _bases(node) & found} - found:
        found |= more
    return found


def _codes(node: ast.AST, errors: set[str], *, families: bool) -> Iterator[str]:
    if isinstance(node, ast.Call):
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name in CALLS or name in errors:
            given = [*node.args[:1], *(k.value for k in node.keywords if k.arg == "code")]
            yield from _strings(given)
    elif families and isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield from FAMILIES.findall(node.value)


def _strings(nodes: list[ast.expr]) -> Iterator[str]:
    for node in nodes:
        for inner in ast.walk(node):
            if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
                yield from re.findall(r"^[a-z][a-z0-9_.]+[a-z0-9]$", inner.value)
