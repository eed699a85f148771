"""Two versions side by side in one view, so that whatever moves it moves both.

Rows are set when they come into sight, and all others bit by bit: a long text holds nothing up.
"""

from __future__ import annotations

from collections.abc import Iterable
from time import perf_counter
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from reader.gui.dialogs.facing_cell import FacingCell, Setting
from reader.gui.dialogs.facing_delegate import FOLD, PAD, FacingDelegate
from reader.gui.dialogs.facing_model import SIDES, Column, FacingModel
from reader.gui.kit.pacing import BUDGET
from reader.model.comparison import Comparison, Paragraph
from reader.session.comparison_stretches import Entry, Stretch

_SIGN_COLUMN: Final = 34
_LEAST: Final = 34
"""The least height of a row, in pixels: two signs of what happened."""
_REMEMBERED: Final = 300
_NEAR: Final = 4
"""Rows above one that is brought into sight which may be seen with it."""
_KEPT_IN_SIGHT: Final = 40
"""Pixels that a press of a key, or a page, leaves of what was in sight."""

AnyIndex = QModelIndex | QPersistentModelIndex


class FacingView(QTableView):
    """Shows the entries of a comparison."""

    paragraph_asked = Signal(str, object)
    """A side and a `Paragraph` of it: it is to be shown in the text."""
    marks_asked = Signal(object)
    """The ids of the marks of a row that was clicked."""
    fold_asked = Signal(object)
    """A `Stretch` that is to be opened."""
    row_asked = Signal(int)
    """The index of a row of the comparison that is to be shown."""
    went = Signal()
    """Another row is current."""

    def __init__(self, model: FacingModel, setting: Setting, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("facing")
        self.facing, self._setting = model, setting
        self._cells: dict[tuple[int, int, int], FacingCell] = {}
        self._measured: set[int] = set()
        self._unmeasured: Iterable[int] = iter(())
        self._setting_rows = False
        self._fold_clicked = False
        self._first = 0
        self._resized = QTimer(self, singleShot=True, interval=0)
        self._resized.timeout.connect(self._set_at_width)
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._measure_on)
        self._delegate = FacingDelegate(model, self, setting.theme, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self._shape()
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_double_clicked)

    def _shape(self) -> None:
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there, so that no column changes its width for it.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(_KEPT_IN_SIGHT)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.setCornerButtonEnabled(False)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(_SIGN_COLUMN)
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for column in Column:
            fixed = column is Column.SIGN
            mode = QHeaderView.ResizeMode
            header.setSectionResizeMode(column, mode.Fixed if fixed else mode.Stretch)
        header.resizeSection(Column.SIGN, _SIGN_COLUMN)
        header.sectionResized.connect(self._on_column_resized)

    # What is shown

    def show_entries(self, comparison: Comparison, entries: tuple[Entry, ...]) -> None:
        """Show other entries; the row that was current stays so, and where it was."""
        before = self.facing.entry(self.currentIndex().row())
        row = before.first if isinstance(before, Stretch) else before
        self.facing.show(comparison, entries)
        self._begin_anew()
        if row is not None:
            self.go_to(row)

    def set_setting(self, setting: Setting) -> None:
        """Set all words otherwise, or in other colours."""
        self._setting, self._delegate.theme = setting, setting.theme
        self._begin_anew()
        self.viewport().update()

    def go_to(self, row: int, column: int | None = None) -> None:
        """Make a row of the comparison current, and bring it into sight."""
        at = self.facing.place_of(row)
        if at is None:
            return
        if column is None:
            column = max(self.currentIndex().column(), 0)
        self.setCurrentIndex(self.facing.index(at, column))
        self._bring(at)
        self.went.emit()

    @property
    def is_settling(self) -> bool:
        """Whether heights are still being found."""
        return self._resized.isActive() or self._idle.isActive()

    @property
    def current(self) -> int:
        """Which entry is current; -1: none."""
        return self.currentIndex().row()

    def current_paragraph(self) -> tuple[str, Paragraph] | None:
        """The paragraph that is current: in the middle of a row, the newer side's."""
        index = self.currentIndex()
        columns = [index.column(), Column.NEW, Column.OLD]
        for column in columns:
            if column in SIDES and (found := self.facing.side(index.row(), column)):
                return SIDES[Column(column)], found[0]
        return None

    def cell(self, at: int, column: int) -> FacingCell:
        """A side of an entry, set at the width that the column has."""
        width = max(self.columnWidth(column) - 2 * PAD[0], 1)
        key = at, column, width
        if key not in self._cells:
            if len(self._cells) >= _REMEMBERED:
                self._cells.clear()
            self._cells[key] = FacingCell(self.facing.side(at, column), width, self._setting)
        return self._cells[key]

    # Heights

    def _begin_anew(self) -> None:
        """Forget how high anything is: guess, then measure what is in sight, then all the rest."""
        self.clearSpans()
        self._cells.clear()
        self._measured.clear()
        header, width = self.verticalHeader(), self.columnWidth(Column.OLD)
        with QSignalBlocker(header):
            for at in range(self.facing.rowCount()):
                header.resizeSection(at, self._guess(at, width))
        for at, entry in enumerate(self.facing.entries):
            if isinstance(entry, Stretch):
                self.setSpan(at, 0, 1, len(Column))
        self._unmeasured = iter(range(self.facing.rowCount()))
        self._idle.start()
        self.updateGeometries()
        self._measure_seen()

    def _guess(self, at: int, width: int) -> int:
        row = self.facing.row(at)
        if row is None:
            return FOLD
        guess = max(self._setting.guess(side, width) for side in (row.old, row.new))
        return max(round(guess) + 2 * PAD[1], _LEAST)

    def _measure(self, at: int) -> int:
        """Set a row; by how much its height has changed."""
        if at in self._measured:
            return 0
        self._measured.add(at)
        if self.facing.row(at) is None:
            return 0
        height = max(self.cell(at, column).height for column in SIDES)
        before, now = self.rowHeight(at), max(round(height) + 2 * PAD[1] + 1, _LEAST)
        self.verticalHeader().resizeSection(at, now)
        return now - before

    def _measure_seen(self) -> None:
        """Set all that is in sight; what is seen of it stays where it is."""
        if self._setting_rows or not self.facing.rowCount():
            return
        self._setting_rows = True
        shift, at = 0, max(self.rowAt(0), 0)
        while at < self.facing.rowCount():
            top = self.rowViewportPosition(at)
            if top > self.viewport().height():
                break
            grown = self._measure(at)
            shift += grown if top < 0 else 0
            at += 1
        self._shift(shift)
        self._setting_rows = False

    def _measure_on(self) -> None:
        """Set some more rows; those above the ones in sight push nothing away."""
        end, shift, first = perf_counter() + BUDGET / 2, 0, self.rowAt(0)
        self._setting_rows = True
        for at in self._unmeasured:
            grown = self._measure(at)
            shift += grown if at < first else 0
            if perf_counter() > end:
                break
        else:
            self._idle.stop()
        self._shift(shift)
        self._setting_rows = False

    def _shift(self, by: int) -> None:
        self.updateGeometries()
        if by:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + by)

    def _on_column_resized(self, *_: int) -> None:
        """Set all anew once all columns have their widths; the first row in sight stays it."""
        if not self._resized.isActive():
            self._first = max(self.rowAt(0), 0)
            self._resized.start()

    def _set_at_width(self) -> None:
        self._begin_anew()
        for at in range(self._first):
            if self._first - at <= _NEAR:
                self._measure(at)
        self.updateGeometries()
        self.verticalScrollBar().setValue(self.verticalHeader().sectionPosition(self._first))
        if self.current >= 0 and self.current - self._first in range(_NEAR):
            self._bring(self.current)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._measure_seen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure_seen()

    def scrollTo(
        self,
        index: AnyIndex,
        _hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Leave what is in sight where it is: a row may be higher than the view."""
        top = self.rowViewportPosition(index.row())
        height, room = self.rowHeight(index.row()), self.viewport().height()
        is_whole = top >= 0 and top + height <= room
        is_large = height > room and top < room and top + height > 0
        if not (is_whole or is_large):
            self._bring(index.row())

    def _bring(self, at: int) -> None:
        """Bring an entry into sight as a whole, or its beginning."""
        self._measure(at)
        for near in range(max(at - _NEAR, 0), at):
            self._measure(near)
        self.updateGeometries()
        header, room = self.verticalHeader(), self.viewport().height()
        top, height = header.sectionPosition(at), header.sectionSize(at)
        shown = self.verticalScrollBar().value()
        if shown <= top and top + height <= shown + room:
            return
        self.verticalScrollBar().setValue(top - max((room - height) // 3, 0))

    # Hands

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar, step = self.verticalScrollBar(), self.viewport().height() - _KEPT_IN_SIGHT
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._on_opened(self.currentIndex())
            case Qt.Key.Key_PageDown | Qt.Key.Key_Space:
                bar.setValue(bar.value() + step)
            case Qt.Key.Key_PageUp:
                bar.setValue(bar.value() - step)
            case Qt.Key.Key_Down if self._hangs_out(1):
                bar.setValue(bar.value() + bar.singleStep())
            case Qt.Key.Key_Up if self._hangs_out(-1):
                bar.setValue(bar.value() - bar.singleStep())
            case _:
                super().keyPressEvent(event)

    def _hangs_out(self, by: int) -> bool:
        """Whether the current row goes on below what is seen (1), or above it (-1)."""
        if self.current < 0:
            return False
        top = self.rowViewportPosition(self.current)
        bottom, room = top + self.rowHeight(self.current), self.viewport().height()
        return top < room < bottom if by > 0 else top < 0 < bottom

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.went.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._fold_clicked = False
        super().mousePressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        entry, row = self.facing.entry(index.row()), self.facing.row(index.row())
        if isinstance(entry, Stretch):
            self._fold_clicked = True
            self.fold_asked.emit(entry)
        elif row is None:
            return
        elif not self.facing.side(index.row(), index.column()) and index.column() in SIDES:
            if row.counterpart is not None:
                self.row_asked.emit(row.counterpart)
        elif row.marks:
            self.marks_asked.emit(row.touched or row.marks)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if not self._fold_clicked:  # else its second click falls on what the first has opened
            self._on_opened(index)

    def _on_opened(self, index: AnyIndex) -> None:
        entry, row = self.facing.entry(index.row()), self.facing.row(index.row())
        if isinstance(entry, Stretch):
            self.fold_asked.emit(entry)
        elif row is not None and self._is_elsewhere(index):
            self.row_asked.emit(row.counterpart)
        elif found := self.current_paragraph():
            self.paragraph_asked.emit(*found)

    def _is_elsewhere(self, index: AnyIndex) -> bool:
        row = self.facing.row(index.row())
        is_empty = not self.facing.side(index.row(), index.column())
        return bool(row and row.counterpart is not None and is_empty and index.column() in SIDES)
