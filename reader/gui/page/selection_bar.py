"""The small bar at a selection: what can be done with it, with the keys that do the same."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from reader.gui.kit.fonts import interface_font
from reader.gui.page.reading_view import ReadingView

GAP: Final = 8
"""Between the selection and the bar, in pixels of the logical screen."""


def place(bar: QSize, selection: QRect, view: QRect, *, rtl: bool) -> QPoint | None:
    """Where the bar goes: above the selection, else below it, else beside it; else nowhere.

    It stays within the view and never lies on the selection; at the edge where reading begins
    it is flush with it.
    """
    x = selection.right() + 1 - bar.width() if rtl else selection.left()
    x = max(view.left(), min(x, view.right() + 1 - bar.width()))
    above, below = selection.top() - GAP - bar.height(), selection.bottom() + 1 + GAP
    before, after = selection.left() - GAP - bar.width(), selection.right() + 1 + GAP
    y = max(view.top(), min(selection.center().y(), view.bottom() + 1 - bar.height()))
    beside = (after, before) if rtl else (before, after)
    places = (QPoint(x, above), QPoint(x, below), *(QPoint(at, y) for at in beside))
    return next((p for p in places if view.contains(QRect(p, bar))), None)


class SelectionBar(QFrame):
    """Floats on a reading view while something is selected. It takes no focus by itself.

    Of the actions given it shows those that are enabled, without their nouns where there is too
    little room for these. Tab leads from the view to it, Escape
    back.
    """

    def __init__(self, view: ReadingView, actions: Sequence[QAction]) -> None:
        super().__init__(view)
        self.setObjectName("selection_bar")
        self._view = view
        self._offered = False
        self._is_small = False
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(2)
        self._actions = tuple(actions)
        self._buttons = [self._button(action) for action in actions]
        for button in self._buttons:
            row.addWidget(button)
        for before, after in pairwise((view, *self._buttons)):
            QWidget.setTabOrder(before, after)
        self.hide()
        view.selection_finished.connect(self._on_finished)
        view.selection_changed.connect(self._on_selection_changed)
        view.moved.connect(self._settle)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._view.setFocus()
        else:
            super().keyPressEvent(event)

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(action.objectName())
        button.setFont(interface_font())
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(QSize(16, 16))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(action.trigger)
        action.changed.connect(lambda: self._dress(button, action))
        self._dress(button, action)
        return button

    def _dress(self, button: QToolButton, action: QAction) -> None:
        noun = action.iconText()
        button.setIcon(action.icon())
        self._write(button, action)
        button.setAccessibleName(noun)
        button.setToolTip(action.toolTip())
        button.setVisible(action.isEnabled())
        if self._offered:
            self._settle()

    def _write(self, button: QToolButton, action: QAction) -> None:
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        words = ("" if self._is_small and key else action.iconText(), key)
        button.setText("   ".join(filter(None, words)))

    def _be_small(self, is_small: bool) -> None:
        """Show the keys without the nouns, or with them."""
        if is_small != self._is_small:
            self._is_small = is_small
            for button, action in zip(self._buttons, self._actions, strict=True):
                self._write(button, action)

    def _on_finished(self) -> None:
        self._offered = True
        self._settle()

    def _on_selection_changed(self) -> None:
        self._offered = False
        self._settle()

    def _settle(self) -> None:
        """Go where there is room, or away where there is none or nothing to offer."""
        spot = self._spot() if self._offered else None
        if spot is None:
            self._go()
            return
        self.move(spot)
        self.show()
        self.raise_()

    def _go(self) -> None:
        if self.isAncestorOf(self._view.window().focusWidget() or self._view):
            self._view.setFocus()
        self.hide()

    def _spot(self) -> QPoint | None:
        selection = self._view.selection_rect()
        if selection.isEmpty() or not any(b.isVisibleTo(self) for b in self._buttons):
            return None
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for is_small in (False, True):
            self._be_small(is_small)
            self.adjustSize()
            if spot := place(self.size(), selection, self._view.page_rect(), rtl=rtl):
                return spot
        return None

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Mark the selection"))
