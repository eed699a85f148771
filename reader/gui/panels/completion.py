"""«اكتمل الإسناد»: whether the sourcing of the article is complete, and the way to say so."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.gui.kit.layouts import Card, titled
from reader.gui.kit.theme import restyle
from reader.model.summary import Language
from reader.model.vocabulary import WorkStatus
from reader.wording import label


class Completion(QWidget):
    """Asks once where something is still open; it never stands in the way."""

    decided = Signal(object)
    """A `WorkStatus`."""
    asked = Signal()
    """It is about to be looked at what is still open: show it as it stands."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._open: Sequence[str] = ()
        self._state = QLabel()
        self._state.setObjectName("work_status")
        self._state.setWordWrap(True)
        self._names = {status: titled(label(status, language)) for status in WorkStatus}
        self._complete = QPushButton(self.tr("Mark sourcing complete"))
        self._complete.setObjectName("complete")
        self._complete.clicked.connect(lambda _: self._on_complete())
        self._reopen = QPushButton(self.tr("Reopen"))
        self._reopen.setObjectName("reopen")
        self._reopen.setProperty("kind", "link")
        self._reopen.clicked.connect(lambda _: self.decided.emit(WorkStatus.OPEN))
        row = QHBoxLayout()
        row.addWidget(self._state, 1)
        row.addWidget(self._reopen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self._complete, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addWidget(self._make_question())

    def _make_question(self) -> QWidget:
        self._question = Card()
        self._asked = QLabel()
        self._asked.setObjectName("still_open")
        self._asked.setTextFormat(Qt.TextFormat.PlainText)
        self._asked.setWordWrap(True)
        self._anyway = QPushButton(self.tr("Complete all the same"))
        self._anyway.setObjectName("complete_anyway")
        self._anyway.clicked.connect(lambda _: self._decide())
        not_yet = QPushButton(self.tr("Not yet"))
        not_yet.setObjectName("not_yet")
        not_yet.setProperty("kind", "quiet")
        not_yet.clicked.connect(lambda _: self._ask(False))
        self._question.body.addWidget(self._asked)
        for button in (self._anyway, not_yet):
            self._question.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        self._question.hide()
        return self._question

    def show_status(self, status: WorkStatus, still_open: Sequence[str]) -> None:
        """Show how far the sourcing is; `still_open`: what speaks against its being complete."""
        done = status is WorkStatus.SOURCED
        self._open = still_open
        self._state.setText(("✓ " if done else "") + self._names[status])
        if self._state.property("kind") != ("done" if done else "muted"):
            self._state.setProperty("kind", "done" if done else "muted")
            restyle(self._state)
        self._reopen.setVisible(done)
        self._complete.setVisible(not done and self._question.isHidden())
        if done or not still_open:
            self._ask(False, done=done)
        else:
            self._asked.setText(self._words())

    def set_locked(self, locked: bool) -> None:
        for button in (self._complete, self._reopen, self._anyway):
            button.setEnabled(not locked)

    def _words(self) -> str:
        return "\n".join((self.tr("Still open:"), *(f"• {point}" for point in self._open)))

    def _on_complete(self) -> None:
        self.asked.emit()
        if self._open:
            self._ask(True)
        else:
            self._decide()

    def _ask(self, asks: bool, *, done: bool = False) -> None:
        self._asked.setText(self._words())
        self._question.setVisible(asks)
        self._complete.setVisible(not asks and not done)
        if asks:
            self._anyway.setFocus()

    def _decide(self) -> None:
        self._question.hide()
        self.decided.emit(WorkStatus.SOURCED)
