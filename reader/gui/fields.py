"""Fields of a form: each shows one value and tells when a person has given another.

A form is a table of `Spec`s. No field knows what its value means; the use cases do.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QDate, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from reader.model.summary import Language
from reader.wording import label

PAUSE = 900
"""Milliseconds without a key after which half-typed words are taken over."""


class Field(Protocol):
    """What a form asks of a field."""

    edited: Signal

    def set_value(self, value: object) -> None: ...


class Choice(QComboBox):
    """One of a closed list. The wheel scrolls the panel, never the choice."""

    edited = Signal(object)

    def __init__(self, kind: type[StrEnum], language: Language, *, empty: str = "") -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        if empty:
            self.addItem(empty, None)
        for member in kind:
            self.addItem(label(member, language), member)
        self.activated.connect(lambda _: self.edited.emit(self.currentData()))

    def set_value(self, value: object) -> None:
        self.setCurrentIndex(self.findData(value))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Line(QLineEdit):
    """A line of words, taken over on Enter or when the field is left."""

    edited = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._value = ""
        self.editingFinished.connect(self._on_finished)

    def set_value(self, value: object) -> None:
        self._value = str(value or "")
        if self.text() != self._value:
            self.setText(self._value)
            self.setCursorPosition(0)

    def _on_finished(self) -> None:
        if self.text() != self._value:
            self._value = self.text()
            self.edited.emit(self._value)


class Paragraph(QPlainTextEdit):
    """Words of any length, taken over at a pause or when the field is left."""

    edited = Signal(object)

    def __init__(self, placeholder: str = "", lines: int = 3) -> None:
        super().__init__()
        self._value = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._take)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 18)
        self.textChanged.connect(self._on_text_changed)

    def set_value(self, value: object) -> None:
        self._pause.stop()
        self._value = str(value or "")
        if self.toPlainText() != self._value:
            self.setPlainText(self._value)
            self._pause.stop()

    def _on_text_changed(self) -> None:
        if self.hasFocus():
            self._pause.start()

    def _take(self) -> None:
        self._pause.stop()
        text = self.toPlainText()
        if text != self._value:
            self._value = text
            self.edited.emit(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._take()
        super().focusOutEvent(event)


class Day(QLineEdit):
    """A day as YYYY-MM-DD, or nothing. What is no day is marked and not taken over."""

    edited = Signal(object)
    _FORMAT = "yyyy-MM-dd"

    def __init__(self) -> None:
        super().__init__()
        self._value: date | None = None
        self.setPlaceholderText("YYYY-MM-DD")
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.editingFinished.connect(self._on_finished)

    def set_value(self, value: object) -> None:
        self._value = value if isinstance(value, date) else None
        self.setText(self._value.isoformat() if self._value else "")
        self._mark_wrong(False)

    def _on_finished(self) -> None:
        text = self.text().strip()
        day = QDate.fromString(text, self._FORMAT)
        self._mark_wrong(bool(text) and not day.isValid())
        value = date(day.year(), day.month(), day.day()) if day.isValid() else None
        if value != self._value and (value or not text):
            self._value = value
            self.edited.emit(value)

    def _mark_wrong(self, wrong: bool) -> None:
        self.setProperty("wrong", wrong)
        self.style().unpolish(self)
        self.style().polish(self)
        self.setToolTip(self.tr("Write the day as YYYY-MM-DD.") if wrong else "")


@dataclass(frozen=True)
class Spec:
    """A field of a form: the name of what it shows, its label, and how it is made."""

    name: str
    label: str
    """English source, marked with QT_TRANSLATE_NOOP in the context `Fields`."""
    make: Callable[[Language], QWidget]


class Form(QWidget):
    """Labelled fields, one below the other."""

    edited = Signal(str, object)

    def __init__(self, specs: Sequence[Spec], language: Language) -> None:
        super().__init__()
        layout = QFormLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.fields: dict[str, QWidget] = {}
        for spec in specs:
            field, words = spec.make(language), QCoreApplication.translate("Fields", spec.label)
            field.setAccessibleName(words)
            field.setObjectName(spec.name)
            layout.addRow(words, field)
            self.fields[spec.name] = field
            field.edited.connect(  # type: ignore[attr-defined]
                lambda value, name=spec.name: self.edited.emit(name, value)
            )

    def show_values(self, values: Mapping[str, object]) -> None:
        """Show what is there; a field that is being typed into keeps what is in it."""
        for name, field in self.fields.items():
            if name in values and not _is_being_typed(field):
                field.set_value(values[name])  # type: ignore[attr-defined]


def _is_being_typed(field: QWidget) -> bool:
    if isinstance(field, QPlainTextEdit):
        return field.hasFocus() and field.document().isModified() and field.isVisible()
    return isinstance(field, QLineEdit) and field.hasFocus() and field.isModified()
