"""What the keys for marking do with the selection of the reading view."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtCore import QRect

from reader.gui.kit.palette import short
from reader.gui.panels.code_menu import CodeMenu
from reader.gui.window.commander import Command, Commander, Frame
from reader.model.annotations import Mark
from reader.model.errors import Message
from reader.model.library import Code
from reader.model.vocabulary import MarkType
from reader.session import composing, marking, splitting
from reader.session.edits import Change


class Marking(Commander):
    """Marks what is selected. An empty selection is an error that the use case words."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._desk, self._view, self._inspector = frame.desk, frame.view, frame.inspector
        self._last_code = ""
        self._named = {"claim_of_last": "", "repeat": ""}
        snap = frame.services.preferences.settings.snap_words
        self._desk.whole_words = snap
        frame.table["snap_words"].setChecked(snap)
        frame.desk.selection_changed.connect(self._on_selection_changed)

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
            "next_mark": lambda: self._step(1),
            "previous_mark": lambda: self._step(-1),
            "leave": self.leave,
            "claim_of_last": self.claim_of_last,
            "repeat": self.repeat,
            "split_claim": self.split,
            "move_edges": self.move_edges,
            "snap_words": self._on_snap_words,
        }

    def facts(self) -> Mapping[str, bool]:
        desk = self._desk
        return {
            "markable": desk.is_writable and desk.linking is None,
            "marks": desk.session is not None and bool(desk.session.marks),
            "mark": desk.selected_mark is not None,
            "movable": self._movable is not None,
            "linkable": desk.can_link,
            "linked": bool(desk.links()),
            "leavable": desk.session is not None,
            "last_source": self._name("claim_of_last", self._last_source()) is not None,
            "repeatable": self._name("repeat", self._last_marked()) is not None,
            "claim": desk.session is not None
            and any(mark.type is MarkType.CLAIM for mark in desk.session.marks.values()),
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
        """Let a person pick the code, by mouse or by its key; without one where there are none."""
        if self._view.selection() is None or not self._desk.codebook.offered:
            self._mark(MarkType.HIGHLIGHT)
            return
        desk, window = self._desk, self.frame.window
        menu = CodeMenu(desk.codebook, desk.language, self._on_code, window, last=self._last_code)
        rect = self._view.selection_rect()
        menu.pop_up(QRect(self._view.mapToGlobal(rect.topLeft()), rect.size()))

    def claim_of_last(self) -> None:
        """Mark a claim of the source that was of interest last; say whose it is now."""
        source = self._last_source()
        if source is not None and self._do(composing.claim_of, source.id):
            message = Message(code="claim_of_last", params={"source": source.words})
            self._desk.told.emit(message)

    def repeat(self) -> None:
        """Mark what is selected as the last mark is."""
        if (like := self._last_marked()) is not None:
            self._do(composing.again, like.id)

    def split(self) -> None:
        """Part a claim at the caret, or into what is selected and what is around it."""
        caret = self._view.caret()
        span = self._view.selection() or (caret, caret)
        selected = self._desk.selected
        self._desk.settle()
        change = self._desk.attempt(
            lambda s: s.do(splitting.split_claim, splitting.claim_at(s.desk, selected, span), span)
        )
        if change is not None:
            self._view.put_caret(span[1])

    def move_edges(self) -> None:
        """Move the mark to the words that are selected; where none are, select the mark's own."""
        mark, session = self._movable, self._desk.session
        if mark is None or session is None:
            return
        if (span := self._view.selection()) is None:
            if mark.span is None:
                return
            if session.desk.placing.standing[mark.id].has_place:
                self._view.select(mark.span.start, mark.span.end)
            else:
                self._desk.refused.emit(Message(code="nothing_selected"))
            return
        whole = self._desk.whole_words
        self._desk.settle()
        if self._desk.attempt(lambda s: s.do(marking.move_mark, mark.id, span, whole=whole)):
            self._view.put_caret(span[1])

    @property
    def _movable(self) -> Mark | None:
        """The mark at hand in a review, whatever was clicked meanwhile; else the selected one."""
        return self._desk.mark(self.frame.review.at_hand) or self._desk.selected_mark

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
        elif self.frame.review.is_open:
            self.frame.review.leave()
        elif self._desk.selected is not None:
            self._desk.select(None)
        else:
            self.frame.table["fullscreen"].setChecked(False)

    def _step(self, by: int) -> None:
        """Select the next listed mark or the one before; reading goes on there."""
        self._desk.step(by, self._view.caret())
        mark = self._desk.selected_mark
        if mark is not None and mark.span is not None:
            self._view.put_caret(mark.span.start)

    def _on_code(self, code: Code) -> None:
        self._last_code = code.slug
        self._mark(MarkType.HIGHLIGHT, (code.slug,))

    def _on_snap_words(self, snap: bool) -> None:
        self._desk.whole_words = snap
        self.frame.services.preferences.change(snap_words=snap)

    def _on_selection_changed(self) -> None:
        # While nobody remembers a last source, it depends on the place.
        source = self._last_source()
        if self._named["claim_of_last"] != (source.words if source else ""):
            self.facts_changed.emit()

    def _last_source(self) -> Mark | None:
        session = self._desk.session
        span = self._view.selection()
        at = span[0] if span else self._view.caret()
        return session.lately.last_source(session.desk, at) if session else None

    def _last_marked(self) -> Mark | None:
        session = self._desk.session
        return session.lately.last_marked(session.desk) if session else None

    def _name(self, action: str, mark: Mark | None) -> Mark | None:
        """Let an action say which mark it goes by."""
        words = mark.words if mark else ""
        if self._named[action] != words:
            self._named[action] = words
            self.frame.table.name_change(action, short(words) if words else "")
        return mark

    def _mark(self, kind: MarkType, codes: tuple[str, ...] = ()) -> Mark | None:
        mark = self._desk.add_mark(kind, self._view.selection() or (0, 0), codes=codes)
        if mark is not None:
            self._go_on(mark)
        return mark

    def _do(self, use_case: Callable[..., Change], mark_id: UUID) -> Change | None:
        """Carry out a use case that marks the selection, by another mark."""
        span, whole = self._view.selection() or (0, 0), self._desk.whole_words
        change = self._desk.attempt(lambda s: s.do(use_case, span, mark_id, whole=whole))
        if change is not None and (mark := self._desk.selected_mark) is not None:
            self._go_on(mark)
        return change

    def _go_on(self, mark: Mark) -> None:
        """Reading goes on behind the words that were marked."""
        self._view.put_caret(mark.span.end if mark.span else self._view.caret())
