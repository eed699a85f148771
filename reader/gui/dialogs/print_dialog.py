"""What is printed and how it will look: a preview, some choices, a printer or a PDF file."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSize, Qt, Signal
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.export import file_name, parts
from reader.export.outline import Heading, Part, ours
from reader.gui.desk.desk_controller import DeskController
from reader.gui.dialogs.page_output import paint_pages, pdf_writer
from reader.gui.dialogs.page_preview import PagePreview
from reader.gui.dialogs.print_material import Material, Wording, printed
from reader.gui.dialogs.printing import Paper
from reader.gui.kit.controls import Box, Combo
from reader.gui.kit.file_dialogs import ask_where
from reader.gui.kit.fonts import Typography
from reader.gui.kit.i18n import numeral
from reader.gui.kit.icons import icon
from reader.gui.kit.layouts import fitted, trouble
from reader.gui.kit.pacing import Paced
from reader.gui.kit.progress import ProgressStrip
from reader.gui.kit.theme import Theme
from reader.model.errors import Message, ReaderError
from reader.session.article import ArticleSession
from reader.session.handing_over import write_export
from reader.session.runtime import Handle, Runtime

_MARGINS = QMarginsF(20, 14, 20, 12)
"""In millimetres."""
_PAPERS = {"A4": QPageSize.PageSizeId.A4, "Letter": QPageSize.PageSizeId.Letter}
_SIZES = (10, 11, 12, 13, 14, 16, 18)
_USUAL = 12


class PrintDialog(QDialog):
    """Shows the pages as they will be, and hands them to a printer or into a file."""

    saved_in = Signal(str)
    """The folder of a file that was written."""

    def __init__(
        self,
        desk: DeskController,
        session: ArticleSession,
        material: Material,
        typography: Typography,
        runtime: Runtime,
        theme: Theme,
        parent: QWidget | None = None,
        folder: str = "",
    ) -> None:
        """`folder` is where a PDF file is offered to be saved; empty: wherever Qt thinks."""
        super().__init__(parent)
        self._folder = folder
        self._desk, self._session, self._runtime = desk, session, runtime
        self._material, self._typography = material, typography
        self._report: tuple[Part, ...] = ()
        self._summing_up: Handle | None = None
        self._work: Paced | None = None
        self._paper: Paper | None = None
        self._number = 0
        self.setWindowTitle(self.tr("Print"))
        self.resize(fitted(QSize(820, 660), self))
        self.with_marks = Box(self.tr("With the marks"))
        self.with_marks.setChecked(True)
        self.with_report = Box(self.tr("With claims, sources and notes at the end"))
        self._size = Combo("print_size", self.tr("Size of the text"))
        for size in _SIZES:
            self._size.addItem(numeral(size), size)
        self._size.setCurrentIndex(self._size.findData(_USUAL))
        self._sheet = Combo("print_paper", self.tr("Paper"))
        for name, kind in _PAPERS.items():
            self._sheet.addItem(name, kind)
        self._preview = PagePreview(self.tr("Preview"))
        self.before, self.after = self._turner(-1, theme), self._turner(1, theme)
        self.where = QLabel()
        self.trouble = trouble()
        self._progress = ProgressStrip()
        self._progress.cancelled.connect(self._stop)
        self._lay_out()
        self.with_marks.toggled.connect(lambda _: self._anew())
        self.with_report.toggled.connect(lambda _: self._on_report())
        self._size.currentIndexChanged.connect(lambda _: self._anew())
        self._sheet.currentIndexChanged.connect(lambda _: self._anew())
        self._anew()

    # Putting it together

    def _lay_out(self) -> None:
        turning = QHBoxLayout()
        turning.addStretch(1)
        for widget in (self.before, self.where, self.after):
            turning.addWidget(widget)
        turning.addStretch(1)
        shown = QVBoxLayout()
        shown.addWidget(self._preview, 1)
        shown.addLayout(turning)
        choices = QVBoxLayout()
        choices.setSpacing(8)
        for combo in (self._sheet, self._size):
            label = QLabel(combo.accessibleName())
            label.setProperty("kind", "muted")
            choices.addWidget(label)
            choices.addWidget(combo, 0, Qt.AlignmentFlag.AlignLeading)
        choices.addSpacing(8)
        choices.addWidget(self.with_marks)
        choices.addWidget(self.with_report)
        choices.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(20)
        both.addLayout(shown, 1)
        both.addLayout(choices)
        buttons = QDialogButtonBox()
        self.print_button = QPushButton(self.tr("Print…"))
        self.print_button.setDefault(True)
        self.print_button.setProperty("kind", "primary")
        self.print_button.clicked.connect(lambda _: self._on_print())
        self.save = QPushButton(self.tr("Save as PDF…"))
        self.save.clicked.connect(lambda _: self._on_save())
        close = QPushButton(self.tr("Close"))
        for button in (self.print_button, self.save):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(both, 1)
        layout.addWidget(self.trouble)
        layout.addWidget(self._progress)
        layout.addWidget(buttons)
        self.with_marks.setFocus()

    def _turner(self, by: int, theme: Theme) -> QToolButton:
        button = QToolButton()
        words = self.tr("Next page") if by > 0 else self.tr("Previous page")
        button.setIcon(icon("chevron-right" if by > 0 else "chevron-left", theme))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(lambda _: self.turn(by))
        return button

    # The pages

    @property
    def paper(self) -> Paper | None:
        """The pages, once they are laid out."""
        return self._paper

    def turn(self, by: int) -> None:
        """Show another page."""
        if self._paper is not None:
            self._number = min(max(self._number + by, 0), self._paper.count - 1)
            self._show_page()

    def done(self, result: int) -> None:
        self._stop()
        if self._summing_up is not None:
            self._summing_up.cancel()
        super().done(result)

    def _on_report(self) -> None:
        """Sum the article up, in the background, the first time that it is asked for."""
        if not self.with_report.isChecked() or self._report:
            self._anew()
            return
        self._busy(True)
        self._summing_up = self._session.hand_over(
            parts, self._on_summed_up, self._fail, language=self._desk.language, with_text=False
        )

    def _on_summed_up(self, found: tuple[Part, ...]) -> None:
        # The title of the article stands on its first page already.
        self._report = (Heading(1, ours(self.tr("Claims, sources and notes"))), *found[1:])
        self._anew()

    def _anew(self) -> None:
        """Lay the pages out as it is chosen now."""
        self._stop()
        self.trouble.hide()
        material = replace(
            self._material,
            marks=self._material.marks if self.with_marks.isChecked() else (),
            report=self._report if self.with_report.isChecked() else (),
            language=self._desk.language,
        )
        wording = Wording(self._where_words, self._more_words)
        type_ = printed(self._typography, self._size.currentData())
        paper = Paper(material, self._page_layout(), type_, wording)
        self._run(paper.lay_out(), lambda: self._on_laid_out(paper))

    def _where_words(self, number: int, count: int) -> str:
        words = self.tr("Page {page} of {pages}")
        return words.format(page=numeral(number + 1), pages=numeral(count))

    def _more_words(self, left: int) -> str:
        return self.tr("… and %n more in the exported summary", "", left)

    def _page_layout(self) -> QPageLayout:
        return QPageLayout(
            QPageSize(self._sheet.currentData()),
            QPageLayout.Orientation.Portrait,
            _MARGINS,
            QPageLayout.Unit.Millimeter,
        )

    def _on_laid_out(self, paper: Paper) -> None:
        self._paper = paper
        self._number = min(self._number, paper.count - 1)
        self._show_page()

    def _show_page(self) -> None:
        if self._paper is None:
            return
        self._preview.show_page(self._paper, self._number)
        count = self._paper.count
        self.where.setText(self._where_words(self._number, count))
        self.before.setEnabled(self._number > 0)
        self.after.setEnabled(self._number < count - 1)

    # Where they go

    def _on_print(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._material.title)
        printer.setPageLayout(self._page_layout())
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setMinMax(1, self._paper.count if self._paper else 1)
        dialog.accepted.connect(lambda: self.print_on(printer))
        QDialog.open(dialog)

    def print_on(self, printer: QPrinter) -> None:
        """Print the pages that a person has picked on a printer, or into its file."""
        if self._paper is None:
            return
        printer.setFullPage(True)
        first, last = printer.fromPage() or 1, printer.toPage() or self._paper.count
        numbers = range(first - 1, min(last, self._paper.count))
        self._run(paint_pages(self._paper, printer, numbers), self._on_printed)

    def _on_printed(self) -> None:
        self._desk.told.emit(Message(code="printed"))
        self.accept()

    def _on_save(self) -> None:
        ask_where(
            self,
            self.tr("Save as PDF"),
            file_name(self._material.title, "pdf"),
            ["PDF (*.pdf)", self.tr("All files (*)")],
            self.save_as,
            self._folder,
        )

    def save_as(self, path: Path) -> None:
        """Write the pages into a PDF file."""
        if self._paper is None:
            return
        buffer = QBuffer(self)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = pdf_writer(buffer, self._page_layout(), self._material.title)
        steps = paint_pages(self._paper, writer, range(self._paper.count))
        self._run(steps, lambda: self._write(path, buffer.data()))

    def _write(self, path: Path, data: QByteArray) -> None:
        self._busy(True)
        content = bytes(data.data())
        self._runtime.run_io(
            lambda: write_export(path, content), lambda _: self._on_written(path), self._fail
        )

    def _on_written(self, path: Path) -> None:
        self.saved_in.emit(str(path.parent))
        self._desk.told.emit(Message(code="exported", params={"name": path.name}))
        self.accept()

    # Work under way

    def _run(self, steps: Generator[float, None, None], then: Callable[[], object]) -> None:
        self._stop()
        self._busy(True)
        self._progress.begin()
        self._work = Paced(steps, self)
        self._work.advanced.connect(
            lambda done: self._progress.advance(self.tr("Preparing the pages…"), done)
        )
        self._work.failed.connect(self._fail)
        self._work.finished.connect(lambda: self._end(then))

    def _end(self, then: Callable[[], object]) -> None:
        self._work = None
        self._progress.end()
        self._busy(False)
        then()

    def _stop(self) -> None:
        """Give up what is under way; what is shown stays."""
        if self._work is not None:
            self._work.cancel()
            self._work = None
        self._progress.end()
        self._busy(False)

    def _fail(self, error: ReaderError) -> None:
        self._stop()
        self.trouble.setText(self._desk.words(error.message))
        self.trouble.show()

    def _busy(self, busy: bool) -> None:
        for button in (self.print_button, self.save):
            button.setEnabled(not busy)
