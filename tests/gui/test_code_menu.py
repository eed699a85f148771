"""The menu of codes behind the key `3`: keys, letters, and what was taken last."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.gui.panels.code_menu import CodeMenu
from reader.model.vocabulary import MarkType
from reader.session import codebook as use
from tests.support.windows import Person

WORDS = "مصدر أمني"
DAD_WHERE_Q_IS = 24
"""The scan code of the key."""


@pytest.fixture
def person(qapp, qtbot, home):
    made = Person(qapp, qtbot, home)
    made.open()
    yield made
    made.go()


def menu(person: Person) -> CodeMenu:
    person.select(WORDS)
    person.press("3")
    found = QApplication.activePopupWidget()
    assert isinstance(found, CodeMenu)
    return found


def letter(widget: CodeMenu, text: str, scan: int = 0) -> None:
    """A letter of an Arabic layout."""
    none = Qt.KeyboardModifier.NoModifier
    press = QKeyEvent(QEvent.Type.KeyPress, ord(text), none, scan, ord(text), 0, text)
    QApplication.sendEvent(widget, press)


def active(widget: CodeMenu) -> str:
    return widget.activeAction().text().split("\t")[0]


def test_the_keys_of_codes_are_shown(person):
    assert [action.text().split("\t")[1] for action in menu(person).actions()] == list("123456789")


def test_enter_repeats_the_code_that_was_taken_last(person):
    QTest.keyClick(menu(person), Qt.Key.Key_5)
    shown = menu(person)
    assert active(shown) == "خلفية"
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert [mark.codes for mark in person.marks] == [("background",)] * 2


def test_letters_look_for_a_label(person):
    shown = menu(person)
    letter(shown, "ت")
    assert active(shown) == "تاريخ"
    letter(shown, "ن")
    assert active(shown) == "تناقض"
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert person.selected.codes == ("contradiction",)


def test_a_letter_that_begins_no_label_changes_nothing(person):
    shown = menu(person)
    letter(shown, "ت")
    letter(shown, "ظ")
    assert active(shown) == "تاريخ"


def test_a_letter_that_is_a_key_takes_its_code_under_an_arabic_layout_too(person):
    codes = person.window.desk.library.codes
    codes.do(partial(use.edit_code, slug="place", key="q"))
    letter(menu(person), "ض", DAD_WHERE_Q_IS)
    assert person.selected.codes == ("place",)


def test_a_retired_code_is_not_offered(person):
    codes = person.window.desk.library.codes
    codes.do(partial(use.retire_code, slug="number", retired=True))
    assert active(menu(person)) == "تاريخ"


def test_where_there_is_no_code_a_highlight_has_none(person):
    codes = person.window.desk.library.codes
    for code in codes.book.codes:
        codes.do(partial(use.retire_code, slug=code.slug, retired=True))
    person.select(WORDS)
    person.press("3")
    assert QApplication.activePopupWidget() is None
    assert (person.selected.type, person.selected.codes) == (MarkType.HIGHLIGHT, ())
