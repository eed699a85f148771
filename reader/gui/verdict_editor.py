"""The verdict on a claim: a step of a scale with its reason, and the verdicts before it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.model.annotations import Claim
from reader.model.library import Codebook
from reader.text.bidi import isolate
from reader.model.summary import Language


class VerdictEditor(QWidget):
    """Shows the verdicts of a claim and lets a new one be given."""

    given = Signal(str, str, str)
    """Scale, value, reason."""

    def __init__(self, codebook: Codebook, language: Language) -> None:
        super().__init__()
        self._codebook, self._language = codebook, language
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._held = QLabel()
        self._held.setTextFormat(Qt.TextFormat.PlainText)
        self._held.setWordWrap(True)
        layout.addWidget(self._held)
        self._scale = self._combo(self.tr("Scale"))
        for scale in codebook.scales:
            self._scale.addItem(scale.labels[language], scale)
        self._step = self._combo(self.tr("Verdict"))
        self._scale.currentIndexChanged.connect(self._offer_steps)
        self._reason = QLineEdit()
        self._reason.setPlaceholderText(self.tr("Reason"))
        self._reason.setAccessibleName(self.tr("Reason of the verdict"))
        give = QPushButton(self.tr("Give verdict"))
        give.clicked.connect(self._on_give)
        row = QHBoxLayout()
        row.addWidget(self._reason, 1)
        row.addWidget(give)
        for widget in (self._scale, self._step):
            layout.addWidget(widget)
        layout.addLayout(row)
        self._offer_steps()

    def _combo(self, name: str) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(name)
        combo.setMinimumContentsLength(10)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        return combo

    def _offer_steps(self) -> None:
        self._step.clear()
        scale = self._scale.currentData()
        for step in scale.steps if scale else ():
            self._step.addItem(step.labels[self._language], step.slug)

    def show_claim(self, claim: Claim) -> None:
        """Show the verdict that holds, and those before it with their day and reason."""
        lines = [
            f"{self._codebook.verdict(v.scale, v.value, self._language)}"
            f" · {v.decided_at:%Y-%m-%d}" + (f" · {isolate(v.reason)}" if v.reason else "")
            for v in reversed(claim.verdicts)
        ]
        self._held.setText("\n".join(lines) or self.tr("No verdict yet."))

    def _on_give(self) -> None:
        scale = self._scale.currentData()
        if scale is not None and self._step.currentData():
            self.given.emit(scale.slug, self._step.currentData(), self._reason.text().strip())
            self._reason.clear()
