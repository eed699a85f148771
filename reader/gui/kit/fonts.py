"""The faces of the program: bundled, so that Arabic looks the same on every system."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import fontpkg_amiri
import fontpkg_ibm_plex_sans_arabic
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

if TYPE_CHECKING:
    from typing import Protocol

    class TypeSettings(Protocol):
        """Of the settings, what says how an article is set."""

        @property
        def face(self) -> str: ...
        @property
        def size(self) -> float: ...
        @property
        def line_height(self) -> float: ...
        @property
        def measure(self) -> int: ...


INTERFACE: Final = "IBM Plex Sans Arabic"
INTERFACE_SIZE: Final = 14
"""Of the interface's text, in pixels of the logical screen."""

USUAL: Final = 100
"""The zoom of an article that nobody has zoomed, in percent."""

_NASKH: Final = ("Noto Naskh Arabic", "Amiri")
_PIXELS_PER_POINT: Final = 96 / 72
_WEIGHTS: Final = ("Regular", "Medium", "SemiBold", "Bold")
_SCALES: Final = {"Amiri": 1.15}
"""Faces that draw their letters small for their size."""


class Face(StrEnum):
    """The reading faces that come with the program; any installed family's name serves too."""

    NASKH = "naskh"
    SANS = "sans"


def load_fonts() -> None:
    """Make the bundled faces known to Qt. Needs a QGuiApplication; a second call is harmless.

    Raises:
        RuntimeError: a face cannot be loaded, which is a defect of the build.
    """
    _naskh.cache_clear()
    for family, files in ((fontpkg_amiri.FAMILY, _amiri()), (INTERFACE, _plex())):
        if QFontDatabase.hasFamily(family):
            continue
        for path in files:
            if QFontDatabase.addApplicationFont(str(path)) < 0:
                raise RuntimeError(f"cannot load the font {path.name}")


def _amiri() -> Iterator[Path]:
    yield from (Path(fontpkg_amiri.ROOT) / "files").glob("*.ttf")


def _plex() -> Iterator[Path]:
    files = Path(fontpkg_ibm_plex_sans_arabic.ROOT) / "files"
    yield from (files / f"IBMPlexSansArabic-{weight}.ttf" for weight in _WEIGHTS)


def interface_font() -> QFont:
    font = QFont(INTERFACE)
    font.setPixelSize(INTERFACE_SIZE)
    return font


def family_of(face: str) -> str:
    """The family that stands behind a face: the naskh one may be the system's own."""
    if face == Face.SANS:
        return INTERFACE
    if face != Face.NASKH:
        return face
    return _naskh()


@cache
def _naskh() -> str:
    # Asked once: Qt looks through all families each time, and each article asks dozens of times.
    return next((family for family in _NASKH if QFontDatabase.hasFamily(family)), _NASKH[-1])


class Typography(NamedTuple):
    """How an article is set."""

    face: str = Face.NASKH
    size: float = 14
    """In points, as a face of common proportions would show it."""
    line_height: float = 1.75
    """In multiples of the letters' size."""
    measure: int = 34
    """The width of the column in ems of `size`."""

    @property
    def em(self) -> int:
        """The size in pixels of the logical screen."""
        return round(self.size * _PIXELS_PER_POINT)

    @property
    def pixels(self) -> int:
        """The size that the face is set in, so that its letters look as large as others'."""
        return round(self.em * _SCALES.get(family_of(self.face), 1))

    @property
    def column(self) -> int:
        """The width of the column in pixels of the logical screen."""
        return self.em * self.measure

    @property
    def line_percent(self) -> float:
        """The line height in percent of what the face asks for."""
        own = QFontMetricsF(self.font()).lineSpacing()
        return 100 * self.line_height * self.pixels / own if own > 0 else 100

    def font(self) -> QFont:
        font = QFont(family_of(self.face))
        font.setPixelSize(self.pixels)
        return font


def typography_of(settings: TypeSettings, zoom: int = USUAL) -> Typography:
    """How an article is set by the settings, at a zoom in percent."""
    return Typography(
        face=settings.face or Face.NASKH,
        size=settings.size * zoom / USUAL,
        line_height=settings.line_height,
        measure=settings.measure,
    )
