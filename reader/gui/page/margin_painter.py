"""Paints what stands beside the text: bullets, the bars of quotations, links, notes and ties."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF, QTextBlock

from reader.gui.kit.fonts import interface_font
from reader.gui.page.document import ArticleDocument, ShownBlock
from reader.gui.page.document_style import Style, Trait
from reader.text.bidi import isolate

_NOTE: Final = QRectF(0, 0, 13, 14)
_TIE_DEPTH: Final = 9.0
_TIE_STEP: Final = 5.0
_SAME_LINE: Final = 8.0
_RADIUS: Final = 6.0
_DOT: Final = 2.2
_ARROW: Final = 6.0
"""How long an arrow to what is not on the screen is, in pixels."""

_REACH = 4.0
"""How far around an arrow a pointer hits it."""


class MarginPainter:
    """Paints the decorations of one document. Coordinates are those of the document."""

    def __init__(self, document: ArticleDocument, style: Style) -> None:
        self._document = document
        self._style = style
        self._theme = style.theme
        self._traits: dict[Trait, Callable[[QPainter, QTextBlock, QRectF, bool], None]] = {
            Trait.MARKER: self._paint_marker,
            Trait.QUOTE: lambda p, _, rect, rtl: self._paint_bar(p, rect, "accent", 3, rtl),
            Trait.LEFT_OUT: lambda p, _, rect, rtl: self._paint_bar(
                p, rect, "border_strong", 1, rtl
            ),
            Trait.RULE: lambda p, _, rect, __: self._paint_rule(p, rect),
            Trait.PLACEHOLDER: self._paint_placeholder,
            Trait.RULED_OFF: lambda p, _, rect, __: self._paint_row_line(p, rect),
        }

    def paint_blocks(self, painter: QPainter, blocks: Iterable[ShownBlock]) -> None:
        """Paint what belongs to the blocks themselves."""
        for shown in blocks:
            block, rect = shown.block, shown.rect
            form = block.blockFormat()
            rtl = form.layoutDirection() is Qt.LayoutDirection.RightToLeft
            for trait, paint in self._traits.items():
                if form.hasProperty(trait):
                    paint(painter, block, rect, rtl)
            self._paint_links(painter, shown)

    def _paint_marker(self, painter: QPainter, block: QTextBlock, rect: QRectF, rtl: bool) -> None:
        marker = str(block.blockFormat().property(Trait.MARKER))
        line = block.layout().lineAt(0)
        gap = self._style.em * 0.45
        room = self._style.em * 4
        left = rect.right() + gap if rtl else rect.left() - gap - room
        box = QRectF(left, rect.top() + line.y(), room, line.height())
        painter.setFont(block.charFormat().font())
        painter.setPen(self._theme.colour("muted"))
        # The marker hugs the text: at its right where that runs from right to left.
        side = Qt.AlignmentFlag.AlignLeft if rtl else Qt.AlignmentFlag.AlignRight
        words = f"\u200f{marker}\u200f" if rtl else marker
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_bar(
        self, painter: QPainter, rect: QRectF, role: str, width: float, rtl: bool
    ) -> None:
        gap = self._style.em * 0.7
        x = rect.right() + gap if rtl else rect.left() - gap
        painter.fillRect(
            QRectF(x - width / 2, rect.top(), width, rect.height()), self._theme.colour(role)
        )

    def _paint_rule(self, painter: QPainter, rect: QRectF) -> None:
        third = rect.width() / 3
        line = QRectF(rect.left() + third, round(rect.center().y()), third, 1)
        painter.fillRect(line, self._theme.colour("border_strong"))

    def _paint_row_line(self, painter: QPainter, rect: QRectF) -> None:
        """Above a table cell: all cells of a row begin at the same height."""
        padding = self._style.cell_padding
        line = QRectF(
            rect.left() - padding, round(rect.top()) - padding - 1, rect.width() + 2 * padding, 1
        )
        painter.fillRect(line, self._theme.colour("border"))

    def _paint_placeholder(
        self, painter: QPainter, block: QTextBlock, rect: QRectF, rtl: bool
    ) -> None:
        """A frame as wide as the column around the words of an image, and the sign of one."""
        pen = QPen(self._theme.colour("border_strong"), 1)
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        left = self._style.gutter
        frame = QRectF(left, rect.top(), self._document.textWidth() - 2 * left, rect.height())
        painter.drawRoundedRect(frame.adjusted(0, -2, 0, 2), 5, 5)
        size = self._style.em * 0.8
        x = frame.right() - size * 1.7 if rtl else frame.left() + size * 0.7
        from reader.gui.kit.icons import paint_icon  # few pages have use for it

        sign = QRectF(x, frame.center().y() - size / 2, size, size)
        paint_icon(painter, "image-off", sign, self._theme.colour("muted"))
        if block.length() == 1:  # it says nothing itself
            self._paint_unsaid(painter, rect, rtl)

    def _paint_unsaid(self, painter: QPainter, rect: QRectF, rtl: bool) -> None:
        words = QCoreApplication.translate("Page", "An image that was not saved with the page")
        font = interface_font()
        font.setPixelSize(round(self._style.em * 0.66))
        painter.setFont(font)
        painter.setPen(self._theme.colour("muted"))
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, isolate(words))

    def _paint_links(self, painter: QPainter, shown: ShownBlock) -> None:
        painter.setPen(QPen(self._theme.colour("border_strong"), 1))
        for start, end in self._document.visible(shown):
            for run in self._document.links.overlapping(start, end):
                inside = max(run.start, start), min(run.end, end)
                for span in self._document.line_spans(shown, *inside):
                    y = span.baseline + self._style.em * 0.16
                    for left, right in span.boxes:
                        line = QLineF(left, y, right, y)
                        painter.drawLine(line.translated(shown.rect.topLeft()))

    # Beside the text

    def note_sign(self, y: float, place: int, *, rtl: bool) -> QRectF:
        """The sign of the note on the line at `y`, the `place`-th from the text, from 0."""
        step = (_NOTE.width() + 3) * place
        inside = self._style.gutter - _NOTE.width() - 10 - step
        x = self._document.textWidth() - inside - _NOTE.width() if rtl else inside
        return _NOTE.translated(x, y - _NOTE.height())

    def paint_note_signs(self, painter: QPainter, signs: Iterable[QRectF]) -> None:
        painter.setPen(QPen(self._theme.colour("note"), 1.3))
        painter.setBrush(self._theme.colour("page"))
        for sign in signs:
            painter.drawRoundedRect(sign, 2.5, 2.5)
            for share in (0.32, 0.55, 0.78):
                y = sign.top() + sign.height() * share
                painter.drawLine(QPointF(sign.left() + 3, y), QPointF(sign.right() - 3, y))

    def paint_tie(
        self, painter: QPainter, heights: Sequence[float], screen: QRectF, number: int, *, rtl: bool
    ) -> dict[int, QRectF]:
        """A bracket in the margin at the end of the lines: from one mark to all that it is tied to.

        Args:
            painter: of the page.
            heights: of the mark itself, and of those tied to it; outside the screen: somewhere
                beyond that edge of it, where an arrow points.
            screen: what is seen of the document.
            number: of the bracket, from 0: each further one stands further out.
            rtl: whether lines end at the left.

        Returns:
            Which way an arrow points, up (-1) or down (1) -> where it can be hit.
        """
        inside = _apart(h for h in heights if screen.top() <= h <= screen.bottom())
        before, after = min(heights) < screen.top(), max(heights) > screen.bottom()
        if len(inside) + before + after < 2:
            return {}  # all on one line, whose outlines tell as much; or all beyond one edge
        top = screen.top() + _ARROW if before else inside[0]
        bottom = screen.bottom() - _ARROW if after else inside[-1]
        out = -1 if rtl else 1
        near = self._style.gutter - 5
        x = near if rtl else self._document.textWidth() - near
        far = x + out * min(_TIE_DEPTH + number * _TIE_STEP, self._style.gutter - 10)
        colour = self._theme.colour("tie")
        painter.setPen(QPen(colour, 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_bracket(x, far, (top, bottom), inside))
        painter.setBrush(colour)
        for y in inside:
            own = abs(y - heights[0]) < _SAME_LINE
            size = _DOT * (1.5 if own else 1)
            painter.drawEllipse(QPointF(x, y), size, size)
        arrows = {}
        for edge, is_beyond, way in ((top, before, -1), (bottom, after, 1)):
            if is_beyond:
                arrow = _arrow(far, edge, way)
                painter.drawPolygon(arrow)
                arrows[way] = arrow.boundingRect().adjusted(-_REACH, -_REACH, _REACH, _REACH)
        return arrows


def _apart(heights: Iterable[float]) -> list[float]:
    """The heights from the top down, each line's but once."""
    found: list[float] = []
    for height in sorted(heights):
        if not found or height - found[-1] >= _SAME_LINE:
            found.append(height)
    return found


def _bracket(
    x: float, far: float, ends: tuple[float, float], heights: Sequence[float]
) -> QPainterPath:
    """A spine at `far` between two heights, with a rounded arm to `x` at each of the others."""
    top, bottom = ends
    path = QPainterPath(QPointF(far, top))
    radius = min(_RADIUS, abs(far - x), max((bottom - top) / 2, 0))
    away = radius if far > x else -radius
    first, last = top, bottom
    for y in heights:
        path.moveTo(x, y)
        path.lineTo(far - away, y)
        if y == top:
            first = y + radius
            path.quadTo(far, y, far, first)
        elif y == bottom:
            last = y - radius
            path.quadTo(far, y, far, last)
        else:
            path.lineTo(far, y)
    path.moveTo(far, first)
    path.lineTo(far, last)
    return path


def _arrow(x: float, y: float, way: int) -> QPolygonF:
    """A small triangle that points up (-1) or down (1), its foot at a height."""
    half = _ARROW * 0.6
    return QPolygonF([QPointF(x - half, y), QPointF(x + half, y), QPointF(x, y + way * _ARROW)])
