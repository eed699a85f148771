"""Pages painted on what takes them: a printer, or a PDF file in memory."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import Final

from PySide6.QtCore import QIODevice
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPainter, QPdfWriter

from reader.gui.dialogs.printing import DPI, Paper
from reader.session.errors import SessionError

_PDF_DPI: Final = 600


def paint_pages(
    paper: Paper, device: QPagedPaintDevice, numbers: Sequence[int]
) -> Generator[float, None, None]:
    """Paint pages on a device whose origin is the paper's corner, one in each step.

    Raises:
        SessionError: `print_failed`: the device takes no more.
    """
    painter = QPainter()
    if not painter.begin(device):
        raise SessionError("print_failed")
    try:
        painter.scale(device.logicalDpiX() / DPI, device.logicalDpiY() / DPI)
        for done, number in enumerate(numbers):
            if done and not device.newPage():
                raise SessionError("print_failed")
            paper.paint(painter, number)
            yield (done + 1) / len(numbers)
    finally:
        painter.end()


def pdf_writer(device: QIODevice, layout: QPageLayout, title: str) -> QPdfWriter:
    """What writes pages of that layout into a device as PDF, from the paper's corner on."""
    writer = QPdfWriter(device)
    writer.setResolution(_PDF_DPI)
    writer.setTitle(title)
    writer.setCreator("Isnad")
    whole = QPageLayout(layout)
    whole.setMode(QPageLayout.Mode.FullPageMode)
    writer.setPageLayout(whole)
    return writer
