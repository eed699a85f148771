"""Nasty files: encodings that lie, containers that nest or break, names that mislead.

The pages inside are those of `hostile.page`. Sizes are in bytes of the file unless said otherwise.
"""

from __future__ import annotations

import io
import plistlib
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

from tests.support.hostile import AFTER, PARAGRAPHS, TITLE, page

RLO = "\u202e"
URL = "https://www.baladi.example/news/17"

# Encodings: `PARAGRAPHS` and `AFTER` must come out right from each.


def _labelled(label: str) -> str:
    return page(head=f'<meta http-equiv="Content-Type" content="text/html; charset={label}">')


def utf8_labelled_1256() -> bytes:
    return _labelled("windows-1256").encode()


def cp1256_labelled_latin() -> bytes:
    return _labelled("iso-8859-1").encode("cp1256")


def cp1256_labelled_utf8() -> bytes:
    return _labelled("utf-8").encode("cp1256")


def cp1256_in_script(size: int = 200_000) -> bytes:
    """windows-1256 without a label, drowned in ASCII script."""
    script = "var counter = counter + 1; /* nothing to see */\n" * (size // 48)
    return page(head=f"<script>{script}</script>").encode("cp1256")


def utf8_with_three_bad_bytes() -> bytes:
    good = page().encode()
    spots = [good.index(text.encode()) for text in (*PARAGRAPHS[1:], AFTER)]
    for spot in reversed(spots):
        good = good[:spot] + b"\xff " + good[spot:]
    return good


def utf16_without_bom(codec: str = "utf-16-le") -> bytes:
    return page(head="").encode(codec)


ENCODINGS: dict[str, Callable[[], bytes]] = {
    "utf8_labelled_1256": utf8_labelled_1256,
    "cp1256_labelled_latin": cp1256_labelled_latin,
    "cp1256_labelled_utf8": cp1256_labelled_utf8,
    "cp1256_in_script": cp1256_in_script,
    "utf8_with_three_bad_bytes": utf8_with_three_bad_bytes,
    "utf16le_without_bom": utf16_without_bom,
    "utf16be_without_bom": lambda: utf16_without_bom("utf-16-be"),
}


def mojibake() -> bytes:
    """UTF-8 that was once read as windows-1256 and saved so: repair is offered, never applied."""
    bytes_as_1256 = page(head="").encode().decode("cp1256")
    return f'<meta charset="utf-8">{bytes_as_1256}'.encode()


# MIME: a clear error, soon; or the page, where it can be found.

_MHTML_HEAD = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: {url}\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related; type="text/html"; boundary="{boundary}"\r\n\r\n'
)


def _mhtml(*parts: str, boundary: str = "b") -> bytes:
    body = "".join(f"--{boundary}\r\n{part}\r\n" for part in parts)
    return f"{_MHTML_HEAD.format(url=URL, boundary=boundary)}{body}--{boundary}--\r\n".encode()


def deep_mime(depth: int = 1_000) -> bytes:
    """Multiparts within one another, the page at the bottom."""
    opened = "".join(
        f'--b{n}\r\nContent-Type: multipart/related; boundary="b{n + 1}"\r\n\r\n'
        for n in range(depth)
    )
    closed = "".join(f"--b{n}--\r\n" for n in range(depth, -1, -1))
    inner = f"--b{depth}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page()}\r\n"
    return f"{_MHTML_HEAD.format(url=URL, boundary='b0')}{opened}{inner}{closed}".encode()


def many_parts(count: int = 100_000) -> bytes:
    """The page first, then that many empty parts."""
    return _mhtml(
        f"Content-Type: text/html; charset=utf-8\r\n\r\n{page()}",
        *["Content-Type: image/png\r\nContent-Location: x\r\n\r\n"] * count,
    )


def bad_base64() -> bytes:
    """A root part that calls itself base64 and is not."""
    return _mhtml(
        "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        "!!!! هذا ليس base64 !!!!"
    )


def no_html_part() -> bytes:
    return _mhtml("Content-Type: image/png\r\n\r\nx", "Content-Type: text/css\r\n\r\na{}")


def no_boundary() -> bytes:
    head = _MHTML_HEAD.format(url=URL, boundary="").replace('; boundary=""', "")
    return f"{head}{page()}".encode()


# Property lists, written by hand: plistlib refuses to write most of these.


def _bplist(objects: list[bytes], top: int = 0) -> bytes:
    """A binary property list of ready objects that refer to one another by two-byte numbers."""
    data, offsets = b"bplist00", []
    for made in objects:
        offsets.append(len(data))
        data += made
    table = b"".join(struct.pack(">I", offset) for offset in offsets)
    return data + table + struct.pack(">6xBBQQQ", 4, 2, len(objects), top, len(data))


def deep_plist(depth: int = 1_000) -> bytes:
    """Arrays of one array each, that many levels."""
    arrays = [b"\xa1" + struct.pack(">H", n + 1) for n in range(depth)]
    return _bplist([*arrays, b"\x09"])


def cyclic_plist() -> bytes:
    """A main resource that is its own main resource."""
    return _bplist([b"\xd1" + struct.pack(">HH", 1, 0), b"\x5f\x10\x0fWebMainResource"])


def hungry_plist() -> bytes:
    """An object that says it holds 2**60 bytes."""
    return _bplist([b"\x4f\x13" + struct.pack(">Q", 1 << 60)])


def plist_of_something_else() -> bytes:
    return plistlib.dumps({"CFBundleName": "Safari"}, fmt=plistlib.FMT_BINARY)


def plist_with_text_as_data() -> bytes:
    """The page's bytes are a string, where a webarchive has data."""
    main = {"WebResourceData": page(), "WebResourceMIMEType": 7, "WebResourceURL": ["x"]}
    return plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)


def truncated(data: bytes, share: float = 0.6) -> bytes:
    """The first part of `data`, as a broken download leaves it."""
    return data[: int(len(data) * share)]


BROKEN_CONTAINERS: dict[str, Callable[[], bytes]] = {
    made.__name__: made
    for made in (
        deep_mime, bad_base64, no_html_part, no_boundary,
        deep_plist, cyclic_plist, hungry_plist, plist_of_something_else, plist_with_text_as_data,
    )
}  # fmt: skip

NOTHING_TO_READ: dict[str, bytes] = {
    "empty": b"",
    "blank": b" \r\n\t\n",
    "bom_only": b"\xef\xbb\xbf",
    "no_text": b"<!DOCTYPE html><html><head><title></title></head><body></body></html>",
    "truncated_in_head": truncated(page().encode(), 0.03),
}


def _zip(*members: tuple[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in members:
            archive.writestr(name, data)
    return buffer.getvalue()


OTHER_FORMS: dict[str, Callable[[], bytes]] = {
    "pdf": lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n",
    "warc": lambda: b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n",
    "epub": lambda: _zip(("mimetype", b"application/epub+zip"), ("META-INF/container.xml", b"")),
    "wacz": lambda: _zip(("datapackage.json", b"{}"), ("archive/data.warc.gz", b"")),
    "maff": lambda: _zip(("1/index.rdf", b""), ("1/index.html", page().encode())),
    "zip": lambda: _zip(("page.html", page().encode())),
}
"""Known forms that are not read yet: the error names the form."""


# Names and titles that mislead the eye.


def rlo_title() -> bytes:
    return page(title=f"صورة {RLO}gpj.exe {TITLE}").encode()


def rlo_file(folder: Path) -> Path:
    path = folder / f"page{RLO}lmth.html"
    path.write_bytes(page().encode())
    return path
