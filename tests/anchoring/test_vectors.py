"""The vectors that `docs/anchoring.md` offers to other programs hold for this one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.anchoring import Level, Why, align, reattach

DOCS = Path(__file__).parents[2] / "docs"
VECTORS = json.loads((DOCS / "anchoring-vectors.json").read_text("utf-8"))


def _each(kind: str):
    return pytest.mark.parametrize("vector", VECTORS[kind], ids=lambda vector: vector["name"])


@_each("spans")
def test_offsets_are_code_points(vector):
    text, (start, end) = vector["text"], vector["span"]

    assert text[start:end] == vector["exact"]
    for encoding, unit, key in (("utf-16-le", 2, "utf16"), ("utf-8", 1, "utf8")):
        counted = [len(text[:at].encode(encoding)) // unit for at in (start, end)]
        assert counted == vector[key]


@_each("same_words")
def test_another_format_is_the_same_words(vector):
    old, new = vector["old"], vector["new"]

    assert align(old, new).is_same_words
    assert reattach(old, new, [(0, len(old))])[0].level is Level.EXACT


@_each("other_words")
def test_other_words_are_never_taken_for_the_same(vector):
    old, new = vector["old"], vector["new"]

    assert not reattach(old, new, [(0, len(old))])[0].level.is_automatic


@_each("reattach")
def test_marks_are_found_again(vector):
    (placement,) = reattach(vector["old"], vector["new"], [tuple(vector["span"])])

    assert placement.level == vector["level"]
    assert placement.span == (tuple(vector["at"]) if vector["at"] else None)
    assert [str(change) for change in placement.changes] == vector.get("changes", [])


@pytest.mark.parametrize("code", [*Why, *Level])
def test_every_code_is_explained(code):
    assert f"| `{code}` |" in (DOCS / "anchoring.md").read_text("utf-8")
