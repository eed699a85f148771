"""Where the text of a page stands in a QTextDocument: offsets both ways, exactly.

Page offsets are code points of `Article.page_text`; positions are UTF-16 units of the document,
as Qt counts. The document may hold characters that the page has not (the words of a missing
image, the marks around an isolate) and leave out blocks that it has.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reader.text.utf16 import Utf16Map


class Piece(NamedTuple):
    """A stretch of page text that stands in one QTextBlock as it is."""

    start: int
    end: int
    position: int
    """Of its first character in the document."""
    units: int
    """Its length in UTF-16 units."""
    block: int
    """Index of the article's block that it is of."""

    @property
    def position_end(self) -> int:
        return self.position + self.units


class OffsetTable:
    """The pieces of a document, found from either side in O(log n)."""

    def __init__(self, page_text: str, pieces: Iterable[Piece]) -> None:
        self._text = page_text
        self.pieces = sorted(pieces, key=lambda p: (p.start, p.end))
        self._starts = [p.start for p in self.pieces]
        self._ends = [p.end for p in self.pieces]
        # A right-to-left table has its columns in reverse, so positions have an order of their own.
        self._placed = sorted(self.pieces, key=lambda p: p.position)
        self._positions = [p.position for p in self._placed]
        self._maps: dict[int, Utf16Map] = {}

    def position(self, offset: int, *, ending: bool = False) -> int | None:
        """The position of a page offset; None where its block is not in the document.

        Args:
            offset: in code points of the page text.
            ending: the offset ends a span, so that between two pieces the first one counts.
        """
        piece = self._ending_at(offset) if ending else self._starting_at(offset)
        if piece is None or not piece.start <= offset <= piece.end:
            return None
        return piece.position + self._units(piece, offset - piece.start)

    def _starting_at(self, offset: int) -> Piece | None:
        i = bisect_right(self._starts, offset) - 1
        return self.pieces[i] if i >= 0 else None

    def _ending_at(self, offset: int) -> Piece | None:
        i = bisect_left(self._ends, offset)
        return self.pieces[i] if i < len(self.pieces) else None

    def nearest(self, offset: int) -> int:
        """The position of an offset, or of the nearest text that is in the document."""
        at = self.position(offset)
        if at is not None:
            return at
        after = bisect_left(self._starts, offset)
        if after < len(self.pieces):
            return self.pieces[after].position
        return self.pieces[-1].position_end if self.pieces else 0

    def offset(self, position: int) -> int:
        """The page offset of a position.

        A position in the middle of a surrogate pair is its start; one outside all pieces is the
        end of the piece before it.
        """
        piece = self.piece_at(position)
        if piece is None:
            return self._placed[0].start if self._placed else 0
        units = min(position, piece.position_end) - piece.position
        if piece.units == piece.end - piece.start:
            return piece.start + units
        return piece.start + self._map(piece).to_code_points(units)

    def piece_at(self, position: int) -> Piece | None:
        """The last piece that starts at or before a position."""
        i = bisect_right(self._positions, position) - 1
        return self._placed[i] if i >= 0 else None

    def between(self, position: int, end: int) -> list[Piece]:
        """The pieces that reach into a stretch of the document, in its order."""
        first = max(bisect_right(self._positions, position) - 1, 0)
        last = bisect_left(self._positions, end)
        return [p for p in self._placed[first:last] if p.position_end > position]

    def overlapping(self, start: int, end: int) -> list[Piece]:
        """The pieces that share a character with a span of the page, in page order."""
        first = bisect_right(self._ends, start)
        return self.pieces[first : bisect_left(self._starts, end)]

    def spans(self) -> list[tuple[int, int]]:
        """The spans of the page that are here. Nothing but the end of a block parts two pieces."""
        found: list[tuple[int, int]] = []
        for piece in self.pieces:
            if found and piece.start <= found[-1][1] + 1:
                found[-1] = found[-1][0], max(piece.end, found[-1][1])
            else:
                found.append((piece.start, piece.end))
        return found

    def after(self, piece: Piece, step: int) -> Piece | None:
        """The next piece in reading order, or for a `step` of -1 the one before."""
        i = bisect_left(self._starts, piece.start) + step
        return self.pieces[i] if 0 <= i < len(self.pieces) else None

    def ranges(self, start: int, end: int) -> Iterator[tuple[Piece, int, int]]:
        """A span of the page as stretches of the document: piece, position, end position."""
        for piece in self.overlapping(start, end):
            yield (
                piece,
                piece.position + self._units(piece, max(start, piece.start) - piece.start),
                piece.position + self._units(piece, min(end, piece.end) - piece.start),
            )

    def text(self, start: int, end: int) -> str:
        """The canonical characters of a span, as far as it is in the document.

        Blocks are joined by newlines; a line break inside a block, U+2028 in the page text, is a
        newline as well, as other programs expect.
        """
        parts: list[str] = []
        previous: Piece | None = None
        for piece in self.overlapping(start, end):
            if previous is not None and previous.block != piece.block:
                parts.append("\n")
            parts.append(self._text[max(start, piece.start) : min(end, piece.end)])
            previous = piece
        return "".join(parts).replace("\N{LINE SEPARATOR}", "\n")

    def _units(self, piece: Piece, points: int) -> int:
        if piece.units == piece.end - piece.start:
            return points
        return self._map(piece).to_utf16(points)

    def _map(self, piece: Piece) -> Utf16Map:
        found = self._maps.get(piece.start)
        if found is None:
            found = self._maps[piece.start] = Utf16Map(self._text[piece.start : piece.end])
        return found
