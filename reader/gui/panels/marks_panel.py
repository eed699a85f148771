"""The list of marks beside the text: a row for each that is asked for, in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reader.gui.desk.desk_controller import DeskController
from reader.gui.kit.layouts import leading, muted, titled
from reader.gui.kit.plain import viewport_of
from reader.gui.kit.theme import Theme
from reader.gui.page.mark_sample import paint_sample
from reader.gui.panels.marks_filter import MarksFilter
from reader.gui.panels.marks_model import MarkRole, MarksModel
from reader.session.filtering import Filter

if TYPE_CHECKING:
    from reader.gui.page.legend import Legend

MARGIN = 8
SAMPLE = 22
"""Width of the sample of a mark's look at the start of its row, in pixels."""


class MarksPanel(QWidget):
    """Follows the selection and sets it. A mark that the filter hides is said to be hidden."""

    def __init__(self, desk: DeskController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._article: UUID | None = None
        self._model = MarksModel(desk, self)
        self._list = QListView()
        self._list.setObjectName("marks")
        self._list.setModel(self._model)
        self._delegate = _MarkDelegate(self._list)
        self._list.setItemDelegate(self._delegate)
        self._list.setUniformItemSizes(True)
        self._list.setFrameShape(QListView.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.filter = MarksFilter(desk)
        self._aside = _Aside()
        self._legend: Legend | None = None
        self._lay_out = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.filter)
        layout.addWidget(self._aside)
        layout.addWidget(self._list, 1)
        layout.addStretch()
        self._connect()
        self._translate()
        self._on_counted()

    def _connect(self) -> None:
        # A click counts even on the current row: it may be the other end of a link.
        self._list.clicked.connect(self._on_activated)
        self._list.activated.connect(self._on_activated)
        self._list.selectionModel().currentChanged.connect(self._on_current_changed)
        self.filter.changed.connect(self._on_filtered)
        self.filter.field.descended.connect(self._go_to_list)
        self.filter.field.entered.connect(self._go_to_list)
        self._aside.all_asked.connect(self.filter.clear)
        self._desk.mark_selected.connect(self._on_mark_selected)
        self._desk.session_changed.connect(self._on_session_changed)
        self._model.modelReset.connect(self._follow)
        self._model.rowsInserted.connect(self._follow)
        self._model.rowsRemoved.connect(self._follow)
        self._model.counted.connect(self._on_counted)

    def set_theme(self, theme: Theme) -> None:
        """Paint the samples in the colours of a theme."""
        self._delegate.theme = theme
        self.filter.set_theme(theme)
        if self._legend is not None:
            self._legend.set_theme(theme)
        viewport_of(self._list).update()

    def _translate(self) -> None:
        self._list.setAccessibleName(self.tr("Marks"))
        self._on_counted()

    def _on_session_changed(self) -> None:
        """What was asked for of one article says nothing of the next."""
        session = self._desk.session
        article = session.id if session else None
        if article != self._article:
            self._article = article
            self.filter.clear()

    def _on_filtered(self, wanted: Filter) -> None:
        self._desk.listed = wanted
        self._model.set_filter(wanted)

    def _on_counted(self) -> None:
        shown, total = self._model.rowCount(), self._model.total
        self.filter.setVisible(total > 0 or not self.filter.filter.is_empty)
        self.filter.tell(shown, total)
        self._list.setVisible(shown > 0)
        self._say()
        self._teach(is_empty=total == 0 and self._desk.session is not None)

    def _teach(self, *, is_empty: bool) -> None:
        """Where nothing is marked yet, say what marks look like."""
        theme = self._delegate.theme
        if is_empty and self._legend is None and theme is not None:
            from reader.gui.page.legend import Legend  # most articles have marks

            self._legend = Legend(theme, lambda code: titled(self._desk.label(code)))
            self._legend.setContentsMargins(2 * MARGIN, 0, 2 * MARGIN, 0)
            self._lay_out.insertWidget(2, self._legend)
        if self._legend is not None:
            self._legend.setVisible(is_empty)

    def _say(self) -> None:
        """Say what is not in the list and why."""
        said, offers = "", True
        if not self._model.total:
            said, offers = self.tr("No marks yet."), False
        elif not self._model.rowCount():
            said = self.tr("No mark is like this.")
        elif self._model.hides(self._desk.selected):
            said = self.tr("The selected mark is not in this list.")
        self._aside.say(said, self.tr("List all marks") if offers else "")

    def _go_to_list(self) -> None:
        """From the field to the first of what was found."""
        if self._model.rowCount():
            self._list.setFocus()
            if not self._list.currentIndex().isValid():
                self._list.setCurrentIndex(self._model.index(0))

    def _follow(self) -> None:
        self._on_mark_selected(self._desk.selected)

    def _on_mark_selected(self, mark_id: UUID | None) -> None:
        row = self._model.row_of(mark_id) if mark_id else -1
        if row < 0:
            self._list.selectionModel().clear()
        elif row != self._list.currentIndex().row():
            self._list.setCurrentIndex(self._model.index(row))
        self._say()

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


class _Aside(QWidget):
    """A sentence in the place of marks that are not listed, and the way to list them."""

    all_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = muted()
        self._button = QPushButton()
        self._button.clicked.connect(lambda _: self.all_asked.emit())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * MARGIN, MARGIN, 2 * MARGIN, 2 * MARGIN)
        layout.addWidget(self._words)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeading)

    def say(self, words: str, offer: str) -> None:
        """Say something; empty `words`: nothing, an empty `offer`: there is no more to list."""
        self._words.setText(words)
        self._button.setText(offer)
        self._button.setVisible(bool(offer))
        self.setVisible(bool(words))


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
        badge = index.data(MarkRole.BADGE)
        pill = option.fontMetrics.horizontalAdvance(badge) + MARGIN if badge else 0
        rows = (
            (index.data(), QPalette.ColorRole.Text, 0),
            (
                index.data(MarkRole.DETAIL),
                QPalette.ColorRole.PlaceholderText,
                pill and pill + MARGIN,
            ),
        )
        for at, (words, role, less) in enumerate(rows):
            rect = placed(beside.left(), beside.top() + at * line, beside.width() - less)
            self._write(painter, option, rect, words, role)
        if badge:
            rect = placed(beside.right() + 1 - pill, beside.top() + line, pill)
            self._paint_badge(painter, rect, badge, waits=index.data(MarkRole.WAITS))
        painter.restore()

    def _paint_badge(self, painter: QPainter, rect: QRect, words: str, *, waits: bool) -> None:
        """How a mark stands in the version shown, behind what is known of it."""
        if self.theme is None:
            return
        ground, letters = ("warning_soft", "warning") if waits else ("accent_soft", "accent")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour(ground))
        painter.drawRoundedRect(rect.adjusted(0, 1, 0, 0), 4, 4)
        painter.setPen(self.theme.colour(letters))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), words)

    @staticmethod
    def _write(
        painter: QPainter,
        option: QStyleOptionViewItem,
        rect: QRect,
        words: str,
        role: QPalette.ColorRole,
    ) -> None:
        elided = option.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        painter.setPen(option.palette.color(role))
        painter.drawText(rect, int(leading(option.direction)), elided)


def _line(metrics: QFontMetrics) -> int:
    return metrics.lineSpacing()
