"""Marks by their pixels: under exactly their own letters, wherever the direction turns.

The measure is Qt's own painting of a background behind a span, which is right at every turn.
"""

from __future__ import annotations

from itertools import pairwise
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit

from reader.gui.kit.theme import Theme
from reader.gui.page.mark_layout import PaintedMark, Shape, Stroke
from reader.gui.page.reading_view import ReadingView
from reader.model.article import Article, BlockKind, Direction, InlineKind
from tests.support.pages import Row, an_article, find
from tests.support.pixels import as_shown, changed, grabbed, rows

MIXED = "ووفقًا لمصدر أمني (29 تموز 2021) قرب COVID-19 مسرح العمليات؛ وقال «BBC»: لا، بل 30%."
LONG = (
    "تعرضت شاحنات تحمل معدات ومواد غير عسكرية تابعة للتحالف الدولي بقيادة واشنطن، اليوم "
    "الخميس (29 تموز 2021)، لهجمات بعبوات ناسفة في محافظتي ذي قار وبابل جنوبي العراق."
)
SIDE = 3
"""Pixels by which the rounded corners and the edge of a box may differ."""


def a_mark(
    article: Article,
    words: str,
    shape: Shape = Shape.SOLID,
    colour: str = "source_identified",
    number: int = 1,
    stroke: Stroke = Stroke.SOLID,
) -> PaintedMark:
    return PaintedMark(UUID(int=number), *find(article, words), shape, colour, stroke)


def rows_of(view: ReadingView) -> list[int]:
    """A row of pixels through the middle of the letters of each line."""
    return [
        round(shown.rect.top() + line.y() + line.ascent() - 6)
        for shown in view.document().blocks_between(0, view.viewport().height())
        for line in map(shown.block.layout().lineAt, range(*shown.lines))
    ]


def runs_of(pixels: set[tuple[int, int]], row: int) -> list[tuple[int, int]]:
    """First and last column of each stretch of pixels in a row; gaps of letters are closed."""
    runs: list[tuple[int, int]] = []
    for column in sorted(x for x, y in pixels if y == row):
        if runs and column - runs[-1][1] <= 16:
            runs[-1] = runs[-1][0], column
        else:
            runs.append((column, column))
    return runs


def background(view: ReadingView, start: int, end: int) -> QImage:
    """Qt's own background behind a span."""
    cursor = QTextCursor(view.document())
    cursor.setPosition(view.document().table.position(start))
    cursor.setPosition(
        view.document().table.position(end, ending=True), QTextCursor.MoveMode.KeepAnchor
    )
    selection = QTextEdit.ExtraSelection()
    form = QTextCharFormat()
    form.setBackground(QColor("#88ccee"))
    selection.cursor, selection.format = cursor, form
    view.setExtraSelections([selection])
    image = grabbed(view)
    view.setExtraSelections([])
    return image


@pytest.mark.parametrize(
    "words",
    [
        "مصدر",
        "أمني (29 تموز",
        "(29 تموز 2021)",
        "29",
        "2021) قرب COVID",
        "VID-1",
        "COVID-19 مس",
        "9 مس",
        "«BBC»",
        "C»: لا، بل 3",
        "30%",
        "وفقًا",
    ],
)
def test_a_mark_lies_under_exactly_its_own_words(page, words):
    article = an_article(MIXED)
    view = page(article)
    plain = grabbed(view)
    expected = changed(plain, background(view, *find(article, words)))
    view.set_marks([a_mark(article, words)])
    painted = changed(plain, grabbed(view))
    assert any(runs_of(expected, row) for row in rows_of(view))
    for row in rows_of(view):
        ours, theirs = runs_of(painted, row), runs_of(expected, row)
        assert len(ours) == len(theirs)
        for (first, last), (left, right) in zip(ours, theirs, strict=True):
            assert abs(first - left) <= SIDE
            assert abs(last - right) <= SIDE


def ink(image: QImage, theme: Theme) -> set[tuple[int, int]]:
    """The pixels that are as dark as the ink: the strokes of letters, without their edges."""
    darkest = theme.colour("ink").red() + 12
    return {
        (x, y)
        for y, row in enumerate(rows(image))
        for x, pixel in enumerate(row)
        if pixel >> 16 & 0xFF <= darkest
    }


