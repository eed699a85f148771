"""From a span of a text version to an anchor that carries its words and their surroundings."""

from __future__ import annotations

import hashlib
from uuid import UUID, uuid4

from reader.model.annotations import CONTEXT_LENGTH, Anchor
from reader.model.vocabulary import Role


def describe(
    text: str,
    span: tuple[int, int],
    *,
    version: str | None = None,
    anchor_id: UUID | None = None,
    role: Role = Role.SPAN,
) -> Anchor:
    """Describe a span, in code points of a version's page text.

    Prefix and suffix hold at most `CONTEXT_LENGTH` code points and, where that leaves
    anything, whole words: the shape of W3C Web Annotation's TextQuoteSelector.

    Args:
        text: the page text of the version.
        span: of the text, half-open.
        version: the version's id; None: it is worked out from the text.
        anchor_id: the anchor's id; None: a new one.
        role: what the span is to its mark.

    Raises:
        ValueError: the span is empty or lies outside the text.
    """
    start, end = span
    if not 0 <= start < end <= len(text):
        raise ValueError((start, end))
    exact = text[start:end]
    prefix, suffix = surroundings(text, start, end)
    return Anchor(
        id=anchor_id or uuid4(),
        role=role,
        version=version or hashlib.sha256(text.encode()).hexdigest(),
        start=start,
        end=end,
        exact=exact,
        prefix=prefix,
        suffix=suffix,
        occurrence=_occurrence(text, exact, start),
    )


def surroundings(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after a span: prefix and suffix as an anchor has them."""
    return _prefix(text, start), _suffix(text, end)


def _prefix(text: str, start: int) -> str:
    cut = max(0, start - CONTEXT_LENGTH)
    window = text[cut:start]
    if cut == 0 or text[cut - 1].isspace():
        return window
    _, space, rest = window.partition(" ")
    return rest if space and rest else window


def _suffix(text: str, end: int) -> str:
    cut = min(len(text), end + CONTEXT_LENGTH)
    window = text[end:cut]
    if cut == len(text) or text[cut].isspace():
        return window
    rest, space, _ = window.rpartition(" ")
    return rest if space and rest else window


def _occurrence(text: str, exact: str, start: int) -> tuple[int, int]:
    """Which of the equal spans this is, and of how many. Overlapping ones count too."""
    at, index, total = text.find(exact), 0, 0
    while at != -1:
        total += 1
        index += at <= start
        at = text.find(exact, at + 1)
    return index, total
