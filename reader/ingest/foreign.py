"""Files of other forms, refused with a message that names the form and says what to do."""

from __future__ import annotations

import re
import zlib
from typing import Final, NamedTuple

from reader.ingest.charset import utf16_by_pattern
from reader.ingest.errors import UnsupportedFormatError
from reader.ingest.limits import PATTERN_BYTES


class _Form(NamedTuple):
    """A form's own name, and the code that says what to do with such a file."""

    name: str
    code: str


_DOCUMENT, _ARCHIVE = "format_document", "format_archive"
_IMAGE, _MEDIA = "format_image", "format_media"

_MAGIC: Final[tuple[tuple[bytes, _Form], ...]] = (
    (rb"\s{0,64}%PDF-", _Form("PDF", _DOCUMENT)),
    (rb"\{\\rtf", _Form("RTF", _DOCUMENT)),
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _Form("Microsoft Office", _DOCUMENT)),
    (rb"%!PS", _Form("PostScript", _DOCUMENT)),
    (rb"AT&TFORM", _Form("DjVu", _DOCUMENT)),
    (rb".{60}BOOKMOBI", _Form("Kindle", _DOCUMENT)),
    (rb"WARC/\d", _Form("WARC", _ARCHIVE)),
    (rb"7z\xbc\xaf\x27\x1c", _Form("7-Zip", _ARCHIVE)),
    (rb"Rar!\x1a\x07", _Form("RAR", _ARCHIVE)),
    (rb"BZh[1-9]1AY", _Form("bzip2", _ARCHIVE)),
    (rb"\xfd7zXZ\x00", _Form("xz", _ARCHIVE)),
    (rb"\x28\xb5\x2f\xfd", _Form("Zstandard", _ARCHIVE)),
    (rb".{257}ustar", _Form("tar", _ARCHIVE)),
    (rb"ITSF", _Form("CHM", _ARCHIVE)),
    (rb"\x89PNG\r\n", _Form("PNG", _IMAGE)),
    (rb"\xff\xd8\xff", _Form("JPEG", _IMAGE)),
    (rb"GIF8[79]a", _Form("GIF", _IMAGE)),
    (rb"RIFF.{4}WEBP", _Form("WebP", _IMAGE)),
    (rb"BM.{4}\x00{4}", _Form("BMP", _IMAGE)),
    (rb"II\*\x00|MM\x00\*", _Form("TIFF", _IMAGE)),
    (rb"\x00\x00[\x01\x02]\x00", _Form("ICO", _IMAGE)),
    (rb".{4}ftyp(?:avif|heic|heix|mif1)", _Form("AVIF, HEIC", _IMAGE)),
    (rb".{4}ftyp", _Form("MP4", _MEDIA)),
    (rb"RIFF.{4}(?:AVI |WAVE)", _Form("AVI, WAV", _MEDIA)),
    (rb"ID3[\x02-\x04]|\xff[\xfa\xfb\xf3\xf2]", _Form("MP3", _MEDIA)),
    (rb"OggS", _Form("Ogg", _MEDIA)),
    (rb"fLaC", _Form("FLAC", _MEDIA)),
    (rb"\x1a\x45\xdf\xa3", _Form("WebM, Matroska", _MEDIA)),
)
_FORMS: Final = tuple((re.compile(magic, re.DOTALL), form) for magic, form in _MAGIC)

_ZIP: Final = b"PK\x03\x04"
_ZIP_MEMBERS: Final[tuple[tuple[bytes, _Form], ...]] = (
    (b"mimetypeapplication/epub+zip", _Form("EPUB", _DOCUMENT)),
    (b"mimetypeapplication/vnd.oasis.opendocument", _Form("OpenDocument", _DOCUMENT)),
    (b"word/document.xml", _Form("Word", _DOCUMENT)),
    (b"xl/workbook.xml", _Form("Excel", _DOCUMENT)),
    (b"ppt/presentation.xml", _Form("PowerPoint", _DOCUMENT)),
    (b"datapackage.json", _Form("WACZ", _ARCHIVE)),
    (b"index.rdf", _Form("MAFF", _ARCHIVE)),
)
_GZIP: Final = b"\x1f\x8b\x08"
_CONTROLS: Final = bytes({*range(0x20)} - set(b"\t\n\x0c\r\x1b"))
_BINARY_SHARE: Final = 0.1  # of controls in a text: a damaged page has a few, a program a third


def refuse_foreign(data: bytes) -> None:
    """Raises what a person needs to know of a file that is no saved page.

    Raises:
        UnsupportedFormatError: `data` is of a known other form, or no text at all.
    """
    form = _form(data)
    if form is not None:
        raise UnsupportedFormatError(form.code, format=form.name)
    if _is_binary(data[:PATTERN_BYTES]):
        raise UnsupportedFormatError("format_unknown")


def _form(data: bytes) -> _Form | None:
    if data.startswith(_ZIP):
        found = (form for member, form in _ZIP_MEMBERS if member in data)
        return next(found, _Form("ZIP", _ARCHIVE))
    if data.startswith(_GZIP):
        return _Form("WARC" if _unpacked(data).startswith(b"WARC/") else "gzip", _ARCHIVE)
    return next((form for magic, form in _FORMS if magic.match(data)), None)


def _unpacked(data: bytes) -> bytes:
    """The first bytes of what is packed."""
    try:
        return zlib.decompressobj(wbits=31).decompress(data[:PATTERN_BYTES], 16)
    except zlib.error:
        return b""


def _is_binary(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or utf16_by_pattern(head):
        return False
    return len(head) - len(head.translate(None, _CONTROLS)) > _BINARY_SHARE * len(head)
