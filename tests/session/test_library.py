"""Opening pages: new ones, known ones, other savings of known ones."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from reader.model.library import SaveState
from reader.model.vocabulary import MarkType, Role
from reader.session.errors import ReadOnlyError, SessionError
from reader.session.runtime import InlineRuntime
from reader.store import verify
from tests.session.conftest import BODY
from tests.support.desks import span_of


def _mark(session, words, kind=MarkType.CLAIM):
    return session.add_mark(kind, *span_of(session.article, words))


def test_a_new_page_is_kept_as_soon_as_it_is_opened(sit, page, home):
    desk = sit()

    session = desk.open(page())

    assert [r.id for r in desk.library.articles()] == [session.id]
    assert session.article.title == "انفجار قرب الطريق السريع"
    assert session.save_state is SaveState.SAVED
    assert verify(home) == []


def test_reading_a_page_tells_how_far_it_is(sit, page):
    desk = sit()
    desk.open(page())

    assert desk.steps[0] == "reading_file"
    assert desk.steps[-1] == "keeping"


def test_opening_a_page_again_shows_its_marks(sit, page):
    path, desk = page(), sit()
    first = desk.open(path)
    mark = _mark(first, "شاحنة")
    first.flush()

    again = desk.open(path)

    assert again.id == first.id
    assert [m.id for m in again.here()] == [mark.id]


def test_a_known_page_is_found_by_its_bytes_whatever_its_name(sit, page, tmp_path):
    desk = sit()
    path = page()
    first = desk.open(path)

    assert desk.open(path.rename(tmp_path / "اسم آخر.htm")).id == first.id


def test_the_same_text_in_another_saving_is_the_same_article_with_its_marks(sit, page):
    desk = sit()
    first = desk.open(page(url=""))
    mark = _mark(first, "شاحنة")
    first.flush()

    again = desk.open(page("again.html", url="", encoding="utf-16"))

    assert again.id == first.id
    assert [m.id for m in again.here()] == [mark.id]
    assert len(again.record.captures) == 2


def test_an_article_saved_anew_with_another_text_is_a_second_version(sit, page):
    desk = sit()
    first = desk.open(page())
    mark = _mark(first, "شاحنة")
    first.flush()

    changed = desk.open(page("later.html", body=(*BODY, "وصحّحت الوكالة لاحقًا عدد المصابين.")))

    assert changed.id == first.id
    assert changed.here() == []
    assert [m.id for m in changed.elsewhere()] == [mark.id]
    changed.show_version(first.article.version)
    assert [m.id for m in changed.here()] == [mark.id]


def test_a_mark_takes_no_part_of_a_version_that_it_does_not_stand_on(sit, page):
    desk = sit()
    first = desk.open(page())
    mark = _mark(first, "شاحنة")
    first.flush()
    changed = desk.open(page("later.html", body=(*BODY, "وصحّحت الوكالة لاحقًا عدد المصابين.")))

    with pytest.raises(SessionError) as refused:
        changed.add_anchor(mark.id, Role.CUE, *span_of(changed.article, "وقال"))

    assert refused.value.message.code == "mark_on_other_version"


def test_opening_an_article_again_does_not_let_an_older_desk_overwrite_another_program(
    sit, page, home
):
    desk = sit()
    first = desk.open(page())
    file = home / "articles" / str(first.id) / "annotations.json"
    raw = json.loads(file.read_text("utf-8")) | {"note": "by another program"}
    file.write_text(json.dumps(raw), "utf-8")

    again = desk.library.open_article(first.id)
    _mark(first, "شاحنة")
    first.flush()

    assert first.save_state is SaveState.FAILED
    assert first.save_error.code == "store_changed_on_disk"
    _mark(again, "شهود")
    again.flush()
    assert again.save_state is SaveState.SAVED
    assert json.loads(file.read_text("utf-8"))["note"] == "by another program"


def test_pages_that_share_only_the_bare_address_of_a_site_are_two_articles(sit, page):
    desk = sit()
    first = desk.open(page(url="https://news.example/"))

    other = desk.open(
        page("other.html", url="https://news.example/", title="خبر آخر تمامًا", body=BODY[1:])
    )

    assert other.id != first.id


def test_a_pasted_page_is_kept_like_a_saved_one(sit, page):
    desk = sit()
    data = page().read_bytes()

    desk.library.open_bytes(data, "", desk.opened.append, desk.errors.append, desk.note)

    assert desk.opened[0].article.title == "انفجار قرب الطريق السريع"
    assert len(desk.library.articles()) == 1


def test_reading_again_in_another_encoding_adds_a_version(sit, page):
    desk = sit()
    session = desk.open(page())
    desk.library.read_again(
        session, "windows-1256", desk.opened.append, desk.errors.append, desk.note
    )
    again = desk.opened.pop()

    assert again.id == session.id
    assert again.article.provenance.encoding.name == "windows-1256"
    assert again.article.version != session.article.version


def test_a_page_opens_as_it_was_last_read(sit, page):
    path, desk = page(), sit()
    session = desk.open(path)
    desk.library.read_again(
        session, "windows-1256", desk.opened.append, desk.errors.append, desk.note
    )
    chosen = desk.opened.pop()

    assert desk.open(path).article.version == chosen.article.version


def test_a_page_that_is_not_there_is_said_to_be_missing(sit, tmp_path):
    assert sit().fail(tmp_path / "none.html") == "file_missing"


def test_a_page_without_text_is_not_kept(sit, tmp_path):
    path, desk = tmp_path / "shell.html", sit()
    path.write_text("<html><body><script>fill()</script></body></html>", "utf-8")

    assert desk.fail(path) == "page_without_text"
    assert desk.library.articles() == ()
    assert _folders(desk) == []


def test_a_page_that_changes_while_it_is_read_is_not_kept(sit, page):
    path = page()

    class Meddling(InlineRuntime):
        def run_job(self, job, done, failed, progress):
            path.write_bytes(path.read_bytes() + b" ")
            return super().run_job(job, done, failed, progress)

    desk = sit(runtime=Meddling())

    assert desk.fail(path) == "page_changed_meanwhile"
    assert desk.library.articles() == ()
    assert _folders(desk) == []


def test_the_bytes_of_a_new_page_are_written_while_it_is_read(sit, page):
    path, seen = page(), []

    class Looking(InlineRuntime):
        def run_job(self, job, done, failed, progress):
            folders = (desk.library.home / "articles").rglob("originals/*")
            seen.extend(original.read_bytes() for original in folders)
            return super().run_job(job, done, failed, progress)

    desk = sit(runtime=Looking())
    session = desk.open(path)

    assert seen == [path.read_bytes()]
    assert _folders(desk) == [str(session.id)]


def test_a_new_page_opens_as_the_library_gives_it(sit, page):
    desk = sit()

    session = desk.open(page())

    again = desk.library.open_article(session.id)
    assert again.article == session.article
    assert again.record == session.record
    assert again.desk == session.desk


def test_what_is_given_up_while_it_is_read_leaves_nothing(sit, page):
    class GivingUp(InlineRuntime):
        def run_job(self, job, done, failed, progress):
            assert _folders(desk) != []
            return InlineRuntime.run_io(self, lambda: None, lambda _: None, failed)

    desk = sit(runtime=GivingUp())
    handle = desk.library.open_page(page(), desk.opened.append, desk.errors.append, desk.note)

    handle.cancel()

    assert _folders(desk) == []
    assert verify(desk.library.home) == []


def test_another_saving_of_an_article_leaves_no_second_folder(sit, page):
    desk = sit()
    first = desk.open(page())

    desk.open(page("again.html", body=(*BODY, "خاتمة جديدة للخبر في حفظ آخر.")))

    assert _folders(desk) == [str(first.id)]


def _folders(desk):
    return sorted(path.name for path in (desk.library.home / "articles").iterdir())


def test_opening_can_be_cancelled_at_every_step(sit, page):
    class Held(InlineRuntime):
        def __init__(self):
            super().__init__()
            self.held = []

        def run_io(self, work, done, failed):
            self.held.append(lambda: InlineRuntime.run_io(self, work, done, failed))
            return self

        def cancel(self):
            self.held.clear()

    for steps in range(3):
        runtime = Held()
        desk = sit(runtime=runtime, write=False)
        handle = desk.library.open_page(page(), desk.opened.append, desk.errors.append, desk.note)
        for _ in range(steps):
            if runtime.held:
                runtime.held.pop(0)()
        already = len(desk.opened)
        handle.cancel()
        while runtime.held:
            runtime.held.pop(0)()
        assert len(desk.opened) == already
        assert desk.errors == []


def test_a_reader_without_the_lock_sees_a_new_page_and_keeps_nothing(sit, page, home):
    sit()
    reader = sit(write=False)

    session = reader.open(page())

    assert session.save_state is SaveState.READ_ONLY
    assert session.article.title
    assert reader.library.articles() == ()
    with pytest.raises(ReadOnlyError):
        _mark(session, "شاحنة")
    assert session.marks == {}


def test_the_library_says_why_it_is_read_only(sit):
    assert sit().library.read_only_reason is None


def test_the_codebook_comes_with_the_library(sit):
    assert sit().library.codebook().codes


def test_articles_opened_before_the_list_was_cleared_stand_apart(sit, page):
    desk = sit()
    first = desk.open(page("a.html", url="https://news.example/1"))
    cleared = datetime.now(UTC)
    second = desk.open(page("b.html", url="https://news.example/2", title="آخر", body=BODY[:2]))

    shelf = desk.library.shelf(cleared)

    assert [r.id for r in shelf.recent] == [second.id]
    assert [r.id for r in shelf.others] == [first.id]
    assert len(desk.library.shelf().recent) == 2


def test_forgetting_when_articles_were_opened_keeps_where_they_were_read_to(sit, page):
    desk = sit()
    session = desk.open(page())
    state = session.reading_state().model_copy(
        update={"position": 7, "opened_at": datetime.now(UTC)}
    )
    session.keep_reading_state(state)

    desk.library.forget_openings()

    kept = desk.store.state(session.id)
    assert (kept.opened_at, kept.position) == (None, 7)
