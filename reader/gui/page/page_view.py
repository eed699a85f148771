"""The page of an article: its document, the marks under the text, the header and the bars in it.

What stands where is asked here in offsets: code points of the page text, half-open.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from reader.gui.kit.fonts import Typography
from reader.gui.kit.theme import Theme
from reader.gui.page.article_header import ArticleHeader
from reader.gui.page.collapsed_bars import CollapsedBars
from reader.gui.page.column_view import Anchor, ColumnView
from reader.gui.page.document import ArticleDocument, Collapsed, Shown
from reader.gui.page.document_builder import build
from reader.gui.page.document_style import COLLAPSED_HEIGHT, Style
from reader.gui.page.found_painter import Found
from reader.gui.page.found_ticks import FoundTicks, knots
from reader.gui.page.mark_geometry import aimed
from reader.gui.page.mark_layout import MarkIndex, PaintedMark
from reader.gui.page.page_painter import PagePainter
from reader.model.kinds import Direction
from reader.text.bidi import Invisible

if TYPE_CHECKING:
    from uuid import UUID

    from reader.model.seen import Article

_ABOVE_HEADER: Final = 26
_BELOW_HEADER: Final = 22


def _top(header: int) -> float:
    """Where the text begins below a header of that height."""
    return _ABOVE_HEADER + header + _BELOW_HEADER


class PageView(ColumnView):
    """Shows one article. All that it shows of a page is plain text; it opens nothing."""

    block_choice_requested = Signal(tuple, bool)
    """Ids of blocks, and whether they are to be shown."""
    moved = Signal()
    """What is on the page stands elsewhere on the screen now."""
    renewed = Signal()
    """The document was built anew: other words may be in it, see `shown_spans`."""

    def __init__(
        self, theme: Theme, typography: Typography | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("reading")
        self._style = Style(typography or Typography(), theme)
        self._article: Article | None = None
        self._shown = Shown(frozenset())
        self._invisibles: tuple[Invisible, ...] = ()
        self._index = MarkIndex()
        self._emphasised: tuple[frozenset[UUID], list[tuple[UUID, UUID]]] = frozenset(), []
        self._found = Found()
        self._document = ArticleDocument(None)
        self._room = 0
        self.was_painted = False
        """Whether it was ever seen."""
        self._header = ArticleHeader(self.viewport())
        self._bars = CollapsedBars(self.viewport(), self._on_bar_chosen)
        self._ticks = FoundTicks(self.verticalScrollBar(), lambda: knots(self._document), theme)
        # Opaque, so that scrolling moves what is painted and only the rest is painted anew.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.column_changed.connect(self._on_column_changed)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._renew()
        self._header.worded.connect(self._on_scrolled)

    # What is shown

    def show_article(
        self,
        article: Article,
        shown: Collection[str],
        *,
        everything: bool = False,
        direction: Direction | None = None,
    ) -> None:
        """Show an article; the same text version again keeps its place on the screen.

        Args:
            article: its images are decoded when they are seen.
            shown: ids of the blocks that belong to it.
            everything: show the blocks that were left out too, apart from the others.
            direction: a person's choice; None: as found.
        """
        same = self._article is not None and self._article.version == article.version
        self._article = article
        self._invisibles = self._invisibles if same else ()
        self._shown = Shown(frozenset(shown), everything, direction)
        self._header.show_metadata(article.metadata, direction or article.dir)
        self._renew(keep=same)

    def show_invisibles(self, found: Iterable[Invisible]) -> None:
        """Put a chip into the text for each of these characters; none: as the text is."""
        invisibles = tuple(found)
        if invisibles != self._invisibles:
            self._invisibles = invisibles
            self._renew(keep=True)

    def clear_article(self) -> None:
        """Show an empty page."""
        self._article = None
        self.set_marks(())
        self._renew()

    @property
    def marks(self) -> tuple[PaintedMark, ...]:
        """The marks that are painted."""
        return tuple(self._index.items)

    def set_marks(self, marks: Iterable[PaintedMark]) -> None:
        self._index = MarkIndex(marks)
        self._painter.set_marks(self._index)
        self.viewport().update()

    def change_marks(self, gone: Iterable[UUID], come: Iterable[PaintedMark]) -> None:
        """Take some marks away and put others in; what only comes is painted before it returns."""
        without = tuple(gone)
        self._index = self._index.changed(without, come)
        self._painter.set_marks(self._index)
        if without:  # lists may still hold what has gone, and would be painted along
            self.viewport().update()
        else:
            self.viewport().repaint()

    def emphasise(self, selected: Iterable[UUID], ties: Iterable[tuple[UUID, UUID]] = ()) -> None:
        """Outline marks, and tie them to those that they are linked to.

        Args:
            selected: ids of the marks that are selected.
            ties: pairs of ids; only those with a selected end are drawn.
        """
        self._emphasised = frozenset(selected), list(ties)
        self._painter.emphasise(*self._emphasised)
        self.viewport().update()

    @property
    def found(self) -> Found:
        """What is painted as found."""
        return self._found

    def set_found(self, found: Found) -> None:
        """Paint what was found, in the text and along the scroll bar."""
        self._found = found
        self._painter.set_found(found)
        self._ticks.show_found(found)
        self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        if theme == self._style.theme:
            return
        self._ticks.theme = theme
        self._style = Style(self._style.typography, theme)
        self._renew(keep=True)

    @property
    def typography(self) -> Typography:
        return self._style.typography

    def set_typography(self, typography: Typography) -> None:
        """Set the article in another way; the line that is being read stays where it is."""
        if typography != self._style.typography:
            self._style = Style(typography, self._style.theme)
            self._renew(keep=True)

    def _renew(self, *, keep: bool = False) -> None:
        """Build the document anew; what was read stays where it was if it is to be kept."""
        place = self._place() if keep else None
        self.rewind()  # else the document that goes would be laid out anew, down to here
        self._bars.set_theme(self._style.theme)
        self.setFont(self._style.typography.font())
        self.set_column(self._style.width)
        if self._document.steps is not None:
            self._document.steps.stop()
        self._document = self._build()
        self.setDocument(self._document)
        found = self._article.dir if self._article else Direction.RTL
        direction = self._shown.direction or found
        self._painter = PagePainter(self._document, self._style, direction)
        self._painter.set_marks(self._index)
        self._painter.emphasise(*self._emphasised)
        self._painter.set_found(self._found)
        self._ticks.forget()
        self._header.setVisible(self._article is not None)
        self._return_to(place)
        self._on_scrolled()
        self.renewed.emit()

    def _build(self) -> ArticleDocument:
        self._room = self._header_height()
        if self._article is None:
            return ArticleDocument(None)
        shown = self._shown._replace(
            top=_top(self._room),
            column=self._text_width(),
            invisibles=self._invisibles,
        )
        return build(self._article, shown, self._style)

    def _place(self) -> tuple[int, int] | None:
        """The first offset on the screen and the height of its line; None at the very top."""
        anchor = self.anchor()
        return (self._document.table.offset(anchor.position), anchor.top) if anchor else None

    def _return_to(self, place: tuple[int, int] | None) -> None:
        table = self._document.table
        self.restore(Anchor(table.nearest(place[0]), place[1]) if place else None)

    # Where things are

    def first_visible(self) -> int:
        """The offset of the first character on the screen: the reading position."""
        place = self._place()
        return place[0] if place else 0

    def scroll_to(self, offset: int) -> None:
        """Bring an offset onto the screen, if it is not there: a quarter from the top."""
        y = self.line_top(self._document.table.nearest(offset))
        top = y - int(self.scrolled().y())
        if not 0 <= top <= self.viewport().height() - 2 * self.fontMetrics().lineSpacing():
            self.scroll_down_to(y - self.viewport().height() // 4)

    def read_from(self, offset: int) -> None:
        """Scroll so that the line of an offset is the first on the screen; 0 is the very top."""
        y = self.line_top(self._document.table.nearest(offset)) if offset else 0
        self.scroll_down_to(y)

    def shown_spans(self) -> list[tuple[int, int]]:
        """The spans of the page that are in the document; blocks that follow each other are one."""
        return self._document.table.spans()

    def span_rect(self, start: int, end: int) -> QRect:
        """What a span covers of the screen, in coordinates of this view; empty if nothing."""
        above, below = self.fontMetrics().ascent(), self.fontMetrics().descent()
        found = QRectF()
        for shown in self._document.blocks_between(*self._screen()):
            for first, last in self._document.visible(shown):
                inside = max(start, first), min(end, last)
                for line in self._document.line_spans(shown, *inside):
                    for box in line.rects(above, below):
                        found = found.united(box.translated(shown.rect.topLeft()))
        shift = QPointF(self.viewport().pos()) - self.scrolled()
        return found.translated(shift).toAlignedRect() & self.viewport().geometry()

    def marks_at(self, point: QPoint) -> list[PaintedMark]:
        """The marks under a point of the viewport, the shortest first."""
        return self._painter.marks_at(QPointF(point) + self.scrolled())

    def beyond_at(self, point: QPoint) -> tuple[PaintedMark, ...]:
        """The marks off the screen that an arrow under a point points at, the nearest first."""
        return self._painter.beyond(QPointF(point) + self.scrolled())

    def offset_at(self, point: QPoint) -> int | None:
        """The offset of the character under a point of the viewport; None beside the text."""
        place, accuracy = QPointF(point) + self.scrolled(), Qt.HitTestAccuracy.ExactHit
        place = aimed(self._document, place)
        position = self._document.documentLayout().hitTest(place, accuracy)
        return None if position < 0 else self._document.table.offset(position)

    def hidden_at(self, point: QPoint) -> str:
        """The name of the character whose chip is under a point of the viewport; else nothing."""
        from reader.gui.page.chips import name_in  # few pages have any

        place = QPointF(point) + self.scrolled()
        return name_in(self._document.documentLayout().imageAt(place))

    def _screen(self) -> tuple[float, float]:
        top = self.scrolled().y()
        return top, top + self.viewport().height()

    # Painting, and what floats on the page

    def paintEvent(self, event: QPaintEvent) -> None:
        exposed = QRectF(event.rect()).translated(self.scrolled())
        screen = QRectF(self.viewport().rect()).translated(self.scrolled())
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), self._style.theme.colour("page"))
            painter.translate(-self.scrolled())
            self._painter.paint(painter, exposed, screen)
        super().paintEvent(event)
        self.was_painted = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._on_scrolled()

    def _text_width(self) -> int:
        return self.lineWrapColumnOrWidth() - 2 * self._style.gutter

    def _header_height(self) -> int:
        return self._header.heightForWidth(self._text_width())

    def _on_column_changed(self) -> None:
        self._document.geometry.forget()
        if self._document.pictures.in_use:  # each is fitted to the column
            self._renew(keep=True)

    def _on_scrolled(self) -> None:
        scrolled, gutter = int(self.scrolled().y()), self._style.gutter
        width, height = self._text_width(), self._header_height()
        if height != self._room:
            self._make_room(height)
        self._header.setGeometry(gutter, _ABOVE_HEADER - scrolled, width, height)
        self._bars.place(self._bars_on_screen(gutter, width))
        if self._painter.has_ties:  # they reach to the edge of the screen, wherever that is
            self.viewport().update()
        self.moved.emit()

    def _make_room(self, height: int) -> None:
        """Let the text begin below a header that has come to be higher or lower."""
        self._room = height
        frame = self._document.rootFrame()
        form = frame.frameFormat()
        form.setTopMargin(_top(height))
        frame.setFrameFormat(form)

    def _bars_on_screen(self, gutter: int, width: int) -> list[tuple[Collapsed, QRect]]:
        if not self._document.collapsed:
            return []
        scrolled = self.scrolled()
        by_position = {run.position: run for run in self._document.collapsed}
        bars: list[tuple[Collapsed, QRect]] = []
        for shown in self._document.blocks_between(*self._screen()):
            if run := by_position.get(shown.block.position()):
                top = round(shown.rect.top() - scrolled.y())
                bars.append((run, QRect(gutter, top, width, COLLAPSED_HEIGHT)))
        return bars

    def _on_bar_chosen(self, run: Collapsed) -> None:
        self.setFocus()
        self.block_choice_requested.emit(run.ids, True)

    def _move_caret(self, start: int, end: int) -> None:
        """Select from one offset to another, or put the caret there where they are the same."""
        cursor = self.textCursor()
        cursor.setPosition(self._caret_at(start, ending=start > end))
        if end != start:
            mode = QTextCursor.MoveMode.KeepAnchor
            cursor.setPosition(self._caret_at(end, ending=end > start), mode)
        self.setTextCursor(cursor)

    def _caret_at(self, offset: int, *, ending: bool) -> int:
        at = self._document.table.position(offset, ending=ending)
        return self._document.table.nearest(offset) if at is None else at
