"""Marks at the turns of direction, by pixels: in every theme, at two scales, either way round.

The measure is where Qt itself puts the letters of the same words when it draws them in another
colour; and the letters of the page must stay what they were.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

import pytest

from reader.gui.kit.theme import Theme
from reader.gui.page.mark_layout import PaintedMark, Shape
from reader.model.article import Article, BlockKind, Direction
from tests.support.pages import Row, an_article, find
from tests.support.pixels import Pixels, changed, grabbed, letters_of, like, line_bands, runs

BEARING = 5
"""So many logical pixels a letter's tail may reach under its neighbour, or a box over a letter."""
SPACE = 12
"""So wide a space that is marked may be, in logical pixels."""

ARABIC = "ووفقًا لمصدر أمني (29 تموز 2021) قرب COVID-19 مسرح العمليات؛ وقال «BBC»: لا، بل 30%."
ENGLISH = 'He told (29 July 2021) that «مصدر أمني مطّلع» in Basra, near 15 km, said "نعم" twice.'
TASHKEEL = "أَكَّدَ المَصْدَرُ أنَّ الرَّتلَ أُصِيبَ، ونَفَّذَ المُهَمَّةَ"

SPOTS = [
    pytest.param(ARABIC, "مصدر", id="joined_letters_begin_inside_a_word"),
    pytest.param(ARABIC, "صد", id="joined_letters_in_the_middle_of_a_word"),
    pytest.param(ARABIC, "مسرح العم", id="joined_letters_end_inside_a_word"),
    pytest.param(ARABIC, "COVID-19", id="latin_word_in_arabic"),
    pytest.param(ARABIC, "قرب COVID", id="arabic_into_half_a_latin_word"),
    pytest.param(ARABIC, "VID-19 مس", id="half_a_latin_word_into_half_an_arabic_one"),
    pytest.param(ARABIC, "(29 تموز 2021)", id="numbers_in_parentheses"),
    pytest.param(ARABIC, "أمني (29", id="into_a_parenthesis"),
    pytest.param(ARABIC, "2021) قرب", id="out_of_a_parenthesis"),
    pytest.param(ARABIC, "بل 30%.", id="percentage_at_the_end"),
    pytest.param(TASHKEEL, "كَّدَ المَصْ", id="from_a_letter_with_shadda_and_fatha"),
    pytest.param(TASHKEEL, "رَّت", id="shadda_inside_a_word"),
    pytest.param(ENGLISH, "(29 July 2021)", id="english_numbers_in_parentheses"),
    pytest.param(ENGLISH, "مصدر أمني", id="arabic_words_in_english"),
    pytest.param(ENGLISH, "that «مصدر", id="english_into_arabic"),
    pytest.param(ENGLISH, "مطّلع» in", id="arabic_into_english"),
    pytest.param(ENGLISH, "صدر أمني مطّ", id="arabic_letters_cut_on_both_sides_in_english"),
]
SHOWN = [("light", 1), ("sepia", 1.5), ("dark", 1), ("light", 1.5)]


def article_of(text: str) -> Article:
    ltr = text is ENGLISH
    return an_article(Row(text, dir=Direction.LTR if ltr else Direction.RTL))


@dataclass(frozen=True)
class Drawn:
    """What a mark changed, where its letters are, and where all the others are."""

    painted: Pixels
    letters: Pixels
    others: Pixels
    bands: list[tuple[int, int]]
    scale: float

    def check(self) -> None:
        """On every line: all of its letters are covered, no other letter is, and no margin."""
        assert self.letters
        for band in self.bands:
            painted, own = self.columns(self.painted, band), self.columns(self.letters, band)
            others = self.columns(self.others, band) - own
            reach = round(BEARING * self.scale)
            assert own <= widened(painted, reach)
            assert bool(painted) is bool(own)
            assert painted <= widened(own | others, round(SPACE * self.scale))
            deep = painted - widened(set(range(2000)) - painted, reach)
            assert runs(deep & others, 1) == []
        # Other lines have nothing of it; its own lines may lie a little below their letters.
        within = {y for first, last in self.bands for y in range(first - 4, last + 16)}
        assert {y for _, y in self.painted} <= within

    @staticmethod
    def columns(pixels: Pixels, band: tuple[int, int]) -> set[int]:
        return {x for x, y in pixels if band[0] <= y <= band[1]}


def widened(columns: set[int], by: int) -> set[int]:
    return {near for x in columns for near in range(x - by, x + by + 1)}


def draw(
    view, article: Article, words: str, scale: float, shape=Shape.SOLID, *, moved=False
) -> Drawn:
    start, end = find(article, words)
    letters = letters_of(view, start, end, scale)
    others = letters_of(view, 0, start, scale) | letters_of(
        view, end, len(article.page_text), scale
    )
    plain = grabbed(view, scale)
    colour = {Shape.SOLID: "source_identified", Shape.HATCHED: "source_anonymous"}
    colour[Shape.WAITING] = "waiting"
    role = colour.get(shape, "highlight" if shape is Shape.BAND else "claim")
    view.set_marks([PaintedMark(UUID(int=1), start, end, shape, role, moved=moved)])
    painted = changed(plain, grabbed(view, scale))
    return Drawn(painted, letters, others, line_bands(view, scale), scale)


@pytest.fixture
def small(page):
    """A view that is only as high as a few lines."""

    def show(article: Article, theme: str = "light", height: int = 240):
        view = page(article, theme=theme)
        view.resize(900, height)
        return view

    return show


