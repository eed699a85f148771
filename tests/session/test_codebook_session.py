"""The library's codebook while it is used: saved at once, undone, shared, counted."""

from __future__ import annotations

import json
from functools import partial

import pytest

from reader.model.errors import ReaderError
from reader.model.library import SaveState
from reader.model.vocabulary import MarkType
from reader.session import codebook as use
from reader.session.codebook_session import CodebookSession
from reader.session.errors import ReadOnlyError
from reader.session.runtime import InlineRuntime
from reader.session.usage import Count
from reader.store import Store


def rename(name: str):
    return partial(use.edit_code, slug="number", labels={"ar": name})


def label(codes: CodebookSession) -> str:
    return codes.book.code("number").label("ar")


def test_a_change_is_on_the_disk_at_once(sit, home):
    desk = sit()
    assert not (home / "codebook.json").exists()
    desk.library.codes.do(rename("أرقام"))
    assert desk.store.codebook().code("number").label("ar") == "أرقام"
    assert desk.library.codes.save_state is SaveState.SAVED
    desk.store.close()
    assert label(sit().library.codes) == "أرقام"


def test_a_second_change_keeps_a_backup_of_the_file_before(sit, home):
    codes = sit().library.codes
    for name in ("أ", "ب"):
        codes.do(rename(name))
    (backup,) = (home / "backups").glob("codebook.*.json")
    assert "أ" in backup.read_text("utf-8")


def test_changes_are_undone_and_done_again_and_named(sit):
    codes = sit().library.codes
    before = codes.book
    codes.do(rename("أرقام"))
    assert codes.undoable.code == "change_edit_code"
    codes.undo()
    assert (codes.book, codes.undoable) == (before, None)
    codes.redo()
    assert (label(codes), codes.redoable) == ("أرقام", None)


def test_undo_reaches_the_disk_too(sit):
    desk = sit()
    before = desk.library.codes.book
    desk.library.codes.do(rename("أرقام"))
    desk.library.codes.undo()
    assert desk.store.codebook() == before


def test_listeners_hear_of_a_change_and_of_none_where_nothing_changed(sit):
    codes, heard = sit().library.codes, []
    codes.on_change(lambda: heard.append(label(codes)))
    codes.do(partial(use.edit_code, slug="number", key="1"))
    assert (heard, codes.undoable) == ([], None)
    codes.do(rename("أرقام"))
    assert set(heard) == {"أرقام"}


def test_an_article_is_summed_up_with_the_codebook_on_the_screen(sit, page):
    desk = sit()
    session = desk.open(page())
    session.add_mark(MarkType.HIGHLIGHT, 0, 6, codes=("number",))
    desk.library.codes.do(rename("أرقام"))
    (row,) = session.summary("ar").marks[0].codes
    assert row.label == "أرقام"


def test_a_library_that_is_read_only_says_so(sit):
    sit()
    codes = sit(write=False).library.codes
    assert codes.save_state is SaveState.READ_ONLY
    with pytest.raises(ReadOnlyError) as error:
        codes.do(rename("أرقام"))
    assert error.value.message.code == "codebook_read_only"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("{", "codebook_damaged"),
        ('{"schema": 2, "codes": [], "more": 1}', "store_newer_schema"),
        ('{"schema": 2, "codes": 5}', "store_newer_schema"),
    ],
)
def test_a_codebook_that_cannot_be_understood_is_left_alone(sit, home, written, code):
    desk = sit()
    (home / "codebook.json").write_text(written)
    codes = desk.library.codes
    assert codes.why_read_only.code == code
    with pytest.raises(ReadOnlyError):
        codes.do(rename("أرقام"))
    assert (home / "codebook.json").read_text() == written


def others_change(home, name: str) -> None:
    with Store.open(home, write=False) as store:
        data = json.loads(store.codebook().model_dump_json())
    data["codes"][0]["labels"]["ar"] = name
    (home / "codebook.json").write_text(json.dumps(data))


def test_what_another_program_changed_is_not_overwritten(sit, home):
    codes = sit().library.codes
    codes.do(rename("أرقام"))
    others_change(home, "غيره")
    codes.do(rename("أعداد"))
    assert codes.save_state is SaveState.FAILED
    assert codes.can_read_again
    assert label(codes) == "أعداد"  # nothing is given up unasked
    codes.read_again()
    assert (label(codes), codes.undoable) == ("غيره", None)
    codes.do(rename("أعداد"))
    assert codes.save_state is SaveState.SAVED


def test_reading_again_holds_while_an_article_is_saved(sit, home, page):
    desk = sit()
    codes = desk.library.codes
    session = desk.open(page())
    codes.do(rename("أرقام"))
    others_change(home, "غيره")
    codes.refresh()
    assert label(codes) == "غيره"
    session.add_mark(MarkType.HIGHLIGHT, 0, 6, codes=("number",))
    session.flush()
    codes.do(rename("أعداد"))
    assert codes.save_state is SaveState.SAVED


class FailingRuntime(InlineRuntime):
    """A disk that is full until it is not."""

    full = True

    def run_io(self, work, done, failed):
        if self.full:
            failed(ReaderError("store_disk_full"))
            return None
        return super().run_io(work, done, failed)


def test_a_save_that_failed_is_known_and_made_up_for(sit):
    desk = sit(runtime=FailingRuntime())
    codes = desk.library.codes
    codes.do(rename("أرقام"))
    assert (codes.save_state, codes.error.message.code) == (SaveState.FAILED, "store_disk_full")
    codes.refresh()
    assert label(codes) == "أرقام"
    desk.runtime.full = False
    codes.save()
    assert (codes.save_state, codes.error) == (SaveState.SAVED, None)
    assert desk.store.codebook().code("number").label("ar") == "أرقام"


def test_use_is_counted_over_the_library_and_on_the_screen(sit, page):
    desk = sit()
    first = desk.open(page())
    for start in (0, 7):
        first.add_mark(MarkType.HIGHLIGHT, start, start + 6, codes=("number", "date"))
    first.flush()
    second = desk.open(page("b.html", title="خبر آخر", url="https://news.example/b"))
    second.add_mark(MarkType.HIGHLIGHT, 0, 3, codes=("number",))
    claim = second.add_mark(MarkType.CLAIM, 0, 3)
    second.set_verdict(claim.id, "five_steps", "true")
    second.set_verdict(claim.id, "five_steps", "false", "تصحيح")
    found = []
    opened = {second.id: second.desk.annotations()}
    desk.library.codes.count_usage(opened, found.append, desk.errors.append)
    (usage,) = found
    assert usage.codes == {"number": Count(3, 2), "date": Count(2, 1)}
    assert usage.scales == {"five_steps": Count(1, 1)}
    assert usage.steps[("five_steps", "true")] == Count(1, 1)
    assert usage.unread == 0


def test_articles_that_cannot_be_read_are_counted_apart(sit, page, home):
    desk = sit()
    session = desk.open(page())
    (home / "articles" / str(session.id) / "annotations.json").write_text("{")
    found = []
    desk.library.codes.count_usage({}, found.append, desk.errors.append)
    assert found[0].unread == 1
