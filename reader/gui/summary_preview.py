"""A summary as it reads, built piece by piece: no markup is parsed, so none can act."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextListFormat,
    QTextTableFormat,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from reader.export.outline import (
    Bullets,
    Facts,
    Heading,
    Line,
    Paragraph,
    Part,
    Row,
    Table,
    ours,
)
from reader.model.summary import Language
from reader.text.bidi import isolate

HEADINGS = {1: 1.5, 2: 1.15, 3: 1.0}
"""Size of a heading by its level, against that of the text."""


class SummaryPreview(QTextEdit):
    """Shows the parts of a report. Loads nothing and follows no link."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAcceptRichText(False)

    def show_parts(self, parts: tuple[Part, ...], language: Language) -> None:
        """Show a report in the direction of its language."""
        document = QTextDocument(self)
        document.setDefaultFont(self.font())
        document.setDocumentMargin(20)
        rtl = language == "ar"
        option = document.defaultTextOption()
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        )
        document.setDefaultTextOption(option)
        _Writer(document, rtl=rtl).write(parts)
        self.setDocument(document)


class _Writer:
    def __init__(self, document: QTextDocument, *, rtl: bool) -> None:
        self._size = document.defaultFont().pointSizeF()
        self._cursor = QTextCursor(document)
        self._block = QTextBlockFormat()
        self._block.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        )
        self._block.setAlignment(
            (Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
            | Qt.AlignmentFlag.AlignAbsolute
        )
        self._block.setBottomMargin(6)
        self._plain = QTextCharFormat()
        self._bold = QTextCharFormat()
        self._bold.setFontWeight(QFont.Weight.DemiBold)

    def write(self, parts: tuple[Part, ...]) -> None:
        for part in parts:
            match part:
                case Heading():
                    self._heading(part)
                case Paragraph():
                    self._paragraph(part.line, self._plain)
                case Bullets():
                    self._bullets(part)
                case Facts():
                    self._facts(part)
                case Table():
                    self._table(part)

    def _heading(self, part: Heading) -> None:
        form = QTextCharFormat(self._bold)
        form.setFontPointSize(self._size * HEADINGS.get(part.level, 1.0))
        self._paragraph(part.line, form, above=14 if part.level > 1 else 0)

    def _paragraph(self, line: Line, form: QTextCharFormat, above: int = 0) -> None:
        block = QTextBlockFormat(self._block)
        block.setTopMargin(above)
        self._begin(block)
        self._cursor.insertText(_text(line), form)

    def _begin(self, block: QTextBlockFormat) -> None:
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        if self._cursor.position():
            self._cursor.insertBlock(block)
        else:
            self._cursor.setBlockFormat(block)

    def _bullets(self, part: Bullets) -> None:
        style = QTextListFormat()
        style.setStyle(QTextListFormat.Style.ListDisc)
        for at, line in enumerate(part.lines):
            self._paragraph(line, self._plain)
            if at == 0:
                bullets = self._cursor.createList(style)
            else:
                bullets.add(self._cursor.block())

    def _facts(self, part: Facts) -> None:
        rows = tuple(Row(((ours(name),), (line,))) for name, line in part.rows)
        self._grid((), rows, first_bold=True)

    def _table(self, part: Table) -> None:
        self._grid(part.headers, part.rows, first_bold=False)

    def _grid(self, headers: tuple[str, ...], rows: tuple[Row, ...], *, first_bold: bool) -> None:
        columns = len(headers) or 2
        style = QTextTableFormat()
        style.setLayoutDirection(self._block.layoutDirection())
        style.setBorder(1 if headers else 0)
        style.setBorderCollapse(True)
        style.setCellPadding(4)
        style.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        self._begin(self._block)
        table = self._cursor.insertTable(len(rows) + bool(headers), columns, style)
        for column, name in enumerate(headers):
            self._cell(table.cellAt(0, column).firstCursorPosition(), name, self._bold)
        for at, row in enumerate(rows):
            for column, lines in enumerate(row.cells[:columns]):
                form = self._bold if first_bold and column == 0 else self._plain
                words = "\n".join(_text(line) for line in lines)
                cell = table.cellAt(at + bool(headers), column)
                self._cell(cell.firstCursorPosition(), words, form)

    def _cell(self, cursor: QTextCursor, words: str, form: QTextCharFormat) -> None:
        cursor.setBlockFormat(self._block)
        cursor.insertText(words, form)


def _text(line: Line) -> str:
    return "".join(isolate(run.text) if run.foreign else run.text for run in line)
