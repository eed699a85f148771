"""What was found, as it is painted in the text and along the scroll bar."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from reader.gui.kit.theme import Theme, blend
from reader.gui.page.found_painter import Found
from reader.gui.page.found_ticks import FoundTicks
from reader.gui.page.reading_view import ReadingView
from reader.text.matching import Hits, Query, Searchable
from tests.support.pages import an_article
from tests.support.pixels import changed, grabbed

NAMES = ("light", "sepia", "dark")
MIXED = "قال لمصدرٍ أمني (29 تموز 2021) قرب COVID-19 مستشفى المصدر الثاني"
MARKS = ("source_identified", "source_anonymous", "accent_soft")


def found(text: str, typed: str) -> Hits:
    return Query(typed).find(Searchable(text))


def apart(one: QColor, other: QColor) -> float:
    return sum(abs(a - b) for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True))


@pytest.mark.parametrize("theme", NAMES)
@pytest.mark.parametrize("typed", ["مصدر", "صد", "29", "وف", "covid", "2021) قرب"])
def test_a_hit_lies_under_its_letters_and_changes_none(page: Any, theme: str, typed: str) -> None:
    view: ReadingView = page(an_article(MIXED), theme=theme)
    ink = Theme.load(theme).colour("ink")
    before = grabbed(view)
    hits = found(MIXED, typed)
    view.set_found(Found(hits))
    after = grabbed(view)
    touched = changed(before, after)
    inked = {(x, y) for x, y in touched if apart(before.pixelColor(x, y), ink) < 12}
    assert bool(touched) == bool(hits)
    assert all(apart(after.pixelColor(*place), ink) < 12 for place in inked)


@pytest.mark.parametrize("typed", ["مصدر", "29", "covid", "(29"])
def test_a_hit_covers_its_own_letters_alone(page: Any, typed: str) -> None:
    view: ReadingView = page(an_article(MIXED))
    before = grabbed(view)
    hits = found(MIXED, typed)
    view.set_found(Found(hits))
    columns = {x for x, _ in changed(before, grabbed(view))}
    corner = view.viewport().pos()
    boxes = [view.span_rect(*hit).translated(-corner) for hit in hits]
    assert all(any(b.left() - 2 <= x <= b.right() + 2 for b in boxes) for x in columns)
    assert all(b.center().x() in columns for b in boxes)


@pytest.mark.parametrize("theme", NAMES)
def test_the_present_hit_looks_unlike_the_others_and_both_unlike_any_mark(theme: str) -> None:
    look = Theme.load(theme)
    page = look.colour("page")
    plain = blend(QColor(look.colour("found").rgb()), page, look.colour("found").alphaF())
    now = look.colour("found_now")
    assert apart(plain, now) > 30
    for role in ("page", *MARKS):
        assert apart(plain, look.colour(role)) > 40, role
        assert apart(now, look.colour(role)) > 60, role


def test_the_present_hit_is_painted_stronger(page: Any) -> None:
    view: ReadingView = page(an_article(MIXED))
    hits = found(MIXED, "مصدر")
    view.set_found(Found(hits))
    before = grabbed(view)
    view.set_found(Found(hits, hits[1]))
    columns = {x for x, _ in changed(before, grabbed(view))}
    box = view.span_rect(*hits[1]).translated(-view.viewport().pos())
    assert {x for x in columns if not box.left() - 5 <= x <= box.right() + 5} == set()
    assert columns


# Along the scroll bar

LONG = [f"الفقرة {n}: قال مصدرٌ أمني إن شاحنة تعرضت لهجوم قرب الطريق." for n in range(200)]


def ticks(view: ReadingView) -> FoundTicks:
    found = view.verticalScrollBar().findChild(FoundTicks)
    assert isinstance(found, FoundTicks)
    return found


def laid_out(view: ReadingView) -> None:
    while view.document().lastBlock().layout().lineCount() == 0:
        QApplication.processEvents()


@pytest.mark.parametrize("number", [0, 7, 100, 199])
def test_a_tick_stands_at_the_height_of_its_line(page: Any, number: int) -> None:
    article = an_article(*LONG)
    view: ReadingView = page(article)
    laid_out(view)
    hits = found(article.page_text, f"الفقرة {number}:")
    view.set_found(Found(hits, hits[0]))
    [(top, bottom)] = ticks(view).rows()
    y = view.line_top(view._document.table.nearest(hits[0][0])) / view.document().size().height()
    assert top - 2 <= y * view.verticalScrollBar().height() <= bottom + 2
    assert ticks(view).row_now() == top


def test_many_hits_are_no_more_ticks_than_there_is_room(page: Any) -> None:
    article = an_article(*LONG)
    view: ReadingView = page(article)
    view.set_found(Found(found(article.page_text, "ا")))
    rows = ticks(view).rows()
    assert len(found(article.page_text, "ا")) > 1000
    assert 0 < len(rows) < view.verticalScrollBar().height()
    assert all(0 <= top < bottom <= view.verticalScrollBar().height() for top, bottom in rows)


def test_ticks_are_painted_on_the_bar_and_go_with_what_was_found(page: Any) -> None:
    article = an_article(*LONG)
    view: ReadingView = page(article)
    bar = view.verticalScrollBar()
    before = bar.grab().toImage()
    hits = found(article.page_text, "مصدر")
    view.set_found(Found(hits, hits[3]))
    assert changed(before, bar.grab().toImage())
    view.set_found(Found())
    assert changed(before, bar.grab().toImage()) == set()
