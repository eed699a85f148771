"""Files of evidence: copied in whole, given out only as they were, never trusted."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from uuid import UUID

import pytest

from reader.model.annotations import Annotations, Claim, Evidence, Mark
from reader.model.vocabulary import MarkType
from reader.store import Store, evidence, verify
from reader.store.errors import DiskError, EvidenceError
from tests.support.desks import AUTHOR, NOON
from tests.support.libraries import a_page

DATA = b"\x7fELF a photograph, they say"
SHA256 = hashlib.sha256(DATA).hexdigest()


@pytest.fixture
def library(tmp_path: Path):
    with Store.open(tmp_path / "library", write=True) as store:
        yield store


@pytest.fixture
def article(library: Store) -> UUID:
    return library.add(*a_page()).id


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "صورة.jpg"
    path.write_bytes(DATA)
    path.chmod(0o755)
    return path


def folder(library: Store, article: UUID) -> Path:
    return library.home / "articles" / str(article) / "evidence"


def keep(library: Store, article: UUID, path: Path) -> evidence.Kept:
    return library.keep_evidence(article, path, lambda _: None)


def code(caught: pytest.ExceptionInfo[EvidenceError]) -> str:
    return caught.value.message.code


def name_it(library: Store, article: UUID, size: int = len(DATA)) -> None:
    stamp = {"created_at": NOON, "modified_at": NOON, "author": AUTHOR}
    record = Evidence.model_validate(
        {**stamp, "id": UUID(int=2), "file": SHA256, "file_name": "a.jpg", "file_size": size}
    )
    [span] = [
        {"id": UUID(int=3), "version": library.article(article).current_version,
         "start": 0, "end": 1, "exact": library.text(
             article, library.article(article).current_version).page_text[0]}
    ]  # fmt: skip
    mark = Mark.model_validate(
        {**stamp, "id": UUID(int=1), "type": MarkType.CLAIM, "anchors": [span],
         "body": Claim(evidence=(record,))}
    )  # fmt: skip
    library.annotations(article)
    library.save_annotations(article, Annotations(marks=(mark,)))


def test_a_file_is_copied_under_its_content_and_cannot_be_run(library, article, photo):
    kept = keep(library, article, photo)
    assert kept == evidence.Kept(SHA256, len(DATA), "صورة.jpg")
    [copy] = folder(library, article).iterdir()
    assert (copy.name, copy.read_bytes()) == (SHA256, DATA)
    assert not copy.stat().st_mode & 0o111


def test_the_same_content_is_kept_once_and_mended_if_it_was_altered(library, article, photo):
    keep(library, article, photo)
    copy = folder(library, article) / SHA256
    copy.chmod(0o600)
    copy.write_bytes(b"other")
    keep(library, article, photo)
    assert [p.read_bytes() for p in folder(library, article).iterdir()] == [DATA]


def test_a_folder_a_pipe_and_an_empty_file_are_refused(library, article, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "empty").touch()
    for name, expected in (
        ("pipe", "evidence_no_file"),
        ("empty", "evidence_empty"),
        (".", "evidence_no_file"),
        ("missing", "evidence_unreadable"),
    ):
        with pytest.raises(EvidenceError) as caught:
            keep(library, article, tmp_path / name)
        assert code(caught) == expected
    assert not any(folder(library, article).glob("*"))


def test_a_file_that_is_too_large_is_refused_before_it_is_copied(
    library, article, photo, monkeypatch
):
    monkeypatch.setattr(evidence, "MAX_EVIDENCE", 10)
    with pytest.raises(EvidenceError) as caught:
        keep(library, article, photo)
    assert code(caught) == "evidence_too_large"
    assert not folder(library, article).exists()


def test_a_file_that_grows_while_it_is_copied_is_stopped_at_the_limit(
    library, article, photo, monkeypatch
):
    monkeypatch.setattr(evidence, "MAX_EVIDENCE", len(DATA))
    monkeypatch.setattr(evidence, "_PIECE", 8)

    def grow(done: int) -> None:
        if done == 8:
            with photo.open("ab") as file:
                file.write(b"more")

    with pytest.raises(EvidenceError) as caught:
        library.keep_evidence(article, photo, grow)
    assert code(caught) == "evidence_too_large"
    assert list(folder(library, article).iterdir()) == []


def test_a_copy_that_does_not_read_back_is_not_kept(library, article, photo, monkeypatch):
    monkeypatch.setattr(evidence, "_digest", lambda _: "0" * 64)
    with pytest.raises(EvidenceError):
        keep(library, article, photo)
    assert list(folder(library, article).iterdir()) == []


def test_a_full_disk_leaves_nothing_behind(library, article, photo, monkeypatch):
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(evidence.os, "fsync", full)
    with pytest.raises(DiskError):
        keep(library, article, photo)
    assert list(folder(library, article).iterdir()) == []


def test_a_copy_is_given_out_as_it_was_kept(library, article, photo, tmp_path):
    keep(library, article, photo)
    library.give_evidence(article, SHA256, "a.jpg", tmp_path / "out.jpg")
    assert (tmp_path / "out.jpg").read_bytes() == DATA


@pytest.mark.parametrize("harm", ["lose", "alter"])
def test_a_lost_or_altered_file_is_said_and_overwrites_nothing(
    library, article, photo, tmp_path, harm
):
    keep(library, article, photo)
    copy, target = folder(library, article) / SHA256, tmp_path / "out.jpg"
    target.write_bytes(b"mine")
    copy.unlink()
    if harm == "alter":
        copy.write_bytes(DATA[::-1])
    with pytest.raises(EvidenceError) as caught:
        library.give_evidence(article, SHA256, "a.jpg", target)
    assert code(caught) == {"lose": "evidence_missing", "alter": "evidence_altered"}[harm]
    assert target.read_bytes() == b"mine"
    expected = {"lose": "evidence_gone", "alter": "evidence_other"}[harm]
    assert library.evidence_trouble(article, SHA256, len(DATA)) == expected


def test_a_kept_file_gives_no_trouble(library, article, photo):
    keep(library, article, photo)
    assert library.evidence_trouble(article, SHA256, len(DATA)) == ""
    assert library.evidence_trouble(article, SHA256, 5) == "evidence_other"


def test_verify_finds_a_named_file_missing_altered_or_of_another_size(library, article, photo):
    def found() -> list[str]:
        return [p.message.code for p in verify(library.home)]

    name_it(library, article)
    assert found() == ["verify_missing"]
    keep(library, article, photo)
    assert found() == []
    name_it(library, article, size=3)
    assert found() == ["verify_wrong_content"]
    name_it(library, article)
    copy = folder(library, article) / SHA256
    copy.write_bytes(b"other")
    assert found() == ["verify_wrong_content"]


def test_verify_takes_no_offence_at_a_file_that_undo_left(library, article, photo):
    keep(library, article, photo)
    assert verify(library.home) == []
    (folder(library, article) / "notes.txt").touch()
    assert [p.message.code for p in verify(library.home)] == ["verify_stray"]
