"""Where something was found, as ticks along the scroll bar of the text.

A tick stands where its words are: by the heights of the lines where the document has been laid
out to its end, till then by their share of the text, which comes near.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from itertools import groupby, pairwise
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from reader.gui.document import ArticleDocument
from reader.gui.found_painter import Found
from reader.gui.theme import Theme

_TICK: Final = 2
"""The height of a tick, in pixels of the logical screen."""
_NOW: Final = 4
_INSET: Final = 2


class Knot(NamedTuple):
    """An offset of the page and the share of the document's height at which it stands."""

    offset: int
    share: float


def knots(document: ArticleDocument) -> list[Knot]:
    """Where the blocks of a document stand, in the order of the page; one between each two."""
    pieces = document.table.pieces
    if not pieces:
        return []
    whole = document.size().height()
    if document.lastBlock().layout().lineCount() == 0 or whole <= 0:
        return _by_share(document)
    layout, found = document.documentLayout(), list[Knot]()
    for piece in pieces:
        rect = layout.blockBoundingRect(document.findBlock(piece.position))
        for offset, y in ((piece.start, rect.top()), (piece.end, rect.bottom())):
            if not found or offset > found[-1].offset:
                found.append(Knot(offset, y / whole))
    return found


def _by_share(document: ArticleDocument) -> list[Knot]:
    length = max(document.characterCount(), 1)
    ends = ((p.start, p.position) for p in document.table.pieces)
    last = document.table.pieces[-1]
    return [
        *(Knot(offset, position / length) for offset, position in ends),
        Knot(last.end, last.position_end / length),
    ]


class FoundTicks(QWidget):
    """Lies on a scroll bar and lets every press through to it."""

    def __init__(self, bar: QScrollBar, where: Callable[[], list[Knot]], theme: Theme) -> None:
        """Make it.

        Args:
            bar: the vertical scroll bar of the text.
            where: gives the knots of the document that is shown.
            theme: gives the colours.
        """
        super().__init__(bar)
        self._bar = bar
        self._where = where
        self._found = Found()
        self._knots: list[Knot] | None = None
        self._rows: list[tuple[int, int]] | None = None
        self.theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        bar.installEventFilter(self)
        bar.rangeChanged.connect(self.forget)
        self.hide()

    def show_found(self, found: Found) -> None:
        if found.hits is not self._found.hits:
            self._rows = None
        self._found = found
        self.setVisible(bool(found.hits))
        self.update()

    def forget(self) -> None:
        """The document is another, or has been laid out anew or further."""
        self._knots = self._rows = None
        self.update()

    def rows(self) -> list[tuple[int, int]]:
        """The ticks: tops and bottoms in pixels, apart from each other."""
        if self._rows is None:
            self._rows = _runs(self._heights())
        return self._rows

    def row_now(self) -> int | None:
        """The height of the present hit."""
        if self._found.now is None:
            return None
        return round(self._share(self._found.now[0]) * self._length())

    def _length(self) -> int:
        return max(self.height() - _TICK, 1)

    def _all_knots(self) -> list[Knot]:
        if self._knots is None:
            self._knots = self._where()
        return self._knots

    def _heights(self) -> set[int]:
        """The rows of pixels at which something was found: at most as many as there are."""
        hits, length = self._found.hits, self._length()
        if not hits:
            return set()
        if len(hits) <= length:
            return {round(self._share(start) * length) for start, _ in hits}
        found = set[int]()
        for above, below in pairwise(self._all_knots()):
            first, last = hits.first_from(above.offset), hits.first_from(below.offset)
            top, bottom = sorted(round(k.share * length) for k in (above, below))
            if last - first > bottom - top:
                found.update(range(top, bottom + 1))
            else:
                found |= {round(self._share(hits[n][0]) * length) for n in range(first, last)}
        return found

    def _share(self, offset: int) -> float:
        """The share of the height at which an offset stands."""
        known = self._all_knots()
        at = bisect_right(known, offset, key=lambda knot: knot.offset)
        if not 0 < at < len(known):
            return known[min(at, len(known) - 1)].share if known else 0.0
        above, below = known[at - 1], known[at]
        part = (offset - above.offset) / (below.offset - above.offset)
        return above.share + part * (below.share - above.share)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._bar and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._bar.rect())
            self._rows = None
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        width = self.width() - 2 * _INSET
        with QPainter(self) as painter:
            edge = self.theme.colour("found_edge")
            for top, bottom in self.rows():
                painter.fillRect(QRect(_INSET, top, width, bottom - top), edge)
            now = self.row_now()
            if now is not None:
                box = QRect(0, max(now - 1, 0), self.width(), _NOW)
                painter.fillRect(box, self.theme.colour("ink"))


def _runs(heights: set[int]) -> list[tuple[int, int]]:
    """Rows that touch made one."""
    runs: list[tuple[int, int]] = []
    for _, run in groupby(enumerate(sorted(heights)), key=lambda pair: pair[1] - pair[0]):
        rows = [row for _, row in run]
        if runs and rows[0] < runs[-1][1]:
            runs[-1] = runs[-1][0], rows[-1] + _TICK
        else:
            runs.append((rows[0], rows[-1] + _TICK))
    return runs
