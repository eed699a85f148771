"""The images of an article."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage

from reader.gui.page.pictures import MAX_IMAGES, Pictures
from reader.model.article import Asset
from tests.support.hostile import huge_png, png

COLUMN = 600


def an_asset(data: bytes, media_type: str = "image/png", name: str = "a") -> Asset:
    return Asset(sha256=name, media_type=media_type, width=1, height=1, data=data)


def encoded(form: str, width: int = 40, height: int = 20) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, form)
    return data.data()


@pytest.mark.parametrize("form", ["png", "jpeg", "webp"])
def test_raster_images_are_shown_in_their_own_size(qapp, form):
    pictures = Pictures([an_asset(encoded(form), f"image/{form}")])
    assert pictures.size("a", COLUMN) == QSize(40, 20)
    assert pictures.image("a").size() == QSize(40, 20)


def test_a_wide_image_is_fitted_into_the_column_and_decoded_no_larger(qapp):
    pictures = Pictures([an_asset(png(4000, 400))])
    assert pictures.size("a", COLUMN) == QSize(600, 60)
    assert pictures.image("a").size() == QSize(600, 60)


def test_an_endless_image_is_not_endlessly_high(qapp):
    pictures = Pictures([an_asset(png(100, 9000))])
    assert pictures.size("a", COLUMN).height() == 4 * COLUMN


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        pytest.param(huge_png(), "image/png", id="too many pixels"),
        pytest.param(b"<svg/>", "image/svg+xml", id="svg"),
        pytest.param(b"<svg/>", "image/png", id="svg that says png"),
        pytest.param(b"", "image/gif", id="nothing at all"),
    ],
)
def test_what_is_no_safe_image_has_no_size(qapp, data, media_type):
    assert Pictures([an_asset(data, media_type)]).size("a", COLUMN) is None


def test_a_truncated_image_is_blank_rather_than_an_error(qapp):
    pictures = Pictures([an_asset(png(40, 40)[:45])])
    assert pictures.size("a", COLUMN) == QSize(40, 40)
    assert pictures.image("a").size() == QSize(1, 1)


def test_an_image_that_was_never_measured_is_blank(qapp):
    assert Pictures([an_asset(png(40, 40))]).image("a").size() == QSize(1, 1)


def test_few_decoded_images_are_kept(qapp):
    assets = [an_asset(png(4, 4), name=str(n)) for n in range(100)]
    pictures = Pictures(assets)
    for asset in assets:
        pictures.size(asset.sha256, COLUMN)
        pictures.image(asset.sha256)
    assert len(pictures._decoded) <= 32
    assert pictures.image("99") == pictures.image("99")


def test_more_images_than_a_page_may_have_are_left_out(qapp):
    assets = [an_asset(png(4, 4), name=str(n)) for n in range(MAX_IMAGES + 1)]
    pictures = Pictures(assets)
    assert pictures.size(str(MAX_IMAGES), COLUMN) is None
