"""Between an open article and the widgets: what is selected, what is being linked, what is told.

Widgets ask here and connect here; the use cases themselves are `ArticleSession`'s. An error of a
use case becomes the signal `refused`, so that no widget has to catch one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from reader.gui.kit.i18n import Interface
from reader.model.annotations import Mark, Relation
from reader.model.errors import Message, ReaderError
from reader.model.library import Codebook, SaveState
from reader.model.summary import Language
from reader.model.vocabulary import MarkType, RelationType
from reader.session.article import ArticleSession
from reader.session.edits import Change
from reader.session.filtering import Filter, Sieve, stepped
from reader.session.library import LibrarySession

T = TypeVar("T")


class DeskController(QObject):
    """The article on the desk, for the widgets around it."""

    session_changed = Signal()
    """Another article, another text version, or none is on the desk: show everything anew."""
    desk_changed = Signal(object)
    """A `Change` was done, undone or done again."""
    mark_selected = Signal(object)
    """The UUID of the mark that is selected now, or None."""
    linking_changed = Signal()
    """The search for the other end of a link has begun or ended: see `linking`."""
    selection_changed = Signal()
    """Other words of the text are selected: see `selection`."""
    settling = Signal()
    """Something is about to happen that half-typed words must come before: take them over."""
    save_state_changed = Signal()
    """Another state of the article's saving, or of what is half typed: see `half_typed`."""
    refused = Signal(object)
    """A `Message`: why a use case did nothing."""
    told = Signal(object)
    """A `Message`: something was done that cannot be seen by itself."""
    codebook_changed = Signal()
    """Other codes or scales hold now: show their words and colours anew."""
    codebook_state_changed = Signal()
    """The codebook was saved, or could not be: see `library.codes`."""
    links_lost = Signal(object)
    """A `Message`: what went with marks that were deleted."""

    scale_used = Signal(str)
    """A verdict was given by this scale: the next one is likely to be, too."""
    comparison_wanted = Signal(str, str)
    """Two text versions are to be compared, by their ids."""
    codebook_wanted = Signal()
    """The codes and scales are to be edited."""

    last_scale = ""
    """The slug of the scale used last; empty: none yet."""

    def __init__(
        self, library: LibrarySession, interface: Interface, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.library = library
        self._interface = interface
        self._session: ArticleSession | None = None
        self._codebook = library.codebook()
        self._selected: UUID | None = None
        self._selection: tuple[int, int] | None = None
        self._linking: UUID | None = None
        self._half_typed = False
        self.listed = Filter()
        """Which marks the list of marks shows: stepping stops at no other."""
        self.whole_words = False
        """Whether what is marked grows to whole words."""
        library.codes.on_change(self._on_codebook)

    # What there is

    @property
    def session(self) -> ArticleSession | None:
        """The article on the desk; None while there is none."""
        return self._session

    @property
    def codebook(self) -> Codebook:
        return self._codebook

    @property
    def is_writable(self) -> bool:
        return self._session is not None and self._session.save_state is not SaveState.READ_ONLY

    @property
    def selected(self) -> UUID | None:
        return self._selected

    @property
    def selected_mark(self) -> Mark | None:
        return self.mark(self._selected)

    def mark(self, mark_id: UUID | None) -> Mark | None:
        return self._session.marks.get(mark_id) if self._session and mark_id else None

    @property
    def language(self) -> Language:
        """Of the interface. Widgets ask again on `LanguageChange`."""
        return self._interface.language

    def words(self, message: Message) -> str:
        return self._interface.words(message)

    def label(self, member: StrEnum) -> str:
        return self._interface.label(member)

    # The article on the desk

    def settle(self) -> None:
        """Take over what is half typed: before it is saved, undone, deleted, handed over."""
        self.settling.emit()

    @property
    def half_typed(self) -> bool:
        """Whether words wait in a field: on the screen, but in no change yet."""
        return self._half_typed

    def note_typing(self, half_typed: bool) -> None:
        """Take note of whether words wait in a field."""
        if half_typed != self._half_typed:
            self._half_typed = half_typed
            self.save_state_changed.emit()

    def put(self, session: ArticleSession | None) -> None:
        """Put an article on the desk, or clear it. The one before must be kept already."""
        self._session = session
        self._selection = None
        self._selected = self._linking = None
        if session is not None:
            self.library.codes.refresh()
            session.on_change(lambda change: self._on_change(session, change))
            session.on_save_state(lambda: self._on_save_state(session))
            session.learn_card_uses()
        self.session_changed.emit()
        self.mark_selected.emit(None)
        self.linking_changed.emit()
        self.save_state_changed.emit()

    def show_version(self, version: str) -> None:
        """Show another text version of the article."""
        self.settle()
        self.attempt(lambda session: session.show_version(version))
        self.select(None)
        self.session_changed.emit()

    def attempt(self, use_case: Callable[[ArticleSession], T]) -> T | None:
        """Carry out a use case; None, and `refused`, where it cannot be."""
        if self._session is None:
            return None
        try:
            return use_case(self._session)
        except ReaderError as error:
            self.refused.emit(error.message)
            return None

    # Selecting

    @property
    def selection(self) -> tuple[int, int] | None:
        """The words selected in the text, in code points of the page text."""
        return self._selection

    def set_selection(self, start: int, end: int) -> None:
        """Take note of the words that are selected in the text; empty: none."""
        self._selection = (start, end) if start < end else None
        self.selection_changed.emit()

    def select(self, mark_id: UUID | None) -> None:
        mark = self.mark(mark_id)
        if mark is None:
            mark_id = None
        elif self._session is not None:
            self._session.notice(mark)
        if mark_id != self._selected:
            self._selected = mark_id
            self.mark_selected.emit(mark_id)

    def activate(self, mark_id: UUID) -> None:
        """A mark was clicked: the other end of a link where one is looked for, else a selection."""
        if self._linking is not None:
            self.pick(mark_id)
        else:
            self.select(mark_id)

    def step(self, by: int, place: int) -> None:
        """Select the next listed mark in reading order (`by` 1) or the one before (-1).

        Where none is selected it goes on from a place, in code points.
        """
        session = self._session
        if session is None:
            return
        sourcing, sieve = session.desk.sourcing, Sieve(self.listed)
        standings = session.desk.placing.standing
        start = place if self._selected is None else self._selected
        mark = stepped(
            session.in_sight(),
            lambda m: sieve.matches(m, sourcing, standings[m.id]),
            start,
            by,
        )
        if mark is not None:
            self.select(mark.id)

    def use_scale(self, slug: str) -> None:
        """Remember by which scale a verdict was given."""
        self.last_scale = slug
        self.scale_used.emit(slug)

    # Marking

    def add_mark(
        self,
        kind: MarkType,
        span: tuple[int, int],
        *,
        codes: tuple[str, ...] = (),
        note: str = "",
    ) -> Mark | None:
        """Mark a span and select the mark. Code points of the page text."""
        whole = self.whole_words
        return self.attempt(lambda s: s.add_mark(kind, *span, codes=codes, note=note, whole=whole))

    def delete(self, mark_ids: Iterable[UUID]) -> None:
        """Delete marks; `links_lost` tells what went with them."""
        self.settle()
        ids = tuple(mark_ids)
        lost = self._session.what_goes(ids) if self._session else None
        if not ids:
            return
        deleted = self.attempt(lambda session: session.delete(ids))
        if deleted and lost:
            self.links_lost.emit(lost)

    def undo(self) -> None:
        """Take the last change back: what is half typed, if there is any."""
        self.settle()
        self.attempt(lambda session: session.undo())

    def redo(self) -> None:
        self.settle()
        self.attempt(lambda session: session.redo())

    # Linking

    @property
    def linking(self) -> Mark | None:
        """The mark whose other end is looked for; None while nothing is being linked."""
        return self.mark(self._linking)

    @property
    def can_link(self) -> bool:
        """Whether the selected mark can be one end of an attribution."""
        mark = self.selected_mark
        return mark is not None and mark.type in (MarkType.CLAIM, MarkType.SOURCE)

    def candidates(self) -> list[Mark]:
        """The marks that may be the other end: the latest source first, then the nearest."""
        end = self.linking
        if end is None or self._session is None:
            return []
        wanted = MarkType.SOURCE if end.type is MarkType.CLAIM else MarkType.CLAIM
        linked = {i for link in self._links_of(end) for i in (link.from_.id, link.to.id)}
        found = [m for m in self._session.here() if m.type is wanted and m.id not in linked]
        return self._session.lately.offered(found, end)

    def begin_linking(self) -> None:
        """Look for the other end of a link from the selected mark."""
        if self.can_link:
            self._set_linking(self._selected)

    def stop_linking(self) -> None:
        self._set_linking(None)

    def pick(self, mark_id: UUID) -> None:
        """Link the mark that waits with this one, whichever of the two is the source."""
        waiting, picked = self.linking, self.mark(mark_id)
        if waiting is None or picked is None:
            return
        claim, source = (picked, waiting) if waiting.type is MarkType.SOURCE else (waiting, picked)
        if self.attempt(lambda session: session.link(claim.id, source.id)):
            self.stop_linking()
            self.select(claim.id)

    def links(self) -> list[Relation]:
        """The attributions of the selected claim, or those to the selected source."""
        return self._links_of(self.selected_mark)

    def _links_of(self, mark: Mark | None) -> list[Relation]:
        if self._session is None or mark is None:
            return []
        return [
            relation
            for relation in self._session.relations.values()
            if relation.type is RelationType.ATTRIBUTED_TO
            and mark.id in (relation.from_.id, relation.to.id)
        ]

    def unlink(self) -> None:
        """Take the links of the selected mark away."""
        ids = [relation.id for relation in self.links()]
        if ids:
            self.attempt(lambda session: session.unlink(ids))

    def _set_linking(self, mark_id: UUID | None) -> None:
        if mark_id != self._linking:
            self._linking = mark_id
            self.linking_changed.emit()

    # What the session tells

    def _on_change(self, session: ArticleSession, change: Change) -> None:
        if session is not self._session:
            return
        if self.linking is None:
            self._set_linking(None)
        self.desk_changed.emit(change)
        self._follow(change)

    def _follow(self, change: Change) -> None:
        """Select what a change has brought; let go of what it has taken away."""
        added = [e.after for e in change.edits if isinstance(e.after, Mark) and e.before is None]
        if len(added) == 1:
            self.select(added[0].id)
        elif self.selected_mark is None:
            self.select(None)

    def _on_codebook(self) -> None:
        if self._codebook is not self.library.codebook():
            self._codebook = self.library.codebook()
            self.codebook_changed.emit()
        self.codebook_state_changed.emit()

    def _on_save_state(self, session: ArticleSession) -> None:
        if session is self._session:
            self.save_state_changed.emit()
