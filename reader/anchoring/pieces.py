"""Two texts cut into pieces that together cover both: what a comparison shows.

Pieces speak of raw text, so they hold the blanks and signs between words too. Words that stay are
`same`, or `moved` where they are out of order; what lies between is replaced, deleted, inserted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Final, NamedTuple

from reader.anchoring.links import Run
from reader.anchoring.separators import same_signs
from reader.anchoring.tokens import Tokens
from reader.anchoring.values import Span

_STRAY: Final = 2
"""Words of a run that is chance where far more than them was changed on either side."""
_FAR_MORE: Final = 4


class PieceKind(StrEnum):
    """What became of a piece."""

    SAME = "same"
    MOVED = "moved"
    REPLACED = "replaced"
    DELETED = "deleted"
    INSERTED = "inserted"


class Piece(NamedTuple):
    """A stretch of both texts; a side that has nothing of it is empty, and says where."""

    kind: PieceKind
    old: Span
    new: Span
    is_verbatim: bool
    """Whether both sides are the same code points. `same` and `moved` pieces that are not differ
    in format: harakat, tatweel, quotation marks, the kind of digits, blanks."""


@dataclass(eq=False)
class _Stretch:
    """Linked words, and as much around them as both texts share."""

    old: Span
    new: Span
    is_moved: bool = False
    is_verbatim: bool = True

    def until(self, old: int, new: int) -> None:
        """Take what follows, up to there."""
        self.old, self.new = Span(self.old.start, old), Span(self.new.start, new)

    def since(self, old: int, new: int) -> None:
        """Take what stands before, from there."""
        self.old, self.new = Span(old, self.old.end), Span(new, self.new.end)

    def piece(self) -> Piece:
        kind = PieceKind.MOVED if self.is_moved else PieceKind.SAME
        return Piece(kind, self.old, self.new, self.is_verbatim)


def cut(old: Tokens, new: Tokens, runs: Sequence[Run]) -> tuple[Piece, ...]:
    """The pieces of two texts whose runs are known, in the order of the old text.

    The old sides of all pieces make up the old text in this order; the new sides make up the new
    text in the order of `in_new_order`. A deleted piece has an empty new side behind what it
    followed in the old text, and an inserted one likewise.
    """
    ends = Span(len(old.text), len(old.text)), Span(len(new.text), len(new.text))
    kept = _without_strays(runs, len(old), len(new))
    middle = [stretch for run in kept for stretch in _stretches(old, new, run)]
    in_old = [_Stretch(Span(0, 0), Span(0, 0)), *middle, _Stretch(*ends)]
    in_new = [in_old[0], *sorted(middle, key=lambda s: s.new), in_old[-1]]
    _share_edges(old.text, new.text, in_old, in_new)
    following = {id(a): b for a, b in pairwise(in_new)}
    paired = [(a, b) for a, b in pairwise(in_old) if following[id(a)] is b]
    for pair in paired:
        _join(old.text, new.text, *pair)
    made = [
        *_one_sided(old.text, new.text, in_old, in_new, {id(a) for a, _ in paired}),
        *(piece for pair in paired for piece in _changed(*pair)),
        *(s.piece() for s in in_old if s.old.start < s.old.end or s.new.start < s.new.end),
    ]
    return tuple(_merged(sorted(made, key=lambda piece: (piece.old, piece.new))))


def in_new_order(pieces: Iterable[Piece]) -> list[Piece]:
    """The same pieces in the order of the new text."""
    return sorted(pieces, key=lambda piece: (piece.new, piece.old))


def _merged(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces, those that continue the one before them made one with it."""
    merged: list[Piece] = []
    for piece in pieces:
        last = merged[-1] if merged else None
        if (
            last is not None
            and last[0] == piece.kind
            and last.is_verbatim == piece.is_verbatim
            and last.old.end == piece.old.start
            and last.new.end == piece.new.start
        ):
            old, new = Span(last.old.start, piece.old.end), Span(last.new.start, piece.new.end)
            merged[-1] = last._replace(old=old, new=new)
        else:
            merged.append(piece)
    return merged


def _without_strays(runs: Sequence[Run], old: int, new: int) -> list[Run]:
    """The runs but those of a word or two amid much that was replaced: «في» is everywhere."""
    edges = [Run(0, 0, 0), *runs, Run(old, new, 0)]
    return [
        run
        for before, run, after in zip(edges, runs, edges[2:], strict=False)
        if run.size > _STRAY
        or _replaced_words(before, run) < _FAR_MORE * run.size
        or _replaced_words(run, after) < _FAR_MORE * run.size
    ]


def _replaced_words(run: Run, after: Run) -> int:
    """How many words of one text stand against as many others between two runs."""
    return min(after.old - run.old_end, max(0, after.new - run.new_end))


