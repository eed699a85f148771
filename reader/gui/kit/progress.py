"""How far the reading of a page has come, with a button that ends it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

PATIENCE = 200
"""Milliseconds before it is shown: what is quicker than that would only flicker."""

_PARTS = 1000


class ProgressStrip(QFrame):
    """A line of words, a bar and a button."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progress_strip")
        self._words = QLabel()
        self._bar = QProgressBar(textVisible=False, maximum=_PARTS)
        self._cancel = QPushButton()
        self._cancel.clicked.connect(lambda _: self.cancelled.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.addWidget(self._words)
        row.addWidget(self._bar, 1)
        row.addWidget(self._cancel)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self.show)
        self._retranslate()
        self.hide()

    def begin(self) -> None:
        self._words.clear()
        self._bar.setValue(0)
        self._patience.start()

    def advance(self, words: str, fraction: float) -> None:
        """Show a step and the fraction done, which never goes back."""
        self._words.setText(words)
        self._bar.setAccessibleName(words)
        self._bar.setValue(max(self._bar.value(), round(fraction * _PARTS)))

    def end(self) -> None:
        self._patience.stop()
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._cancel.setText(self.tr("Cancel"))
        self._bar.setAccessibleName(self.tr("Reading the page"))
