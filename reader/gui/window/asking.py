"""What is asked of the selected mark, put as palettes: a digit for each answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QRect, QSize

from reader.gui.kit.layouts import titled
from reader.gui.kit.palette import KEYS, Palette, Row, short
from reader.gui.window.commander import Command, Commander
from reader.model.annotations import Mark
from reader.model.errors import Message
from reader.model.vocabulary import MarkType
from reader.session import describing, relating
from reader.session.article import ArticleSession
from reader.session.asking import Answer, Question


class Asking(Commander):
    """Asks one question after the other, until there is none or somebody leaves."""

    def commands(self) -> Mapping[str, Command]:
        return {"describe": self.describe, "relate": self.relate}

    def describe(self) -> None:
        """Ask for the fields of the selected mark, one after the other."""
        if (mark := self._asked()) is not None:
            self._ask(lambda session: describing.next_field(session, mark.id))

    def relate(self) -> None:
        """Ask how the selected mark is related, and to which."""
        if (mark := self._asked()) is not None:
            self._ask(lambda session: relating.which_relation(session, mark.id))

    def _asked(self) -> Mark | None:
        """The selected mark, if it is one that can be asked about; else say what is missing."""
        mark = self.frame.desk.selected_mark
        if mark is not None and mark.type in (MarkType.SOURCE, MarkType.CLAIM):
            return mark
        self.frame.desk.told.emit(Message(code="nothing_to_ask_about"))
        return None

    def _ask(self, make: Callable[[ArticleSession], Question | None]) -> None:
        desk, view = self.frame.desk, self.frame.view
        desk.settle()
        question = desk.attempt(make)
        if question is None:
            return
        rows = [
            Row(
                self._words(answer.says),
                partial(self._on_answer, question, answer),
                key=KEYS[(answer.number or place) - 1 : answer.number or place],
                holds=answer.holds,
            )
            for place, answer in enumerate(question.answers, start=1)
        ]
        palette = Palette(
            rows, view, asks=self._words(question.asks), about=short(question.about.words)
        )
        palette.pop_up(self._place(question))

    def _on_answer(self, question: Question, answer: Answer) -> None:
        desk = self.frame.desk
        if answer.take is not None and not answer.holds and desk.attempt(answer.take) is None:
            return
        follows = answer.then or question.then
        if follows is not None:
            self._ask(lambda _: follows())

    def _words(self, says: StrEnum | Message | str) -> str:
        if isinstance(says, Message):
            return titled(self.frame.desk.words(says))
        if isinstance(says, StrEnum):
            return titled(self.frame.desk.label(says))
        return short(says)

    def _place(self, question: Question) -> QRect:
        """The words that are asked about, or the middle where they are not to be seen."""
        view, span = self.frame.view, question.about.span
        rect = view.span_rect(span.start, span.end) if span else QRect()
        if rect.isEmpty():
            rect = QRect(view.rect().center(), QSize(1, 1))
        return QRect(view.mapToGlobal(rect.topLeft()), rect.size())
