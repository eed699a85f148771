"""The forms in which a page is saved, and the forms that are none."""

from __future__ import annotations

import base64
import gzip
import plistlib
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from reader.ingest import mhtml, webarchive
from reader.ingest.container import is_cut, is_markup, no_files, recognise
from reader.ingest.errors import DamagedContainerError, UnsupportedFormatError
from reader.ingest.foreign import refuse_foreign
from reader.model.article import Container
from reader.model.errors import Message
from tests.support import hostile_files, variants
from tests.support.hostile import page, png

PNG = png(3, 2)
DOCUMENT = "format_document"


# Recognition


@pytest.mark.parametrize(
    ("data", "container"),
    [
        (variants.mhtml(), Container.MHTML),
        (variants.webarchive(), Container.WEBARCHIVE),
        (variants.singlefile(), Container.HTML),
        (b"\xef\xbb\xbfMIME-Version: 1.0\r\n\r\n", Container.MHTML),
        (b"\nFrom: x\nSubject: a\n b\nContent-Type: multipart/related\n", Container.MHTML),
        (plistlib.dumps({"WebMainResource": {}}), Container.WEBARCHIVE),
        (b"<!DOCTYPE html><p>MIME-Version: 1.0", Container.HTML),
        (b"Title: news\n\nMIME-Version: 1.0\n", Container.HTML),
        (b"", Container.HTML),
    ],
)  # fmt: skip
def test_a_container_is_known_by_its_content(data: bytes, container: Container) -> None:
    assert recognise(data) is container


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html>", "\ufeff\n <html lang=ar>", "<p>أ", "<?xml version='1.0'?><html>",
        "<!-- x --><p>", "نص <b>غليظ</b> ثم نص", "سطر<br>سطر", "<my-app></my-app>",
    ],
)  # fmt: skip
def test_markup_is_told_from_text(text: str) -> None:
    assert is_markup(text)


@pytest.mark.parametrize("text", ["", "خبر عاجل", "أصغر من <3", "5 < 6 > 4", "<<<", "a <b c", "<3"])
def test_text_is_told_from_markup(text: str) -> None:
    assert not is_markup(text)


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_page_cut_short_is_noticed(share: float) -> None:
    assert is_cut(
        hostile_files.truncated(page().encode(), share).decode("utf-8", "replace"), strict=True
    )


@pytest.mark.parametrize(
    "html",
    ["<p>أ</p><div class=", "<p>أ</p><!-- تعليق", "<p>أ</p><script>var a = '", "<p>أ</p></di"],
)
def test_a_page_that_ends_within_markup_is_cut_in_any_form(html: str) -> None:
    assert is_cut(html, strict=False)


@pytest.mark.parametrize("html", [page(), "<p>أ", "قطعة <b>ملصقة</b>", "<p>5 < 6", "a<"])
def test_a_whole_page_or_a_piece_of_one_is_not_cut(html: str) -> None:
    assert not is_cut(html, strict=True)


def test_singlefile_may_leave_end_tags_out() -> None:
    assert not is_cut("<html><body><p>أ", strict=False)


def test_a_page_without_files_has_none() -> None:
    assert no_files("a.png") is None


# MHTML


def message(*parts: str, head: str = "", start: str = "") -> bytes:
    body = "".join(f"--b\r\n{part}\r\n" for part in parts)
    return (
        f"MIME-Version: 1.0\r\n{head}"
        f"Content-Type: multipart/related; boundary=b{start}\r\n\r\n{body}--b--\r\n"
    ).encode()


def html_part(text: str, headers: str = "") -> str:
    return f"Content-Type: text/html\r\n{headers}\r\n{text}"


def image_part(headers: str) -> str:
    return (
        f"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n{headers}\r\n"
        f"{base64.b64encode(PNG).decode()}"
    )


def test_the_first_html_part_is_the_page() -> None:
    saved = mhtml.read(message(image_part(""), html_part("<p>1"), html_part("<p>2")))
    assert saved.data == b"<p>1"
    assert saved.notes == (Message(code="note_frames", params={"count": 1}),)


def test_the_part_that_start_names_is_the_page() -> None:
    parts = html_part("<p>1", "Content-ID: <one>\r\n"), html_part("<p>2", "Content-ID: <two>\r\n")
    assert mhtml.read(message(*parts, start='; start="<two>"')).data == b"<p>2"


def test_a_start_that_names_nothing_is_no_obstacle() -> None:
    assert mhtml.read(message(html_part("<p>1"), start='; start="<gone>"')).data == b"<p>1"


def test_a_message_with_text_alone_gives_the_text() -> None:
    assert mhtml.read(message("Content-Type: text/plain\r\n\r\nnews")).data == b"news"


