"""The paragraphs of two versions that are compared, and which belong beside one another.

What counts is how many words of one became words of the other. Paragraphs that keep their order
make rows; one that was split, or made of several, stands beside all of them. What is left over
moved, where its words stand elsewhere now; else it came or went.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Final, NamedTuple

from reader.anchoring import Alignment, PieceKind
from reader.anchoring.tokens import Tokens
from reader.model.article import Article, Block, BlockKind
from reader.text.fold import Profile, fold

_LIKE: Final = 0.25
"""Share of the words of the shorter paragraph that makes two of like length one, edited."""
_PART: Final = 0.6
"""The same for a short paragraph that became part of a long one."""
_PART_WORDS: Final = 4
_MOVED: Final = 0.5
_LIKE_LENGTH: Final = 3
"""How many times as long the longer of two paragraphs of like length may be."""

_PLACED: Final = (BlockKind.TITLE, BlockKind.STANDFIRST, BlockKind.CELL)
"""Blocks that are told by where they stand, whatever their words."""


@dataclass(frozen=True)
class Side:
    """The compared blocks of one version, and their text joined by newlines."""

    article: Article
    blocks: tuple[Block, ...]

    @cached_property
    def texts(self) -> tuple[str, ...]:
        return tuple(self.article.page_text[b.start : b.end] for b in self.blocks)

    @cached_property
    def text(self) -> str:
        return "\n".join(self.texts)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each block begins in `text`, in code points."""
        starts, at = [], 0
        for text in self.texts:
            starts.append(at)
            at += len(text) + 1
        return tuple(starts)

    @cached_property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Where each block stands in `text`."""
        return tuple((s, s + len(t)) for s, t in zip(self.starts, self.texts, strict=True))

    def at(self, offset: int) -> int:
        """The index of the block at an offset of `text`."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def to_page(self, offset: int) -> int:
        """The offset in the page text of an offset of `text`."""
        if not self.blocks:
            return 0
        index = self.at(offset)
        return self.blocks[index].start + offset - self.starts[index]


def sides(
    old: Article, new: Article, old_choices: dict[str, bool], new_choices: dict[str, bool]
) -> tuple[Side, Side]:
    """The blocks of both versions that are compared.

    Those that are shown; and such as are not, where their words are shown in the other version.
    A block that is left out of one reading only is no deletion.
    """
    shown = [
        [b for b in article.blocks if _has_words(b) and article.is_shown(b, choices)]
        for article, choices in ((old, old_choices), (new, new_choices))
    ]
    told = [
        {_folded(article, block) for block in blocks}
        for article, blocks in zip((old, new), shown, strict=True)
    ]
    found: list[Side] = []
    for article, mine, theirs in ((old, told[0], told[1]), (new, told[1], told[0])):
        ids = {block.id for block in shown[len(found)]}
        wanted = theirs - mine
        blocks = (
            b
            for b in article.blocks
            if b.id in ids or (_has_words(b) and wanted and _folded(article, b) in wanted)
        )
        found.append(Side(article, tuple(blocks)))
    return found[0], found[1]


def _has_words(block: Block) -> bool:
    return block.has_text and block.start < block.end


def _folded(article: Article, block: Block) -> str:
    return fold(article.page_text[block.start : block.end], Profile.MATCH).text.strip()


