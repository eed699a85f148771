"""Paragraphs of two versions beside one another: as elements, and in plain characters.

Where there are no styles, signs in brackets stand round what differs: `[-…-]` deleted, `{+…+}`
inserted, `{~…~}` moved, `{=…=}` written otherwise. They part no letters: runs end with words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from reader.export.elements import Child, broken, el
from reader.export.outline import Facing, Gap
from reader.model.comparison import Paragraph, Row, RowChange, Run, RunKind
from reader.model.summary import Language
from reader.text.bidi import isolate
from reader.wording import label, say

_SIGNS: Final = {
    RunKind.DELETED: ("[-", "-]"),
    RunKind.INSERTED: ("{+", "+}"),
    RunKind.MOVED: ("{~", "~}"),
    RunKind.FORMAT: ("{=", "=}"),
}
_NUMBER: Final = {"old": _SIGNS[RunKind.DELETED], "new": _SIGNS[RunKind.INSERTED]}
_TAGS: Final = {RunKind.DELETED: "del", RunKind.INSERTED: "ins"}
_SIDES: Final = ("old", "new")


def marked(paragraph: Paragraph, side: str) -> str:
    """A paragraph with signs round what differs.

    Args:
        paragraph: what to write.
        side: `old` or `new`: which signs a number that changed has.
    """
    return "".join(_signed(paragraph.words(run), run, side) for run in paragraph.runs)


def _signed(words: str, run: Run, side: str) -> str:
    opening, closing = _signs(run.kind, side)
    before, bare, after = _trimmed(words)
    if not bare and run.kind is RunKind.FORMAT and not run.other:
        return words  # here the other side begins another paragraph
    return f"{before}{opening}{bare or words}{closing}{after}"


def _trimmed(words: str) -> tuple[str, str, str]:
    """Words and the blanks round them: «[-كلمة-] » is easier to read than «[-كلمة -]»."""
    bare = words.strip()
    if not bare:
        return "", "", ""
    start = words.index(bare)
    return words[:start], bare, words[start + len(bare) :]


def _signs(kind: RunKind, side: str) -> tuple[str, str]:
    return _NUMBER[side] if kind is RunKind.NUMBER else _SIGNS.get(kind, ("", ""))


def notation(part: Facing, language: Language) -> str:
    """What the signs mean, as far as they occur."""
    kinds = _kinds(part)
    if RunKind.NUMBER in kinds:
        kinds |= {RunKind.DELETED, RunKind.INSERTED}
    return " ".join(
        f"{opening}{label(kind, language)}{closing}"
        for kind, (opening, closing) in _SIGNS.items()
        if kind in kinds
    )


def cells_of(row: Row | Gap, language: Language) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines of the two cells of a row, with signs."""
    if isinstance(row, Gap):
        return (gap(row, language),), ("",)
    old, new = (
        tuple(isolate(marked(p, side)) for p in getattr(row, side)) or (note(row, language),)
        for side in _SIDES
    )
    return old, new + touched(row, language)


def gap(found: Gap, language: Language) -> str:
    """How many rows are left out."""
    if found.changed:
        return say("compare_left_out", language, n=found.rows)
    return say("compare_unchanged", language, n=found.rows)


def note(row: Row, language: Language) -> str:
    """What is said where a side has nothing."""
    if RowChange.MOVED in row.changes:
        code = "compare_moved_away" if row.old else "compare_moved_here"
        return say(code, language)
    return f"({label(row.changes[0], language)})" if row.changes else ""


def touched(row: Row, language: Language) -> tuple[str, ...]:
    """How many marks a difference touches, as a line; none where it touches none."""
    return (say("compare_touched", language, n=len(row.touched)),) if row.touched else ()


def _kinds(part: Facing) -> set[RunKind]:
    rows = (row for row in part.rows if isinstance(row, Row))
    return {run.kind for row in rows for p in (*row.old, *row.new) for run in p.runs}


def facing(part: Facing, language: Language) -> etree._Element:
    """The table, with what its styles mean above it."""
    head = el("thead", el("tr", *(el("th", name, scope="col") for name in part.headers)))
    body = el("tbody", *(_row(row, language) for row in part.rows))
    return el("div", _legend(part, language), el("table", head, body), class_="facing")


def _legend(part: Facing, language: Language) -> etree._Element:
    kinds = [k for k in RunKind if k in _kinds(part) and k is not RunKind.SAME]
    children: list[Child] = []
    for kind in kinds:
        children += [_run(label(kind, language), kind, "new"), " "]
    return el("p", *children, class_="legend")


def _row(row: Row | Gap, language: Language) -> etree._Element:
    if isinstance(row, Gap):
        return el("tr", el("td", gap(row, language), colspan="2"), class_="gap")
    cells = []
    for side in _SIDES:
        found = [
            el("div", *_runs(p, side), dir=p.dir, class_=p.kind) for p in getattr(row, side)
        ] or [el("div", note(row, language), class_="note")]
        cells.append(el("td", *found))
    for line in touched(row, language):
        cells[-1].append(el("div", line, class_="note"))
    return el("tr", *cells)


def _runs(paragraph: Paragraph, side: str) -> Iterator[Child]:
    for run in paragraph.runs:
        words = paragraph.words(run)
        if run.kind is RunKind.SAME:
            yield from broken(words)
            continue
        before, bare, after = _trimmed(words)
        yield from broken(before)
        yield _run(bare or words, run.kind, side)
        yield from broken(after)


def _run(words: str, kind: RunKind, side: str) -> etree._Element:
    if kind is RunKind.NUMBER:
        return el("del" if side == "old" else "ins", *broken(words), class_="number")
    if kind in _TAGS:
        return el(_TAGS[kind], *broken(words))
    return el("span", *broken(words), class_=kind)
