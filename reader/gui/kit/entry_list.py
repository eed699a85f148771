"""A list of codes or scales: dragged, or moved by Alt and an arrow; the retired ones apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QDropEvent, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from reader.gui.kit.layouts import leading
from reader.gui.kit.plain import viewport_of
from reader.gui.kit.theme import Theme
from reader.text.bidi import isolate

_HEIGHT: Final = 46
_HEADING: Final = 30
_SIDE: Final = 10
_SWATCH: Final = QSize(22, 12)
_BADGE: Final = 24


class EntryRole(IntEnum):
    """What a row holds beside its label."""

    SLUG = Qt.ItemDataRole.UserRole
    ENTRY = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class Entry:
    """A row: what it is called, what stands below that, its colour and its key."""

    slug: str
    label: str
    detail: str = ""
    colour: str = ""
    key: str = ""
    retired: bool = False


class EntryList(QListWidget):
    """Shows entries and tells which is chosen, and where one is put."""

    chosen = Signal(str)
    """The slug of the entry that is shown now."""
    move_asked = Signal(str, int)
    """A slug, and by how many places."""
    placed = Signal(list)
    """All slugs that are not retired, in their new order."""

    def __init__(self, name: str, retired: str, theme: Theme) -> None:
        """`name` is its accessible name, `retired` the heading of those that are."""
        super().__init__()
        self._retired = retired
        self.setAccessibleName(name)
        self.setItemDelegate(_Delegate(theme, self))
        self.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.currentItemChanged.connect(self._on_current)

    def show_entries(self, entries: Sequence[Entry], current: str) -> None:
        """Show other entries, the current one chosen; tells nothing."""
        self.blockSignals(True)
        at = self.verticalScrollBar().value()
        self.clear()
        for entry in entries:
            if not entry.retired:
                self._add(entry)
        retired = [entry for entry in entries if entry.retired]
        if retired:
            heading = QListWidgetItem(self._retired)
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(heading)
        for entry in retired:
            self._add(entry)
        self.blockSignals(False)
        self.verticalScrollBar().setValue(at)
        self.choose(current)

    def choose(self, slug: str) -> None:
        """Choose an entry, or none; tells nothing."""
        self.blockSignals(True)
        found = next((i for i in self._items() if i.data(EntryRole.SLUG) == slug), None)
        self.setCurrentItem(found)  # type: ignore[arg-type]  # None is no item
        self.blockSignals(False)
        if found is not None:
            self.scrollToItem(found)
        viewport_of(self).update()

    @property
    def current(self) -> str:
        """The slug of the chosen entry; empty where none is."""
        item = self.currentItem()
        return str(item.data(EntryRole.SLUG) or "") if item is not None else ""

    def _add(self, entry: Entry) -> None:
        item = QListWidgetItem(entry.label)
        item.setData(EntryRole.SLUG, entry.slug)
        item.setData(EntryRole.ENTRY, entry)
        said = [entry.label, entry.detail, entry.key, self._retired if entry.retired else ""]
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ". ".join(filter(None, said)))
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        item.setFlags(flags if entry.retired else flags | Qt.ItemFlag.ItemIsDragEnabled)
        self.addItem(item)

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]

    def _on_current(self) -> None:
        if self.current:
            self.chosen.emit(self.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            if self.current:
                self.move_asked.emit(self.current, steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        # The list itself moves nothing: it is shown anew, from what became of it.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        slugs = [i.data(EntryRole.SLUG) for i in self._items() if _is_movable(i)]
        if self.current not in slugs:
            return
        at = self.indexAt(event.position().toPoint()).row()
        below = self.dropIndicatorPosition() is QListWidget.DropIndicatorPosition.BelowItem
        to = len(slugs) if at < 0 else min(at + below, len(slugs))
        before = [slug for slug in slugs[:to] if slug != self.current]
        after = [slug for slug in slugs[to:] if slug != self.current]
        self.placed.emit([*before, self.current, *after])


def _is_movable(item: QListWidgetItem) -> bool:
    return bool(item.flags() & Qt.ItemFlag.ItemIsDragEnabled)


class _Delegate(QStyledItemDelegate):
    """Paints an entry: a marker's stroke, its labels, its key; mirrored with the list."""

    def __init__(self, theme: Theme, parent: EntryList) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        is_entry = index.data(EntryRole.ENTRY) is not None
        return QSize(option.rect.width(), _HEIGHT if is_entry else _HEADING)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        entry: Entry | None = index.data(EntryRole.ENTRY)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry is None:
            self._heading(painter, option, str(index.data()))
        else:
            self._entry(painter, option, entry)
        painter.restore()

    def _heading(self, painter: QPainter, option: QStyleOptionViewItem, words: str) -> None:
        painter.setPen(self._theme.colour("muted"))
        painter.setFont(_weighted(option.font, QFont.Weight.DemiBold))
        box = option.rect.adjusted(_SIDE, 4, -_SIDE, 0)
        painter.drawText(box, leading(option.direction), words)

    def _entry(self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry) -> None:
        theme, row = self._theme, option.rect.adjusted(4, 2, -4, -2)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_soft" if is_chosen else "hover"))
            painter.drawRoundedRect(row, 6, 6)
        if is_chosen and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("focus_ring"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(row, 6, 6)
        start = _SIDE
        if entry.colour:
            box = QRect(row.left() + start, 0, _SWATCH.width(), _SWATCH.height())
            box.moveTop(row.center().y() - _SWATCH.height() // 2)
            colour = QColor(entry.colour)
            colour.setAlphaF(0.4 if entry.retired else 1.0)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(_mirrored(option, row, box)), 3, 3)
            start += _SWATCH.width() + _SIDE
        end = _SIDE
        if entry.key:
            self._badge(painter, option, row, entry.key.upper())
            end += _BADGE + 6
        words = QRect(row.left() + start, row.top(), row.width() - start - end, row.height())
        self._words(painter, option, _mirrored(option, row, words), entry)

    def _badge(self, painter: QPainter, option: QStyleOptionViewItem, row: QRect, key: str) -> None:
        box = QRect(row.right() - _SIDE - _BADGE, 0, _BADGE, _BADGE - 2)
        box.moveTop(row.center().y() - box.height() // 2)
        box = _mirrored(option, row, box)
        painter.setPen(QPen(self._theme.colour("border_strong"), 1))
        painter.setBrush(self._theme.colour("raised"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(self._theme.colour("ink"))
        painter.setFont(option.font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)

    def _words(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, entry: Entry
    ) -> None:
        half = box.height() // 2
        upper = QRect(box.left(), box.top(), box.width(), half + 1 if entry.detail else 2 * half)
        lower = QRect(box.left(), box.top() + half, box.width(), half - 2)
        ink = "muted" if entry.retired else "ink"
        rows = [(upper, entry.label, ink, QFont.Weight.DemiBold)]
        if entry.detail:
            rows.append((lower, entry.detail, "muted", QFont.Weight.Normal))
        for where, words, role, weight in rows:
            font = _weighted(option.font, weight)
            painter.setFont(font)
            painter.setPen(self._theme.colour(role))
            said = painter.fontMetrics().elidedText(
                isolate(words), Qt.TextElideMode.ElideRight, where.width()
            )
            painter.drawText(where, leading(option.direction), said)


def _mirrored(option: QStyleOptionViewItem, row: QRect, box: QRect) -> QRect:
    return QStyle.visualRect(option.direction, row, box)


def _weighted(font: QFont, weight: QFont.Weight) -> QFont:
    found = QFont(font)
    found.setWeight(weight)
    return found
