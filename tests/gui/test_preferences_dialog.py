"""The dialog of preferences: each is applied at once, and kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.gui.dialogs.preferences_dialog import PreferencesDialog
from reader.settings import Digits, InterfaceLanguage, Settings, ThemeChoice
from reader.text.bidi import isolate
from tests.gui.panels.test_accessible import nameless
from tests.support.windows import Person


@pytest.fixture
def person(qapp: QApplication, qtbot: QtBot, home: Path) -> Iterator[Person]:
    person = Person(qapp, qtbot, home)
    person.open()
    yield person
    person.go()


@pytest.fixture
def dialog(person: Person) -> PreferencesDialog:
    person.window.view.setFocus()
    person.press("Ctrl+,")
    return next(d for d in person.window.findChildren(PreferencesDialog) if d.isVisible())


def kept(person: Person) -> Settings:
    person.runtime.drain()
    return person.saved[-1]


def test_the_language_changes_at_once_also_in_the_dialog(
    person: Person, dialog: PreferencesDialog
) -> None:
    assert dialog.windowTitle() == "التفضيلات"
    dialog.language.setFocus()

    QTest.keyClick(dialog.language, Qt.Key.Key_End)

    person.qtbot.waitUntil(lambda: dialog.windowTitle() == "Preferences")
    assert dialog.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert person.window.table["language_en"].isChecked()
    assert kept(person).language is InterfaceLanguage.EN


def test_the_digits_change_at_once(person: Person, dialog: PreferencesDialog) -> None:
    dialog.digits.setFocus()

    QTest.keyClick(dialog.digits, Qt.Key.Key_Down)

    person.qtbot.waitUntil(lambda: person.window.typesetting.button.text() == "١٠٠٪")
    assert kept(person).digits is Digits.ARABIC


def test_the_theme_is_a_swatch(person: Person, dialog: PreferencesDialog) -> None:
    person.click(dialog.swatches.buttons[ThemeChoice.DARK])
    assert person.appearance.theme.name == "dark"
    assert kept(person).theme is ThemeChoice.DARK


@pytest.mark.parametrize("name", ["recents", "snap_words", "whole_words", "cite"])
def test_what_is_ticked_is_kept(person: Person, dialog: PreferencesDialog, name: str) -> None:
    dialog.tabs.setCurrentIndex(1)
    before = getattr(person.preferences.settings, name)
    dialog.boxes[name].click()
    assert getattr(person.preferences.settings, name) is not before
    assert getattr(kept(person), name) is not before


def test_the_dialog_follows_what_is_changed_elsewhere(
    person: Person, dialog: PreferencesDialog
) -> None:
    person.window.table["snap_words"].trigger()
    person.preferences.change(whole_words=True)

    settings = person.preferences.settings
    for name in ("snap_words", "whole_words"):
        assert dialog.boxes[name].isChecked() is getattr(settings, name)
    assert person.window.finding.bar.whole_words.isChecked()


def test_the_folder_that_is_open_is_shown_whatever_the_settings_say(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ISNAD_HOME", str(tmp_path / "another"))  # as if opened by --home

    person.press("Ctrl+,")
    [dialog] = person.window.findChildren(PreferencesDialog)

    assert dialog.folder.text() == isolate(str(person.store.home))


def test_another_folder_of_the_library_is_kept_for_the_next_start(
    person: Person, dialog: PreferencesDialog, tmp_path: Path
) -> None:
    assert str(person.store.home) in dialog.folder.text()
    dialog.choose_folder(str(tmp_path))
    assert kept(person).library == str(tmp_path)
    assert str(tmp_path) in dialog.folder.text()


def test_everything_in_it_has_a_name_and_closes_by_escape(
    person: Person, dialog: PreferencesDialog
) -> None:
    for at in range(dialog.tabs.count()):
        dialog.tabs.setCurrentIndex(at)
        assert nameless(dialog) == []
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not any(d.isVisible() for d in person.window.findChildren(PreferencesDialog))
