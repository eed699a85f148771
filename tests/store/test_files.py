from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from reader.store import DamagedFileError, DiskError
from reader.store.files import (
    TEMPORARY,
    is_temporary,
    move,
    read_bytes,
    replace_durably,
    sync_folder,
    temporary_name,
)


def accept(_: bytes) -> None:
    return None


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_save_puts_the_new_bytes_in_place_and_leaves_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"old")
    replace_durably(path, b"new", accept)
    assert path.read_bytes() == b"new"
    assert names(tmp_path) == ["a.json"]


def test_the_bytes_reach_the_disk_before_the_name_and_the_name_before_the_save_returns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    events = []
    fsync, replace = os.fsync, Path.replace
    monkeypatch.setattr(
        os,
        "fsync",
        lambda fd: (events.append("folder" if _is_folder(fd) else "file"), fsync(fd))[1],
    )
    monkeypatch.setattr(Path, "replace", lambda s, t: (events.append("replace"), replace(s, t))[1])
    replace_durably(tmp_path / "a.json", b"new", lambda _: events.append("check"))
    assert events == ["file", "check", "replace", "folder"]


def _is_folder(descriptor: int) -> bool:
    return Path(f"/proc/self/fd/{descriptor}").is_dir()


def test_the_check_sees_what_is_on_the_disk(tmp_path: Path) -> None:
    seen: list[bytes] = []
    replace_durably(tmp_path / "a.json", b"new", seen.append)
    assert seen == [b"new"]


def test_a_failed_check_keeps_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"old")

    def refuse(_: bytes) -> None:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        replace_durably(path, b"new", refuse)
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.json"]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "store_disk_full"),
        (errno.EDQUOT, "store_disk_full"),
        (errno.EACCES, "store_permission_denied"),
        (errno.EROFS, "store_permission_denied"),
        (errno.EIO, "store_disk_failed"),
    ],
)
def test_a_disk_that_refuses_keeps_the_old_file_and_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"old")

    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(DiskError) as caught:
        replace_durably(path, b"new", accept)
    assert caught.value.message.code == code
    assert caught.value.path == path
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.json"]


def test_a_save_into_a_folder_that_is_gone_is_a_disk_error(tmp_path: Path) -> None:
    with pytest.raises(DiskError):
        replace_durably(tmp_path / "gone" / "a.json", b"new", accept)


def test_a_rename_that_another_program_hinders_for_a_moment_succeeds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target = tmp_path / "a", tmp_path / "b"
    source.write_bytes(b"new")
    refusals = iter([True, True, False])
    replace = Path.replace

    def hindered(self: Path, other: Path) -> Path:
        if next(refusals):
            raise PermissionError
        return replace(self, other)

    monkeypatch.setattr(Path, "replace", hindered)
    move(source, target)
    assert target.read_bytes() == b"new"


def test_a_rename_that_stays_hindered_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hindered(self: Path, other: Path) -> Path:
        raise PermissionError

    monkeypatch.setattr(Path, "replace", hindered)
    with pytest.raises(PermissionError):
        move(tmp_path / "a", tmp_path / "b")


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP])
def test_a_share_that_cannot_sync_a_folder_is_accepted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    asked = []

    def refuse(descriptor: int) -> None:
        asked.append(descriptor)
        raise OSError(number, "no")

    monkeypatch.setattr(os, "fsync", refuse)
    sync_folder(tmp_path)
    assert asked


def test_a_folder_that_fails_to_sync_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: int) -> None:
        raise OSError(errno.EIO, "no")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="no"):
        sync_folder(tmp_path)


def test_a_system_that_offers_no_sync_of_folders_is_accepted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "O_DIRECTORY")
    replace_durably(tmp_path / "a.json", b"new", accept)
    assert names(tmp_path) == ["a.json"]


def test_a_missing_file_reads_as_none(tmp_path: Path) -> None:
    assert read_bytes(tmp_path / "a", 10) is None


def test_a_file_at_the_limit_is_read_and_a_larger_one_is_not(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x" * 10)
    assert read_bytes(path, 10) == b"x" * 10
    with pytest.raises(DamagedFileError):
        read_bytes(path, 9)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_is_refused_and_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(DamagedFileError):
        read_bytes(tmp_path / "pipe", 10)


def test_a_folder_in_the_place_of_a_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises((DiskError, DamagedFileError)):
        read_bytes(tmp_path, 10)


def test_only_our_own_temporary_files_are_recognised() -> None:
    assert is_temporary(temporary_name(Path("annotations.json")).name)
    assert not is_temporary(f"annotations.json{TEMPORARY}")
    assert not is_temporary(".annotations.json.tmp")
