"""The themes as swatches: each shows its page, its ink and its name."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from reader.gui.kit.actions import Actions
from reader.gui.kit.fonts import interface_font
from reader.gui.kit.theme import Theme
from reader.settings import ThemeChoice

_SIZE: Final = QSize(44, 30)
_SCALE: Final = 2
"""Drawn finer than shown, for screens of any density."""


class Swatches(QWidget):
    """One button for each theme and one for the system's: they do what the menu's actions do."""

    def __init__(self, table: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.buttons = {choice: self._button(choice, table) for choice in ThemeChoice}
        for button in self.buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        self._retranslate()

    def _button(self, choice: ThemeChoice, table: Actions) -> QToolButton:
        action: QAction = table[f"theme_{choice.value}"]
        button = QToolButton()
        button.setObjectName(f"swatch_{choice.value}")
        button.setProperty("kind", "swatch")
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setIconSize(_SIZE)
        button.setIcon(_sample(choice))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(action.trigger)
        # Whoever chooses, here or in the menu: the choice is the action's.
        action.toggled.connect(button.setChecked)
        button.setChecked(action.isChecked())
        button.clicked.connect(lambda: button.setChecked(action.isChecked()))
        return button

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Colours"))
        names = {
            ThemeChoice.SYSTEM: self.tr("System"),
            ThemeChoice.LIGHT: self.tr("Light"),
            ThemeChoice.DARK: self.tr("Dark"),
            ThemeChoice.SEPIA: self.tr("Sepia"),
        }
        for choice, button in self.buttons.items():
            button.setText(names[choice])
            button.setAccessibleName(names[choice])


def _sample(choice: ThemeChoice) -> QIcon:
    """A page with a letter on it; that of the system is half light and half dark."""
    names = ("light", "dark") if choice is ThemeChoice.SYSTEM else (choice.value,)
    themes = [Theme.load(name) for name in names]
    drawn = QPixmap(_SIZE * _SCALE)
    drawn.setDevicePixelRatio(_SCALE)
    drawn.fill(Qt.GlobalColor.transparent)
    page = QRectF(1, 1, _SIZE.width() - 2, _SIZE.height() - 2)
    shape = QPainterPath()
    shape.addRoundedRect(page, 5, 5)
    font = interface_font()
    font.setPixelSize(16)
    with QPainter(drawn) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font)
        width = page.width() / len(themes)
        for at, theme in enumerate(themes):
            painter.setClipRect(QRectF(page.left() + at * width, 0, width, _SIZE.height()))
            painter.fillPath(shape, theme.colour("page"))
            painter.setPen(theme.colour("ink"))
            painter.drawText(page, Qt.AlignmentFlag.AlignCenter, "ض")
        painter.setClipping(False)
        painter.setPen(QPen(QColor(themes[0].colour("border_strong")), 1))
        painter.drawPath(shape)
    return QIcon(drawn)
