"""The ways in for a page: a dialog, the clipboard, a drop. Local files alone are taken."""

from __future__ import annotations

from pathlib import Path
from textwrap import shorten
from typing import Final

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.gui.opener import Opener
from reader.gui.runtime import QtRuntime

_LONGEST_NAME: Final = 60
"""Of something pasted, in code points."""


class Reception(QObject):
    """Hands what comes in to the opener."""

    def __init__(self, opener: Opener, runtime: QtRuntime, window: QWidget) -> None:
        super().__init__(window)
        self._opener = opener
        self._runtime = runtime
        self._window = window

    def ask(self) -> None:
        """Let a person pick saved pages."""
        self._runtime.warm_up()
        # By content, not by name: every file may be tried.
        patterns = "*.html *.htm *.xhtml *.mhtml *.mht *.webarchive *.txt"
        pages, every = self.tr("Saved pages"), self.tr("All files")
        names, _ = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("Open a saved page"),
            "",
            f"{pages} ({patterns});;{every} (*)",
            options=QFileDialog.Option.HideNameFilterDetails,
        )
        if names:
            self._opener.open_paths([Path(name) for name in names])

    def paste(self) -> bool:
        """Open what is on the clipboard; False where nothing on it can be read."""
        return self.take(QGuiApplication.clipboard().mimeData())

    def can_take_files(self, data: QMimeData) -> bool:
        """Whether something dragged holds local files."""
        taken = bool(local_files(data))
        if taken:
            self._runtime.warm_up()
        return taken

    def take_files(self, data: QMimeData) -> None:
        self._opener.open_paths(local_files(data))

    def take(self, data: QMimeData) -> bool:
        """Open local files, else a page, else text."""
        if files := local_files(data):
            self._opener.open_paths(files)
        elif data.hasHtml():
            self._opener.open_bytes(data.html().encode(), self._name(data))
        elif data.hasText() and data.text().strip():
            self._opener.open_bytes(data.text().encode(), self._name(data))
        else:
            return False
        return True

    def _name(self, data: QMimeData) -> str:
        """How something pasted begins, to tell it from others."""
        lines = data.text().strip().splitlines()
        begins = shorten(lines[0], _LONGEST_NAME, placeholder="…") if lines else ""
        return begins if begins.strip("…") else self.tr("Pasted article")


def local_files(data: QMimeData) -> list[Path]:
    """The files of this computer that were dragged or copied; addresses are left alone."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
