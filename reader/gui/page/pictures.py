"""The images of an article, decoded late and warily.

Only raster formats that were recognised by their content, by an explicit decoder, and only after
the size that the file states has been found bearable.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageReader

if TYPE_CHECKING:
    from reader.model.seen import Asset


MAX_PIXELS: Final = 20_000_000
MAX_IMAGES: Final = 2_000
_MAX_TALLNESS: Final = 4
"""An image is at most this many columns high."""
_KEPT: Final = 32
_FORMATS: Final = {
    "image/png": b"png",
    "image/jpeg": b"jpeg",
    "image/gif": b"gif",
    "image/webp": b"webp",
}


def blank() -> QImage:
    """One transparent pixel: what a document gets for whatever is none of our images."""
    image = QImage(1, 1, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    return image


class Pictures:
    """Images by the SHA-256 of their bytes; a few decoded ones are kept."""

    def __init__(self, assets: Iterable[Asset]) -> None:
        self._assets = {a.sha256: a for a in islice(assets, MAX_IMAGES)}
        self._sizes: dict[str, QSize] = {}
        self._decoded: OrderedDict[str, QImage] = OrderedDict()

    @property
    def in_use(self) -> bool:
        """Whether an image has been given a size."""
        return bool(self._sizes)

    def size(self, sha256: str, column: int) -> QSize | None:
        """The size to show an image in, within a column; None where it is not to be shown."""
        asset = self._assets.get(sha256)
        stated = _stated_size(asset) if asset and asset.media_type in _FORMATS else QSize()
        if not stated.isValid() or not 0 < stated.width() * stated.height() <= MAX_PIXELS:
            return None
        bounds = QSize(min(column, stated.width()), column * _MAX_TALLNESS)
        fitted = stated.scaled(bounds, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
        self._sizes[sha256] = fitted
        return fitted

    def image(self, sha256: str) -> QImage:
        """The decoded image, or a blank one where it cannot be had."""
        if sha256 not in self._sizes:
            return blank()
        image = self._decoded.pop(sha256, None) or self._decode(sha256)
        self._decoded[sha256] = image
        if len(self._decoded) > _KEPT:
            self._decoded.popitem(last=False)
        return image

    def _decode(self, sha256: str) -> QImage:
        reader, _buffer = _open(self._assets[sha256])
        # As the screen has it, since a document draws images without smoothing them.
        density = max(screen.devicePixelRatio() for screen in QGuiApplication.screens())
        reader.setScaledSize(self._sizes[sha256] * density)
        image = reader.read()
        return blank() if image.isNull() else image


def _stated_size(asset: Asset) -> QSize:
    reader, _buffer = _open(asset)
    return reader.size()


def _open(asset: Asset) -> tuple[QImageReader, QBuffer]:
    """A reader of the asset's bytes, and the buffer that must live as long as the reader."""
    buffer = QBuffer()
    buffer.setData(QByteArray(asset.data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(_FORMATS[asset.media_type]))
    reader.setAutoDetectImageFormat(False)
    reader.setDecideFormatFromContent(False)
    return reader, buffer
