"""Finding words in the text, as a person does it: by keys and buttons, with the window around."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.model.article import Article, BlockState
from reader.model.vocabulary import MarkType
from reader.settings import Digits, InterfaceLanguage, ThemeChoice
from tests.support.desks import make_article
from tests.support.people import click, type_in
from tests.support.windows import Person

LONG = [f"الفقرة {n}: قال مصدرٌ أمني إن شاحنة تعرضت لهجوم قرب الطريق السريع." for n in range(60)]
Finder = Callable[..., "At"]


class At:
    """Somebody at a window who looks for words."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.window = person.window
        self.bar = self.window.finding.bar

    def open(self, article: Article) -> None:
        self.person.open(article, article.page_text.encode())

    def find(self, words: str) -> None:
        self.person.press("Ctrl+F")
        type_in(self.bar.field, words)

    @property
    def said(self) -> str:
        return self.bar.count.said()

    @property
    def now(self) -> tuple[int, int] | None:
        return self.window.view.found.now

    @property
    def words(self) -> str:
        assert self.now is not None
        return self.person.session.article.page_text[slice(*self.now)]


@pytest.fixture
def at(qapp: QApplication, qtbot: QtBot, home: Path) -> Iterator[Finder]:
    people: list[Person] = []

    def make(paragraphs: Any = LONG, **options: Any) -> At:
        states = options.pop("states", ())
        person = Person(qapp, qtbot, home, **options)
        people.append(person)
        a = At(person)
        a.open(make_article(paragraphs, states=states))
        return a

    yield make
    for person in people:
        person.go()


def test_words_are_found_as_they_are_typed_and_counted(at: Finder) -> None:
    a = at()
    a.find("مصدر")
    assert a.said == "1 من 60"
    assert a.words == "مصدرٌ"
    assert a.bar.field.hasFocus()


def test_the_first_match_is_the_one_from_where_somebody_reads(at: Finder) -> None:
    a = at()
    a.window.view.read_from(a.person.session.article.blocks[30].start)
    a.find("مصدر")
    assert a.said.startswith("30 من 60")


def test_a_short_selection_is_what_is_looked_for_and_where_it_begins(at: Finder) -> None:
    a = at()
    a.person.select("مصدرٌ أمني", 3)
    a.person.press("Ctrl+F")
    assert a.bar.words == "مصدرٌ أمني"
    assert a.said == "3 من 60"


def test_keys_and_buttons_go_on_and_back_and_say_when_they_wrap(at: Finder) -> None:
    a = at()
    a.find("مصدر")
    said = []
    for key in ("Return", "F3", "Shift+Return", "Shift+F3", "Shift+F3"):
        a.person.press(key)
        said.append(a.said)
    click(a.bar.next)
    said.append(a.said)
    click(a.bar.previous)
    said.append(a.said)
    last, first = "60 من 60 · من النهاية مجددًا", "1 من 60 · من البداية مجددًا"
    assert said == ["2 من 60", "3 من 60", "2 من 60", "1 من 60", last, first, last]


def test_each_match_is_brought_onto_the_screen(at: Finder) -> None:
    a = at()
    a.find("الفقرة 59")
    assert not a.window.view.span_rect(*a.now).isEmpty()


def test_words_that_are_not_there_are_said_not_to_be(at: Finder) -> None:
    a = at()
    a.find("باريس")
    assert a.said == "لا نتيجة"
    assert a.now is None
    assert not a.bar.next.isEnabled()
    a.person.press("Return")
    assert a.said == "لا نتيجة"


def test_nothing_typed_finds_and_says_nothing(at: Finder) -> None:
    a = at()
    a.find(" ")
    assert a.said == ""
    assert not a.window.view.found.hits


def test_escape_leaves_the_match_selected_ready_to_be_marked(at: Finder) -> None:
    a = at()
    a.find("مصدر امني")
    a.person.press("Esc")
    assert not a.bar.isVisible()
    assert a.window.view.hasFocus()
    a.person.press("1")
    assert a.person.selected.type is MarkType.SOURCE
    assert a.person.selected.words == "مصدرٌ أمني"
    assert not a.window.view.found.hits


def test_escape_in_the_text_closes_the_bar_as_well(at: Finder) -> None:
    a = at()
    a.find("مصدر")
    a.window.view.setFocus()
    a.person.press("Esc")
    assert not a.bar.isVisible()
    assert a.window.view.selection() is not None


def test_escape_on_a_button_of_the_bar_closes_it(at: Finder) -> None:
    a = at()
    a.find("مصدر")
    a.bar.next.setFocus()
    a.person.press("Esc")
    assert not a.bar.isVisible()


