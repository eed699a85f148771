"""The first page for the clipboard: rich text for mail, plain text for chat.

Mail programs drop style sheets, so every element carries its own style. In plain text a line
whose first letter is of the other direction begins with a mark of its own; foreign words are
isolated only where they could reorder the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from reader.export.elements import el, markup
from reader.export.html import parts
from reader.export.outline import Bullets, Facing, Facts, Heading, Line, Paragraph, Part, Row, Table
from reader.export.report import first_page
from reader.model.summary import Language, Summary
from reader.text.bidi import first_strong
from reader.wording import isolated

_STYLES = {
    "h1": "font-size: 1.3em; margin: 0 0 .4em",
    "h2": "font-size: 1.1em; margin: 1em 0 .3em",
    "dl": "margin: 0",
    "dt": "display: inline; font-weight: bold",
    "dd": "display: inline; margin: 0 .5em",
    "table": "border-collapse: collapse",
    "th": "border: 1px solid #999; padding: .3em .5em; text-align: start",
    "td": "border: 1px solid #999; padding: .3em .5em; vertical-align: top",
}
_MARKS: dict[Language, tuple[str, str]] = {"ar": ("rtl", "\u200f"), "en": ("ltr", "\u200e")}


def clipboard(summary: Summary) -> tuple[str, str]:
    """The first page as an HTML fragment and as plain text."""
    found = first_page(summary)
    direction, _ = _MARKS[summary.language]
    fragment = el("div", *parts(found, summary.language), lang=summary.language, dir=direction)
    for element in fragment.iter():
        _restyle(element)
    return markup(fragment), "\n".join(_plain(found, summary.language)).strip() + "\n"


def _restyle(element: etree._Element) -> None:
    """Styles in place of what only the page has: its style sheet and its own anchors."""
    for name in ("id", "class"):
        element.attrib.pop(name, "")
    if element.get("href", "").startswith("#"):
        element.attrib.clear()
        element.tag = "span"
    if element.tag in _STYLES:
        element.set("style", _STYLES[str(element.tag)])


def _plain(found: tuple[Part, ...], language: Language) -> Iterator[str]:
    for part in found:
        for line in _lines(part, language):
            yield _directed(line, language)


def _lines(part: Part, language: Language) -> Iterator[str]:
    match part:
        case Heading(level, line):
            yield from ["", _text(line, language)] if level > 1 else [_text(line, language)]
        case Paragraph(line):
            yield _text(line, language)
        case Bullets(lines):
            yield from (f"• {_text(line, language)}" for line in lines)
        case Facts(rows):
            yield from (f"{name}: {_text(line, language)}" for name, line in rows)
        case Table(headers, rows):
            for row in rows:
                yield from _row(headers, row, language)
        case Facing():
            pass  # no part of a first page


def _row(headers: tuple[str, ...], row: Row, language: Language) -> Iterator[str]:
    """A claim as some lines: its number and words, then its other cells by name."""
    number, words, *rest = (
        " — ".join(_text(line, language) for line in cell) for cell in row.cells
    )
    yield f"{number}. {words}"
    yield from (f"– {h}: {t}" for h, t in zip(headers[2:], rest, strict=True) if t != "—")


def _text(line: Line, language: Language) -> str:
    """A line as one line of text."""
    return "".join(
        isolated(" ".join(run.text.split()), language) if run.foreign else run.text for run in line
    )


def _directed(line: str, language: Language) -> str:
    direction, mark = _MARKS[language]
    return mark + line if line and first_strong(line) != direction else line
