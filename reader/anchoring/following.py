"""Marks through a chain of versions.

A mark keeps where it was made and where it was last confirmed. Looking from both catches what a
chain of small steps would carry along: where the two disagree, a person decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.anchoring.placing import reattach
from reader.anchoring.values import Level, Placement, Progress, Stop, Why


def reattach_from_both(
    original: tuple[str, Sequence[tuple[int, int]]],
    confirmed: tuple[str, Sequence[tuple[int, int]]],
    new: str,
    *,
    progress: Progress | None = None,
    cancelled: Stop | None = None,
) -> list[Placement]:
    """Find marks in a new version, from where they were made and where they stood last.

    Args:
        original: the text that the marks were made on, and their spans in it.
        confirmed: the text where they were last placed for certain, and their spans there.
        new: the text to place them in.
        progress: is told the share of the work that is done, from 0 to 1.
        cancelled: is asked now and then whether to stop.

    Returns:
        One placement for each mark, in order. Its changes are those since it was confirmed.

    Raises:
        ValueError: a span is empty or lies outside its text, or one text has more of them.
        CancelledError: `cancelled` said so.
    """
    tell = progress or (lambda _: None)
    if len(original[1]) != len(confirmed[1]):
        raise ValueError((len(original[1]), len(confirmed[1])))
    from_last = reattach(
        confirmed[0],
        new,
        confirmed[1],
        progress=lambda done: tell(done / 2),
        cancelled=cancelled,
    )
    if original[0] == confirmed[0] and list(original[1]) == list(confirmed[1]):
        tell(1.0)
        return from_last
    from_first = reattach(
        original[0],
        new,
        original[1],
        progress=lambda done: tell((1 + done) / 2),
        cancelled=cancelled,
    )
    return [agreed(last, first) for last, first in zip(from_last, from_first, strict=True)]


def agreed(last: Placement, first: Placement) -> Placement:
    """What two views of one mark come to.

    Where both see it in the same place, what was confirmed last counts: a change that a person
    accepted is not asked about twice. Where only one sees it, a sure view from the last version
    stands, since the text has moved on from the first; all else is a proposal.

    Args:
        last: seen from the version where the mark was confirmed last.
        first: seen from the version that it was made on.
    """
    if last.span == first.span or (first.span is None and last.level.is_automatic):
        return last
    if last.span is None or first.span is None:
        return replace(
            first if last.span is None else last, level=Level.REVIEW, evidence=Why.ONE_VERSION_ONLY
        )
    return replace(last, level=Level.REVIEW, evidence=Why.VERSIONS_DISAGREE)
