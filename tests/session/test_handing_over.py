"""Writing a summary where somebody wants it."""

from __future__ import annotations

import os

import pytest

from reader.session.errors import SessionError
from reader.session.handing_over import write_export
from reader.store import DiskError


def test_an_export_is_written_whole_under_any_name(tmp_path):
    path = tmp_path / "ملخص الخبر.html"

    write_export(path, "نص".encode())
    write_export(path, "نص آخر".encode())

    assert path.read_text("utf-8") == "نص آخر"
    assert list(tmp_path.iterdir()) == [path]


def test_what_a_link_leads_to_is_replaced_and_the_link_stays(tmp_path):
    path, link = tmp_path / "a.md", tmp_path / "link.md"
    write_export(path, b"old")
    link.symlink_to(path)

    write_export(link, b"new")

    assert link.is_symlink()
    assert path.read_bytes() == b"new"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes that are files")
def test_a_pipe_is_written_to_and_not_replaced(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)

    write_export(pipe, b"summary")

    assert os.read(reader, 100) == b"summary"
    assert pipe.is_fifo()
    os.close(reader)


def test_a_folder_is_not_written_over(tmp_path):
    with pytest.raises(SessionError, match="export_is_folder"):
        write_export(tmp_path, b"x")


def test_a_folder_that_is_missing_is_named(tmp_path):
    with pytest.raises(SessionError, match="export_folder_missing"):
        write_export(tmp_path / "none" / "a.html", b"x")


def test_a_file_that_cannot_be_replaced_stays(tmp_path, monkeypatch):
    path = tmp_path / "a.html"
    write_export(path, b"old")

    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)

    with pytest.raises(DiskError):
        write_export(path, b"new")
    assert path.read_bytes() == b"old"
