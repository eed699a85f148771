"""Writes the golden files anew: `python -m tests.export.regenerate`. Read the difference before
you commit it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from reader import __version__
from reader.export import clipboard, render
from reader.export.comparison import COMPARISON_FORMATS, render_comparison
from reader.model.summary import Language
from reader.session.comparing import Version, compare
from tests.support.second_version import two_versions
from tests.support.summaries import bare_summary, compared_summary, rich_summary, seed_summary

GOLDEN = Path(__file__).parent / "golden"


def exports() -> Iterator[tuple[str, bytes]]:
    """The name and the content of every golden file, the program's version left out."""
    summaries = {
        "seed_ar": seed_summary("ar"),
        "rich_ar": rich_summary("ar"),
        "rich_en": rich_summary("en"),
        "bare_en": bare_summary("en"),
    }
    for name, summary in summaries.items():
        for form in ("md", "html", "json"):
            yield f"{name}.{form}", _unversioned(render(summary, form))
        html, plain = clipboard(summary)
        yield f"{name}.clipboard.html", html.encode() + b"\n"
        yield f"{name}.clipboard.txt", plain.encode()
    for form in ("md", "html", "json"):
        yield f"compared_ar.{form}", _unversioned(render(compared_summary("ar"), form))
    yield from differences()


def differences() -> Iterator[tuple[str, bytes]]:
    """The sample compared with its second version, in every format."""
    comparison = compare(*(Version(article=article) for article in two_versions()))
    for language in get_args(Language):
        for form in COMPARISON_FORMATS:
            extension = "txt" if form == "text" else form
            data = render_comparison(comparison, form, language)
            yield f"differences_{language}.{extension}", _unversioned(data)


def _unversioned(data: bytes) -> bytes:
    return data.replace(f"Isnad {__version__}".encode(), b"Isnad VERSION")


def main() -> None:
    GOLDEN.mkdir(exist_ok=True)
    for name, content in exports():
        (GOLDEN / name).write_bytes(content)


if __name__ == "__main__":
    main()
