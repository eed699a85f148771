"""The reading view: what a person does on the page, by mouse and by keyboard.

It knows nothing of sessions: what is done is told by signals. Offsets are code points of the page
text, half-open.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDeadlineTimer, QEvent, QMimeData, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QWidget

from reader.gui.kit.fonts import Typography
from reader.gui.kit.plain import plain, tool_tip
from reader.gui.kit.theme import Theme
from reader.gui.page.article_header import host_of
from reader.gui.page.page_view import PageView
from reader.text import graphemes
from reader.text.bidi import isolate

if TYPE_CHECKING:
    from uuid import UUID

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SIDEWAYS: Final = (Qt.Key.Key_Left, Qt.Key.Key_Right)
_BY_WORD: Final = (
    QKeySequence.StandardKey.MoveToNextWord,
    QKeySequence.StandardKey.MoveToPreviousWord,
    QKeySequence.StandardKey.SelectNextWord,
    QKeySequence.StandardKey.SelectPreviousWord,
)
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_CONTROL: Final = Qt.KeyboardModifier.ControlModifier


class ReadingView(PageView):
    """An article, to be read, selected and marked."""

    selection_changed = Signal(int, int)
    """The span that is selected now, snapped to grapheme clusters; empty if none is."""
    selection_finished = Signal()
    """The button or the key that selected is up."""
    mark_clicked = Signal(tuple)
    """UUIDs of the marks at the click, the shortest first; a further click there begins with the
    next one. Empty where there is none."""
    menu_opening = Signal(QMenu)
    """The menu of a place: others may add to it."""

    def __init__(
        self, theme: Theme, typography: Typography | None = None, parent: QWidget | None = None
    ) -> None:
        self._span = self._finished = (0, 0)
        self._renewing = False
        self._clicked_at: int | None = None
        self._thrice = QDeadlineTimer()
        """Until when one more click is the third."""
        self._lines: tuple[object, list[tuple[int, int]]] | None = None
        super().__init__(theme, typography, parent)
        self._clicked: tuple[UUID, ...] = ()
        self.carry: Callable[[str], QMimeData] = plain
        """What is made of selected words that are copied."""
        self.selectionChanged.connect(self._on_selection_changed)
        self._retranslate()

    # Selecting

    def selection(self) -> tuple[int, int] | None:
        """The selected span, snapped to grapheme clusters; None if nothing is selected."""
        return self._span if self._span[0] < self._span[1] else None

    def caret(self) -> int:
        """The offset at which the caret stands."""
        return self._document.table.offset(self.textCursor().position())

    def selection_rect(self) -> QRect:
        """What the selection covers of the screen, in coordinates of this view; empty if none."""
        return self.span_rect(*self._span)

    def ends(self) -> tuple[int, int]:
        """Where the selection began and where its moving end is; twice the caret if none is.

        A caret that was scrolled off the screen is where the screen begins.
        """
        if (span := self.selection()) is None:
            seen = self.viewport().rect().intersects(self.cursorRect())
            at = self.caret() if seen else self.first_visible()
            return at, at
        cursor = self.textCursor()
        return span if cursor.anchor() <= cursor.position() else (span[1], span[0])

    def lines(self) -> list[tuple[int, int]]:
        """The blocks of text that are on the page now, in reading order: what can be selected."""
        if self._lines is None or self._lines[0] is not self._document:
            position, article = self._document.table.position, self._article
            blocks = article.blocks if article else ()
            found = [(b.start, b.end) for b in blocks if b.has_text and b.start < b.end]
            found = [line for line in found if position(line[0]) is not None]
            self._lines = (self._document, found)
        return self._lines[1]

    def select(self, start: int, end: int) -> None:
        """Select a span and bring it onto the screen; what is left out of it stays so.

        The second is the end that moves, by keys: it may stand before the first.
        """
        self._move_caret(start, end)
        self.scroll_to(min(start, end))

    def put_caret(self, offset: int) -> None:
        """Put the caret somewhere; nothing is selected then. Scrolls no further than it must."""
        self._move_caret(offset, offset)

    def clear_selection(self) -> None:
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def _renew(self, *, keep: bool = False) -> None:
        span, self._renewing = (self._span if keep else (0, 0)), True
        try:
            super()._renew(keep=keep)
            if span[0] < span[1]:
                self._reselect(*span)
        finally:
            self._renewing = False
        self._on_selection_changed()

    def _reselect(self, start: int, end: int) -> None:
        scrolled = int(self.scrolled().y())
        self._move_caret(start, end)
        self.scroll_down_to(scrolled)  # moving the caret scrolls to it

    def _on_selection_changed(self) -> None:
        span = self._selected_span()
        if not self._renewing and span != self._span:
            self._span, self._finished = span, (0, 0)
            self.selection_changed.emit(*span)

    def _selected_span(self) -> tuple[int, int]:
        cursor, table = self.textCursor(), self._document.table
        if self._article is None or not cursor.hasSelection():
            return 0, 0
        start, end = sorted((table.offset(cursor.anchor()), table.offset(cursor.position())))
        text = self._article.page_text[start:end]
        # A triple click takes the line's end along, a careless drag the space beside a word.
        start += len(text) - len(text.lstrip())
        end -= len(text) - len(text.rstrip())
        return graphemes.snap(self._article.page_text, start, end) if start < end else (0, 0)

    def createMimeDataFromSelection(self) -> QMimeData:
        """The canonical characters: Qt's own would have spaces for no-break spaces."""
        selected = self.selection()
        return self.carry(self._document.table.text(*selected)) if selected else QMimeData()

    def read_from(self, offset: int) -> None:
        super().read_from(offset)
        scrolled = int(self.scrolled().y())
        self._move_caret(offset, offset)
        self.scroll_down_to(scrolled)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if not self._thrice.hasExpired() and event.button() is Qt.MouseButton.LeftButton:
            self._thrice = QDeadlineTimer()
            self._take_sentence()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._thrice = QDeadlineTimer(QApplication.doubleClickInterval())
            self._clicked_at = self.offset_at(event.position().toPoint())
            self._take_word()

    def _take_word(self) -> None:
        """Select the word that was clicked twice: Qt takes an Arabic comma along with it."""
        if (span := self.selection()) is None or self._article is None:
            return
        from reader.text.words import word_span  # what hands do comes after the first sight

        text, at = self._article.page_text, self._clicked_at
        word = word_span(text, at) if at is not None else span
        if span[0] <= word[0] < word[1] <= span[1]:
            self._move_caret(*word)

    def _take_sentence(self) -> None:
        """Select the sentence that was clicked three times: Qt has taken the whole paragraph."""
        from reader.text.stretches import sentences  # as in `_take_word`

        at, text = self._clicked_at, self._article.page_text if self._article else ""
        lines = [line for line in self.lines() if at is not None and line[0] <= at <= line[1]]
        found = (s for line in lines for s in sentences(text, line) if s[0] <= (at or 0) <= s[1])
        if (sentence := next(found, None)) is not None:
            self._move_caret(*sentence)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self.selection():
            self._finish()
        elif event.modifiers() & _CONTROL:
            self._copy_link(event.position().toPoint())
        else:
            self._click(event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if not event.buttons():
            point = event.position().toPoint()
            on_mark = bool(self.marks_at(point) or self.beyond_at(point))
            shape = Qt.CursorShape.PointingHandCursor if on_mark else Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(shape)

    def _click(self, point: QPoint) -> None:
        if beyond := self.beyond_at(point):
            self.mark_clicked.emit((beyond[0].id,))
            self.scroll_to(beyond[0].start)
            return
        ids = tuple(mark.id for mark in self.marks_at(point))
        if ids and set(ids) == set(self._clicked):
            ids = (*self._clicked[1:], *self._clicked[:1])
        self._clicked = ids
        self.mark_clicked.emit(ids)

    def _link_at(self, point: QPoint) -> str | None:
        offset = self.offset_at(point)
        return None if offset is None else self._document.link_at(offset)

    def _copy_link(self, point: QPoint) -> None:
        if link := self._link_at(point):
            self._copy_address(link)
            said = self.tr("Address copied: {host}").format(host=isolate(host_of(link)))
            QToolTip.showText(self.viewport().mapToGlobal(point), tool_tip(said), self)

    @staticmethod
    def _copy_address(link: str) -> None:
        QGuiApplication.clipboard().setText(link)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            tip = self._tip(event.pos())
            QToolTip.showText(event.globalPos(), tool_tip(tip) if tip else "", self)
            return True
        return super().viewportEvent(event)

    def _tip(self, point: QPoint) -> str:
        lines = [mark.label for mark in self.marks_at(point) if mark.label]
        if beyond := self.beyond_at(point):
            said = self.tr(
                "%n linked mark(s) that way. A click leads to the nearest.", "", len(beyond)
            )
            lines.insert(0, said)
        if hidden := self.hidden_at(point):
            from reader.gui.kit.hidden_names import hidden_name  # few pages have any
            from reader.gui.kit.layouts import titled

            lines.insert(0, titled(hidden_name(hidden)))
        if link := self._link_at(point):
            where = self.tr("Link to {host}").format(host=isolate(host_of(link)))
            lines += [where, self.tr("Ctrl and a click copy its address")]
        return "\n".join(lines)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.modifiers():
            self._enter()
        elif event.matches(QKeySequence.StandardKey.Copy) and not self.selection():
            event.accept()
        elif any(event.matches(key) for key in _BY_WORD):
            self._go_by_word(event)
        elif event.key() in _SIDEWAYS:
            before = self.textCursor().position()
            super().keyPressEvent(event)
            self._go_on_reading(before)
        else:
            super().keyPressEvent(event)

    def _go_by_word(self, event: QKeyEvent) -> None:
        """Qt stops before each space as well, and follows a table's columns from the left."""
        if self._article is None:
            return
        from reader.text.stretches import by_word  # as in `_take_word`

        anchor, position = self.ends()
        rtl = self.textCursor().block().textDirection() is Qt.LayoutDirection.RightToLeft
        by = 1 if (event.key() == Qt.Key.Key_Left) == rtl else -1
        reached = by_word(self._article.page_text, position, by, self.lines())
        self._move_caret(anchor if event.modifiers() & _SHIFT else reached, reached)
        self.ensureCursorVisible()

    def _go_on_reading(self, before: int) -> None:
        """Qt steps through a right-to-left table's columns from the left: step as one reads."""
        cursor, table = self.textCursor(), self._document.table
        forward = cursor.position() > before
        left, reached = table.piece_at(before), table.piece_at(cursor.position())
        if left is None or reached is None or left == reached:
            return
        meant = table.after(left, 1 if forward else -1)
        if meant is None or meant == reached:
            return
        moving = QTextCursor.MoveMode
        mode = moving.KeepAnchor if cursor.hasSelection() else moving.MoveAnchor
        cursor.setPosition(meant.position if forward else meant.position_end, mode)
        self.setTextCursor(cursor)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        super().keyReleaseEvent(event)
        held = event.key() != Qt.Key.Key_Shift and event.modifiers() & _SHIFT
        if not held and self.selection() and self._span != self._finished:
            self._finish()

    def _finish(self) -> None:
        self._finished = self._span
        self.selection_finished.emit()

    def _enter(self) -> None:
        """What a click at the caret would do."""
        position = self.textCursor().position()
        run = next((r for r in self._document.collapsed if r.position == position), None)
        if run is not None:
            self._on_bar_chosen(run)
            return
        self._click(self.cursorRect().center())

    # Menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        point = self.cursorRect().center() if by_key else event.pos()
        menu = self._menu(point)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu_opening.emit(menu)
        menu.popup(self.viewport().mapToGlobal(point))

    def _menu(self, point: QPoint) -> QMenu:
        menu = QMenu(self)
        self._offer_marks(menu, point)
        copy = menu.addAction(self.tr("Copy"), self.copy)
        copy.setEnabled(self.selection() is not None)
        menu.addAction(self.tr("Select all"), self.selectAll)
        if link := self._link_at(point):
            words = self.tr("Copy the link's address ({host})").format(host=isolate(host_of(link)))
            menu.addAction(words.replace("&", "&&"), lambda: self._copy_address(link))
        offset = self.offset_at(point)
        block = None if offset is None else self._document.block_at(offset)
        if block is not None:
            shown = block.id in self._shown.ids
            leave, bring = self.tr("Leave this paragraph out"), self.tr("Bring this paragraph in")
            choice = (block.id,), not shown
            menu.addSeparator()
            menu.addAction(
                leave if shown else bring, lambda: self.block_choice_requested.emit(*choice)
            )
        return menu

    def _offer_marks(self, menu: QMenu, point: QPoint) -> None:
        """A row for each mark at the point: one that lies under others is reached here."""
        from reader.gui.page.mark_menu import add_marks  # as in `_take_word`

        if marks := self.marks_at(point):
            add_marks(
                menu,
                marks,
                lambda mark: self._document.table.text(mark.start, mark.end),
                self._style.theme,
                lambda mark_id: self.mark_clicked.emit((mark_id,)),
            )
            menu.addSeparator()

    # Words

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.viewport().update()  # the frames of missing images bear words
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Text of the article"))
