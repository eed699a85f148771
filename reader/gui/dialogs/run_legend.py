"""What the signs in a comparison mean, in one line: each word looks as it says."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QWidget

from reader.gui.dialogs.run_brush import KINDS, sample
from reader.gui.kit.flow_layout import FlowLayout
from reader.gui.kit.fonts import interface_font
from reader.gui.kit.theme import Theme

_SPACING = 14


class RunLegend(QWidget):
    """A sample for each kind of difference. It takes no focus: its parts are labels.

    Args:
        label: the words for a code, in the language of the interface.
    """

    def __init__(self, theme: Theme, label: Callable[[StrEnum], str]) -> None:
        super().__init__()
        self._theme, self._label = theme, label
        self._samples = {kind: QLabel(self) for kind in KINDS}
        row = FlowLayout(self, _SPACING)
        for one in self._samples.values():
            row.addWidget(one)
        self._renew()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._renew()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._renew()
        super().changeEvent(event)

    def _renew(self) -> None:
        self.setAccessibleName(self.tr("What the signs mean"))
        scale = self.devicePixelRatioF()
        for kind, shown in self._samples.items():
            words = self._label(kind)
            shown.setPixmap(sample(kind, words, interface_font(), self._theme, scale))
            shown.setAccessibleName(words)
