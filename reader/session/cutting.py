"""The paragraphs of two versions cut into runs: what stayed, and what became of the rest.

The alignment's pieces run across paragraphs. Here they are cut where a paragraph ends, and told
by the rows: words that are the same but stand in rows that do not belong together moved, where
they are many, and are chance where they are few.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise, takewhile
from typing import Final

from reader.anchoring import Alignment, Piece, PieceKind, Span
from reader.model.comparison import Paragraph, Run, RunKind
from reader.session.format_kinds import format_kinds
from reader.session.numbers import changed_numbers
from reader.session.paragraphs import Beside, Side

CHANCE: Final = 5
"""Words below which the same ones in rows that do not belong together are chance."""
_LINKED: Final = (PieceKind.SAME, PieceKind.MOVED)


@dataclass(frozen=True)
class Atom:
    """Characters of one paragraph that have one fate."""

    start: int
    """In the text of its side."""
    end: int
    kind: PieceKind
    piece: int
    """The index of the piece that it is cut from."""
    words: int
    """How many words that piece has."""
    other: Span
    """Where the same words stand on the other side; of other kinds where the piece stands."""
    is_verbatim: bool = False


@dataclass
class Exchange:
    """What stood in the place of what, within a row, as spans of the texts of both sides."""

    row: int
    """Of what moved, that of the new side."""
    old: Span
    new: Span
    numbers: list[tuple[Span, Span]] = field(default_factory=list)
    """The numbers in it that became others."""


@dataclass(frozen=True)
class Cut:
    """The paragraphs of every row, and what was exchanged in them."""

    old: tuple[tuple[Paragraph, ...], ...]
    new: tuple[tuple[Paragraph, ...], ...]
    exchanges: tuple[Exchange, ...]
    moved: int
    """How many stretches of words moved, whole paragraphs aside."""


def cut(alignment: Alignment, old: Side, new: Side, rows: Sequence[Beside]) -> Cut:
    """Cut all paragraphs of both sides into runs."""
    return _Cutter(alignment, old, new, rows).cut()


class _Cutter:
    def __init__(self, alignment: Alignment, old: Side, new: Side, rows: Sequence[Beside]) -> None:
        self._sides = old, new
        self._rows = rows
        self._row_of = (
            {i: at for at, row in enumerate(rows) for i in row.old},
            {j: at for at, row in enumerate(rows) for j in row.new},
        )
        self._atoms: tuple[dict[int, list[Atom]], dict[int, list[Atom]]] = ({}, {})
        for number, piece in enumerate(alignment.pieces):
            self._take(alignment, number, piece)
        self._exchanges: dict[tuple[int, int], Exchange] = {}
        self._moved: set[int] = set()

    def cut(self) -> Cut:
        for atoms in self._atoms:
            for found in atoms.values():
                found.sort(key=lambda atom: atom.start)
        self._take_twins()
        self._exchange()
        made = [
            tuple(
                tuple(self._paragraph(side, index, at) for index in (row.old, row.new)[side])
                for at, row in enumerate(self._rows)
            )
            for side in (0, 1)
        ]
        exchanges = sorted(self._exchanges.values(), key=lambda e: (e.row, e.new, e.old))
        return Cut(made[0], made[1], tuple(exchanges), len(self._moved))

    # Atoms

    def _take(self, alignment: Alignment, number: int, piece: Piece) -> None:
        """The atoms of a piece."""
        first, last = alignment.old.covering(*piece.old)
        words = max(0, last - first)
        if piece.kind not in _LINKED:
            for side, span, other in ((0, piece.old, piece.new), (1, piece.new, piece.old)):
                for start, end in self._lines(side, span):
                    self._put(side, Atom(start, end, piece.kind, number, words, other))
            return
        for old, new in _refined(alignment, piece):
            lines = [self._lines(0, old), self._lines(1, new)]
            if len(lines[0]) == len(lines[1]):
                for one, other in zip(*lines, strict=True):
                    same = self._words(0, one) == self._words(1, other)
                    self._put(0, Atom(one.start, one.end, piece.kind, number, words, other, same))
                    self._put(1, Atom(other.start, other.end, piece.kind, number, words, one, same))
                continue
            # A blank of one side is the end of a paragraph of the other.
            for side, found, other in ((0, lines[0], new), (1, lines[1], old)):
                for start, end in found:
                    here = Span(other.start, other.start)
                    self._put(side, Atom(start, end, piece.kind, number, words, here))

    def _lines(self, side: int, span: Span) -> list[Span]:
        """A span without the newlines between paragraphs."""
        found, at = [], span.start
        for line in self._sides[side].text[slice(*span)].split("\n"):
            if line:
                found.append(Span(at, at + len(line)))
            at += len(line) + 1
        return found

    def _words(self, side: int, span: Span) -> str:
        return self._sides[side].text[slice(*span)]

    def _put(self, side: int, atom: Atom) -> None:
        self._atoms[side].setdefault(self._sides[side].at(atom.start), []).append(atom)

    def _take_twins(self) -> None:
        """A block that moved unseen by the alignment is one atom on either side."""
        for row in self._rows:
            if row.counterpart is None or not row.old:
                continue
            here, there = row.old[0], self._rows[row.counterpart].new[0]
            atoms = [*self._atoms[0].get(here, ()), *self._atoms[1].get(there, ())]
            if any(atom.kind in _LINKED for atom in atoms):
                continue
            spans = Span(*self._sides[0].spans[here]), Span(*self._sides[1].spans[there])
            same = self._words(0, spans[0]) == self._words(1, spans[1])
            for side, index in ((0, here), (1, there)):
                span, other = spans[side], spans[1 - side]
                self._atoms[side][index] = [
                    Atom(span.start, span.end, PieceKind.MOVED, -1, CHANCE, other, same)
                ]

    # What was exchanged

    def _exchange(self) -> None:
        for side in (0, 1):
            for index, atoms in self._atoms[side].items():
                row = self._row_of[side][index]
                for atom in atoms:
                    if atom.kind not in _LINKED:
                        self._add_exchange(side, row, atom)
        for exchange in self._exchanges.values():
            if "\n" not in self._words(0, exchange.old) + self._words(1, exchange.new):
                exchange.numbers = changed_numbers(
                    self._sides[0].text, exchange.old, self._sides[1].text, exchange.new
                )

    def _add_exchange(self, side: int, row: int, atom: Atom) -> None:
        home, span = self._home(side, row), Span(atom.start, atom.end)
        known = self._exchanges.get((home, atom.piece))
        if known is None:
            other = Span(atom.other.start, atom.other.start)
            spans = (span, other) if side == 0 else (other, span)
            self._exchanges[home, atom.piece] = Exchange(home, *spans)
        elif side == 0:
            known.old = Span(known.old.start, span.end)
        elif known.new.start == known.new.end:
            known.new = span
        else:
            known.new = Span(known.new.start, span.end)

    def _home(self, side: int, row: int) -> int:
        """The row, of what moved that of the new side."""
        counterpart = self._rows[row].counterpart
        return row if counterpart is None or side == 1 else counterpart

    # Runs

    def _paragraph(self, side: int, index: int, row: int) -> Paragraph:
        block, start = self._sides[side].blocks[index], self._sides[side].starts[index]
        runs = (
            run for atom in self._atoms[side].get(index, ()) for run in self._runs(side, row, atom)
        )
        return Paragraph(
            block=block.id,
            kind=block.kind,
            dir=block.dir,
            start=block.start,
            text=self._sides[side].texts[index],
            runs=tuple(_shifted(_joined(runs), start)),
        )

    def _runs(self, side: int, row: int, atom: Atom) -> Iterator[Run]:
        if atom.kind in _LINKED:
            yield self._linked(side, row, atom)
            return
        kind = (RunKind.DELETED, RunKind.INSERTED)[side]
        exchange = self._exchanges[self._home(side, row), atom.piece]
        there = (exchange.old, exchange.new)[1 - side]
        if not exchange.numbers:
            yield self._changed(side, kind, Span(atom.start, atom.end), there)
            return
        numbers = [(n[side], n[1 - side]) for n in exchange.numbers]
        last = Span(atom.end, atom.end), Span(there.end, there.end)
        at = atom.start, there.start
        texts = self._sides[side].text, self._sides[1 - side].text
        for number, became in (*numbers, last):
            before = Span(at[0], number.start), Span(at[1], became.start)
            first, middle, final = _without_edges(texts[0], before[0], texts[1], before[1])
            yield from self._as(RunKind.SAME, side, *first)
            yield from self._as(kind, side, *middle)
            yield from self._as(RunKind.SAME, side, *final)
            yield from self._as(RunKind.NUMBER, side, number, became)
            at = number.end, became.end

    def _as(self, kind: RunKind, side: int, here: Span, there: Span) -> Iterator[Run]:
        if here.start < here.end and kind is RunKind.SAME:
            yield Run(start=here.start, end=here.end, kind=kind)
        elif here.start < here.end:
            yield self._changed(side, kind, here, there)

    def _changed(self, side: int, kind: RunKind, here: Span, there: Span) -> Run:
        other = self._words(1 - side, there).strip()
        return Run(start=here.start, end=here.end, kind=kind, other=other)

    def _linked(self, side: int, row: int, atom: Atom) -> Run:
        """A run of words that are the same on the other side."""
        kind, there, here = RunKind.SAME, None, Span(atom.start, atom.end)
        if atom.other.start < atom.other.end:
            there = self._row_of[1 - side][self._sides[1 - side].at(atom.other.start)]
        if there is not None and there != row:
            many = atom.words >= CHANCE and any(map(str.isalnum, self._words(side, here)))
            is_told = self._rows[row].counterpart == there or many
            kind = RunKind.MOVED if is_told else (RunKind.DELETED, RunKind.INSERTED)[side]
        elif atom.kind is PieceKind.MOVED:
            kind = RunKind.MOVED
        elif not atom.is_verbatim:
            kind = RunKind.FORMAT
        if kind is RunKind.MOVED and self._rows[row].counterpart != there:
            self._moved.add(atom.piece)
        if atom.is_verbatim or kind in (RunKind.DELETED, RunKind.INSERTED):
            return Run(start=atom.start, end=atom.end, kind=kind)
        other = self._words(1 - side, atom.other)
        formats = format_kinds(self._words(side, here), other)
        return Run(start=atom.start, end=atom.end, kind=kind, other=other, formats=formats)


def _refined(alignment: Alignment, piece: Piece) -> Iterator[tuple[Span, Span]]:
    """Linked words of both sides, cut so that each cut is verbatim or differs by itself."""
    if piece.is_verbatim:
        yield piece.old, piece.new
        return
    old, new = alignment.old, alignment.new
    ranges = old.covering(*piece.old), new.covering(*piece.new)
    edges = [_edges(tokens.starts, tokens.ends, span, words) for tokens, span, words in (
        (old, piece.old, ranges[0]), (new, piece.new, ranges[1]),
    )]  # fmt: skip
    if len(edges[0]) != len(edges[1]):
        yield piece.old, piece.new
        return
    pairs = [
        part
        for one, other in zip(pairwise(edges[0]), pairwise(edges[1]), strict=True)
        for part in _without_edges(old.text, Span(*one), new.text, Span(*other))
    ]
    for _, group in groupby(pairs, lambda p: old.text[slice(*p[0])] == new.text[slice(*p[1])]):
        found = list(group)
        yield (
            Span(found[0][0].start, found[-1][0].end),
            Span(found[0][1].start, found[-1][1].end),
        )


def _without_edges(old: str, one: Span, new: str, other: Span) -> Iterator[tuple[Span, Span]]:
    """Two stretches, the signs that both begin and end with cut off."""
    before = _shared(old[slice(*one)], new[slice(*other)])
    starts = one.start + before, other.start + before
    rest = old[starts[0] : one.end], new[starts[1] : other.end]
    after = _shared(rest[0][::-1], rest[1][::-1])
    ends = one.end - after, other.end - after
    yield Span(one.start, starts[0]), Span(other.start, starts[1])
    yield Span(starts[0], ends[0]), Span(starts[1], ends[1])
    yield Span(ends[0], one.end), Span(ends[1], other.end)


def _shared(one: str, other: str) -> int:
    """How many characters that belong to no word two texts begin with."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda p: p[0] == p[1] and not p[0].isalnum(), pairs))


def _edges(
    starts: Sequence[int], ends: Sequence[int], span: Span, words: tuple[int, int]
) -> list[int]:
    inner = (edge for word in range(*words) for edge in (starts[word], ends[word]))
    return [span.start, *(min(max(edge, span.start), span.end) for edge in inner), span.end]


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Runs, neighbours of one fate made one."""
    last: Run | None = None
    for run in runs:
        if last is not None and _is_continued(last, run):
            last = last.model_copy(update={"end": run.end})
            continue
        if last is not None:
            yield last
        last = run
    if last is not None:
        yield last


def _is_continued(run: Run, after: Run) -> bool:
    if run.kind is not after.kind or run.kind in (RunKind.NUMBER, RunKind.FORMAT):
        return False
    return run.other == after.other and run.formats == after.formats


def _shifted(runs: Iterable[Run], start: int) -> Iterator[Run]:
    """Runs of a paragraph by their places in it."""
    for run in runs:
        yield run.model_copy(update={"start": run.start - start, "end": run.end - start})
