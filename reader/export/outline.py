"""What a report is made of, before it has a format: a few kinds of parts, made of runs.

A run is ours or foreign (the page's words, or a person's); a renderer escapes every run and keeps
foreign ones from reordering what stands around them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reader.model.comparison import Row as Compared
from reader.model.errors import Message
from reader.model.summary import Language
from reader.wording import pieces, say


@dataclass(frozen=True)
class Run:
    """Some words of a line."""

    text: str
    foreign: bool = False
    href: str = ""
    """An http or https address, or `#id` of another part; else empty."""


Line = tuple[Run, ...]


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is the title of the report."""

    level: int
    line: Line


@dataclass(frozen=True)
class Paragraph:
    """Some lines that belong together."""

    line: Line


@dataclass(frozen=True)
class Bullets:
    """A list."""

    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Facts:
    """Names and values."""

    rows: tuple[tuple[str, Line], ...]


@dataclass(frozen=True)
class Row:
    """A row of a table: each cell holds lines."""

    cells: tuple[tuple[Line, ...], ...]
    id: str = ""


@dataclass(frozen=True)
class Table:
    """A table; its first column numbers the rows when its header is empty."""

    headers: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Gap:
    """Rows that are left out of a comparison."""

    rows: int
    changed: bool
    """Whether any of them differs."""


@dataclass(frozen=True)
class Facing:
    """Paragraphs of two versions beside one another."""

    headers: tuple[str, str]
    rows: tuple[Compared | Gap, ...]


Part = Heading | Paragraph | Bullets | Facts | Table | Facing


def worded(message: Message, language: Language) -> Line:
    """A message as a line, its parameters foreign where they are strings."""
    return tuple(Run(p.text, p.foreign) for p in pieces(message, language) if p.text)


def phrase(code: str, language: Language, **params: str | int) -> Line:
    """`worded` of a code with parameters."""
    return worded(Message(code=code, params=params), language)


def ours(text: str) -> Line:
    return (Run(text),) if text else ()


def quoted(text: str) -> Line:
    """Words of the page or of a person."""
    return (Run(text, foreign=True),) if text else ()


def quotation(text: str, language: Language) -> Line:
    """Words of the page or of a person, in the quotation marks of the report's language."""
    return phrase("quotation", language, words=text)


def link(url: str) -> Line:
    """An address that can be followed if it is of the web, else as words."""
    return (Run(url, foreign=True, href=url if is_web(url) else ""),) if url else ()


def is_web(url: str) -> bool:
    """Whether an address may be offered to follow."""
    return url.lower().startswith(("http://", "https://"))


def joined(lines: Iterable[Line], separator: str) -> Line:
    """Lines in one, empty ones left out."""
    result: list[Run] = []
    for line in filter(None, lines):
        result += [Run(separator), *line] if result else line
    return tuple(result)


def numbers(prefix: str, found: Iterable[int], language: Language) -> Line:
    """Numbers of claims or sources, each leading to its row: `prefix` is that of the row's id."""
    runs = ((Run(str(n), href=f"#{prefix}-{n}"),) for n in found)
    return joined(runs, say("list_separator", language))
