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


def of_text(texts: Iterable[str], default: Direction = Direction.LTR) -> Direction:
    """The direction that most strong characters of the article have; `default` without any.

    The first 100,000 characters decide.
    """
    counts = strong_counts("".join(texts)[:_ENOUGH])
    if counts.rtl == counts.ltr:
        return default
    return Direction.RTL if counts.rtl > counts.ltr else Direction.LTR


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
