"""The headings of the article as a list: to see where one is, and to go elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from reader.gui.kit.i18n import numeral
from reader.gui.kit.layouts import heading, isolated, muted
from reader.gui.kit.popover import Popover
from reader.model.article import Direction
from reader.session.reading import Heading

_SIZE = QSize(380, 440)
_INDENT = "\N{EM SPACE}"


class _List(QListWidget):
    """Goes to an item by Enter on every system, and by one click."""

    chosen = Signal(QListWidgetItem)

    def __init__(self) -> None:
        super().__init__()
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.itemClicked.connect(self.chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self.chosen.emit(item)
        else:
            super().keyPressEvent(event)


class ContentsPopover(Popover):
    """Lists title and headings, indented by level; the one that is being read is current.

    A title alone is no list: then it says that there are no headings.
    """

    chosen = Signal(int)
    """The offset of a heading to go to, in code points of the page text."""

    def __init__(
        self,
        headings: Sequence[Heading],
        current: int | None,
        direction: Direction,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.list = _List()
        rtl = direction is Direction.RTL
        self.list.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        )
        self._title = heading("")
        self.nothing = muted()
        lists = any(h.level > 0 for h in headings)
        self.nothing.setVisible(not lists)
        self.list.setVisible(lists)
        for number, each in enumerate(headings if lists else ()):
            self.list.addItem(self._item(each, is_current=number == current))
        if lists:
            self.list.setCurrentRow(current or 0)
        self.list.chosen.connect(self._on_chosen)
        for widget in (self._title, self.list, self.nothing):
            self.body.addWidget(widget)
        rows = self.list.sizeHintForRow(0) * len(headings) + 2 * self.list.frameWidth()
        self.list.setFixedSize(_SIZE.width(), min(_SIZE.height(), rows))
        self.nothing.setFixedWidth(_SIZE.width())
        self._retranslate()
        self.list.setFocus()

    def _item(self, each: Heading, *, is_current: bool) -> QListWidgetItem:
        item = QListWidgetItem(_INDENT * max(each.level - 1, 0) * 2 + isolated(each.words))
        item.setData(Qt.ItemDataRole.UserRole, each.start)
        item.setToolTip(isolated(each.words))
        font = item.font()
        font.setBold(is_current)
        item.setFont(font)
        if each.level == 0:
            said = self.tr("Title: {words}").format(words=isolated(each.words))
        else:
            said = self.tr("Level {level}: {words}").format(
                level=numeral(each.level), words=isolated(each.words)
            )
        here = self.tr("{heading} (you are here)") if is_current else "{heading}"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, here.format(heading=said))
        return item

    def _on_chosen(self, item: QListWidgetItem) -> None:
        start = int(item.data(Qt.ItemDataRole.UserRole))
        self.close()
        self.chosen.emit(start)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Headings"))
        self.setAccessibleName(self.tr("Headings"))
        self.list.setAccessibleName(self.tr("Headings of the article"))
        self.nothing.setText(self.tr("This article has no headings."))
