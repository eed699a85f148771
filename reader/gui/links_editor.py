"""Whom a claim is attributed to: each link with its form, its chain, and a way to undo it."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.gui.chain_editor import ChainEditor
from reader.gui.fields import Form
from reader.gui.forms import LINK
from reader.gui.layouts import clear
from reader.model.annotations import Attribution, Mark, Relation
from reader.model.vocabulary import MarkType
from reader.session.article import ArticleSession
from reader.text.bidi import isolate
from reader.model.summary import Language
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

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._links = QVBoxLayout()
        self._layout.addLayout(self._links)
        self._none = QLabel(self.tr("No source yet."))
        self._none.setProperty("kind", "muted")
        self._layout.addWidget(self._none)
        self._layout.addLayout(self._adding())

    def _adding(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._choice = QComboBox()
        self._choice.setObjectName("link_choice")
        self._choice.setAccessibleName(self.tr("Link to a source of the article"))
        self._choice.setPlaceholderText(self.tr("Choose a source"))
        self._choice.setMinimumContentsLength(10)
        self._choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._choice.activated.connect(lambda _: self.linked.emit(self._choice.currentData()))
        self._pick = QPushButton(self.tr("Link to source"))
        self._pick.setToolTip(self.tr("Then click the source in the text"))
        self._pick.clicked.connect(self.source_wanted)
        row.addWidget(self._choice, 1)
        row.addWidget(self._pick)
        return row

    def show_claim(self, session: ArticleSession, claim_id: UUID) -> None:
        """Show the links of a claim as they stand."""
        clear(self._links)
        links = session.attributions(claim_id)
        for relation in links:
            source = session.marks.get(relation.to.id)
            if source is not None:
                self._links.addWidget(self._link(session, relation, source))
        self._none.setVisible(not links)
        taken = {r.to.id for r in links}
        self._offer(m for m in session.here() if m.type is MarkType.SOURCE and m.id not in taken)

    def _offer(self, sources: Iterable[Mark]) -> None:
        self._choice.clear()
        for source in sources:
            naming = label(source.source.naming, self._language)
            self._choice.addItem(f"{isolate(source.words)} · {naming}", source.id)
        self._choice.setCurrentIndex(-1)
        self._choice.setEnabled(self._choice.count() > 0)

    def _link(self, session: ArticleSession, relation: Relation, source: Mark) -> QWidget:
        card = QFrame()
        card.setProperty("kind", "card")
        layout = QVBoxLayout(card)
        layout.addLayout(self._link_head(relation, source))
        how = relation.attribution or Attribution()
        form = Form(LINK, self._language)
        form.show_values({name: getattr(how, name) for name in form.fields})
        form.edited.connect(lambda name, value: self.link_edited.emit(relation.id, name, value))
        layout.addWidget(form)
        chain = ChainEditor(self._language)
        chain.show_link(session, relation)
        chain.edited.connect(lambda hops: self.link_edited.emit(relation.id, "chain", hops))
        layout.addWidget(chain)
        return card

    def _link_head(self, relation: Relation, source: Mark) -> QHBoxLayout:
        row = QHBoxLayout()
        name = QPushButton(isolate(source.words))
        name.setProperty("kind", "quiet")
        name.setAccessibleName(self.tr("Show the source %1").replace("%1", isolate(source.words)))
        name.clicked.connect(lambda: self.source_clicked.emit(source.id))
        unlink = QToolButton()
        unlink.setText(self.tr("Unlink"))
        unlink.setObjectName("unlink")
        unlink.clicked.connect(lambda: self.unlinked.emit(relation.id))
        row.addWidget(name, 0, Qt.AlignmentFlag.AlignLeading)
        row.addStretch(1)
        row.addWidget(unlink)
        return row
