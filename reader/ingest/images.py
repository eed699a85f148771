"""The page's local raster images: recognised by their bytes, measured by their header.

PNG, JPEG, GIF and WebP only. Never SVG: a 2 KB file of nested `<use>` hangs a renderer, and
`<image href>` reads files. The headers are read here and nothing is decoded, so a picture that
says it is 20,000 pixels square costs nothing.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from collections.abc import Callable
from typing import Final, NamedTuple
from urllib.parse import unquote_to_bytes

from reader.ingest.addresses import normal, scheme
from reader.ingest.limits import (
    MAX_IMAGE_BYTES,
    MAX_IMAGES,
    MAX_IMAGES_BYTES,
    MAX_PIXELS,
)
from reader.model.article import Asset

_DATA_URI: Final = re.compile(r"data:[^,]{0,200};\s*base64\s*,", re.IGNORECASE)
_MAX_ESCAPES: Final = 1_000  # in Base64 there is little to escape, and each costs an object
_WHITE: Final = b" \t\r\n\x0c"


class Picture(NamedTuple):
    """What an image's header says. Sizes in pixels."""

    media_type: str
    width: int
    height: int

    @property
    def is_shown(self) -> bool:
        """One pixel either way counts readers or keeps a place; too many fill the memory."""
        return min(self.width, self.height) > 1 and self.width * self.height <= MAX_PIXELS


class Images:
    """The images of one page. `read` gives the bytes behind an address that the page wrote."""

    def __init__(self, read: Callable[[str], bytes | None]) -> None:
        self._read = read
        self._assets: dict[str, Asset] = {}
        self._answers: dict[str, str | None] = {}
        self._bytes = 0

    def resolve(self, source: str) -> str | None:
        """The SHA-256 of the accepted image behind `source`; None leaves a placeholder."""
        if source not in self._answers:
            if len(self._answers) >= MAX_IMAGES:
                return None
            self._answers[source] = self._accept(source)
        return self._answers[source]

    def assets(self, wanted: set[str]) -> tuple[Asset, ...]:
        """The accepted images whose SHA-256 is in `wanted`, in the order they were asked for."""
        return tuple(asset for sha256, asset in self._assets.items() if sha256 in wanted)

    def _accept(self, source: str) -> str | None:
        data = _embedded(source) if scheme(normal(source)) == "data" else self._read(source)
        if not data or len(data) > MAX_IMAGE_BYTES:
            return None
        sha256 = hashlib.sha256(data).hexdigest()
        if sha256 in self._assets:
            return sha256
        picture = measure(data)
        if picture is None or not picture.is_shown:
            return None
        if self._bytes + len(data) > MAX_IMAGES_BYTES:
            return None
        self._bytes += len(data)
        self._assets[sha256] = Asset(
            sha256=sha256,
            media_type=picture.media_type,
            width=picture.width,
            height=picture.height,
            data=data,
        )
        return sha256


def _embedded(uri: str) -> bytes | None:
    """The bytes of a Base64 data URI (https://fetch.spec.whatwg.org/#data-url-processor)."""
    uri = normal(uri)
    match = _DATA_URI.match(uri)
    if match is None or uri.count("%") > _MAX_ESCAPES:
        return None
    packed = unquote_to_bytes(uri[match.end() :]).translate(None, _WHITE).rstrip(b"=")
    try:
        return base64.b64decode(packed + b"=" * (-len(packed) % 4), validate=True)
    except binascii.Error:
        return None


def measure(data: bytes) -> Picture | None:
    """The kind and size of an image by its first bytes; None if it is no known raster image."""
    for magic, media_type, size in _KINDS:
        if magic.match(data):
            found = size(data)
            return Picture(media_type, *found) if found else None
    return None


_Size = tuple[int, int]


def _png(data: bytes) -> _Size | None:
    """From the IHDR chunk (https://www.w3.org/TR/png-3/#11IHDR)."""
    return (_big(data, 16, 4), _big(data, 20, 4)) if data[12:16] == b"IHDR" else None


def _gif(data: bytes) -> _Size | None:
    """From the screen descriptor (https://www.w3.org/Graphics/GIF/spec-gif89a.txt, 18)."""
    return _little(data, 6, 2), _little(data, 8, 2)


def _jpeg(data: bytes) -> _Size | None:
    """From the first frame header (https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.2.2)."""
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # padding
            at += 1
        elif 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            return _big(data, at + 7, 2), _big(data, at + 5, 2)
        else:
            at += 2 + max(2, _big(data, at + 2, 2))
    return None


def _webp(data: bytes) -> _Size | None:
    """From the first chunk (https://developers.google.com/speed/webp/docs/riff_container)."""
    form = data[12:16]
    if form == b"VP8X":
        return _little(data, 24, 3) + 1, _little(data, 27, 3) + 1
    if form == b"VP8L":
        bits = _little(data, 21, 4)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if form == b"VP8 ":
        return _little(data, 26, 2) & 0x3FFF, _little(data, 28, 2) & 0x3FFF
    return None


def _big(data: bytes, at: int, size: int) -> int:
    return int.from_bytes(data[at : at + size], "big")


def _little(data: bytes, at: int, size: int) -> int:
    return int.from_bytes(data[at : at + size], "little")


_KINDS: Final[tuple[tuple[re.Pattern[bytes], str, Callable[[bytes], _Size | None]], ...]] = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "image/png", _png),
    (re.compile(rb"\xff\xd8\xff"), "image/jpeg", _jpeg),
    (re.compile(rb"GIF8[79]a"), "image/gif", _gif),
    (re.compile(rb"RIFF.{4}WEBP", re.DOTALL), "image/webp", _webp),
)
