"""A small window that opens beside what asked for it, and closes when one looks elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

_GAP = 4
"""Between the popover and what it belongs to, in pixels of the logical screen."""


def place(size: QSize, beside: QRect, within: QRect, *, rtl: bool) -> QPoint:
    """Below what it belongs to, flush with where reading begins; always within the screen."""
    x = beside.right() + 1 - size.width() if rtl else beside.left()
    x = max(within.left(), min(x, within.right() + 1 - size.width()))
    y = beside.bottom() + 1 + _GAP
    return QPoint(x, max(within.top(), min(y, within.bottom() + 1 - size.height())))


class Popover(QFrame):
    """Holds a column of widgets in `body`. Escape and a press outside close it, for good."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popover")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(14, 12, 14, 12)
        self.body.setSpacing(8)

    def open_below(self, widget: QWidget) -> None:
        """Open below a widget of the window; inside it, where it is a large one."""
        self.adjustSize()
        beside = QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())
        if beside.height() > 2 * self.height():
            beside.setHeight(1)
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        within = widget.screen().availableGeometry()
        self.move(place(self.size(), beside, within, rtl=rtl))
        self.show()
