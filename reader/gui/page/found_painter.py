"""Paints what was found under the letters: flat and square, with a line above, as no mark is.

Marks are boxes with round corners, bands behind the lower half, lines below. So a hit within a
mark is told from it by its shape too.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from reader.gui.page.document import ArticleDocument, ShownBlock
from reader.gui.page.document_style import Style

if TYPE_CHECKING:
    from reader.text.matching import Hits, Span

_ABOVE: Final = 1.0
"""How far a hit reaches over the baseline, in ems: a little over any mark."""
_BELOW: Final = 0.34
_LINE: Final = 2.0
_NOW_LINE: Final = 2.2


class Found(NamedTuple):
    """What was found in a text."""

    hits: Hits | None = None
    now: Span | None = None
    """The present one."""


class FoundPainter:
    """Paints the hits in one document, of which only those on the screen are looked at."""

    def __init__(self, document: ArticleDocument, style: Style) -> None:
        self._document = document
        self._style = style
        self.found = Found()

    def paint(self, painter: QPainter, blocks: Iterable[ShownBlock]) -> None:
        """Paint the hits in these blocks. Coordinates are those of the document."""
        hits = self.found.hits
        if not hits:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        present: list[QRectF] = []
        others: list[QRectF] = []
        for shown in blocks:
            em = self._em(shown)
            for first, last in self._document.visible(shown):
                for number in hits.between(first, last):
                    span = hits[number]
                    boxes = self._boxes(shown, em, max(span[0], first), min(span[1], last))
                    if span == self.found.now:
                        present += boxes
                    else:
                        others += boxes
        self._paint(painter, others)
        self._paint_present(painter, present)
        painter.restore()

    def _em(self, shown: ShownBlock) -> float:
        """The size of a block's letters, in pixels."""
        size = shown.block.charFormat().font().pixelSize()
        return size if size > 0 else self._style.em

    def _boxes(self, shown: ShownBlock, em: float, start: int, end: int) -> list[QRectF]:
        corner = shown.rect.topLeft()
        return [
            box.translated(corner)
            for line in self._document.line_spans(shown, start, end)
            for box in line.rects(em * _ABOVE, em * _BELOW)
        ]

    def _paint(self, painter: QPainter, boxes: list[QRectF]) -> None:
        ground, edge = self._style.theme.colour("found"), self._style.theme.colour("found_edge")
        for box in boxes:
            painter.fillRect(box, ground)
            painter.fillRect(QRectF(box.left(), box.top(), box.width(), _LINE), edge)

    def _paint_present(self, painter: QPainter, boxes: list[QRectF]) -> None:
        pen = QPen(self._style.theme.colour("found_edge"), _NOW_LINE)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.setBrush(self._style.theme.colour("found_now"))
        for box in boxes:
            painter.drawRect(box.adjusted(-2, -1, 2, 1))
