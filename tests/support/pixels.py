"""What a reading view has painted, pixel by pixel."""

from __future__ import annotations

from PySide6.QtGui import QImage

from reader.gui.reading_view import ReadingView


def grabbed(view: ReadingView) -> QImage:
    view.verticalScrollBar().setValue(0)
    cursor = view.textCursor()
    cursor.setPosition(0)
    view.setTextCursor(cursor)
    view.clearFocus()  # no caret
    return view.viewport().grab().toImage()


def rows(image: QImage) -> list[list[int]]:
    """The pixels of an image, row by row."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    width, values = plain.width(), memoryview(plain.constBits()).cast("B").cast("I").tolist()
    return [values[y * width : (y + 1) * width] for y in range(plain.height())]


def changed(before: QImage, after: QImage) -> set[tuple[int, int]]:
    return {
        (x, y)
        for y, (one, other) in enumerate(zip(rows(before), rows(after), strict=True))
        if one != other
        for x, (old, new) in enumerate(zip(one, other, strict=True))
        if old != new
    }
