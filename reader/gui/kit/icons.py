"""The icons: a few of Lucide's (ISC), drawn in the colours of the theme, mirrored where one points.

The files are used as they are published; their `currentColor` is replaced when one is drawn.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap, QTransform

from reader.gui.kit.theme import Theme
from reader.resource import resource

_POINTING: Final = frozenset(
    (
        *("undo-2", "redo-2", "arrow-left", "arrow-right", "chevron-left", "chevron-right"),
        *("list", "list-filter", "quote", "message-square-text", "library"),
        *("file-output", "folder-input", "panel-right", "split"),
    )
)
"""Icons that have a direction of reading: mirrored in a right-to-left interface."""
_SIZES: Final = (16, 20)
"""Of the icons on buttons and in menus, in pixels of the logical screen."""
_SWATCH: Final = 14
"""Likewise, of the square that shows a colour."""
_FINER: Final = 2
"""It is drawn finer than shown, for screens of any density."""


def icon(name: str, theme: Theme, role: str = "ink") -> QIcon:
    """The icon of that name, as the interface's direction has it now.

    Args:
        name: of a file under `resources/icons`, without `.svg`.
        theme: gives the colours.
        role: of the theme's colour to draw it in.

    Raises:
        FileNotFoundError: there is no such icon.
    """
    found = QIcon()
    app = QGuiApplication.instance()
    scale = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    for mode, drawn in ((QIcon.Mode.Normal, role), (QIcon.Mode.Disabled, "disabled")):
        for size in _SIZES:
            found.addPixmap(pixmap(name, theme, drawn, scale, size), mode)
    return found


def pixmap(
    name: str, theme: Theme, role: str = "ink", scale: float = 1.0, size: int = 18
) -> QPixmap:
    """One icon, `size` pixels of the logical screen wide, on a screen of that scale.

    Raises:
        FileNotFoundError: there is no such icon.
    """
    drawn = _drawn(name, theme.colour(role), round(size * scale))
    drawn.setDevicePixelRatio(scale)
    return drawn


@cache
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text("utf-8")


def _drawn(name: str, colour: QColor, size: int) -> QPixmap:
    rtl = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    drawn = QPixmap(size, size)
    drawn.fill(Qt.GlobalColor.transparent)
    with QPainter(drawn) as painter:
        paint_icon(painter, name, QRectF(0, 0, size, size), colour)
    return drawn.transformed(QTransform().scale(-1, 1)) if rtl and name in _POINTING else drawn


def paint_icon(painter: QPainter, name: str, box: QRectF, colour: QColor) -> None:
    """Paint one icon into a box.

    Raises:
        FileNotFoundError: there is no such icon.
    """
    from PySide6.QtSvg import QSvgRenderer  # a library of its own, which a page does without

    source = _source(name).replace("currentColor", colour.name())
    QSvgRenderer(QByteArray(source.encode())).render(painter, box)


def swatch(colour: str) -> QIcon:
    """A colour, `#rrggbb`, as a small square: that of a code, beside its name."""
    side = _SWATCH * _FINER
    drawn = QPixmap(side, side)
    drawn.fill(Qt.GlobalColor.transparent)
    with QPainter(drawn) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(2, 2, side - 4, side - 4, 6, 6)
    drawn.setDevicePixelRatio(_FINER)
    return QIcon(drawn)
