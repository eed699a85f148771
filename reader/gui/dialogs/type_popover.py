"""The controls of type and colours, beside the text that they change."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from reader.gui.kit.actions import Actions
from reader.gui.kit.layouts import heading
from reader.gui.kit.popover import Popover
from reader.gui.kit.preferences import Preferences
from reader.gui.kit.swatches import Swatches
from reader.gui.kit.type_controls import TypeControls


class TypePopover(Popover):
    """Face, size, line height, column width and colours: what is changed is seen at once."""

    def __init__(self, preferences: Preferences, table: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.controls = TypeControls(preferences)
        self.swatches = Swatches(table)
        self._title, self._colours = heading(""), heading("")
        for widget in (self._title, self.controls, self._colours, self.swatches):
            self.body.addWidget(widget)
        self._retranslate()
        self.controls.sliders["size"].setFocus()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Type"))
        self._title.setText(self.tr("Type"))
        self._colours.setText(self.tr("Colours"))
