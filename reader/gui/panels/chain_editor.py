"""The chain of attribution of a link or of a source: in words, and hop by hop when it is opened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from reader.gui.kit.controls import Combo
from reader.gui.kit.fields import Line
from reader.gui.kit.form import Form
from reader.gui.kit.icons import icon
from reader.gui.kit.layouts import Card, Rows, Section, isolated, leading, muted
from reader.gui.kit.theme import Theme
from reader.gui.panels.forms import HOP
from reader.model.annotations import Hop, Mark
from reader.model.sourcing import Sourcing
from reader.model.summary import Language
from reader.model.vocabulary import MarkType
from reader.session import chains
from reader.session.article import ArticleSession
from reader.wording import isolated as isolated_in
from reader.wording import say

Key = tuple[UUID | str, int]
"""What a hop names, and the how manieth that names it: it stays itself when it is moved."""


@dataclass(frozen=True)
class Shown:
    """A chain to be shown."""

    hops: chains.Chain
    speaker: UUID | None = None
    """The mention that a claim is linked to; None for a mention's own chain."""
    own: bool = False
    """The link has a chain of its own, apart from its source's."""


class ChainEditor(QWidget):
    """Shows a chain and lets hops be added, moved, flagged and taken out.

    `edited` carries the whole chain, a tuple of `Hop`, outermost first; None: the source's own.
    """

    edited = Signal(object)

    def __init__(self, language: Language, theme: Theme) -> None:
        super().__init__()
        self._language, self._theme = language, theme
        self._shown = Shown(())
        self._keys: list[Key] = []
        self._section = Section(self.tr("Chain of attribution"), theme)
        self._section.setObjectName("chain")
        self._words = muted()
        self._words.setObjectName("chain_words")
        self._section.show_always(self._words)
        self._rows: Rows[Key, HopRow] = Rows(self._make_row)
        self._inherit = QPushButton(self.tr("As the source has it"))
        self._inherit.setObjectName("inherit_chain")
        self._inherit.clicked.connect(lambda: self.edited.emit(None))
        self._section.body.addWidget(self._rows)
        self._section.body.addLayout(self._adding())
        self._section.body.addWidget(self._inherit, 0, Qt.AlignmentFlag.AlignLeading)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._section)

    def _adding(self) -> QVBoxLayout:
        column = QVBoxLayout()
        words = self.tr("Add a relay")
        self._mention = Combo("relay_choice", words, words)
        self._offered: Sequence[Mark] = ()
        self._mention.activated.connect(lambda at: self._add(_hop_of(self._offered[at])))
        self._name = Line()
        self._name.setObjectName("relay_name")
        self._name.setPlaceholderText(self.tr("or its name"))
        self._name.setAccessibleName(self.tr("Name of a relay"))
        self._name.returnPressed.connect(self._on_named)
        column.addWidget(self._mention)
        column.addWidget(self._name)
        return column

    def show_chain(self, session: ArticleSession, shown: Shown, *, but: UUID | None = None) -> None:
        """Show a chain as it stands.

        Args:
            session: gives the outlet, and the mentions that can be relays.
            shown: the chain.
            but: a mention that cannot be one: the chain's own.
        """
        self._shown = shown
        sourcing = session.desk.sourcing
        self._keys = _keys(shown.hops)
        self._words.setText(self._sentence(session.article.metadata.outlet, sourcing))
        self._rows.show_keys(self._keys)
        for key, hop in zip(self._keys, shown.hops, strict=True):
            fixed = shown.speaker is not None and hop.mention == shown.speaker
            self._rows.rows[key].show_hop(hop, self._called(hop, sourcing), fixed=fixed)
        self._inherit.setVisible(shown.own)
        taken = {hop.mention for hop in shown.hops} | {but}
        self._offer([m for m in session.here() if m.type is MarkType.SOURCE and m.id not in taken])

    def settle(self) -> None:
        for row in list(self._rows.rows.values()):
            row.form.settle()

    def set_locked(self, locked: bool) -> None:
        for row in self._rows.rows.values():
            row.set_locked(locked)
        for widget in (self._mention, self._name, self._inherit):
            widget.setEnabled(not locked)

    def _sentence(self, outlet: str, sourcing: Sourcing) -> str:
        """The chain in words: «زاكروس عربية، عن العربي الجديد، عن مصدر أمني»."""
        first = isolated(outlet) if outlet else say("chain_outlet", self._language)
        parts = [first, *(self._hop_words(hop, sourcing) for hop in self._shown.hops)]
        if self._shown.speaker is None:
            parts.append(self.tr("this source"))
        return say("chain_via", self._language).join(parts)

    def _hop_words(self, hop: Hop, sourcing: Sourcing) -> str:
        words = isolated_in(self._called(hop, sourcing), self._language)
        if hop.channel:
            words += " " + say("chain_channel", self._language, channel=hop.channel)
        if hop.undisclosed:
            words += " " + say("chain_undisclosed", self._language)
        return words

    def _called(self, hop: Hop, sourcing: Sourcing) -> str:
        return " ".join(sourcing.hop_name(hop).split()) or say("report_nameless", self._language)

    def _offer(self, mentions: Sequence[Mark]) -> None:
        self._offered = mentions
        self._mention.offer(lambda: [called(m, self._language) for m in mentions])

    def _make_row(self, key: Key) -> HopRow:
        row = HopRow(self._language, self._theme)
        row.form.edited.connect(lambda name, value: self._on_field(key, name, value))
        row.moved.connect(lambda by: self._emit(chains.moved(*self._at(key), by)))
        row.taken_out.connect(lambda: self._emit(chains.without(*self._at(key))))
        return row

    def _at(self, key: Key) -> tuple[chains.Chain, int]:
        return self._shown.hops, self._keys.index(key)

    def _on_field(self, key: Key, name: str, value: object) -> None:
        hops, at = self._at(key)
        self._emit(chains.replaced(hops, at, hops[at].model_copy(update={name: value})))

    def _on_named(self) -> None:
        if words := str(Line.read(self._name.text())):
            self._name.set_value("")
            self._add(Hop(words=words))

    def _add(self, hop: Hop) -> None:
        self._emit(chains.with_relay(self._shown.hops, hop, self._shown.speaker))

    def _emit(self, hops: chains.Chain) -> None:
        if hops != self._shown.hops:
            self.edited.emit(hops)


