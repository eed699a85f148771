"""Pure renderers: a `Summary` in, bytes out, one module for each format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reader.export import html, json, markdown
from reader.export.annex import annex
from reader.export.citation import Origin, cited
from reader.export.clipboard import clipboard
from reader.export.names import file_name
from reader.export.outline import Part
from reader.export.report import first_page
from reader.model.summary import Summary

__all__ = ["FORMATS", "Format", "Origin", "cited", "clipboard", "file_name", "parts", "render"]


@dataclass(frozen=True)
class Format:
    """A format of exports."""

    render: Callable[[Summary], bytes]
    extension: str
    """Without its dot."""
    media_type: str


FORMATS = {
    "md": Format(markdown.render, "md", "text/markdown; charset=utf-8"),
    "html": Format(html.render, "html", "text/html; charset=utf-8"),
    "json": Format(json.render, "json", "application/json"),
}


def parts(summary: Summary) -> tuple[Part, ...]:
    """The report as parts, in reading order and without the full text: for a preview."""
    return (*first_page(summary), *annex(summary))


def render(summary: Summary, format: str) -> bytes:  # noqa: A002 - the word for it
    """The summary in a format of `FORMATS`, by name.

    Raises:
        KeyError: there is no such format.
    """
    return FORMATS[format].render(summary)
