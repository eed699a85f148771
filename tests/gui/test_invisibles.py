"""Invisible characters: counted in a banner, shown as chips, and never in the way of offsets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.gui.kit.message_bar import Level
from reader.gui.kit.theme import Theme
from reader.gui.page.chips import Chips, label_of, name_in
from reader.gui.page.document import Shown
from reader.gui.page.document_builder import MAX_CHIPS, build
from reader.gui.page.document_style import Style
from reader.gui.page.reading_view import ReadingView
from reader.text.bidi import Invisible, Severity, digits_around, invisibles, tally
from tests.support.libraries import a_page
from tests.support.pages import an_article, shown_in
from tests.support.windows import Person

RLO, PDF, RLM, ZWNJ, ZWSP, TATWEEL = "\u202e", "\u202c", "\u200f", "\u200c", "\u200b", "ـ"
OBJECT = "\ufffc"


@pytest.fixture
def person(qapp: QApplication, qtbot: QtBot, home: Path) -> Iterator[Person]:
    person = Person(qapp, qtbot, home)
    yield person
    person.go()


def with_chips(text: str, style: Style) -> tuple[str, str]:
    """The document's own text of a paragraph with chips, and what its table says it is."""
    article = an_article(text)
    shown = Shown(shown_in(article), invisibles=tuple(invisibles(text)))
    document = build(article, shown, style)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    return cursor.selectedText(), document.table.text(0, len(article.page_text))


def shows_chips(person: Person) -> bool:
    document = person.window.view.document()
    return any(document.characterAt(n) == OBJECT for n in range(document.characterCount()))


# Counting


def test_kinds_are_counted_the_red_ones_first() -> None:
    found = tally(invisibles(f"أ{RLM}ب{RLM}ج{RLM} د{RLO}هـ"))
    assert [(t.name, t.severity, t.times) for t in found] == [
        ("RLO", Severity.RED, 1), ("RLM", Severity.GREY, 3), ("TATWEEL", Severity.GREY, 1),
    ]  # fmt: skip


def test_tatweel_and_a_common_non_joiner_are_ordinary_a_direction_mark_is_not() -> None:
    ordinary = {t.name: t.is_ordinary for t in tally(invisibles(f"مـن می{ZWNJ}خواهم {RLM}"))}
    assert ordinary == {"TATWEEL": True, "ZWNJ": True, "RLM": False}


def test_a_number_that_a_character_without_direction_splits_is_found_whole() -> None:
    text = f"قتل 12{ZWSP}34 مدنيًا"
    at = text.index(ZWSP)
    assert digits_around(text, at) == (text.index("12"), text.index("34") + 2)
    assert digits_around(f"أ{ZWSP}ب", 1) is None
    assert digits_around(f"1{RLM}2", 1) is None


# The banner


def test_the_banner_names_what_was_found_and_how_often(person: Person) -> None:
    person.open(*a_page(["عنوان", f"من {RLO} قال {RLM} ثم {RLM} مضى"]))
    person.qtbot.waitUntil(lambda: person.window.banners.notice("invisible") is not None)
    notice = person.window.banners.notice("invisible")
    assert notice is not None
    assert notice.level is Level.WARNING
    said = notice.text()
    assert said.index("RLO") < said.index("RLM")
    assert "فرض الاتجاه من اليمين إلى اليسار" in said
    assert "): 2" in said


def test_a_direction_mark_alone_is_told_and_no_warning(person: Person) -> None:
    person.open(*a_page(["عنوان", f"من {RLM} قال"]))
    person.qtbot.waitUntil(lambda: person.window.banners.notice("invisible") is not None)
    notice = person.window.banners.notice("invisible")
    assert notice is not None
    assert notice.level is Level.INFO


def test_ordinary_tatweel_and_non_joiners_are_not_spoken_of(person: Person) -> None:
    person.open(*a_page(["عنوان", f"مـن می{ZWNJ}خواهم"]))
    person.runtime.drain()
    assert person.window.banners.notice("invisible") is None


def test_the_banner_offers_to_show_them(person: Person) -> None:
    person.open(*a_page(["عنوان", f"من {RLO} قال"], picture=False))
    person.qtbot.waitUntil(lambda: person.window.banners.notice("invisible") is not None)
    notice = person.window.banners.notice("invisible")
    assert notice is not None

    notice.offers[0].do()

    person.qtbot.waitUntil(lambda: shows_chips(person))
    assert person.window.table["invisibles"].isChecked()


