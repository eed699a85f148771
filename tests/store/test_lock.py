from __future__ import annotations

import errno
import json
import os
import platform
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest
from filelock import FileLock

from reader.store import (
    DiskError,
    LibraryLockedError,
    LibraryReadOnlyError,
    LockUnprovenError,
    Store,
    open_library,
)
from tests.support.libraries import NOON, Clock, a_library, a_page, an_entity, snapshot

HOLD = """
import sys
from pathlib import Path
from reader.store import Store
store = Store.open(Path(sys.argv[1]), write=True)
print("held", flush=True)
sys.stdin.read()
"""


def holder(home: Path) -> dict[str, object]:
    return json.loads((home / "holder.json").read_text())


def write_holder(home: Path, host: str, process: int = 4242) -> None:
    home.mkdir(exist_ok=True)
    record = {
        "schema": 1,
        "process": process,
        "host": host,
        "since": "2026-01-01T08:00:00Z",
        "program": "isnad",
    }
    (home / "holder.json").write_text(json.dumps(record))


def test_the_holder_is_on_record_while_a_library_is_open_for_writing(
    home: Path, clock: Clock
) -> None:
    with Store.open(home, write=True, clock=clock):
        assert holder(home) == {
            "schema": 1,
            "process": os.getpid(),
            "host": platform.node(),
            "since": "2026-01-02T12:00:00Z",
            "program": "isnad",
        }
    assert not (home / "holder.json").exists()


def test_a_second_writer_is_refused_and_told_who_holds_the_library(home: Path) -> None:
    with a_library(home), pytest.raises(LibraryLockedError) as caught:
        Store.open(home, write=True)
    assert caught.value.process == os.getpid()
    assert caught.value.host == platform.node()
    assert caught.value.message.code == "store_locked"
    assert caught.value.message.params["since"] == f"{NOON.astimezone():%Y-%m-%d %H:%M}"
    assert not caught.value.can_take_over


def test_a_second_window_opens_for_reading_and_says_who_holds_the_library(home: Path) -> None:
    with a_library(home):
        second = open_library(home)
        assert second.read_only
        assert second.read_only_reason is not None
        assert second.read_only_reason.code == "store_locked"
        assert len(second.articles()) == 1
        with pytest.raises(LibraryReadOnlyError):
            second.save_entity(an_entity())


def test_a_second_window_may_write_once_the_first_is_closed(home: Path) -> None:
    a_library(home).close()
    with open_library(home) as second:
        assert not second.read_only
        assert second.read_only_reason is None


def test_another_process_holds_the_library_until_it_is_killed(home: Path) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(home)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    with child:
        assert child.stdout is not None
        assert child.stdout.readline() == "held\n"
        with pytest.raises(LibraryLockedError) as caught:
            Store.open(home, write=True)
        assert caught.value.process == child.pid
        child.kill()
        child.wait()
    # Its record is still there, and stale.
    assert holder(home)["process"] == child.pid
    with Store.open(home, write=True) as store:
        assert holder(home)["process"] == os.getpid()
        assert not store.read_only


def test_a_machine_whose_locks_cannot_be_seen_is_not_pushed_out(home: Path) -> None:
    write_holder(home, "another-machine")
    with pytest.raises(LibraryLockedError) as caught:
        Store.open(home, write=True)
    assert caught.value.can_take_over
    assert caught.value.message.code == "store_locked_elsewhere"
    assert holder(home)["host"] == "another-machine"


def test_a_person_may_take_over_from_a_machine_that_is_gone(home: Path) -> None:
    write_holder(home, "another-machine")
    with open_library(home, take_over=True) as store:
        assert not store.read_only
        assert holder(home)["host"] == platform.node()


def test_a_writer_stops_when_another_machine_has_taken_over(store: Store) -> None:
    write_holder(store.home, "another-machine")
    with pytest.raises(LibraryLockedError) as caught:
        store.save_entity(an_entity())
    assert caught.value.host == "another-machine"
    store.close()
    assert holder(store.home)["host"] == "another-machine"


def test_nobody_can_take_over_from_a_program_that_is_running(home: Path) -> None:
    with a_library(home), pytest.raises(LibraryLockedError):
        Store.open(home, write=True, take_over=True)


@pytest.mark.parametrize("record", [b"", b"{", b'{"schema": 2}', b"x" * 500])
def test_a_holder_record_that_cannot_be_read_keeps_nobody_out(home: Path, record: bytes) -> None:
    home.mkdir()
    (home / "holder.json").write_bytes(record)
    with Store.open(home, write=True):
        assert holder(home)["process"] == os.getpid()


def test_a_holder_without_a_record_is_still_respected(home: Path) -> None:
    home.mkdir()
    other = FileLock(home / "library.lock", thread_local=False)
    with other.acquire(timeout=0), pytest.raises(LibraryLockedError) as caught:
        Store.open(home, write=True)
    assert caught.value.message.code == "store_locked_by_unknown"


def _refusing(error: Exception) -> object:
    def acquire(self: FileLock) -> NoReturn:
        raise error

    return acquire


@pytest.mark.parametrize(
    "error", [NotImplementedError(), OSError(errno.ENOLCK, "No locks"), OSError(errno.ENOSYS, "")]
)
def test_a_disk_without_locks_opens_for_reading_with_the_reason(
    home: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    a_library(home).close()
    monkeypatch.setattr(FileLock, "acquire", _refusing(error))
    with pytest.raises(LockUnprovenError):
        Store.open(home, write=True)
    store = open_library(home)
    assert store.read_only
    assert store.read_only_reason is not None
    assert store.read_only_reason.code == "store_lock_unproven"
    assert len(store.articles()) == 1


def test_a_disk_that_grants_every_lock_opens_for_reading(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    granted = []
    monkeypatch.setattr(FileLock, "acquire", lambda self: granted.append(self))
    with pytest.raises(LockUnprovenError):
        Store.open(home, write=True)
    assert len(granted) == 2
    assert not (home / "holder.json").exists()


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.EACCES, "store_permission_denied"), (errno.ENOSPC, "store_disk_full")],
)
def test_a_lock_file_that_cannot_be_made_says_why(
    home: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    monkeypatch.setattr(FileLock, "acquire", _refusing(OSError(number, os.strerror(number))))
    with pytest.raises(DiskError) as caught:
        Store.open(home, write=True)
    assert caught.value.message.code == code
    reason = open_library(home).read_only_reason
    assert reason is not None
    assert reason.code == code


def test_the_lock_is_given_back_when_opening_fails(home: Path) -> None:
    home.mkdir()
    (home / "library.json").write_text("{")
    reason = open_library(home).read_only_reason
    assert reason is not None
    assert reason.code == "store_damaged"
    (home / "library.json").unlink()
    with Store.open(home, write=True) as store:
        assert not store.read_only


def test_closing_twice_and_saving_afterwards_is_harmless(store: Store) -> None:
    store.close()
    store.close()
    before = snapshot(store.home)
    with pytest.raises(LibraryReadOnlyError):
        store.add(*a_page())
    assert snapshot(store.home) == before


def test_a_folder_that_vanished_does_not_stop_the_closing(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    (store.home / "holder.json").unlink()
    store.close()
    assert store.read_only
