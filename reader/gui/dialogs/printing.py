"""An article on paper: laid out on pages, painted with its marks, a running title, page numbers.

Always in the light theme. Distances are pixels of 96 to the inch, whatever the device: whoever
paints scales the painter. Lines are never cut by a page's end, since Qt moves a line that does
not fit, and what is painted under the text follows its lines.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QFontMetricsF,
    QPageLayout,
    QPainter,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from reader.gui.dialogs.print_material import Material, Wording
from reader.gui.dialogs.summary_preview import report_document
from reader.gui.kit.fonts import Typography, interface_font
from reader.gui.kit.theme import Theme
from reader.gui.page.document import ArticleDocument, Shown
from reader.gui.page.document_builder import build
from reader.gui.page.document_style import Style
from reader.gui.page.mark_layout import MarkIndex
from reader.gui.page.page_painter import PagePainter
from reader.model.article import Block, BlockKind, BlockState, Direction

DPI: Final = 96
_HEAD: Final = 30.0
_FOOT: Final = 34.0
"""Room above and below the text for the running title and the page number."""
_SMALL: Final = 11
_BELOW_FRONT: Final = 14.0
_BREATH: Final = 12.0
"""What is left free at a page's end, for a mark's line under the last line of text."""
_ROOM: Final = Block(
    id="room",
    kind=BlockKind.RULE,
    start=0,
    end=0,
    dir=Direction.RTL,
    state=BlockState.SURE,
    reason="print",
)
"""A block without text before the article's: Qt leaves no margin above a document's first one."""
_AT_ONCE: Final = 4_000
"""So many characters are laid out in one step."""


class Paper:
    """The pages of one article."""

    def __init__(
        self, material: Material, layout: QPageLayout, typography: Typography, wording: Wording
    ) -> None:
        self._material = material
        self._wording = wording
        self._theme = Theme.load("light")
        self._style = Style(typography, self._theme)
        full = layout.fullRectPoints()
        self.size = QSizeF(full.width(), full.height()) * (DPI / 72)
        """Of a page."""
        room = layout.paintRectPoints()
        self._room = QRectF(
            QPointF(room.left(), room.top()) * (DPI / 72),
            QSizeF(room.width(), room.height()) * (DPI / 72),
        ).adjusted(0, _HEAD, 0, -_FOOT)
        self._front = self._made_front()
        self._document = self._made_document()
        self._painter = PagePainter(self._document, self._style, material.direction)
        self._painter.set_marks(MarkIndex(material.marks))
        self._report: QTextDocument | None = None
        self._counts = (0, 0)

    @property
    def count(self) -> int:
        """How many pages there are, once they are laid out."""
        return sum(self._counts)

    def lay_out(self) -> Generator[float, None, None]:
        """Lay the pages out step by step; tells the fraction done."""
        layout, done = self._document.documentLayout(), 0
        block, length = self._document.firstBlock(), max(self._document.characterCount(), 1)
        while block.isValid():
            layout.blockBoundingRect(block)
            done += block.length()
            if done >= _AT_ONCE:
                yield min(block.position() / length, 1.0)
                done = 0
            block = block.next()
        pages = self._document.pageCount()
        if self._material.report:
            self._report = self._made_report()
            yield 1.0
            self._counts = (pages, self._report.pageCount())
        else:
            self._counts = (pages, 0)

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint a page, counted from 0, at the painter's origin."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_furniture(painter, number)
        within = number
        if within < self._counts[0]:
            self._paint_article(painter, within)
        elif self._report is not None:
            self._paint_report(painter, within - self._counts[0], self._report)
        painter.restore()

    # The article

    def _made_document(self) -> ArticleDocument:
        """Only what belongs to the article: nothing stands for what is left out."""
        material, gutter = self._material, self._style.gutter
        dropped = {"state": BlockState.DROPPED}
        blocks = tuple(
            b if b.id in material.shown else b.model_copy(update=dropped)
            for b in material.article.blocks
        )
        article = material.article.model_copy(update={"blocks": (_ROOM, *blocks)})
        column = round(self._room.width())
        shown = Shown(material.shown | {_ROOM.id}, direction=material.chosen, column=column)
        document = build(article, shown, self._style)
        document.setUseDesignMetrics(True)  # letters stand as evenly on paper as at any scale
        frame = document.rootFrame().frameFormat()
        frame.setBottomMargin(_BREATH)
        document.rootFrame().setFrameFormat(frame)
        self._make_room(document.firstBlock())
        document.setPageSize(QSizeF(self._room.width() + 2 * gutter, self._room.height()))
        return document

    def _make_room(self, first: QTextBlock) -> None:
        """Make the first block an empty one, as high as the lines above the text."""
        form = QTextBlockFormat()
        height = self._front.size().height() + _BELOW_FRONT
        form.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        QTextCursor(first).setBlockFormat(form)

    def _paint_article(self, painter: QPainter, number: int) -> None:
        gutter, page = self._style.gutter, self._document.pageSize()
        if number == 0:
            self._paint_front(painter)
        area = QRectF(0, number * page.height(), page.width(), page.height())
        painter.translate(self._room.left() - gutter, self._room.top() - area.top())
        painter.setClipRect(area)
        self._painter.paint(painter, area, area)
        self._paint_text(painter, self._document, area)

    # Above the text

    def _made_front(self) -> QTextDocument:
        document = self._blank(self._plain_font(_SMALL))
        cursor, form = QTextCursor(document), QTextBlockFormat()
        form.setLayoutDirection(self._direction())
        form.setAlignment(Qt.AlignmentFlag.AlignLeading)
        form.setBottomMargin(2)
        chars = QTextCharFormat()
        chars.setForeground(self._theme.colour("muted"))
        for number, line in enumerate(self._material.origin):
            if number:
                cursor.insertBlock(form, chars)
            else:
                cursor.setBlockFormat(form)
            cursor.insertText(line, chars)
        document.setTextWidth(self._room.width())
        return document

    def _paint_front(self, painter: QPainter) -> None:
        painter.save()
        painter.translate(self._room.topLeft())
        self._front.drawContents(painter)
        y = self._front.size().height() + 5
        painter.fillRect(QRectF(0, y, self._room.width(), 0.75), self._theme.colour("border"))
        painter.restore()

    # After the article

    def _made_report(self) -> QTextDocument:
        document = report_document(
            self._material.report,
            self._material.language,
            font=self._plain_font(13),
            palette=self._theme.palette(),
            more=self._wording.more,
        )
        document.setDocumentMargin(0)
        document.setUseDesignMetrics(True)
        document.setPageSize(QSizeF(self._room.width(), self._room.height()))
        return document

    def _paint_report(self, painter: QPainter, number: int, report: QTextDocument) -> None:
        page = report.pageSize()
        area = QRectF(0, number * page.height(), page.width(), page.height())
        painter.translate(self._room.left(), self._room.top() - area.top())
        painter.setClipRect(area)
        self._paint_text(painter, report, area)

    # Around the text

    def _paint_furniture(self, painter: QPainter, number: int) -> None:
        """The running title above, but for the first page, and the number below."""
        room, small = self._room, self._plain_font(_SMALL)
        painter.setFont(small)
        painter.setPen(self._theme.colour("muted"))
        option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        option.setTextDirection(self._direction())
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        title = QFontMetricsF(small).elidedText(
            self._material.title, Qt.TextElideMode.ElideRight, room.width()
        )
        if number:
            above = QRectF(room.left(), room.top() - _HEAD, room.width(), _HEAD - 12)
            painter.drawText(above, title, option)
            line = QRectF(room.left(), above.bottom() + 2, room.width(), 0.75)
            painter.fillRect(line, self._theme.colour("border"))
        option.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        below = QRectF(room.left(), room.bottom() + 10, room.width(), _FOOT - 10)
        painter.drawText(below, self._wording.page(number, max(self.count, 1)), option)

    # Helps

    def _blank(self, font: QFont) -> QTextDocument:
        document = QTextDocument()
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setUseDesignMetrics(True)
        document.setDefaultFont(font)
        return document

    def _plain_font(self, size: int) -> QFont:
        font = interface_font()
        font.setPixelSize(size)
        return font

    def _direction(self) -> Qt.LayoutDirection:
        rtl = self._material.direction is Direction.RTL
        return Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight

    def _paint_text(self, painter: QPainter, document: QTextDocument, area: QRectF) -> None:
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = area
        palette = self._theme.palette()
        palette.setColor(QPalette.ColorRole.Text, self._theme.colour("ink"))
        context.palette = palette
        document.documentLayout().draw(painter, context)
