"""A comparison as a table: the older side, a sign of what happened, the newer side."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum, StrEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from reader.gui.kit.i18n import numeral
from reader.model.comparison import Comparison, Paragraph, Row, RowChange, RunKind
from reader.session.comparison_stretches import Entry, Stretch
from reader.text.bidi import isolate

AnyIndex = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns of the table, in reading order."""

    OLD = 0
    SIGN = 1
    NEW = 2


SIDES = {Column.OLD: "old", Column.NEW: "new"}


class FacingModel(QAbstractTableModel):
    """The entries of a comparison: see `reader.session.comparison_stretches`.

    Args:
        label: the words for a code, in the language of the interface.
    """

    def __init__(self, label: Callable[[StrEnum], str]) -> None:
        super().__init__()
        self._label = label
        self._entries: tuple[Entry, ...] = ()
        self._comparison: Comparison | None = None
        self._headers = ["", "", ""]

    def show(self, comparison: Comparison, entries: tuple[Entry, ...]) -> None:
        """Show other entries."""
        self.beginResetModel()
        self._comparison, self._entries = comparison, entries
        self.endResetModel()

    def name_columns(self, old: str, new: str) -> None:
        """Say which version stands on which side."""
        self._headers = [old, "", new]
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 2)

    @property
    def comparison(self) -> Comparison | None:
        return self._comparison

    @property
    def entries(self) -> tuple[Entry, ...]:
        return self._entries

    def entry(self, at: int) -> Entry | None:
        return self._entries[at] if 0 <= at < len(self._entries) else None

    def row(self, at: int) -> Row | None:
        """The row that stands there; None for what is folded away."""
        entry = self.entry(at)
        return self._comparison.rows[entry] if self._comparison and type(entry) is int else None

    def side(self, at: int, column: int) -> tuple[Paragraph, ...]:
        """The paragraphs of a cell."""
        row = self.row(at)
        if row is None or column == Column.SIGN:
            return ()
        return row.old if column == Column.OLD else row.new

    def place_of(self, row: int) -> int | None:
        """Where a row of the comparison, or what it is folded into, stands in the table."""
        for at, entry in enumerate(self._entries):
            first, last = entry[:2] if isinstance(entry, Stretch) else (entry, entry + 1)
            if first <= row < last:
                return at
        return None

    # What Qt asks

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(Column)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == Column.SIGN:
            row = self.row(index.row())
            return self.happened(row) if row else None
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        if role == Qt.ItemDataRole.AccessibleTextRole and section == Column.SIGN:
            return self.tr("What happened")
        return None

    # In words

    def folded(self, stretch: Stretch) -> str:
        """How much is folded away."""
        if stretch.changed:
            return self.tr("%n paragraph(s) left out", "", len(stretch))
        return self.tr("%n paragraph(s) unchanged", "", len(stretch))

    def happened(self, row: Row) -> str:
        """What became of a row, and how many marks that touches."""
        said = [self._label(change) for change in row.changes]
        if row.touched:
            said.append(self.tr("Touches %n mark(s)", "", len(row.touched)))
        elif row.marks:
            said.append(self.tr("%n mark(s) here", "", len(row.marks)))
        return " · ".join(said)

    def lacking(self, row: Row) -> str:
        """What is said where a side has nothing."""
        if row.counterpart is not None:
            return self.tr("Stands in another place on this side: go there")
        change = RowChange.ADDED if row.new else RowChange.DELETED
        return self._label(change)

    def _said(self, at: int, column: int) -> str:
        entry, row = self.entry(at), self.row(at)
        if isinstance(entry, Stretch):
            return self.folded(entry)
        if row is None:
            return ""
        if column == Column.SIGN:
            return self.happened(row) or self.tr("Unchanged")
        paragraphs = self.side(at, column)
        if not paragraphs:
            return self.lacking(row)
        text = " ".join(isolate(p.text) for p in paragraphs)
        differing = [self._run_said(p, r.kind, p.words(r)) for p in paragraphs for r in p.runs]
        return " — ".join([text, *filter(None, differing)])

    def _run_said(self, _: Paragraph, kind: RunKind, words: str) -> str:
        bare = words.strip()
        if kind is RunKind.SAME or not bare:
            return ""
        return f"{self._label(kind)}: {isolate(bare)}"


def counted(at: int, of: int) -> str:
    """Which of how many: “3 / 12”."""
    return f"{numeral(at)} / {numeral(of)}"
