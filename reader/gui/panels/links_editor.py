"""Whom a claim is attributed to: each link with its form, its chain, and a way to undo it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reader.gui.kit.buttons import NameButton
from reader.gui.kit.controls import Combo
from reader.gui.kit.form import Form
from reader.gui.kit.layouts import Card, Rows, muted
from reader.gui.kit.theme import Theme
from reader.gui.panels.chain_editor import ChainEditor, Shown, called
from reader.gui.panels.forms import LINK
from reader.model.annotations import Attribution, Mark, Relation
from reader.model.sourcing import chain_of
from reader.model.summary import Language
from reader.model.vocabulary import MarkType
from reader.session.article import ArticleSession
from reader.wording import label


class LinksEditor(QWidget):
    """The links of one claim. Emits what a person wants; changes nothing itself."""

    link_edited = Signal(object, str, object)
    """Relation id, field, value."""
    unlinked = Signal(object)
    linked = Signal(object)
    """Id of the source chosen for the claim."""
    source_wanted = Signal()
    """The source is to be picked in the text."""
    source_clicked = Signal(object)

    def __init__(self, language: Language, theme: Theme) -> None:
        super().__init__()
        self._language, self._theme = language, theme
        self._sources: dict[UUID, UUID] = {}
        self._rows: Rows[UUID, LinkCard] = Rows(self._make_card)
        self._none = muted(self.tr("No source yet."))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._rows)
        layout.addWidget(self._none)
        layout.addLayout(self._adding())

    def _adding(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._choice = Combo(
            "link_choice", self.tr("Link to a source of the article"), self.tr("Choose a source")
        )
        self._offered: list[UUID] = []
        self._choice.activated.connect(lambda at: self.linked.emit(self._offered[at]))
        self._pick = QPushButton(self.tr("In the text"))
        self._pick.setToolTip(self.tr("Click the source in the text, or press its number"))
        self._pick.setAccessibleName(self.tr("Link to a source picked in the text"))
        self._pick.clicked.connect(lambda _: self.source_wanted.emit())
        row.addWidget(self._choice, 1)
        row.addWidget(self._pick)
        return row

    def show_claim(self, session: ArticleSession, claim_id: UUID) -> None:
        """Show the links of a claim as they stand."""
        links = [r for r in session.attributions(claim_id) if r.to.id in session.marks]
        self._sources = {relation.id: relation.to.id for relation in links}
        self._rows.show_keys(list(self._sources))
        for relation in links:
            self._rows.rows[relation.id].show_link(session, relation)
        self._none.setVisible(not links)
        taken = set(self._sources.values())
        self._offer([m for m in session.here() if m.type is MarkType.SOURCE and m.id not in taken])

    def settle(self) -> None:
        for card in list(self._rows.rows.values()):
            card.settle()

    def set_locked(self, locked: bool) -> None:
        for card in self._rows.rows.values():
            card.set_locked(locked)
        for widget in (self._choice, self._pick):
            widget.setEnabled(not locked)

    def _offer(self, sources: Sequence[Mark]) -> None:
        self._offered = [source.id for source in sources]
        self._choice.offer(lambda: [self._named(source) for source in sources])

    def _named(self, source: Mark) -> str:
        naming = label(source.source.naming, self._language)
        return f"{called(source, self._language)} · {naming}"

    def _make_card(self, relation: UUID) -> LinkCard:
        card = LinkCard(self._language, self._theme)
        card.edited.connect(lambda name, value: self.link_edited.emit(relation, name, value))
        card.unlinked.connect(lambda: self.unlinked.emit(relation))
        card.source_clicked.connect(lambda: self.source_clicked.emit(self._sources[relation]))
        return card


class LinkCard(Card):
    """One link of a claim to a source."""

    edited = Signal(str, object)
    """Field, value."""
    unlinked = Signal()
    source_clicked = Signal()

    def __init__(self, language: Language, theme: Theme) -> None:
        super().__init__()
        self._language = language
        self._source = NameButton()
        self._source.setObjectName("linked_source")
        self._source.setProperty("kind", "quiet")
        self._source.clicked.connect(lambda _: self.source_clicked.emit())
        self._unlink = QPushButton(self.tr("Unlink"))
        self._unlink.setObjectName("unlink")
        self._unlink.setProperty("kind", "quiet")
        self._unlink.clicked.connect(lambda _: self.unlinked.emit())
        self._form = Form(LINK, language)
        self._form.edited.connect(self.edited)
        self._chain = ChainEditor(language, theme)
        self._chain.edited.connect(lambda hops: self.edited.emit("chain", hops))
        head = QHBoxLayout()
        head.addWidget(self._source)
        head.addStretch(1)
        head.addWidget(self._unlink)
        self.body.addLayout(head)
        self.body.addWidget(self._form)
        self.body.addWidget(self._chain)

    def show_link(self, session: ArticleSession, relation: Relation) -> None:
        """Show a link whose source is on the desk."""
        source = session.marks[relation.to.id]
        words = called(source, self._language)
        self._source.say(words)
        self._source.setAccessibleName(self.tr("Show the source {words}").format(words=words))
        how = relation.attribution or Attribution()
        self._form.show_thing(how)
        hops = chain_of(source, relation.attribution)
        shown = Shown(hops, speaker=source.id, own=how.chain is not None)
        self._chain.show_chain(session, shown)

    def settle(self) -> None:
        self._chain.settle()

    def set_locked(self, locked: bool) -> None:
        self._form.set_locked(locked)
        self._chain.set_locked(locked)
        self._unlink.setEnabled(not locked)
