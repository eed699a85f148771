"""The raster images of a page."""

from __future__ import annotations

import base64
import hashlib
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ingest import images as images_module
from reader.ingest.container import no_files
from reader.ingest.images import Images, Picture, measure
from tests.support import hostile
from tests.support.hostile import png

PNG = png(3, 2)
SHA256 = hashlib.sha256(PNG).hexdigest()
GIF = b"GIF89a" + struct.pack("<HH", 7, 5) + bytes(4)
JPEG = (
    b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(10) + b"\xff\xff\xdb\x00\x04\x00\x00"
    b"\xff\xc2\x00\x11\x08" + struct.pack(">HH", 9, 11) + bytes(12)
)
WEBP = b"RIFF\x00\x00\x00\x00WEBP"
WEBP_LOSSY = WEBP + b"VP8 " + bytes(7) + b"\x9d\x01\x2a" + struct.pack("<HH", 320 | 0x4000, 200)
WEBP_LOSSLESS = WEBP + b"VP8L" + bytes(4) + b"\x2f" + struct.pack("<I", 319 | 199 << 14)
WEBP_EXTENDED = WEBP + b"VP8X" + bytes(8) + b"\x3f\x01\x00\xc7\x00\x00"


def data_uri(data: bytes, head: str = "image/png;base64") -> str:
    return f"data:{head},{base64.b64encode(data).decode()}"


@pytest.mark.parametrize(
    ("data", "picture"),
    [
        (PNG, Picture("image/png", 3, 2)),
        (GIF, Picture("image/gif", 7, 5)),
        (JPEG, Picture("image/jpeg", 11, 9)),
        (WEBP_LOSSY, Picture("image/webp", 320, 200)),
        (WEBP_LOSSLESS, Picture("image/webp", 320, 200)),
        (WEBP_EXTENDED, Picture("image/webp", 320, 200)),
    ],
)
def test_kind_and_size_are_read_from_the_header(data: bytes, picture: Picture) -> None:
    assert measure(data) == picture


@pytest.mark.parametrize(
    "data",
    [
        b"", b"<svg/>", b"BM", b"\x89PNG\r\n\x1a\n1234nope", JPEG[:20],
        b"\xff\xd8\xff\xe0\x00\x00", WEBP + b"ALPH",
    ],
)  # fmt: skip
def test_bytes_without_a_known_header_are_no_picture(data: bytes) -> None:
    assert measure(data) is None


@given(
    st.sampled_from([PNG, GIF, JPEG, WEBP_LOSSY, WEBP]), st.integers(0, 60), st.binary(max_size=20)
)
def test_a_damaged_header_never_fails(data: bytes, at: int, noise: bytes) -> None:
    picture = measure(data[:at] + noise)
    assert picture is None or picture.width >= 0


def test_a_picture_of_the_page_becomes_an_asset() -> None:
    images = Images({"a.png": PNG}.get)
    assert images.resolve("a.png") == SHA256
    [asset] = images.assets({SHA256})
    assert (asset.sha256, asset.media_type, asset.width, asset.height) == (
        SHA256,
        "image/png",
        3,
        2,
    )
    assert asset.data == PNG


def test_only_assets_that_are_wanted_are_given() -> None:
    images = Images({"a.png": PNG, "b.gif": GIF}.get)
    images.resolve("a.png")
    assert images.resolve("b.gif") is not None
    assert [asset.sha256 for asset in images.assets({SHA256})] == [SHA256]
    assert images.assets(set()) == ()


def test_the_same_picture_twice_is_one_asset() -> None:
    images = Images({"a.png": PNG, "b.png": PNG}.get)
    assert images.resolve("a.png") == images.resolve("b.png") == SHA256
    assert len(images.assets({SHA256})) == 1


@pytest.mark.parametrize(
    "uri",
    [
        data_uri(PNG),
        data_uri(PNG).rstrip("="),
        data_uri(PNG, "IMAGE/PNG; BASE64"),
        data_uri(PNG, ";base64"),
        " " + data_uri(PNG)[:40] + "\n " + data_uri(PNG)[40:],
        data_uri(PNG).replace("+", "%2B").replace("=", "%3d"),
    ],
)
def test_a_picture_within_the_address_is_accepted(uri: str) -> None:
    assert Images(no_files).resolve(uri) == SHA256


@pytest.mark.parametrize(
    "uri",
    [
        "data:",
        "data:image/png;base64",
        "data:image/png;base64,****",
        "data:,x",
        "data:;base64," + "%41" * 1_001,
    ],
)
def test_a_broken_data_address_leaves_a_placeholder(uri: str) -> None:
    assert Images(no_files).resolve(uri) is None


@pytest.mark.parametrize("name", hostile.PICTURES)
def test_a_hostile_picture_leaves_a_placeholder(name: str) -> None:
    data = hostile.PICTURES[name]()
    assert Images({"a.png": data}.get).resolve("a.png") is None
    assert Images(no_files).resolve(data_uri(data)) is None


@pytest.mark.parametrize("size", [(0, 5), (1, 1), (1, 300), (300, 1)])
def test_a_picture_of_hardly_any_area_leaves_a_placeholder(size: tuple[int, int]) -> None:
    assert Images({"a.png": png(*size)}.get).resolve("a.png") is None


def test_a_picture_over_the_size_limit_leaves_a_placeholder(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(images_module, "MAX_IMAGE_BYTES", len(PNG) - 1)
    assert Images({"a.png": PNG}.get).resolve("a.png") is None


def test_all_pictures_together_are_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images_module, "MAX_IMAGES_BYTES", len(PNG) + 1)
    images = Images({"a.png": PNG, "b.gif": GIF, "c.png": PNG}.get)
    assert [images.resolve(name) for name in ("a.png", "b.gif", "c.png")] == [SHA256, None, SHA256]


def test_only_so_many_addresses_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images_module, "MAX_IMAGES", 2)
    asked: list[str] = []

    def read(address: str) -> bytes | None:
        asked.append(address)
        return PNG

    images = Images(read)
    answers = [images.resolve(name) for name in ("a", "b", "a", "c")]
    assert answers == [SHA256, SHA256, SHA256, None]
    assert asked == ["a", "b"]
