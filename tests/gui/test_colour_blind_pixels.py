"""Marks as colour-blind readers see them: by pixels, with the colours that those eyes see.

Two marks can be told apart by shape if what stands out from the page of each stands elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from uuid import UUID

import pytest
from PySide6.QtGui import QImage

from reader.gui.kit.theme import Theme
from reader.gui.page.mark_layout import PaintedMark, Shape, Stroke, painted
from reader.gui.page.reading_view import ReadingView
from reader.model.library import Codebook
from reader.model.vocabulary import Naming, Status
from reader.resource import resource
from tests.support.eyes import EYES, contrast, contrast_with
from tests.support.marks import claim, source
from tests.support.pages import an_article, find
from tests.support.pixels import Pixels, changed, grabbed, rows

THEMES = ("light", "sepia", "dark")
WORDS = "مسرح العمليات قرب المدينة"
TEXT = f"قبل ذلك {WORDS} بعد ذلك"
STANDS_OUT = 1.8
"""The least contrast with the page at which a stroke or an edge is said to be seen at a glance."""
TELLABLE = 20
"""Pixels, at the least, by which two shapes differ: those of the squares at a concluded claim."""
LETTERS, LINES = 4.5, 3.0

SOURCES = {naming: painted(source("s", naming=naming), Codebook()) for naming in Naming}
CLAIMS = {status: painted(claim("c", status=status), Codebook()) for status in Status}
KINDS = {
    "identified source": (Shape.SOLID, "source_identified", Stroke.SOLID),
    "anonymous source": (Shape.HATCHED, "source_anonymous", Stroke.SOLID),
    "highlight": (Shape.BAND, "highlight", Stroke.SOLID),
    "note": (Shape.NOTE, "note", Stroke.SOLID),
    "waiting": (Shape.WAITING, "waiting", Stroke.SOLID),
    **{f"claim, {s}": (Shape.LINE, m.colour, m.stroke) for s, m in CLAIMS.items() if m},
}
CODES = Codebook.model_validate_json(resource("codebook.json").read_bytes()).codes


class Sheet:
    """Every kind of mark on the same words of one page."""

    def __init__(self, view: ReadingView, theme: str) -> None:
        self.theme = Theme.load(theme)
        self.page = self.theme.colour("page").rgb() & 0xFFFFFF
        article = an_article(TEXT)
        plain = grabbed(view)
        blank = [[p & 0xFFFFFF for p in row] for row in rows(plain)]
        self.pictures: dict[str, dict[tuple[int, int], int]] = {}
        for name, (shape, colour, stroke) in KINDS.items():
            mark = PaintedMark(UUID(int=1), *find(article, WORDS), shape, colour, stroke)
            view.set_marks([mark])
            self.pictures[name] = self._drawn(plain, blank, grabbed(view))

    def _drawn(self, plain: QImage, blank: list[list[int]], marked: QImage):
        """The pixels of the mark, but for those where a letter is."""
        after = rows(marked)
        return {
            (x, y): after[y][x] & 0xFFFFFF
            for x, y in changed(plain, marked)
            if blank[y][x] == self.page
        }

    def standing_out(self, kind: str, eye: str) -> Pixels:
        against = contrast_with(self.page, eye)
        return {at for at, p in self.pictures[kind].items() if against(p) >= STANDS_OUT}

    def inside(self, kind: str) -> Iterator[int]:
        """The pixels of a mark but for those along its edge, where no letter can be read away."""
        drawn = self.pictures[kind]
        rows_of, columns_of = sorted({y for _, y in drawn}), sorted({x for x, _ in drawn})
        for (x, y), pixel in drawn.items():
            if x in columns_of[3:-3] and y in rows_of[2:-2]:
                yield pixel


@pytest.fixture(params=THEMES)
def sheet(request, page) -> Sheet:
    view = page(an_article(TEXT), theme=request.param)
    view.resize(600, 140)
    return Sheet(view, request.param)


def test_all_marks_differ_in_shape_to_every_eye(sheet):
    """Sources by naming, claims by status, highlights and notes: without a glance at hue."""
    alike = []
    for eye in EYES:
        outlines = {kind: sheet.standing_out(kind, eye) for kind in KINDS}
        for (one, ours), (other, theirs) in combinations(outlines.items(), 2):
            if len(ours ^ theirs) < TELLABLE:
                alike.append((eye, one, other, len(ours ^ theirs)))
    assert alike == []


def test_every_mark_stands_out_from_the_page_to_every_eye(sheet):
    faint = [
        (eye, kind)
        for eye in EYES
        for kind in KINDS
        if not any(
            contrast_with(sheet.page, eye)(pixel) >= LINES
            for pixel in sheet.pictures[kind].values()
        )
    ]
    assert faint == []


@pytest.mark.parametrize("eye", EYES)
def test_letters_can_be_read_over_every_mark_by_every_eye(sheet, eye):
    """Over what is painted: the fills, the strokes of the hatching, the bands of all codes."""
    ink = {role: sheet.theme.colour(role).rgb() & 0xFFFFFF for role in ("ink", "ink_soft")}
    under = {sheet.theme.code_colour(code.colour).rgb() & 0xFFFFFF for code in CODES}
    for kind in ("identified source", "anonymous source", "highlight"):
        under |= set(sheet.inside(kind))
    poor = [
        (role, f"{pixel:06x}", round(contrast(letters, pixel, eye), 2))
        for role, letters in ink.items()
        for pixel in under
        if contrast(letters, pixel, eye) < LETTERS
    ]
    assert poor == []


@pytest.mark.parametrize("eye", EYES)
def test_lines_and_edges_can_be_seen_by_every_eye(sheet, eye):
    roles = ("claim", "claim_dropped", "note", "waiting", "tie", "source_identified_edge",
             "source_anonymous_edge", "focus_ring")  # fmt: skip
    colours = [sheet.theme.colour(role) for role in roles]
    colours += [sheet.theme.as_line(sheet.theme.colour("highlight"))]
    weak = [
        (c.name(), round(contrast(c.rgb() & 0xFFFFFF, sheet.page, eye), 2))
        for c in colours
        if contrast(c.rgb() & 0xFFFFFF, sheet.page, eye) < LINES
    ]
    assert weak == []
