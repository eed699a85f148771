"""Paints the cells of a comparison's table: words, signs, and what is folded away."""

from __future__ import annotations

from typing import Final, Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.gui.dialogs.facing_cell import FacingCell
from reader.gui.dialogs.facing_model import Column, FacingModel
from reader.gui.kit.icons import pixmap
from reader.gui.kit.theme import Theme
from reader.model.comparison import Row, RowChange
from reader.session.comparison_stretches import Stretch

PAD: Final = 14, 7
"""Room at the sides of the words of a cell, and above and below them, in pixels."""
FOLD: Final = 30
"""The height of a row that stands for what is folded away, in pixels."""
_SIGN: Final = 16
_BETWEEN: Final = 4
_RING: Final = 2
_SIGNS: Final = {
    RowChange.ADDED: ("plus", "run_inserted"),
    RowChange.DELETED: ("minus", "run_deleted"),
    RowChange.MOVED: ("arrow-up-down", "run_moved"),
    RowChange.SPLIT: ("split", "run_moved"),
    RowChange.MERGED: ("merge", "run_moved"),
    RowChange.EDITED: ("pencil", "ink"),
    RowChange.FORMATTED: ("equal-approximately", "run_format"),
}
_TOUCHED: Final = "highlighter", "accent"


class Cells(Protocol):
    """What knows the cells as they are set."""

    def cell(self, at: int, column: int) -> FacingCell: ...


class FacingDelegate(QStyledItemDelegate):
    """Paints what the model holds; `cells` sets the words when they come into sight."""

    def __init__(self, model: FacingModel, cells: Cells, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._cells, self.theme = model, cells, theme

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        at, column = index.row(), Column(index.column())
        entry, row = self._model.entry(at), self._model.row(at)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(rect)
        if isinstance(entry, Stretch):
            self._fold(painter, rect, self._model.folded(entry))
        elif row is not None and column is Column.SIGN:
            self._signs(painter, rect, row)
        elif row is not None:
            self._words(painter, rect, row, at, column)
        painter.setPen(QPen(self.theme.colour("border"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        current = bool(state & QStyle.StateFlag.State_HasFocus)
        if current:
            painter.setPen(QPen(self.theme.colour("focus_ring"), _RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -1))
        painter.restore()

    def _words(self, painter: QPainter, rect: QRect, row: Row, at: int, column: Column) -> None:
        if not self._model.side(at, column):
            painter.fillRect(rect, self.theme.colour("window"))
            linked = row.counterpart is not None
            self._note(painter, rect, self._model.lacking(row), linked=linked)
            return
        painter.setPen(self.theme.colour("ink"))
        self._cells.cell(at, column).paint(painter, QRectF(rect).adjusted(*_inside()))

    def _note(self, painter: QPainter, rect: QRect, words: str, *, linked: bool) -> None:
        if linked:
            font = painter.font()
            font.setUnderline(True)
            painter.setFont(font)
        painter.setPen(self.theme.colour("accent" if linked else "muted"))
        room = rect.adjusted(PAD[0], PAD[1], -PAD[0], -PAD[1])
        flags = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter
        painter.drawText(room, flags | Qt.TextFlag.TextWordWrap, words)

    def _fold(self, painter: QPainter, rect: QRect, words: str) -> None:
        painter.fillRect(rect, self.theme.colour("window"))
        painter.setPen(self.theme.colour("muted"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, f"⋯  {words}  ⋯")

    def _signs(self, painter: QPainter, rect: QRect, row: Row) -> None:
        painter.fillRect(rect, self.theme.colour("window"))
        found = [_SIGNS[change] for change in row.changes]
        if row.touched:
            found.append(_TOUCHED)
        elif row.marks:
            found.append((_TOUCHED[0], "muted"))
        y, scale = rect.top() + PAD[1] + _BETWEEN, painter.device().devicePixelRatio()
        for name, role in found:
            picture = pixmap(name, self.theme, role, scale, _SIGN)
            x = rect.left() + (rect.width() - _SIGN) // 2
            painter.drawPixmap(x, y, picture)
            y += _SIGN + _BETWEEN


def _inside() -> tuple[float, float, float, float]:
    return float(PAD[0]), float(PAD[1]), -float(PAD[0]), -float(PAD[1])