def test_a_message_of_one_part_gives_that_part() -> None:
    assert mhtml.read(b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>1").data == b"<p>1"


def test_a_page_within_inner_multiparts_is_found() -> None:
    head = "Content-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\n"
    inner = f"{head}{html_part('<p>1')}\r\n--c--"
    assert mhtml.read(message(inner)).data == b"<p>1"


def test_quoted_printable_and_base64_are_undone() -> None:
    quoted = html_part(
        "<p class=3Da>=D8=A3=\r\n=D8=A8", "Content-Transfer-Encoding: quoted-printable\r\n"
    )
    packed = base64.encodebytes("<p>أب".encode()).decode()
    assert mhtml.read(message(quoted)).data.decode() == "<p class=a>أب"
    based = mhtml.read(message(html_part(packed, "Content-Transfer-Encoding: BASE64\r\n")))
    assert based.data.decode() == "<p>أب"


def test_the_container_gives_label_address_and_time() -> None:
    part = html_part("<p>1", "Content-Location: https://a.example/b\r\n").replace(
        "text/html", 'text/html; charset="Windows-1256"'
    )
    saved = mhtml.read(message(part, head="Date: Fri, 30 Aug 2024 20:54:29 +0200\r\n"))
    assert (saved.label, saved.claimed_url) == ("windows-1256", "https://a.example/b")
    assert saved.saved_at == datetime(2024, 8, 30, 18, 54, 29, tzinfo=UTC)


def test_the_address_of_the_snapshot_comes_first_and_must_be_of_the_web() -> None:
    part = html_part("<p>1", "Content-Location: https://a.example/part\r\n")
    head = "Snapshot-Content-Location: {}\r\n"
    assert (
        mhtml.read(message(part, head=head.format("https://a.example/x"))).claimed_url
        == "https://a.example/x"
    )
    assert mhtml.read(message(part, head=head.format("file:///etc/passwd"))).claimed_url == ""


def test_files_are_found_in_the_archive_alone() -> None:
    saved = mhtml.read(
        message(
            html_part("<p>1", "Content-Location: https://a.example/news/1\r\n"),
            image_part("Content-Location: https://a.example/img/a.png\r\n"),
            image_part("Content-Location: img/b.png\r\n"),
            image_part("Content-ID: <c@x>\r\n"),
        )
    )
    found = (
        "https://a.example/img/a.png",
        "/img/a.png",
        "img/b.png",
        "../img/a.png#x",
        "cid:c@x",
        "CID:c%40x",
    )
    assert [saved.file(address) for address in found] == [PNG] * len(found)
    missing = (
        "https://a.example/c.png",
        "cid:",
        "cid:d",
        "http://[",
        "file:///etc/passwd",
        "c@x",
    )
    assert [saved.file(address) for address in missing] == [None] * len(missing)


def test_an_archive_cut_short_opens_with_a_note() -> None:
    data = message(html_part("<p>1 and so on"), image_part(""))
    saved = mhtml.read(data[:-60])
    assert saved.data == b"<p>1 and so on"
    assert saved.notes == (Message(code="note_truncated"),)


def test_base64_cut_short_gives_what_there_is() -> None:
    packed = base64.b64encode(b"<p>news" * 20).decode()[:-3]
    saved = mhtml.read(message(html_part(packed, "Content-Transfer-Encoding: base64\r\n")))
    assert (b"<p>news" * 20).startswith(saved.data)


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (hostile_files.deep_mime, "mhtml_too_deep"),
        (lambda: hostile_files.many_parts(6_000), "mhtml_too_many_parts"),
        (hostile_files.bad_base64, "mhtml_bad_base64"),
        (lambda: message(html_part("").replace("html", "html" + ";a=b" * 9_000)), "mhtml_damaged"),
        (hostile_files.no_html_part, "mhtml_without_page"),
        (hostile_files.no_boundary, "mhtml_without_page"),
    ],
)
def test_a_damaged_or_hostile_mhtml_file_is_a_clear_error(
    made: Callable[[], bytes], code: str
) -> None:
    with pytest.raises(DamagedContainerError) as caught:
        mhtml.read(made())
    assert caught.value.message.code == code


def test_messages_nested_without_saying_so_do_not_exhaust_the_stack() -> None:
    opened = "".join(
        f"--b{n}\r\n\r\nContent-Type: multipart/digest; boundary=b{n + 1}\r\n\r\n"
        for n in range(500)
    )
    data = (
        f"MIME-Version: 1.0\r\nContent-Type: multipart/digest; boundary=b0\r\n\r\n{opened}".encode()
    )
    with pytest.raises(DamagedContainerError):
        mhtml.read(data)


# Web archives


def archive(**main: object) -> bytes:
    return plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)


def test_a_web_archive_gives_page_label_and_address() -> None:
    saved = webarchive.read(variants.webarchive())
    assert saved.data.startswith(b"<!DOCTYPE html>")
    assert (saved.label, saved.claimed_url) == ("UTF-8", variants.URL)


def test_a_web_archive_may_be_written_as_xml() -> None:
    data = plistlib.dumps({"WebMainResource": {"WebResourceData": b"<p>1"}})
    assert webarchive.read(data).data == b"<p>1"


