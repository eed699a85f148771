"""Combo boxes and check boxes with signs of their own.

A style sheet can draw a sign from a file alone, and a file has one colour for all themes.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QWidget,
)

_NARROWEST, _WIDEST = 72, 220
"""Of a combo box, in pixels of the logical screen: it need not show all of its words at once."""
_WIDEST_LIST = 480
CHEVRON = ((-3.5, -1.75), (0.0, 1.75), (3.5, -1.75))
_UP_DOWN = (Qt.Key.Key_Up, Qt.Key.Key_Down)
_CHECK = ((-3.5, 0.25), (-1.0, 2.75), (3.75, -2.5))


class Combo(QComboBox):
    """A combo box that can be narrow. The wheel scrolls the panel, never the choice."""

    def __init__(self, name: str = "", words: str = "", prompt: str = "") -> None:
        """Make an empty one.

        Args:
            name: of the object.
            words: its accessible name.
            prompt: what it shows while nothing is chosen.
        """
        super().__init__()
        self._words: Callable[[], list[str]] | None = None
        self._label: QLabel | None = None
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setPlaceholderText(prompt)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def offer(self, words: Callable[[], list[str]]) -> None:
        """Offer other items, none of them chosen.

        Args:
            words: asked for when somebody comes to choose: hundreds of items take a while.
        """
        self.clear()
        self._words = words
        if self.hasFocus():
            self._fill()

    def _fill(self) -> None:
        if self._words is not None:
            self.addItems(self._words())
            self.setCurrentIndex(-1)
            self._words = None

    def setAccessibleName(self, words: str) -> None:
        super().setAccessibleName(words)
        if self._label is not None:
            self._label.setText(words.replace("&", "&&"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._be_labelled()

    def _be_labelled(self) -> None:
        """Have a label beside it, hidden where none stands there.

        To a screen reader on Linux a combo box is named by the label whose buddy it is; Qt tells
        nothing else of it but what is chosen.
        """
        parent = self.parentWidget()
        if parent is None or self._label is not None:
            return
        beside = Qt.FindChildOption.FindDirectChildrenOnly
        if all(label.buddy() is not self for label in parent.findChildren(QLabel, options=beside)):
            self._label = QLabel(self.accessibleName().replace("&", "&&"), parent)
            self._label.setBuddy(self)
            self._label.hide()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._fill()
        super().focusInEvent(event)

    def showPopup(self) -> None:
        self._fill()
        super().showPopup()
        self._widen()

    def _widen(self) -> None:
        """Make the list as wide as its words need: a panel is too narrow for them."""
        view, popup = self.view(), self.view().window()
        bar = view.verticalScrollBar()
        taken = popup.width() - view.viewport().width()
        taken += 0 if bar.isVisible() else bar.sizeHint().width()
        wanted = min(view.sizeHintForColumn(0) + taken, _WIDEST_LIST)
        place, more = popup.geometry(), wanted - popup.width()
        if more <= 0:
            return
        if self.isRightToLeft():
            place.setLeft(place.left() - more)
        else:
            place.setRight(place.right() + more)
        screen = self.screen().availableGeometry()
        place.moveLeft(max(screen.left(), min(place.left(), screen.right() + 1 - place.width())))
        popup.setGeometry(place)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._asks_for_list(event):
            event.accept()  # Alt and an arrow: the window has them for something else
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._asks_for_list(event):
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def _asks_for_list(self, event: QEvent) -> bool:
        """Whether a key opens the list: Alt and an arrow; where nothing is chosen a mere arrow.

        Qt would choose then what nobody has seen, and many a choice acts at once.
        """
        if not isinstance(event, QKeyEvent) or event.key() not in _UP_DOWN:
            return False
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        return bool(alt) or self.currentIndex() < 0

    def minimumSizeHint(self) -> QSize:
        # Qt's own is as wide as the prompt.
        return QSize(_NARROWEST, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(min(super().sizeHint().width(), _WIDEST), super().sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        where = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxArrow,
            self,
        )
        draw_sign(self, QRectF(where), CHEVRON, QPalette.ColorRole.ButtonText)


class Box(QCheckBox):
    """A check box."""

    def __init__(self, words: str = "") -> None:
        super().__init__(words)
        self.setAccessibleName(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.isChecked():
            option = QStyleOptionButton()
            self.initStyleOption(option)
            where = self.style().subElementRect(
                QStyle.SubElement.SE_CheckBoxIndicator, option, self
            )
            draw_sign(self, QRectF(where), _CHECK, QPalette.ColorRole.HighlightedText)


def draw_sign(
    widget: QWidget,
    where: QRectF,
    shape: tuple[tuple[float, float], ...],
    role: QPalette.ColorRole,
) -> None:
    """Draw a shape in the middle of a place of a widget, in a colour of its palette."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(widget.palette().color(role), 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawPolyline([where.center() + QPointF(x, y) for x, y in shape])
    painter.end()
