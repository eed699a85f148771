"""What the keys for marking do with the selection of the reading view."""

from __future__ import annotations

from collections.abc import Mapping

from reader.gui.code_menu import CodeMenu
from reader.gui.commander import Command, Commander, Frame
from reader.model.annotations import Mark
from reader.model.library import Code
from reader.model.vocabulary import MarkType


class Marking(Commander):
    """Marks what is selected. An empty selection is an error that the use case words."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._desk, self._view, self._inspector = frame.desk, frame.view, frame.inspector

    def commands(self) -> Mapping[str, Command]:
        desk = self._desk
        return {
            "mark_source": self.source,
            "mark_claim": self.claim,
            "mark_highlight": self.highlight,
            "mark_note": self.note,
            "link": desk.begin_linking,
            "unlink": desk.unlink,
            "delete": self.delete,
            "next_mark": lambda: desk.step(1),
            "previous_mark": lambda: desk.step(-1),
            "leave": self.leave,
        }

    def facts(self) -> Mapping[str, bool]:
        desk = self._desk
        return {
            "markable": desk.is_writable and desk.linking is None,
            "marks": desk.session is not None and bool(desk.session.marks),
            "mark": desk.selected_mark is not None,
            "linkable": desk.can_link,
            "linked": bool(desk.links()),
            "leavable": desk.session is not None,
        }

    def source(self) -> None:
        self._mark(MarkType.SOURCE)

    def claim(self) -> None:
        self._mark(MarkType.CLAIM)

    def note(self) -> None:
        """Mark, and put the caret where the note is written."""
        if self._mark(MarkType.NOTE):
            self._inspector.focus_note()

    def highlight(self) -> None:
        """Let a person pick the code, by mouse or by its key."""
        if self._view.selection() is None:
            self._mark(MarkType.HIGHLIGHT)
            return
        menu = CodeMenu(self._desk.codebook, self._desk.language, self._on_code, self.frame.window)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.pop_up(self._view.mapToGlobal(self._view.selection_rect().center()))

    def delete(self) -> None:
        if self._desk.selected is not None:
            self._desk.delete([self._desk.selected])

    def leave(self) -> None:
        """Step back by one: out of a panel, linking, a selection, a mark, the full screen."""
        if self._desk.session is not None and not self._view.hasFocus():
            self._view.setFocus()
        elif self._desk.linking is not None:
            self._desk.stop_linking()
        elif self._view.selection() is not None:
            self._view.clear_selection()
        elif self._desk.selected is not None:
            self._desk.select(None)
        else:
            self.frame.table["fullscreen"].setChecked(False)

    def _on_code(self, code: Code) -> None:
        self._mark(MarkType.HIGHLIGHT, (code.slug,))

    def _mark(self, kind: MarkType, codes: tuple[str, ...] = ()) -> Mark | None:
        mark = self._desk.add_mark(kind, self._view.selection() or (0, 0), codes=codes)
        if mark is not None:
            self._view.clear_selection()
        return mark