@pytest.mark.parametrize("words", ["29 تموز 2021", "تموز 2021", "COVID-19 مسرح", "بل 30%"])
def test_a_claim_that_begins_or_ends_with_a_number_closes_at_its_outer_edges(small, words):
    article = article_of(ARABIC)
    painted = draw(small(article), article, words, 1, Shape.LINE).painted
    ticks = {x for x, y in painted if y == min(y for _, y in painted)}
    columns = {x for x, _ in painted}
    assert [ends[0] for ends in runs(ticks, 1)] == [min(columns), max(columns) - 1]


@pytest.mark.parametrize(("text", "words"), SPOTS)
@pytest.mark.parametrize("scale", [1, 1.5])
def test_a_mark_covers_the_columns_of_its_letters(small, text, words, scale):
    article = article_of(text)
    draw(small(article), article, words, scale).check()


@pytest.mark.parametrize("scale", [1, 1.5])
@pytest.mark.parametrize(
    ("text", "words"), [(ARABIC, "VID-19 مس"), (TASHKEEL, "كَّدَ المَصْ"), (ENGLISH, "صدر أمني مطّ")]
)
def test_a_mark_that_waits_is_drawn_around_its_letters_and_nothing_lies_under_them(
    small, text, words, scale
):
    article = article_of(text)
    drawn = draw(small(article), article, words, scale, Shape.WAITING)
    drawn.check()
    ys = [y for _, y in drawn.painted]
    middle = {p for p in drawn.painted if min(ys) + 4 * scale < p[1] < max(ys) - 4 * scale}
    # Its sides alone: dashes two pixels thick at the ends of each box.
    sides = runs({x for x, _ in middle}, 1)
    assert all(last - first <= 3 * scale for first, last in sides)


@pytest.mark.parametrize(("theme", "scale"), SHOWN)
@pytest.mark.parametrize(("text", "words"), [(ARABIC, "مصدر أمني"), (ENGLISH, "near 15 km")])
def test_the_sign_of_a_moved_mark_stands_over_its_first_letter_and_covers_none(
    small, theme, scale, text, words
):
    article = article_of(text)
    view = small(article, theme)
    plain = draw(view, article, words, scale, Shape.LINE)
    view.set_marks([])
    moved = draw(view, article, words, scale, Shape.LINE, moved=True)
    sign = moved.painted - plain.painted
    assert sign
    columns, own = {x for x, _ in sign}, {x for x, _ in moved.letters}
    head = max(own) if text is ARABIC else min(own)
    assert all(abs(x - head) <= 12 * scale for x in columns)
    assert not sign & (moved.letters | moved.others)


@pytest.mark.parametrize(("theme", "scale"), SHOWN)
@pytest.mark.parametrize("shape", [Shape.SOLID, Shape.HATCHED, Shape.BAND, Shape.WAITING])
@pytest.mark.parametrize(
    ("text", "words"), [(ARABIC, "مصدر"), (TASHKEEL, "كَّدَ المَصْ"), (ENGLISH, "صدر أمني مطّ")]
)
def test_the_glyphs_are_the_same_under_a_mark(small, theme, scale, shape, text, words):
    """Letters are neither un-joined nor moved: their strokes are the same pixels as before."""
    article, ink = article_of(text), Theme.load(theme).colour("ink")
    view = small(article, theme)
    plain = grabbed(view, scale)
    before, all_but_edges = like(plain, ink, 3), like(plain, ink, 14)
    assert draw(view, article, words, scale, shape).painted
    after = grabbed(view, scale)
    assert before
    assert before <= like(after, ink, 3)
    # The edges of strokes are nearer to the ink where the ground is, but nothing else is.
    assert like(after, ink, 3) <= all_but_edges


@pytest.mark.parametrize(("theme", "scale"), SHOWN)
@pytest.mark.parametrize("direction", list(Direction))
def test_every_line_of_a_wrapped_mark_is_painted_and_nothing_beyond(small, theme, scale, direction):
    words = " ".join(f"كلمة{n}" if direction is Direction.RTL else f"word{n}" for n in range(42))
    article = an_article(Row(words, dir=direction))
    view = small(article, theme)
    each = words.split()
    start, end = words.index(each[5]), words.index(each[36])
    drawn = draw(view, article, words[start:end].rstrip(), scale)
    assert len(drawn.bands) >= 3
    drawn.check()


@pytest.mark.parametrize(("theme", "scale"), SHOWN)
@pytest.mark.parametrize(
    ("direction", "texts"),
    [
        (Direction.RTL, ("الفقرة الأولى من النص", "عنوان فيه BBC", "الثالثة هنا")),
        (Direction.LTR, ("The first paragraph", "Heading of بغداد", "A third here")),
    ],
)
def test_a_mark_over_three_blocks_covers_its_words_in_each(small, theme, scale, direction, texts):
    one, two, three = texts
    article = an_article(
        Row(one, dir=direction), Row(two, BlockKind.HEADING, level=2, dir=direction),
        Row(three, dir=direction),
    )  # fmt: skip
    words = f"{one.split(' ', 1)[1]}\n{two}\n{three.rsplit(' ', 1)[0]}"
    drawn = draw(small(article, theme), article, words, scale)
    assert all(drawn.columns(drawn.painted, band) for band in drawn.bands)
    drawn.check()
