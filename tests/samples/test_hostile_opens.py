"""Every nasty input gives the article, or an error that says what is the matter."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reader.ingest import (
    DamagedContainerError,
    EmptyPageError,
    UnsupportedFormatError,
    load,
    load_bytes,
)
from reader.model.article import Article
from tests.support import hostile, hostile_files
from tests.support.hostile import AFTER, PARAGRAPHS


def holds_the_article(article: Article) -> bool:
    return all(text in article.text.split("\n") for text in (*PARAGRAPHS, AFTER))


@pytest.mark.parametrize("name", hostile.BOMBS)
def test_the_article_around_a_bomb_is_shown(name: str) -> None:
    assert holds_the_article(load_bytes(hostile.BOMBS[name](), name="page.html"))


@pytest.mark.parametrize("name", hostile.PICTURES)
def test_what_is_no_good_picture_is_no_asset(name: str, tmp_path: Path) -> None:
    article = load(hostile.with_picture(tmp_path, hostile.PICTURES[name]()))
    assert holds_the_article(article)
    assert article.assets == ()
    assert [block.image.asset for block in article.blocks if block.image] == [None]


def test_no_file_outside_the_pages_folder_is_an_asset(tmp_path: Path) -> None:
    article = load(hostile.naming_folder(tmp_path))
    assert holds_the_article(article)
    assert article.assets == ()


_WATCHED = """
import sys
from pathlib import Path

seen = []
def watch(event, arguments):
    if event.startswith("socket.") or event == "open":
        seen.append(f"{event} {arguments[0]}")
sys.addaudithook(watch)

from reader.ingest import load

load(Path(sys.argv[1]))
print(*seen, sep="\\n")
"""


def test_opening_a_hostile_page_makes_no_socket_and_opens_no_file_it_names(tmp_path: Path) -> None:
    page = hostile.naming_folder(tmp_path)
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", _WATCHED, str(page)],
        check=True, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    seen = done.stdout.splitlines()
    assert f"open {page}" in seen
    assert [event for event in seen if event.startswith("socket.") or hostile.TRAP in event] == []


@pytest.mark.parametrize("name", hostile_files.ENCODINGS)
def test_arabic_comes_out_right_whatever_the_label(name: str) -> None:
    article = load_bytes(hostile_files.ENCODINGS[name](), name="page.html")
    text = article.text.replace("\ufffd ", "")
    assert all(paragraph in text for paragraph in (*PARAGRAPHS, AFTER))


def test_bytes_that_could_not_be_read_are_counted() -> None:
    article = load_bytes(hostile_files.utf8_with_three_bad_bytes(), name="page.html")
    assert article.provenance.encoding.unreadable == 3


def test_mojibake_is_noticed_and_left_as_it_is() -> None:
    article = load_bytes(hostile_files.mojibake(), name="page.html")
    assert article.provenance.encoding.mojibake
    assert AFTER not in article.page_text


@pytest.mark.parametrize("name", hostile_files.BROKEN_CONTAINERS)
def test_a_broken_archive_is_called_damaged(name: str) -> None:
    with pytest.raises(DamagedContainerError):
        load_bytes(hostile_files.BROKEN_CONTAINERS[name](), name="page")


def test_an_archive_of_a_hundred_thousand_parts_is_called_damaged() -> None:
    with pytest.raises(DamagedContainerError):
        load_bytes(hostile_files.many_parts(), name="page.mht")


@pytest.mark.parametrize("name", ["empty", "blank", "bom_only"])
def test_a_file_without_text_is_called_empty(name: str) -> None:
    with pytest.raises(EmptyPageError):
        load_bytes(hostile_files.NOTHING_TO_READ[name], name="page.html")


@pytest.mark.parametrize("name", hostile_files.OTHER_FORMS)
def test_a_form_that_is_not_read_is_named(name: str) -> None:
    with pytest.raises(UnsupportedFormatError) as caught:
        load_bytes(hostile_files.OTHER_FORMS[name](), name="page")
    assert caught.value.message.params["format"] == name.upper()


def test_a_page_cut_short_opens_and_says_so() -> None:
    article = load_bytes(hostile_files.truncated(hostile.page().encode(), 0.7), name="page.html")
    assert PARAGRAPHS[0] in article.text
    assert "note_truncated" in [note.code for note in article.provenance.notes]


def test_overrides_in_a_title_and_a_file_name_are_kept_to_be_revealed(tmp_path: Path) -> None:
    titled = load_bytes(hostile_files.rlo_title(), name="page.html")
    named = load(hostile_files.rlo_file(tmp_path))
    assert hostile_files.RLO in titled.title
    assert hostile_files.RLO in named.provenance.name
