"""What the engine takes and gives: spans, levels, changes, placements.

Offsets are code points, half-open. `reader.model.annotations.Placement` is the record that an
article keeps of one of these placements.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from reader.model.errors import ReaderError

NOTHING: Final = "∅"
"""Stands for the missing side of a change: nothing was there before, or is there now."""

Progress = Callable[[float], object]
"""Is told how much of the work is done, from 0 to 1."""

Stop = Callable[[], bool]
"""Is asked now and then whether the work is still wanted; True ends it."""


class Span(NamedTuple):
    """A stretch of a text: half-open, in code points."""

    start: int
    end: int


class Level(StrEnum):
    """How sure it is that a mark's words are found. Only the first two need no person."""

    EXACT = "exact"
    MOVED = "moved"
    REVIEW = "review"
    ORPHAN = "orphan"

    @property
    def is_automatic(self) -> bool:
        """Whether the placement counts without a person's decision."""
        return self in (Level.EXACT, Level.MOVED)


class Why(StrEnum):
    """The evidence of a placement; `docs/anchoring.md` explains each for people."""

    IDENTICAL = "identical"
    FORMAT = "format"
    UNIQUE_RUN = "unique_run"
    CONTEXT = "context"
    MOVED_WHOLE = "moved_whole"
    WORDS_CHANGED = "words_changed"
    PUNCTUATION_CHANGED = "punctuation_changed"
    NEGATION_BEFORE = "negation_before"
    REPLACED = "replaced"
    WEAK_CONTEXT = "weak_context"
    MOVED_PART = "moved_part"
    FOUND_ELSEWHERE = "found_elsewhere"
    SEARCHED = "searched"
    VERSIONS_DISAGREE = "versions_disagree"
    ONE_VERSION_ONLY = "one_version_only"
    AMBIGUOUS = "ambiguous"
    DELETED = "deleted"


class ChangeKind(StrEnum):
    """What a change touches; the first that holds."""

    DIGIT = "digit"
    NEGATION = "negation"
    QUOTED_NAME = "quoted_name"
    WORDS = "words"
    PUNCTUATION = "punctuation"


class Change(NamedTuple):
    """Words of a mark that differ in the other text, as both texts write them."""

    old: str
    new: str
    kind: ChangeKind

    def __str__(self) -> str:
        return f"{self.old or NOTHING} → {self.new or NOTHING}"


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a mark stands in another text, how sure that is, and what differs there."""

    level: Level
    span: Span | None
    """None for an orphan, and for nothing else."""
    score: float
    """From 0 to 1; orders the placements of one level, the surest first."""
    evidence: Why
    changes: tuple[Change, ...] = ()
    """What differs inside, in order; where a lot does, the first of it."""


class CancelledError(ReaderError):
    """The work was stopped because nobody wanted it any more; nothing has changed."""

    def __init__(self) -> None:
        super().__init__("anchoring_cancelled")


def check_stop(cancelled: Stop | None) -> None:
    """End the work where that is wished.

    Raises:
        CancelledError: it is.
    """
    if cancelled is not None and cancelled():
        raise CancelledError
