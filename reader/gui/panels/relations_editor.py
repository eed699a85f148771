"""How a claim relates to the other claims of the article: what it repeats, what contradicts it."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from reader.gui.kit.controls import Combo
from reader.gui.kit.icons import icon
from reader.gui.kit.layouts import Quoted, Rows, isolated, muted, titled
from reader.gui.kit.theme import Theme
from reader.model.annotations import Relation
from reader.model.summary import Language
from reader.model.vocabulary import MarkType, RelationType
from reader.session.article import ArticleSession
from reader.session.linking import BETWEEN_CLAIMS
from reader.wording import label, say

_INWARD: Final = {
    RelationType.RESTATES: "relation_restated_by",
    RelationType.CORROBORATED_BY: "relation_corroborates",
    RelationType.CONTRADICTED_BY: "relation_contradicts",
    RelationType.QUALIFIES: "relation_qualified_by",
    RelationType.UPDATES: "relation_updated_by",
    RelationType.EVIDENCE_FOR: "relation_has_evidence_for",
    RelationType.EVIDENCE_AGAINST: "relation_has_evidence_against",
    RelationType.SAME_CLAIM: "relation_same_claim",
}
"""How a relation from another claim reads from the one that it leads to."""


class RelationsEditor(QWidget):
    """The relations from one claim to others, and from others to it."""

    related = Signal(object, object)
    """A `RelationType`, and the id of the other claim."""
    removed = Signal(object)
    """Id of a relation."""

    def __init__(self, language: Language, theme: Theme) -> None:
        super().__init__()
        self._language, self._theme = language, theme
        self._rows: Rows[UUID, RelationRow] = Rows(self._make_row, spacing=2)
        begins = muted(self.tr("This claim…"))
        self._kind = Combo("relation_kind", self.tr("Kind of relation"))
        self._kind.addItems([titled(label(kind, language)) for kind in BETWEEN_CLAIMS])
        self._other = Combo("relation_other", self.tr("The other claim"), self.tr("Choose a claim"))
        self._offered: list[UUID] = []
        self._other.activated.connect(
            lambda at: self.related.emit(
                BETWEEN_CLAIMS[self._kind.currentIndex()], self._offered[at]
            )
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._rows)
        for widget in (begins, self._kind, self._other):
            layout.addWidget(widget)

    def show_claim(self, session: ArticleSession, claim_id: UUID) -> None:
        """Show the relations of a claim with claims that are on the desk."""
        found = {
            r.id: r
            for r in session.relations.values()
            if r.type in BETWEEN_CLAIMS
            and claim_id in (r.from_.id, r.to.id)
            and {r.from_.id, r.to.id} <= session.marks.keys()
        }
        self._rows.show_keys(list(found))
        for relation in found.values():
            self._rows.rows[relation.id].show_relation(session, relation, claim_id)
        others = [m for m in session.here() if m.type is MarkType.CLAIM and m.id != claim_id]
        self._offered = [m.id for m in others]
        self._other.offer(lambda: [isolated(m.words) for m in others])

    def settle(self) -> None:
        """Nothing waits: a relation is taken over at once."""

    def set_locked(self, locked: bool) -> None:
        for row in self._rows.rows.values():
            row.remove.setEnabled(not locked)
        for combo in (self._kind, self._other):
            combo.setEnabled(not locked)

    def _make_row(self, relation: UUID) -> RelationRow:
        row = RelationRow(self._language, self._theme)
        row.remove.clicked.connect(lambda _: self.removed.emit(relation))
        return row


class RelationRow(QWidget):
    """One relation, as it reads from the claim that is shown."""

    def __init__(self, language: Language, theme: Theme) -> None:
        super().__init__()
        self._language = language
        self._kind = muted()
        self._words = Quoted()
        self.remove = QToolButton()
        self.remove.setObjectName("remove")
        self.remove.setIcon(icon("x", theme))
        self.remove.setToolTip(self.tr("Take away"))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._kind)
        words.addWidget(self._words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(words, 1)
        row.addWidget(self.remove)

    def show_relation(self, session: ArticleSession, relation: Relation, claim_id: UUID) -> None:
        outward = relation.from_.id == claim_id
        other = session.marks[relation.to.id if outward else relation.from_.id]
        read = label(relation.type, self._language)
        if not outward:
            read = say(_INWARD[relation.type], self._language)
        self._kind.setText(titled(read))
        self._words.set_words(other.words)
        self.remove.setAccessibleName(
            self.tr("Take away: {words}").format(words=self._words.text())
        )
