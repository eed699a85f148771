"""The verdict on a claim: a step of a scale with its reason, and the verdicts before it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from reader.gui.kit.controls import Combo
from reader.gui.kit.fields import Line
from reader.gui.kit.i18n import day_words
from reader.gui.kit.layouts import flat, muted
from reader.model.annotations import Claim, Verdict
from reader.model.library import Codebook
from reader.model.summary import Language
from reader.text.bidi import isolate
from reader.wording import isolated


class VerdictEditor(QWidget):
    """Shows the verdicts of a claim and lets a new one be given."""

    given = Signal(str, str, str)
    """Scale, value, reason."""
    scales_wanted = Signal()
    """The scales are to be edited."""

    def __init__(self, codebook: Codebook, language: Language) -> None:
        super().__init__()
        self._codebook, self._language = codebook, language
        self._claim: UUID | None = None
        self._reasons: dict[UUID, str] = {}
        self._known = 0
        self._held = QLabel()
        self._held.setObjectName("verdict")
        self._held.setTextFormat(Qt.TextFormat.PlainText)
        self._held.setWordWrap(True)
        self._before = muted()
        self._before.setObjectName("verdicts_before")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._held)
        layout.addWidget(self._before)
        self._scale = Combo("scale", self.tr("Scale"))
        self._scale.addItems([scale.label(language) for scale in codebook.offered_scales])
        self._step = Combo("step", self.tr("Verdict"), self.tr("Choose a verdict"))
        self._scale.currentIndexChanged.connect(lambda _: self._offer_steps())
        self._reason = Line()
        self._reason.setObjectName("reason")
        self._give = QPushButton(self.tr("Give verdict"))
        self._give.setObjectName("give_verdict")
        self._give.clicked.connect(lambda _: self._on_give())
        for widget in (self._scale, self._step, self._reason):
            layout.addWidget(widget)
        self._edit = QPushButton(self.tr("Edit the scales…"))
        self._edit.setObjectName("edit_scales")
        self._edit.setProperty("kind", "link")
        self._edit.clicked.connect(lambda _: self.scales_wanted.emit())
        for button in (self._give, self._edit):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        self._offer_steps()

    def use_scale(self, slug: str) -> None:
        """Offer the steps of a scale, if one of that name is offered."""
        for at, scale in enumerate(self._codebook.offered_scales):
            if scale.slug == slug:
                self._scale.setCurrentIndex(at)

    def _offer_steps(self) -> None:
        """The steps of the scale; none is chosen, so that none is given by mistake."""
        at = self._scale.currentIndex()
        self._steps = self._codebook.offered_scales[at].offered if at >= 0 else ()
        self._step.offer(lambda: [step.label(self._language) for step in self._steps])

    def show_claim(self, claim_id: UUID, claim: Claim) -> None:
        """Show the verdict that holds, and those before it with their day and reason."""
        if self._claim != claim_id:
            if self._claim is not None:
                self._reasons[self._claim] = self._reason.text()
            self._claim = claim_id
            self._reason.set_value(self._reasons.pop(claim_id, ""))
            self._step.setCurrentIndex(-1)
        elif len(claim.verdicts) > self._known:
            self._reason.set_value("")  # it stands in the history now
            self._step.setCurrentIndex(-1)
        self._known = len(claim.verdicts)
        self._ask_for_reason(correcting=bool(claim.verdicts))
        lines = [self._line(verdict) for verdict in reversed(claim.verdicts)]
        self._held.setText(lines[0] if lines else self.tr("No verdict yet."))
        self._held.setProperty("kind", "" if lines else "muted")
        before = self.tr("Before: {verdict}")
        self._before.setText("\n".join(before.format(verdict=line) for line in lines[1:]))
        self._before.setVisible(len(lines) > 1)

    def _line(self, verdict: Verdict) -> str:
        parts = [
            self._codebook.verdict(verdict.scale, verdict.value, self._language),
            isolate(day_words(verdict.decided_at.astimezone())),
            isolated(flat(verdict.reason), self._language),
        ]
        return " · ".join(filter(None, parts))

    def _ask_for_reason(self, *, correcting: bool) -> None:
        words = self.tr("Reason of the correction") if correcting else self.tr("Reason")
        self._reason.setPlaceholderText(words)
        self._reason.setAccessibleName(words if correcting else self.tr("Reason of the verdict"))
        give = self.tr("Correct the verdict") if correcting else self.tr("Give verdict")
        self._give.setText(give)

    def settle(self) -> None:
        """Nothing waits: a reason that is not given yet stays where it is typed."""

    def set_locked(self, locked: bool) -> None:
        for widget in (self._scale, self._step, self._reason, self._give):
            widget.setEnabled(not locked)

    def _on_give(self) -> None:
        at = self._step.currentIndex()
        if at < 0:
            self._step.setFocus()
            self._step.showPopup()
            return
        scale = self._codebook.offered_scales[self._scale.currentIndex()]
        reason = str(Line.read(self._reason.text()))
        if self._known and not reason:
            self._reason.setFocus()
        self.given.emit(scale.slug, self._steps[at].slug, reason)