class HopRow(Card):
    """One hop: its name, what flags it, and the buttons that move it or take it out."""

    moved = Signal(int)
    taken_out = Signal()

    def __init__(self, language: Language, theme: Theme) -> None:
        super().__init__()
        head = QHBoxLayout()
        self._name = QLabel()
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setWordWrap(True)
        self._name.setAlignment(leading(self.layoutDirection()))
        head.addWidget(self._name, 1)
        self._buttons = [
            self._button("hop_up", icon("chevron-up", theme), self.tr("Closer to the outlet")),
            self._button(
                "hop_down", icon("chevron-down", theme), self.tr("Further from the outlet")
            ),
            self._button("hop_out", icon("x", theme), self.tr("Take out of the chain")),
        ]
        for button, tell in zip(
            self._buttons,
            (lambda: self.moved.emit(-1), lambda: self.moved.emit(1), self.taken_out.emit),
            strict=True,
        ):
            button.clicked.connect(lambda _=False, tell=tell: tell())
            head.addWidget(button)
        self.form = Form(HOP, language)
        self.body.addLayout(head)
        self.body.addWidget(self.form)

    @staticmethod
    def _button(name: str, sign: QIcon, words: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setIcon(sign)
        button.setToolTip(words)
        button.setAccessibleName(words)
        return button

    def show_hop(self, hop: Hop, name: str, *, fixed: bool) -> None:
        """Show a hop.

        Args:
            hop: as it stands.
            name: what to call it.
            fixed: it is the source that the claim is linked to, and stays in the chain.
        """
        self._name.setText(isolated(name))
        self.form.show_thing(hop)
        for button in self._buttons:
            button.setVisible(not fixed)

    def set_locked(self, locked: bool) -> None:
        self.form.set_locked(locked)
        for button in self._buttons:
            button.setEnabled(not locked)


def called(source: Mark, language: Language) -> str:
    """The words of a source, isolated; one that the text leaves out has none of its own."""
    return isolated(source.words) if source.words else say("report_nameless", language)


def _keys(hops: chains.Chain) -> list[Key]:
    seen: Counter[UUID | str] = Counter()
    keys: list[Key] = []
    for hop in hops:
        named = hop.mention or hop.words
        keys.append((named, seen[named]))
        seen[named] += 1
    return keys


def _hop_of(mention: Mark) -> Hop:
    return Hop(words=mention.words, mention=mention.id, entity=mention.source.entity)
