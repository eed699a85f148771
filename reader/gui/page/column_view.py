"""A read-only text view with its column in the middle, as wide as set whatever the window's width.

The column's width is not bound to the window's, since each change of it lays out the whole text
anew. What the view is asked to load, it does not.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRect, QSignalBlocker, Qt, QUrl, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QImage,
    QMouseEvent,
    QResizeEvent,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from reader.gui.kit.plain import viewport_of
from reader.gui.page.mark_geometry import aimed, line_at
from reader.gui.page.pictures import blank

_NOTCH: Final = 120
"""Of a wheel, in eighths of a degree."""
_MOUSE: Final = frozenset(
    (
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseMove,
    )
)


class Anchor(NamedTuple):
    """A place in the document and where it stands in the viewport: kept when the text moves."""

    position: int
    """In UTF-16 units."""
    top: int
    """Of its line, in pixels of the logical screen."""


class ColumnView(QTextEdit):
    """The column, its keys and its wheel. A press beside the column is one at its edge."""

    zoom_requested = Signal(int)
    """Steps of the wheel with Ctrl: up is larger."""
    column_changed = Signal()
    """The column has another width, and the text is laid out anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = 600
        self._turned = 0
        self._held: tuple[Anchor, int] | None = None
        self._viewport = viewport_of(self)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalScrollBar().rangeChanged.connect(self._stay_put)
        self.setTabChangesFocus(True)
        self.setCursorWidth(2)
        self.viewport().setMouseTracking(True)
        # A page that is dropped here is the window's to open.
        self.setAcceptDrops(False)

    def set_column(self, width: int) -> None:
        """Set the column's width in pixels of the logical screen; it never exceeds the view's."""
        self._column = width
        self._fit()

    def loadResource(self, _kind: int, _name: QUrl | str) -> QImage:
        return blank()

    # Where things are

    def scrolled(self) -> QPointF:
        """The corner of the document that stands in the viewport's corner."""
        return QPointF(0, self.verticalScrollBar().value())

    def page_rect(self) -> QRect:
        """The view without its scroll bar, in its own coordinates."""
        return self.viewport().geometry().marginsAdded(self.viewportMargins())

    def anchor(self) -> Anchor | None:
        """The line at the top of the viewport; None at the very top of the document."""
        top = self.verticalScrollBar().value()
        if top == 0:
            return None
        # As long as nobody scrolls, the line that was read stays the same one, however often the
        # text is laid out anew: else it would creep back by a line each time.
        if self._held is not None and self._held[1] == top:
            return self._held[0]
        # A line of which less than a pixel is left has been scrolled by.
        position = line_at(self.document(), top + 1)
        return Anchor(position, self.line_top(position) - top)

    def restore(self, anchor: Anchor | None) -> None:
        """Scroll so that the anchor stands where it stood."""
        self.scroll_down_to(self.line_top(anchor.position) - anchor.top if anchor else 0)
        self._held = (anchor, self.verticalScrollBar().value()) if anchor else None

    def rewind(self) -> None:
        """Go to the top and tell nobody: another document is about to be shown."""
        bar = self.verticalScrollBar()
        with QSignalBlocker(bar):
            bar.setValue(0)

    def scroll_down_to(self, y: int) -> None:
        """Scroll to a height of the document that has been laid out."""
        bar = self.verticalScrollBar()
        lowest = self._lowest()
        # The height of what has not been laid out yet is only guessed, and may be too low.
        bar.setMaximum(max(bar.maximum(), y if lowest is None else min(y, lowest)))
        bar.setValue(y)

    def _lowest(self) -> int | None:
        """How far the document can be scrolled; None before it has been laid out to its end."""
        if self.document().lastBlock().layout().lineCount() == 0:
            return None
        return round(self.document().size().height()) - self.viewport().height()

    def line_top(self, position: int) -> int:
        """Where the line of a position begins, in pixels of the document; lays it out."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        return self.cursorRect(cursor).top() + self.verticalScrollBar().value()

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _stay_put(self, _lowest: int, highest: int) -> None:
        """Let nothing shift the text sideways: from right to left Qt begins at the far end."""
        if highest:
            self.horizontalScrollBar().setRange(0, 0)

    def _fit(self) -> None:
        room = self.page_rect().width()
        width = min(self._column, room)
        side = (room - width) // 2
        if side != self.viewportMargins().left():
            self.setViewportMargins(side, 0, side, 0)
        if width != self.lineWrapColumnOrWidth():
            anchor = self.anchor()
            self.setLineWrapColumnOrWidth(width)
            self.restore(anchor)
            self.column_changed.emit()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() in _MOUSE:
            place = self.viewport().mapFrom(self, event.position())
            return QGuiApplication.sendEvent(self.viewport(), _placed(event, place))
        if isinstance(event, QWheelEvent):
            return QGuiApplication.sendEvent(self.viewport(), event)
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(self._aimed(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(self._aimed(event) if event.buttons() else event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(self._aimed(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(self._aimed(event))

    def _aimed(self, event: QMouseEvent) -> QMouseEvent:
        place = aimed(self.document(), event.position() + self.scrolled())
        return _placed(event, place - self.scrolled())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._turned += event.angleDelta().y()
        steps = int(self._turned / _NOTCH)  # a touchpad turns by less than a notch at a time
        self._turned -= steps * _NOTCH
        if steps:
            self.zoom_requested.emit(steps)
        event.accept()


def _placed(event: QMouseEvent, place: QPointF) -> QMouseEvent:
    return QMouseEvent(
        event.type(),
        place,
        event.globalPosition(),
        event.button(),
        event.buttons(),
        event.modifiers(),
        event.pointingDevice(),
    )
