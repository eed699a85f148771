"""An open article: what it tells, what it keeps, what comes back when it is opened again."""

from __future__ import annotations

import json

import pytest

from reader.model.article import Direction
from reader.model.errors import ReaderError
from reader.model.library import SaveState, StateFile
from reader.model.vocabulary import MarkType, Naming, RelationType, Status, WorkStatus
from reader.session import checking
from reader.session.errors import ReadOnlyError
from reader.session.runtime import InlineRuntime
from reader.store import DamagedFileError, DiskError, Store, verify
from tests.support.desks import span_of


@pytest.fixture
def session(sit, page):
    return sit().open(page())


def _mark(session, words, kind=MarkType.CLAIM):
    return session.add_mark(kind, *span_of(session.article, words))


def _reopened(session, sit):
    session._store.close()
    return sit().library.open_article(session.id)


def test_every_change_is_told_with_its_name(session):
    told = []
    session.on_change(told.append)

    source = _mark(session, "مصدر أمني", MarkType.SOURCE)
    claim = _mark(session, "شاحنة")
    session.link(claim.id, source.id)
    session.undo()
    session.redo()

    assert [c.message.code for c in told] == [
        "change_add_source",
        "change_add_claim",
        "change_link",
        "change_link",
        "change_link",
    ]


def test_everything_done_is_there_when_the_article_is_opened_again(session, sit, home):
    source = _mark(session, "مصدر أمني", MarkType.SOURCE)
    claim = _mark(session, "شاحنة")
    link = session.link(claim.id, source.id)
    session.edit_body(source.id, naming=Naming.DESCRIBED, country="العراق")
    session.edit_body(claim.id, status=Status.CHOSEN)
    session.edit_mark(claim.id, note="للتحقق")
    session.edit_link(link.id, directness="direct")
    session.edit_entity(session.marks[source.id].source.entity, name="ضابط أمن")
    evidence = session.add_record(claim.id, "evidence", url="https://proof.example/")
    session.edit_record(claim.id, "evidence", evidence, note="صورة")
    contact = session.add_record(claim.id, "contacts", who="الوزارة")
    session.do(checking.remove_record, claim.id, "contacts", contact)
    session.set_verdict(claim.id, "five", "true", "صورة الشاحنة")
    session.set_remarks(note="يُراجع", assessment="مصدر واحد")
    session.set_direction(Direction.RTL)
    session.set_work_status(WorkStatus.SOURCED)
    session.show_blocks([session.article.blocks[-1].id], shown=False)
    session.flush()
    assert session.save_state is SaveState.SAVED

    again = _reopened(session, sit)

    assert again.desk.annotations() == session.desk.annotations()
    assert again.record == session.record
    assert dict(again.entities) == dict(session.entities)
    assert verify(home) == []


def test_what_was_undone_is_gone_when_the_article_is_opened_again(session, sit, home):
    _mark(session, "مصدر أمني", MarkType.SOURCE)
    session.flush()
    session.undo()
    session.flush()

    again = _reopened(session, sit)

    assert again.marks == {}
    assert again.entities == {}
    assert verify(home) == []


def test_undo_and_redo_name_what_they_would_do(session):
    _mark(session, "شاحنة")
    assert session.undoable.params == {"words": "شاحنة"}
    assert session.redoable is None

    session.undo()
    assert session.undoable is None
    assert session.redoable.code == "change_add_claim"


def test_with_nothing_to_undo_nothing_happens(session):
    assert session.undo() is None
    assert session.redo() is None


def test_a_failed_save_is_told_and_a_copy_can_be_kept(session, monkeypatch, tmp_path):
    told = []
    session.on_save_state(lambda: told.append(session.save_state))

    def full(*_args):
        raise DiskError("disk_full", path="annotations.json")

    monkeypatch.setattr(Store, "save_annotations", full)
    _mark(session, "شاحنة")
    session.flush()

    assert told[-1] is SaveState.FAILED
    assert session.save_error.code == "disk_full"
    copy = session.save_copy(tmp_path)
    assert "شاحنة" in copy.read_text("utf-8")


def test_relations_between_marks_are_kept(session, sit):
    one, two = _mark(session, "شاحنة"), _mark(session, "عبوتين ناسفتين")
    session.relate(RelationType.RESTATES, one.id, two.id)
    assert session.what_goes([one.id]).params["n"] == 1
    session.flush()

    assert len(_reopened(session, sit).relations) == 1


def test_deleting_and_unlinking_are_kept(session):
    source, claim = _mark(session, "مصدر أمني", MarkType.SOURCE), _mark(session, "شاحنة")
    link = session.link(claim.id, source.id)
    session.unlink([link.id])
    session.same_source(_mark(session, "المصدر", MarkType.SOURCE).id, source.id)
    session.delete([source.id])

    assert session.attributions(claim.id) == []
    assert source.id not in session.marks


def test_the_reading_position_is_remembered(session, sit):
    session.keep_reading_state(StateFile(position=40, zoom=120))

    again = _reopened(session, sit)

    assert (again.reading_state().position, again.reading_state().zoom) == (40, 120)


