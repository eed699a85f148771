"""Writes the golden files anew: `python -m tests.export.regenerate`. Read the difference before
you commit it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reader import __version__
from reader.export import clipboard, render
from tests.support.summaries import bare_summary, rich_summary, seed_summary

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


def _unversioned(data: bytes) -> bytes:
    return data.replace(f"Isnad {__version__}".encode(), b"Isnad VERSION")


def main() -> None:
    GOLDEN.mkdir(exist_ok=True)
    for name, content in exports():
        (GOLDEN / name).write_bytes(content)


if __name__ == "__main__":
    main()
