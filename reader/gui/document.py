"""The QTextDocument of an article, and where each of the page's offsets stands in it.

Nothing of a page is ever parsed as markup: `document_builder` writes text as text, with formats
of our own. The document opens no file and no address, whatever it is asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import QImage, QTextBlock, QTextDocument, QTextTable

from reader.gui.offset_table import OffsetTable
from reader.gui.pictures import Pictures, blank
from reader.model.article import Article, Block, Direction, InlineKind

IMAGE_SCHEME: Final = "art"
_FUZZY: Final = Qt.HitTestAccuracy.FuzzyHit


@dataclass(frozen=True)
class Shown:
    """Which blocks are in the document, and how it is set."""

    ids: frozenset[str]
    """Of the blocks that belong to the article."""
    everything: bool = False
    direction: Direction | None = None
    """A person's choice; None: as found."""
    top: float = 0
    """Room above the first block, in pixels of the logical screen."""


@dataclass(frozen=True)
class Collapsed:
    """A run of blocks that are left out, for which a bar stands in the document."""

    position: int
    """Of the empty QTextBlock that keeps the place."""
    ids: tuple[str, ...]
    """Every block of the run."""
    paragraphs: int
    """How many of them hold text."""
    first_words: str


class ShownBlock(NamedTuple):
    """A block on the screen, and its rectangle in the document."""

    block: QTextBlock
    rect: QRectF


class ArticleDocument(QTextDocument):
    """The document of one article. It opens no file and no address, whatever it is asked for."""

    def __init__(self, article: Article | None) -> None:
        super().__init__()
        self.setUndoRedoEnabled(False)
        self.setDocumentMargin(0)
        self.blocks = article.blocks if article else ()
        self.pictures = Pictures(article.assets if article else ())
        self.table = OffsetTable("", ())
        self.collapsed: list[Collapsed] = []

    def loadResource(self, _kind: int, name: QUrl | str) -> QImage:
        # Qt opens the name itself where this returns nothing valid.
        url = QUrl(name)
        return self.pictures.image(url.path()) if url.scheme() == IMAGE_SCHEME else blank()

    def blocks_between(self, top: float, bottom: float) -> list[ShownBlock]:
        """The blocks that reach into a stretch of the document, from pixel to pixel.

        Lays the document out as far as `bottom`.
        """
        layout, middle, fuzzy = self.documentLayout(), self.textWidth() / 2, _FUZZY
        layout.hitTest(QPointF(middle, bottom), fuzzy)  # lays out: a place not reached misleads
        at = layout.hitTest(QPointF(middle, top), fuzzy)
        block, found = self._first_beside(max(at, 0)), list[ShownBlock]()
        while block.isValid():
            rect = layout.blockBoundingRect(block)
            if rect.top() > bottom:
                break
            if rect.bottom() >= top:
                found.append(ShownBlock(block, rect))
            block = block.next()
        return found

    def _first_beside(self, position: int) -> QTextBlock:
        """The block of a position; in a table, the first block of the row, or what spans it."""
        frame = self.frameAt(position)
        if not isinstance(frame, QTextTable):
            return self.findBlock(position)
        row = frame.cellAt(position).row()
        cells = (frame.cellAt(row, column) for column in range(frame.columns()))
        return self.findBlock(min(cell.firstPosition() for cell in cells))

    def link_at(self, offset: int) -> str | None:
        """The address of the link at a page offset: never opened, only shown and copied."""
        piece = self.table.overlapping(offset, offset + 1)
        runs = self.blocks[piece[0].block].inline if piece else ()
        links = (r.href for r in runs if r.kind is InlineKind.LINK and r.start <= offset < r.end)
        return next(links, None)

    def block_at(self, offset: int) -> Block | None:
        """The article's block at a page offset, if it is in the document."""
        piece = self.table.overlapping(offset, offset + 1)
        return self.blocks[piece[0].block] if piece else None
