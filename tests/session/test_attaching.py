"""Marks are looked for in another version of their article, in the background, as one step."""

from __future__ import annotations

import pytest

from reader.model.placing import Standing
from reader.model.vocabulary import MarkType, Role
from reader.session import looking
from reader.session.attaching import Attach, attach, request, sought
from reader.session.jobs import find_marks, read_result, run_here
from reader.session.runtime import InlineRuntime
from tests.session.conftest import BODY
from tests.support.desks import span_of

EDITED = (
    "خبر عاجل من مراسلنا في المدينة.",
    BODY[0],
    BODY[1].replace("ساعتين", "3 ساعات"),
    "وفُتح الطريق مساء.",
)


class Reader:
    """Somebody who marked an article and opens it again in an edited version."""

    def __init__(self, desk, page):
        self.desk = desk
        first = desk.open(page())
        self.marks = {
            words: first.add_mark(MarkType.CLAIM, *span_of(first.article, words)).id
            for words in ("عبوتين ناسفتين انفجرتا", "حركة المرور توقفت ساعتين", "فرق الإنقاذ وصلت")
        }
        first.flush()
        self.first = first
        self.session = desk.open(page("later.html", body=EDITED))
        self.done: list = []
        self.failed: list = []

    def attach(self):
        return self.session.attach_marks(self.done.append, self.failed.append, self.desk.note)

    def standing(self, words):
        return self.session.desk.placing.standing[self.marks[words]]


@pytest.fixture
def reader(sit, page):
    return Reader(sit(), page)


def test_each_mark_is_found_doubted_or_missed(reader):
    reader.attach()

    assert reader.standing("عبوتين ناسفتين انفجرتا") is Standing.HERE
    assert reader.standing("حركة المرور توقفت ساعتين") is Standing.REVIEW
    assert reader.standing("فرق الإنقاذ وصلت") is Standing.ORPHAN


def test_finding_is_one_step_that_can_be_undone(reader):
    reader.attach()
    assert reader.session.undoable.code == "change_attach"
    assert reader.session.undoable.params["n"] == 3

    reader.session.undo()

    assert {reader.standing(words) for words in reader.marks} == {Standing.UNSOUGHT}


def test_what_was_found_is_kept(reader):
    reader.attach()
    reader.session.flush()
    again = reader.desk.library.open_article(reader.session.id)
    assert again.desk.placing.standing == reader.session.desk.placing.standing


def test_what_was_looked_for_is_not_looked_for_again(reader):
    reader.attach()
    assert reader.attach() is None


def test_there_is_nothing_to_look_for_on_the_version_that_was_marked(reader):
    assert reader.first.attach_marks(reader.done.append, reader.failed.append, print) is None


def test_nothing_is_looked_for_where_nothing_can_be_kept(reader, sit):
    reader.session.flush()
    other = sit(write=False)
    session = other.library.open_article(reader.session.id)
    assert session.attach_marks(reader.done.append, reader.failed.append, print) is None


def test_a_mark_that_is_deleted_meanwhile_stays_deleted(reader, monkeypatch):
    gone = reader.marks["فرق الإنقاذ وصلت"]
    later: list = []
    run_io = InlineRuntime.run_io

    def held(self, work, done, failed):
        return run_io(self, work, lambda result: later.append((done, result)), failed)

    monkeypatch.setattr(InlineRuntime, "run_io", held)
    reader.attach()
    monkeypatch.undo()
    reader.session.delete([gone])
    while later:
        done, result = later.pop(0)
        done(result)

    assert gone not in reader.session.marks
    assert reader.done[0].message.params["n"] == 2


def test_a_search_that_is_cancelled_changes_nothing(reader, monkeypatch):
    handles: list = []
    look = looking.Looking._look

    def cancelled_first(self, asked):
        self.cancel()
        look(self, asked)

    monkeypatch.setattr(looking.Looking, "_look", cancelled_first)
    handles.append(reader.attach())
    assert reader.done == []
    assert reader.session.undoable is None


def test_a_long_text_is_looked_through_by_a_worker(reader, monkeypatch):
    monkeypatch.setattr(looking, "QUICK", 10)
    reader.attach()
    assert "finding_marks" in reader.desk.steps
    assert len(reader.done) == 1


def test_a_cue_is_found_with_its_mark(reader):
    mark = reader.marks["عبوتين ناسفتين انفجرتا"]
    reader.first.add_anchor(mark, Role.CUE, *span_of(reader.first.article, "ووفقًا"))
    reader.first.flush()
    session = reader.desk.library.open_article(reader.session.id)
    session.attach_marks(reader.done.append, reader.failed.append, reader.desk.note)
    assert [a.exact for a in session.marks[mark].anchors] == ["عبوتين ناسفتين انفجرتا", "ووفقًا"]


def test_a_mark_is_looked_for_from_where_it_was_confirmed_too(reader, page):
    reader.attach()
    doubtful = reader.marks["حركة المرور توقفت ساعتين"]
    from reader.session import placing

    reader.session.do(placing.accept, [doubtful])
    reader.session.flush()
    third = reader.desk.open(page("third.html", body=(*EDITED, "وعادت الحركة.")))
    (one,) = [s for s in sought(third.desk) if s.anchor == third.desk.marks[doubtful].span.id]
    assert [version for version, _, _ in one.places] == [
        reader.first.article.version,
        reader.session.article.version,
    ]

    third.attach_marks(reader.done.append, reader.failed.append, reader.desk.note)

    assert third.marks[doubtful].words == "حركة المرور توقفت 3 ساعات"
    assert third.desk.placing.standing[doubtful] is Standing.HERE


def test_nothing_is_said_of_marks_whose_text_cannot_be_read(reader):
    def read(version):
        return reader.desk.store.text(reader.session.id, "0" * 64)

    asked = request(reader.session.article, sought(reader.session.desk), read)
    assert asked.old == ()
    assert attach(asked, lambda *_: None).places == ()


def test_a_worker_gives_what_is_found_here(reader):
    def read(version):
        return reader.desk.store.text(reader.session.id, version)

    job = find_marks(request(reader.session.article, sought(reader.session.desk), read))
    here = run_here(job, lambda *_: None)
    assert read_result(job, here.model_dump_json().encode()) == here
    assert Attach.model_validate_json(job.arguments.model_dump_json()) == job.arguments


def test_many_marks_are_looked_for_by_a_worker_though_the_text_is_short(reader):
    def read(version):
        return reader.desk.store.text(reader.session.id, version)

    asked = request(reader.session.article, sought(reader.session.desk), read)
    many = asked.model_copy(update={"sought": asked.sought * 1_000})
    assert asked.size < looking.QUICK < many.size
