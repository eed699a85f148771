"""What helps a person along: the keys, how to save a page, what Isnad is made of."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from reader.gui.dialogs.saving_guide import SavingGuide
from reader.gui.kit.layouts import titled
from reader.gui.window.commander import Command, Commander
from reader.session import licences
from reader.session.licences import Component
from reader.session.runtime import Handle


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

        self.show_dialog(KeysSheet(self.frame.window))

    def show_legend(self) -> None:
        """What each look of a mark means."""
        from reader.gui.page.legend import Legend  # nobody asks at the start

        desk, theme = self.frame.desk, self.frame.services.appearance.theme
        legend = Legend(theme, lambda code: titled(desk.label(code)))
        self.show_dialog(self._sheet(self.tr("What the marks mean"), legend))

    def show_saving(self) -> None:
        """How pages are saved in browsers."""
        dialog = self._sheet(self.tr("How to save a page"), SavingGuide())
        dialog.resize(520, 460)
        self.show_dialog(dialog)

    def _sheet(self, title: str, content: QWidget) -> QDialog:
        """A dialog that shows something, and can be closed."""
        dialog = QDialog(self.frame.window)
        dialog.setWindowTitle(title)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(dialog.reject)
        column = QVBoxLayout(dialog)
        column.addWidget(content, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignTrailing)
        return dialog

    def show_about(self) -> None:
        """What Isnad is, and the licences of its parts, which are read in the background."""
        from reader.gui.dialogs.about import AboutDialog  # nobody asks at the start

        runtime, reading = self.frame.services.runtime, list[Handle]()

        def read(component: Component | None) -> None:
            handle = runtime.run_io(
                lambda: licences.text_of(component) if component else licences.own_licence(),
                dialog.show_text,
                lambda error: self.frame.notices.tell_error(error.message),
            )
            reading.append(handle)

        def stop() -> None:
            for handle in reading:
                handle.cancel()

        dialog = AboutDialog(licences.components(), self.frame.window)
        dialog.asked.connect(read)
        dialog.finished.connect(lambda _: stop())
        dialog.begin()
        self.show_dialog(dialog)