def test_the_direction_is_as_found_until_a_person_says_otherwise(session):
    assert session.direction is Direction.RTL
    session.set_direction(Direction.LTR)
    assert session.direction is Direction.LTR


def test_choices_of_blocks_are_those_of_the_version_shown(session):
    last = session.article.blocks[-1].id
    assert session.block_choices == {}
    session.show_blocks([last], shown=False)
    assert session.block_choices == {last: False}


def test_an_article_sums_itself_up_in_either_language(session):
    _mark(session, "شاحنة")

    for language in ("ar", "en"):
        summary = session.summary(language)
        assert summary.language == language
        assert [row.words for row in summary.claims] == ["شاحنة"]


def test_a_change_of_nothing_is_neither_undone_nor_saved(session):
    session.delete([])
    assert session.undoable is None
    assert session.save_state is SaveState.SAVED


@pytest.mark.parametrize("name", ["annotations.json", "article.json"])
def test_an_article_that_a_newer_version_wrote_is_read_only(session, sit, home, name):
    file = home / "articles" / str(session.id) / name
    raw = json.loads(file.read_text("utf-8")) | {"schema": 2, "mood": "calm"}
    file.write_text(json.dumps(raw), "utf-8")
    newer = _reopened(session, sit)

    assert newer.save_state is SaveState.READ_ONLY
    with pytest.raises(ReadOnlyError) as caught:
        _mark(newer, "شاحنة")
    assert caught.value.message.code == "store_newer_schema"


def test_an_article_with_two_marks_of_one_id_is_not_opened_lest_one_be_lost(session, sit, home):
    _mark(session, "شاحنة")
    session.flush()
    file = home / "articles" / str(session.id) / "annotations.json"
    raw = json.loads(file.read_text("utf-8"))
    raw["marks"] *= 2
    file.write_text(json.dumps(raw), "utf-8")

    with pytest.raises(DamagedFileError):
        _reopened(session, sit)


@pytest.mark.parametrize("start", [0, 1_000_000, 10**30])
def test_a_mark_whose_words_are_not_where_it_says_is_not_shown_there(session, sit, home, start):
    mark = _mark(session, "شاحنة")
    session.flush()
    file = home / "articles" / str(session.id) / "annotations.json"
    raw = json.loads(file.read_text("utf-8"))
    raw["marks"][0]["anchors"][0] |= {"start": start, "end": start + len("شاحنة")}
    file.write_text(json.dumps(raw), "utf-8")
    opened = _reopened(session, sit)

    assert opened.here() == []
    assert [m.id for m in opened.elsewhere()] == [mark.id]
    (row,) = opened.summary("ar").marks
    assert (row.words, row.start, row.end) == ("شاحنة", None, None)


def test_a_read_only_article_can_be_undone_as_little_as_changed(sit, page, home):
    path = page()
    writer = sit()
    writer.open(path)
    session = sit(write=False).open(path)

    with pytest.raises(ReaderError, match="article_read_only"):
        session.undo()
    session.keep_reading_state(StateFile(position=3))
    assert session.reading_state().position == 0


class HeldRuntime(InlineRuntime):
    """Holds disk work back until it is told to go on; in order, as a disk thread does it."""

    def __init__(self) -> None:
        super().__init__()
        self.holds, self.held = False, []

    def run_io(self, work, done, failed):
        if not self.holds:
            return super().run_io(work, done, failed)
        self.held.append((work, done, failed))
        return self

    def cancel(self) -> None:
        """What has begun still ends."""

    def go_on(self) -> None:
        super().run_io(*self.held.pop(0))

    def drain(self) -> None:
        while self.held:
            self.go_on()


def test_a_save_comes_between_the_steps_of_a_look_through_the_library(sit, page, monkeypatch):
    runtime = HeldRuntime()
    desk = sit(runtime=runtime)
    session = desk.open(page())
    monkeypatch.setattr(desk.store, "card_uses", lambda but: iter((None, None, {})))
    runtime.holds = True
    session.learn_card_uses()
    _mark(session, "شاحنة")
    runtime.tick()

    runtime.go_on()
    runtime.go_on()

    assert session.save_state is SaveState.SAVED
    assert session.desk.used_elsewhere is None
    runtime.drain()
    assert session.desk.used_elsewhere == {}


def test_copying_a_file_of_evidence_that_is_stopped_leaves_nothing(sit, page, tmp_path, home):
    runtime = HeldRuntime()
    session = sit(runtime=runtime).open(page())
    film = tmp_path / "film.mp4"
    film.write_bytes(b"film" * 1000)
    runtime.holds = True
    taken, failed = [], []
    copying = session.files.take(film, taken.append, failed.append)

    copying.cancel()
    runtime.drain()

    assert taken == []
    assert [error.message.code for error in failed] == ["evidence_stopped"]
    assert copying.is_over
    assert [path for path in home.glob("articles/*/evidence/*") if path.is_file()] == []