def _stretches(old: Tokens, new: Tokens, run: Run) -> Iterator[_Stretch]:
    """A run, cut where signs between its words changed and where another format begins."""
    whole = _Stretch(
        Span(old.starts[run.old], old.ends[run.old_end - 1]),
        Span(new.starts[run.new], new.ends[run.new_end - 1]),
        run.is_moved,
    )
    if old.text[slice(*whole.old)] == new.text[slice(*whole.new)]:
        yield whole
        return
    current = _Stretch(
        Span(whole.old.start, whole.old.start), Span(whole.new.start, whole.new.start)
    )
    for is_sign, here, there in _atoms(old, new, run):
        # Parts of one word that folds to several have one place.
        old_end, new_end = max(here.end, current.old.end), max(there.end, current.new.end)
        raw = old.text[current.old.end : old_end], new.text[current.new.end : new_end]
        if is_sign and not same_signs(*raw):
            yield current
            current = _Stretch(Span(old_end, old_end), Span(new_end, new_end), run.is_moved)
        elif (raw[0] == raw[1]) == current.is_verbatim or current.old.start == current.old.end:
            current.is_moved, current.is_verbatim = run.is_moved, raw[0] == raw[1]
            current.until(old_end, new_end)
        else:
            yield current
            starts = current.old.end, current.new.end
            current = _Stretch(
                Span(starts[0], old_end), Span(starts[1], new_end), run.is_moved, raw[0] == raw[1]
            )
    yield current


def _atoms(old: Tokens, new: Tokens, run: Run) -> Iterator[tuple[bool, Span, Span]]:
    """The words of a run and what stands between them, in turn, with their places."""
    for here, there in zip(range(run.old, run.old_end), range(run.new, run.new_end), strict=True):
        if here > run.old:
            yield (
                True,
                Span(old.ends[here - 1], old.starts[here]),
                Span(new.ends[there - 1], new.starts[there]),
            )
        yield (
            False,
            Span(old.starts[here], old.ends[here]),
            Span(new.starts[there], new.ends[there]),
        )


def _share_edges(
    old: str, new: str, in_old: Sequence[_Stretch], in_new: Sequence[_Stretch]
) -> None:
    """Give each stretch what both texts have right behind it, then what both have before it."""
    following = {id(a): b for a, b in pairwise(in_new)}
    for here, after in pairwise(in_old):
        gap = old[here.old.end : after.old.start]
        size = _shared(gap, new[here.new.end : following[id(here)].new.start])
        here.until(here.old.end + size, here.new.end + size)
    preceding = {id(b): a for a, b in pairwise(in_new)}
    for before, here in pairwise(in_old):
        gap = old[before.old.end : here.old.start]
        size = _shared(gap[::-1], new[preceding[id(here)].new.end : here.new.start][::-1])
        here.since(here.old.start - size, here.new.start - size)


def _join(old: str, new: str, before: _Stretch, after: _Stretch) -> None:
    """Take a difference between neighbours that is one of format into the first of them."""
    gap = old[before.old.end : after.old.start]
    other = new[before.new.end : after.new.start]
    if gap != other and not _has_words(gap + other) and same_signs(gap, other):
        before.until(after.old.start, after.new.start)
        before.is_verbatim = False


def _shared(one: str, other: str) -> int:
    """How many characters that belong to no word two texts begin with."""
    size = 0
    for a, b in zip(one, other, strict=False):
        if a != b or a.isalnum():
            break
        size += 1
    return size


def _has_words(text: str) -> bool:
    return any(char.isalnum() for char in text)


def _changed(before: _Stretch, after: _Stretch) -> Iterator[Piece]:
    """What lies between neighbours in both texts."""
    old, new = Span(before.old.end, after.old.start), Span(before.new.end, after.new.start)
    has_old, has_new = old.start < old.end, new.start < new.end
    if has_old or has_new:
        kinds = PieceKind.REPLACED if has_new else PieceKind.DELETED
        yield Piece(kinds if has_old else PieceKind.INSERTED, old, new, False)


def _one_sided(
    old: str,
    new: str,
    in_old: Sequence[_Stretch],
    in_new: Sequence[_Stretch],
    paired: frozenset[int] | set[int],
) -> Iterator[Piece]:
    """What lies between neighbours in one text that are none in the other."""
    for before, after in pairwise(in_old):
        gap = Span(before.old.end, after.old.start)
        if id(before) in paired or gap.start == gap.end:
            continue
        if old[slice(*gap)].isspace():
            before.until(gap.end, before.new.end)
        else:
            yield Piece(PieceKind.DELETED, gap, Span(before.new.end, before.new.end), False)
    for before, after in pairwise(in_new):
        gap = Span(before.new.end, after.new.start)
        if id(before) in paired or gap.start == gap.end:
            continue
        if new[slice(*gap)].isspace():
            before.until(before.old.end, gap.end)
        else:
            yield Piece(PieceKind.INSERTED, Span(before.old.end, before.old.end), gap, False)
