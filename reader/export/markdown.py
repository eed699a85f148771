"""Markdown (CommonMark with tables) with YAML front matter.

Every foreign word is escaped, so that a title can carry neither markup nor HTML. The only HTML is
ours: `<br>` in cells, and a `<div dir>` round the whole, without which many viewers set a
right-to-left table from the left. Marks are footnotes of the text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import quote

from reader import __version__
from reader.export.annex import annex, mark_lines
from reader.export.differences import difference_parts
from reader.export.facing import cells_of, notation
from reader.export.fulltext import (
    LINE_BREAK,
    Node,
    Placed,
    Reference,
    Words,
    Wrapped,
    grid,
    groups,
    nodes,
)
from reader.export.outline import (
    Bullets,
    Facing,
    Facts,
    Heading,
    Line,
    Paragraph,
    Part,
    Run,
    Table,
    is_web,
    joined,
    quotation,
)
from reader.export.report import DOT, first_page, section
from reader.model.article import BlockKind, InlineKind
from reader.model.summary import FullText, Language, MarkRow, Summary, TextBlock
from reader.wording import isolated

_MARKUP = re.compile(r"([\\`*_{}\[\]<>|~&$#=]|%(?=%))")
_STARTS_BLOCK = re.compile(r"(\d{0,9})(?:(?<!\d)(?=[-+:])|(?<=\d)(?=[.)]))")
_BREAKS = re.compile(rf"[\n\r{LINE_BREAK}\u2029]+")
_UNPRINTABLE = re.compile(
    "[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff"
    "\U000e0000-\U000e007f]"
)
_EMPHASIS = {InlineKind.BOLD: "**", InlineKind.ITALIC: "*"}


def render(summary: Summary) -> bytes:
    """The summary as UTF-8 Markdown."""
    return "\n\n".join(_Writer(summary).document()).encode() + b"\n"


def document(
    parts: Iterable[Part], front: Mapping[str, str | int], language: Language
) -> Iterator[str]:
    """Front matter and parts, as blocks between any two of which stands an empty line."""
    direction = "rtl" if language == "ar" else "ltr"
    yield _front_matter(front)
    yield f'<div dir="{direction}">'
    yield from map(_Parts(language).part, parts)
    yield "</div>"


class _Parts:
    """Parts of a report as blocks of Markdown."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def part(self, part: Part) -> str:
        match part:
            case Heading(level, line):
                return f"{'#' * level} {self._flat(line)}"
            case Paragraph(line):
                return _lines(self._line(line))
            case Bullets(lines):
                return "\n".join(f"- {_opened(self._flat(line))}" for line in lines)
            case Facts(rows):
                return "\n".join(f"- **{escape(name)}:** {self._flat(line)}" for name, line in rows)
            case Table(headers, rows):
                cells = [["<br>".join(map(self._flat, c)) for c in row.cells] for row in rows]
                return _table([list(map(escape, headers)), *cells])
            case Facing():
                return self._facing(part)

    def _facing(self, part: Facing) -> str:
        legend = escape(notation(part, self._language))
        columns = [list(map(escape, part.headers))]
        for row in part.rows:
            cells = cells_of(row, self._language)
            columns.append(["<br>".join(_BREAKS.sub("<br>", escape(t)) for t in c) for c in cells])
        return f"{legend}\n\n{_table(columns)}" if legend else _table(columns)

    def _line(self, line: Line) -> str:
        return "".join(map(self._run, line))

    def _flat(self, line: Line) -> str:
        return _BREAKS.sub("<br>", self._line(line))

    def _run(self, run: Run) -> str:
        text = escape(run.text)
        if run.foreign:
            text = isolated(text, self._language)
        return f"[{text}]({_target(run.href)})" if is_web(run.href) else text


