"""Runs of folded words, by which two texts are compared."""

from __future__ import annotations

from collections.abc import Sequence

from reader.text.fold import Profile, fold
from reader.text.words import words


def tokens(text: str) -> list[str]:
    """The words of the text, folded with MATCH, in order."""
    # One call to fold for all of them: a newline is in no word, and folding keeps it.
    lines = "\n".join(text[start:end] for start, end in words(text))
    return [token for token in fold(lines, Profile.MATCH).text.split("\n") if token]


def shingles(tokens: Sequence[str], n: int) -> set[tuple[str, ...]]:
    """Every run of `n` tokens; empty when there are fewer.

    Raises:
        ValueError: n < 1.
    """
    if n < 1:
        raise ValueError(n)
    return set(zip(*(tokens[skip:] for skip in range(n)), strict=False))
