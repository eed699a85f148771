"""Finding words in the text."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reader.gui.commander import Commander, Frame


class Finding(Commander):
    """Finds words in the article on the desk."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.bar = QWidget()
        self.bar.hide()
