"""How each kind of block is set: one table of looks, turned into Qt's formats."""

from __future__ import annotations

from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QFont, QTextBlockFormat, QTextCharFormat, QTextFormat

from reader.gui.kit.fonts import Typography
from reader.gui.kit.theme import Theme
from reader.model.kinds import BlockKind, Direction, InlineKind

if TYPE_CHECKING:
    from reader.model.seen import Block

GUTTER: Final = 2.6
"""On each side of the column, for what stands in the margin: in ems."""
COLLAPSED_HEIGHT: Final = 34
"""Of the bar that stands for left-out blocks, in pixels of the logical screen."""


class Trait(IntEnum):
    """Properties of a QTextBlock's format that the painter reads."""

    MARKER = QTextFormat.Property.UserProperty.value + 1
    """str: the bullet or the number of a list item."""
    QUOTE = MARKER + 1
    RULE = MARKER + 2
    PLACEHOLDER = MARKER + 3
    """A frame around the words of an image that is not there."""
    LEFT_OUT = MARKER + 4
    """A block that is no part of the article, seen because everything is shown."""
    RULED_OFF = MARKER + 5
    """The first block of a table cell that has a row above it."""


class Look(NamedTuple):
    """How a block is set. Sizes are factors of the reading size, distances ems of it."""

    size: float = 1
    bold: bool = False
    above: float = 0
    below: float = 0.75
    inset: float = 0
    colour: str = ""
    monospaced: bool = False


_LOOKS: Final = {
    BlockKind.TITLE: Look(size=1.6, bold=True, below=0.5),
    BlockKind.STANDFIRST: Look(size=1.14, below=1.1, colour="ink_soft"),
    BlockKind.PARAGRAPH: Look(),
    BlockKind.LIST_ITEM: Look(below=0.3, inset=1.6),
    BlockKind.QUOTE: Look(inset=1.4),
    BlockKind.PREFORMATTED: Look(size=0.85, monospaced=True),
    BlockKind.CAPTION: Look(size=0.84, colour="ink_soft"),
    BlockKind.CELL: Look(size=0.92, below=0),
    BlockKind.IMAGE: Look(above=0.3, below=0.3),
    BlockKind.RULE: Look(above=0.2),
}
_HEADINGS: Final = {1: 1.35, 2: 1.25, 3: 1.12}


def look_of(block: Block) -> Look:
    if block.kind is BlockKind.HEADING:
        return Look(size=_HEADINGS.get(block.level, 1), bold=True, above=0.7, below=0.4)
    look = _LOOKS[block.kind]
    if block.kind is BlockKind.LIST_ITEM:
        return look._replace(inset=look.inset * min(max(block.level, 1), 6))
    return look


class Style:
    """The formats of one document. All distances are pixels of the logical screen."""

    def __init__(self, typography: Typography, theme: Theme) -> None:
        self.typography = typography
        self.theme = theme
        self.em = typography.pixels
        self.gutter = round(typography.em * GUTTER)
        self.cell_padding = round(self.em * 0.35)
        self.width = typography.column + 2 * self.gutter
        self._line_percent = typography.line_percent
        self.block_format = cache(self._block_format)
        self.char_format = cache(self._char_format)

    def _block_format(self, look: Look, direction: Direction) -> QTextBlockFormat:
        form = QTextBlockFormat()
        rtl = direction is Direction.RTL
        form.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        )
        form.setAlignment(Qt.AlignmentFlag.AlignLeading)
        form.setTopMargin(look.above * self.em)
        form.setBottomMargin(look.below * self.em)
        (form.setRightMargin if rtl else form.setLeftMargin)(look.inset * self.em)
        form.setLineHeight(
            self._line_percent,
            QTextBlockFormat.LineHeightTypes.ProportionalHeight.value,
        )
        return form

    def _char_format(self, look: Look, left_out: bool) -> QTextCharFormat:
        form = QTextCharFormat()
        if look.size != 1:
            size = round(self.em * look.size)
            form.setProperty(QTextFormat.Property.FontPixelSize, size)
        if look.bold:
            form.setFontWeight(QFont.Weight.Bold)
        if look.monospaced:
            form.setFontStyleHint(QFont.StyleHint.Monospace)
            form.setFontFixedPitch(True)
        colour = "ink_soft" if left_out else look.colour
        if colour:
            form.setForeground(QBrush(self.theme.colour(colour)))
        return form


def with_runs(base: QTextCharFormat, kinds: frozenset[InlineKind]) -> QTextCharFormat:
    """The format of a run. Links are painted, not formatted, so that their letters stay joined."""
    form = QTextCharFormat(base)
    if InlineKind.BOLD in kinds:
        form.setFontWeight(QFont.Weight.Bold)
    if InlineKind.ITALIC in kinds:
        form.setFontItalic(True)
    if InlineKind.SUPERSCRIPT in kinds:
        form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    elif InlineKind.SUBSCRIPT in kinds:
        form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
    return form
