from __future__ import annotations

import errno
import json
import os
import platform
import warnings
from datetime import timedelta
from pathlib import Path
from threading import Thread
from uuid import UUID, uuid4

import pytest

from reader.model.annotations import Annotations
from reader.model.article import Article
from reader.model.library import ArticleFile, Codebook, StateFile
from reader.model.vocabulary import WorkStatus
from reader.store import (
    ChangedOnDiskError,
    DamagedFileError,
    DiskError,
    LibraryReadOnlyError,
    NewerSchemaError,
    NotInLibraryError,
    Store,
    UnwritableError,
    open_library,
    verify,
)
from reader.store.files import TEMPORARY
from tests.support.libraries import (
    AUTHOR,
    NOON,
    Clock,
    a_library,
    a_page,
    a_source,
    an_entity,
    snapshot,
)


def rewrite(path: Path, **fields: object) -> None:
    """Change a file as another program would."""
    path.write_text(json.dumps(json.loads(path.read_text()) | fields))


# Opening


def test_reading_where_there_is_no_library_finds_an_empty_one_and_makes_none(home: Path) -> None:
    store = Store.open(home, write=False)
    assert store.articles() == ()
    assert store.entities() == {}
    assert store.read_only
    assert store.read_only_reason is None
    assert not home.exists()


def test_reading_writes_nothing_and_takes_no_lock(home: Path) -> None:
    a_library(home).close()
    before = snapshot(home)
    reader = Store.open(home, write=False)
    (record,) = reader.articles()
    reader.text(record.id, record.current_version)
    reader.annotations(record.id)
    reader.state(record.id)
    reader.entities()
    reader.codebook()
    verify(home)
    assert snapshot(home) == before
    with Store.open(home, write=True) as writer:
        assert not writer.read_only


def test_every_writing_method_of_a_reader_is_refused(home: Path) -> None:
    a_library(home).close()
    reader = Store.open(home, write=False)
    (record,) = reader.articles()
    before = snapshot(home)
    for write in (
        lambda: reader.receive(uuid4(), b"x"),
        lambda: reader.discard(uuid4()),
        lambda: reader.add(*a_page()),
        lambda: reader.add_version(record.id, *a_page()),
        lambda: reader.save_article(record),
        lambda: reader.save_annotations(record.id, Annotations()),
        lambda: reader.save_state(record.id, StateFile()),
        lambda: reader.save_entity(an_entity()),
        lambda: reader.delete_entity(uuid4()),
        lambda: reader.save_copy(record.id, Annotations()),
    ):
        with pytest.raises(LibraryReadOnlyError):
            write()
    assert snapshot(home) == before


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps other people out by other means")
def test_a_new_library_is_nobody_elses_business(home: Path) -> None:
    with Store.open(home, write=True):
        assert home.stat().st_mode & 0o077 == 0


def test_an_agent_is_made_with_the_library_and_stays(home: Path) -> None:
    with Store.open(home, write=True) as first:
        agent = first.agent
    with Store.open(home, write=True) as second:
        assert second.agent == agent
    assert Store.open(home, write=False).agent == agent
    library = json.loads((home / "library.json").read_text())
    assert [a["id"] for a in library["agents"]] == [str(agent)]


def test_the_agent_of_another_installation_joins(home: Path) -> None:
    with Store.open(home, write=True) as first:
        known = first.agent
    other = uuid4()
    with Store.open(home, write=True, agent=other) as second:
        assert second.agent == other
    library = json.loads((home / "library.json").read_text())
    assert [a["id"] for a in library["agents"]] == [str(known), str(other)]


def test_a_library_says_nothing_of_the_person(store: Store) -> None:
    user = os.environ.get("USER") or "root"
    store.close()
    for path in store.home.rglob("*.json"):
        text = path.read_text()
        assert platform.node() not in text
        assert f'"{user}"' not in text
        assert str(Path.home()) not in text


