"""Which marks stand in the rows of a comparison, and which of them a difference touches."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from uuid import UUID

from reader.anchoring import Span
from reader.model.annotations import Mark
from reader.model.article import Article
from reader.model.comparison import DIFFERING, Row
from reader.model.placing import as_it_stands
from reader.session.cutting import Exchange
from reader.session.paragraphs import Side


def with_marks(
    rows: tuple[Row, ...],
    both: tuple[Side, Side],
    exchanges: Iterable[Exchange],
    marks: Sequence[Mark],
) -> tuple[Row, ...]:
    """The rows with the marks that stand in them, on either side."""
    if not marks:
        return rows
    stand: list[dict[UUID, None]] = [{} for _ in rows]
    touched: list[dict[UUID, None]] = [{} for _ in rows]
    differing = _differing(rows, both, exchanges)
    for side, name in enumerate(("old", "new")):
        places = sorted(
            (p.start, p.end, at) for at, row in enumerate(rows) for p in getattr(row, name)
        )
        ends = [end for _, end, _ in places]
        for mark_id, start, end in _spans(both[side].article, marks):
            for first, last, at in places[bisect_right(ends, start) :]:
                if first >= end:
                    break
                stand[at][mark_id] = None
                if _touches(differing[side], max(start, first), min(end, last)):
                    touched[at][mark_id] = None
    return tuple(
        row.model_copy(update={"marks": tuple(stand[at]), "touched": tuple(touched[at])})
        for at, row in enumerate(rows)
    )


def _spans(article: Article, marks: Iterable[Mark]) -> Iterator[tuple[UUID, int, int]]:
    """The places of marks in a version, those of their cues and contents too."""
    for mark in marks:
        found, standing = as_it_stands(mark, article.version, article.page_text)
        if standing.has_place:
            for anchor in found.anchors:
                if anchor.version == article.version:
                    yield mark.id, anchor.start, anchor.end


def _differing(
    rows: Sequence[Row], both: tuple[Side, Side], exchanges: Iterable[Exchange]
) -> tuple[list[Span], list[Span]]:
    """What differs on either side, as spans of its page text, in order.

    Empty ones are places where the other side has something more.
    """
    found: tuple[list[Span], list[Span]] = ([], [])
    for row in rows:
        for side, paragraphs in enumerate((row.old, row.new)):
            found[side].extend(
                Span(p.start + r.start, p.start + r.end)
                for p in paragraphs
                for r in p.runs
                if r.kind in DIFFERING
            )
    for exchange in exchanges:
        for side, span in enumerate((exchange.old, exchange.new)):
            if span.start == span.end:
                at = both[side].to_page(span.start)
                found[side].append(Span(at, at))
    for spans in found:
        spans.sort()
    return found


def _touches(differing: Sequence[Span], start: int, end: int) -> bool:
    """Whether something differs within a span, its edges left out."""
    at = bisect_left(differing, (start, start))
    before = at > 0 and differing[at - 1].end > start
    return before or any(start < s.end and s.start < end for s in differing[at : at + 1])
