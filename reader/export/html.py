"""One self-contained HTML page: no script, nothing loaded, notes beside the text, made to print.

Built as a tree, so that nothing needs escaping. The page forbids itself everything but its own
style sheet (`resources/export/summary.css`, named by its hash in the Content-Security-Policy).
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from reader import __version__
from reader.export.annex import annex, mark_lines
from reader.export.differences import difference_parts
from reader.export.elements import Child, broken, el, legal, markup
from reader.export.facing import facing
from reader.export.fulltext import (
    Node,
    Placed,
    Reference,
    Words,
    Wrapped,
    ending_in,
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
    Row,
    Run,
    Table,
    is_web,
)
from reader.export.report import first_page, section
from reader.model.article import BlockKind, InlineKind
from reader.model.summary import FullText, Language, MarkRow, Summary, TextBlock
from reader.resource import resource
from reader.wording import isolated

_INLINE = {
    InlineKind.BOLD: "b",
    InlineKind.ITALIC: "i",
    InlineKind.LINK: "a",
    InlineKind.SUPERSCRIPT: "sup",
    InlineKind.SUBSCRIPT: "sub",
    InlineKind.ISOLATE: "bdi",
}
_BLOCKS = {
    BlockKind.TITLE: "h3",
    BlockKind.QUOTE: "blockquote",
    BlockKind.PREFORMATTED: "pre",
    BlockKind.RULE: "hr",
}


def render(summary: Summary) -> bytes:
    """The summary as a UTF-8 HTML page."""
    body = el("main", *parts((*first_page(summary), *annex(summary)), summary.language))
    sheets = ["summary.css"]
    if summary.comparison:
        sheets.append("comparison.css")
        found = difference_parts(summary.comparison, summary.language, level=2)
        body.append(el("section", *parts(found, summary.language), class_="comparison"))
    if summary.text:
        body.append(_appendix(summary, summary.text))
    return page(summary.head.title, body, summary.language, sheets, _code_colours(summary))


def page(
    title: str, body: etree._Element, language: Language, sheets: Iterable[str], css: str = ""
) -> bytes:
    """A whole page, UTF-8.

    Args:
        title: the page's words; empty: it goes by the name of this program.
        body: its `main` element.
        language: of its own words.
        sheets: names of style sheets in `resources/export`.
        css: rules besides.
    """
    style = "".join(resource("export", name).read_text("utf-8") for name in sheets) + css
    direction = "rtl" if language == "ar" else "ltr"
    head = _head(isolated(title, language), style)
    root = el("html", head, el("body", body), lang=language, dir=direction)
    return f"<!DOCTYPE html>\n{markup(root)}\n".encode()


def _head(title: str, css: str) -> etree._Element:
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=policy),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="generator", content=f"Isnad {__version__}"),
        el("title", title or "Isnad"),
        el("style", css),
    )


def _code_colours(summary: Summary) -> str:
    codes = {code.slug: code.colour for mark in summary.marks for code in mark.codes}
    return "".join(
        f".code-{slug} {{ --code: {colour}; }}\n"
        for slug, colour in sorted(codes.items())
        if colour
    )


def parts(found: Iterable[Part], language: Language) -> Iterator[etree._Element]:
    """Parts of a report as elements."""
    return (_part(part, language) for part in found)


def _part(part: Part, language: Language) -> etree._Element:
    match part:
        case Heading(level, line):
            return el(f"h{level}", *_runs(line))
        case Paragraph(line):
            return el("p", *_runs(line))
        case Bullets(lines):
            return el("ul", *(el("li", *_runs(line)) for line in lines))
        case Facts(rows):
            pairs = (el("div", el("dt", name), el("dd", *_runs(line))) for name, line in rows)
            return el("dl", *pairs)
        case Table(headers, rows):
            head = el("thead", el("tr", *(el("th", name, scope="col") for name in headers)))
            return el("table", head, el("tbody", *map(_row, rows)))
        case Facing():
            return facing(part, language)


def _row(row: Row) -> etree._Element:
    cells = (el("td", *_cell(lines)) for lines in row.cells)
    return el("tr", *cells, **({"id": row.id} if row.id else {}))


def _cell(lines: Sequence[Line]) -> list[Child]:
    if len(lines) == 1:
        return _runs(lines[0])
    return [el("div", *_runs(line)) for line in lines]


def _runs(line: Line) -> list[Child]:
    return [child for run in line for child in _run(run)]


def _run(run: Run) -> list[Child]:
    words = broken(run.text)
    children: list[Child] = [el("bdi", *words)] if run.foreign else words
    if is_web(run.href):
        return [el("a", *children, href=run.href, rel="noreferrer noopener")]
    return [el("a", *children, href=run.href)] if run.href else children


# The text


def _appendix(summary: Summary, full: FullText) -> etree._Element:
    article = el("article", _part(section("report_text", summary.language), summary.language))
    marks = Placed(summary.marks)
    for group in groups(full.blocks):
        text = el("div", _group(group, full.text, marks), class_="text", dir=summary.head.dir)
        row = el("div", text, class_="row")
        beside = [m for block in group for m in ending_in(block, marks.near(block))]
        if beside:
            row.append(el("aside", *(_note(m, summary) for m in beside)))
        article.append(row)
    return article


def _note(mark: MarkRow, summary: Summary) -> etree._Element:
    lines = (el("div", *_runs(line)) for line in mark_lines(mark, summary))
    number = el("span", str(mark.number), class_="number")
    return el("div", number, el("div", *lines), class_="beside", id=f"mark-{mark.number}")


def _group(blocks: Sequence[TextBlock], text: str, marks: Placed) -> etree._Element:
    woven = {block.start: _woven(nodes(text, block, marks.near(block))) for block in blocks}
    first = blocks[0]
    if first.kind is BlockKind.CELL and first.cell:
        return _table(blocks, woven)
    if first.kind is BlockKind.LIST_ITEM:
        items = (_item(block, woven[block.start]) for block in blocks)
        tag = "ul" if first.ordinal is None else "ol"
        return el(tag, *items, class_=f"level-{min(first.level, 6)}")
    return _block(first, woven[first.start])


def _block(block: TextBlock, children: Sequence[Child]) -> etree._Element:
    if block.kind is BlockKind.HEADING:
        return el(f"h{min(6, 2 + max(block.level, 2))}", *children, dir=block.dir)
    element = el(_BLOCKS.get(block.kind, "p"), *children, dir=block.dir)
    if block.kind in (BlockKind.STANDFIRST, BlockKind.CAPTION):
        element.set("class", block.kind)
    return element


def _item(block: TextBlock, children: Sequence[Child]) -> etree._Element:
    item = el("li", *children, dir=block.dir)
    if block.ordinal is not None:
        item.set("value", str(block.ordinal))
    return item


def _table(cells: Sequence[TextBlock], woven: dict[int, list[Child]]) -> etree._Element:
    table = grid(cells)
    rows = (
        el("tr", *(_td(table.cells[r, c], woven) for c in table.columns if (r, c) in table.cells))
        for r in table.rows
    )
    return el("table", el("tbody", *rows))


def _td(blocks: Sequence[TextBlock], woven: dict[int, list[Child]]) -> etree._Element:
    place = blocks[0].cell
    cell = el("th" if place and place.header else "td")
    for block in blocks:
        cell.append(el("div", *woven[block.start], dir=block.dir))
    for name in ("rowspan", "colspan"):
        span = getattr(place, name)
        if span > 1:
            cell.set(name, str(span))
    return cell


def _woven(found: Iterable[Node]) -> list[Child]:
    return [child for node in found for child in _node(node)]


def _node(node: Node) -> list[Child]:
    match node:
        case Words(text, marks):
            words = broken(text)
            return [el("mark", *words, class_=_classes(marks))] if marks else words
        case Reference(mark):
            link = el("a", str(mark.number), href=f"#mark-{mark.number}")
            return [el("sup", link, class_="ref")]
        case Wrapped(run, inside):
            return [_wrapped(run.kind, run.href or "", run.dir, _woven(inside))]


def _wrapped(
    kind: InlineKind, href: str, direction: str | None, children: Sequence[Child]
) -> etree._Element:
    if kind is InlineKind.LINK and not is_web(href):
        return el("span", *children)
    element = el(_INLINE[kind], *children)
    if kind is InlineKind.LINK:
        element.set("href", legal(href))
        element.set("rel", "noreferrer noopener")
    if direction:
        element.set("dir", direction)
    return element


def _classes(marks: Sequence[MarkRow]) -> str:
    names = [m.type.value for m in marks]
    names += [f"code-{code.slug}" for m in marks for code in m.codes]
    return " ".join(dict.fromkeys(names))
