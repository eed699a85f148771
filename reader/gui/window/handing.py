"""What leaves the window: the summary, copied words, paper."""

from __future__ import annotations

from collections.abc import Mapping

from reader.gui.kit.fonts import typography_of
from reader.gui.window.commander import Command, Commander, Frame
from reader.gui.window.copying import Copying


class Handing(Commander):
    """Hands over what is on the desk, after taking in what is half typed."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._copying = Copying(frame)

    def commands(self) -> Mapping[str, Command]:
        return {
            "export": self.export,
            "copy_summary": self.copy_summary,
            "copy": self._copying.copy,
            "copy_cited": self._copying.copy_cited,
            "print": self.print,
        }

    def export(self) -> None:
        # With all that writes: not at the start.
        from reader.gui.dialogs.export_dialog import ExportDialog

        desk = self.frame.desk
        if desk.session is not None:
            desk.settle()
            preferences = self.frame.services.preferences
            folder = preferences.settings.export_folder
            dialog = ExportDialog(desk, desk.session, self.frame.window, folder)
            dialog.saved_in.connect(lambda where: preferences.change(export_folder=where))
            self.show_dialog(dialog)

    def print(self) -> None:
        """Show how the article will look on paper, and print it from there."""
        # With all that paints: not at the start.
        from reader.gui.dialogs.print_dialog import PrintDialog
        from reader.gui.dialogs.print_material import material_of

        desk, services = self.frame.desk, self.frame.services
        if desk.session is None:
            return
        desk.settle()
        dialog = PrintDialog(
            desk,
            desk.session,
            material_of(desk.session, self.frame.view),
            typography_of(services.preferences.settings),
            services.runtime,
            services.appearance.theme,
            self.frame.window,
            services.preferences.settings.export_folder,
        )
        dialog.saved_in.connect(lambda where: services.preferences.change(export_folder=where))
        self.show_dialog(dialog)

    def copy_summary(self) -> None:
        from reader.gui.dialogs.export_dialog import copy_summary  # likewise

        desk = self.frame.desk
        if desk.session is not None:
            desk.settle()
            copy_summary(desk, desk.session, desk.language)
