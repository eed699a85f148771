"""The QTextDocument of an article, and where each of the page's offsets stands in it.

Nothing of a page is ever parsed as markup: `document_builder` writes text as text, with formats
of our own. The document opens no file and no address, whatever it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QRectF, QUrl
from PySide6.QtGui import QImage, QTextBlock, QTextDocument, QTextTable

from reader.gui.page.mark_geometry import Geometry, Lines, LineSpan, block_above
from reader.gui.page.mark_layout import SpanIndex
from reader.gui.page.offset_table import OffsetTable
from reader.gui.page.pictures import Pictures, blank
from reader.gui.page.small_steps import SmallSteps
from reader.model.kinds import Direction, InlineKind
from reader.text.bidi import Invisible

if TYPE_CHECKING:
    from reader.gui.page.chips import Chips
    from reader.model.seen import Article, Block

IMAGE_SCHEME: Final = "art"


class Shown(NamedTuple):
    """Which blocks are in the document, and how it is set."""

    ids: frozenset[str]
    """Of the blocks that belong to the article."""
    everything: bool = False
    direction: Direction | None = None
    """A person's choice; None: as found."""
    top: float = 0
    """Room above the first block, in pixels of the logical screen."""
    column: int = 600
    """The widest that an image may be, in pixels of the logical screen."""
    invisibles: tuple[Invisible, ...] = ()
    """Characters for which a chip stands in the text."""


class Collapsed(NamedTuple):
    """A run of blocks that are left out, for which a bar stands in the document."""

    position: int
    """Of the empty QTextBlock that keeps the place."""
    ids: tuple[str, ...]
    """Every block of the run."""
    paragraphs: int
    """How many of them hold text."""
    first_words: str


class ShownBlock(NamedTuple):
    """A block on the screen, its rectangle in the document, and its lines on the screen."""

    block: QTextBlock
    rect: QRectF
    lines: Lines


class ArticleDocument(QTextDocument):
    """The document of one article. It opens no file and no address, whatever it is asked for."""

    def __init__(self, article: Article | None) -> None:
        super().__init__()
        self.setUndoRedoEnabled(False)
        self.setDocumentMargin(0)
        self.blocks = article.blocks if article else ()
        self.pictures = Pictures(article.assets if article else ())
        self.links = SpanIndex(
            run for b in self.blocks for run in b.inline if run.kind is InlineKind.LINK
        )
        self.table = OffsetTable("", ())
        self.geometry = Geometry()
        self.chips: Chips | None = None
        self.steps: SmallSteps | None = None
        """By which it is laid out; none before it has been built."""
        self.collapsed: list[Collapsed] = []

    def loadResource(self, _kind: int, name: QUrl | str) -> QImage:
        # Qt opens the name itself where this returns nothing valid.
        url = QUrl(name)
        if url.scheme() == IMAGE_SCHEME:
            return self.pictures.image(url.path())
        if self.chips is not None and url.scheme() == self.chips.scheme:
            return self.chips.image(url.path())
        return blank()

    def blocks_between(self, top: float, bottom: float) -> list[ShownBlock]:
        """The blocks that reach into a stretch of the document, from pixel to pixel.

        Lays the document out as far as `bottom`.
        """
        layout = self.documentLayout()
        block, found = self._first_beside(block_above(self, top)), list[ShownBlock]()
        while block.isValid():
            rect = layout.blockBoundingRect(block)
            if rect.top() > bottom:
                break
            if rect.bottom() >= top:
                lines = Lines.between(block, top - rect.top(), bottom - rect.top())
                found.append(ShownBlock(block, rect, lines))
            block = block.next()
        return found

    def visible(self, shown: ShownBlock) -> Iterator[tuple[int, int]]:
        """The spans of the page that stand on the lines of a block that are on the screen."""
        first, last = (shown.block.position() + u for u in shown.lines.units(shown.block))
        for piece in self.table.between(first, last):
            yield (
                self.table.offset(max(first, piece.position)),
                self.table.offset(min(last, piece.position_end)),
            )

    def line_spans(self, shown: ShownBlock, start: int, end: int) -> list[LineSpan]:
        """Where a span of the page stands in a block; within `visible`."""
        first, spans = shown.block.position(), list[LineSpan]()
        for _, at, until in self.table.ranges(start, end):
            spans += self.geometry.spans(shown.block, at - first, until - first, shown.lines)
        return spans

    def _first_beside(self, block: QTextBlock) -> QTextBlock:
        """The block; if it is in a table, the first block of its row or of what spans that."""
        frame = self.frameAt(block.position())
        if not isinstance(frame, QTextTable):
            return block
        row = frame.cellAt(block.position()).row()
        cells = (frame.cellAt(row, column) for column in range(frame.columns()))
        return self.findBlock(min(cell.firstPosition() for cell in cells))

    def link_at(self, offset: int) -> str | None:
        """The address of the link at a page offset: never opened, only shown and copied."""
        return next((run.href for run in self.links.overlapping(offset, offset + 1)), None)

    def block_at(self, offset: int) -> Block | None:
        """The article's block at a page offset, if it is in the document."""
        piece = self.table.overlapping(offset, offset + 1)
        return self.blocks[piece[0].block] if piece else None
