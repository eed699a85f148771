"""Paints a page under its text: the marks in it, and beside it their notes and ties."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from reader.gui.page.document import ArticleDocument, ShownBlock
from reader.gui.page.document_style import Style
from reader.gui.page.found_painter import Found, FoundPainter
from reader.gui.page.margin_painter import MarginPainter
from reader.gui.page.mark_brush import PlacedMark
from reader.gui.page.mark_layout import MarkIndex, PaintedMark, Shape
from reader.gui.page.mark_painter import Emphasis, MarkPainter
from reader.model.kinds import Direction

if TYPE_CHECKING:
    from uuid import UUID


class PagePainter:
    """Paints one document. Coordinates are those of the document."""

    def __init__(self, document: ArticleDocument, style: Style, direction: Direction) -> None:
        self._document = document
        self._marks = MarkPainter(document, style)
        self._margin = MarginPainter(document, style)
        self._found = FoundPainter(document, style)
        self._rtl = direction is Direction.RTL
        self._ties: list[tuple[UUID, UUID]] = []
        self._arrows: list[tuple[QRectF, tuple[PaintedMark, ...]]] = []
        """Where an arrow was painted, and the marks that it points at, the nearest first."""

    def set_marks(self, index: MarkIndex) -> None:
        self._marks.index = index

    def set_found(self, found: Found) -> None:
        self._found.found = found

    def emphasise(self, selected: frozenset[UUID], ties: Iterable[tuple[UUID, UUID]]) -> None:
        """Set what is selected; of the ties only those with a selected end are shown."""
        self._ties = [tie for tie in ties if selected & {*tie}]
        linked = frozenset(end for tie in self._ties for end in tie) - selected
        self._marks.emphasis = Emphasis(selected, linked)

    @property
    def has_ties(self) -> bool:
        return bool(self._ties)

    def paint(self, painter: QPainter, exposed: QRectF, screen: QRectF) -> None:
        """Paint what is exposed of what is on the screen."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        blocks = self._blocks(exposed)
        self._margin.paint_blocks(painter, blocks)
        placed = self._marks.place(blocks)
        self._marks.paint(painter, placed)
        self._found.paint(painter, blocks)
        self._margin.paint_note_signs(painter, (sign for sign, _ in self._signs(placed)))
        self._arrows = []
        if self._ties:
            self._paint_ties(painter, screen)

    def beyond(self, point: QPointF) -> tuple[PaintedMark, ...]:
        """The marks that the arrow under a point points at, the nearest first; none: no arrow."""
        return next((marks for place, marks in self._arrows if place.contains(point)), ())

    def marks_at(self, point: QPointF) -> list[PaintedMark]:
        """The marks under a point, the shortest first; the sign of a note counts as the note."""
        blocks = self._blocks(QRectF(point.x(), point.y() - 1, 1, 2))
        signs = self._signs(self._marks.place(blocks))
        noted = [mark for sign, mark in signs if sign.contains(point)]
        return noted or self._marks.marks_at(point, blocks)

    def _blocks(self, area: QRectF) -> list[ShownBlock]:
        return self._document.blocks_between(area.top(), area.bottom())

    def _signs(self, placed: Iterable[PlacedMark]) -> Iterator[tuple[QRectF, PaintedMark]]:
        """The signs in the margin: one for each note that begins here, side by side on a line."""
        taken: defaultdict[int, int] = defaultdict(int)
        for part in placed:
            if part.mark.shape is Shape.NOTE and part.begins:
                line = round(part.height)
                yield self._margin.note_sign(part.height, taken[line], rtl=self._rtl), part.mark
                taken[line] += 1

    def _paint_ties(self, painter: QPainter, screen: QRectF) -> None:
        blocks = self._blocks(screen)
        placed = self._marks.place(blocks)
        heights = {part.mark.id: part.height for part in reversed(placed)}
        first = next((at for b in blocks for at, _ in self._document.visible(b)), 0)
        above, below = screen.top() - 1, screen.bottom() + 1
        ends: defaultdict[UUID, set[UUID]] = defaultdict(set)
        for one, other in self._ties:
            hub = one if one in self._marks.emphasis.selected else other
            ends[hub].add(other if hub == one else one)
        for number, (hub, others) in enumerate(ends.items()):
            marks = [self._marks.index.get(end) for end in (hub, *others)]
            at = {
                mark: heights.get(mark.id, above if mark.start < first else below)
                for mark in marks
                if mark is not None and self._document.table.overlapping(mark.start, mark.end)
            }
            if len(at) > 1:
                arrows = self._margin.paint_tie(
                    painter, [*at.values()], screen, number, rtl=self._rtl
                )
                for way, place in arrows.items():
                    edge = above if way < 0 else below
                    far = [mark for mark, height in at.items() if height == edge]
                    far.sort(key=lambda mark: mark.start * way)
                    self._arrows.append((place, tuple(far)))
