"""The chain of attribution of one link: the outlet, then each hop, in words and in order."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.gui.layouts import clear
from reader.model.annotations import Hop, Mark, Relation
from reader.model.sourcing import chain_of
from reader.model.vocabulary import MarkType
from reader.session.article import ArticleSession
from reader.text.bidi import isolate
from reader.model.summary import Language


class ChainEditor(QWidget):
    """Shows a chain and lets hops be added, moved, flagged and taken out.

    `edited` carries the whole chain, a tuple of `Hop`, outermost first.
    """

    edited = Signal(object)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._hops: tuple[Hop, ...] = ()
        self._linked: UUID | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        title = QLabel(self.tr("Chain of attribution"))
        title.setProperty("kind", "section")
        layout.addWidget(title)
        self._outlet = QLabel()
        layout.addWidget(self._outlet)
        self._rows = QVBoxLayout()
        layout.addLayout(self._rows)
        layout.addLayout(self._adding())

    def _adding(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._mention = QComboBox()
        self._mention.setPlaceholderText(self.tr("Add a relay"))
        self._mention.setAccessibleName(self.tr("Add a relay"))
        self._mention.setMinimumContentsLength(8)
        self._mention.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._mention.activated.connect(lambda _: self._add(self._mention.currentData()))
        self._words = QLineEdit()
        self._words.setPlaceholderText(self.tr("or write its name"))
        self._words.setAccessibleName(self.tr("Name of a relay"))
        self._words.returnPressed.connect(lambda: self._add(Hop(words=self._words.text().strip())))
        row.addWidget(self._mention, 1)
        row.addWidget(self._words, 1)
        return row

    def show_link(self, session: ArticleSession, relation: Relation) -> None:
        """Show the chain of a link, its own or what it inherits from the mention."""
        self._linked = relation.to.id
        self._hops = chain_of(session.marks[relation.to.id], relation.attribution)
        outlet = session.article.metadata.outlet
        self._outlet.setText(isolate(outlet) if outlet else self.tr("The outlet"))
        self._show_hops()
        taken = {hop.mention for hop in self._hops}
        self._offer([m for m in session.here() if m.type is MarkType.SOURCE and m.id not in taken])

    def _offer(self, mentions: list[Mark]) -> None:
        self._mention.clear()
        for mark in mentions:
            hop = Hop(words=mark.words, mention=mark.id, entity=mark.source.entity)
            self._mention.addItem(isolate(mark.words), hop)
        self._mention.setCurrentIndex(-1)
        self._mention.setEnabled(bool(mentions))

    def _show_hops(self) -> None:
        clear(self._rows)
        for at, hop in enumerate(self._hops):
            self._rows.addWidget(self._row(at, hop))

    def _row(self, at: int, hop: Hop) -> QWidget:
        widget = QWidget()
        row = QHBoxLayout(widget)
        row.setContentsMargins(12, 0, 0, 0)
        words = QLabel(self.tr("from %1").replace("%1", isolate(hop.words)))
        words.setWordWrap(True)
        row.addWidget(words, 1)
        if hop.mention == self._linked:
            return widget
        undisclosed = QCheckBox(self.tr("undisclosed"))
        undisclosed.setToolTip(self.tr("The outlet does not say that it has this from here"))
        undisclosed.setChecked(hop.undisclosed)
        undisclosed.toggled.connect(
            lambda on: self._replace(at, hop.model_copy(update={"undisclosed": on}))
        )
        row.addWidget(undisclosed)
        for name, text, act in (
            ("hop_up", self.tr("Closer to the outlet"), lambda: self._move(at, -1)),
            ("hop_down", self.tr("Further from the outlet"), lambda: self._move(at, 1)),
            ("hop_out", self.tr("Take out of the chain"), lambda: self._take_out(at)),
        ):
            button = QToolButton()
            button.setObjectName(name)
            button.setText({"hop_up": "↑", "hop_down": "↓", "hop_out": "×"}[name])
            button.setToolTip(text)
            button.setAccessibleName(text)
            button.clicked.connect(act)
            row.addWidget(button)
        return widget

    def _add(self, hop: Hop | None) -> None:
        """A new hop goes before the linked source: it is a relay until it is moved behind."""
        if hop is None or not hop.words:
            return
        at = next((i for i, h in enumerate(self._hops) if h.mention == self._linked), 0)
        self._words.clear()
        self.edited.emit((*self._hops[:at], hop, *self._hops[at:]))

    def _replace(self, at: int, hop: Hop) -> None:
        self.edited.emit((*self._hops[:at], hop, *self._hops[at + 1 :]))

    def _take_out(self, at: int) -> None:
        self.edited.emit((*self._hops[:at], *self._hops[at + 1 :]))

    def _move(self, at: int, by: int) -> None:
        to = at + by
        if 0 <= to < len(self._hops):
            hops = list(self._hops)
            hops[at], hops[to] = hops[to], hops[at]
            self.edited.emit(tuple(hops))
