"""What a preset or a file would add to the codebook: looked at before it is added."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from reader.gui.dialogs.codes_page import entries
from reader.gui.kit.entry_list import Entry, EntryList
from reader.gui.kit.layouts import fitted, heading, muted
from reader.gui.kit.theme import Theme
from reader.model.library import Codebook
from reader.model.summary import Language


class AdditionsDialog(QDialog):
    """Lists codes and scales; accepted, they are to be added."""

    def __init__(
        self,
        title: str,
        about: str,
        added: Codebook,
        language: Language,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(fitted(QSize(460, 520), self))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(8)
        if about:
            layout.addWidget(muted(about))
        rows = [*entries(added, language), *self._scales(added, language)]
        is_empty = not rows
        said = (
            self.tr("Nothing is missing: all of it is in the codebook already.")
            if is_empty
            else self.tr("This will be added. What is in the codebook stays as it is.")
        )
        layout.addWidget(heading(said))
        self.list = EntryList(self.tr("What will be added"), self.tr("Retired"), theme)
        self.list.setDragEnabled(False)
        self.list.show_entries(rows, rows[0].slug if rows else "")
        self.list.setVisible(not is_empty)
        layout.addWidget(self.list, 1)
        buttons = QDialogButtonBox()
        self.add = QPushButton(self.tr("Add"))
        self.add.setObjectName("add")
        self.add.setDefault(True)
        self.add.setVisible(not is_empty)
        close = QPushButton(self.tr("Close") if is_empty else self.tr("Cancel"))
        buttons.addButton(self.add, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def _scales(self, added: Codebook, language: Language) -> list[Entry]:
        kind = self.tr("Scale of verdicts")
        return [
            Entry(f"scale:{scale.slug}", scale.label(language), kind, retired=scale.retired)
            for scale in added.scales
        ]
