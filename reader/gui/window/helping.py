"""What helps a person along: the keys, how to save a page, what Isnad is made of."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout

from reader.gui.dialogs.saving_guide import SavingGuide
from reader.gui.kit.layouts import titled
from reader.gui.window.commander import Command, Commander
from reader.session import licences
from reader.session.licences import Component


class Helping(Commander):
    """Shows help."""

    def commands(self) -> Mapping[str, Command]:
        return {
            "shortcuts": self.show_keys,
            "legend": self.show_legend,
            "saving_pages": self.show_saving,
            "about": self.show_about,
        }

    def show_keys(self) -> None:
        """All keys on one sheet."""
        from reader.gui.dialogs.keys_sheet import KeysSheet  # nobody asks at the start

        self._show(KeysSheet(self.frame.window))

    def show_legend(self) -> None:
        """What each look of a mark means."""
        from reader.gui.page.legend import Legend  # nobody asks at the start

        desk = self.frame.desk
        dialog = QDialog(self.frame.window)
        dialog.setWindowTitle(self.tr("What the marks mean"))
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(dialog.reject)
        column = QVBoxLayout(dialog)
        theme = self.frame.services.appearance.theme
        column.addWidget(Legend(theme, lambda code: titled(desk.label(code))), 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignTrailing)
        self._show(dialog)

    def show_saving(self) -> None:
        """How pages are saved in browsers."""
        dialog = QDialog(self.frame.window)
        dialog.setWindowTitle(self.tr("How to save a page"))
        dialog.resize(520, 460)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(dialog.reject)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(close)
        column = QVBoxLayout(dialog)
        column.addWidget(SavingGuide(), 1)
        column.addLayout(last)
        self._show(dialog)

    def show_about(self) -> None:
        """What Isnad is, and the licences of its parts, which are read in the background."""
        from reader.gui.dialogs.about import AboutDialog  # nobody asks at the start

        runtime = self.frame.services.runtime

        def read(component: Component | None) -> None:
            runtime.run_io(
                lambda: licences.text_of(component) if component else licences.own_licence(),
                dialog.show_text,
                lambda error: self.frame.notices.tell_error(error.message),
            )

        dialog = AboutDialog(licences.components(), self.frame.window)
        dialog.asked.connect(read)
        dialog.begin()
        self._show(dialog)

    def _show(self, dialog: QDialog) -> None:
        dialog.exec()
        self.frame.services.runtime.drain()  # what is still being read finds the dialog there
        dialog.deleteLater()
