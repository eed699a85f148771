"""The dialog in which a person says where a file is to be saved: the same everywhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_where(
    parent: QWidget,
    title: str,
    name: str,
    filters: Sequence[str],
    chosen: Callable[[Path], object],
    folder: str = "",
) -> None:
    """Ask where a file is to be saved.

    Args:
        parent: the window that asks.
        title: of the dialog.
        name: what is proposed; its extension is added where a person gives none.
        filters: kinds of files, as Qt writes them.
        chosen: is given the path; never called where nobody chooses one.
        folder: what is proposed; empty: wherever Qt thinks.
    """
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(filters)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    if folder:
        dialog.setDirectory(folder)
    dialog.selectFile(name)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.open()
