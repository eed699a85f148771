"""The marks at one place of the text as rows of a menu: each is reached, however many overlap."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final
from uuid import UUID

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu

from reader.gui.kit.theme import Theme
from reader.gui.page.mark_layout import PaintedMark
from reader.gui.page.mark_sample import paint_sample
from reader.text.bidi import isolate

_SAMPLE: Final = QSize(22, 18)
_DENSITY: Final = 2
_LONGEST: Final = 48
"""Code points of a mark's words in a row."""


def add_marks(
    menu: QMenu,
    marks: Iterable[PaintedMark],
    words: Callable[[PaintedMark], str],
    theme: Theme,
    chosen: Callable[[UUID], None],
) -> None:
    """Add a row for each mark: a sample of its look, what it is, and its words."""
    for mark in marks:
        text = " ".join(words(mark).split())
        text = isolate(text if len(text) <= _LONGEST else text[:_LONGEST] + "…")
        said = " · ".join([*mark.label.split("\n")[:2], text]).replace("&", "&&")
        action = menu.addAction(sample_icon(mark, theme), said)
        action.setIconVisibleInMenu(True)
        action.triggered.connect(lambda _=False, mark_id=mark.id: chosen(mark_id))


def sample_icon(mark: PaintedMark, theme: Theme, size: QSize = _SAMPLE) -> QIcon:
    """How a mark looks in the text, as an icon."""
    drawn = QPixmap(size * _DENSITY)
    drawn.setDevicePixelRatio(_DENSITY)
    drawn.fill(Qt.GlobalColor.transparent)
    with QPainter(drawn) as painter:
        paint_sample(painter, QRectF(0, 0, size.width(), size.height()), mark, theme)
    return QIcon(drawn)
