"""About the program: what it is, what it does not do, and the licences of what it is made of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

import reader
from reader.gui.kit.layouts import fitted
from reader.session.licences import Component
from reader.text.bidi import left_to_right

_PADDING = 14


class AboutDialog(QDialog):
    """Names the parts; choosing one asks for the text of its licence."""

    asked = Signal(object)
    """The `Component` whose licence is wanted; None: the program's own."""

    def __init__(self, components: Sequence[Component], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Isnad"))
        self.resize(fitted(QSize(900, 600), self))
        name = QLabel(self.tr("Isnad"))
        name.setObjectName("wordmark")
        version = QLabel(
            self.tr("Version {number}").format(number=left_to_right(reader.__version__))
        )
        version.setProperty("kind", "muted")
        self.parts = QListWidget()
        self.parts.setAccessibleName(self.tr("What it is made of"))
        self.parts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.parts.setWordWrap(True)
        self.parts.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._add(f"{self.tr('Isnad')}\n{left_to_right('MIT')}", None)
        for part in components:
            named = f"{part.name} {part.version}".strip()
            self._add(f"{left_to_right(named)}\n{left_to_right(part.licence)}", part)
        self.licence = QPlainTextEdit(readOnly=True)
        self.licence.setAccessibleName(self.tr("Licence"))
        # Licences are English, and their lines are broken by hand.
        self.licence.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPixelSize(12)
        self.licence.setFont(fixed)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.reject)
        both = QHBoxLayout()
        both.addWidget(self.parts, 2)
        both.addWidget(self.licence, 5)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(close)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        for widget in (name, version, *self._sentences()):
            column.addWidget(widget)
        column.addLayout(both, 1)
        column.addLayout(last)
        self.parts.currentItemChanged.connect(lambda item, _: self._ask(item))
        self.parts.setFocus()

    def begin(self) -> None:
        """Ask for the first licence."""
        self.parts.setCurrentRow(0)

    def show_text(self, text: str) -> None:
        """Show the text of the licence that was asked for."""
        self.licence.setPlainText(text)

    def _ask(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.asked.emit(item.data(Qt.ItemDataRole.UserRole))

    def _add(self, words: str, component: Component | None) -> None:
        item = QListWidgetItem(words)
        # Qt's own hint is too low for two lines of Arabic type, and then shows one of them.
        item.setSizeHint(QSize(0, 2 * self.parts.fontMetrics().lineSpacing() + _PADDING))
        item.setData(Qt.ItemDataRole.UserRole, component)
        self.parts.addItem(item)

    def _sentences(self) -> list[QLabel]:
        said = (
            self.tr(
                "A desktop reader for saved news articles: mark who says what, and on whose word."
            ),
            self.tr(
                "Isnad contacts nobody: it sends nothing, loads nothing and looks for no new "
                "version. What you read and mark stays on this computer."
            ),
            self.tr(
                "Free software under the MIT licence. It is made with the parts listed here, each "
                "under its own licence; Qt is used under the LGPL, version 3."
            ),
        )
        return [QLabel(sentence, wordWrap=True) for sentence in said]