class _Writer(_Parts):
    """A summary as blocks of Markdown."""

    def __init__(self, summary: Summary) -> None:
        super().__init__(summary.language)
        self._summary = summary
        self._depth = 0

    def document(self) -> Iterator[str]:
        summary, language = self._summary, self._language
        parts = [*first_page(summary), *annex(summary)]
        if summary.comparison:
            parts += difference_parts(summary.comparison, language, level=2)
        yield from document(parts, _front(summary), language)
        if summary.text:
            yield from self._appendix(summary.text)

    def _appendix(self, full: FullText) -> Iterator[str]:
        marks = [m for m in self._summary.marks if m.start is not None]
        placed = Placed(marks)
        yield self.part(section("report_text", self._summary.language))
        yield f'<div dir="{self._summary.head.dir}">'
        for group in groups(full.blocks):
            yield self._group(
                group, [self._woven(nodes(full.text, b, placed.near(b)), full.text) for b in group]
            )
        yield "</div>"
        yield from map(self._footnote, marks)

    def _woven(self, found: Sequence[Node], text: str) -> str:
        return "".join(self._node(node, text) for node in found)

    def _node(self, node: Node, text: str) -> str:
        match node:
            case Words(words):
                return escape(words)
            case Reference(mark):
                return f"[^m{mark.number}]"
            case Wrapped(run, inside):
                written = self._woven(inside, text)
                if run.kind is InlineKind.LINK and is_web(run.href or ""):
                    return f"[{written}]({_target(run.href or '')})"
                sign = _EMPHASIS.get(run.kind, "") if _flanks(text, run.start, run.end) else ""
                return f"{sign}{written}{sign}"

    def _group(self, group: Sequence[TextBlock], written: Sequence[str]) -> str:
        block, flat = group[0], [_BREAKS.sub("<br>", w) for w in written]
        depth, self._depth = self._depth, 0
        match block.kind:
            case BlockKind.CELL if block.cell:
                return _table(_cells(group, flat))
            case BlockKind.LIST_ITEM:
                # Deeper by one at most: four spaces more would begin a block of code.
                self._depth = min(block.level or 1, depth + 1)
                return "\n".join(map(self._item, group, flat))
            case BlockKind.RULE:
                return "---"
            case BlockKind.TITLE:
                return f"### {flat[0]}"
            case BlockKind.HEADING:
                return f"{'#' * min(6, 2 + max(block.level, 2))} {flat[0]}"
            case BlockKind.QUOTE:
                return f"> {_lines(written[0])}".replace("\n", "\n> ")
            case _:
                return _lines(written[0])

    def _item(self, block: TextBlock, text: str) -> str:
        bullet = "-" if block.ordinal is None else f"{block.ordinal % 10**9}."
        return f"{'    ' * (self._depth - 1)}{bullet} {_opened(text)}"

    def _footnote(self, mark: MarkRow) -> str:
        words = quotation(mark.words, self._summary.language)
        line = joined([*mark_lines(mark, self._summary), words], DOT)
        return f"[^m{mark.number}]: {self._flat(line)}"


def escape(text: str) -> str:
    """Text without any markup, to stand anywhere but at the beginning of a line."""
    return _MARKUP.sub(r"\\\1", text)


def _opened(line: str) -> str:
    """An escaped line that begins neither a list nor a block of code."""
    line = line.lstrip(" \t")
    found = _STARTS_BLOCK.match(line)
    return f"{found[1]}\\{line[found.end() :]}" if found else line


def _lines(text: str) -> str:
    return "\\\n".join(map(_opened, _BREAKS.split(text)))


def _target(url: str) -> str:
    return "<" + quote(url, safe="!#$%&'()*+,/:;=?@[]~") + ">"


def _flanks(text: str, start: int, end: int) -> bool:
    """Whether `*` may stand on both sides: CommonMark's rule of flanking, strictly."""
    inner = text[start], text[end - 1]
    outer = text[max(0, start - 1) : start], text[end : end + 1]
    return not any(
        i.isspace() or (not i.isalnum() and o.isalnum()) for i, o in zip(inner, outer, strict=True)
    )


def _cells(group: Sequence[TextBlock], written: Sequence[str]) -> list[list[str]]:
    """The rows of a table; what a cell spans stays empty."""
    table, texts = grid(group), {b.start: text for b, text in zip(group, written, strict=True)}
    return [
        ["<br>".join(texts[b.start] for b in table.cells.get((row, c), ())) for c in table.columns]
        for row in table.rows
    ]


def _table(rows: Sequence[Sequence[str]]) -> str:
    header, *body = ("| " + " | ".join(row) + " |" for row in rows)
    return "\n".join([header, "|" + " --- |" * len(rows[0]), *body])


def _front(summary: Summary) -> dict[str, str | int]:
    """What stands above the text, by name."""
    head, profile = summary.head, summary.profile
    value = head.published.value if head.published else None
    return {
        "title": head.title,
        "outlet": head.outlet,
        "author": head.author,
        "date": value.isoformat() if value else "",
        "url": head.url,
        "lang": summary.language,
        "dir": "rtl" if summary.language == "ar" else "ltr",
        "claims": profile.claims,
        "unsourced": profile.unsourced,
        "anonymous_only": profile.anonymous_only,
        "sha256": summary.custody.page.sha256,
        "created": summary.created_at.isoformat(timespec="seconds"),
    }


def _front_matter(rows: Mapping[str, str | int]) -> str:
    rows = {**rows, "generator": f"Isnad {__version__}"}
    lines = (f"{name}: {v if isinstance(v, int) else scalar(v)}" for name, v in rows.items())
    return "\n".join(["---", *lines, "---"])


def scalar(text: str) -> str:
    """A YAML double-quoted scalar on one line (https://yaml.org/spec/1.2.2/#73).

    JSON's escapes are YAML's too; what YAML does not print raw, and what would reorder or hide
    the line, is escaped besides.
    """
    return _UNPRINTABLE.sub(_escaped, json.dumps(text, ensure_ascii=False))


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
