"""The changes worth naming, such as «29 ← 31»: small words in lines, each a way to its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem

from reader.gui.kit.layouts import shortened
from reader.model.comparison import Change
from reader.text.bidi import isolate

_LINES: Final = 2
"""Lines of changes that are seen at once; more are scrolled to."""
_LONGEST: Final = 32
"""Code points of one side that are shown."""
_NOTHING: Final = "∅"
_ROW = Qt.ItemDataRole.UserRole


class ChangeList(QListWidget):
    """A list that runs in lines. Hidden while it is empty."""

    row_asked = Signal(int)
    """The index of the row of a change that was chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("changes")
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSpacing(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.itemClicked.connect(self._on_chosen)
        self._retranslate()
        self.hide()

    def show_changes(
        self, changes: Sequence[Change], label: Callable[[StrEnum], str], became: str
    ) -> None:
        """Show other changes.

        Args:
            changes: in the order of their rows.
            label: the words for a code.
            became: what stands between the older words and the newer ones.
        """
        self.clear()
        for change in changes:
            sides = (change.old, change.new)
            brief = became.join(shortened(s, _LONGEST) if s else _NOTHING for s in sides)
            whole = became.join(isolate(s) if s else _NOTHING for s in sides)
            item = QListWidgetItem(f"{label(change.kind)}: {brief}")
            item.setToolTip(f"{label(change.kind)}: {whole}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, item.toolTip())
            item.setData(_ROW, change.row)
            self.addItem(item)
        self.setVisible(bool(changes))
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem():
            self._on_chosen(self.currentItem())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Changes worth a look"))

    def _on_chosen(self, item: QListWidgetItem) -> None:
        self.row_asked.emit(item.data(_ROW))

    def _fit(self) -> None:
        """Be as high as its lines, up to so many."""
        if not self.count():
            return
        self.doItemsLayout()
        line = self.sizeHintForRow(0) + 2 * self.spacing()
        last = self.visualItemRect(self.item(self.count() - 1))
        lines = (last.bottom() + self.verticalScrollBar().value()) // line + 1
        wanted = min(max(lines, 1), _LINES) * line + 2 * self.frameWidth() + self.spacing()
        if wanted != self.height():
            self.setFixedHeight(wanted)
