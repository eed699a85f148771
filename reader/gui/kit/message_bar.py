"""What the window has to say, in bars at the top of it: errors, warnings, offers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.gui.kit.icons import icon
from reader.gui.kit.theme import Theme

Text = Callable[[], str]
"""Words that are asked for anew when the language changes."""


class Level(StrEnum):
    """How grave a notice is. The value is the name of its colours in the theme."""

    INFO = "accent"
    WARNING = "warning"
    ERROR = "danger"


_ICONS = {Level.INFO: "info", Level.WARNING: "triangle-alert", Level.ERROR: "circle-alert"}


@dataclass(frozen=True)
class Offer:
    """A button of a notice. The notice goes when it is pressed, unless it `stays`."""

    text: Text
    do: Callable[[], object]
    stays: bool = False
    done: Text | None = None
    """What the button says once it was pressed."""


@dataclass(frozen=True)
class Notice:
    """Something to be said. A later one with the same key takes the place of an earlier one."""

    key: str
    level: Level
    text: Text
    offers: tuple[Offer, ...] = ()
    closable: bool = True
    details: Text | None = None


class MessageArea(QWidget):
    """The notices that stand, gravest first."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bars: dict[str, _Bar] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.hide()

    def put(self, notice: Notice) -> None:
        """Show a notice, and say it to a screen reader."""
        self.withdraw(notice.key)
        bar = _Bar(notice, self._theme, lambda: self.withdraw(notice.key))
        graver = [b for b in self._bars.values() if _rank(b.notice) >= _rank(notice)]
        self._bars[notice.key] = bar
        self._layout.insertWidget(len(graver), bar)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(bar, notice.text()))

    def withdraw(self, key: str) -> None:
        """Take a notice away, if it stands."""
        bar = self._bars.pop(key, None)
        if bar is not None:
            self._layout.removeWidget(bar)
            bar.hide()
            bar.deleteLater()
        self.setVisible(bool(self._bars))

    def notice(self, key: str) -> Notice | None:
        bar = self._bars.get(key)
        return bar.notice if bar else None

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for bar in self._bars.values():
            bar.set_theme(theme)


def _rank(notice: Notice) -> int:
    return list(Level).index(notice.level)


class _Bar(QFrame):
    """One notice."""

    def __init__(self, notice: Notice, theme: Theme, close: Callable[[], None]) -> None:
        super().__init__()
        self.notice = notice
        self._close = close
        self.setObjectName("notice")
        self.setProperty("level", notice.level.name.lower())
        self._icon = QLabel()
        self._label = QLabel()
        # Page-made words stand in it: never markup.
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._offers = [(self._button(offer), offer) for offer in notice.offers]
        self._more = QPushButton()
        self._more.setCheckable(True)
        self._more.setProperty("kind", "quiet")
        self._shut = QToolButton()
        self._details = QPlainTextEdit(readOnly=True)
        self._details.setFixedHeight(96)
        self._details.hide()
        self._arrange()
        self._more.toggled.connect(self._details.setVisible)
        self._shut.clicked.connect(lambda _: close())
        self.set_theme(theme)
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        level = self.notice.level
        sign = icon(_ICONS[level], theme, role=level.value)
        self._icon.setPixmap(sign.pixmap(QSize(20, 20), self.devicePixelRatioF()))
        self._shut.setIcon(icon("x", theme))
        self._shut.setIconSize(QSize(16, 16))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._icon)
        row.addWidget(self._label, 1)
        for button, _ in self._offers:
            row.addWidget(button)
        if self.notice.details:
            row.addWidget(self._more)
        if self.notice.closable:
            row.addWidget(self._shut)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 6)
        column.addLayout(row)
        column.addWidget(self._details)

    def _button(self, offer: Offer) -> QPushButton:
        button = QPushButton()
        button.clicked.connect(lambda _: self._on_offer(button, offer))
        return button

    def _on_offer(self, button: QPushButton, offer: Offer) -> None:
        if not offer.stays:
            self._close()
        offer.do()
        if offer.done is not None:
            button.setText(offer.done())
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, offer.done()))

    def _retranslate(self) -> None:
        self._label.setText(self.notice.text())
        self.setAccessibleName(self.notice.text())
        for button, offer in self._offers:
            button.setText(offer.text())
        self._more.setText(self.tr("Details"))
        self._shut.setToolTip(self.tr("Close"))
        self._shut.setAccessibleName(self.tr("Close"))
        self._details.setAccessibleName(self.tr("Details"))
        if self.notice.details:
            self._details.setPlainText(self.notice.details())
