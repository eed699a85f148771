"""From a span of a text version to an anchor that carries its words and their surroundings."""

from __future__ import annotations

from uuid import UUID

from reader.model.annotations import CONTEXT_LENGTH, Anchor
from reader.model.vocabulary import Role


def describe(
    text: str, version: str, start: int, end: int, *, anchor_id: UUID, role: Role = Role.SPAN
) -> Anchor:
    """Describe `text[start:end]`, in code points of the version's page text.

    Prefix and suffix hold at most `CONTEXT_LENGTH` code points and, where that leaves
    anything, whole words: the shape of W3C Web Annotation's TextQuoteSelector.

    Raises:
        ValueError: the span is empty or lies outside the text.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError((start, end))
    exact = text[start:end]
    return Anchor(
        id=anchor_id,
        role=role,
        version=version,
        start=start,
        end=end,
        exact=exact,
        prefix=_prefix(text, start),
        suffix=_suffix(text, end),
        occurrence=_occurrence(text, exact, start),
    )


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
