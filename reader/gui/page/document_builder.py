"""Writes an article into a QTextDocument, block by block, through a QTextCursor.

The document holds the article's characters one for one, but for those that Qt gives a meaning,
which show as their like. Every character beside them (the words of a missing image, the marks
around an isolate) is one that no `Piece` claims.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextImageFormat,
)

from reader.gui.page.document import IMAGE_SCHEME, ArticleDocument, Collapsed, Shown
from reader.gui.page.document_style import COLLAPSED_HEIGHT, Look, Style, Trait, look_of, with_runs
from reader.gui.page.offset_table import OffsetTable, Piece
from reader.gui.page.small_steps import SmallSteps
from reader.model.kinds import BlockKind, BlockState, Direction, InlineKind
from reader.text.bidi import Invisible, digits_around
from reader.text.graphemes import previous_boundary

if TYPE_CHECKING:
    from reader.gui.page.document_tables import Grid
    from reader.model.seen import Article, Block, Inline

MAX_LAYOUT: Final = 20_000
"""Longest paragraph that Qt is given, in code points: its time grows with the square."""
MAX_CHIPS: Final = 2_000
"""Beyond these a text is no longer read but flooded."""
_NEAR: Final = 200
_Insert = Callable[[QTextCharFormat], None]
_RUNS: Final = frozenset(
    (InlineKind.BOLD, InlineKind.ITALIC, InlineKind.SUPERSCRIPT, InlineKind.SUBSCRIPT)
)
_ISOLATES: Final = {None: "\u2068", Direction.LTR: "\u2066", Direction.RTL: "\u2067"}
_POP_ISOLATE: Final = "\u2069"

# Qt would end a block or place an object at these; a lone surrogate it cannot hold at all.
_MEANINGFUL: Final = re.compile("[\n\r\u2029\ufdd0\ufdd1\ufffc\ud800-\udfff]")
_LINE_ENDS: Final = "\n\r\u2029"


def displayed(text: str) -> str:
    """The text as a document holds it: one character for one."""
    return _MEANINGFUL.sub(lambda m: "\u2028" if m[0] in _LINE_ENDS else "\ufffd", text)


def build(article: Article, shown: Shown, style: Style) -> ArticleDocument:
    """The document of an article. Fast: layout is left to the moment a block is seen."""
    return _Builder(article, shown, style).build()


class _Builder:
    """Writes the blocks of an article one after another, at the end of the document."""

    def __init__(self, article: Article, shown: Shown, style: Style) -> None:
        self._article = article
        self._shown = shown
        self._style = style
        self._document = ArticleDocument(article)
        self._document.setDefaultFont(style.typography.font())
        self._cursor = QTextCursor(self._document)
        self._pieces: list[Piece] = []
        self._hidden = {h.offset: h for h in shown.invisibles[:MAX_CHIPS]}
        self._hidden_at = sorted(self._hidden)
        if self._hidden:
            from reader.gui.page.chips import Chips  # as in `_add_table`

            self._document.chips = Chips(style.theme, style.em)
        self._framed = False  # the last block is the empty frame of an image
        self._fresh = True  # an empty block stands ready at the end

    def build(self) -> ArticleDocument:
        frame = QTextFrameFormat()
        frame.setLeftMargin(self._style.gutter)
        frame.setRightMargin(self._style.gutter)
        frame.setTopMargin(self._shown.top)
        frame.setBottomMargin(self._style.em * 4)
        self._document.rootFrame().setFrameFormat(frame)
        self._cursor.beginEditBlock()
        for add, indices in self._steps():
            add(indices)
        self._cursor.endEditBlock()
        self._document.table = OffsetTable(self._article.page_text, self._pieces)
        self._document.steps = SmallSteps(self._document)
        return self._document

    # What comes next

    def _steps(self) -> Iterator[tuple[Callable[[Sequence[int]], None], list[int]]]:
        """What to add, and which blocks: a left-out run, the cells of a table, or one block."""
        add = {"block": self._add_block, "table": self._add_table, "left out": self._add_collapsed}
        blocks = self._article.blocks
        present = (i for i, block in enumerate(blocks) if not self._is_absent(block))
        for (kind, _), group in groupby(present, key=lambda i: self._grouping(blocks[i], i)):
            yield add[kind], list(group)

    def _is_left_out(self, block: Block) -> bool:
        return block.id not in self._shown.ids

    def _is_absent(self, block: Block) -> bool:
        dropped = self._is_left_out(block) and block.state is BlockState.DROPPED
        return dropped and not self._shown.everything

    def _grouping(self, block: Block, index: int) -> tuple[str, int]:
        if self._is_left_out(block) and not self._shown.everything:
            return "left out", 0
        return ("table", block.cell.table) if block.cell else ("block", index)

    # Left-out blocks

    def _add_collapsed(self, indices: Sequence[int]) -> None:
        blocks = [self._article.blocks[i] for i in indices]
        texts = [b for b in blocks if b.has_text]
        if not texts:
            return
        form = QTextBlockFormat()
        form.setLineHeight(COLLAPSED_HEIGHT, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        form.setBottomMargin(self._style.em * 0.75)
        self._next_block(form, QTextCharFormat())
        words = self._article.page_text[texts[0].start : texts[0].end][:_NEAR]
        self._document.collapsed.append(
            Collapsed(self._cursor.position(), tuple(b.id for b in blocks), len(texts), words)
        )

    # Single blocks

    def _add_block(self, indices: Sequence[int]) -> None:
        (index,) = indices
        block = self._article.blocks[index]
        if block.kind is BlockKind.RULE:
            self._open_block(block, Look(size=0.5, below=0.75), Trait.RULE)
        elif block.kind is BlockKind.IMAGE:
            self._add_image(block)
        else:
            self._add_text(index, look_of(block))

    def _add_text(self, index: int, look: Look) -> None:
        block = self._article.blocks[index]
        chunks = list(self._chunks(block.start, block.end))
        for number, (start, end) in enumerate(chunks):
            form = QTextBlockFormat(self._block_format(block, look))
            if number > 0:
                form.setTopMargin(0)
                form.clearProperty(Trait.MARKER)
            if number < len(chunks) - 1:
                form.setBottomMargin(0)
            chars = self._char_format(block, look)
            self._next_block(form, chars)
            self._write(index, start, end, chars)

    def _chunks(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """A block's span in stretches that Qt can lay out, cut at white space if there is any."""
        text = self._article.page_text
        while end - start > MAX_LAYOUT:
            cut = start + MAX_LAYOUT
            space = max(text.rfind(white, cut - _NEAR, cut) for white in " \u2028")
            cut = space + 1 if space >= 0 else previous_boundary(text, cut + 1)
            # A cluster longer than a whole stretch is cut where it is.
            cut = cut if cut > start else start + MAX_LAYOUT
            yield start, cut
            start = cut
        yield start, end

    def _block_format(self, block: Block, look: Look) -> QTextBlockFormat:
        form = QTextBlockFormat(self._style.block_format(look, self._direction(block)))
        if block.kind is BlockKind.QUOTE:
            form.setProperty(Trait.QUOTE, True)
        elif block.kind is BlockKind.IMAGE:
            # A share of its line's height would be a share of its own, and text lie over it.
            form.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
        elif block.kind is BlockKind.LIST_ITEM:
            marker = "•" if block.ordinal is None else f"{block.ordinal}."
            form.setProperty(Trait.MARKER, marker)
        if self._is_left_out(block):
            form.setProperty(Trait.LEFT_OUT, True)
        return form

    def _char_format(self, block: Block, look: Look) -> QTextCharFormat:
        return self._style.char_format(look, self._is_left_out(block))

    def _direction(self, block: Block) -> Direction:
        chosen = self._shown.direction
        return chosen if chosen and block.dir is self._article.dir else block.dir

    def _open_block(self, block: Block, look: Look, trait: Trait | None = None) -> None:
        form = QTextBlockFormat(self._block_format(block, look))
        if trait is not None:
            form.setProperty(trait, True)
        self._next_block(form, self._char_format(block, look))

    def _next_block(self, form: QTextBlockFormat, chars: QTextCharFormat) -> None:
        self._framed = False
        if self._fresh:
            self._cursor.setBlockFormat(form)
            # Merged, since in a table cell's first block it is the cell's format, spans and all.
            self._cursor.mergeBlockCharFormat(chars)
            self._fresh = False
        else:
            self._cursor.insertBlock(form, chars)

    # Images

    def _add_image(self, block: Block) -> None:
        image = block.image
        size = self._image_size(block)
        if image is None:
            return
        if size is None:
            self._add_frame(block, displayed(image.alt))
            return
        self._open_block(block, look_of(block))
        form = QTextImageFormat()
        form.setName(f"{IMAGE_SCHEME}:{image.asset}")
        form.setWidth(size.width())
        form.setHeight(size.height())
        self._cursor.insertImage(form)

    def _add_frame(self, block: Block, words: str) -> None:
        """The place of an image that is not there.

        Where it has no words the painter says so; many such in a row are one, and those that were
        left out none.
        """
        if not words and (self._is_left_out(block) or self._framed):
            return
        self._open_block(block, Look(size=0.84, colour="muted", inset=1.8), Trait.PLACEHOLDER)
        if words:
            self._cursor.insertText(words, self._cursor.charFormat())
        self._framed = not words

    def _image_size(self, block: Block) -> QSize | None:
        if block.image is None or block.image.asset is None:
            return None
        return self._document.pictures.size(block.image.asset, self._shown.column)

    # Tables

    def _add_table(self, indices: Sequence[int]) -> None:
        # Here, since few pages have tables, and none is seen before all is loaded.
        from reader.gui.page.document_tables import dense_grid, insert_table, rule_off

        blocks = self._article.blocks
        grid = dense_grid([c for i in indices if (c := blocks[i].cell)])
        if grid is None:
            for index in indices:
                self._add_block([index])
            return
        if self._fresh:  # Qt keeps a block before a table; a table after a paragraph needs none
            self._shrink()
        rtl = self._direction(blocks[indices[0]]) is Direction.RTL
        table = insert_table(self._cursor, grid, self._style, rtl=rtl)
        for place, group in self._cells(grid, indices, rtl):
            cell = table.cellAt(*place)
            self._cursor = cell.firstCursorPosition()
            self._fresh = True
            for index in group:
                self._add_cell_block(index)
            if place[0] > 0:
                rule_off(cell)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._fresh = True
        self._shrink()

    def _cells(
        self, grid: Grid, indices: Sequence[int], rtl: bool
    ) -> list[tuple[tuple[int, int], list[int]]]:
        """The blocks of each cell, in the order of the document: text before them stays put."""
        cells: dict[tuple[int, int], list[int]] = {}
        for index in indices:
            if cell := self._article.blocks[index].cell:
                place = grid.places[cell.row, cell.column]
                cells.setdefault((place.row, grid.column(place, rtl=rtl)), []).append(index)
        return sorted(cells.items())

    def _add_cell_block(self, index: int) -> None:
        block = self._article.blocks[index]
        cell = block.cell
        if block.has_text and cell is not None and cell.header:
            self._add_text(index, Look(size=0.92, below=0, bold=True))
        else:
            self._add_block([index])

    def _shrink(self) -> None:
        """Make the empty block at the end as good as invisible, until it is needed."""
        form = QTextBlockFormat()
        form.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        self._cursor.setBlockFormat(form)

    # Text

    def _write(self, index: int, start: int, end: int, base: QTextCharFormat) -> None:
        """Insert a stretch of a block, run by run."""
        at = start
        active: list[Inline] = []
        for offset, is_end, run in _edges(self._article.blocks[index].inline, start, end):
            self._insert(index, at, offset, base, active)
            at = offset
            if is_end:
                active.remove(run)
            else:
                active.append(run)
            if run.kind is InlineKind.ISOLATE:
                self._cursor.insertText(_POP_ISOLATE if is_end else _ISOLATES[run.dir])
        self._insert(index, at, end, base, active)

    def _insert(
        self, index: int, start: int, end: int, base: QTextCharFormat, active: list[Inline]
    ) -> None:
        if start == end:
            return
        kinds = frozenset(run.kind for run in active) & _RUNS
        form = with_runs(base, kinds) if kinds else base
        at = start
        for offset, inserts in self._chips_between(start, end):
            self._insert_text(index, at, offset, form)
            at = offset
            for insert in inserts:
                insert(form)
        self._insert_text(index, at, end, form)

    def _chips_between(self, start: int, end: int) -> Iterator[tuple[int, list[_Insert]]]:
        """What to insert before which offsets, so that nothing hidden there stays so."""
        found: dict[int, list[_Insert]] = {}
        first, last = (bisect_left(self._hidden_at, offset) for offset in (start, end))
        number = (start, start)
        for at in self._hidden_at[first:last]:
            around = digits_around(self._article.page_text, at)
            if around and around[0] >= max(start, number[1]) and around[1] <= end:
                number = around
                found.setdefault(number[0], []).append(self._inserter(_ISOLATES[Direction.LTR]))
                found.setdefault(number[1], []).insert(0, self._inserter(_POP_ISOLATE))
            found.setdefault(at, []).append(partial(self._chip, self._hidden[at]))
        yield from sorted(found.items())

    def _inserter(self, text: str) -> _Insert:
        return lambda form: self._cursor.insertText(text, form)

    def _chip(self, hidden: Invisible, around: QTextCharFormat) -> None:
        if self._document.chips is not None:
            self._cursor.insertImage(self._document.chips.format_of(hidden, around))

    def _insert_text(self, index: int, start: int, end: int, form: QTextCharFormat) -> None:
        if start == end:
            return
        text = displayed(self._article.page_text[start:end])
        position = self._cursor.position()
        self._cursor.insertText(text, form)
        units = len(text.encode("utf-16-le")) // 2
        self._pieces.append(Piece(start, end, position, units, index))


def _edges(runs: Sequence[Inline], start: int, end: int) -> list[tuple[int, bool, Inline]]:
    """Where runs begin and end within a stretch: (offset, ends, run), ends before beginnings."""
    edges: list[tuple[int, bool, Inline]] = []
    for run in runs:
        first, last = max(run.start, start), min(run.end, end)
        if first < last and (run.kind in _RUNS or run.kind is InlineKind.ISOLATE):
            edges += [(first, False, run), (last, True, run)]
    return sorted(edges, key=lambda e: (e[0], not e[1]))
