from __future__ import annotations

import errno
import hashlib
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from reader.model.annotations import Annotations
from reader.model.article import Article, Asset
from reader.model.library import ArticleFile
from reader.store import (
    DamagedFileError,
    DiskError,
    NotInLibraryError,
    Store,
    WrongPageError,
    pages,
    verify,
)
from tests.support.libraries import NOON, PICTURE, Clock, a_page, snapshot

URL = "https://example.org/news/1"


def test_an_article_comes_back_as_it_was_read(store: Store) -> None:
    article, data = a_page(["عنوان", "فقرة"], url=URL)
    record = store.add(article, data)
    assert store.text(record.id, article.version) == article
    assert store.original(record.id, article.provenance.sha256) == data
    assert store.annotations(record.id) == Annotations()


def test_a_record_says_how_the_page_came_in(store: Store) -> None:
    article, data = a_page(["عنوان", "فقرة"], url=URL)
    record = store.add(article, data)
    (capture,) = record.captures
    assert record.title == "عنوان"
    assert record.current_version == capture.version == article.version
    assert (capture.sha256, capture.size) == (article.provenance.sha256, len(data))
    assert (capture.name, capture.url, capture.imported_at) == ("صفحة.html", URL, NOON)
    assert [asset.media_type for asset in capture.assets] == ["image/png"]


def test_a_page_is_known_again_by_its_bytes_and_its_address(store: Store) -> None:
    record = store.add(*a_page(["عنوان", "فقرة"], url=URL))
    assert store.find_capture(record.captures[0].sha256) == record
    assert store.find_url(URL) == record
    assert store.find_capture("ab" * 32) is None
    assert store.find_url("https://example.org/news/2") is None
    assert store.find_url("") is None


def test_a_trashed_article_is_known_by_its_bytes_last_and_by_its_address_never(
    store: Store,
) -> None:
    page = a_page(["عنوان", "فقرة"], url=URL)
    trashed = store.add(*page).model_copy(update={"trashed_at": NOON})
    store.save_article(trashed)
    sha256 = trashed.captures[0].sha256
    assert store.find_capture(sha256) == trashed
    assert store.find_url(URL) is None
    fresh = store.add(*page)
    assert store.find_capture(sha256) == fresh
    assert store.find_url(URL) == fresh


def test_a_page_that_changed_while_it_was_read_is_refused(store: Store) -> None:
    article, data = a_page(["عنوان"])
    before = snapshot(store.home)
    with pytest.raises(WrongPageError):
        store.add(article, data + b" ")
    assert snapshot(store.home) == before


def test_a_page_can_be_received_before_it_is_read(store: Store) -> None:
    article, data = a_page(["عنوان", "فقرة"], url=URL)
    before, name = store.articles(), uuid4()
    store.receive(name, data)
    assert store.articles() == before
    assert verify(store.home) == []
    assert store.add(article, data, name).id == name
    assert store.text(name, article.version) == article
    assert store.original(name, article.provenance.sha256) == data
    assert verify(store.home) == []


def test_of_a_page_that_was_received_and_given_up_nothing_is_left(store: Store) -> None:
    before = snapshot(store.home)
    name = uuid4()
    store.receive(name, b"<p>")
    assert snapshot(store.home) != before
    store.discard(name)
    store.discard(name)
    assert snapshot(store.home) == before


@pytest.mark.parametrize("received", [False, True])
def test_a_page_that_the_disk_does_not_take_leaves_nothing(
    store: Store, monkeypatch: pytest.MonkeyPatch, *, received: bool
) -> None:
    article, data = a_page(["عنوان"])
    before, name = snapshot(store.home), uuid4()
    if received:
        store.receive(name, data)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(pages, "write_synced", full)
    with pytest.raises(DiskError):
        store.add(article, data, name)
    assert snapshot(store.home) == before


@pytest.mark.parametrize("name", ["../../evil", "ab" * 32])
def test_an_image_under_a_name_that_is_not_its_hash_is_refused(store: Store, name: str) -> None:
    article, data = a_page(["عنوان"])
    asset = Asset(sha256=name, media_type="image/png", width=1, height=1, data=PICTURE)
    before = snapshot(store.home)
    with pytest.raises(WrongPageError):
        store.add(article.model_copy(update={"assets": (asset,)}), data)
    assert snapshot(store.home) == before


def test_another_saving_adds_a_version_and_leaves_the_first_with_its_marks(
    store: Store, record: ArticleFile, article: Article, clock: Clock
) -> None:
    marks = store.annotations(record.id)
    clock.move(timedelta(days=1))
    newer, data = a_page(["عنوان الخبر", "نص آخر"])
    changed = store.add_version(record.id, newer, data)
    assert changed.current_version == newer.version
    assert changed.modified_at == clock.now
    assert [c.version for c in changed.captures] == [article.version, newer.version]
    assert store.article(record.id) == changed
    assert store.text(record.id, newer.version) == newer
    assert store.text(record.id, article.version) == article
    assert store.annotations(record.id) == marks
    assert verify(store.home) == []


