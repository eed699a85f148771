"""Handing over: a preview of the summary, in which form and language, and where it goes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.export import FORMATS, clipboard, file_name, parts, render
from reader.gui.desk_controller import DeskController
from reader.gui.summary_preview import SummaryPreview
from reader.model.errors import Message
from reader.model.summary import Language, Summary
from reader.session.article import ArticleSession
from reader.session.handing_over import write_export

FORM_NAMES = {"html": "HTML", "md": "Markdown", "json": "JSON"}
LANGUAGE_NAMES: dict[Language, str] = {"ar": "العربية", "en": "English"}


class ExportDialog(QDialog):
    """Shows the summary that will be written. Its language is independent of the interface's."""

    def __init__(
        self, desk: DeskController, session: ArticleSession, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export summary"))
        self.resize(820, 620)
        self._desk, self._session = desk, session
        self.written: Path | None = None
        self._form = self._combo("format", self.tr("Format"))
        for name in FORMATS:
            self._form.addItem(FORM_NAMES.get(name, name), name)
        self._language = self._combo("summary_language", self.tr("Language of the summary"))
        for code, name in LANGUAGE_NAMES.items():
            self._language.addItem(name, code)
        self._language.setCurrentIndex(self._language.findData(desk.language))
        self._with_text = QCheckBox(self.tr("With the full marked text"))
        self._with_text.setChecked(True)
        self._preview = SummaryPreview()
        self._preview.setAccessibleName(self.tr("Preview"))
        self._language.currentIndexChanged.connect(self._show_preview)
        self._lay_out()
        self._show_preview()

    def _combo(self, name: str, words: str) -> QComboBox:
        combo = QComboBox()
        combo.setObjectName(name)
        combo.setAccessibleName(words)
        return combo

    def _lay_out(self) -> None:
        choices = QHBoxLayout()
        for combo in (self._form, self._language):
            choices.addWidget(QLabel(combo.accessibleName()))
            choices.addWidget(combo)
        choices.addStretch(1)
        choices.addWidget(self._with_text)
        buttons = QDialogButtonBox()
        save = QPushButton(self.tr("Save as…"))
        save.setDefault(True)
        save.clicked.connect(self._on_save)
        buttons.addButton(save, QDialogButtonBox.ButtonRole.AcceptRole)
        copy = buttons.addButton(self.tr("Copy summary"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._on_copy)
        buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(choices)
        layout.addWidget(self._preview, 1)
        layout.addWidget(buttons)

    def summary(self) -> Summary:
        """The summary as chosen here."""
        language: Language = self._language.currentData()
        return self._session.summary(language, with_text=self._with_text.isChecked())

    def _show_preview(self) -> None:
        summary = self.summary()
        self._preview.show_parts(parts(summary), summary.language)

    def _on_copy(self) -> None:
        copy_summary(self.summary())
        self.accept()

    def _on_save(self) -> None:
        form = self._form.currentData()
        name = file_name(self._session.article.title, FORMATS[form].extension)
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the summary"), name, f"{self._form.currentText()} (*)"
        )
        if not chosen:
            return
        data = render(self.summary(), form)
        path = Path(chosen)

        def write(_session: ArticleSession) -> Path:
            write_export(path, data)
            return path

        self.written = self._desk.attempt(write)
        if self.written:
            self._desk.told.emit(Message(code="exported", params={"name": path.name}))
            self.accept()


def copy_summary(summary: Summary) -> None:
    """Put a summary on the clipboard, for mail and chat: rich text, and plain beside it."""
    html, plain = clipboard(summary)
    data = QMimeData()
    data.setHtml(html)
    data.setText(plain)
    QGuiApplication.clipboard().setMimeData(data)
