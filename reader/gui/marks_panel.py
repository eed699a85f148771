"""The list of marks beside the text: a row for each, in reading order."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reader.gui.desk_controller import DeskController
from reader.gui.mark_sample import paint_sample
from reader.gui.marks_model import MarkRole, MarksModel
from reader.gui.theme import Theme

MARGIN = 8
SAMPLE = 22
"""Width of the sample of a mark's look at the start of its row, in pixels."""


class MarksPanel(QWidget):
    """Follows the selection and sets it."""

    def __init__(self, desk: DeskController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._model = MarksModel(desk, self)
        self._list = QListView()
        self._list.setObjectName("marks")
        self._list.setModel(self._model)
        self._delegate = _MarkDelegate(self._list)
        self._list.setItemDelegate(self._delegate)
        self._list.setUniformItemSizes(True)
        self._list.setFrameShape(QListView.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._empty = QLabel()
        self._empty.setWordWrap(True)
        self._empty.setProperty("kind", "muted")
        self._empty.setMargin(2 * MARGIN)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._empty)
        layout.addWidget(self._list)
        # A click counts even on the current row: it may be the other end of a link.
        self._list.clicked.connect(self._on_activated)
        self._list.activated.connect(self._on_activated)
        self._list.selectionModel().currentChanged.connect(self._on_current_changed)
        desk.mark_selected.connect(self._on_mark_selected)
        for signal in (
            self._model.modelReset,
            self._model.rowsInserted,
            self._model.rowsRemoved,
        ):
            signal.connect(self._on_rows_changed)
        self._translate()
        self._on_rows_changed()

    def set_theme(self, theme: Theme) -> None:
        """Paint the samples in the colours of a theme."""
        self._delegate.theme = theme
        self._list.viewport().update()

    def _translate(self) -> None:
        self._list.setAccessibleName(self.tr("Marks"))
        self._empty.setText(self.tr("No marks yet."))

    def _on_rows_changed(self) -> None:
        self._list.setVisible(self._model.rowCount() > 0)
        self._empty.setVisible(self._model.rowCount() == 0)
        self._on_mark_selected(self._desk.selected)

    def _on_mark_selected(self, mark_id: UUID | None) -> None:
        row = self._model.row_of(mark_id) if mark_id else -1
        if row < 0:
            self._list.selectionModel().clear()
        elif row != self._list.currentIndex().row():
            self._list.setCurrentIndex(self._model.index(row))

    def _on_activated(self, index: QModelIndex) -> None:
        self._desk.activate(index.data(MarkRole.ID))

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        """Moving by keys selects; while a link waits for its other end, Enter picks."""
        if current.isValid() and self._list.hasFocus() and self._desk.linking is None:
            self._desk.select(current.data(MarkRole.ID))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
            self._model.refresh()
        super().changeEvent(event)


class _MarkDelegate(QStyledItemDelegate):
    """Two lines: the words beside a sample of how they are marked, and what is known of them."""

    theme: Theme | None = None

    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002 - all rows are alike
    ) -> QSize:
        return QSize(120, _line(option.fontMetrics) * 2 + MARGIN * 2)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        style, widget = option.widget.style(), option.widget
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, widget)
        whole = option.rect.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        line = _line(option.fontMetrics)

        def placed(left: int, top: int, width: int) -> QRect:
            """A line's rectangle, mirrored where the interface is."""
            return style.visualRect(option.direction, whole, QRect(left, top, width, line))

        look = index.data(MarkRole.LOOK)
        if look is not None and self.theme is not None:
            sample = placed(whole.left(), whole.top(), SAMPLE)
            paint_sample(painter, QRectF(sample), look, self.theme)
        beside = whole.adjusted(SAMPLE + MARGIN, 0, 0, 0)
        painter.save()
        painter.setFont(option.font)
        painter.setLayoutDirection(option.direction)
        rows = (
            (index.data(), QPalette.ColorRole.Text),
            (index.data(MarkRole.DETAIL), QPalette.ColorRole.PlaceholderText),
        )
        for at, (words, role) in enumerate(rows):
            rect = placed(beside.left(), beside.top() + at * line, beside.width())
            self._write(painter, option, rect, words, role)
        painter.restore()

    @staticmethod
    def _write(
        painter: QPainter,
        option: QStyleOptionViewItem,
        rect: QRect,
        words: str,
        role: QPalette.ColorRole,
    ) -> None:
        rtl = option.direction is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        elided = option.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        painter.setPen(option.palette.color(role))
        # Qt turns the sides round for a right-to-left painter unless they are absolute.
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect, int(flags), elided)


def _line(metrics: QFontMetrics) -> int:
    return metrics.lineSpacing()
