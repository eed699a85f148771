"""Two versions of a text, laid side by side word by word.

One alignment serves the marks, which ask where their words went, and the comparison, which shows
the `pieces`. See `docs/anchoring.md`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from reader.anchoring.gaps import fill, fill_moved
from reader.anchoring.links import LOOSE, Links, Run, heaviest_chain
from reader.anchoring.pieces import Piece, cut
from reader.anchoring.seeds import SHINGLE, seed
from reader.anchoring.separators import same_signs
from reader.anchoring.tokens import Tokens, Vocabulary, tokenise
from reader.anchoring.values import Progress, Stop, check_stop


@dataclass(frozen=True, eq=False)
class Alignment:
    """Which words of the old text are which of the new one. Immutable; safe to share."""

    old: Tokens
    new: Tokens
    to_new: list[int]
    """For every old word the new word that it became, or LOOSE."""
    to_old: list[int]
    runs: tuple[Run, ...]
    """Words that follow one another in both texts, in the order of the old text."""
    phrases: list[int]
    """Where, in the old text, phrases of `SHINGLE` words begin that stand once in either text."""

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """Both texts as pieces that cover them: same, moved, replaced, deleted, inserted."""
        return cut(self.old, self.new, self.runs)

    @property
    def is_same_words(self) -> bool:
        """Whether both texts have the same words in the same order, and no others."""
        return len(self.old) == len(self.new) and (
            len(self.old) == 0 or (len(self.runs) == 1 and self.runs[0].size == len(self.old))
        )

    def run_number(self, word: int) -> int:
        """The index of the run that holds an old word, or of the last one before it; -1: none."""
        return bisect_right(self._starts, word) - 1

    def runs_in(self, first: int, last: int) -> Iterator[Run]:
        """The runs that hold some of the old words of a range, in order."""
        at = max(0, self.run_number(first))
        while at < len(self.runs) and self.runs[at].old < last:
            if self.runs[at].old_end > first:
                yield self.runs[at]
            at += 1

    def sign_changes(self, first: int, last: int) -> list[int]:
        """Of some old words that stayed together, those before which other signs stand now."""
        changed = self._sign_changes
        return changed[bisect_right(changed, first) : bisect_left(changed, last)]

    @cached_property
    def _sign_changes(self) -> list[int]:
        """The words of runs, but the first of each, before which other signs stand now."""
        old, new = self.old, self.new
        found: list[int] = []
        for run in self.runs:
            raw = old.text[old.starts[run.old] : old.ends[run.old_end - 1]]
            if raw != new.text[new.starts[run.new] : new.ends[run.new_end - 1]]:
                found += (
                    run.old + step
                    for step in range(1, run.size)
                    if not same_signs(old.before(run.old + step), new.before(run.new + step))
                )
        return found

    @cached_property
    def _starts(self) -> list[int]:
        return [run.old for run in self.runs]


def align(
    old: str,
    new: str,
    *,
    old_blocks: Iterable[tuple[int, int]] | None = None,
    new_blocks: Iterable[tuple[int, int]] | None = None,
    progress: Progress | None = None,
    cancelled: Stop | None = None,
) -> Alignment:
    """Lay two texts side by side.

    Args:
        old: the text as it was.
        new: the text as it is.
        old_blocks: the paragraphs of the old text, as spans of code points; None: its lines.
        new_blocks: those of the new text.
        progress: is told the share of the work that is done.
        cancelled: is asked whether to stop.

    Raises:
        CancelledError: `cancelled` said so.
    """
    tell = progress or (lambda _: None)
    vocabulary = Vocabulary()
    first = tokenise(old, vocabulary, old_blocks)
    check_stop(cancelled)
    tell(0.2)
    second = tokenise(new, vocabulary, new_blocks)
    check_stop(cancelled)
    tell(0.4)
    if first.numbers == second.numbers:
        return _side_by_side(first, second)
    links = Links(first.numbers, second.numbers)
    main, moved, phrases = seed(links, cancelled)
    tell(0.8)
    fill(links, main, cancelled)
    fill_moved(links, first, second, moved)
    tell(1.0)
    to_new = links.to_new
    whole = [at for at in phrases if _is_linked_whole(to_new, at)]
    return Alignment(
        first, second, to_new, links.to_old, _runs(links, has_moved=bool(moved)), whole
    )


def _side_by_side(old: Tokens, new: Tokens) -> Alignment:
    """Texts of the same words: each is the one in the same place, repeated or not."""
    every = list(range(len(old)))
    runs = (Run(0, 0, len(old)),) if every else ()
    return Alignment(old, new, every, every, runs, [])


def _runs(links: Links, *, has_moved: bool) -> tuple[Run, ...]:
    """All runs, those that left their order named."""
    runs = [Run(*run) for run in links.runs()]
    if not has_moved:
        return tuple(runs)
    kept = heaviest_chain(runs)
    return tuple(
        run if index in kept else run._replace(is_moved=True) for index, run in enumerate(runs)
    )


def _is_linked_whole(to_new: list[int], at: int) -> bool:
    return to_new[at] != LOOSE and to_new[at + SHINGLE - 1] == to_new[at] + SHINGLE - 1
