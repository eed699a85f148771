"""Opening a page: from the disk, from bytes, and what can go wrong."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

import pytest

from reader import ingest
from reader.ingest import (
    EmptyPageError,
    IngestError,
    PageTooComplexError,
    UnknownEncodingError,
    UnreadableFileError,
    UnsupportedFormatError,
    load,
    load_bytes,
    read_file,
)
from reader.model.article import Article, Container, Direction
from tests.support import hostile, hostile_files, variants
from tests.support.hostile import page, png

DATA = Path(__file__).parents[3] / "shared" / "data"
SHARED = pytest.mark.skipif(not DATA.exists(), reason="the shared pages are not beside the tree")
SHELL = "israelhayom.html"
PAGES = sorted(path for path in (DATA / "pages").glob("*.html") if path.name != SHELL)
CONTAINERS = {
    "A_KAE.mhtml": "https://www.gesetze-im-internet.de/kaeaano/BJNR507500943.html",
    "hn.mhtml": "https://news.ycombinator.com/",
    "qb_complex.mht": "http://localhost:1337/data/downloads/mhtml/complex/complex.html",
    "wikipedia.mhtml": "https://en.wikipedia.org/wiki/Node.js",
    "wp.webarchive": "https://en.wikipedia.org/wiki/Main_Page",
}


def kinds(article: Article) -> list[str]:
    return [block.kind.value for block in article.blocks]


def counts(article: Article) -> dict[str, int]:
    return {counted.code: counted.count for counted in article.provenance.removed}


# Where a page comes from


def test_a_page_is_read_from_the_disk_with_its_provenance(tmp_path: Path) -> None:
    path = tmp_path / "خبر.html"
    path.write_bytes(data := page().encode())
    article = load(path)
    assert article.title == hostile.TITLE
    assert hostile.AFTER in article.text
    assert article.dir is Direction.RTL
    assert article.provenance.name == "خبر.html"
    assert article.provenance.sha256 == hashlib.sha256(data).hexdigest()
    assert article.provenance.size == len(data)
    assert article.provenance.container is Container.HTML


def test_a_path_may_be_a_string(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(page().encode())
    assert load(str(tmp_path / "a.html")) == load(tmp_path / "a.html")


def test_pasted_html_is_an_article() -> None:
    article = load_bytes("<p>سطر <b>غليظ</b></p><p>سطر ثان</p>".encode())
    assert article.page_text == "سطر غليظ\nسطر ثان"
    assert (article.provenance.name, article.provenance.container) == ("", Container.HTML)


def test_pasted_text_is_an_article() -> None:
    article = load_bytes("الأول من السطور.\n\nالثاني".encode())
    assert article.text == "الأول من السطور.\nالثاني"
    assert article.provenance.container is Container.TEXT


def test_a_page_from_bytes_has_no_folder() -> None:
    article = load_bytes(page('<img src="picture.png" alt="صورة">').encode())
    assert [block.image.asset for block in article.blocks if block.image] == [None]


def test_the_text_of_an_archive_whose_page_is_plain_is_read(tmp_path: Path) -> None:
    data = b"MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + "خبر".encode()
    article = load_bytes(data)
    assert (article.text, article.provenance.container) == ("خبر", Container.MHTML)


def test_an_article_survives_its_way_as_json() -> None:
    article = load_bytes(variants.mhtml(), name="خبر.mhtml")
    assert Article.model_validate_json(article.model_dump_json()) == article


def test_the_same_bytes_give_the_same_article() -> None:
    assert load_bytes(variants.singlefile()) == load_bytes(variants.singlefile())


def test_each_step_is_told_in_order(tmp_path: Path) -> None:
    told: list[tuple[str, float]] = []
    path = tmp_path / "a.html"
    path.write_bytes(page().encode())
    load(path, progress=lambda step, done: told.append((step, done)))
    assert [step for step, _ in told] == [
        "step_reading", "step_decoding", "step_tree", "step_blocks", "step_done",
    ]  # fmt: skip
    fractions = [done for _, done in told]
    assert fractions == sorted(fractions)
    assert (fractions[0], fractions[-1]) == (0.0, 1.0)


def test_what_a_worker_needs_can_be_loaded_before_it_is_asked() -> None:
    ingest.warm_up()
    assert {"trafilatura", "readability", "charset_normalizer"} <= set(sys.modules)


def test_all_that_is_offered_is_there() -> None:
    assert all(hasattr(ingest, name) for name in ingest.__all__)


# What is said of a page


def test_the_page_s_base_makes_addresses_absolute() -> None:
    base = '<base href="https://a.example/news/"><meta charset="utf-8">'
    article = load_bytes(
        page('<p>انظر <a href="2">الخبر</a> <img src="p.png"></p>', head=base).encode()
    )
    hrefs = [inline.href for block in article.blocks for inline in block.inline if inline.href]
    assert hrefs == ["https://a.example/news/2"]
    assert [r.url for r in article.provenance.remote] == ["https://a.example/news/p.png"]


def test_a_base_that_leads_to_files_is_not_believed() -> None:
    head = '<!-- saved from url=(0023)https://a.example/x/1 --><base href="file:///etc/">'
    article = load_bytes(page('<p>انظر <a href="2">الخبر</a></p>', head=head).encode())
    hrefs = [inline.href for block in article.blocks for inline in block.inline if inline.href]
    assert hrefs == ["https://a.example/x/2"]
    assert article.provenance.remote == ()


def test_relative_addresses_of_a_page_on_the_disk_are_local() -> None:
    head = "<!-- saved from url=(0023)https://a.example/x/1 -->"
    article = load_bytes(page('<img src="p.png">', head=head).encode())
    assert article.metadata.claimed_url == "https://a.example/x/1"
    assert article.provenance.remote_total == 0


def test_only_pictures_that_the_article_shows_become_assets(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png(30, 20))
    path = tmp_path / "a.html"
    path.write_text(page('<img src="a.png" alt="صورة">'), encoding="utf-8")
    article = load(path)
    [asset] = article.assets
    assert [b.image.asset for b in article.blocks if b.image] == [asset.sha256]
    assert article.provenance.container is Container.COMPLETE


def test_changes_to_characters_are_counted_wherever_they_are_made() -> None:
    article = load_bytes(page("<p>أ\x00ب&#13;ج\u2029د&#x1;</p>").encode())
    assert "أب ج د" in article.page_text
    assert counts(article) == {
        "char_control": 2,
        "char_carriage_return": 1,
        "char_line_separator": 1,
    }


def test_a_page_cut_short_opens_with_a_note() -> None:
    article = load_bytes(hostile_files.truncated(page().encode(), 0.7))
    assert "note_truncated" in [note.code for note in article.provenance.notes]
    assert hostile.PARAGRAPHS[0] in article.text


def test_a_whole_page_has_no_such_note() -> None:
    assert load_bytes(page().encode()).provenance.notes == ()


def test_a_page_is_read_again_in_another_encoding() -> None:
    data = page(head="").encode("cp720", "xmlcharrefreplace")
    assert load_bytes(data).provenance.encoding.evidence.code != "encoding_chosen"
    article = load_bytes(data, encoding="cp720")
    assert hostile.AFTER in article.text
    assert article.provenance.encoding.name == "cp720"


def test_an_encoding_is_picked_within_an_archive_too() -> None:
    quoted = variants.mhtml()
    assert load_bytes(quoted, encoding="utf-8").text == variants.SHOWN


# What goes wrong


def code_of(path: Path) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        load(path)
    assert caught.value.message.params["name"] == path.name
    return caught.value.message.code


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    assert code_of(tmp_path / "gone.html") == "file_missing"
    assert code_of(tmp_path / "file" / "a.html") == "file_missing"


def test_a_name_that_no_file_can_have_is_missing() -> None:
    with pytest.raises(UnreadableFileError, match="file_missing"):
        load("a\0b.html")


def test_a_folder_is_no_page(tmp_path: Path) -> None:
    assert code_of(tmp_path) == "file_is_folder"


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes in folders")
def test_a_pipe_is_no_page_and_does_not_hold_the_reader_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.html")
    assert code_of(tmp_path / "pipe.html") == "file_is_no_file"


def test_a_file_that_may_not_be_read_is_said_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(b"x")

    def refuse(*_args: object, **_kwargs: object) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr(Path, "open", refuse)  # the tests may run as root, who may read all
    assert code_of(path) == "file_unreadable"


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "big.html"
    with path.open("wb") as file:
        file.truncate(64_000_001)
    assert code_of(path) == "file_too_large"
    with pytest.raises(UnreadableFileError) as caught:
        read_file(path)
    assert caught.value.message.params["limit"] == 64


def test_pasted_bytes_over_the_limit_are_not_read() -> None:
    with pytest.raises(UnreadableFileError, match="file_too_large"):
        load_bytes(bytes(64_000_001))


@pytest.mark.skipif(sys.platform != "linux", reason="other systems know no such names")
def test_a_file_name_of_any_bytes_can_be_shown(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xc7\xe1\xe2.html")
    path.write_bytes(page().encode())
    article = load(path)
    assert article.provenance.name == "\ufffd\ufffd\ufffd.html"
    assert article.model_dump_json()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("empty", "page_empty"),
        ("blank", "page_blank"),
        ("bom_only", "page_blank"),
    ],
)
def test_a_page_with_nothing_to_read_is_a_friendly_error(name: str, code: str) -> None:
    with pytest.raises(EmptyPageError) as caught:
        load_bytes(hostile_files.NOTHING_TO_READ[name], name="a.html")
    assert caught.value.message.code == code
    assert caught.value.message.params == {"name": "a.html"}


@pytest.mark.parametrize("name", ["no_text", "truncated_in_head"])
def test_a_page_without_text_opens_and_says_so(name: str) -> None:
    article = load_bytes(hostile_files.NOTHING_TO_READ[name], name="a.html")
    assert (article.page_text, article.blocks) == ("", ())
    assert "page_without_text" in [note.code for note in article.provenance.notes]


@pytest.mark.parametrize("form", hostile_files.OTHER_FORMS)
def test_other_forms_are_named(form: str) -> None:
    with pytest.raises(UnsupportedFormatError) as caught:
        load_bytes(hostile_files.OTHER_FORMS[form](), name="page.html")
    assert caught.value.message.params["format"] == form.upper()


def test_an_archive_whose_page_is_no_page_is_named() -> None:
    head = b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n"
    with pytest.raises(UnsupportedFormatError, match="PDF"):
        load_bytes(head + b"%PDF-1.7")


def test_an_unknown_encoding_is_an_error() -> None:
    with pytest.raises(UnknownEncodingError, match="encoding_unknown"):
        load_bytes(page().encode(), encoding="klingon")


@pytest.mark.parametrize("failure", [RecursionError, MemoryError])
def test_a_page_beyond_the_machine_is_a_clear_error(
    failure: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_page: object) -> None:
        raise failure

    monkeypatch.setitem(load_bytes.__globals__["_load"].__globals__, "read_page", fail)
    with pytest.raises(PageTooComplexError, match="page_too_complex"):
        load_bytes(page().encode())


def test_every_error_is_one_of_ingest() -> None:
    errors = [getattr(ingest, name) for name in ingest.__all__ if name.endswith("Error")]
    assert len(errors) == 7
    assert all(issubclass(error, IngestError) for error in errors)


# Pages and archives that programs have saved


@SHARED
@pytest.mark.parametrize("name", CONTAINERS)
def test_archives_as_browsers_write_them_open(name: str) -> None:
    article = load(DATA / "containers" / name)
    expected = Container.WEBARCHIVE if name.endswith("webarchive") else Container.MHTML
    assert article.provenance.container is expected
    assert article.metadata.claimed_url == CONTAINERS[name]
    assert len(article.page_text) > 1_000
    assert article.provenance.encoding.unreadable == 0


@SHARED
def test_pictures_of_an_archive_become_assets() -> None:
    article = load(DATA / "containers" / "wikipedia.mhtml")
    assert article.assets
    assert {asset.sha256 for asset in article.assets} == {
        block.image.asset for block in article.blocks if block.image and block.image.asset
    }


@SHARED
def test_a_shell_that_only_a_script_would_fill_opens_empty() -> None:
    article = load(DATA / "pages" / SHELL)
    assert article.text == ""
    assert article.provenance.notes[-1].code == "page_without_text"


@SHARED
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_page_opens_whole_in_its_encoding(path: Path) -> None:
    article = load(path)
    assert article.text
    assert article.title
    assert article.provenance.encoding.name == "utf-8"
    assert article.provenance.encoding.unreadable == 0
    assert "note_truncated" not in [note.code for note in article.provenance.notes]
