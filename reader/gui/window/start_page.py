"""What is shown while no article is: how to begin, the articles opened last, how to save a page."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit
from uuid import UUID

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.gui.dialogs.saving_guide import SavingGuide
from reader.gui.kit.i18n import day_words
from reader.gui.kit.icons import icon
from reader.gui.kit.theme import Theme
from reader.model.library import ArticleFile
from reader.model.vocabulary import WorkStatus
from reader.session.library import Shelf
from reader.text.bidi import isolate

MOST = 50
WIDTH, GUIDE_WIDTH = 560, 340
LOW = 480
"""Below this height, in pixels of the logical screen, a list beside all else would be one line."""
NARROW = 820
"""Below this width, in pixels of the logical screen, there is no room for the guide."""


class StartPage(QWidget):
    """The name of the program, the ways in, and the way back to earlier articles."""

    article_chosen = Signal(object)
    """The UUID of an article."""

    def __init__(self, ways_in: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf = Shelf()
        self._everything = False
        self._name = QLabel()
        self._name.setObjectName("wordmark")
        self._about = QLabel(wordWrap=True)
        self._target = DropTarget()
        self._heading = QLabel()
        self._heading.setProperty("kind", "section")
        self._list = Shelved()
        self._list.setObjectName("recents")  # one click opens
        self._list.setUniformItemSizes(True)
        self._list.setMinimumHeight(1)  # a single row needs less than a scroll bar would
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # As high as what it holds, and no higher than there is room.
        self._list.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        self._list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._list.itemActivated.connect(self._on_activated)
        self._all = QPushButton()
        self._all.setProperty("kind", "quiet")
        self._all.clicked.connect(lambda _: self._show_all())
        self._guide = QScrollArea()
        self._guide.setWidget(SavingGuide())
        self._guide.setWidgetResizable(True)
        self._guide.setFrameShape(QFrame.Shape.NoFrame)
        self._guide.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._guide.setObjectName("guide")
        self._arrange(ways_in)
        self._retranslate()
        self.show_shelf(Shelf())

    def show_shelf(self, shelf: Shelf) -> None:
        """List the articles opened lately, the last one first; the others are a button away."""
        self._shelf = shelf
        self._everything = False
        self._fill()

    def set_theme(self, theme: Theme) -> None:
        self._target.set_theme(theme)

    def answer_drag(self, over: bool) -> None:
        """Show that what is dragged over the window can be dropped, or that it has gone."""
        self._target.answer(over)
        self._make_room(over=over)

    def _make_room(self, *, over: bool = False) -> None:
        """In a low window the articles are worth more than what a person has read before."""
        roomy = self.height() >= LOW or not self._list.count()
        self._about.setVisible(roomy)
        self._target.setVisible(roomy or over)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._offer_keys()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._guide.setVisible(self.width() >= NARROW)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._fill()
        super().changeEvent(event)

    def _fill(self) -> None:
        shelf = self._shelf
        articles = (*shelf.recent, *(shelf.others if self._everything else ()))[:MOST]
        self._list.clear()
        for record in articles:
            item = QListWidgetItem(self._line(record))
            item.setData(Qt.ItemDataRole.UserRole, record.id)
            self._list.addItem(item)
        self._list.setCurrentRow(0)  # the focus is seen, and Enter opens
        self._heading.setText(
            self.tr("The library's articles") if self._everything else self.tr("Recently opened")
        )
        self._list.setAccessibleName(self._heading.text())
        self._heading.setVisible(bool(articles))
        self._list.setVisible(bool(articles))
        self._all.setText(self.tr("Show %n other article(s)", "", len(shelf.others)))
        self._all.setVisible(bool(shelf.others) and not self._everything)
        self._make_room()
        self._offer_keys()

    def _show_all(self) -> None:
        self._everything = True
        self._fill()

    def _offer_keys(self) -> None:
        """Enter opens the last article at once, without a way to the list by Tab."""
        if self._list.count() and self.isVisible():
            self._list.setFocus()

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
        column.setSpacing(10)
        column.addWidget(self._name)
        column.addWidget(self._about)
        column.addLayout(buttons)
        column.addWidget(self._target)
        column.addSpacing(6)
        column.addWidget(self._heading)
        column.addWidget(self._list)
        column.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch()
        middle = QWidget()
        middle.setLayout(column)
        middle.setMaximumWidth(WIDTH)
        self._guide.setMaximumWidth(GUIDE_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 20, 24, 12)
        row.setSpacing(40)
        row.addStretch()
        row.addWidget(middle, 8)
        row.addWidget(self._guide, 5)
        row.addStretch()

    def _on_activated(self, item: QListWidgetItem) -> None:
        found = item.data(Qt.ItemDataRole.UserRole)
        if isinstance(found, UUID):
            self.article_chosen.emit(found)

    def _line(self, record: ArticleFile) -> str:
        capture = record.captures[-1]
        title = record.called or self.tr("Without a title")
        host = urlsplit(capture.url or capture.claimed_url).hostname or capture.name
        day = isolate(day_words(capture.imported_at.astimezone()))
        origin = day if host == title else f"{isolate(host)} · {day}"
        if record.work_status is WorkStatus.SOURCED:
            said = self.tr("Sourcing complete")
            origin = f"{origin} · ✓ {said}"
        return f"{isolate(title)}\n{origin}"

    def _retranslate(self) -> None:
        self._name.setText(self.tr("Isnad"))
        self._about.setText(
            self.tr("Read a saved news article and mark who says what, and on whose word.")
        )
        self._guide.setAccessibleName(self.tr("How to save a page"))


class Shelved(QListWidget):
    """As high as what it holds, though that be less than Qt finds a list needs at least."""

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().boundedTo(self.sizeHint())


class DropTarget(QFrame):
    """Says that pages can be dropped, and answers while some are dragged over the window."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("drop_target")
        self._sign, self._words = QLabel(), QLabel(wordWrap=True)
        self._sign.setFixedSize(QSize(22, 22))
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._over = False
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 14, 10)
        row.setSpacing(12)
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        sign = icon("download", theme, role="accent")
        self._sign.setPixmap(sign.pixmap(QSize(22, 22), self.devicePixelRatioF()))

    def answer(self, over: bool) -> None:
        self._over = over
        self.setProperty("over", over)
        self.style().polish(self)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._words.setText(
            self.tr("Let go, and it opens.")
            if self._over
            else self.tr(
                "Drop saved pages here: HTML, MHTML, Web Archive or text. "
                "Isnad never connects to the network: the page stays on this computer."
            )
        )
