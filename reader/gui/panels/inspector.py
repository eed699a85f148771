"""The inspector: what is known of the selected mark, or of the article, and where it is changed."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.gui.desk.desk_controller import DeskController
from reader.gui.kit.fields import Line, Paragraph
from reader.gui.kit.layouts import Quoted, heading, muted, titled
from reader.gui.kit.theme import Theme
from reader.gui.panels.article_page import ArticlePage
from reader.gui.panels.whereabouts_view import WhereaboutsView
from reader.model.annotations import Mark
from reader.model.vocabulary import MarkType

if TYPE_CHECKING:
    from reader.gui.panels.inspector_pages import Page

_PAGES: Final = {
    MarkType.SOURCE: ("source_page", "SourcePage"),
    MarkType.CLAIM: ("claim_page", "ClaimPage"),
    MarkType.HIGHLIGHT: ("inspector_pages", "HighlightPage"),
    MarkType.NOTE: ("inspector_pages", "NotePage"),
}
"""Where the page of each kind of mark is: loaded with the first such mark, as it is made then."""


class Inspector(QScrollArea):
    """Follows the desk. What is half typed is taken over before anything else is shown."""

    def __init__(self, desk: DeskController, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._theme = desk, theme
        self._was_used = desk.session is not None
        self.setObjectName("inspector")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._build()
        desk.session_changed.connect(self._on_session_changed)
        desk.mark_selected.connect(self._on_mark_selected)
        desk.desk_changed.connect(self._on_desk_changed)
        desk.codebook_changed.connect(self._rebuild)
        desk.settling.connect(self.settle)
        desk.save_state_changed.connect(self._on_save_state_changed)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def _build(self) -> None:
        """Make the pages anew: in the language of the interface, with the codebook at hand."""
        self.setAccessibleName(self.tr("Inspector"))
        content = self._content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(14, 12, 14, 14)
        layout.setSpacing(8)
        self._type = heading("")
        self._words = Quoted()
        self._words.setObjectName("mark_words")
        self._words.setProperty("kind", "quoted")
        self._hint = muted()
        self._whereabouts = WhereaboutsView(self._desk, self._theme)
        self._article = ArticlePage(self._desk)
        self._pages: dict[MarkType, Page] = {}
        self._places = layout
        for widget in (self._type, self._words, self._whereabouts, self._hint, self._article):
            layout.addWidget(widget)
            widget.hide()
        layout.addStretch(1)
        self.setWidget(content)
        self._show()
        self._note_typing()

    def _page(self, kind: MarkType) -> Page:
        """The page of a kind of mark, made when the first such mark is selected."""
        if kind not in self._pages:
            module, name = _PAGES[kind]
            made: type[Page] = getattr(import_module(f"reader.gui.panels.{module}"), name)
            page = self._pages[kind] = made(self._desk, self._theme)
            page.hide()
            self._places.insertWidget(self._places.indexOf(self._hint), page)
        return self._pages[kind]

    def set_theme(self, theme: Theme) -> None:
        """Draw the signs in the colours of a theme."""
        if theme != self._theme:
            self._theme = theme
            self._rebuild()

    def settle(self) -> None:
        """Take over what is half typed."""
        self._article.settle()
        for page in tuple(self._pages.values()):  # taking over shows what is selected by now
            page.settle()

    def focus_first(self) -> None:
        """Put the caret into the first field of what is shown."""
        for field in self._content.findChildren(QWidget):
            wanted = field.focusPolicy() & Qt.FocusPolicy.TabFocus
            if wanted and field.isEnabled() and field.isVisible() and _takes_keys(field):
                field.setFocus(Qt.FocusReason.ShortcutFocusReason)
                self.ensureWidgetVisible(field)
                return

    def focus_note(self) -> None:
        """Put the caret into the note of the selected mark."""
        mark = self._desk.selected_mark
        if mark is not None:
            self.ensureWidgetVisible(self._page(mark.type).focus_note())

    def _rebuild(self) -> None:
        self.settle()
        scrolled, focus = self.verticalScrollBar().value(), self._focus()
        opened = {kind for kind, page in self._pages.items() if page.details.is_open}
        self._build()
        for kind in opened:
            self._page(kind).details.open(True)
        self._go_back(scrolled, focus)

    def _focus(self) -> int:
        """The how manieth of the widgets shown has the focus; -1: none."""
        shown, focused = self._shown(), QApplication.focusWidget()
        return shown.index(focused) if focused in shown else -1

    def _shown(self) -> list[QWidget]:
        return [w for w in self._content.findChildren(QWidget) if w.isVisibleTo(self)]

    def _go_back(self, scrolled: int, focus: int) -> None:
        """Put place and focus back, where the same widgets stand anew."""
        shown = self._shown()
        if 0 <= focus < len(shown):
            shown[focus].setFocus(Qt.FocusReason.OtherFocusReason)
        # Once it is known how tall they are.
        QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(scrolled))

    def _show(self) -> None:
        mark, session = self._desk.selected_mark, self._desk.session
        for widget in (self._type, self._words):
            widget.setVisible(mark is not None)
        wanted = self._page(mark.type) if mark is not None else None
        for page in self._pages.values():
            page.setVisible(page is wanted)
        for part in (self._hint, self._article):
            part.setVisible(mark is None and session is not None)
        self._whereabouts.show_mark(mark)
        if mark is None:
            self._hint.setText(self._next_step())
            self._article.show_article()
        else:
            self._show_mark(mark)

    def _next_step(self) -> str:
        if self._desk.is_writable:
            return self.tr("Select words in the article and press 1 for a source, 2 for a claim.")
        return self.tr("This article can only be read: nothing can be marked or changed in it.")

    def _show_mark(self, mark: Mark) -> None:
        self._type.setText(titled(self._desk.label(mark.type)))
        self._words.set_words(mark.words)
        self._words.setVisible(bool(mark.words))
        self._page(mark.type).show_mark(mark)

    def _on_session_changed(self) -> None:
        # What was half typed belonged to an article that has left the desk, kept by then. Before
        # the first of them nothing can have been typed.
        if self._was_used:
            self._build()
        else:
            self._show()
            self._note_typing()
        self._was_used = self._desk.session is not None

    def _on_mark_selected(self) -> None:
        self.settle()
        self._show()
        self._note_typing()
        self.verticalScrollBar().setValue(0)

    def _on_desk_changed(self) -> None:
        self._show()
        self._note_typing()

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        """Words wait in the field that has the focus, if anywhere: only that one is watched."""
        if isinstance(old, Line | Paragraph) and self.isAncestorOf(old):
            old.typing.disconnect(self._note_typing)
        if isinstance(now, Line | Paragraph) and self.isAncestorOf(now):
            now.typing.connect(self._note_typing)
        self._note_typing()

    def _note_typing(self) -> None:
        waits = any(line.is_typed for line in self._content.findChildren(Line))
        waits = waits or any(text.is_typed for text in self._content.findChildren(Paragraph))
        self._desk.note_typing(waits)

    def _on_save_state_changed(self) -> None:
        if self._desk.session is not None and self._desk.selected_mark is None:
            self._hint.setText(self._next_step())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._rebuild()
        super().changeEvent(event)


def _takes_keys(field: QWidget) -> bool:
    """Whether it is a field, rather than a button that would act."""
    return not isinstance(field, QAbstractButton) and not field.objectName().startswith("qt_")
