"""The bar in which words of the text are looked for: above the text, closed by Escape."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from reader.gui.kit.i18n import numeral
from reader.gui.kit.icons import icon
from reader.gui.kit.search_field import SearchField
from reader.gui.kit.theme import Theme
from reader.session.finding import Search

_ICON = 18
_LEAST = 64
"""The narrowest that the count may be, in pixels of the logical screen."""
_PADDING = 4
"""On each side of the count, as the style sheet has it."""


class FindBar(QFrame):
    """What is looked for, how often it is there, and the way from one place to the next."""

    typed = Signal()
    """Other words are to be found: see `words`."""
    stepped = Signal(int)
    """1: to the next place; -1: to the one before."""
    whole_words_chosen = Signal(bool)
    left_out_asked = Signal()
    """Show the paragraphs that were left out."""
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find_bar")
        self._search: Search | None = None
        self.field = _Field()
        self.previous = self._button(lambda: self.stepped.emit(-1))
        self.next = self._button(lambda: self.stepped.emit(1))
        self.whole_words = self._button()
        self.whole_words.setCheckable(True)
        self.count = _Said()
        self.left_out = QPushButton()
        self.left_out.clicked.connect(lambda _: self.left_out_asked.emit())
        self.shut = self._button(self.closed.emit)
        self._arrange()
        self.field.textChanged.connect(lambda _: self.typed.emit())
        self.field.entered.connect(self.stepped)
        self.whole_words.toggled.connect(self.whole_words_chosen)
        self.set_theme(theme)
        self._retranslate()
        self.hide()

    # What is asked for

    @property
    def words(self) -> str:
        """What is typed."""
        return self.field.text()

    def open_with(self, words: str, *, whole_words: bool) -> None:
        """Show the bar; empty `words` leave what was typed before."""
        self.whole_words.setChecked(whole_words)
        if words:
            self.field.setText(words)
        self.show()

    def take_focus(self) -> None:
        """Put the caret into it, ready to type over what is there."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    # What is told

    def tell(self, search: Search | None, *, waiting: bool = False) -> None:
        """Say what was found; None: nothing is looked for, or it is not known yet."""
        self._search = search
        said = self._said(search) if search else "…" * waiting
        missing = search is not None and not search.hits and not search.left_out
        self.count.say(said)
        if bool(self.count.property("level")) != missing:
            self.count.setProperty("level", "warning" if missing else None)
            self.count.style().polish(self.count)
        for button in (self.previous, self.next):
            button.setEnabled(search is not None and bool(search.hits))
        out = search.left_out if search else 0
        self.left_out.setVisible(bool(out))
        self.left_out.setText(self.tr("%n in left-out paragraph(s)", "", out))
        if said and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _said(self, search: Search) -> str:
        if not search.hits:
            return self.tr("Not in the text shown") if search.left_out else self.tr("Not found")
        count = len(search.hits)
        if search.at is None:
            return self.tr("%n match(es)", "", count)
        said = self.tr("{number} of {count}").format(
            number=numeral(search.at + 1), count=numeral(count)
        )
        wrapped = {1: self.tr("from the beginning again"), -1: self.tr("from the end again")}
        return " · ".join(filter(None, (said, wrapped.get(search.wrapped, ""))))

    # The look

    def set_theme(self, theme: Theme) -> None:
        self.field.set_theme(theme)
        signs: dict[QAbstractButton, str] = {
            self.previous: "chevron-up",
            self.next: "chevron-down",
            self.whole_words: "whole-word",
            self.shut: "x",
            self.left_out: "eye",
        }
        for button, sign in signs.items():
            button.setIcon(icon(sign, theme))

    def _button(self, pressed: Callable[[], object] | None = None) -> QToolButton:
        button = QToolButton()
        button.setIconSize(QSize(_ICON, _ICON))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if pressed is not None:
            button.clicked.connect(lambda _: pressed())
        return button

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 5, 6, 5)
        row.setSpacing(4)
        row.addWidget(self.field, 3)
        for widget in (self.previous, self.next, self.whole_words):
            row.addWidget(widget)
        row.addWidget(self.count, 4)
        row.addWidget(self.left_out)
        row.addWidget(self.shut)
        self.field.setMaximumWidth(380)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Find in the text"))
        self.field.setPlaceholderText(self.tr("Find in the text"))
        names = {
            self.field: self.tr("Words to be found"),
            self.previous: self.tr("Previous match (Shift+F3)"),
            self.next: self.tr("Next match (F3)"),
            self.whole_words: self.tr("Whole word: also after و، ف، ب، ل، ك، ال"),
            self.shut: self.tr("Close (Esc)"),
        }
        for widget, name in names.items():
            widget.setAccessibleName(name)
            if widget is not self.field:
                widget.setToolTip(name)
        self.left_out.setToolTip(self.tr("Show everything on the page"))
        self.tell(self._search)

    # Events

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Escape closes it from any of its buttons too, before it is the window's."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and cast(QKeyEvent, event).key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class _Field(SearchField):
    """Escape is the bar's."""

    def _escape(self, event: QKeyEvent) -> bool:
        event.ignore()
        return False


class _Said(QLabel):
    """A line that is cut where there is no room for all of it; its tool tip has it whole."""

    def __init__(self) -> None:
        super().__init__()
        self._said = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(_LEAST)

    def say(self, words: str) -> None:
        self._said = words
        self.setToolTip(words)
        self.setAccessibleName(words)
        self._cut()

    def said(self) -> str:
        """All of it."""
        return self._said

    def _cut(self) -> None:
        room = self.contentsRect().width() - 2 * self.margin() - 2 * _PADDING
        side = Qt.TextElideMode.ElideRight
        self.setText(self.fontMetrics().elidedText(self._said, side, max(room, 0)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()
