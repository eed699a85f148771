"""What leads into the inspector and out of it: its fields, the codebook, the scale used last."""

from __future__ import annotations

from collections.abc import Mapping

from reader.gui.kit.layouts import titled
from reader.gui.kit.status_button import StatusButton
from reader.gui.window.commander import Command, Commander, Frame
from reader.model.vocabulary import WorkStatus


class Inspecting(Commander):
    """Opens the inspector where a person wants to type."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        preferences, desk = frame.services.preferences, frame.desk
        desk.last_scale = preferences.settings.scale
        desk.scale_used.connect(lambda slug: preferences.change(scale=slug))
        desk.codebook_wanted.connect(frame.table["codebook"].trigger)
        self.sourcing = StatusButton("sourcing", self._said, lambda: self.tr("Sourcing"))
        self.sourcing.clicked.connect(self._show_article)
        frame.window.statusBar().addPermanentWidget(self.sourcing)
        desk.session_changed.connect(self.sourcing.renew)
        desk.desk_changed.connect(lambda _: self.sourcing.renew())

    def commands(self) -> Mapping[str, Command]:
        return {"edit_mark": self.edit}

    def edit(self) -> None:
        """Show the inspector, with the caret in its first field."""
        self.frame.table["panel_inspector"].setChecked(True)
        self.frame.inspector.focus_first()

    def _show_article(self) -> None:
        """Show what is said of the article as a whole: there the sourcing is opened again."""
        self.frame.table["panel_inspector"].setChecked(True)
        self.frame.desk.select(None)

    def _said(self) -> str:
        """That the sourcing is complete; it says nothing while it is not."""
        session = self.frame.desk.session
        if session is None or session.record.work_status is not WorkStatus.SOURCED:
            return ""
        return f"✓ {titled(self.frame.desk.label(WorkStatus.SOURCED))}"
