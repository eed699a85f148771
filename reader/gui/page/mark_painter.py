"""Finds the marks of a document that are on the screen, and paints them under its text.

The text itself is never formatted. Coordinates are those of the document, in pixels of the
logical screen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from reader.gui.page.document import ArticleDocument, ShownBlock
from reader.gui.page.document_style import Style
from reader.gui.page.mark_brush import MarkBrush, PlacedMark
from reader.gui.page.mark_layout import MarkIndex, PaintedMark

if TYPE_CHECKING:
    from uuid import UUID


class Emphasis(NamedTuple):
    """What a person has chosen, and what is linked to it."""

    selected: frozenset[UUID] = frozenset()
    linked: frozenset[UUID] = frozenset()


class MarkPainter:
    """Paints the marks of one document."""

    def __init__(self, document: ArticleDocument, style: Style) -> None:
        self._document = document
        self._em = style.em
        self._brush = MarkBrush(style.theme, style.typography.font(), style.em)
        self.index = MarkIndex()
        self.emphasis = Emphasis()

    def place(self, blocks: Iterable[ShownBlock]) -> list[PlacedMark]:
        """The marks that stand in these blocks, in the order of painting."""
        return self._brush.in_order(part for shown in blocks for part in self._placed(shown))

    def paint(self, painter: QPainter, placed: Iterable[PlacedMark]) -> None:
        parts = list(placed)
        self._brush.paint(painter, parts)
        for part in parts:
            chosen = part.mark.id in self.emphasis.selected
            if chosen or part.mark.id in self.emphasis.linked:
                self._brush.outline(painter, part, chosen=chosen)

    def marks_at(self, point: QPointF, blocks: Iterable[ShownBlock]) -> list[PaintedMark]:
        """The marks under a point, the shortest first."""
        under = {p.mark for p in self.place(blocks) if self._holds(p, point)}
        return sorted(under, key=lambda m: (m.end - m.start, m.start, m.id.int))

    def _holds(self, part: PlacedMark, point: QPointF) -> bool:
        local = point - part.origin
        return any(r.contains(local) for s in part.lines for r in self._brush.boxes(part, s))

    def _placed(self, shown: ShownBlock) -> Iterator[PlacedMark]:
        if not self.index.items:
            return
        em = shown.block.charFormat().font().pixelSize()
        em = em if em > 0 else self._em
        for first, last in self._document.visible(shown):
            for mark in self.index.overlapping(first, last):
                start, end = max(mark.start, first), min(mark.end, last)
                if lines := self._document.line_spans(shown, start, end):
                    yield PlacedMark(
                        mark,
                        self.index.lanes[mark.id],
                        shown.rect.topLeft(),
                        em,
                        begins=start == mark.start,
                        ends=end == mark.end,
                        lines=lines,
                    )
