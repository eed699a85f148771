from __future__ import annotations

import logging
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.annotations import Annotations
from reader.model.library import ArticleFile
from reader.store import Store, verify
from reader.store.backups import DAYS, RECENT, existing, to_keep
from tests.support.libraries import NOON, Clock

moments = st.datetimes(datetime(2025, 11, 1), datetime(2026, 1, 2), timezones=st.just(UTC))  # noqa: DTZ001 (hypothesis adds the zone)


@given(st.sets(moments, max_size=60))
def test_the_newest_stay_and_the_number_is_bounded(made: set[datetime]) -> None:
    kept = to_keep(made, date(2026, 1, 2))
    assert kept <= made
    assert set(sorted(made)[-RECENT:]) <= kept
    assert len(kept) <= RECENT + DAYS


def test_the_last_of_each_day_stays_for_fourteen_days() -> None:
    made = [NOON - timedelta(days=day, hours=hour) for day in range(30) for hour in (0, 1, 2)]
    kept = to_keep(made, NOON.date())
    last_of_days = {NOON - timedelta(days=day) for day in range(14)}
    assert last_of_days <= kept
    assert len(kept) == 14 + 3  # two more of today and one more of yesterday


def save(store: Store, record: ArticleFile, note: str) -> None:
    store.save_annotations(record.id, Annotations(note=note))


def notes(folder: Path) -> list[str]:
    """The notes in the backups of the annotations, oldest first."""
    found = existing(folder / "annotations.json")
    return [Annotations.model_validate_json(found[m].read_bytes()).note for m in sorted(found)]


def test_a_version_is_kept_at_most_once_in_ten_minutes(
    store: Store, record: ArticleFile, folder: Path, clock: Clock
) -> None:
    clock.move(timedelta(minutes=20))
    for n in range(25):
        save(store, record, f"note {n}")
        clock.move(timedelta(minutes=1))
    # The first save of the fixture, then the versions that stood at minutes 20, 30 and 40.
    assert notes(folder) == ["", "", "note 9", "note 19"]
    assert verify(store.home) == []


def test_reopening_does_not_make_backups_more_frequent(
    store: Store, record: ArticleFile, folder: Path, clock: Clock
) -> None:
    store.close()
    for n in range(3):
        with Store.open(store.home, write=True, clock=clock) as again:
            again.annotations(record.id)
            save(again, record, f"note {n}")
        clock.move(timedelta(minutes=1))
    assert notes(folder) == [""]


def test_old_versions_go(store: Store, record: ArticleFile, folder: Path, clock: Clock) -> None:
    for n in range(12):
        clock.move(timedelta(minutes=11))
        save(store, record, f"note {n}")
    assert notes(folder) == [f"note {n}" for n in range(6, 11)]


def test_a_clock_that_goes_back_does_not_stop_backups(
    store: Store, record: ArticleFile, folder: Path, clock: Clock
) -> None:
    clock.move(-timedelta(days=400))
    save(store, record, "note")
    save(store, record, "another")
    assert len(existing(folder / "annotations.json")) == 2


def test_a_backup_costs_no_copy(
    store: Store, record: ArticleFile, folder: Path, clock: Clock
) -> None:
    clock.move(timedelta(hours=1))
    inode = (folder / "annotations.json").stat().st_ino
    save(store, record, "note")
    found = existing(folder / "annotations.json")
    assert found[clock.now].stat().st_ino == inode


def test_a_disk_without_hard_links_gets_copies(
    store: Store, record: ArticleFile, folder: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: Path) -> None:
        raise OSError("no hard links here")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    save(store, record, "first")
    clock.move(timedelta(hours=1))
    save(store, record, "second")
    assert notes(folder) == ["", "first"]


def test_a_backup_that_fails_is_logged_and_the_save_succeeds(
    store: Store,
    record: ArticleFile,
    folder: Path,
    clock: Clock,
    expected_logs: list[logging.LogRecord],
) -> None:
    clock.move(timedelta(hours=1))
    for path in (folder / "backups").iterdir():
        path.unlink()
    (folder / "backups").rmdir()
    (folder / "backups").write_text("a file in the way")
    save(store, record, "note")
    assert store.annotations(record.id).note == "note"
    (logged,) = expected_logs
    assert logged.getMessage().startswith("no backup of annotations.json: ")
    assert str(store.home) not in logged.getMessage()


def test_nothing_stays_of_a_deleted_entity(store: Store, clock: Clock) -> None:
    (entity,) = store.entities().values()
    clock.move(timedelta(hours=1))
    store.save_entity(entity.model_copy(update={"notes": "a note"}))
    path = store.home / "sources" / f"{entity.id}.json"
    assert existing(path)
    store.delete_entity(entity.id)
    assert existing(path) == {}
    assert not path.exists()


def test_a_backup_put_back_while_the_library_is_closed_is_the_file_again(
    store: Store, record: ArticleFile, folder: Path, clock: Clock
) -> None:
    before = store.annotations(record.id)
    clock.move(timedelta(hours=1))
    save(store, record, "a mistake")
    store.close()
    backup = existing(folder / "annotations.json")[clock.now]
    (folder / "annotations.json").write_bytes(backup.read_bytes())
    with Store.open(store.home, write=True) as again:
        assert again.annotations(record.id) == before
