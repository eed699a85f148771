"""Between the desk and the reading view: what it shows of the article, and what is clicked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from uuid import UUID

from PySide6.QtCore import QObject

from reader.gui.desk.desk_controller import DeskController
from reader.gui.page.mark_layout import PaintedMark, painted
from reader.gui.page.reading_view import ReadingView
from reader.model.annotations import Mark
from reader.model.errors import Message
from reader.model.library import ArticleFile
from reader.model.placing import Standing
from reader.model.sourcing import Link
from reader.model.vocabulary import MarkType
from reader.session.article import ArticleSession
from reader.session.edits import Change
from reader.session.ties import tied

_FEW = 20
"""Marks that are put in their new places one by one; more of them are painted all anew."""


class ArticlePane(QObject):
    """Keeps a reading view in step with the desk."""

    def __init__(self, desk: DeskController, view: ReadingView, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._view = view
        self._everything = False
        desk.session_changed.connect(self._on_session_changed)
        desk.desk_changed.connect(self._on_desk_changed)
        desk.codebook_changed.connect(self._on_codebook_changed)
        desk.mark_selected.connect(self._on_mark_selected)
        view.mark_clicked.connect(self._on_mark_clicked)
        view.block_choice_requested.connect(self._on_block_choice)

    def show_everything(self, everything: bool) -> None:
        """Show what was left out of the article too. Moves no mark."""
        self._everything = everything
        if self._desk.session is not None:
            self._show_article(self._desk.session)

    def _on_session_changed(self) -> None:
        session = self._desk.session
        if session is None:
            self._view.clear_article()
            return
        self._show_article(session)
        self._show_marks(session)

    def go_back(self) -> None:
        """Scroll to where the article was read last. The view must have its size by then."""
        if self._desk.session is not None:
            self._view.read_from(self._desk.session.reading_state().position)

    def _show_article(self, session: ArticleSession) -> None:
        article, choices = session.article, session.block_choices
        self._view.show_article(
            article,
            {block.id for block in article.blocks if article.is_shown(block, choices)},
            everything=self._everything,
            direction=session.record.direction,
        )

    def _show_marks(self, session: ArticleSession) -> None:
        self._view.set_marks(self._painted(session, session.in_sight()))
        self._emphasise(session)

    def _painted(self, session: ArticleSession, marks: Iterable[Mark]) -> Iterator[PaintedMark]:
        sourcing, standings = session.desk.sourcing, session.desk.placing.standing
        for mark in marks:
            naming = (
                sourcing.naming[sourcing.source_of(mark.id)]
                if mark.type is MarkType.SOURCE
                else None
            )
            label = self._label(mark, sourcing.links.get(mark.id, ()), standings[mark.id])
            if found := painted(
                mark,
                self._desk.codebook,
                naming=naming,
                label=label,
                standing=standings[mark.id],
            ):
                yield found

    def _label(self, mark: Mark, links: Iterable[Link], standing: Standing = Standing.HERE) -> str:
        said = [self._desk.label(mark.type)]
        if standing is not Standing.HERE:
            said.append(self._desk.label(standing))
        if mark.type is MarkType.SOURCE:
            said.append(self._desk.label(mark.source.naming))
        elif mark.type is MarkType.CLAIM:
            said.append(self._desk.label(mark.claim.status))
            said += [link.mention.words for link in links]
        said.append(mark.note)
        return "\n".join(filter(None, said))

    def _emphasise(self, session: ArticleSession) -> None:
        mark = self._desk.selected_mark
        if mark is None:
            self._view.emphasise([])
        else:
            self._view.emphasise([mark.id], [(mark.id, end) for end in tied(session.desk, mark)])

    def _on_desk_changed(self, change: Change) -> None:
        session = self._desk.session
        if session is None:
            return
        if change.stands_alone:
            self._follow(session, change)
            return
        if _settles(change):
            self._show_places(session, change)
            return
        if change.touches(ArticleFile):
            self._show_article(session)
        self._show_marks(session)

    def _follow(self, session: ArticleSession, change: Change) -> None:
        """Show marks that came or went, and at once: lists and panels are worked out after it."""
        standings = session.desk.placing.standing
        come = [session.marks[e.after.id] for e in change.edits if isinstance(e.after, Mark)]
        shown = (
            painted(
                mark,
                self._desk.codebook,
                label=self._label(mark, (), standings[mark.id]),
                standing=standings[mark.id],
            )
            for mark in come
            if standings[mark.id].has_place
        )
        gone = [e.before.id for e in change.edits if isinstance(e.before, Mark)]
        self._view.change_marks(gone, filter(None, shown))

    def _show_places(self, session: ArticleSession, change: Change) -> None:
        """Show marks where they stand now; a review asks for it mark by mark."""
        placing = session.desk.placing
        ids = [edit.after.id for edit in change.edits if isinstance(edit.after, Mark)]
        marks = [placing.marks[i] for i in ids if placing.standing[i].has_place]
        self._view.change_marks(ids, self._painted(session, marks))
        self._emphasise(session)

    def _on_codebook_changed(self) -> None:
        if self._desk.session is not None:
            self._show_marks(self._desk.session)

    def _on_mark_selected(self, mark_id: UUID | None) -> None:
        session, mark = self._desk.session, self._desk.mark(mark_id)
        if session is None:
            return
        self._emphasise(session)
        if mark is None or mark.span is None:
            return
        if session.desk.placing.standing[mark.id].has_place:
            self._view.scroll_to(mark.span.start)

    def _on_mark_clicked(self, mark_ids: tuple[UUID, ...]) -> None:
        if self._desk.linking is not None:
            ends = {mark.id for mark in self._desk.candidates()}
            if fitting := [i for i in mark_ids if i in ends]:
                self._desk.pick(fitting[0])
        else:
            self._desk.select(mark_ids[0] if mark_ids else None)

    def _on_block_choice(self, block_ids: tuple[str, ...], shown: bool) -> None:
        if self._desk.attempt(lambda session: session.show_blocks(block_ids, shown=shown)):
            # It is a step of the history, though it looks like opening something to read it.
            code = "told_blocks_shown" if shown else "told_blocks_hidden"
            self._desk.told.emit(Message(code=code, params={"n": len(block_ids)}))


def _settles(change: Change) -> bool:
    """Whether some marks have other places, and nothing else is said of them than before.

    What a source is called stands in the labels of its claims too.
    """
    return len(change.edits) <= _FEW and all(
        isinstance(edit.before, Mark)
        and isinstance(edit.after, Mark)
        and edit.after.type is not MarkType.SOURCE
        and edit.before.body == edit.after.body
        and edit.before.codes == edit.after.codes
        for edit in change.edits
    )
