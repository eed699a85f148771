"""Handing over: a preview of the summary, in which form and language, and where it goes.

Summing up, rendering and writing are done in the background; the dialog stays alive meanwhile.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.export import FORMATS, clipboard, file_name, parts, render
from reader.gui.desk.desk_controller import DeskController
from reader.gui.dialogs.summary_preview import SummaryPreview
from reader.gui.kit.controls import Box, Combo
from reader.gui.kit.file_dialogs import ask_where
from reader.gui.kit.layouts import fitted, muted, trouble
from reader.model.comparison import Comparison
from reader.model.errors import Message, ReaderError
from reader.model.placing import Standing
from reader.model.summary import Language, Summary
from reader.session.article import ArticleSession
from reader.session.handing_over import write_export
from reader.session.runtime import Handle
from reader.session.versions import TextVersion, text_versions, with_earlier

FORMS = {"html": "HTML", "md": "Markdown", "json": "JSON"}
"""The names of the formats, in the order in which they are offered."""
LANGUAGES: dict[Language, str] = {"ar": "العربية", "en": "English"}


class ExportDialog(QDialog):
    """Shows the summary that will be written. Its language is independent of the interface's."""

    saved_in = Signal(str)
    """The folder of a file that was written."""

    def __init__(
        self,
        desk: DeskController,
        session: ArticleSession,
        parent: QWidget | None = None,
        folder: str = "",
    ) -> None:
        """`folder` is where files are offered to be saved; empty: wherever Qt thinks."""
        super().__init__(parent)
        self._folder = folder
        self._desk, self._session = desk, session
        self._previewing: Handle | None = None
        self._writing: Handle | None = None
        self._comparing: Handle | None = None
        self._pair: tuple[str, str] | None = None
        self._comparison: Comparison | None = None
        """With the version before the one shown, once it was asked for and found."""
        self.setWindowTitle(self.tr("Export summary"))
        self.resize(fitted(QSize(860, 640), self))
        self._form = Combo("format", self.tr("Format"))
        for form, name in FORMS.items():
            self._form.addItem(name, form)
        self._language = Combo("summary_language", self.tr("Language of the summary"))
        for language, name in LANGUAGES.items():
            self._language.addItem(name, language)
        self._language.setCurrentIndex(self._language.findData(desk.language))
        self._language.currentIndexChanged.connect(lambda _: self._preview_anew())
        self._with_text = Box(self.tr("With the full marked text"))
        self._with_text.setObjectName("with_text")
        self._with_text.setChecked(True)
        self._differences = Box(self.tr("With the differences from an earlier version"))
        self._differences.setObjectName("with_differences")
        self._differences.toggled.connect(self._on_differences)
        self._differences.hide()  # until it is known whether there is one
        self._preview = SummaryPreview()
        self._preview.setAccessibleName(self.tr("Preview"))
        self._left_out = muted(self._what_waits())
        self._left_out.setVisible(bool(self._left_out.text()))
        self._trouble = trouble()
        self._lay_out()
        self._preview_anew()
        self._listing = session.consider(text_versions, self._on_versions, self._fail)

    def _lay_out(self) -> None:
        choices = QHBoxLayout()
        for combo in (self._form, self._language):
            choices.addWidget(QLabel(combo.accessibleName()))
            choices.addWidget(combo)
            choices.addSpacing(12)
        choices.addStretch(1)
        boxes = QVBoxLayout()
        boxes.addWidget(self._with_text)
        boxes.addWidget(self._differences)
        choices.addLayout(boxes)
        buttons = QDialogButtonBox()
        self._save = QPushButton(self.tr("Save as…"))
        self._save.setDefault(True)
        self._save.clicked.connect(lambda _: self._on_save())
        self._copy = QPushButton(self.tr("Copy summary"))
        self._copy.clicked.connect(lambda _: self._on_copy())
        close = QPushButton(self.tr("Close"))
        buttons.addButton(self._save, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self._copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(choices)
        layout.addWidget(self._preview, 1)
        layout.addWidget(self._left_out)
        layout.addWidget(self._trouble)
        layout.addWidget(buttons)
        self._form.setFocus()

    def _what_waits(self) -> str:
        """That marks are left out until somebody has reviewed them; empty where none is."""
        count = self._session.desk.placing.count[Standing.REVIEW]
        if not count:
            return ""
        return self.tr(
            "%n mark(s) that wait for review are left out. Review them first to include them.",
            "",
            count,
        )

    def done(self, result: int) -> None:
        """Close. What is being written is written; nobody waits to be told."""
        for handle in (self._previewing, self._writing, self._comparing, self._listing):
            if handle is not None:
                handle.cancel()
        super().done(result)

    def _preview_anew(self) -> None:
        if self._previewing is not None:
            self._previewing.cancel()
        language: Language = self._language.currentData()
        self._previewing = self._session.hand_over(
            parts,
            lambda found: self._preview.show_parts(found, language),
            self._fail,
            language=language,
            with_text=False,
        )

    def _on_versions(self, versions: tuple[TextVersion, ...]) -> None:
        self._pair = with_earlier(versions)
        self._differences.setVisible(self._pair is not None)

    def _on_differences(self, wanted: bool) -> None:
        """Compare when it is first wanted; nothing is written before it is known."""
        if wanted and self._comparison is None and self._pair is not None:
            self._busy(True)
            self._comparing = self._session.compare(
                *self._pair, self._on_compared, self._not_compared, lambda *_: None
            )

    def _on_compared(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._busy(False)

    def _not_compared(self, error: ReaderError) -> None:
        self._differences.setChecked(False)
        self._fail(error)

    def _on_copy(self) -> None:
        copy_summary(self._desk, self._session, self._language.currentData())
        self.accept()

    def _on_save(self) -> None:
        form: str = self._form.currentData()
        extension = FORMATS[form].extension
        ask_where(
            self,
            self.tr("Save the summary"),
            file_name(self._session.article.title, extension),
            [f"{FORMS[form]} (*.{extension})", self.tr("All files (*)")],
            lambda path: self._write(path, form),
            self._folder,
        )

    def _write(self, path: Path, form: str) -> None:
        def write(summary: Summary) -> Path:
            write_export(path, render(summary, form))
            return path

        self._busy(True)
        self._writing = self._session.hand_over(
            write,
            self._on_written,
            self._fail,
            language=self._language.currentData(),
            with_text=self._with_text.isChecked(),
            comparison=self._comparison if self._differences.isChecked() else None,
        )

    def _on_written(self, path: Path) -> None:
        self.saved_in.emit(str(path.parent))
        self._desk.told.emit(Message(code="exported", params={"name": path.name}))
        self.accept()

    def _fail(self, error: ReaderError) -> None:
        """Say it here, where it is seen, and in the window's bar, where it stays."""
        self._busy(False)
        self._trouble.setText(self._desk.words(error.message))
        self._trouble.show()
        self._desk.refused.emit(error.message)

    def _busy(self, busy: bool) -> None:
        self._trouble.hide()
        for button in (self._save, self._copy):
            button.setEnabled(not busy)


def copy_summary(desk: DeskController, session: ArticleSession, language: Language) -> None:
    """Put the summary on the clipboard, for mail and chat: rich text, and plain beside it."""

    def put(found: tuple[str, str]) -> None:
        html, plain = found
        data = QMimeData()
        data.setHtml(html)
        data.setText(plain)
        QGuiApplication.clipboard().setMimeData(data)
        desk.told.emit(Message(code="summary_copied"))

    session.hand_over(
        clipboard,
        put,
        lambda error: desk.refused.emit(error.message),
        language=language,
        with_text=False,
    )
