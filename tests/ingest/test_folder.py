"""The files beside a complete page."""

from __future__ import annotations

import os
import sys
import unicodedata
from pathlib import Path

import pytest

from reader.ingest import folder as folder_module
from reader.ingest.folder import Folder, local_steps
from tests.support.hostile import TRAP, named_paths, naming_folder

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="needs links and pipes")


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    files = tmp_path / "saved" / "خبر_ملفات"
    files.mkdir(parents=True)
    (files / "a b.png").write_bytes(b"picture")
    (tmp_path / "outside.png").write_bytes(b"secret")
    return tmp_path / "saved"


@pytest.mark.parametrize(
    "address",
    [
        "خبر_ملفات/a b.png",
        "./خبر_ملفات/a%20b.png",
        "%D8%AE%D8%A8%D8%B1_%D9%85%D9%84%D9%81%D8%A7%D8%AA/a%20b.png",
        " \n./خبر_ملفات//./a b.png?v=1#top\t",
    ],
)
def test_a_relative_address_leads_to_the_file_however_it_is_written(
    saved: Path, address: str
) -> None:
    folder = Folder(saved)
    assert folder.read(address) == b"picture"
    assert folder.used


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_folder_named_by_another_system_is_found(tmp_path: Path, form: str) -> None:
    name = unicodedata.normalize("NFD" if form == "NFC" else "NFC", "أخبار_ملفات")
    (tmp_path / name).mkdir()
    (tmp_path / name / "a.png").write_bytes(b"picture")
    written = unicodedata.normalize(form, name)
    assert Folder(tmp_path).read(f"{written}/a.png") == b"picture"


@pytest.mark.parametrize(
    "address",
    [
        "", ".", "?x", "#x", "/etc/passwd", "//host/a", "\\\\host\\a", "..", "../a", "a/../../b",
        "a/..%2F..%2Fb", "%2e%2e/a", "%2Fetc/passwd", "a\\b", "a%5Cb", "a%00b", "a\x01b", "C:/a",
        "C%3A/a", "a:stream", "file:a", "http://h/a", "data:image/png;base64,", "cid:a", "CON",
        "a/nul.png", "lpt1", "x" * 2_000,
    ],
)  # fmt: skip
def test_an_address_that_may_lead_elsewhere_is_refused_as_text(address: str) -> None:
    assert local_steps(address) == ()


@pytest.mark.parametrize("address", ["console.png", "a..png", "...", "a%20b/%D8%A3.png", "أ/ب.png"])
def test_a_harmless_address_is_not_refused(address: str) -> None:
    assert local_steps(address)


@POSIX
def test_nothing_outside_the_page_s_folder_is_read(tmp_path: Path) -> None:
    page = naming_folder(tmp_path)
    folder = Folder(page.parent)
    assert [folder.read(name) for name in named_paths(tmp_path)] == [None] * len(
        named_paths(tmp_path)
    )
    assert not folder.used


@POSIX
@pytest.mark.parametrize("relative_open", [True, False])
def test_links_out_of_the_folder_are_not_followed(
    saved: Path, monkeypatch: pytest.MonkeyPatch, relative_open: bool
) -> None:
    monkeypatch.setattr(folder_module, "_RELATIVE_OPEN", relative_open)
    (saved / "file.png").symlink_to(saved.parent / "outside.png")
    (saved / "folder").symlink_to(saved.parent)
    folder = Folder(saved)
    assert folder.read("file.png") is None
    assert folder.read("folder/outside.png") is None
    assert folder.read("خبر_ملفات/a b.png") == b"picture"


@POSIX
def test_a_pipe_does_not_hold_the_reader_up(saved: Path) -> None:
    os.mkfifo(saved / "pipe.png")
    assert Folder(saved).read("pipe.png") is None


def test_folders_missing_and_big_files_are_not_read(
    saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Folder(saved)
    assert folder.read("خبر_ملفات") is None
    assert folder.read("gone/a.png") is None
    monkeypatch.setattr(folder_module, "MAX_IMAGE_BYTES", 6)
    assert folder.read("خبر_ملفات/a b.png") is None
    assert not folder.used


def test_a_pasted_page_has_no_folder() -> None:
    assert Folder(None).read(f"{TRAP}.png") is None
