"""What a reading view has painted, pixel by pixel."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QColor, QImage, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from reader.gui.page.reading_view import ReadingView

Pixels = set[tuple[int, int]]
"""Columns and rows, in pixels of the picture."""


def grabbed(view: ReadingView, scale: float = 1) -> QImage:
    """The page from its top, without a caret, as a screen of that scale shows it."""
    view.verticalScrollBar().setValue(0)
    cursor = view.textCursor()
    cursor.setPosition(0)
    view.setTextCursor(cursor)
    view.clearFocus()  # no caret
    return as_shown(view, scale)


def as_shown(view: ReadingView, scale: float = 1) -> QImage:
    """What the view shows now, as a screen of that scale does."""
    image = QImage(view.viewport().size() * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    view.viewport().render(image)
    return image


def rows(image: QImage) -> list[list[int]]:
    """The pixels of an image, row by row."""
    return [row.tolist() for row in _rows(image)]


def _rows(image: QImage) -> list[memoryview]:
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    width, values = plain.width(), memoryview(bytes(plain.constBits())).cast("I")
    return [values[y * width : (y + 1) * width] for y in range(plain.height())]


def changed(before: QImage, after: QImage) -> Pixels:
    pairs = zip(_rows(before), _rows(after), strict=True)
    return {
        (x, y)
        for y, (one, other) in enumerate(pairs)
        if one.tobytes() != other.tobytes()
        for x, (old, new) in enumerate(zip(one, other, strict=True))
        if old != new
    }


def like(image: QImage, colour: QColor, tolerance: int = 12) -> Pixels:
    """The pixels that have a colour, or nearly: of letters, their strokes without the edges."""
    wanted = colour.red(), colour.green(), colour.blue()
    lines = [row.tolist() for row in _rows(image)]
    fitting = {
        pixel
        for pixel in set().union(*lines)
        if all(
            abs((pixel >> by & 0xFF) - w) <= tolerance
            for by, w in zip((16, 8, 0), wanted, strict=True)
        )
    }
    return {
        (x, y)
        for y, line in enumerate(lines)
        if not fitting.isdisjoint(line)
        for x, pixel in enumerate(line)
        if pixel in fitting
    }


def runs(columns: Iterable[int], gap: int = 12) -> list[tuple[int, int]]:
    """First and last of each stretch of columns; gaps as wide as between letters are closed."""
    found: list[tuple[int, int]] = []
    for column in sorted(set(columns)):
        if found and column - found[-1][1] <= gap:
            found[-1] = found[-1][0], column
        else:
            found.append((column, column))
    return found


def letters_of(view: ReadingView, start: int, end: int, scale: float = 1) -> Pixels:
    """The pixels of the letters of a span, as Qt itself draws them in another colour."""
    plain = grabbed(view, scale)
    document = view.document()
    cursor = QTextCursor(document)
    cursor.setPosition(document.table.position(start))
    cursor.setPosition(document.table.position(end, ending=True), QTextCursor.MoveMode.KeepAnchor)
    form = QTextCharFormat()
    form.setForeground(QColor("#ff00ff"))
    selection = QTextEdit.ExtraSelection()
    selection.cursor, selection.format = cursor, form
    view.setExtraSelections([selection])
    coloured = grabbed(view, scale)
    view.setExtraSelections([])
    return changed(plain, coloured)


def line_bands(view: ReadingView, scale: float = 1) -> list[tuple[int, int]]:
    """First and last row of pixels of each line on the screen, from tall letter to line below."""
    bands = []
    for shown in view.document().blocks_between(0, view.viewport().height()):
        for line in map(shown.block.layout().lineAt, range(*shown.lines)):
            base = shown.rect.top() + line.y() + line.ascent()
            size = shown.block.charFormat().font().pixelSize()
            size = size if size > 0 else view.font().pixelSize()
            bands.append((round((base - size * 0.85) * scale), round((base + size * 0.4) * scale)))
    return bands