def test_leftovers_of_a_crash_are_swept_when_the_library_is_opened_for_writing(
    home: Path,
) -> None:
    store = a_library(home)
    folder = home / "articles" / str(store.articles()[0].id)
    store.close()
    leftovers = [
        home / f".library.json.0a0a0a0a{TEMPORARY}",
        folder / f".annotations.json.0a0a0a0a{TEMPORARY}",
        folder / "texts" / f".x.json.0a0a0a0a{TEMPORARY}",
        home / "articles" / f".adding-{uuid4()}" / "article.json",
    ]
    for path in leftovers:
        path.parent.mkdir(exist_ok=True)
        path.write_text("{")
    others = [folder / "annotations.json.tmp", home / f".settings.json.0a0a0a0a{TEMPORARY}"]
    for path in others:
        path.write_text("{")
    Store.open(home, write=False)
    assert all(path.exists() for path in leftovers)
    Store.open(home, write=True).close()
    assert not any(path.exists() for path in leftovers)
    assert not leftovers[-1].parent.exists()
    assert all(path.exists() for path in others)


# What was saved is there


def test_everything_saved_is_there_after_reopening(store: Store, record: ArticleFile) -> None:
    kept = (store.annotations(record.id), store.entities(), store.articles())
    state = StateFile(position=7, zoom=120, opened_at=NOON)
    store.save_state(record.id, state)
    store.close()
    again = Store.open(store.home, write=False)
    assert (again.annotations(record.id), again.entities(), again.articles()) == kept
    assert again.state(record.id) == state


def test_an_article_that_was_never_opened_starts_at_the_beginning(
    store: Store, record: ArticleFile
) -> None:
    assert store.state(record.id) == StateFile()


def test_a_damaged_state_starts_at_the_beginning_and_is_replaced(
    store: Store, record: ArticleFile, folder: Path
) -> None:
    (folder / "state.json").write_text("{")
    assert store.state(record.id) == StateFile()
    store.save_state(record.id, StateFile(position=3))
    assert store.state(record.id).position == 3


def test_articles_come_last_opened_or_imported_first(store: Store, clock: Clock) -> None:
    first = store.articles()[0].id
    clock.move(timedelta(minutes=1))
    second = store.add(*a_page(["الخبر الثاني"])).id
    assert [r.id for r in store.articles()] == [second, first]
    store.save_state(first, StateFile(opened_at=clock.now + timedelta(minutes=1)))
    assert [r.id for r in store.articles()] == [first, second]


def test_an_article_that_another_window_added_is_listed(store: Store) -> None:
    reader = Store.open(store.home, write=False)
    assert len(reader.articles()) == 1
    store.add(*a_page(["الخبر الثاني"]))
    assert len(reader.articles()) == 2


def test_a_changed_record_is_listed_as_it_is_now(store: Store, record: ArticleFile) -> None:
    reader = Store.open(store.home, write=False)
    reader.articles()
    store.save_article(record.model_copy(update={"work_status": WorkStatus.SOURCED}))
    assert reader.articles()[0].work_status is WorkStatus.SOURCED


def test_damaged_articles_are_left_out_and_the_rest_is_listed(store: Store, folder: Path) -> None:
    second = store.add(*a_page(["الخبر الثاني"]))
    (folder / "article.json").write_text("{")
    assert [r.id for r in store.articles()] == [second.id]


