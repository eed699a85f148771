"""Some spans of a text joined into another, with the offset map both ways."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Projection:
    """Spans of a page text joined by newlines. All offsets are code points, half-open."""

    text: str
    spans: tuple[tuple[int, int], ...]
    """In the page text, ascending, not overlapping."""
    starts: tuple[int, ...]
    """Where each span starts in `text`."""

    @classmethod
    def of(cls, page_text: str, spans: Sequence[tuple[int, int]]) -> Projection:
        """Join `spans` of `page_text`; they must ascend and not overlap."""
        starts, at = [], 0
        for start, end in spans:
            starts.append(at)
            at += end - start + 1
        text = "\n".join(page_text[start:end] for start, end in spans)
        return cls(text, tuple(spans), tuple(starts))

    def to_page(self, offset: int) -> int:
        """The page offset of an offset into `text`.

        Raises:
            IndexError: the offset lies outside the text.
        """
        if not 0 <= offset <= len(self.text):
            raise IndexError(offset)
        if not self.spans:
            return 0
        i = bisect_right(self.starts, offset) - 1
        return self.spans[i][0] + offset - self.starts[i]

    def from_page(self, offset: int) -> int | None:
        """The offset into `text` of a page offset; None where its block is not shown."""
        i = bisect_right(self.spans, (offset, float("inf"))) - 1
        if i < 0 or offset > self.spans[i][1]:
            return None
        return self.starts[i] + offset - self.spans[i][0]

    def span_from_page(self, start: int, end: int) -> tuple[int, int] | None:
        """A page span in `text`: its shown part, or None where nothing of it is shown."""
        pieces = [
            (max(s, start) - s + at, min(e, end) - s + at)
            for (s, e), at in zip(self.spans, self.starts, strict=True)
            if s < end and start < e
        ]
        return (pieces[0][0], pieces[-1][1]) if pieces else None
