"""The steps of a scale, one row each: labels in both languages, ClaimReview's number, a menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from reader.gui.kit.bilingual import DIRECTIONS, both
from reader.gui.kit.buttons import open_by
from reader.gui.kit.controls import Combo
from reader.gui.kit.fields import Line
from reader.gui.kit.icons import icon
from reader.gui.kit.theme import Theme, restyle
from reader.model.library import Step
from reader.model.summary import Language
from reader.session.scales import RATINGS

_RATING_WIDTH = 72


class StepRow(QWidget):
    """A step; or, without one, where the next one is typed."""

    edited = Signal(str, object)
    """`label_ar`, `label_en` or `rating`, and its new value."""
    move_asked = Signal(int)
    retire_asked = Signal(bool)
    delete_asked = Signal()

    def __init__(self, language: Language, theme: Theme) -> None:
        super().__init__()
        self._language = language
        self._is_retired = False
        self.labels = {name: self._label(name) for name in both(language)}
        self.rating = Combo("rating", self.tr("Number for ClaimReview"))
        self.rating.addItem("—", None)
        for number in RATINGS:
            self.rating.addItem(str(number), number)
        self.rating.setFixedWidth(_RATING_WIDTH)
        self.rating.setToolTip(
            self.tr("Number for ClaimReview, 5 the best. Leave it out where steps have no order.")
        )
        self.rating.activated.connect(
            lambda at: self.edited.emit("rating", self.rating.itemData(at))
        )
        self.more = QToolButton()
        self.more.setIcon(icon("ellipsis", theme))
        self.more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.more.setProperty("kind", "more")
        open_by(self.more, self._menu())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for label in self.labels.values():
            row.addWidget(label, 1)
        row.addWidget(self.rating)
        row.addWidget(self.more)

    def _label(self, language: Language) -> Line:
        field = Line()
        field.setObjectName(f"step_{language}")
        field.setLayoutDirection(DIRECTIONS[language])
        field.edited.connect(partial(self.edited.emit, f"label_{language}"))
        return field

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        self._up = menu.addAction(self.tr("Move up (Alt+Up)"), partial(self.move_asked.emit, -1))
        self._down = menu.addAction(
            self.tr("Move down (Alt+Down)"), partial(self.move_asked.emit, 1)
        )
        menu.addSeparator()
        self._retire = menu.addAction("", lambda: self.retire_asked.emit(not self._is_retired))
        menu.addAction(self.tr("Delete…"), self.delete_asked.emit)
        return menu

    def show_step(self, step: Step | None, *, locked: bool, movable: tuple[bool, bool]) -> None:
        """Show a step; `movable` up and down. None: the row of the next step."""
        named = {
            "ar": self.tr("Verdict in Arabic"),
            "en": self.tr("Verdict in English"),
        }
        hints = {"ar": self.tr("New verdict in Arabic"), "en": self.tr("New verdict in English")}
        for language, field in self.labels.items():
            if not field.is_typed:
                field.set_value(step.labels.get(language, "") if step else "")
            field.set_locked(locked)
            field.setAccessibleName(named[language] if step else hints[language])
            field.setPlaceholderText("" if step else hints[language])
            field.setProperty("retired", step is not None and step.retired)
            restyle(field)
        self.rating.setCurrentIndex(max(0, self.rating.findData(step.rating if step else None)))
        self.rating.setEnabled(step is not None and not locked)
        self._is_retired = step is not None and step.retired
        said = self.tr("Bring back") if self._is_retired else self.tr("Retire")
        self._retire.setText(said)
        self._up.setEnabled(movable[0])
        self._down.setEnabled(movable[1])
        self.more.setEnabled(step is not None and not locked)
        name = self.tr("More: {step}")
        self.more.setAccessibleName(name.format(step=step.label(self._language) if step else ""))

    def settle(self) -> None:
        for field in self.labels.values():
            field.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Up: partial(self.move_asked.emit, -1),
            Qt.Key.Key_Down: partial(self.move_asked.emit, 1),
        }
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            steps[event.key()]()
            return
        super().keyPressEvent(event)
