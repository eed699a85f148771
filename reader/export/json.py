"""JSON: the summary as it is, its sentences and questions in words, and a schema number.

Offsets are code points of `summary.text.text`, half-open. `schema()` is the JSON Schema.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from reader import __version__
from reader.model.base import Value
from reader.model.explained import explained
from reader.model.summary import Summary
from reader.wording import words


class Export(Value):
    """The file."""

    schema_: Literal[1] = Field(default=1, alias="schema")
    generator: str
    sentences: tuple[str, ...]
    """The profile in words, in the summary's language."""
    questions: tuple[str, ...]
    """The open questions in words, in the order of `summary.questions`."""
    summary: Summary


def render(summary: Summary) -> bytes:
    """The summary as UTF-8 JSON, indented, ending with a newline."""
    export = Export(
        generator=f"Isnad {__version__}",
        sentences=tuple(words(m, summary.language) for m in summary.sentences),
        questions=tuple(words(q.message, summary.language) for q in summary.questions),
        summary=summary,
    )
    return export.model_dump_json(indent=2).encode() + b"\n"


def schema() -> dict[str, Any]:
    """The JSON Schema of what `render` gives."""
    return explained(Export.model_json_schema(mode="serialization"))
