"""The list of marks beside the text: a row for each, in reading order."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
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
from reader.gui.mark_layout import painted
from reader.gui.mark_sample import paint_sample
from reader.gui.marks_model import MarkRole, MarksModel
from reader.gui.theme import Theme

MARGIN = 10
SAMPLE = 26
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
        self._delegate = _MarkDelegate(desk, self._list)
        self._list.setItemDelegate(self._delegate)
        self._list.setUniformItemSizes(True)
        self._list.setFrameShape(QListView.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._empty = QLabel()
        self._empty.setWordWrap(True)
        self._empty.setProperty("kind", "muted")
        self._empty.setMargin(MARGIN)
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
        self._model.modelReset.connect(self._on_reset)
        self._translate()
        self._on_reset()

    def set_theme(self, theme: Theme) -> None:
        """Paint the samples in the colours of a theme."""
        self._delegate.theme = theme
        self._list.viewport().update()

    def _translate(self) -> None:
        self._list.setAccessibleName(self.tr("Marks"))
        self._empty.setText(self.tr("No marks yet."))
        self._model.refresh()

    def _on_reset(self) -> None:
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
        super().changeEvent(event)


class _MarkDelegate(QStyledItemDelegate):
    """Two lines: the words beside a sample of how they are marked, and what is known of them."""

    def __init__(self, desk: DeskController, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.theme: Theme | None = None

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(120, option.fontMetrics.lineSpacing() * 2 + MARGIN * 2)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        style = option.widget.style()
        style.drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget
        )
        line = option.fontMetrics.lineSpacing()
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        whole = option.rect.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        sample = QRect(whole.left(), whole.top(), SAMPLE, line)
        text = whole.adjusted(SAMPLE + MARGIN, 0, 0, 0)
        painter.save()
        painter.setFont(option.font)
        look = painted(index.data(MarkRole.MARK), self._desk.codebook)
        if look is not None and self.theme is not None:
            where = style.visualRect(option.direction, whole, sample)
            paint_sample(painter, QRectF(where), look, self.theme)
        roles = (QPalette.ColorRole.Text, QPalette.ColorRole.PlaceholderText)
        texts = (index.data(), index.data(MarkRole.DETAIL))
        for at, (words, role) in enumerate(zip(texts, roles, strict=True)):
            rect = QRect(text.left(), text.top() + at * line, text.width(), line)
            painter.setPen(option.palette.color(role))
            painter.drawText(
                style.visualRect(option.direction, whole, rect),
                int(
                    (Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
                    | Qt.AlignmentFlag.AlignAbsolute
                    | Qt.AlignmentFlag.AlignVCenter
                ),
                option.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, text.width()),
            )
        painter.restore()