def test_listing_reads_no_text(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = []
    open_ = os.open
    monkeypatch.setattr(
        os, "open", lambda p, *a, **k: (opened.append(str(p)), open_(p, *a, **k))[1]
    )
    reader = Store.open(store.home, write=False)
    assert len(reader.articles()) == 1
    assert opened
    assert not [p for p in opened if "texts" in p or "originals" in p or "annotations" in p]


def test_an_unknown_article_is_not_in_the_library(store: Store) -> None:
    nobody = uuid4()
    for read in (
        lambda: store.article(nobody),
        lambda: store.annotations(nobody),
        lambda: store.text(nobody, "ab" * 32),
        lambda: store.original(nobody, "ab" * 32),
        lambda: store.save_annotations(nobody, Annotations()),
    ):
        with pytest.raises(NotInLibraryError):
            read()
    assert not (store.home / "articles" / str(nobody)).exists()


def test_a_record_under_another_id_is_damaged(store: Store, folder: Path) -> None:
    other = uuid4()
    folder.rename(folder.with_name(str(other)))
    with pytest.raises(DamagedFileError):
        store.article(other)


def test_lost_annotations_are_an_error_rather_than_an_empty_page(
    store: Store, record: ArticleFile, folder: Path
) -> None:
    (folder / "annotations.json").unlink()
    with pytest.raises(NotInLibraryError):
        store.annotations(record.id)


def test_folders_that_are_links_are_not_followed(store: Store, tmp_path: Path) -> None:
    (store.home / "articles" / str(uuid4())).symlink_to(tmp_path)
    assert len(store.articles()) == 1


def test_damaged_entities_are_left_out(store: Store) -> None:
    entity = an_entity()
    store.save_entity(entity)
    (store.home / "sources" / f"{entity.id}.json").write_text("{")
    assert entity.id not in store.entities()
    assert len(store.entities()) == 1


def test_a_saved_codebook_is_the_librarys_own(store: Store) -> None:
    book = Codebook(codes=store.codebook().codes[:2])
    store.save_codebook(book)
    assert store.codebook() == book
    store.save_codebook(Codebook())
    assert store.codebook() == Codebook()


def test_a_codebook_that_another_program_wrote_is_not_overwritten(store: Store) -> None:
    book = store.codebook()
    (store.home / "codebook.json").write_text('{"schema": 1, "codes": []}')
    with pytest.raises(ChangedOnDiskError):
        store.save_codebook(book)


def test_the_preset_codebook_serves_until_there_is_another(store: Store) -> None:
    assert store.codebook().code("question") is not None
    (store.home / "codebook.json").write_text('{"schema": 1, "codes": []}')
    assert store.codebook().codes == ()


# Entities


def test_a_creation_can_be_undone_and_done_again(store: Store) -> None:
    entity = an_entity("ناطق باسم الوزارة")
    store.save_entity(entity)
    store.delete_entity(entity.id)
    assert entity.id not in store.entities()
    store.save_entity(entity)
    assert store.entities()[entity.id] == entity


def test_deleting_an_entity_that_is_not_there_is_harmless(store: Store) -> None:
    store.delete_entity(uuid4())
    assert len(store.entities()) == 1


# Other programs


def test_a_file_that_another_program_changed_is_not_overwritten(
    store: Store, record: ArticleFile, folder: Path
) -> None:
    annotations = store.annotations(record.id)
    rewrite(folder / "annotations.json", note="by another program")
    with pytest.raises(ChangedOnDiskError) as caught:
        store.save_annotations(record.id, annotations)
    assert caught.value.path == folder / "annotations.json"
    assert store.annotations(record.id).note == "by another program"


def test_a_file_that_another_program_deleted_is_not_made_again(
    store: Store, record: ArticleFile, folder: Path
) -> None:
    annotations = store.annotations(record.id)
    (folder / "annotations.json").unlink()
    with pytest.raises(ChangedOnDiskError):
        store.save_annotations(record.id, annotations)


def test_what_cannot_be_saved_can_be_kept_as_a_copy(
    store: Store, record: ArticleFile, folder: Path, tmp_path: Path
) -> None:
    mine = Annotations(note="mine")
    beside = store.save_copy(record.id, mine)
    assert beside.parent == folder
    assert Annotations.model_validate_json(beside.read_bytes()) == mine
    assert verify(store.home) == []
    store.close()
    elsewhere = store.save_copy(record.id, mine, tmp_path)
    assert Annotations.model_validate_json(elsewhere.read_bytes()) == mine


def test_after_reading_again_a_changed_file_can_be_saved(
    store: Store, record: ArticleFile, folder: Path
) -> None:
    rewrite(folder / "annotations.json", note="by another program")
    theirs = store.annotations(record.id)
    store.save_annotations(record.id, theirs.model_copy(update={"note": "both"}))
    assert store.annotations(record.id).note == "both"


def test_looking_at_the_list_does_not_make_a_changed_record_overwritable(
    store: Store, record: ArticleFile, folder: Path
) -> None:
    mine = store.article(record.id)
    rewrite(folder / "article.json", title="by another program")
    assert store.articles()[0].title == "by another program"
    with pytest.raises(ChangedOnDiskError):
        store.save_article(mine)


def test_a_record_saved_from_before_a_page_came_in_does_not_forget_that_page(
    store: Store, record: ArticleFile
) -> None:
    came_in = store.add_version(record.id, *a_page(["عنوان الخبر", "نص آخر"]))
    store.save_article(record.model_copy(update={"work_status": WorkStatus.SOURCED}))
    saved = store.article(record.id)
    assert saved.work_status is WorkStatus.SOURCED
    assert saved.captures == came_in.captures
    assert saved.current_version == came_in.current_version


def test_an_entity_that_another_program_changed_is_neither_saved_nor_deleted(
    store: Store,
) -> None:
    (entity,) = store.entities().values()
    rewrite(store.home / "sources" / f"{entity.id}.json", notes="by another program")
    with pytest.raises(ChangedOnDiskError):
        store.save_entity(entity)
    with pytest.raises(ChangedOnDiskError):
        store.delete_entity(entity.id)


def test_a_damaged_file_is_not_overwritten(store: Store, record: ArticleFile, folder: Path) -> None:
    (folder / "annotations.json").write_text('{"schema": 1, "note": "\\ud800"}')
    before = snapshot(folder)
    with pytest.raises(DamagedFileError):
        store.annotations(record.id)
    with pytest.raises(ChangedOnDiskError):
        store.save_annotations(record.id, Annotations())
    assert snapshot(folder) == before


def test_a_file_that_was_never_read_is_not_overwritten(home: Path) -> None:
    store = a_library(home)
    (record,) = store.articles()
    store.close()
    with Store.open(home, write=True) as again, pytest.raises(ChangedOnDiskError):
        again.save_annotations(record.id, Annotations())


# Newer programs


def test_newer_annotations_are_shown_and_never_rewritten(
    store: Store, record: ArticleFile, folder: Path
) -> None:
    rewrite(folder / "annotations.json", schema=2, mood="calm")
    before = snapshot(folder)
    annotations = store.annotations(record.id)
    assert len(annotations.marks) == 1
    reason = store.why_read_only(record.id)
    assert reason is not None
    assert reason.params["schema"] == 2
    with pytest.raises(NewerSchemaError):
        store.save_annotations(record.id, annotations)
    assert snapshot(folder) == before


def test_a_newer_record_makes_its_article_read_only(
    store: Store, record: ArticleFile, folder: Path
) -> None:
    assert store.why_read_only(record.id) is None
    rewrite(folder / "article.json", schema=2)
    assert store.articles() == (record,)
    assert store.why_read_only(record.id) is not None
    before = snapshot(folder)
    for write in (
        lambda: store.save_article(record),
        lambda: store.add_version(record.id, *a_page(["نص آخر"])),
    ):
        with pytest.raises(NewerSchemaError):
            write()
    assert snapshot(folder) == before


def test_a_newer_state_and_a_newer_entity_are_never_rewritten(
    store: Store, record: ArticleFile, folder: Path
) -> None:
    store.save_state(record.id, StateFile(position=3))
    rewrite(folder / "state.json", schema=2)
    assert store.state(record.id).position == 3
    (entity,) = store.entities().values()
    rewrite(store.home / "sources" / f"{entity.id}.json", schema=2)
    assert store.entities() == {entity.id: entity}
    for write in (
        lambda: store.save_state(record.id, StateFile()),
        lambda: store.save_entity(entity),
        lambda: store.delete_entity(entity.id),
    ):
        with pytest.raises(NewerSchemaError):
            write()


def test_a_library_of_a_newer_program_opens_for_reading(home: Path) -> None:
    a_library(home).close()
    rewrite(home / "library.json", schema=2)
    before = (home / "library.json").read_bytes()
    store = open_library(home)
    assert store.read_only_reason is not None
    assert store.read_only_reason.code == "store_newer_schema"
    assert len(store.articles()) == 1
    assert (home / "library.json").read_bytes() == before


def test_a_text_of_a_newer_program_is_shown(
    store: Store, record: ArticleFile, folder: Path, article: Article
) -> None:
    path = folder / "texts" / f"{record.current_version}.json"
    rewrite(path, schema=2, mood="calm")
    assert store.text(record.id, record.current_version) == article


# Values and disks that fail


def test_a_value_that_would_read_back_as_another_leaves_the_file_as_it_is(
    store: Store, record: ArticleFile, folder: Path, article: Article
) -> None:
    before = (folder / "annotations.json").read_bytes()
    for broken in ({"note": "\ud800"}, {"marks": [a_source(article)]}, {"relations": None}):
        with warnings.catch_warnings(action="ignore"), pytest.raises(UnwritableError):
            store.save_annotations(record.id, Annotations().model_copy(update=broken))
    assert (folder / "annotations.json").read_bytes() == before
    assert verify(store.home) == []


def test_a_value_that_is_larger_than_can_be_read_is_refused(
    store: Store, record: ArticleFile
) -> None:
    with pytest.raises(UnwritableError):
        store.save_annotations(record.id, Annotations(note="x" * 20_000_001))


def test_a_full_disk_keeps_what_was_saved_and_the_next_save_succeeds(
    store: Store, record: ArticleFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = store.annotations(record.id)
    with monkeypatch.context() as full:
        full.setattr(os, "fsync", _no_space)
        with pytest.raises(DiskError) as caught:
            store.save_annotations(record.id, Annotations(note="new"))
        assert caught.value.message.code == "store_disk_full"
        assert store.annotations(record.id) == saved
        with pytest.raises(DiskError):
            store.add(*a_page(["الخبر الثاني"]))
        assert len(store.articles()) == 1
    assert verify(store.home) == []
    store.save_annotations(record.id, Annotations(note="new"))
    assert store.annotations(record.id).note == "new"


def test_a_save_that_failed_after_it_landed_can_be_repeated(
    store: Store, record: ArticleFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as failing:
        failing.setattr("reader.store.files.sync_folder", _no_space)
        with pytest.raises(DiskError):
            store.save_annotations(record.id, Annotations(note="first"))
    store.save_annotations(record.id, Annotations(note="second"))
    assert store.annotations(record.id).note == "second"


def _no_space(_: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


# Two threads


def test_reading_while_another_thread_saves_never_sees_half_a_file(
    store: Store, record: ArticleFile, article: Article
) -> None:
    marks = tuple(a_source(article) for _ in range(20))
    failures: list[Exception] = []

    def save() -> None:
        try:
            for n in range(30):
                store.save_annotations(record.id, Annotations(marks=marks, note=str(n)))
        except Exception as error:  # noqa: BLE001 (it is looked at on the other thread)
            failures.append(error)

    thread = Thread(target=save)
    thread.start()
    seen = [""]
    while thread.is_alive():
        seen.append(store.annotations(record.id).note)
        store.articles()
    thread.join()
    assert failures == []
    assert store.annotations(record.id).note == "29"
    numbers = [int(note) for note in seen if note]
    assert numbers == sorted(numbers)


def test_marks_are_by_whoever_made_them(store: Store, record: ArticleFile) -> None:
    assert record.author == store.agent
    assert store.annotations(record.id).marks[0].author == AUTHOR
    assert record.created_at == NOON
    assert isinstance(record.id, UUID)
