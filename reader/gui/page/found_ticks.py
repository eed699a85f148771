"""Where something was found, as ticks along the scroll bar of the text.

A tick stands where its words are: by the heights of the lines where the document has been laid
out to its end, till then by their share of the text, which comes near.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from reader.gui.kit.theme import Theme
from reader.gui.page.document import ArticleDocument
from reader.gui.page.found_painter import Found

_TICK: Final = 2
"""The height of a tick, in pixels of the logical screen."""
_NOW: Final = 4
_INSET: Final = 2
_SOON: Final = 30
"""Milliseconds until other ticks are painted: the text, where somebody looks, comes first."""


class Knot(NamedTuple):
    """An offset of the page and the share of the document's height at which it stands."""

    offset: int
    share: float


def knots(document: ArticleDocument) -> list[Knot]:
    """Where the pieces of a document stand, in the order of the page; neither number falls."""
    pieces = document.table.pieces
    whole = document.size().height()
    if not pieces or whole <= 0:
        return []
    found: list[Knot] = []
    for piece, (top, bottom) in zip(pieces, _heights(document), strict=True):
        # The cells of a table's row begin side by side.
        lowest = found[-1].share if found else 0.0
        found.append(Knot(piece.start, max(top, lowest)))
        found.append(Knot(piece.end, max(bottom, lowest)))
    return found


def _heights(document: ArticleDocument) -> Iterator[tuple[float, float]]:
    """Where each piece begins and ends, as shares of the height."""
    if document.lastBlock().layout().lineCount() == 0:
        length = max(document.characterCount(), 1)
        for piece in document.table.pieces:
            yield piece.position / length, piece.position_end / length
        return
    layout, whole = document.documentLayout(), document.size().height()
    for piece in document.table.pieces:
        rect = layout.blockBoundingRect(document.findBlock(piece.position))
        yield rect.top() / whole, rect.bottom() / whole


def _offset(known: Sequence[Knot], share: float) -> int:
    """The offset at a share of the height."""
    at = bisect_right(known, share, key=lambda knot: knot.share)
    if not 0 < at < len(known):
        return known[min(at, len(known) - 1)].offset if known else 0
    above, below = known[at - 1], known[at]
    part = (share - above.share) / (below.share - above.share)
    return above.offset + round(part * (below.offset - above.offset))


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
        self._edges: list[int] | None = None
        self._rows: list[tuple[int, int]] | None = None
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self.update)
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
        self._soon.start()

    def forget(self) -> None:
        """The document is another, or has been laid out anew or further."""
        self._edges = self._rows = None
        self.update()

    def rows(self) -> list[tuple[int, int]]:
        """The ticks: tops and bottoms in pixels, apart from each other."""
        if self._rows is None:
            hits = self._found.hits
            self._rows = _runs(hits.stretches(self.edges())) if hits else []
        return self._rows

    def row_now(self) -> int | None:
        """The height of the present hit, in pixels."""
        if self._found.now is None:
            return None
        return max(bisect_right(self.edges(), self._found.now[0]) - 1, 0)

    def edges(self) -> list[int]:
        """The offsets at which each row of pixels begins, and where the last one ends."""
        if self._edges is None:
            known, length = self._where(), max(self.height() - _TICK, 1)
            self._edges = [_offset(known, row / length) for row in range(length + 1)]
        return self._edges

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._bar and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._bar.rect())
            self.forget()
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


def _runs(rows: Iterable[int]) -> list[tuple[int, int]]:
    """The ticks of rows in ascending order; those that touch are one."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and row <= runs[-1][1]:
            runs[-1] = runs[-1][0], row + _TICK
        else:
            runs.append((row, row + _TICK))
    return runs
