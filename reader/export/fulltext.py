"""The full text as a tree that a format can write: inline runs nest, marks are cut to fit them.

An isolate that were cut in two would be set in another order, so inline runs stay whole and the
words within them are cut wherever a mark begins or ends. A reference to a mark stands behind the
word in which the mark ends: a digit inside a word would part its letters. It stands behind a link
too, being one itself: no link may hold another.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise

import regex

from reader.model.article import BlockKind, Inline, InlineKind
from reader.model.summary import MarkRow, TextBlock

LINE_BREAK = "\u2028"
"""A line break inside a block."""

_WORD_REST = regex.compile(r"[\p{L}\p{M}\p{N}\u0640\u200c\u200d]{0,64}")


@dataclass(frozen=True)
class Grid:
    """The cells of a table in their rows and columns, empty ones left out."""

    cells: dict[tuple[int, int], list[TextBlock]]
    rows: list[int]
    columns: list[int]


def grid(cells: Sequence[TextBlock]) -> Grid:
    """Cells by row and column of the page's table; those without a block are left out."""
    found: dict[tuple[int, int], list[TextBlock]] = {}
    for block in cells:
        if block.cell:
            found.setdefault((block.cell.row, block.cell.column), []).append(block)
    return Grid(found, sorted({r for r, _ in found}), sorted({c for _, c in found}))


@dataclass(frozen=True)
class Words:
    """Characters under the same marks."""

    text: str
    marks: tuple[MarkRow, ...]


@dataclass(frozen=True)
class Reference:
    """Here a mark has ended."""

    mark: MarkRow


@dataclass(frozen=True)
class Wrapped:
    """An inline run: bold, a link, an isolate."""

    run: Inline
    inside: tuple[Node, ...]


Node = Words | Reference | Wrapped


def groups(blocks: Sequence[TextBlock]) -> Iterator[list[TextBlock]]:
    """Blocks in order, the cells of one table and the neighbouring items of one list together."""
    keys = {id(b): _group(n, b) for n, b in enumerate(blocks)}
    for _, group in groupby(blocks, lambda b: keys[id(b)]):
        yield list(group)


def _group(number: int, block: TextBlock) -> tuple[object, ...]:
    if block.kind is BlockKind.CELL and block.cell:
        return "table", block.cell.table
    if block.kind is BlockKind.LIST_ITEM:
        return "list", block.level, block.ordinal is not None
    return "block", number


class Placed:
    """The marks of a full text by their places: those near a block without a look at all others."""

    def __init__(self, marks: Iterable[MarkRow]) -> None:
        found = ((m.start, m.end, n, m) for n, m in enumerate(marks))
        places = [(s, e, n, m) for s, e, n, m in found if s is not None and e is not None]
        self._places = sorted(places, key=lambda place: place[:3])
        self._starts = [start for start, *_ in self._places]
        # The furthest end so far never falls, so that the first to reach a block is found at once.
        self._reach = list(accumulate((end for _, end, *_ in self._places), max))

    def near(self, block: TextBlock) -> list[MarkRow]:
        """At least the marks that touch a block or end in it, in the order that they came in."""
        first = bisect_right(self._reach, block.start)
        last = bisect_right(self._starts, block.end)
        found = (place for place in self._places[first:last] if place[1] > block.start)
        return [mark for *_, mark in sorted(found, key=lambda place: place[2])]


def ending_in(block: TextBlock, marks: Sequence[MarkRow]) -> list[MarkRow]:
    """The marks whose reference stands in a block."""
    return [m for m in marks if m.end is not None and block.start < m.end <= block.end]


def nodes(text: str, block: TextBlock, marks: Sequence[MarkRow]) -> tuple[Node, ...]:
    """A block as a tree.

    Args:
        text: the carried text.
        block: one of its blocks.
        marks: at least those that touch the block.
    """
    touching = [m for m in marks if _touches(m, block)]
    inline = sorted((r for r in block.inline if r.start < r.end), key=lambda r: (r.start, -r.end))
    return tuple(_Weaver(text, block, touching).weave(block.start, block.end, inline))


def _touches(mark: MarkRow, block: TextBlock) -> bool:
    start, end = mark.start, mark.end
    return start is not None and end is not None and start < block.end and block.start < end


class _Weaver:
    def __init__(self, text: str, block: TextBlock, marks: Sequence[MarkRow]) -> None:
        self._text = text
        self._marks = marks
        self._references: dict[int, list[MarkRow]] = {}
        for mark in ending_in(block, marks):
            end = _word_end(text, mark.end or 0, block.end)
            self._references.setdefault(end, []).append(mark)
        edges = (edge for m in marks for edge in (m.start, m.end) if edge is not None)
        self._cuts = sorted({*edges, *self._references})

    def weave(self, start: int, end: int, inline: Sequence[Inline]) -> Iterator[Node]:
        """`inline` holds runs within the span, the outer before the inner."""
        at, rest = start, list(inline)
        while rest:
            run = rest.pop(0)
            first, last = max(run.start, at), min(run.end, end)
            inner = [r for r in rest if r.start < last]
            del rest[: len(inner)]
            if first < last:
                yield from self._words(at, first)
                inside = tuple(self.weave(first, last, inner))
                if run.kind is InlineKind.LINK:
                    yield Wrapped(run, tuple(_without_references(inside)))
                    yield from _references(inside)
                else:
                    yield Wrapped(run, inside)
                at = last
        yield from self._words(at, end)

    def _words(self, start: int, end: int) -> Iterator[Node]:
        edges = [start, *(cut for cut in self._cuts if start < cut < end), end]
        for a, b in pairwise(edges):
            if a < b:
                covering = (m for m in self._marks if (m.start or 0) <= a and b <= (m.end or 0))
                yield Words(self._text[a:b], tuple(covering))
                yield from map(Reference, self._references.get(b, ()))


def _references(found: Sequence[Node]) -> Iterator[Reference]:
    for node in found:
        if isinstance(node, Wrapped):
            yield from _references(node.inside)
        elif isinstance(node, Reference):
            yield node


def _without_references(found: Sequence[Node]) -> Iterator[Node]:
    for node in found:
        if isinstance(node, Wrapped):
            yield Wrapped(node.run, tuple(_without_references(node.inside)))
        elif isinstance(node, Words):
            yield node


def _word_end(text: str, end: int, limit: int) -> int:
    rest = _WORD_REST.match(text, end, limit)
    return rest.end() if rest else end
