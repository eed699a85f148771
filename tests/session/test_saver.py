"""Saving an open article: when, in which order, and what is shown of it."""

from __future__ import annotations

from uuid import UUID

import pytest

from reader.model.errors import ReaderError
from reader.model.library import SaveState, StateFile
from reader.model.vocabulary import MarkType
from reader.session import marking, reading
from reader.session.runtime import InlineRuntime
from reader.session.saver import Saver
from tests.support.desks import make_desk, make_maker, span_of


class RecordingStore:
    """Stands where the store does and notes what is asked of it, in order."""

    def __init__(self, *, read_only: bool = False) -> None:
        self.read_only = read_only
        self.calls: list[tuple[str, object]] = []
        self.fails: ReaderError | None = None

    def _note(self, name: str, what: object) -> None:
        if self.fails:
            raise self.fails
        self.calls.append((name, what))

    def basis(self) -> dict:
        return {}

    def recall(self, basis) -> None:
        assert basis == {}

    def save_entity(self, entity) -> None:
        self._note("entity", entity.id)

    def delete_entity(self, entity_id: UUID) -> None:
        self._note("no entity", entity_id)

    def save_annotations(self, article: UUID, annotations) -> None:
        self._note("annotations", annotations)

    def save_article(self, record) -> None:
        self._note("article", record)

    def save_state(self, article: UUID, state) -> None:
        self._note("state", state)

    @property
    def names(self) -> list[str]:
        return [name for name, _ in self.calls]


class SlowRuntime(InlineRuntime):
    """Holds disk work back until it is told to go on."""

    def __init__(self) -> None:
        super().__init__()
        self.held = []

    def run_io(self, work, done, failed):
        self.held.append((work, done, failed))
        return self

    def cancel(self) -> None:
        raise AssertionError("saving is never cancelled")

    def go_on(self) -> None:
        work, done, failed = self.held.pop(0)
        super().run_io(work, done, failed)

    def drain(self) -> None:
        while self.held:
            self.go_on()


class Scene:
    """A desk that is changed and saved."""

    def __init__(self, runtime: InlineRuntime | None = None, **store: bool) -> None:
        self.store = RecordingStore(**store)
        self.runtime = runtime or InlineRuntime()
        self.desk, self.maker = make_desk(), make_maker()
        self.states: list[SaveState] = []
        self.saver = Saver(
            self.store,
            self.runtime,
            lambda: self.desk,
            self._note_state,
            basis=self.store.basis(),
            read_only=self.store.read_only,
        )

    def _note_state(self) -> None:
        self.states.append(self.saver.state)

    def do(self, change) -> None:
        self.desk = self.desk.apply(change)
        self.saver.changed(change)

    def mark(self, kind: MarkType, words: str) -> UUID:
        span = span_of(self.desk.article, words)
        change, mark = marking.add_mark(self.desk, self.maker, kind, span)
        self.do(change)
        return mark.id


@pytest.fixture
def scene() -> Scene:
    return Scene()


def test_a_change_is_pending_until_it_is_saved(scene):
    scene.mark(MarkType.CLAIM, "شاحنة")
    assert scene.saver.state is SaveState.PENDING

    scene.runtime.tick()

    assert scene.states == [SaveState.PENDING, SaveState.SAVING, SaveState.SAVED]


def test_a_card_is_written_before_the_mark_that_names_it(scene):
    scene.mark(MarkType.SOURCE, "مصدر أمني")
    scene.runtime.tick()

    assert scene.store.names == ["entity", "annotations"]


def test_a_card_is_taken_away_after_the_mark_that_named_it(scene):
    source = scene.mark(MarkType.SOURCE, "مصدر أمني")
    scene.runtime.tick()
    scene.do(marking.delete(scene.desk, scene.maker, [source]))
    scene.runtime.tick()

    assert scene.store.names[2:] == ["annotations", "no entity"]


def test_a_burst_of_changes_is_one_save_of_the_newest(scene):
    scene.mark(MarkType.CLAIM, "شاحنة")
    scene.mark(MarkType.CLAIM, "عبوتين")
    scene.runtime.tick()

    assert scene.store.names == ["annotations"]
    assert len(scene.store.calls[0][1].marks) == 2


def test_what_changes_during_a_save_is_saved_after_it():
    runtime = SlowRuntime()
    scene = Scene(runtime)
    scene.mark(MarkType.CLAIM, "شاحنة")
    runtime.tick()
    scene.mark(MarkType.CLAIM, "عبوتين")
    runtime.go_on()
    assert scene.saver.state is SaveState.SAVING

    runtime.go_on()

    assert scene.saver.state is SaveState.SAVED
    assert [len(a.marks) for _, a in scene.store.calls] == [1, 2]


def test_only_the_record_is_written_for_a_choice_of_blocks(scene):
    scene.do(reading.show_blocks(scene.desk, scene.maker, ["b1"], shown=False))
    scene.runtime.tick()

    assert scene.store.names == ["article"]


def test_a_failure_is_shown_and_nothing_is_given_up(scene):
    scene.store.fails = ReaderError("disk_full")
    scene.mark(MarkType.SOURCE, "مصدر أمني")
    scene.runtime.tick()
    assert scene.saver.state is SaveState.FAILED
    assert scene.saver.error.message.code == "disk_full"

    scene.store.fails = None
    scene.mark(MarkType.CLAIM, "شاحنة")
    scene.runtime.tick()

    assert scene.saver.state is SaveState.SAVED
    assert scene.saver.error is None
    assert scene.store.names == ["entity", "annotations"]


def test_flushing_saves_at_once(scene):
    scene.mark(MarkType.CLAIM, "شاحنة")

    scene.saver.flush()

    assert scene.saver.state is SaveState.SAVED
    assert scene.store.names == ["annotations"]
    scene.runtime.tick()
    assert scene.store.names == ["annotations"]


def test_flushing_waits_for_a_save_under_way_and_saves_the_rest():
    runtime = SlowRuntime()
    scene = Scene(runtime)
    scene.mark(MarkType.CLAIM, "شاحنة")
    runtime.tick()
    scene.mark(MarkType.CLAIM, "عبوتين")

    scene.saver.flush()

    assert scene.saver.state is SaveState.SAVED
    assert len(scene.store.calls[-1][1].marks) == 2


def test_flushing_with_nothing_to_save_writes_nothing(scene):
    scene.saver.flush()

    assert scene.store.calls == []


def test_a_read_only_article_stays_read_only():
    scene = Scene(read_only=True)

    assert scene.saver.state is SaveState.READ_ONLY
    assert scene.states == []


def test_a_reading_position_that_cannot_be_kept_is_no_failure(scene):
    scene.store.fails = ReaderError("disk_full")

    scene.saver.keep(StateFile(position=3))

    assert scene.saver.state is SaveState.SAVED
