"""Which card a mention goes by, and a line to find another in: of this article or the library."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLabel, QListView, QVBoxLayout, QWidget

from reader.gui.kit.buttons import NameButton
from reader.gui.kit.fields import Line
from reader.gui.kit.layouts import Rows, isolated, leading, muted
from reader.model.annotations import Mark
from reader.model.library import Entity
from reader.model.summary import Language
from reader.model.vocabulary import SourceKind
from reader.session import cards
from reader.session.article import ArticleSession
from reader.session.card_offers import Offer, lacks_alias, offers, suggestions
from reader.wording import label

_ROLE = Qt.ItemDataRole.UserRole
Row = tuple[str, str, UUID | None]
"""Of the list: its words, the bare name, and a card; None: a new one."""


class CardPicker(QWidget):
    """Shows the card of a mention and offers others. Emits what a person wants."""

    chosen = Signal(object)
    """Id of a card."""
    own_wanted = Signal(str)
    """A new card of this name."""
    alias_wanted = Signal()
    """The words of the mention are another name of its card."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._session: ArticleSession | None = None
        self._mark: Mark | None = None
        self._locked = False
        self._offered: dict[UUID, Offer] = {}
        self._card = QLabel()
        self._card.setObjectName("card_shown")
        self._card.setTextFormat(Qt.TextFormat.PlainText)
        self._card.setWordWrap(True)
        self._card.setAlignment(leading(self.layoutDirection()))
        self._search = CardSearch(self._rows)
        self._search.setObjectName("card_search")
        self._search.setPlaceholderText(self.tr("Find another card…"))
        self._search.setAccessibleName(self.tr("Find a source card by name"))
        self._search.picked.connect(self._on_picked)
        self._offers: Rows[UUID, NameButton] = Rows(self._make_offer, spacing=2)
        self._alias = NameButton()
        self._alias.setObjectName("add_alias")
        self._alias.setProperty("kind", "link")
        self._alias.clicked.connect(lambda _: self.alias_wanted.emit())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(muted(self.tr("Source card")))
        for widget in (self._card, self._offers):
            layout.addWidget(widget)
        layout.addWidget(self._alias, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addWidget(self._search)

    def show_mark(self, session: ArticleSession, mark: Mark) -> None:
        """Show the card of a mention, and cards that bear its very words."""
        if self._mark is None or self._mark.id != mark.id:
            self._search.set_value("")
        self._session, self._mark = session, mark
        card = session.entities.get(mark.source.entity) if mark.source.entity else None
        self._card.setText(self._about(card) if card else self.tr("None"))
        found = suggestions(session.desk, mark)[:3]
        self._offered = {offer.card.id: offer for offer in found}
        self._offers.show_keys(list(self._offered))
        for offer in found:
            self._show_offer(self._offers.rows[offer.card.id], offer)
        self._alias.setVisible(card is not None and lacks_alias(card, mark))
        words = self.tr("Add to its names: {words}").format(words=isolated(mark.words))
        self._alias.say(words)
        self._alias.setAccessibleName(words)

    def settle(self) -> None:
        """Nothing waits: a card is chosen at once."""

    def set_locked(self, locked: bool) -> None:
        self._locked = locked
        for widget in (self._search, self._alias, *self._offers.rows.values()):
            widget.setEnabled(not locked)

    def _about(self, card: Entity) -> str:
        """A card in a line: its name, and what tells it from others of that name."""
        kind = "" if card.kind is SourceKind.UNSPECIFIED else label(card.kind, self._language)
        parts = [isolated(card.name) or "—", kind, isolated(card.country) if card.country else ""]
        if card.article is not None:
            parts.append(self.tr("of this article alone"))
        return " · ".join(filter(None, parts))

    def _told(self, offer: Offer) -> str:
        parts = [self._about(offer.card)]
        if offer.here:
            parts.append(self.tr("in this article"))
        if offer.elsewhere:
            parts.append(self.tr("in %n other article(s)", "", offer.elsewhere))
        return " · ".join(parts)

    def _make_offer(self, card: UUID) -> NameButton:
        button = NameButton()
        button.setObjectName("suggested_card")
        button.setProperty("kind", "offer")
        button.clicked.connect(lambda _: self.chosen.emit(card))
        return button

    def _show_offer(self, button: NameButton, offer: Offer) -> None:
        words = self.tr("Use the card {name}").format(name=isolated(offer.card.name))
        button.say(words)
        button.setToolTip(self._told(offer))
        button.setAccessibleName(f"{words}: {self._told(offer)}")

    def _rows(self, typed: str) -> list[Row]:
        """What is offered for what is typed."""
        if self._session is None or self._mark is None:
            return []
        desk, mark = self._session.desk, self._mark
        found: list[Row] = [
            (self._told(o), o.card.name, o.card.id) for o in offers(desk, mark, typed)
        ]
        own = mark.source.entity
        name = " ".join(typed.split())
        if name and (own is None or not cards.is_alone(desk, own, {mark.id})):
            words = self.tr("Make a new card: {name}").format(name=isolated(name))
            return [*found, (words, name, None)]
        return found or [(self.tr("No other card of that name."), typed, None)]

    def _on_picked(self, card: UUID | None, name: str) -> None:
        if card is not None:
            self.chosen.emit(card)
        elif name and self._mark is not None and self._session is not None:
            own = self._mark.source.entity
            if own is None or not cards.is_alone(self._session.desk, own, {self._mark.id}):
                self.own_wanted.emit(name)


class CardSearch(Line):
    """A line that lists what it finds below it while somebody types, or goes there and down."""

    picked = Signal(object, str)
    """Card id or None, and the name in its row."""

    def __init__(self, rows: Callable[[str], Sequence[Row]]) -> None:
        super().__init__()
        self._find = rows
        self._model = QStandardItemModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setCompletionRole(_ROLE + 1)
        self._completer.setWidget(self)
        self._list_view = QListView()
        self._list_view.setObjectName("card_list")
        self._list_view.setAccessibleName(self.tr("Source cards"))
        self._list_view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._completer.setPopup(self._list_view)
        activated: SignalInstance = self._completer.activated[QModelIndex]  # type: ignore[index]
        activated.connect(self._on_activated)
        self.textEdited.connect(lambda _: self._list())

    def _list(self) -> None:
        self._model.clear()
        for words, name, card in self._find(self.text()):
            item = QStandardItem(words)
            item.setData(name, _ROLE + 1)
            item.setData(card, _ROLE + 2)
            item.setToolTip(words)
            item.setEditable(False)
            self._model.appendRow(item)
        self._list_view.setLayoutDirection(self.layoutDirection())
        self._completer.complete()
        # What Enter would take is seen to be so.
        self._list_view.setCurrentIndex(self._list_view.model().index(0, 0))

    def _on_activated(self, index: QModelIndex) -> None:
        card, name = index.data(_ROLE + 2), str(index.data(_ROLE + 1) or "")
        # Qt writes the name into the line after this.
        QTimer.singleShot(0, self, partial(self.set_value, ""))
        self.picked.emit(card, name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._list_view.isVisible():
                event.ignore()  # the list takes it, once the line does not
            else:
                self._list()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.OtherFocusReason):
            self.set_value("")
