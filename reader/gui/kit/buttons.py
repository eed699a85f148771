"""Buttons that end in a name, and buttons that open menus."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QCursor, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QStyle, QStyleOptionButton, QToolButton

from reader.gui.kit.controls import CHEVRON, draw_sign

_NARROWEST: Final = 40
"""Of a button with a name, in pixels of the logical screen."""
_SIGN: Final = 28
"""Pixels at the edge of a button, in whose middle stands the sign of its menu."""
_WIDE: Final = 300
"""As many a button has that is wider than any style would have it at least."""


class NameButton(QPushButton):
    """A button whose words end in a name, and that may be narrower than those.

    A name that is cut says so then: a button alone cuts both its ends.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(_NARROWEST)
        self._words = ""

    def say(self, words: str) -> None:
        self._words = words
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self._words) + 1  # it may be rounded down
        return QSize(words + self._around(), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _around(self) -> int:
        """Pixels of the border and the paddings."""
        option, words = QStyleOptionButton(), QSize(_WIDE, self.height())
        self.initStyleOption(option)
        kind = QStyle.ContentsType.CT_PushButton
        return self.style().sizeFromContents(kind, option, words, self).width() - _WIDE

    def _fit(self) -> None:
        room = max(self.width() - self._around(), 0)
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&") or "…")


class MenuButton(QPushButton):
    """A button that opens a menu, with the sign of that: mirrored, Qt draws none."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        far = QRectF(self.rect())
        far.setWidth(_SIGN)
        if not self.isRightToLeft():
            far.moveRight(self.width())
        draw_sign(self, far, CHEVRON, QPalette.ColorRole.ButtonText)


def open_by(button: QToolButton | QPushButton, menu: QMenu) -> None:
    """Let a press of a button open a menu."""

    def look_for_mouse() -> None:
        # The mouse went away while the menu had it, and Qt told the button nothing of that.
        there = button.rect().contains(button.mapFromGlobal(QCursor.pos()))
        button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, there)
        button.update()

    button.setMenu(menu)
    if isinstance(button, QToolButton):
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    menu.aboutToHide.connect(look_for_mouse)
