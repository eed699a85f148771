"""Finding words in the text: between the bar, the text that is searched, and the view."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from reader.gui.page.found_painter import Found
from reader.gui.window.commander import Command, Commander, Frame
from reader.gui.window.find_bar import FindBar
from reader.model.article import Article
from reader.session.finding import Search, prefill, query
from reader.session.runtime import Handle
from reader.text.matching import Searchable

_AT_ONCE: Final = 40_000
"""Code points of an article that is made ready on the spot; a longer one in the background."""


class Finding(Commander):
    """Finds words in the article on the desk, from where somebody reads."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._desk, self._view = frame.desk, frame.view
        self._preferences = frame.services.preferences
        self._search: Search | None = None
        self._text: Searchable | None = None
        self._version = ""
        self._under_way: Handle | None = None
        self._origin = 0
        self.bar = bar = FindBar(frame.services.appearance.theme)
        frame.services.appearance.theme_changed.connect(bar.set_theme)
        bar.typed.connect(self._on_typed)
        bar.stepped.connect(self.step)
        bar.closed.connect(self.close)
        bar.whole_words_chosen.connect(self._on_whole_words)
        self._preferences.changed.connect(lambda now: bar.whole_words.setChecked(now.whole_words))
        bar.left_out_asked.connect(self._on_left_out)
        self._view.renewed.connect(self._on_renewed)
        self._view.installEventFilter(self)

    def commands(self) -> Mapping[str, Command]:
        return {
            "find": self.open,
            "find_next": lambda: self.step(1),
            "find_previous": lambda: self.step(-1),
        }

    @property
    def is_open(self) -> bool:
        return not self.bar.isHidden()

    def open(self) -> None:
        """Open the bar and go there, with the selected words where they are few."""
        session = self._desk.session
        if session is None:
            return
        selected = self._desk.selection
        words = prefill(session.article.page_text[slice(*selected)]) if selected else ""
        self._origin = selected[0] if selected else self._reader()
        self._open(words)
        self.bar.take_focus()

    def _open(self, words: str = "") -> None:
        was_open = self.is_open
        self.bar.open_with(words, whole_words=self._preferences.settings.whole_words)
        if not was_open:
            self._look()

    def close(self) -> None:
        """Close the bar; the present hit is left selected, so that it can be marked at once."""
        now = self._search.now if self._search else None
        self._forget()
        self._view.setFocus()
        if now is not None:
            self._view.select(*now)

    def step(self, by: int) -> None:
        """Go to the next hit, or with -1 to the one before; again, if the bar was closed."""
        if not self.bar.words:
            self.open()
            return
        if not self.is_open:
            selected = self._desk.selection
            self._origin = selected[0] if selected else self._reader()
            self._open()
            if by > 0 and self._search is not None and self._search.now != selected:
                return
        if self._search is not None:
            self._show(self._search.step(by, self._reader()))
            if self._search.now is not None:
                self._origin = self._search.now[0]

    # What is typed

    def _on_typed(self) -> None:
        if not self.is_open:
            return
        now = self._search.now if self._search else None
        if now is not None and self._view.span_rect(*now).isEmpty():
            self._origin = self._reader()  # who has scrolled away goes on from there
        self._look()

    def _on_whole_words(self, whole_words: bool) -> None:
        self._preferences.change(whole_words=whole_words)
        self._on_typed()

    def _on_left_out(self) -> None:
        self.frame.table["show_everything"].setChecked(True)
        if self._search is not None and self._search.now is None:
            self._show(self._search.going_on_from(self._origin))

    # Searching

    def _look(self) -> None:
        """Search anew and go to the first hit from where the search began."""
        search = self._found()
        self._show(search and search.going_on_from(self._origin))

    def _found(self) -> Search | None:
        """What is typed, found in what is shown; None if it is nothing or not known yet."""
        session = self._desk.session
        wanted = query(self.bar.words, whole_words=self._preferences.settings.whole_words)
        if session is None or not wanted:
            return None
        text = self._ready(session.article)
        return Search.of(wanted, text, self._view.shown_spans()) if text else None

    def _ready(self, article: Article) -> Searchable | None:
        """The article made ready to be searched, or None while that is under way."""
        if self._version != article.version:
            self._drop_text()
            self._version, raw = article.version, article.page_text
            if len(raw) <= _AT_ONCE:
                self._text = Searchable(raw)
            else:
                self._under_way = self.frame.services.runtime.run_io(
                    lambda: Searchable(raw).prepare(), self._on_ready, lambda _: None
                )
        return self._text

    def _on_ready(self, text: Searchable) -> None:
        self._text, self._under_way = text, None
        if self.is_open:
            self._look()

    def _show(self, search: Search | None) -> None:
        """Tell and paint what was found, and bring the present hit onto the screen."""
        self._search = search
        self.bar.tell(search, waiting=self._under_way is not None)
        self._paint()
        if search is not None and search.now is not None:
            self._view.scroll_to(search.now[0])

    def _paint(self) -> None:
        search = self._search
        self._view.set_found(Found(search.hits, search.now) if search else Found())

    def _reader(self) -> int:
        """Where somebody reads: the first words on the screen."""
        return self._view.first_visible()

    # What happens meanwhile

    def _on_renewed(self) -> None:
        """The text is shown anew: another article, or other paragraphs of it, or another look."""
        session = self._desk.session
        if session is None or session.article.version != self._version:
            self._drop_text()
        if session is None:
            self._forget()
        if not self.is_open or session is None:
            return
        known = self._text is not None
        now = self._search.now if self._search else None
        search = self._found()
        self._search = search.staying_at(now[0]) if search and now and known else search
        self.bar.tell(self._search, waiting=self._under_way is not None)
        self._paint()

    def _forget(self) -> None:
        """Close the bar and paint nothing any more."""
        self._search = None
        self.bar.hide()
        self.bar.tell(None)
        self._paint()

    def _drop_text(self) -> None:
        if self._under_way is not None:
            self._under_way.cancel()
        self._text, self._version, self._under_way = None, "", None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape in the text closes the bar first, where it would not end something else."""
        kind = event.type()
        if (
            kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
            and watched is self._view
            and self.is_open
            and cast(QKeyEvent, event).key() == Qt.Key.Key_Escape
            and self._desk.linking is None
            and self._view.selection() is None
        ):
            event.accept()
            if kind == QEvent.Type.KeyPress:
                self.close()
            return True
        return False
