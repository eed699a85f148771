"""What leads into the inspector and out of it: its fields, the codebook, the scale used last."""

from __future__ import annotations

from collections.abc import Mapping

from reader.gui.window.commander import Command, Commander, Frame


class Inspecting(Commander):
    """Opens the inspector where a person wants to type."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        preferences, desk = frame.services.preferences, frame.desk
        desk.last_scale = preferences.settings.scale
        desk.scale_used.connect(lambda slug: preferences.change(scale=slug))
        desk.codebook_wanted.connect(frame.table["codebook"].trigger)

    def commands(self) -> Mapping[str, Command]:
        return {"edit_mark": self.edit}

    def edit(self) -> None:
        """Show the inspector, with the caret in its first field."""
        self.frame.table["panel_inspector"].setChecked(True)
        self.frame.inspector.focus_first()
