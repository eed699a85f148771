"""While a link is being made: what can be its other end, by number, by click or by Escape."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from reader.gui.kit.flow_layout import FlowLayout
from reader.model.annotations import Mark
from reader.model.vocabulary import MarkType
from reader.text.bidi import isolate

MOST = 9
_LONGEST = 28


class LinkBar(QFrame):
    """Numbered buttons for the likeliest marks."""

    picked = Signal(object)
    """The UUID of a mark."""
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("link_bar")
        self._prompt = QLabel()
        self._leave = QPushButton()
        self._leave.clicked.connect(lambda _: self.left.emit())
        self._numbers = [self._make(n) for n in range(1, MOST + 1)]
        self._end: Mark | None = None
        self._candidates: tuple[Mark, ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        self._buttons = [self._button(action) for action in self._numbers]
        # In lines: side by side nine buttons would make the window wider than its screen.
        offered = QWidget()
        lines = FlowLayout(offered, spacing=6)
        for widget in (self._prompt, *self._buttons):
            lines.addWidget(widget)
        row.addWidget(offered, 1)
        row.addWidget(self._leave, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def offer(self, end: Mark | None, candidates: Sequence[Mark]) -> None:
        """Offer the other ends for a mark; None: nothing is being linked."""
        self._end, self._candidates = end, tuple(candidates[:MOST])
        for n, action in enumerate(self._numbers):
            mark = self._candidates[n] if n < len(self._candidates) else None
            action.setEnabled(mark is not None)
            action.setVisible(mark is not None)
            self._buttons[n].setVisible(mark is not None)
            if mark is not None:
                action.setData(mark.id)
                words = isolate(_short(mark.words).replace("&", "&&"))
                # Of a text Qt would leave out the dots at its end.
                action.setIconText(f"{self._direction()}{n + 1}  {words}")
                action.setToolTip(isolate(mark.words))
        self._retranslate()
        self.setVisible(end is not None)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _make(self, number: int) -> QAction:
        action = QAction(self)
        action.setShortcut(QKeySequence(str(number)))
        action.setEnabled(False)
        action.triggered.connect(lambda _=False: self._on_number(action))
        self.addAction(action)
        return action

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setProperty("kind", "outlined")
        return button

    def _on_number(self, action: QAction) -> None:
        found = action.data()
        if isinstance(found, UUID):
            self.picked.emit(found)

    def _direction(self) -> str:
        """A mark that makes a number stand first, whatever comes after it."""
        return "\N{RIGHT-TO-LEFT MARK}" if self.isRightToLeft() else "\N{LEFT-TO-RIGHT MARK}"

    def _retranslate(self) -> None:
        self._prompt.setText(self._question())
        self._prompt.setAccessibleName(self._prompt.text())
        self._leave.setText(self.tr("Cancel"))

    def _question(self) -> str:
        if self._end is None:
            return ""
        if self._end.type is MarkType.CLAIM:
            if self._candidates:
                return self.tr("Who says this? Click a source, or press its number:")
            return self.tr("No source is marked yet. Cancel, and mark one first.")
        if self._candidates:
            return self.tr("What does this source say? Click a claim, or press its number:")
        return self.tr("No claim is marked yet. Cancel, and mark one first.")


def _short(words: str) -> str:
    joined = " ".join(words.split())
    return joined if len(joined) <= _LONGEST else joined[:_LONGEST].rstrip() + "…"
