"""A paragraph that is too long to be looked at, with the middles of its long runs left out.

Some pages hold a whole book in one paragraph; what differs in it is seen all the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reader.model.comparison import Paragraph, Run

MOST: Final = 12_000
"""Code points of a paragraph that are shown as they are."""
KEPT: Final = 300
"""Code points of a long run that stay at either end of it."""
LEFT_OUT: Final = " […] "


def abridged(paragraph: Paragraph, most: int = MOST, kept: int = KEPT) -> Paragraph:
    """The paragraph, at most about so long; its place in the page text stays as it was.

    Args:
        paragraph: of a comparison.
        most: code points; one that has no more is given back as it is.
        kept: code points at each end of a run that is cut.
    """
    if len(paragraph.text) <= most:
        return paragraph
    text, runs = "", list[Run]()
    for words, run in _shorter(paragraph, kept):
        if len(text) >= most:
            text += LEFT_OUT
            break
        runs.append(run.model_copy(update={"start": len(text), "end": len(text) + len(words)}))
        text += words
    return paragraph.model_copy(update={"text": text, "runs": tuple(runs)})


def _shorter(paragraph: Paragraph, kept: int) -> Iterator[tuple[str, Run]]:
    for run in paragraph.runs:
        words = paragraph.words(run)
        if len(words) > 2 * kept + len(LEFT_OUT):
            words = words[:kept] + LEFT_OUT + words[-kept:]
        yield words, run
