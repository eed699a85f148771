"""The scales of verdicts: a list of them, and the labels and steps of the one that is chosen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.gui.desk.codebook_editor import CodebookEditor
from reader.gui.dialogs.entry_column import EntryColumn
from reader.gui.dialogs.fate_row import FateRow
from reader.gui.dialogs.step_rows import StepRow
from reader.gui.kit.bilingual import DIRECTIONS, both
from reader.gui.kit.entry_list import Entry, EntryList
from reader.gui.kit.fields import Line
from reader.gui.kit.layouts import Rows, heading, muted, scrolling
from reader.gui.kit.theme import Theme
from reader.model.library import Codebook, Scale
from reader.model.summary import Language
from reader.session import scales as use
from reader.session.codebook import in_either
from reader.session.edits import Change

_NEXT = ""
"""Stands for the row in which the next step is typed."""


class ScalesPage(QWidget):
    """Adds, edits, orders, retires and deletes scales and their steps."""

    def __init__(self, editor: CodebookEditor, theme: Theme) -> None:
        super().__init__()
        self._editor, self._theme = editor, theme
        self._slug = next((scale.slug for scale in editor.book.offered_scales), "")
        self._labels: dict[Language, Line] = {}
        self.list = EntryList(self.tr("Scales"), self.tr("Retired"), theme)
        self.list.setObjectName("scales_list")
        self.list.setDragEnabled(False)
        self.column = EntryColumn(self.list, self.tr("New scale"), theme)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self.column, 1)
        layout.addWidget(self._form(), 2)
        self.list.chosen.connect(self._on_chosen)
        self.column.add_asked.connect(self.begin_scale)
        self.column.move_asked.connect(self._move)
        editor.usage_changed.connect(self._show_scale)
        self.refresh()

    def _form(self) -> QScrollArea:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(4, 0, 4, 4)
        column.setSpacing(6)
        column.addLayout(self._named())
        column.addWidget(heading(self.tr("Verdicts, in the order in which they are offered")))
        self.steps: Rows[str, StepRow] = Rows(self._make_row, spacing=4)
        column.addWidget(self.steps)
        column.addStretch(1)
        self._about = muted()
        column.addWidget(self._about)
        self.fate = FateRow(self._theme)
        self.fate.retire_asked.connect(self._on_retire)
        self.fate.delete_asked.connect(self._on_delete)
        column.addWidget(self.fate)
        return scrolling(form)

    def _named(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        words = {"ar": self.tr("Name in Arabic"), "en": self.tr("Name in English")}
        for column, language in enumerate(both(self._editor.language)):
            field = Line()
            field.setObjectName(f"scale_{language}")
            field.setAccessibleName(words[language])
            field.setLayoutDirection(DIRECTIONS[language])
            field.edited.connect(partial(self._on_label, language))
            grid.addWidget(muted(words[language]), 0, column)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, 1)
            self._labels[language] = field
        return grid

    # Showing

    def begin_scale(self) -> None:
        """An empty form: the scale is there as soon as it has a name."""
        self.settle()
        self._slug = ""
        self.list.choose("")
        self._show_scale()
        self._labels[both(self._editor.language)[0]].setFocus()

    def refresh(self) -> None:
        """Show the codebook as it is now."""
        book, language = self._editor.book, self._editor.language
        if self._slug and book.scale(self._slug) is None:
            self._slug = next((scale.slug for scale in book.offered_scales), "")
        rows = [
            Entry(
                scale.slug,
                scale.label(language),
                self.tr("%n verdict(s)", "", len(scale.offered)),
                retired=scale.retired,
            )
            for scale in book.scales
        ]
        self.list.show_entries(rows, self._slug)
        self._show_scale()

    def settle(self) -> None:
        """Take over what is half typed."""
        for field in self._labels.values():
            field.settle()
        for row in tuple(self.steps.rows.values()):
            row.settle()

    def _show_scale(self) -> None:
        scale, locked = self._editor.book.scale(self._slug), self._editor.is_locked
        for language, field in self._labels.items():
            if not field.is_typed:
                field.set_value(scale.labels.get(language, "") if scale else "")
            field.set_locked(locked)
        self._show_steps(scale, locked=locked)
        usage = self._editor.usage
        used = self._editor.used(usage.scales.get(scale.slug) if usage and scale else None)
        self._about.setText(used if scale else "")
        self._about.setVisible(bool(scale and used))
        retired = scale is not None and scale.retired
        self.fate.show_fate(retired=retired, enabled=scale is not None and not locked)
        self.column.allow([s.slug for s in self._editor.book.scales], locked=locked)

    def _show_steps(self, scale: Scale | None, *, locked: bool) -> None:
        steps = {step.slug: step for step in scale.steps} if scale else {}
        keys = [self._key(slug) for slug in (*steps, *(() if locked or not scale else (_NEXT,)))]
        self.steps.show_keys(keys)
        order = list(steps)
        for slug in order:
            movable = slug != order[0], slug != order[-1]
            row = self.steps.rows[self._key(slug)]
            row.show_step(steps[slug], locked=locked, movable=movable)
        if self._key(_NEXT) in self.steps.rows:
            self.steps.rows[self._key(_NEXT)].show_step(None, locked=locked, movable=(False, False))

    def _key(self, step: str) -> str:
        """Of a row: two scales may have steps of one slug, and each has rows of its own."""
        return f"{self._slug}/{step}"

    def _make_row(self, key: str) -> StepRow:
        scale, step = key.split("/", 1)
        row = StepRow(self._editor.language, self._theme)
        row.edited.connect(partial(self._on_step, scale, step))
        row.move_asked.connect(
            lambda by: self._editor.do(lambda book: use.move_step(book, scale, step, by))
        )
        row.retire_asked.connect(
            lambda on: self._editor.do(lambda book: use.retire_step(book, scale, step, retired=on))
        )
        row.delete_asked.connect(lambda: self._on_delete_step(scale, step))
        return row

    # Changing

    def _on_chosen(self, slug: str) -> None:
        self.settle()
        self._slug = slug
        self._show_scale()

    def _move(self, slug: str, by: int) -> None:
        self._editor.do(partial(use.move_scale, slug=slug, by=by))

    def _on_label(self, language: Language, value: object) -> None:
        scale = self._editor.book.scale(self._slug)
        if scale is None:
            if value and not self._slug:
                self._editor.do(lambda book: self._added(book, {language: str(value)}))
            return
        labels = in_either(scale, "labels", language, str(value))
        self._or_show(lambda book: use.edit_scale(book, scale.slug, labels))

    def _added(self, book: Codebook, labels: dict[Language, str]) -> Change:
        change, scale = use.add_scale(book, labels)
        self._slug = scale.slug
        return change

    def _on_step(self, scale: str, slug: str, name: str, value: object) -> None:
        found = self._editor.book.scale(scale)
        language: Language = "ar" if name.endswith("_ar") else "en"
        if found is None:
            return
        if slug == _NEXT:
            if value:
                labels: dict[Language, str] = {language: str(value)}
                self._editor.do(lambda book: use.add_step(book, scale, labels)[0])
                self.steps.rows[self._key(_NEXT)].labels[language].setFocus()
            return
        step = next((step for step in found.steps if step.slug == slug), None)
        if step is None:
            return
        fields = {"rating": value}
        if name != "rating":
            fields = {"labels": in_either(step, "labels", language, str(value))}
        self._or_show(lambda book: use.edit_step(book, scale, slug, **fields))

    def _or_show(self, use_case: Callable[[Codebook], Change]) -> None:
        """Carry out a use case; where it cannot be, show again what holds."""
        if self._editor.do(use_case) is None:
            self._show_scale()

    def _on_retire(self, retired: bool) -> None:
        self._editor.do(partial(use.retire_scale, slug=self._slug, retired=retired))

    def _on_delete(self) -> None:
        scale = self._editor.book.scale(self._slug)
        if scale is None:
            return
        self._editor.delete(
            scale.label(self._editor.language),
            scale.slug,
            lambda usage: usage.scales.get(scale.slug),
            None if scale.retired else partial(use.retire_scale, slug=scale.slug, retired=True),
            partial(use.delete_scale, slug=scale.slug),
            self.window(),
        )

    def _on_delete_step(self, scale: str, slug: str) -> None:
        found = self._editor.book.scale(scale)
        step = next((step for step in found.steps if step.slug == slug), None) if found else None
        if step is None:
            return
        self._editor.delete(
            step.label(self._editor.language),
            slug,
            lambda usage: usage.steps.get((scale, slug)),
            None if step.retired else lambda book: use.retire_step(book, scale, slug, retired=True),
            lambda book: use.delete_step(book, scale, slug),
            self.window(),
        )