def test_the_key_for_the_next_match_goes_on_where_the_bar_was_closed(at: Finder) -> None:
    a = at()
    a.find("مصدر")
    a.person.press("Esc", "F3")
    assert a.said == "2 من 60"
    assert a.window.view.hasFocus()
    a.person.press("Esc", "Shift+F3")
    assert a.said == "1 من 60"


def test_the_key_for_the_next_match_opens_the_bar_where_nothing_was_looked_for(at: Finder) -> None:
    a = at()
    a.window.view.setFocus()
    a.person.press("F3")
    assert a.bar.field.hasFocus()


def test_whole_words_are_a_choice_that_is_kept(at: Finder) -> None:
    a = at(["المصدر ومصدره ومصادر", "وبالمصدر"])
    a.find("مصدر")
    assert a.said == "1 من 3"
    click(a.bar.whole_words)
    assert a.said == "1 من 2"
    assert a.person.preferences.settings.whole_words


def test_matches_in_left_out_paragraphs_are_counted_and_can_be_shown(at: Finder) -> None:
    a = at(["مصدر", "مصدر مصدر"], states=[BlockState.SURE, BlockState.DROPPED])
    a.find("مصدر")
    assert (a.said, a.bar.left_out.text()) == ("1 من 1", "اثنتان في فقرات مستبعدة")
    click(a.bar.left_out)
    assert a.said == "1 من 3"
    assert a.bar.left_out.isHidden()
    assert a.window.table["show_everything"].isChecked()
    a.window.table["show_everything"].setChecked(False)
    assert a.said == "1 من 1"


def test_who_asks_for_what_is_left_out_is_led_there(at: Finder) -> None:
    a = at(["لا شيء", "مصدر"], states=[BlockState.SURE, BlockState.DROPPED])
    a.find("مصدر")
    assert a.said == "ليس في النص المعروض"
    click(a.bar.left_out)
    assert a.said == "1 من 1"


def test_what_was_found_stays_when_the_look_changes(at: Finder) -> None:
    a = at()
    a.find("مصدر")
    a.person.press("F3")
    a.person.appearance.choose(ThemeChoice.DARK)
    assert (a.said, a.words) == ("2 من 60", "مصدرٌ")
    a.person.interface.choose(InterfaceLanguage.EN)
    QApplication.processEvents()
    assert a.said == "2 of 60"


def test_what_was_found_stays_when_a_mark_is_added(at: Finder) -> None:
    a = at()
    a.find("مصدر")
    a.person.session.add_mark(MarkType.NOTE, *a.now)
    assert a.said == "1 من 60"


def test_another_article_is_searched_for_the_same_words(at: Finder) -> None:
    a = at()
    a.find("مصدر")
    a.open(make_article(["خبر آخر، ومصدر آخر، والمصدر ذاته."]))
    assert a.said == "نتيجتان"
    a.person.press("F3")
    assert a.said == "1 من 2"


def test_the_bar_goes_with_the_article(at: Finder) -> None:
    a = at()
    a.find("مصدر")
    a.window.table["library"].trigger()
    assert not a.bar.isVisible()


def test_a_long_article_is_made_ready_in_the_background(at: Finder, qtbot: QtBot) -> None:
    a = at(LONG * 20)
    a.find("مصدر")
    qtbot.waitUntil(lambda: a.said == "1 من 1200")


def test_typing_digits_into_the_bar_marks_nothing(at: Finder) -> None:
    a = at()
    a.person.select("أمني")
    a.person.press("Ctrl+F")
    QTest.keyClick(a.bar.field, Qt.Key.Key_1)
    assert a.bar.words == "1"
    assert a.person.marks == []


def test_a_narrow_bar_cuts_what_it_says_at_its_end(at: Finder) -> None:
    a = at()
    a.find("مصدر")
    a.person.press("Shift+Return")
    a.bar.count.setMaximumWidth(80)
    QApplication.processEvents()
    assert a.bar.count.text().startswith("60 من")
    assert a.bar.count.text().endswith("…")
    assert a.bar.count.toolTip() == a.said


def test_what_is_found_is_told_to_a_screen_reader(at: Finder) -> None:
    a = at()
    a.find("مصدر")
    names = [w.accessibleName() for w in (a.bar, a.bar.field, a.bar.next, a.bar.count)]
    assert names == ["بحث في النص", "الكلمات المطلوبة", "النتيجة التالية (F3)", "1 من 60"]


def test_the_count_is_written_in_the_digits_of_the_interface(at: Finder) -> None:
    a = at()
    a.find("مصدر")
    a.person.interface.choose_digits(Digits.ARABIC)
    QApplication.processEvents()
    assert a.said == "١ من ٦٠"