@pytest.mark.parametrize("shape", [Shape.SOLID, Shape.HATCHED, Shape.BAND])
def test_letters_stay_joined_where_a_mark_begins_inside_a_word(page, style, shape):
    article = an_article(MIXED)
    view = page(article)
    letters = ink(grabbed(view), style.theme)
    colours = {Shape.BAND: "#2e7d32", Shape.HATCHED: "source_anonymous"}
    view.set_marks([a_mark(article, "مصدر", shape, colours.get(shape, "source_identified"))])
    assert letters
    assert letters <= ink(grabbed(view), style.theme)


@pytest.mark.parametrize("shape", list(Shape))
def test_the_text_itself_is_the_same_under_every_shape(page, shape):
    article = an_article(MIXED)
    view = page(article)
    before = view.document().toRawText()
    colour = {"solid": "source_identified", "hatched": "source_anonymous", "band": "highlight"}
    view.set_marks([a_mark(article, "أمني", shape, colour.get(shape.value, "claim"))])
    grabbed(view)
    block = view.document().begin()
    assert view.document().toRawText() == before
    assert block.layout().formats() == []


def test_the_shapes_differ_without_their_colours(page):
    article = an_article(MIXED)
    view = page(article)
    plain = grabbed(view)
    kinds = {
        Shape.SOLID: "source_identified",
        Shape.HATCHED: "source_anonymous",
        Shape.BAND: "highlight",
        Shape.LINE: "claim",
        Shape.NOTE: "note",
    }
    pictures = []
    for shape, colour in kinds.items():
        view.set_marks([a_mark(article, "المسرح العمليات"[2:], shape, colour)])
        pictures.append(frozenset(changed(plain, grabbed(view))))
    assert len(set(pictures)) == len(kinds)


def test_every_stroke_of_a_claim_leaves_another_pattern(page):
    article = an_article(MIXED)
    view = page(article)
    plain = grabbed(view)
    patterns = []
    for stroke in Stroke:
        view.set_marks([a_mark(article, "مسرح العمليات", Shape.LINE, "claim", stroke=stroke)])
        patterns.append(frozenset(changed(plain, grabbed(view))))
    assert len(set(patterns)) == len(Stroke)


@pytest.mark.parametrize(
    ("shape", "colours"),
    [
        (Shape.SOLID, ["source_identified"] * 3),
        (Shape.LINE, ["claim"] * 3),
        (Shape.BAND, ["#2e7d32", "#c2185b", "#1565c0"]),
    ],
)
def test_three_overlapping_marks_can_be_told_apart(page, shape, colours):
    article = an_article(MIXED)
    view = page(article)
    spans = ["مسرح العمليات؛ وقال", "العمليات؛ وقال", "العمليات"]
    pictures = [grabbed(view)]
    marks: list[PaintedMark] = []
    for number, (words, colour) in enumerate(zip(spans, colours, strict=True), 1):
        marks.append(a_mark(article, words, shape, colour, number))
        view.set_marks(marks)
        pictures.append(grabbed(view))
    inner = view.span_rect(*find(article, "العمليات"))
    inner = inner.translated(-view.viewport().pos()).adjusted(0, 0, 0, 12)  # lines lie below
    for before, after in pairwise(pictures):
        assert any(inner.contains(x, y) for x, y in changed(before, after))
    # Each further mark leaves something of those around it to be seen.
    outer = changed(pictures[0], pictures[1])
    assert outer - changed(pictures[1], pictures[3])


def test_a_mark_over_three_blocks_lies_under_each_of_them(page):
    article = an_article("الفقرة الأولى", Row("العنوان", BlockKind.HEADING, level=2), "الثالثة هنا")
    view = page(article)
    plain = grabbed(view)
    words = "الأولى\nالعنوان\nالثالثة"
    view.set_marks([a_mark(article, words)])
    pixels = changed(plain, grabbed(view))
    for part in words.split("\n"):
        rect = view.span_rect(*find(article, part)).translated(-view.viewport().pos())
        assert any(rect.contains(x, y) for x, y in pixels)
    rest = view.span_rect(*find(article, "هنا")).translated(-view.viewport().pos())
    assert not any(rest.adjusted(SIDE, 0, -SIDE, 0).contains(x, y) for x, y in pixels)


