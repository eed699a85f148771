"""Small helps with layouts."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QToolButton, QVBoxLayout, QWidget


def clear(layout: QLayout) -> None:
    """Take every widget out of a layout and let it go once the event at hand is over."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()


class Section(QWidget):
    """A part of a panel that a button opens and closes."""

    def __init__(self, title: str) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.button = QToolButton()
        self.button.setText(title)
        self.button.setCheckable(True)
        self.button.setProperty("kind", "section")
        self._body = QWidget()
        self.body = QVBoxLayout(self._body)
        self.body.setContentsMargins(0, 0, 0, 0)
        self._body.hide()
        self.button.toggled.connect(self._body.setVisible)
        layout.addWidget(self.button)
        layout.addWidget(self._body)
