"""A page as it will be printed, on the screen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from reader.gui.dialogs.printing import Paper

_GAP = 12


class PagePreview(QWidget):
    """One page, as large as there is room for."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setMinimumSize(QSize(140, 180))
        self._paper: Paper | None = None
        self._number = 0
        self._picture: QPixmap | None = None

    def show_page(self, paper: Paper, number: int) -> None:
        self._paper, self._number = paper, number
        self._picture = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._picture = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._paper is None:
            return
        if self._picture is None:
            self._picture = self._painted(self._paper)
        size = self._picture.deviceIndependentSize().toSize()
        with QPainter(self) as painter:
            corner = self.rect().center() - QPoint(size.width() // 2, size.height() // 2)
            painter.drawPixmap(corner, self._picture)
            painter.setPen(self.palette().mid().color())
            painter.drawRect(corner.x(), corner.y(), size.width() - 1, size.height() - 1)

    def _painted(self, paper: Paper) -> QPixmap:
        ratio = self.devicePixelRatioF()
        room = QSizeF(self.width() - _GAP, self.height() - _GAP)
        scale = min(room.width() / paper.size.width(), room.height() / paper.size.height())
        picture = QPixmap((paper.size * scale * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.white)
        with QPainter(picture) as painter:
            painter.scale(scale, scale)
            paper.paint(painter, self._number)
        return picture
