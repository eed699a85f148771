"""Labelled fields, one below the other. A form is a table of `Spec`s."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from reader.gui.kit.fields import Field, Paragraph, Tick
from reader.model.summary import Language


@dataclass(frozen=True)
class Spec:
    """A field of a form: the name of what it shows, its label, and how it is made."""

    name: str
    label: str
    """English, marked with QT_TRANSLATE_NOOP in the context `Fields`."""
    make: Callable[[Language], Field]


class Form(QWidget):
    """Shows the fields of a thing by their names, and tells which was edited."""

    edited = Signal(str, object)

    def __init__(self, specs: Sequence[Spec], language: Language) -> None:
        super().__init__()
        self._layout = QFormLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setVerticalSpacing(6)
        self._layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.fields: dict[str, Field] = {}
        for spec in specs:
            self._add(spec, language)

    def _add(self, spec: Spec, language: Language) -> None:
        field, words = spec.make(language), QCoreApplication.translate("Fields", spec.label)
        field.setAccessibleName(words)
        field.setObjectName(spec.name)
        if isinstance(field, Tick):
            field.setText(words)
            self._layout.addRow(field)
        elif isinstance(field, Paragraph):
            # As wide as the panel: what is written here is long.
            self._layout.addRow(_label(words, field))
            self._layout.addRow(field)
        else:
            self._layout.addRow(_label(words, field), field)
        field.edited.connect(lambda value, name=spec.name: self.edited.emit(name, value))
        self.fields[spec.name] = field

    def show_thing(self, thing: object, *, keep_typed: bool = True) -> None:
        """Show the fields of a thing.

        Args:
            thing: has an attribute for each field; None: all are empty.
            keep_typed: leave a field alone that holds words not taken over yet.
        """
        for name, field in self.fields.items():
            if not (keep_typed and field.is_typed):
                field.set_value(getattr(thing, name, None))

    def settle(self) -> None:
        """Take over what is half typed."""
        for field in self.fields.values():
            field.settle()

    def set_locked(self, locked: bool) -> None:
        for field in self.fields.values():
            field.set_locked(locked)


def _label(words: str, field: QWidget) -> QLabel:
    label = QLabel(words)
    label.setBuddy(field)
    label.setProperty("kind", "muted")
    return label
