"""Writes the JSON Schemas of the library's files: `python -m reader.store.schemas [--check]`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from reader.model.explained import explained
from reader.resource import resource
from reader.store.formats import FORMATS, Format

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_text(kind: Format) -> str:
    """The JSON Schema of one kind of file, the same bytes every time."""
    schema = {"$schema": _DIALECT, **explained(kind.model.model_json_schema())}
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def schemas() -> dict[str, str]:
    """File name -> JSON Schema."""
    return {f"{kind.name}.schema.json": schema_text(kind) for kind in FORMATS}


def stale(folder: Path) -> list[str]:
    """The names of files in `folder` that are missing, old or no longer wanted."""
    wanted = schemas()
    found = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.json")}
    return sorted(name for name in wanted | found if wanted.get(name) != found.get(name))


def write(folder: Path) -> None:
    """Make `folder` hold exactly the schemas."""
    folder.mkdir(exist_ok=True)
    wanted = schemas()
    for name in stale(folder):
        if name in wanted:
            (folder / name).write_text(wanted[name], encoding="utf-8", newline="\n")
        else:
            (folder / name).unlink()


def main(arguments: Sequence[str] | None = None) -> int:
    """0, or 1 where `--check` finds that a schema is not the model's."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, say what is stale")
    options = parser.parse_args(arguments)
    folder = resource() / "schema"
    if not options.check:
        write(folder)
        return 0
    for name in stale(folder):
        sys.stdout.write(f"stale: {folder / name}\n")
    return 1 if stale(folder) else 0


if __name__ == "__main__":
    sys.exit(main())
