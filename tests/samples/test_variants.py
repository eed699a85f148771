"""Each form of the sample, read by other programs' libraries, holds the same article."""

from __future__ import annotations

import email
import email.policy
import plistlib
import re
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import html

from tests.support import variants
from tests.support.variants import SHOWN, VARIANTS

SHARED = Path(__file__).parents[3] / "shared" / "data" / "seed" / "article-ar.txt"
BLOCKS = (
    "//h1 | //*[@class='post-subtitle']"
    " | //div[starts-with(@class, 'entry-content')]/p[not(@class)]"
)
TRUE_CODEC = {
    "windows_1256": "cp1256",
    "cp1256_labelled_latin": "cp1256",
    "utf16le": "utf-16",
    "utf16be": "utf-16",
    "utf16le_without_bom": "utf-16-le",
    "utf16be_without_bom": "utf-16-be",
}


def blocks(markup: str) -> list[str]:
    """The article's blocks as a browser would show them, by CSS class."""
    root = html.fromstring(markup)
    texts = (re.sub(r"[ \t\r\n]+", " ", found.text_content()) for found in root.xpath(BLOCKS))
    return [text.strip(" ") for text in texts if text.strip()]


def mail(data: bytes) -> list[EmailMessage]:
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    assert message.get_content_type() == "multipart/related"
    return [part for part in message.iter_parts() if isinstance(part, EmailMessage)]


def from_mhtml(data: bytes) -> str:
    return mail(data)[0].get_payload(decode=True).decode()


def from_webarchive(data: bytes) -> str:
    main = plistlib.loads(data)["WebMainResource"]
    return str(main["WebResourceData"].decode(main["WebResourceTextEncodingName"]))


READERS: dict[str, Callable[[bytes], str]] = {
    "mhtml": from_mhtml,
    "webarchive": from_webarchive,
}
PAGES = sorted(set(VARIANTS) - {"plain_text"})


def markup(name: str, folder: Path) -> str:
    data = VARIANTS[name](folder).read_bytes()
    read = READERS.get(name, lambda raw: raw.decode(TRUE_CODEC.get(name, "utf-8")))
    return read(data)


@pytest.mark.parametrize("name", PAGES)
def test_every_form_holds_the_same_blocks(name: str, tmp_path: Path) -> None:
    assert "\n".join(blocks(markup(name, tmp_path))) == SHOWN


def test_plain_text_holds_the_same_blocks_with_blank_lines_between(tmp_path: Path) -> None:
    lines = VARIANTS["plain_text"](tmp_path).read_text("utf-8").split("\n\n")
    assert "\n".join(lines).rstrip("\n") == SHOWN


@pytest.mark.skipif(not SHARED.exists(), reason="the first article's file is not beside the tree")
def test_the_sample_holds_the_first_article_word_for_word() -> None:
    lines = [line.strip(" ") for line in SHARED.read_text("utf-8").split("\n") if line.strip()]
    article = [*lines[1:3], *lines[4 : lines.index("العراق")]]
    assert SHOWN.split("\n") == article


def test_the_saving_browsers_comment_gives_the_length_of_the_address() -> None:
    found = re.search(r"<!-- saved from url=\((\d{4})\)(\S+) -->", variants.text())
    assert found is not None
    assert (int(found[1]), found[2]) == (len(variants.URL), variants.URL)


@pytest.mark.parametrize("name", ["as_bundled", "complete", "complete_encoded", "windows_1256"])
def test_every_relative_reference_of_a_complete_page_is_in_its_folder(
    name: str, tmp_path: Path
) -> None:
    VARIANTS[name](tmp_path)
    root = html.fromstring(markup(name, tmp_path / "again"))
    local = [unquote(value) for value in root.xpath("//@src | //link/@href") if value[:2] == "./"]
    assert len(local) == len(variants.ORIGINS)
    assert all((tmp_path / value).is_file() for value in local)


def test_a_single_file_refers_to_nothing_on_disk_and_runs_nothing() -> None:
    root = html.fromstring(variants.singlefile().decode())
    assert all(re.match(r"https?:|data:", value) for value in root.xpath("//@src | //link/@href"))
    assert root.xpath("//script/@type") == ["application/ld+json"]


def test_the_mhtml_archive_holds_the_picture_the_styles_and_the_frame_it_refers_to() -> None:
    parts = mail(variants.mhtml())
    places = {part["Content-Location"] for part in parts}
    identities = {f"cid:{part['Content-ID'].strip('<>')}" for part in parts if part["Content-ID"]}
    root = html.fromstring(from_mhtml(variants.mhtml()))
    assert set(root.xpath("//link/@href[starts-with(., 'cid:')]")) <= places
    assert set(root.xpath("//iframe/@src")) <= identities
    picture = next(part for part in parts if part.get_content_type() == "image/png")
    assert picture.get_content() == variants.saved_file(variants.PICTURE)
    assert picture["Content-Location"] in root.xpath("//img/@src")


def test_the_webarchive_holds_every_file_of_the_folder() -> None:
    archive = plistlib.loads(variants.webarchive())
    kept = {
        entry["WebResourceURL"]: entry["WebResourceData"] for entry in archive["WebSubresources"]
    }
    assert kept == {
        variants.SITE + path: variants.saved_file(name)
        for name, (path, _) in variants.ORIGINS.items()
    }


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("windows_1256", b"windows-1256"),
        ("utf8_labelled_1256", b"windows-1256"),
        ("cp1256_labelled_latin", b"iso-8859-1"),
    ],
)
def test_the_page_is_labelled_as_its_name_says(name: str, label: bytes, tmp_path: Path) -> None:
    data = VARIANTS[name](tmp_path).read_bytes()
    assert re.search(rb"charset=([\w-]+)", data)[1] == label


def test_what_windows_1256_lacks_becomes_a_character_reference() -> None:
    assert "کورد&#1740;".encode("cp1256") in variants.windows_1256()


@pytest.mark.parametrize(("order", "mark"), [("le", b"\xff\xfe"), ("be", b"\xfe\xff")])
def test_utf_16_has_its_mark_only_when_asked_for(order: str, mark: bytes) -> None:
    marked, plain = variants.utf16(order=order), variants.utf16(bom=False, order=order)
    assert (marked[:2], marked[2:]) == (mark, plain)
