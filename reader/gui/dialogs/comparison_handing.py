"""Handing a comparison over: into a file, or its summary onto the clipboard."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from reader.export import file_name
from reader.export.comparison import COMPARISON_FORMATS, render_comparison
from reader.gui.kit.file_dialogs import ask_where
from reader.gui.kit.i18n import QT_TRANSLATE_NOOP
from reader.gui.kit.plain import plain
from reader.model.comparison import Comparison
from reader.model.errors import ReaderError
from reader.model.summary import Language
from reader.session.handing_over import write_export
from reader.session.runtime import Handle, Runtime

FORMS: Final = {"html": "HTML", "md": "Markdown", "json": "JSON", "txt": "Text"}
"""Extension -> its kind of file, in the order in which they are offered."""
_TITLE: Final = QT_TRANSLATE_NOOP("ComparisonWindow", "Save the differences")
_ALL: Final = QT_TRANSLATE_NOOP("ComparisonWindow", "All files (*)")


class Handing:
    """Writes comparisons in the background. What is being written is written to its end."""

    def __init__(
        self,
        runtime: Runtime,
        written: Callable[[Path], None],
        failed: Callable[[ReaderError], None],
    ) -> None:
        self._runtime, self._written, self._failed = runtime, written, failed
        self._writing: Handle | None = None

    def ask(
        self,
        parent: QWidget,
        comparison: Comparison,
        rows: Collection[int],
        language: Language,
        folder: str,
    ) -> None:
        """Ask where to, and write it there: the kind of file is what its name ends in.

        Args:
            parent: the window that asks.
            comparison: as it is shown.
            rows: the indices of the rows to be written.
            language: of the wording.
            folder: what is proposed.
        """
        title = comparison.new.title or comparison.old.title
        ask_where(
            parent,
            _translated(_TITLE),
            file_name(title, "html"),
            [f"{kind} (*.{extension})" for extension, kind in FORMS.items()] + [_translated(_ALL)],
            lambda path: self.write(path, comparison, rows, language),
            folder,
        )

    def cancel(self) -> None:
        """Tell nothing of what is still being written."""
        if self._writing is not None:
            self._writing.cancel()

    def write(
        self, path: Path, comparison: Comparison, rows: Collection[int], language: Language
    ) -> None:
        """Write a comparison; the kind of file is what its name ends in."""
        form = path.suffix.lower().removeprefix(".")
        form = {"txt": "text", "markdown": "md"}.get(form, form)

        def write() -> Path:
            known = form if form in COMPARISON_FORMATS else "html"
            write_export(path, render_comparison(comparison, known, language, shown=rows))
            return path

        self._writing = self._runtime.run_io(write, self._written, self._failed)


def copy_differences(comparison: Comparison, language: Language) -> None:
    """Put what differs, without the paragraphs, on the clipboard as text."""
    text = render_comparison(comparison, "text", language, shown=()).decode()
    QGuiApplication.clipboard().setMimeData(plain(text))


def _translated(source: str) -> str:
    return QCoreApplication.translate("ComparisonWindow", source)