# Chips


def test_a_key_shows_the_chips_and_hides_them_again(person: Person) -> None:
    person.open(*a_page(["عنوان", f"من {RLM} قال"], picture=False))
    person.window.view.setFocus()
    person.press("F4")
    person.qtbot.waitUntil(lambda: shows_chips(person))

    person.press("F4")

    assert not shows_chips(person)


def test_chips_stay_for_the_next_article(person: Person) -> None:
    person.open(*a_page(["عنوان", f"من {RLM} قال"], picture=False))
    person.window.table["invisibles"].setChecked(True)
    person.open(*a_page(["آخر", f"كتب {RLM} أمس"], picture=False))
    person.qtbot.waitUntil(lambda: shows_chips(person))


def test_what_is_selected_and_copied_over_a_chip_is_canonical(person: Person) -> None:
    text = f"قال{RLM} مصدر أمني"
    person.open(*a_page(["عنوان", text], picture=False))
    person.window.table["invisibles"].setChecked(True)
    person.qtbot.waitUntil(lambda: shows_chips(person))

    person.select(text)
    person.press("Ctrl+C")

    assert QGuiApplication.clipboard().text() == text
    mark = person.mark("مصدر أمني", "1")
    assert mark.words == "مصدر أمني"


def test_a_chip_stands_before_its_character_and_tatweel_needs_none(
    style: Style, person: Person
) -> None:
    text = f"قال{RLM} مـا"
    article = an_article(text)
    found = tuple(h for h in invisibles(text) if h.name != "TATWEEL")
    document = build(article, Shown(shown_in(article), invisibles=found), style)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    assert cursor.selectedText() == f"قال{OBJECT}{RLM} مـا"


def test_a_number_with_a_chip_in_it_keeps_its_order(style: Style) -> None:
    shown, canonical = with_chips(f"قتل 12{ZWSP}34 مدنيًا", style)
    assert shown == f"قتل \u206612{OBJECT}{ZWSP}34\u2069 مدنيًا"
    assert canonical == f"قتل 12{ZWSP}34 مدنيًا"


@given(
    text=st.text(alphabet=f"اب 12aб𐎀.{RLO}{PDF}{RLM}{ZWNJ}{ZWSP}{TATWEEL}\u00ad\u0651", min_size=1)
)
def test_whatever_is_hidden_the_text_and_every_offset_stay(style: Style, text: str) -> None:
    article = an_article(text)
    document = build(article, Shown(shown_in(article), invisibles=tuple(invisibles(text))), style)
    table = document.table
    assert table.text(0, len(text)) == text
    assert [table.offset(table.nearest(at)) for at in range(len(text) + 1)] == [
        *range(len(text) + 1)
    ]


def test_a_flood_of_them_gets_no_more_chips_than_can_be_read(style: Style) -> None:
    shown, canonical = with_chips(f"ا{ZWNJ}" * (MAX_CHIPS + 10), style)
    assert shown.count(OBJECT) == MAX_CHIPS
    assert len(canonical) == 2 * (MAX_CHIPS + 10)


@pytest.mark.parametrize("theme", ["light", "sepia", "dark"])
def test_a_chip_has_the_colours_of_its_gravity_in_every_theme(fonts: None, theme: str) -> None:
    colours, chips = Theme.load(theme), Chips(Theme.load(theme), 20)
    for severity, role in ((Severity.RED, "danger_soft"), (Severity.GREY, "window")):
        image = chips.image(f"{severity}/RLO/RLO")
        assert image.pixelColor(image.width() // 2, 3) == QColor(colours.colour(role))


def test_a_letter_of_another_alphabet_is_shown_by_its_number() -> None:
    [mixed] = [h for h in invisibles("pаypal") if h.name == "MIXED"]
    assert label_of(mixed) == "U+0430"
    assert label_of(Invisible(0, RLO, "RLO", Severity.RED)) == "RLO"


def test_a_chip_says_its_name_under_the_mouse(page: Callable[..., ReadingView]) -> None:
    text = f"قال {RLO} مصدر"
    view = page(an_article(text))
    view.show_invisibles(invisibles(text))
    found = {
        view.hidden_at(QPoint(x, y))
        for x in range(0, view.viewport().width(), 4)
        for y in range(0, 300, 4)
    }
    assert found == {"", "RLO"}
    assert name_in("chip:red/RLO/RLO") == "RLO"