def test_a_page_read_again_without_its_folder_keeps_its_images(
    store: Store, record: ArticleFile, article: Article
) -> None:
    data = store.original(record.id, article.provenance.sha256)
    bare = article.model_copy(update={"assets": ()})
    changed = store.add_version(record.id, bare, data)
    assert changed.captures == record.captures
    assert store.text(record.id, article.version) == article


def test_the_same_bytes_read_in_another_encoding_are_another_version(
    store: Store, record: ArticleFile, article: Article
) -> None:
    data = store.original(record.id, article.provenance.sha256)
    other, _ = a_page(["Ù†Øµ"], data=data)
    changed = store.add_version(record.id, other, data)
    assert [c.sha256 for c in changed.captures] == [article.provenance.sha256] * 2
    assert store.find_capture(article.provenance.sha256) == changed
    assert verify(store.home) == []


def test_reading_as_before_comes_last_again_and_is_not_listed_twice(
    store: Store, record: ArticleFile, article: Article, clock: Clock
) -> None:
    data = store.original(record.id, article.provenance.sha256)
    other, _ = a_page(["Ù†Øµ"], data=data)
    store.add_version(record.id, other, data)
    clock.move(timedelta(days=1))
    changed = store.add_version(record.id, article, data)
    assert [c.version for c in changed.captures] == [other.version, article.version]
    assert changed.current_version == article.version
    assert changed.captures[-1].imported_at == NOON


def test_the_same_text_in_another_file_keeps_its_version(
    store: Store, record: ArticleFile, folder: Path, article: Article
) -> None:
    before = snapshot(folder / "texts")
    again, data = a_page(data=b"<html>the same text, another file</html>")
    changed = store.add_version(record.id, again, data)
    assert again.version == article.version
    assert len(changed.captures) == 2
    assert snapshot(folder / "texts") == before
    assert store.text(record.id, article.version) == article
    assert verify(store.home) == []


def test_a_lost_or_changed_image_is_left_out_and_the_article_opens(
    store: Store, record: ArticleFile, folder: Path, article: Article
) -> None:
    path = folder / "assets" / hashlib.sha256(PICTURE).hexdigest()
    path.write_bytes(b"<svg onload=...>")
    assert store.text(record.id, article.version).assets == ()
    path.unlink()
    opened = store.text(record.id, article.version)
    assert opened.assets == ()
    assert opened.page_text == article.page_text


def test_a_page_whose_bytes_changed_is_damaged(
    store: Store, record: ArticleFile, folder: Path
) -> None:
    sha256 = record.captures[0].sha256
    (folder / "originals" / sha256).write_bytes(b"something else")
    with pytest.raises(DamagedFileError):
        store.original(record.id, sha256)


def test_a_text_that_is_not_the_one_its_name_promises_is_damaged(
    store: Store, record: ArticleFile, folder: Path
) -> None:
    path = folder / "texts" / f"{record.current_version}.json"
    path.write_text(path.read_text().replace("أمني", "أمنى"))
    with pytest.raises(DamagedFileError):
        store.text(record.id, record.current_version)


def test_a_text_whose_blocks_do_not_fit_is_damaged(
    store: Store, record: ArticleFile, folder: Path
) -> None:
    path = folder / "texts" / f"{record.current_version}.json"
    path.write_text(path.read_text().replace('"start": 0,', '"start": 99999,', 1))
    with pytest.raises(DamagedFileError):
        store.text(record.id, record.current_version)


@pytest.mark.parametrize("name", ["../article", "..", "AB" * 32, "ab" * 32])
def test_names_that_are_no_known_hash_lead_nowhere(
    store: Store, record: ArticleFile, name: str
) -> None:
    with pytest.raises(NotInLibraryError):
        store.text(record.id, name)
    with pytest.raises(NotInLibraryError):
        store.original(record.id, name)


def test_an_article_appears_whole_or_not_at_all(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = []
    replace = Path.replace

    def watched(self: Path, target: Path) -> Path:
        listed.append(len(Store.open(store.home, write=False).articles()))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", watched)
    store.add(*a_page(["الخبر الثاني"]))
    assert listed == [1]
    assert len(store.articles()) == 2


def test_an_adding_that_fails_leaves_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    before = snapshot(store.home)

    def fail(self: Path, target: Path) -> Path:
        raise PermissionError

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(DiskError):
        store.add(*a_page(["الخبر الثاني"]))
    assert snapshot(store.home) == before
    assert [p.name for p in (store.home / "articles").iterdir()] == [str(store.articles()[0].id)]
