"""One side of a row of a comparison: its paragraphs set in lines, each in its own direction."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from reader.gui.dialogs.run_brush import RunBrush
from reader.gui.kit.fonts import Typography
from reader.gui.kit.theme import Theme
from reader.gui.page.mark_geometry import merged
from reader.model.article import BlockKind, Direction
from reader.model.comparison import Paragraph, Run, RunKind
from reader.session.abridging import MOST, abridged
from reader.text.utf16 import Utf16Map

_SIZES: Final = {BlockKind.TITLE: 1.25, BlockKind.HEADING: 1.1, BlockKind.CAPTION: 0.86}
"""Factors of the reading size; a column of two is too narrow for larger ones."""
_BOLD: Final = (BlockKind.TITLE, BlockKind.HEADING)
_BETWEEN: Final = 0.5
"""Room between two paragraphs of one side, in ems."""


class Setting:
    """How the paragraphs of a comparison are set."""

    def __init__(self, typography: Typography, theme: Theme) -> None:
        self.theme = theme
        self.em = typography.pixels
        self.leading = typography.line_height * typography.em
        """From one baseline to the next, for letters of the usual size."""
        self._font = typography.font()
        self._brushes: dict[float, RunBrush] = {}

    def font(self, kind: BlockKind) -> QFont:
        font = QFont(self._font)
        font.setPixelSize(round(self.em * _SIZES.get(kind, 1)))
        font.setBold(kind in _BOLD)
        return font

    def brush(self, kind: BlockKind) -> RunBrush:
        em = self.em * _SIZES.get(kind, 1)
        if em not in self._brushes:
            self._brushes[em] = RunBrush(self.theme, em)
        return self._brushes[em]

    def line_height(self, kind: BlockKind) -> float:
        return self.leading * _SIZES.get(kind, 1)

    def guess(self, paragraphs: tuple[Paragraph, ...], width: float) -> float:
        """About how high paragraphs will be: they are set when they come into sight."""
        per_line = max(width / (self.em * 0.42), 1)
        lines = sum(int(min(len(p.text), MOST) / per_line) + 1 for p in paragraphs)
        return lines * self.leading


class _Piece(NamedTuple):
    """The part of a run that stands on one line."""

    kind: RunKind
    boxes: tuple[tuple[float, float], ...]
    baseline: float


class _Set:
    """One paragraph in lines, from its own top."""

    def __init__(self, paragraph: Paragraph, width: float, setting: Setting) -> None:
        self._paragraph = paragraph
        self._units = Utf16Map(paragraph.text)
        rtl = paragraph.dir is Direction.RTL
        option = QTextOption(Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        )
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.layout = QTextLayout(paragraph.text, setting.font(paragraph.kind))
        self.layout.setTextOption(option)
        self.layout.setCacheEnabled(True)
        self.layout.setFormats(list(self._formats()))
        self._brush = setting.brush(paragraph.kind)
        self.height = self._break(width, setting.line_height(paragraph.kind))
        self._pieces: tuple[_Piece, ...] | None = None

    def _formats(self) -> Iterator[QTextLayout.FormatRange]:
        """A number that changed is bold; no letter changes, so that words stay joined."""
        for run in self._paragraph.runs:
            if run.kind is RunKind.NUMBER:
                found = QTextLayout.FormatRange()
                found.start = self._units.to_utf16(run.start)
                found.length = self._units.to_utf16(run.end) - found.start
                bold = QTextCharFormat()
                bold.setFontWeight(QFont.Weight.Bold)
                found.format = bold
                yield found

    def _break(self, width: float, leading: float) -> float:
        y = 0.0
        self.layout.beginLayout()
        while (line := self.layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y + (leading - line.height()) / 2))
            y += leading
        self.layout.endLayout()
        return y

    def paint(self, painter: QPainter, at: QPointF) -> None:
        if self._pieces is None:
            self._pieces = tuple(self._cut())
        painter.translate(at)
        for piece in self._pieces:
            for box in piece.boxes:
                self._brush.under(painter, piece.kind, box, piece.baseline)
        self.layout.draw(painter, QPointF())
        for piece in self._pieces:
            for box in piece.boxes:
                self._brush.over(painter, piece.kind, box, piece.baseline)
        painter.translate(-at)

    def _cut(self) -> Iterator[_Piece]:
        """The runs that differ, line by line."""
        lines = [self.layout.lineAt(n) for n in range(self.layout.lineCount())]
        for run in self._paragraph.runs:
            if run.kind is not RunKind.SAME:
                for line in lines:
                    if piece := self._piece(run, line):
                        yield piece

    def _piece(self, run: Run, line: QTextLine) -> _Piece | None:
        to_points, text = self._units.to_code_points, self._paragraph.text
        first = max(run.start, to_points(line.textStart()))
        last = min(run.end, to_points(line.textStart() + line.textLength()))
        # White space at an edge says nothing, and hangs over the column at the end of a line.
        while first < last and text[last - 1].isspace():
            last -= 1
        while first < last and text[first].isspace():
            first += 1
        if first >= last:
            return None
        start, end = self._units.to_utf16(first), self._units.to_utf16(last)
        boxes = merged(line.glyphRuns(start, end - start))
        return _Piece(run.kind, boxes, line.y() + line.ascent())


class FacingCell:
    """The paragraphs of one side of a row, as high as they need at a width."""

    def __init__(self, paragraphs: tuple[Paragraph, ...], width: float, setting: Setting) -> None:
        self._sets = [_Set(abridged(p), width, setting) for p in paragraphs]
        self._between = setting.em * _BETWEEN
        gaps = self._between * max(len(self._sets) - 1, 0)
        self.height = sum(one.height for one in self._sets) + gaps

    def paint(self, painter: QPainter, where: QRectF) -> None:
        """Paint it from the upper left corner of a rectangle on."""
        at = where.topLeft()
        for one in self._sets:
            one.paint(painter, at)
            at += QPointF(0, one.height + self._between)