def test_the_files_of_a_web_archive_are_found_by_their_address() -> None:
    saved = webarchive.read(variants.webarchive())
    path = variants.ORIGINS[variants.PICTURE][0]
    data = variants.saved_file(variants.PICTURE)
    assert saved.file(path) == saved.file(variants.SITE + path) == data
    assert saved.file("/no.png") is None


def test_an_address_that_is_not_of_the_web_is_not_believed() -> None:
    saved = webarchive.read(
        archive(WebResourceData=b"<p>1", WebResourceURL="file:///Users/x/a.html")
    )
    assert saved.claimed_url == ""


def test_odd_values_in_a_web_archive_do_no_harm() -> None:
    main = {"WebResourceData": b"<p>1", "WebResourceURL": 7, "WebResourceTextEncodingName": [1]}
    files = [
        7,
        {"WebResourceURL": "a"},
        {"WebResourceData": b"x"},
        {"WebResourceURL": "b", "WebResourceData": "x"},
    ]
    for odd in (files, {"a": 1}):
        data = plistlib.dumps(
            {"WebMainResource": main, "WebSubresources": odd}, fmt=plistlib.FMT_BINARY
        )
        saved = webarchive.read(data)
        assert (saved.label, saved.claimed_url, saved.file("a"), saved.file("b")) == (
            None,
            "",
            None,
            None,
        )


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (hostile_files.deep_plist, "webarchive_too_deep"),
        (hostile_files.cyclic_plist, "webarchive_without_page"),
        (hostile_files.hungry_plist, "webarchive_damaged"),
        (hostile_files.plist_of_something_else, "webarchive_without_page"),
        (hostile_files.plist_with_text_as_data, "webarchive_without_page"),
        (lambda: plistlib.dumps([1], fmt=plistlib.FMT_BINARY), "webarchive_without_page"),
        (lambda: plistlib.dumps([0.1] * 60_000, fmt=plistlib.FMT_XML), "webarchive_damaged"),
        (lambda: hostile_files.truncated(variants.webarchive()), "webarchive_damaged"),
        (lambda: b'<!DOCTYPE plist PUBLIC "a" "b"><plist><dict>', "webarchive_damaged"),
        (lambda: b'<!DOCTYPE plist [<!ENTITY a "b">]><plist></plist>', "webarchive_damaged"),
    ],
)  # fmt: skip
def test_a_damaged_or_hostile_web_archive_is_a_clear_error(
    made: Callable[[], bytes], code: str
) -> None:
    with pytest.raises(DamagedContainerError) as caught:
        webarchive.read(made())
    assert caught.value.message.code == code


# Other forms


@pytest.mark.parametrize("form", hostile_files.OTHER_FORMS)
def test_a_known_other_form_is_refused_by_its_name(form: str) -> None:
    with pytest.raises(UnsupportedFormatError) as caught:
        refuse_foreign(hostile_files.OTHER_FORMS[form]())
    assert caught.value.message.params == {"format": form.upper()}


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"\n%PDF-1.4", "PDF", DOCUMENT),
        (b"{\\rtf1\\ansi", "RTF", DOCUMENT),
        (b"PK\x03\x04word/document.xml", "Word", DOCUMENT),
        (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument", "OpenDocument", DOCUMENT),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Microsoft Office", DOCUMENT),
        (gzip.compress(b"WARC/1.0\r\n"), "WARC", "format_archive"),
        (gzip.compress(b"<html>"), "gzip", "format_archive"),
        (b"\x1f\x8b\x08broken", "gzip", "format_archive"),
        (b"Rar!\x1a\x07\x00", "RAR", "format_archive"),
        (PNG, "PNG", "format_image"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "WebP", "format_image"),
        (b"\x00\x00\x00\x20ftypisom", "MP4", "format_media"),
        (b"ID3\x04", "MP3", "format_media"),
    ],
)  # fmt: skip
def test_each_kind_of_other_form_says_what_to_do(data: bytes, name: str, code: str) -> None:
    with pytest.raises(UnsupportedFormatError) as caught:
        refuse_foreign(data)
    assert caught.value.message == Message(code=code, params={"format": name})


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(UnsupportedFormatError) as caught:
        refuse_foreign(bytes(range(256)) * 40)
    assert caught.value.message.code == "format_unknown"


@pytest.mark.parametrize(
    "data",
    [
        b"", b"news", "خبر".encode(), "خبر".encode("cp1256"), "خبر عاجل من بغداد".encode("utf-16"),
        "خبر عاجل من بغداد اليوم".encode("utf-16-le"), b"<p>a\x00b\x01c</p>" + b"x" * 100,
        b"ID3 is a tag",
    ],
)  # fmt: skip
def test_text_in_any_encoding_is_let_through(data: bytes) -> None:
    assert refuse_foreign(data) is None
