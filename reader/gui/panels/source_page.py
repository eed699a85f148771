"""The inspector's page of a source: how this place tells of it, and the card that it goes by."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from reader.gui.desk.desk_controller import DeskController
from reader.gui.kit.controls import Combo
from reader.gui.kit.layouts import muted
from reader.gui.kit.theme import Theme
from reader.gui.panels import forms
from reader.gui.panels.card_picker import CardPicker
from reader.gui.panels.chain_editor import ChainEditor, Shown, called
from reader.gui.panels.inspector_pages import Page
from reader.model.annotations import Mark
from reader.model.summary import Language
from reader.model.vocabulary import MarkType
from reader.session import cards
from reader.session.article import ArticleSession


class SourcePage(Page):
    """A source mention and its card."""

    def __init__(self, desk: DeskController, theme: Theme) -> None:
        super().__init__(desk, theme)
        self._main = self.form(forms.SOURCE, self.on_body)
        self._chain = self.part(ChainEditor(desk.language, theme))
        self._chain.edited.connect(lambda hops: self.on_body("chain", hops or ()))
        self._picker = self.part(CardPicker(desk.language))
        self._picker.chosen.connect(
            lambda card: self.change(lambda session, i: session.do(cards.use_card, i, card))
        )
        self._picker.own_wanted.connect(
            lambda name: self.change(lambda session, i: session.do(cards.own_card, i, name))
        )
        self._picker.alias_wanted.connect(
            lambda: self.change(lambda session, i: session.do(cards.add_alias, i))
        )
        self._same = self.part(SameSource(desk.language))
        self._same.chosen.connect(
            lambda other: self.change(lambda session, i: session.same_source(i, other))
        )
        self._same.own_wanted.connect(
            lambda: self.change(lambda session, i: session.do(cards.own_card, i))
        )
        self._more = self.form(forms.SOURCE_DETAILS, self.on_body)
        self._card = self.form(forms.CARD, self._on_card)
        self._codes = self.codes_editor()
        self._anchors = self.anchors_editor()
        self._warnings = [self._warning(), self._warning()]
        for widget in (self._main, self._chain, self._picker, self._same, self.note):
            self.body.addWidget(widget)
        self.body.addWidget(self._warnings[0])
        self.body.addWidget(self.details)
        self.detail(self._more)
        self.detail(self._card, self.tr("Source card"))
        self.detail(self._warnings[1])
        self.detail(self._anchors)
        self.detail(self._codes, self.tr("Codes"))

    def _warning(self) -> QLabel:
        words = self.tr("Do not write the identity of a confidential source here.")
        label = muted(words)
        label.setObjectName("confidential")
        return label

    def show_fields(self, mark: Mark, *, keep_typed: bool) -> None:
        session = self.desk.session
        if session is None:
            return
        for form in (self._main, self._more):
            form.show_thing(mark.source, keep_typed=keep_typed)
        card = session.entities.get(mark.source.entity) if mark.source.entity else None
        self._card.show_thing(card, keep_typed=keep_typed)
        self._card.setVisible(card is not None)
        self._picker.show_mark(session, mark)
        self._chain.show_chain(session, Shown(mark.source.chain), but=mark.id)
        self._same.show_mark(session, mark)
        sourcing = session.desk.sourcing
        identified = sourcing.naming[sourcing.source_of(mark.id)].is_identified
        for warning in self._warnings:
            warning.setVisible(not identified)
        self._anchors.show_mark(mark)
        self._codes.show_codes(mark.codes)

    def _on_card(self, name: str, value: object) -> None:
        mark = self.desk.mark(self.mark_id)
        card = mark.source.entity if mark else None
        if card is not None:
            self.desk.attempt(lambda session: session.edit_entity(card, **{name: value}))


class SameSource(QWidget):
    """Which mentions go by the same card, and ways to join them and to part them."""

    chosen = Signal(object)
    """Id of the mention whose card is to be shared."""
    own_wanted = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._shared = muted()
        self._shared.setObjectName("shared_card")
        self._own = QPushButton()
        self._own.setObjectName("own_card")
        self._own.setProperty("kind", "quiet")
        self._own.clicked.connect(lambda _: self.own_wanted.emit())
        self._choice = Combo(
            "same_source", self.tr("The same source as"), self.tr("The same source as…")
        )
        self._offered: list[UUID] = []
        self._choice.activated.connect(lambda at: self.chosen.emit(self._offered[at]))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._shared)
        layout.addWidget(self._own, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addWidget(self._choice)

    def show_mark(self, session: ArticleSession, mark: Mark) -> None:
        """Show with whom a mention shares its card."""
        card = mark.source.entity
        others = [m for m in session.here() if m.type is MarkType.SOURCE and m.id != mark.id]
        sharing = [m for m in others if card is not None and m.source.entity == card]
        words = ", ".join(called(m, self._language) for m in sharing)
        self._shared.setText(self.tr("Shares its card with: {mentions}").format(mentions=words))
        self._shared.setVisible(bool(sharing))
        self._own.setText(
            self.tr("Give it a card of its own") if card else self.tr("Make a source card")
        )
        self._own.setVisible(card is None or bool(sharing))
        self._offer([m for m in others if m.source.entity and m.source.entity != card])

    def settle(self) -> None:
        """Nothing waits: a choice is taken over at once."""

    def set_locked(self, locked: bool) -> None:
        for widget in (self._choice, self._own):
            widget.setEnabled(not locked)

    def _offer(self, mentions: Sequence[Mark]) -> None:
        self._offered = [m.id for m in mentions]
        self._choice.offer(lambda: [called(m, self._language) for m in mentions])
        self._choice.setVisible(bool(mentions))
