"""Help: the keys, how to save a page, what the program is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

import reader
from reader.gui.dialogs.about import AboutDialog
from reader.gui.dialogs.keys_sheet import KeysSheet, entries
from reader.gui.dialogs.saving_guide import WAYS, SavingGuide
from reader.gui.kit.action_table import ACTIONS
from reader.settings import InterfaceLanguage
from tests.support.windows import Person

D = TypeVar("D", bound=QDialog)


@pytest.fixture
def person(qapp: QApplication, qtbot: QtBot, home: Any) -> Iterator[Person]:
    person = Person(qapp, qtbot, home)
    yield person
    person.go()


def _with(person: Person, name: str, look: Callable[[QDialog], None]) -> None:
    """Ask for a dialog, look at it, and leave it by Escape."""
    person.window.table[name].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    try:
        look(dialog)
    finally:
        dialog.reject()


def test_every_action_with_a_key_is_on_the_sheet(person: Person) -> None:
    words = {entry.words for entry in entries()}
    for spec in ACTIONS:
        if spec.keys:
            bare = person.window.table[spec.name].iconText() if not spec.short else ""
            assert not bare or bare in words


def test_the_sheet_is_shown_by_f1_in_the_interface_s_language(person: Person) -> None:
    def look(dialog: QDialog) -> None:
        assert dialog.windowTitle() == "مفاتيح الاختصار"
        assert any(label.text() == "وسم مصدر" for label in dialog.findChildren(QLabel))

    assert person.window.table["shortcuts"].shortcut().toString() == "F1"
    _with(person, "shortcuts", look)


def test_keys_are_never_turned_round_beside_arabic(person: Person) -> None:
    def look(dialog: QDialog) -> None:
        caps = [c for c in dialog.findChildren(QLabel) if c.property("kind") == "key"]
        assert "\u2066Ctrl++\u2069" in [cap.text() for cap in caps]
        directions = {cap.layoutDirection() for cap in caps}
        assert directions == {Qt.LayoutDirection.LeftToRight}

    _with(person, "shortcuts", look)


def test_the_keys_of_back_are_told_as_they_are_in_this_direction(person: Person) -> None:
    keys = {entry.words: entry.keys for entry in entries()}
    assert keys[person.window.table["back"].iconText()] == ("Alt+→",)


def test_a_key_is_found_by_what_it_does_however_it_is_spelled(qtbot: QtBot, person: Person) -> None:
    sheet = KeysSheet()
    qtbot.addWidget(sheet)
    [field] = sheet.findChildren(QLineEdit)
    field.setText("اعاده")

    caps = {c.text() for c in sheet._area.widget().findChildren(QLabel)}
    assert "\u2066Ctrl+Y\u2069" in caps
    assert "\u2066Ctrl+O\u2069" not in caps

    field.setText("لا شيء كهذا")
    assert not sheet._none.isHidden()


def test_the_sheet_can_be_copied_as_text(qtbot: QtBot, person: Person) -> None:
    sheet = KeysSheet()
    qtbot.addWidget(sheet)
    copy = next(b for b in sheet.findChildren(QPushButton) if b.text() == "نسخ نصًّا")
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)

    assert "وسم مصدر: \u20661\u2069" in QGuiApplication.clipboard().text().splitlines()


@pytest.mark.parametrize("language", [InterfaceLanguage.AR, InterfaceLanguage.EN])
def test_the_keys_of_a_column_stand_at_its_far_edge(
    qtbot: QtBot, person: Person, language: InterfaceLanguage
) -> None:
    person.interface.choose(language)
    sheet = KeysSheet()
    qtbot.addWidget(sheet)
    sheet.resize(600, 600)
    sheet.show()
    caps = [c for c in sheet.findChildren(QLabel) if c.property("kind") == "key" and c.isVisible()]
    keys = {cap.parentWidget() for cap in caps}
    rects = [QRect(k.mapTo(sheet, QPoint(0, 0)), k.size()) for k in keys]
    rtl = language is InterfaceLanguage.AR
    assert len({r.left() if rtl else r.right() for r in rects}) == 1


def test_the_sheet_fits_on_one_small_screen(qtbot: QtBot, person: Person) -> None:
    sheet = KeysSheet()
    qtbot.addWidget(sheet)
    sheet.resize(1366, 700)
    sheet.show()
    assert sheet._area.widget().sizeHint().height() <= 700
    assert sheet._area.widget().minimumSizeHint().width() <= 1366


def test_a_narrow_sheet_has_fewer_columns(qtbot: QtBot, person: Person) -> None:
    sheet = KeysSheet()
    qtbot.addWidget(sheet)
    sheet.show()
    for width in (1366, 1000, 683):
        sheet.resize(width, 500)
        assert not sheet._area.horizontalScrollBar().maximum()


def test_the_sheet_is_scrolled_from_its_field(qtbot: QtBot, person: Person) -> None:
    sheet = KeysSheet()
    qtbot.addWidget(sheet)
    sheet.resize(683, 300)
    sheet.show()
    [field] = sheet.findChildren(QLineEdit)
    QTest.keyClick(field, Qt.Key.Key_PageDown)
    assert sheet._area.verticalScrollBar().value() > 0


@pytest.mark.parametrize("dialog", [KeysSheet, partial(AboutDialog, [])])
def test_a_dialog_of_the_help_is_no_larger_than_its_screen(
    qtbot: QtBot, person: Person, dialog: Callable[[], QDialog]
) -> None:
    opened = dialog()
    qtbot.addWidget(opened)
    room = opened.screen().availableSize()
    assert opened.width() <= room.width()
    assert opened.height() <= room.height()


def test_how_to_save_a_page_is_told_for_each_browser(person: Person) -> None:
    def look(dialog: QDialog) -> None:
        [guide] = dialog.findChildren(SavingGuide)
        assert len(guide.words().splitlines()) == 1 + 2 * len(WAYS)
        assert "أرشيف ويب" in guide.words()

    _with(person, "saving_pages", look)


def test_about_tells_the_version_that_nobody_is_contacted_and_the_licences(
    person: Person,
) -> None:
    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, AboutDialog)
        said = " ".join(label.text() for label in dialog.findChildren(QLabel))
        assert reader.__version__ in said
        assert "لا يتصل «إسناد» بأحد" in said
        [parts] = dialog.findChildren(QListWidget)
        person.runtime.drain()
        assert "MIT License" in dialog.licence.toPlainText()
        parts.setCurrentRow(1)
        person.runtime.drain()
        assert "GNU LESSER GENERAL PUBLIC LICENSE" in dialog.licence.toPlainText()

    _with(person, "about", look)


def test_about_has_room_for_a_part_and_its_licence(person: Person) -> None:
    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, AboutDialog)
        lines = 2 * dialog.parts.fontMetrics().lineSpacing()
        for row in range(dialog.parts.count()):
            index = dialog.parts.model().index(row, 0)
            needed = dialog.parts.sizeHintForIndex(index).height()
            assert dialog.parts.visualRect(index).height() >= max(lines, needed)

    _with(person, "about", look)


def test_help_follows_the_language(person: Person) -> None:
    person.interface.choose(InterfaceLanguage.EN)

    def look(dialog: QDialog) -> None:
        assert dialog.windowTitle() == "About Isnad"

    _with(person, "about", look)
