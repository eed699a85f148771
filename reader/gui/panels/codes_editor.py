"""The codes of a mark: a box to tick for each code of the codebook."""

from __future__ import annotations

from PySide6.QtCore import Signal

from reader.gui.kit.controls import Box
from reader.gui.kit.icons import swatch
from reader.gui.kit.layouts import Rows
from reader.gui.kit.plain import tool_tip
from reader.model.library import Codebook
from reader.model.summary import Language


class CodesEditor(Rows[str, Box]):
    """Ticks what a mark has. Retired codes are there only where a mark has them."""

    edited = Signal(object)
    """All slugs of the mark, in the order in which they were given."""

    def __init__(self, codebook: Codebook, language: Language) -> None:
        super().__init__(self._make_box, spacing=2)
        self._codebook, self._language = codebook, language
        self._codes: tuple[str, ...] = ()

    def show_codes(self, codes: tuple[str, ...]) -> None:
        """Show the codes of a mark, those included that the codebook has lost."""
        self._codes = codes
        known = sorted(self._codebook.codes, key=lambda code: code.order)
        offered = [code.slug for code in known if not code.retired or code.slug in codes]
        self.show_keys([*offered, *(slug for slug in codes if slug not in offered)])
        for slug, box in self.rows.items():
            box.setChecked(slug in codes)

    def settle(self) -> None:
        """Nothing waits: a tick is taken over at once."""

    def set_locked(self, locked: bool) -> None:
        for box in self.rows.values():
            box.setEnabled(not locked)

    def _make_box(self, slug: str) -> Box:
        code = self._codebook.code(slug)
        label = code.label(self._language) if code else slug
        box = Box(label.replace("&", "&&"))
        box.setAccessibleName(label)
        if code is not None:
            box.setIcon(swatch(code.colour))
            if definition := code.definition.get(self._language):
                box.setToolTip(tool_tip(definition))
        box.clicked.connect(lambda on: self._on_clicked(slug, on))
        return box

    def _on_clicked(self, slug: str, on: bool) -> None:
        others = tuple(code for code in self._codes if code != slug)
        self.edited.emit((*others, slug) if on else others)
