from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from reader.resource import resource
from reader.store import Store
from reader.store.backups import DAYS, EVERY, RECENT
from reader.store.formats import MAX_CONTENT, MAX_DOCUMENT, MAX_TEXT

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")

SCHEMAS = sorted(path.name for path in resource("schema").iterdir())


def words_of(schema: dict[str, object]) -> set[str]:
    """The names of fields, and the values of closed lists, in a JSON Schema."""
    parts = [schema, *schema.get("$defs", {}).values()]  # type: ignore[attr-defined]
    return {word for part in parts for key in ("properties", "enum") for word in part.get(key, ())}


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_field_and_value_of_a_file_is_on_the_page(name: str) -> None:
    schema = json.loads(resource("schema", name).read_text(encoding="utf-8"))
    assert f"../resources/schema/{name}" in PAGE
    missing = {word for word in words_of(schema) if f"`{word}`" not in PAGE}
    assert missing == set()


def test_the_links_of_the_page_lead_somewhere() -> None:
    for link in re.findall(r"\]\((\.\./[^)]+)\)", PAGE):
        assert (ROOT / "docs" / link).exists(), link


def test_the_numbers_on_the_page_are_those_of_the_program() -> None:
    assert f"at most {MAX_DOCUMENT:,} bytes" in PAGE
    assert MAX_TEXT == MAX_CONTENT
    assert f"{MAX_TEXT:,}" in PAGE
    assert (EVERY.total_seconds(), RECENT, DAYS) == (600, 5, 14)
    assert "once in ten minutes: the newest five" in PAGE
    assert "for fourteen days" in PAGE


def test_the_example_on_the_page_runs(store: Store) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    done = subprocess.run(
        [sys.executable, "-I", "-X", "utf8", "-c", example, str(store.home)],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert done.stdout == "عنوان الخبر\n  source\tمصدر أمني\tوزارة الداخلية\n"