class Beside(NamedTuple):
    """A row to be: the indices of its blocks on either side."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    counterpart: int | None = None
    """Of a block that moved: the index of the row of its other side."""


def pair(alignment: Alignment, old: Side, new: Side) -> list[Beside]:
    """Rows in which every block of either side stands once, in its order."""
    kept, moved = _weights(alignment, old, new)
    sizes = _sizes(alignment.old, old), _sizes(alignment.new, new)
    edges = sorted((i, j) for (i, j), w in kept.items() if _belong(w, sizes[0][i], sizes[1][j]))
    rows = list(_filled(_components(edges), old, new))
    links = [*kept, *moved]
    loose = (
        set(range(len(old.blocks))).difference(i for i, _ in links),
        set(range(len(new.blocks))).difference(j for _, j in links),
    )
    return _with_moved(rows, moved, sizes, (old, new), loose)


def _weights(
    alignment: Alignment, old: Side, new: Side
) -> tuple[Counter[tuple[int, int]], Counter[tuple[int, int]]]:
    """How many words each old block gave to each new one: in order, and out of it."""
    kept: Counter[tuple[int, int]] = Counter()
    moved: Counter[tuple[int, int]] = Counter()
    starts = alignment.old.starts, alignment.new.starts
    for piece in alignment.pieces:
        if piece.kind in (PieceKind.SAME, PieceKind.MOVED):
            words = zip(
                range(*alignment.old.covering(*piece.old)),
                range(*alignment.new.covering(*piece.new)),
                strict=False,
            )
            found = kept if piece.kind is PieceKind.SAME else moved
            found.update((old.at(starts[0][a]), new.at(starts[1][b])) for a, b in words)
    return kept, moved


def _sizes(tokens: Tokens, side: Side) -> list[int]:
    """How many words each block has."""
    ranges = (tokens.covering(start, end) for start, end in side.spans)
    return [max(0, last - first) for first, last in ranges]


def _belong(weight: int, old: int, new: int) -> bool:
    short, long = sorted((old, new))
    if long <= _LIKE_LENGTH * short and weight >= _LIKE * short:
        return weight > 1 or short <= 2
    return weight >= max(_PART_WORDS, _PART * short)


def _components(edges: Iterable[tuple[int, int]]) -> Iterator[tuple[range, range]]:
    """Edges in order, those that share an end made one, as ranges of blocks."""
    current: tuple[int, int, int, int] | None = None
    for i, j in edges:
        if current is not None and (i <= current[1] or j <= current[3]):
            current = current[0], max(i, current[1]), min(j, current[2]), max(j, current[3])
            continue
        if current is not None:
            yield _ranges(current)
        current = i, i, j, j
    if current is not None:
        yield _ranges(current)


def _ranges(ends: tuple[int, int, int, int]) -> tuple[range, range]:
    return range(ends[0], ends[1] + 1), range(ends[2], ends[3] + 1)


def _filled(found: Iterable[tuple[range, range]], old: Side, new: Side) -> Iterator[Beside]:
    """The rows, and between them those of the blocks that belong to none."""
    at = [0, 0]
    end = range(len(old.blocks), len(old.blocks)), range(len(new.blocks), len(new.blocks))
    for one, other in chain(found, (end,)):
        yield from _between(range(at[0], one.start), range(at[1], other.start), old, new)
        if one or other:
            yield Beside(tuple(one), tuple(other))
        at = [one.stop, other.stop]


def _between(old_range: range, new_range: range, old: Side, new: Side) -> Iterator[Beside]:
    """Blocks that share no words: beside one another only where their place tells them."""
    at = new_range.start
    places: dict[object, list[int]] = {}
    for j in new_range:
        places.setdefault(_key(new, j), []).append(j)
    alone: list[int] = []
    for i in old_range:
        key = _key(old, i)
        found = places.get(key, ()) if key else ()
        following = bisect_left(found, at)
        match = found[following] if following < len(found) else None
        if match is None:
            alone.append(i)
            continue
        yield from (Beside((a,), ()) for a in alone)
        yield from (Beside((), (j,)) for j in range(at, match))
        yield Beside((i,), (match,))
        alone, at = [], match + 1
    yield from (Beside((a,), ()) for a in alone)
    yield from (Beside((), (j,)) for j in range(at, new_range.stop))


def _key(side: Side, index: int) -> tuple[object, ...] | None:
    """By what a block is told whatever its words; one without letters is told by its signs."""
    block, text = side.blocks[index], side.texts[index]
    if block.kind in _PLACED:
        cell = block.cell
        return block.kind, cell and (cell.table, cell.row, cell.column)
    return None if any(map(str.isalnum, text)) else (text.strip(),)


def _with_moved(
    rows: list[Beside],
    moved: Counter[tuple[int, int]],
    sizes: tuple[Sequence[int], Sequence[int]],
    both: tuple[Side, Side],
    loose: tuple[set[int], set[int]],
) -> list[Beside]:
    """The rows, those of a block that stands alone on either side told of one another."""
    gone = {row.old[0]: at for at, row in enumerate(rows) if not row.new}
    come = {row.new[0]: at for at, row in enumerate(rows) if not row.old}
    pairs = [
        (i, j)
        for (i, j), weight in moved.most_common()
        if weight >= _MOVED * max(sizes[0][i], sizes[1][j])
    ]
    same = _twins(gone.keys() & loose[0], come.keys() & loose[1], *both)
    for i, j in chain(pairs, same):
        if i in gone and j in come:
            here, there = gone.pop(i), come.pop(j)
            rows[here] = rows[here]._replace(counterpart=there)
            rows[there] = rows[there]._replace(counterpart=here)
    return rows


def _twins(gone: Iterable[int], come: Iterable[int], old: Side, new: Side) -> list[tuple[int, int]]:
    """Blocks of the same words that are too short for the alignment to follow."""
    found: dict[str, list[int]] = {}
    for j in sorted(come):
        found.setdefault(_folded(new.article, new.blocks[j]), []).append(j)
    keys = ((i, found.get(_folded(old.article, old.blocks[i]))) for i in sorted(gone))
    return [(i, same.pop(0)) for i, same in keys if same]
