"""What is shown while no article is: how to begin, and the articles opened last."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.model.library import ArticleFile
from reader.text.bidi import isolate

MOST = 50
WIDTH = 560


class StartPage(QWidget):
    """The name of the program, three ways in, and the way back to earlier articles."""

    article_chosen = Signal(object)
    """The UUID of an article."""

    def __init__(self, ways_in: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._articles: tuple[ArticleFile, ...] = ()
        self._name = QLabel()
        self._name.setObjectName("wordmark")
        self._about = QLabel(wordWrap=True)
        self._hint = QLabel(wordWrap=True)
        self._hint.setProperty("kind", "muted")
        self._heading = QLabel()
        self._heading.setProperty("kind", "section")
        self._list = QListWidget()
        self._list.setUniformItemSizes(True)
        # As high as what it holds, and no higher than there is room.
        self._list.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        self._list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._list.itemActivated.connect(self._on_activated)
        self._arrange(ways_in)
        self._retranslate()
        self.show_articles(())

    def show_articles(self, articles: Sequence[ArticleFile]) -> None:
        """List articles, the first one first; none is an empty library."""
        self._articles = tuple(articles[:MOST])
        self._list.clear()
        for record in self._articles:
            item = QListWidgetItem(self._line(record))
            item.setData(Qt.ItemDataRole.UserRole, record.id)
            self._list.addItem(item)
        self._list.setCurrentRow(0)  # the focus is seen, and Enter opens
        self._heading.setVisible(bool(self._articles))
        self._list.setVisible(bool(self._articles))
        self._offer_keys()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._offer_keys()

    def _offer_keys(self) -> None:
        """Enter opens the last article at once, without a way to the list by Tab."""
        if self._articles and self.isVisible():
            self._list.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.show_articles(self._articles)
        super().changeEvent(event)

    def _arrange(self, ways_in: Sequence[QAction]) -> None:
        buttons = QHBoxLayout()
        for action in ways_in:
            button = QToolButton()
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setProperty("kind", "outlined")
            buttons.addWidget(button)
        buttons.addStretch()
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(self._name)
        column.addWidget(self._about)
        column.addLayout(buttons)
        column.addWidget(self._hint)
        column.addSpacing(16)
        column.addWidget(self._heading)
        column.addWidget(self._list)
        column.addStretch()
        middle = QWidget()
        middle.setLayout(column)
        middle.setMaximumWidth(WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 48, 24, 24)
        row.addStretch()
        row.addWidget(middle, 1)
        row.addStretch()

    def _on_activated(self, item: QListWidgetItem) -> None:
        found = item.data(Qt.ItemDataRole.UserRole)
        if isinstance(found, UUID):
            self.article_chosen.emit(found)

    def _line(self, record: ArticleFile) -> str:
        capture = record.captures[-1]
        title = record.title or capture.name or self.tr("Without a title")
        host = urlsplit(capture.url or capture.claimed_url).hostname or capture.name
        # Year first: it reads the same in both directions.
        day = f"{capture.imported_at.astimezone():%Y-%m-%d}"
        origin = day if host == title else f"{isolate(host)} · {day}"
        return f"{isolate(' '.join(title.split()))}\n{origin}"

    def _retranslate(self) -> None:
        self._name.setText(self.tr("Isnad"))
        self._about.setText(
            self.tr("Read a saved news article and mark who says what, and on whose word.")
        )
        self._hint.setText(
            self.tr(
                "To save a page, press Ctrl+S in your browser. Then drop the file here. "
                "Isnad never connects to the network: the page stays on this computer."
            )
        )
        self._heading.setText(self.tr("Opened lately"))
        self._list.setAccessibleName(self.tr("Opened lately"))
