"""A comparison of two saved versions as a file of its own: text, HTML, Markdown, JSON."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Any, Final, Literal

from pydantic import Field

from reader import __version__
from reader.export import html, markdown
from reader.export.differences import MOMENT, difference_parts
from reader.export.elements import el
from reader.export.facing import gap, marked, notation, note, touched
from reader.export.outline import Bullets, Facing, Heading, Line, Paragraph, Part, Table
from reader.model.base import Value
from reader.model.comparison import Comparison, Row
from reader.model.explained import explained
from reader.model.summary import Language
from reader.text.bidi import first_strong, isolate
from reader.wording import isolated, say, sentence

Shown = Collection[int] | None


class Export(Value):
    """The JSON file."""

    schema_: Literal[1] = Field(default=1, alias="schema")
    generator: str
    language: Language
    """Of `sentence`."""
    sentence: str
    """The differences in words."""
    comparison: Comparison


def render_comparison(
    comparison: Comparison,
    form: str,
    language: Language,
    *,
    shown: Collection[int] | None = None,
) -> bytes:
    """A comparison in a format of `COMPARISON_FORMATS`, by name.

    Args:
        comparison: what to write.
        form: the format.
        language: of the wording; the versions' own words stay as they are.
        shown: the indices of the rows to show; None: those that changed. JSON has them all.

    Raises:
        KeyError: there is no such format.
    """
    return COMPARISON_FORMATS[form](comparison, language, shown)


def _json(comparison: Comparison, language: Language, _: Shown) -> bytes:
    export = Export(
        generator=f"Isnad {__version__}",
        language=language,
        sentence=sentence(comparison.summary, language, closing=comparison.notice),
        comparison=comparison,
    )
    return export.model_dump_json(indent=2).encode() + b"\n"


def schema() -> dict[str, Any]:
    """The JSON Schema of a comparison's JSON."""
    return explained(Export.model_json_schema(mode="serialization"))


def _html(comparison: Comparison, language: Language, shown: Shown) -> bytes:
    found = difference_parts(comparison, language, shown=shown)
    body = el("main", el("section", *html.parts(found, language), class_="comparison"))
    title = comparison.new.title or comparison.old.title
    return html.page(title, body, language, ("summary.css", "comparison.css"))


def _markdown(comparison: Comparison, language: Language, shown: Shown) -> bytes:
    both = {"older": comparison.old, "newer": comparison.new}
    front: dict[str, str | int] = {"title": say("compare_heading", language)}
    for name, head in both.items():
        front[name] = head.title
        front[f"{name}_saved"] = head.saved_at.strftime(MOMENT) if head.saved_at else ""
        front[f"{name}_url"] = head.url
        front[f"{name}_version"] = head.version
    front |= {"lang": language, "dir": "rtl" if language == "ar" else "ltr"}
    parts = difference_parts(comparison, language, shown=shown)
    return "\n\n".join(markdown.document(parts, front, language)).encode() + b"\n"


# Text


def _text(comparison: Comparison, language: Language, shown: Shown) -> bytes:
    parts = difference_parts(comparison, language, shown=shown)
    lines = (line for part in parts for line in (*_lines(part, language), ""))
    return ("\n".join(_directed(line, language) for line in lines).rstrip("\n") + "\n").encode()


def _lines(part: Part, language: Language) -> Iterator[str]:
    match part:
        case Heading(_, line) | Paragraph(line):
            yield _flat(line, language)
        case Bullets(found):
            yield from (f"• {_flat(line, language)}" for line in found)
        case Table(headers, rows):
            for column, header in enumerate(headers[1:], 1):
                yield f"{header}:"
                for row in rows:
                    name, value = row.cells[0][0], row.cells[column][0]
                    yield f"  {_flat(name, language)}: {_flat(value, language)}"
        case Facing():
            yield from _facing(part, language)
        case _:
            raise TypeError(part)


def _facing(part: Facing, language: Language) -> Iterator[str]:
    if legend := notation(part, language):
        yield legend
    for row in part.rows:
        yield ""
        if isinstance(row, Row):
            yield from _row(row, language)
        else:
            yield f"  ({gap(row, language)})"


def _row(row: Row, language: Language) -> Iterator[str]:
    """The older words behind a minus, the newer ones behind a plus; what stayed behind neither."""
    if not row.changes:
        yield from (f"  {isolate(_line(p.text))}" for p in row.new)
        return
    for sign, side in (("−", "old"), ("+", "new")):
        yield from (f"{sign} {isolate(_line(marked(p, side)))}" for p in getattr(row, side))
    if not (row.old and row.new):
        yield f"  {note(row, language)}"
    yield from (f"  {line}" for line in touched(row, language))


def _flat(line: Line, language: Language) -> str:
    return "".join(isolated(_line(r.text), language) if r.foreign else r.text for r in line)


def _line(text: str) -> str:
    return " ".join(text.split())


def _directed(line: str, language: Language) -> str:
    """A line that a terminal sets from the side of the language."""
    wanted, mark = ("rtl", "\u200f") if language == "ar" else ("ltr", "\u200e")
    return mark + line if line and first_strong(line) != wanted else line


COMPARISON_FORMATS: Final[dict[str, Callable[[Comparison, Language, Shown], bytes]]] = {
    "text": _text,
    "html": _html,
    "md": _markdown,
    "json": _json,
}
"""Name -> renderer."""
