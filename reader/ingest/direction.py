"""The direction of an article and of its blocks, told from the text and not from `<html>`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import regex

from reader.model.article import Direction
from reader.text.bidi import first_strong, strong_counts

_ENOUGH: Final = 100_000
_LETTER: Final = {
    Direction.RTL: regex.compile(r"[\p{Bidi_Class=R}\p{Bidi_Class=AL}]"),
    Direction.LTR: regex.compile(r"\p{Bidi_Class=L}"),
}


def of_text(*sources: Iterable[str]) -> Direction:
    """The direction that most strong characters of the article have.

    Args:
        sources: texts of which the first 100,000 characters decide; the next ones are asked
            where those before leave it open, and without an answer it is left to right.
    """
    for texts in sources:
        counts = strong_counts("".join(texts)[:_ENOUGH])
        if counts.rtl != counts.ltr:
            return Direction.RTL if counts.rtl > counts.ltr else Direction.LTR
    return Direction.LTR


def of_block(text: str, own: str, article: Direction) -> Direction:
    """The direction of a block.

    Its own `dir` attribute (`own`: rtl, ltr, auto or ""), else the article's if the block has any
    letter of that direction, else that of its first strong character, else the article's.
    """
    if own in (Direction.RTL, Direction.LTR):
        return Direction(own)
    if not own and _LETTER[article].search(text):
        return article
    found = first_strong(text)
    return Direction(found) if found else article