def test_a_mark_over_a_wrapped_line_keeps_within_the_column(page):
    article = an_article(LONG * 3)
    view = page(article)
    plain = grabbed(view)
    view.set_marks([PaintedMark(UUID(int=1), 0, len(article.page_text), Shape.LINE, "claim")])
    columns = {x for x, _ in changed(plain, grabbed(view))}
    text = view.span_rect(0, len(article.page_text)).translated(-view.viewport().pos())
    assert text.left() - SIDE <= min(columns)
    assert max(columns) <= text.right() + SIDE


def test_a_mark_with_tashkeel_and_a_line_break_is_whole(page):
    article = an_article("أَكَّدَ المَصْدَرُ\u2028أنّ الرَّتلَ أُصِيبَ")
    view = page(article)
    plain = grabbed(view)
    words = "المَصْدَرُ\u2028أنّ"
    view.set_marks([a_mark(article, words)])
    pixels = changed(plain, grabbed(view))
    assert [len(runs_of(pixels, row)) for row in rows_of(view)] == [1, 1]


def test_a_link_is_underlined_without_touching_its_letters(page, style):
    link = (InlineKind.LINK, "مصدر", "https://a.example/")
    plain = ink(grabbed(page(an_article(MIXED))), style.theme)
    linked = grabbed(page(an_article(Row(MIXED, runs=(link,)))))
    assert plain <= ink(linked, style.theme)


def test_a_note_has_a_sign_in_the_margin(page):
    article = an_article(MIXED)
    view = page(article)
    plain = grabbed(view)
    view.set_marks([a_mark(article, "أمني", Shape.NOTE, "note")])
    text = view.span_rect(0, len(article.page_text)).translated(-view.viewport().pos())
    assert any(x > text.right() + SIDE for x, _ in changed(plain, grabbed(view)))


def test_a_tie_is_drawn_only_while_one_of_its_ends_is_selected(page):
    article = an_article("ووفقًا لمصدر أمني", "انفجرت عبوتان")
    view = page(article)
    source = a_mark(article, "مصدر أمني", Shape.HATCHED, "source_anonymous", 1)
    claim = a_mark(article, "انفجرت عبوتان", Shape.LINE, "claim", 2)
    view.set_marks([source, claim])
    plain = grabbed(view)
    view.emphasise([], [(claim.id, source.id)])
    assert grabbed(view) == plain
    view.emphasise([source.id], [(claim.id, source.id)])
    margin = QRect(0, 0, view._style.gutter - 2, view.height())
    assert any(margin.contains(x, y) for x, y in changed(plain, grabbed(view)))


def test_a_tie_to_a_mark_off_the_screen_runs_to_its_edge(page):
    article = an_article("مصدر أمني", *["سطر في الوسط"] * 60, "انفجرت عبوتان")
    view = page(article)
    source = a_mark(article, "مصدر أمني", Shape.HATCHED, "source_anonymous", 1)
    claim = a_mark(article, "انفجرت عبوتان", Shape.LINE, "claim", 2)
    view.set_marks([source, claim])
    plain = grabbed(view)
    view.emphasise([source.id], [(claim.id, source.id)])
    bottom = QRect(0, view.viewport().height() - 5, view._style.gutter, 5)
    assert any(bottom.contains(x, y) for x, y in changed(plain, grabbed(view)))


def test_a_tie_to_a_mark_that_is_left_out_is_not_drawn(page):
    article = an_article("مصدر أمني")
    view = page(article)
    view.set_marks([a_mark(article, "مصدر")])
    view.emphasise([UUID(int=1)])
    plain = grabbed(view)
    view.emphasise([UUID(int=1)], [(UUID(int=9), UUID(int=1))])
    assert grabbed(view) == plain


def margin_of(view: ReadingView, direction: Direction, scale: float = 1) -> range:
    """The columns of the margin at the end of the lines."""
    gutter, width = view._style.gutter - 6, view.viewport().width()
    columns = (0, gutter) if direction is Direction.RTL else (width - gutter, width)
    return range(round(columns[0] * scale), round(columns[1] * scale))


