"""An open article: its desk, its history, its saving. The one place where a desk is replaced."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from reader.model.annotations import Mark, Relation
from reader.model.article import Direction
from reader.model.errors import Message, ReaderError
from reader.model.library import Codebook, SaveState, StateFile
from reader.model.vocabulary import MarkType, RelationType, Role, WorkStatus
from reader.session import cards, checking, composing, linking, marking, placing, reading
from reader.session.attaching import Attached, request, sought
from reader.session.consulted import Consulted
from reader.session.edits import Change, Desk
from reader.session.errors import ReadOnlyError
from reader.session.files import Files
from reader.session.history import History
from reader.session.jobs import find_marks
from reader.session.lately import Lately
from reader.session.looking import Looking
from reader.session.maker import Maker
from reader.session.open_article import Arrival
from reader.session.runtime import Handle, Progress, Runtime
from reader.session.saver import Saver
from reader.store import Basis, Store

Listener = Callable[[Change], None]


class ArticleSession(Consulted):
    """The use cases on an open article.

    Every method that changes something returns the `Change` and tells the listeners; an article
    that is read-only raises `ReadOnlyError` instead. Spans are code points of the page text of
    the version shown.
    """

    def __init__(
        self,
        store: Store,
        runtime: Runtime,
        maker: Maker,
        desk: Desk,
        basis: Basis,
        *,
        codebook: Callable[[], Codebook],
        arrival: Arrival = Arrival.KNOWN,
    ) -> None:
        """Made by `LibrarySession`.

        Args:
            store: the library on disk.
            runtime: runs what must not block.
            maker: makes new things.
            desk: what was read.
            basis: the store's after the desk was read from it.
            codebook: gives the library's codebook, as it is on the screen.
            arrival: how the text version has come.
        """
        super().__init__(store, runtime, maker, desk, codebook, arrival)
        self._history = History[Change]()
        self._lately = Lately()
        self._listeners: list[Listener] = []
        self._state_listeners: list[Callable[[], None]] = []
        self.files = Files(store, runtime, desk.record.id)
        self._reading_state: StateFile | None = None  # once it is other than on the disk
        self._read_only = _why_read_only(store, desk.record.id)
        self._saver = Saver(
            store,
            runtime,
            lambda: self._desk,
            self._tell_state,
            basis=basis,
            read_only=self._read_only is not None,
        )

    # Marking

    def add_mark(
        self,
        kind: MarkType,
        start: int,
        end: int,
        *,
        codes: tuple[str, ...] = (),
        note: str = "",
        whole: bool = False,
    ) -> Mark:
        """Mark a span; «المصدر ذاته» and its like share the card of the last source."""
        desk, maker = self._desk, self._maker
        change, mark = marking.add_mark(
            desk, maker, kind, (start, end), codes=codes, note=note, whole=whole
        )
        if kind is MarkType.SOURCE:
            last = self._lately.last_source(desk, start)
            change = composing.same_as_last(desk, maker, change, mark, last)
        self._do(change)
        return self.marks[mark.id]

    def edit_mark(self, mark_id: UUID, **fields: object) -> Change:
        return self._do(marking.edit_mark(self._desk, self._maker, mark_id, **fields))

    def edit_body(self, mark_id: UUID, **fields: object) -> Change:
        return self._do(marking.edit_body(self._desk, self._maker, mark_id, **fields))

    def add_anchor(self, mark_id: UUID, role: Role, start: int, end: int) -> Change:
        return self._do(marking.add_anchor(self._desk, self._maker, mark_id, role, (start, end)))

    def remove_anchor(self, mark_id: UUID, anchor_id: UUID) -> Change:
        return self._do(marking.remove_anchor(self._desk, self._maker, mark_id, anchor_id))

    def delete(self, mark_ids: Iterable[UUID]) -> Change:
        return self._do(marking.delete(self._desk, self._maker, mark_ids))

    def do(self, use_case: Callable[..., Change], *args: object, **fields: object) -> Change:
        """Carry out a use case that makes a `Change`, by what it takes after a desk and a maker."""
        return self._do(use_case(self._desk, self._maker, *args, **fields))

    @property
    def lately(self) -> Lately:
        """What was marked, selected and linked to last while the article is open."""
        return self._lately

    def notice(self, mark: Mark) -> None:
        """Remember that a mark was selected."""
        self._lately = self._lately.noticing(mark)

    # Checking

    def set_verdict(self, mark_id: UUID, scale: str, value: str, reason: str = "") -> Change:
        return self._do(
            checking.set_verdict(self._desk, self._maker, mark_id, scale, value, reason)
        )

    def add_record(self, mark_id: UUID, kind: str, **fields: object) -> UUID:
        """Add to a claim's `evidence` or `contacts`; returns the new record's id."""
        change, record_id = checking.add_record(self._desk, self._maker, mark_id, kind, **fields)
        self._do(change)
        return record_id

    def edit_record(self, mark_id: UUID, kind: str, record_id: UUID, **fields: object) -> Change:
        return self._do(
            checking.edit_record(self._desk, self._maker, mark_id, kind, record_id, **fields)
        )

    # Linking

    def link(self, claim_id: UUID, source_id: UUID) -> Relation:
        change, relation = linking.link(self._desk, self._maker, claim_id, source_id)
        self._do(change)
        return relation

    def relate(self, kind: RelationType, from_id: UUID, to_id: UUID) -> Relation:
        change, relation = linking.relate(self._desk, self._maker, kind, from_id, to_id)
        self._do(change)
        return relation

    def edit_link(self, relation_id: UUID, **fields: object) -> Change:
        return self._do(linking.edit_link(self._desk, self._maker, relation_id, **fields))

    def unlink(self, relation_ids: Iterable[UUID]) -> Change:
        return self._do(linking.unlink(self._desk, relation_ids))

    def same_source(self, mark_id: UUID, other_id: UUID) -> Change:
        return self._do(cards.same_source(self._desk, self._maker, mark_id, other_id))

    def learn_card_uses(self) -> None:
        """Find out in the background which cards other articles use; the desk has it then.

        Step by step, since a library may be large: what is saved meanwhile comes in between.
        """
        steps = self._store.card_uses(but=self.id)

        def go_on() -> None:
            self._runtime.run_io(lambda: next(steps), learned, lambda _: None)

        def learned(uses: Mapping[UUID, int] | None) -> None:
            if uses is None:
                go_on()
            else:
                self._desk = replace(self._desk, used_elsewhere=uses)

        go_on()

    def edit_entity(self, entity_id: UUID, **fields: object) -> Change:
        return self._do(cards.edit_entity(self._desk, self._maker, entity_id, **fields))

    # The article as a whole

    def show_blocks(self, block_ids: Iterable[str], *, shown: bool) -> Change:
        return self._do(reading.show_blocks(self._desk, self._maker, block_ids, shown=shown))

    def set_direction(self, direction: Direction | None) -> Change:
        return self._do(reading.set_direction(self._desk, self._maker, direction))

    def set_work_status(self, status: WorkStatus) -> Change:
        return self._do(reading.set_work_status(self._desk, self._maker, status))

    def set_remarks(self, **fields: str) -> Change:
        return self._do(reading.set_remarks(self._desk, **fields))

    def show_version(self, version: str) -> None:
        """Show another text version of the article. No mark moves."""
        self._desk = replace(self._desk, article=self._text(version))

    def attach_marks(
        self,
        done: Callable[[Change], None],
        failed: Callable[[ReaderError], None],
        progress: Progress,
    ) -> Handle | None:
        """Look for the marks that stand nowhere in the version shown, and note where they are.

        Args:
            done: is given the change, one step of the history, once it is carried out.
            failed: is given what made it impossible; nothing has changed then.
            progress: is told the code of a step and the fraction done.

        Returns:
            The search under way; None where there is nothing to look for, or nothing may change.
        """
        wanted = sought(self._desk)
        if not wanted or self._read_only is not None:
            return None

        article, maker = self.article, self._maker

        def found(places: Attached) -> None:
            placements = places.placements(article.version, maker.clock())
            before = self._desk

            def work_out() -> tuple[Change, Desk]:
                change = placing.attach(before, maker, placements)
                return change, before.apply(change).worked_out()

            def carry_out(made: tuple[Change, Desk]) -> None:
                if not search.is_cancelled:
                    is_same = self._desk is before
                    change = made[0] if is_same else placing.attach(self._desk, maker, placements)
                    done(self._do(change, made[1] if is_same else None))

            self._runtime.run_io(work_out, carry_out, failed)

        search = Looking(self._runtime, find_marks, found, failed, progress)
        return search.begin(lambda: request(article, wanted, self._text))

    # History

    @property
    def undoable(self) -> Message | None:
        return self._history.undoable

    @property
    def redoable(self) -> Message | None:
        return self._history.redoable

    def undo(self) -> Change | None:
        """Take the last change back; None where there is none."""
        return self._again(self._history.undo)

    def redo(self) -> Change | None:
        """Do the last undone change again; None where there is none."""
        return self._again(self._history.redo)

    # Keeping

    @property
    def save_state(self) -> SaveState:
        return self._saver.state

    @property
    def save_error(self) -> Message | None:
        """Why the last save failed, until one succeeds."""
        return self._saver.error.message if self._saver.error else None

    def flush(self) -> None:
        """Save what is not saved and wait for it. `save_state` tells how it ended."""
        self._saver.flush()

    def save_copy(self, folder: Path | None = None) -> Path:
        """Write the annotations into a folder, where their own file cannot be replaced.

        Args:
            folder: None: beside that file.

        Returns:
            The new file.

        Raises:
            StoreError: not even that was possible.
        """
        return self._store.save_copy(self.id, self._desk.annotations(), folder)

    def reading_state(self) -> StateFile:
        return self._reading_state or self._store.state(self.id)

    def keep_reading_state(self, state: StateFile) -> None:
        """Remember where the reader was. Silent: it is worth no message if it fails."""
        if not self._store.read_only:
            self._reading_state = state
            self._saver.keep(state)

    # Telling

    def on_change(self, listener: Listener) -> None:
        self._listeners.append(listener)

    def on_save_state(self, listener: Callable[[], None]) -> None:
        self._state_listeners.append(listener)

    def _do(self, change: Change, after: Desk | None = None) -> Change:
        self._ensure_writable()
        if not change.edits:
            return change  # nothing to undo, and nothing to save
        self._history.record(change)
        self._lately = self._lately.after(change)
        return self._apply(change, after)

    def _again(self, step: Callable[[], Change | None]) -> Change | None:
        self._ensure_writable()
        change = step()
        return self._apply(change) if change else None

    def _ensure_writable(self) -> None:
        if self._read_only is not None:
            raise ReadOnlyError(self._read_only.code, **self._read_only.params)

    def _apply(self, change: Change, after: Desk | None = None) -> Change:
        self._desk = after or self._desk.apply(change)
        self._saver.changed(change)
        for listener in self._listeners:
            listener(change)
        return change

    def _tell_state(self) -> None:
        for listener in self._state_listeners:
            listener()


def _why_read_only(store: Store, article_id: UUID) -> Message | None:
    """The library can only be read, or a newer version wrote the files of this article."""
    if store.read_only:
        return Message(code="article_read_only")
    return store.why_read_only(article_id)
