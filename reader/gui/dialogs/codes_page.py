"""The codes: a list of them, and the form of the one that is chosen."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import (
    QHBoxLayout,
    QWidget,
)

from reader.gui.desk.codebook_editor import CodebookEditor
from reader.gui.dialogs.code_form import CodeForm
from reader.gui.dialogs.entry_column import EntryColumn
from reader.gui.kit.bilingual import both
from reader.gui.kit.entry_list import Entry, EntryList
from reader.gui.kit.layouts import scrolling
from reader.gui.kit.theme import Theme
from reader.model.library import Code, Codebook
from reader.model.summary import Language
from reader.session import codebook as use
from reader.session.edits import Change


class CodesPage(QWidget):
    """Adds, edits, orders, retires and deletes codes."""

    def __init__(self, editor: CodebookEditor, theme: Theme) -> None:
        super().__init__()
        self._editor = editor
        self._slug = ""
        self.list = EntryList(self.tr("Codes"), self.tr("Retired"), theme)
        self.list.setObjectName("codes_list")
        self.column = EntryColumn(self.list, self.tr("New code"), theme)
        self.form = CodeForm(editor.language, theme)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self.column, 1)
        layout.addWidget(scrolling(self.form), 2)
        self._connect()
        self._slug = next((code.slug for code in editor.book.offered), "")
        self.refresh()

    def _connect(self) -> None:
        form = self.form
        self.list.chosen.connect(self._on_chosen)
        self.column.add_asked.connect(self.begin_code)
        self.column.move_asked.connect(self._move)
        self.list.placed.connect(
            lambda slugs: self._editor.do(partial(use.order_codes, slugs=slugs))
        )
        form.edited.connect(self._on_edited)
        form.swap_asked.connect(
            lambda key: self._editor.do(partial(use.swap_key, slug=self._slug, key=key))
        )
        form.retire_asked.connect(
            lambda retired: self._editor.do(
                partial(use.retire_code, slug=self._slug, retired=retired)
            )
        )
        form.delete_asked.connect(self._on_delete)
        self._editor.usage_changed.connect(self._show_code)

    def begin_code(self) -> None:
        """An empty form: the code is there as soon as it has a label."""
        self.form.settle()
        self._slug = ""
        self.list.choose("")
        self._show_code()
        self.form.begin()

    def refresh(self) -> None:
        """Show the codebook as it is now."""
        book, language = self._editor.book, self._editor.language
        if self._slug and book.code(self._slug) is None:
            self._slug = next((code.slug for code in book.offered), "")
        self.list.show_entries(entries(book, language), self._slug)
        self._show_code()

    def settle(self) -> None:
        self.form.settle()

    def _show_code(self) -> None:
        book, locked = self._editor.book, self._editor.is_locked
        code, usage = book.code(self._slug), self._editor.usage
        used = self._editor.used(usage.codes.get(code.slug) if usage and code else None)
        self.form.show_code(code, used if code else "", locked=locked)
        self.column.allow([c.slug for c in book.offered], locked=locked)

    def _move(self, slug: str, by: int) -> None:
        self._editor.do(partial(use.move_code, slug=slug, by=by))

    def _on_chosen(self, slug: str) -> None:
        self.form.settle()
        self._slug = slug
        self._show_code()

    def _on_edited(self, name: str, value: object) -> None:
        code = self._editor.book.code(self._slug)
        kind, _, language = name.partition("_")
        if not self._slug and kind == "label":
            self._add("ar" if language == "ar" else "en", str(value))
            return
        if code is None:
            return
        if kind in ("label", "definition"):
            field = "labels" if kind == "label" else "definition"
            texts = use.in_either(code, field, "ar" if language == "ar" else "en", str(value))
            self._edit(code, **{field: texts})
        elif kind == "key" and (holder := self._holder(code, str(value))):
            self.form.offer_swap(str(value), holder.label(self._editor.language))
        else:
            self._edit(code, **{kind: value})

    def _holder(self, code: Code, key: str) -> Code | None:
        holder = use.holder_of_key(self._editor.book, key)
        return holder if holder and holder.slug != code.slug else None

    def _edit(self, code: Code, **fields: object) -> None:
        if self._editor.do(lambda book: use.edit_code(book, code.slug, **fields)) is None:
            self._show_code()

    def _add(self, language: Language, label: str) -> None:
        made: list[Code] = []

        def add(book: Codebook) -> Change:
            change, code = use.add_code(book, {language: label})
            made.append(code)
            self._slug = code.slug  # before anybody hears of it and shows the list anew
            return change

        if label:
            self._editor.do(add)

    def _on_delete(self) -> None:
        code = self._editor.book.code(self._slug)
        if code is None:
            return
        retire = partial(use.retire_code, slug=code.slug, retired=True)
        self._editor.delete(
            code.label(self._editor.language),
            code.slug,
            lambda usage: usage.codes.get(code.slug),
            None if code.retired else retire,
            partial(use.delete_code, slug=code.slug),
            self.window(),
        )


def entries(book: Codebook, language: Language) -> list[Entry]:
    """The codes as rows of a list: the label, the one in the other language below it."""
    codes = sorted(book.codes, key=lambda code: code.order)
    other = both(language)[1]
    return [
        Entry(
            code.slug,
            code.label(language),
            code.labels.get(other, "") if code.labels.get(language) else "",
            code.colour,
            "" if code.retired else code.key,
            code.retired,
        )
        for code in codes
    ]
