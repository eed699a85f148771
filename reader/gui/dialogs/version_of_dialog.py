"""Choosing the article of which another is a version."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.gui.kit.i18n import day_words
from reader.gui.kit.layouts import fitted, muted, shortened
from reader.gui.kit.search_field import SearchField
from reader.gui.kit.theme import Theme
from reader.model.library import ArticleFile
from reader.session.offering import Offered, origin_of
from reader.text.bidi import isolate

_LONGEST = 90
"""Code points of a title in the list."""
_ROWS = 500
"""Articles that are listed at once: words narrow them down."""


class VersionOfDialog(QDialog):
    """Lists the other articles of the library; typing finds among them."""

    article_chosen = Signal(object)
    """The UUID of the article."""

    def __init__(self, title: str, theme: Theme, parent: QWidget) -> None:
        """`title` is what the article goes by that is to be a version of another."""
        super().__init__(parent)
        self._offered = Offered(())
        self.setWindowTitle(self.tr("Another version of…"))
        self.resize(fitted(QSize(620, 480), self))
        about = muted(
            self.tr(
                "Of which article is “{title}” another version? Its pages and marks go there; "
                "nothing is lost, and it can be undone."
            ).format(title=shortened(title, _LONGEST))
        )
        self.field = SearchField()
        self.field.set_theme(theme)
        self.field.setPlaceholderText(self.tr("Title or site"))
        self.field.setAccessibleName(self.tr("Title or site"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Articles of the library"))
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing = muted(self.tr("No other article is called like this."))
        self._nothing.hide()
        self.join = QPushButton(self.tr("Make it a version of this one"))
        self.join.setDefault(True)
        buttons = QDialogButtonBox()
        buttons.addButton(self.join, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        layout = QVBoxLayout(self)
        for widget in (about, self.field, self.list, self._nothing, buttons):
            layout.addWidget(widget)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        self.field.textChanged.connect(self._fill)
        self.field.descended.connect(self.list.setFocus)
        self.field.entered.connect(lambda _: self._on_accepted())
        self.list.itemActivated.connect(lambda _: self._on_accepted())
        self.field.setFocus()
        self._fill("")

    def offer(self, records: Sequence[ArticleFile]) -> None:
        """Offer articles, in their order."""
        self._offered = Offered(records)
        self._fill(self.field.text())

    def _fill(self, text: str) -> None:
        found = self._offered.fitting(text)[:_ROWS]
        self.list.clear()
        for record in found:
            self.list.addItem(self._item(record))
        self.list.setVisible(bool(found))
        self._nothing.setVisible(not found)
        self.join.setEnabled(bool(found))
        if found:
            self.list.setCurrentRow(0)

    def _item(self, record: ArticleFile) -> QListWidgetItem:
        title = shortened(record.called or self.tr("Without a title"), _LONGEST)
        day = day_words(record.captures[-1].imported_at.astimezone())
        item = QListWidgetItem(f"{title}\n{isolate(origin_of(record))} · {isolate(day)}")
        item.setData(Qt.ItemDataRole.UserRole, record.id)
        item.setToolTip(isolate(record.called))
        return item

    def _on_accepted(self) -> None:
        item = self.list.currentItem()
        chosen = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        if isinstance(chosen, UUID):
            self.accept()
            self.article_chosen.emit(chosen)
