"""The form of one code: labels and definitions in both languages, colour, key."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reader.gui.dialogs.colour_picker import ColourPicker, MarkerSample
from reader.gui.dialogs.fate_row import FateRow
from reader.gui.kit.bilingual import DIRECTIONS, both
from reader.gui.kit.fields import Line, Paragraph
from reader.gui.kit.key_field import KeyField
from reader.gui.kit.layouts import heading, muted
from reader.gui.kit.theme import Theme
from reader.model.library import Code
from reader.model.summary import Language


class CodeForm(QWidget):
    """Shows a code, or an empty form for one that has no label yet."""

    edited = Signal(str, object)
    """A field (`label_ar`, `definition_en`, `colour`, `key`) and its new value."""
    retire_asked = Signal(bool)
    delete_asked = Signal()
    swap_asked = Signal(str)
    """The key that shall be taken from the code that has it."""

    def __init__(self, language: Language, theme: Theme) -> None:
        super().__init__()
        self._language = language
        self._slug = ""
        self._texts: dict[str, Line | Paragraph] = {}
        hint = self.tr("Offered no more; marks that have it keep it and its colour.")
        self.fate = FateRow(theme, hint)
        self.fate.retire_asked.connect(self.retire_asked)
        self.fate.delete_asked.connect(self.delete_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 0, 4, 4)
        layout.setSpacing(6)
        self._about = muted()
        self._about.setObjectName("code_use")
        layout.addLayout(self._words())
        layout.addWidget(heading(self.tr("Colour")))
        self.colour = ColourPicker(language)
        self.colour.edited.connect(partial(self.edited.emit, "colour"))
        layout.addWidget(self.colour)
        self._sample = MarkerSample(self.tr("words of the article"))
        layout.addWidget(self._sample)
        layout.addWidget(heading(self.tr("Key")))
        layout.addLayout(self._keys())
        layout.addStretch(1)
        layout.addWidget(self._about)
        layout.addWidget(self.fate)

    def _words(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        labels = {
            ("label", "ar"): self.tr("Label in Arabic"),
            ("label", "en"): self.tr("Label in English"),
            ("definition", "ar"): self.tr("Definition in Arabic"),
            ("definition", "en"): self.tr("Definition in English"),
        }
        for row, name in enumerate(("label", "definition")):
            for column, language in enumerate(both(self._language)):
                field = Line() if name == "label" else Paragraph()
                words = labels[name, language]
                field.setObjectName(f"{name}_{language}")
                field.setAccessibleName(words)
                field.setLayoutDirection(DIRECTIONS[language])
                field.edited.connect(partial(self.edited.emit, f"{name}_{language}"))
                caption = muted(words)
                caption.setBuddy(field)
                grid.addWidget(caption, 2 * row, column)
                grid.addWidget(field, 2 * row + 1, column, Qt.AlignmentFlag.AlignTop)
                self._texts[f"{name}_{language}"] = field
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        return grid

    def _keys(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        self.key = KeyField()
        self.key.setObjectName("key")
        self.key.setAccessibleName(self.tr("Key"))
        self.key.edited.connect(partial(self.edited.emit, "key"))
        self._taken = muted(self.tr("Press a digit or a Latin letter; Delete takes the key away."))
        self._hint = self._taken.text()
        self.swap = QPushButton(self.tr("Swap keys"))
        self.swap.setObjectName("swap_keys")
        self.swap.setAutoDefault(False)
        self.swap.hide()
        row.addWidget(self.key)
        row.addWidget(self._taken, 1)
        row.addWidget(self.swap)
        self._wanted = ""
        self.swap.clicked.connect(lambda _: self.swap_asked.emit(self._wanted))
        return row

    def show_code(self, code: Code | None, use: str, *, locked: bool) -> None:
        """Show a code, or an empty form; words that are half typed stay.

        Args:
            code: None for one that gets its first label now.
            use: where it is used, in words.
            locked: it can only be looked at.
        """
        slug = code.slug if code else ""
        keep_typed, self._slug = slug == self._slug, slug
        for name, field in self._texts.items():
            kind, language = name.rsplit("_", 1)
            texts = (code.labels if kind == "label" else code.definition) if code else {}
            if not (keep_typed and field.is_typed):
                field.set_value(texts.get("ar" if language == "ar" else "en", ""))
            # A code begins with a label: what else there is to say comes after.
            field.set_locked(locked or (code is None and kind != "label"))
        self.colour.set_value(code.colour if code else "")
        self.colour.set_locked(locked or code is None)
        self._sample.set_value(
            code.colour if code else "", code.label(self._language) if code else ""
        )
        self.key.set_value(code.key if code else "")
        self.key.set_locked(locked or code is None)
        self.offer_swap("", "")
        retired = code is not None and code.retired
        self.fate.show_fate(retired=retired, enabled=code is not None and not locked)
        self._about.setText(use)
        self._about.setVisible(bool(use))

    def offer_swap(self, key: str, other: str) -> None:
        """Say that another code has the key, and offer to swap; an empty key: say nothing."""
        self._wanted = key
        said = self.tr("{key} picks {code}.").format(key=key.upper(), code=other)
        self._taken.setText(said if key else self._hint)
        self.swap.setVisible(bool(key))
        if key:
            self.swap.setAccessibleDescription(said)

    def begin(self) -> None:
        """Put the caret where the first label is typed."""
        self._texts[f"label_{both(self._language)[0]}"].setFocus()

    def settle(self) -> None:
        """Take over what is half typed."""
        for field in self._texts.values():
            field.settle()
