"""A summary as it reads, built piece by piece: no markup is parsed, so none can act."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QFont,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLength,
    QTextListFormat,
    QTextTable,
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

_HEADINGS: Final = {1: 1.4, 2: 1.15}
"""Size of a heading by its level, against that of the text."""
_MOST: Final = 25
"""Rows of a table or a list that are shown. Hundreds would hold the window up for a second."""
_NUMBERS: Final = 5
"""Width of a column of numbers, in percent."""


class SummaryPreview(QTextEdit):
    """Shows the parts of a report. Loads nothing and follows no link."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        # All fits into the width; Qt thinks otherwise where it was filled before it was shown.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUndoRedoEnabled(False)

    def show_parts(self, parts: tuple[Part, ...], language: Language) -> None:
        """Show a report in the direction of its language; of long lists the beginning."""
        document = report_document(
            parts, language, font=self.font(), palette=self.palette(), more=self._more
        )
        document.setParent(self)
        document.setDocumentMargin(20)
        self.setDocument(document)  # the one before is a child, and Qt lets it go

    def _more(self, left: int) -> str:
        return self.tr("… and %n more in the file", "", left)


def report_document(
    parts: tuple[Part, ...],
    language: Language,
    *,
    font: QFont,
    palette: QPalette,
    more: Callable[[int], str],
) -> QTextDocument:
    """A report in the direction of its language; of long lists the beginning.

    Args:
        parts: of the report.
        language: of its wording.
        font: of its text; its size in pixels.
        palette: gives the colours.
        more: says that so many rows are left out.
    """
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(font)
    direction = (
        Qt.LayoutDirection.RightToLeft if language == "ar" else Qt.LayoutDirection.LeftToRight
    )
    option = document.defaultTextOption()
    option.setTextDirection(direction)
    document.setDefaultTextOption(option)
    _Writer(document, direction, palette, more).write(parts)
    return document


class _Writer:
    def __init__(
        self,
        document: QTextDocument,
        direction: Qt.LayoutDirection,
        palette: QPalette,
        more: Callable[[int], str],
    ) -> None:
        self._size = document.defaultFont().pixelSize()
        self._mirrored = direction is Qt.LayoutDirection.RightToLeft
        self._more = more
        self._cursor = QTextCursor(document)
        self._block = QTextBlockFormat()
        self._block.setLayoutDirection(direction)
        self._block.setAlignment(Qt.AlignmentFlag.AlignLeading)
        self._block.setBottomMargin(5)
        self._tight = QTextBlockFormat(self._block)
        self._tight.setBottomMargin(0)
        # No column is narrower than its name.
        self._whole = QTextBlockFormat(self._tight)
        self._whole.setNonBreakableLines(True)
        self._plain = QTextCharFormat()
        self._bold = QTextCharFormat()
        self._bold.setFontWeight(QFont.Weight.DemiBold)
        self._muted = QTextCharFormat()
        self._muted.setForeground(palette.brush(QPalette.ColorRole.PlaceholderText))
        self._border = QBrush(palette.color(QPalette.ColorRole.Mid))

    def write(self, parts: tuple[Part, ...]) -> None:
        for part in parts:
            match part:
                case Heading():
                    self._heading(part)
                case Paragraph():
                    self._paragraph(_text(part.line), self._plain)
                case Bullets():
                    self._bullets(part)
                case Facts():
                    self._facts(part)
                case Table():
                    self._table(part)

    def _heading(self, part: Heading) -> None:
        form = QTextCharFormat(self._bold)
        size = round(self._size * _HEADINGS.get(part.level, 1.0))
        form.setProperty(QTextFormat.Property.FontPixelSize, size)
        self._paragraph(_text(part.line), form, above=14 if part.level > 1 else 0)

    def _paragraph(self, words: str, form: QTextCharFormat, above: int = 0) -> None:
        block = QTextBlockFormat(self._block)
        block.setTopMargin(above)
        self._begin(block)
        self._cursor.insertText(words, form)

    def _begin(self, block: QTextBlockFormat) -> None:
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        if self._cursor.position():
            self._cursor.insertBlock(block)
        else:
            self._cursor.setBlockFormat(block)

    def _bullets(self, part: Bullets) -> None:
        style = QTextListFormat()
        style.setStyle(QTextListFormat.Style.ListDisc)
        bullets = None
        for line in part.lines[:_MOST]:
            self._paragraph(_text(line), self._plain)
            if bullets is None:
                bullets = self._cursor.createList(style)
            else:
                bullets.add(self._cursor.block())
        self._say_more(part.lines)

    def _facts(self, part: Facts) -> None:
        rows = tuple(Row(((ours(name),), (line,))) for name, line in part.rows)
        self._grid((), rows, [(QTextLength.Type.VariableLength, 0)] * 2)

    def _table(self, part: Table) -> None:
        number = (QTextLength.Type.PercentageLength, _NUMBERS)
        wide = (QTextLength.Type.VariableLength, 0)
        self._grid(part.headers, part.rows, [wide if name else number for name in part.headers])

    def _grid(
        self,
        headers: tuple[str, ...],
        rows: tuple[Row, ...],
        widths: Sequence[tuple[QTextLength.Type, float]],
    ) -> None:
        shown = rows[:_MOST]
        style = QTextTableFormat()
        style.setBorder(1 if headers else 0)
        style.setBorderStyle(QTextTableFormat.BorderStyle.BorderStyle_Solid)
        style.setBorderBrush(self._border)
        style.setBorderCollapse(True)
        style.setCellPadding(5 if headers else 4)
        lengths = [QTextLength(*width) for width in widths]
        style.setColumnWidthConstraints(lengths[::-1] if self._mirrored else lengths)
        # Qt puts a narrow table to the left, whatever the direction.
        style.setAlignment(
            Qt.AlignmentFlag.AlignRight if self._mirrored else Qt.AlignmentFlag.AlignLeft
        )
        if headers:
            style.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        self._begin(self._block)
        table = self._cursor.insertTable(len(shown) + bool(headers), len(widths), style)
        for column, name in enumerate(headers):
            self._cell(table, 0, column, name, self._bold, self._whole)
        for at, row in enumerate(shown):
            for column, lines in enumerate(row.cells):
                form = self._bold if not headers and column == 0 else self._plain
                words = "\n".join(_text(line) for line in lines)
                self._cell(table, at + bool(headers), column, words, form)
        self._say_more(rows)

    def _cell(
        self,
        table: QTextTable,
        row: int,
        column: int,
        words: str,
        form: QTextCharFormat,
        block: QTextBlockFormat | None = None,
    ) -> None:
        # Qt lays every table out from left to right.
        at = table.columns() - 1 - column if self._mirrored else column
        cursor = table.cellAt(row, at).firstCursorPosition()
        cursor.setBlockFormat(block or self._tight)
        cursor.insertText(words, form)

    def _say_more(self, things: Sequence[object]) -> None:
        if len(things) > _MOST:
            self._paragraph(self._more(len(things) - _MOST), self._muted)


def _text(line: Line) -> str:
    return "".join(isolate(run.text) if run.foreign else run.text for run in line)