def tied(page, direction: Direction, rows: list[str], ends: list[str], theme: str = "light"):
    """A view with marks on some rows, of which the first is selected and tied to the others."""
    article = an_article(*(Row(text, dir=direction) for text in rows))
    view = page(article, theme=theme)
    marks = [a_mark(article, words, number=n) for n, words in enumerate(ends, 1)]
    view.set_marks(marks)
    view.emphasise([marks[0].id])
    return view, [(marks[0].id, mark.id) for mark in marks[1:]]


@pytest.mark.parametrize("direction", list(Direction))
@pytest.mark.parametrize(("theme", "scale"), [("light", 1), ("sepia", 1.5), ("dark", 1.5)])
def test_ties_stand_in_the_margin_where_lines_end(page, direction, theme, scale):
    view, ties = tied(page, direction, ["one", "two", "three"], ["one", "two", "three"], theme)
    plain = grabbed(view, scale)
    view.emphasise([ties[0][0]], ties)
    drawn = {(x, y) for x, y in changed(plain, grabbed(view, scale))}
    margin = margin_of(view, direction, scale)
    beside = [(x, y) for x, y in drawn if x in margin]
    assert beside
    other = margin_of(view, next(d for d in Direction if d is not direction), scale)
    assert not any(x in other for x, _ in drawn)
    # One spine, and an arm at each of the three lines.
    by_row: dict[int, int] = {}
    for _, y in beside:
        by_row[y] = by_row.get(y, 0) + 1
    arms = [y for y, count in by_row.items() if count >= 6 * scale]
    assert len([y for y in arms if y - 1 not in arms]) == 3


def test_many_ties_are_one_bracket_that_stays_within_the_margin(page):
    rows = [f"word{n} more" for n in range(14)]
    view, ties = tied(page, Direction.LTR, rows, [f"word{n} " for n in range(14)])
    plain = grabbed(view)
    view.emphasise([ties[0][0]], ties)
    drawn = changed(plain, grabbed(view))
    text = view.span_rect(0, 6).translated(-view.viewport().pos())
    beyond = {x for x, _ in drawn if x >= view.viewport().width() - view._style.gutter}
    assert beyond
    assert max(beyond) < view.viewport().width()
    assert min(x for x, _ in drawn) >= text.left() - SIDE - 2


@pytest.mark.parametrize("up", [False, True])
def test_an_arrow_at_the_edge_shows_where_the_other_end_is(page, up):
    rows = ["first line", *["in between"] * 60, "last line"]
    ends = ["last", "first"] if up else ["first", "last"]
    view, ties = tied(page, Direction.LTR, rows, ends)
    view.scroll_to(find(an_article(*rows), ends[0])[0])
    QApplication.processEvents()
    plain = as_shown(view)
    view.emphasise([ties[0][0]], ties)
    drawn, height = changed(plain, as_shown(view)), view.viewport().height()
    from_the_edge = range(7) if up else range(height - 1, height - 8, -1)
    widths = [sum(1 for _, row in drawn if row == y) for y in from_the_edge]
    assert widths[0] + 3 <= max(widths)  # the tip is at the edge, the foot further in


@pytest.mark.parametrize("up", [False, True])
def test_a_click_on_the_arrow_leads_to_the_other_end_and_the_tip_counts(page, qtbot, up):
    rows = ["first line", *["in between"] * 60, "last line"]
    ends = ["last", "first"] if up else ["first", "last"]
    view, ties = tied(page, Direction.LTR, rows, ends)
    view.scroll_to(find(an_article(*rows), ends[0])[0])
    view.emphasise([ties[0][0]], ties)
    QApplication.processEvents()
    height = view.viewport().height()
    edge = 3 if up else height - 4
    [x, *_] = [x for x in range(view.viewport().width()) if view.beyond_at(QPoint(x, edge))]
    assert "1" in view._tip(QPoint(x, edge))

    clicked = []
    view.mark_clicked.connect(clicked.append)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, edge))

    assert clicked == [(ties[0][1],)]
    assert not view.span_rect(*find(an_article(*rows), ends[1])).isEmpty()
