"""Two saved versions side by side, as a person goes through them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from reader.gui.dialogs.comparison_window import ComparisonWindow
from reader.gui.dialogs.encoding_dialog import EncodingDialog
from reader.gui.dialogs.export_dialog import ExportDialog
from reader.gui.dialogs.facing_model import Column
from reader.gui.kit.controls import Box
from reader.model.comparison import FormatKind, RowChange
from reader.session.open_article import Arrival
from reader.settings import InterfaceLanguage, ThemeChoice
from tests.gui.conftest import Sit
from tests.support.edited import ADDED, GONE, HEADLINE, IN_NUMBER, MOVED, edited, marked
from tests.support.libraries import a_page
from tests.support.people import find, nameless, pick
from tests.support.windows import Person

# The offscreen platform has no windows to raise.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ISOLATES = dict.fromkeys((0x2066, 0x2067, 0x2068, 0x2069))


@pytest.fixture
def person(sit: Sit) -> Person:
    """Somebody who has marked a number, and opened the edited version."""
    person = sit()
    marked(person, IN_NUMBER)
    edited(person)
    return person


def compared(person: Person) -> ComparisonWindow:
    """The window of the comparison, filled."""
    if person.window.versions.comparing.window is None:
        person.window.table["compare_versions"].trigger()
    window = person.window.versions.comparing.window
    person.qtbot.waitUntil(lambda: window.view.model().rowCount() > 0)
    QApplication.processEvents()
    return window


def rows(window: ComparisonWindow) -> list[tuple[RowChange, ...] | None]:
    """What happened in each row; None: folded away."""
    model = window.view.facing
    found = [model.row(at) for at in range(model.rowCount())]
    return [row.changes if row else None for row in found]


def at(window: ComparisonWindow, row: int, column: Column) -> QPoint:
    index = window.view.model().index(row, column)
    window.view.scrollTo(index)
    return window.view.visualRect(index).center()


def click(window: ComparisonWindow, row: int, column: Column) -> None:
    place = at(window, row, column)
    QTest.mouseClick(window.view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def the_row(window: ComparisonWindow, words: str, side: str) -> int:
    model = window.view.facing
    for number in range(model.rowCount()):
        row = model.row(number)
        if row and any(words in p.text for p in getattr(row, side)):
            return number
    raise AssertionError(words)


# Coming in


def test_an_article_of_one_version_says_why_there_is_nothing_to_compare(sit: Sit) -> None:
    person = sit()
    person.open()
    action = person.window.table["compare_versions"]
    assert not action.isEnabled()
    assert "لم تُحفظ غير نسخة واحدة" in action.text()


def test_a_key_compares_the_version_shown_with_the_one_before(person: Person) -> None:
    person.press("Ctrl+D")
    assert person.window.versions.comparing.window is not None
    window = compared(person)
    comparison = window.view.facing.comparison
    assert comparison.new.version == person.session.article.version
    assert RowChange.ADDED in (change for row in rows(window) for change in row or ())


def test_a_second_press_of_the_key_opens_no_second_window(person: Person) -> None:
    window = compared(person)
    person.window.table["compare_versions"].trigger()
    assert person.window.versions.comparing.window is window


def test_what_changed_is_said_in_a_sentence(person: Person) -> None:
    window = compared(person)
    said = window.head.sentence.text()
    assert "تغيّر رقم واحد" in said
    assert "حُذفت فقرة" in said
    assert said.endswith("دون تنويه ظاهر.")


def test_both_sides_say_when_they_were_saved(person: Person) -> None:
    window = compared(person)
    headers = [window.view.facing.headerData(c, Qt.Orientation.Horizontal) for c in (0, 2)]
    assert headers[0].startswith("النسخة الأقدم")
    assert headers[1].startswith("النسخة الأحدث")
    assert all("2026" in header for header in headers)


def test_the_older_version_stands_where_reading_begins(person: Person) -> None:
    window = compared(person)
    old, new = (window.view.columnViewportPosition(c) for c in (Column.OLD, Column.NEW))
    assert old > new


def test_escape_closes_the_window_and_it_opens_again_where_it_was(person: Person) -> None:
    window = compared(person)
    window.resize(800, 500)
    QTest.keyClick(window.view, Qt.Key.Key_Escape)
    assert person.window.versions.comparing.window is None
    assert abs(compared(person).width() - 800) < 10


def test_another_article_on_the_desk_closes_the_window(person: Person) -> None:
    compared(person)
    person.open(*a_page(("خبر آخر لا صلة له بالأول", "فقرة من خبر آخر."), data=b"other"))
    assert person.window.versions.comparing.window is None


def test_closing_the_main_window_closes_it_too(person: Person) -> None:
    compared(person)
    person.window.close()
    assert person.window.versions.comparing.window is None


@pytest.fixture
def patient(sit: Sit) -> Person:
    """Somebody as before, with a worker that takes its time."""
    script = "import sys, time; sys.stdin.buffer.readline(); time.sleep(60)"
    person = sit(worker=(sys.executable, "-c", script))
    marked(person, IN_NUMBER)
    edited(person)
    return person


def wait_for_progress(person: Person, window: ComparisonWindow) -> QPushButton:
    """Wait until it is seen that something takes a while; the button that ends it."""
    person.qtbot.waitUntil(window.progress.isVisible)
    return next(iter(window.progress.findChildren(QPushButton)))


def test_a_long_comparison_can_be_cancelled(
    patient: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.session.looking.QUICK", 0)
    patient.window.table["compare_versions"].trigger()
    window = patient.window.versions.comparing.window
    patient.click(wait_for_progress(patient, window))
    assert patient.window.versions.comparing.window is None


def test_what_was_compared_before_stays_when_another_comparison_is_cancelled(
    patient: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    third = (HEADLINE, ADDED, GONE)
    patient.store.add_version(patient.session.id, *a_page(third, url="https://news.example/1"))
    patient.open_known(patient.session.id)
    window = compared(patient)
    older = window.head.old
    chosen = older.currentData()
    monkeypatch.setattr("reader.session.looking.QUICK", 0)
    pick(older, older.itemText(next(n for n in (1, 2) if older.itemData(n) != chosen)))
    patient.click(wait_for_progress(patient, window))
    patient.qtbot.waitUntil(lambda: older.currentData() == chosen)
    assert not window.progress.isVisible()
    assert window.view.facing.comparison.old.version == chosen


def test_a_version_that_has_just_come_in_without_marks_is_offered_to_be_compared(sit: Sit) -> None:
    person = sit()
    marked(person)
    edited(person)
    session = person.session
    person.window.desk.put(None)
    session.arrival = Arrival.VERSION
    person.window.desk.put(session)
    notice = person.window.banners.notice("another_version")
    assert notice.text() == "هذه الصفحة نسخة محفوظة أخرى من مقال في المكتبة."
    next(offer for offer in notice.offers if offer.text() == "مقارنة").do()
    assert person.window.versions.comparing.window is not None
    person.window.desk.put(None)
    assert person.window.banners.notice("another_version") is None
    assert person.window.versions.comparing.window is None


# Going about


def test_keys_go_from_one_difference_to_the_next_and_round(person: Person) -> None:
    window = compared(person)
    differing = [n for n, changes in enumerate(rows(window)) if changes]
    gone = [window.view.current]
    for _ in range(len(differing)):
        QTest.keyClick(window.view, Qt.Key.Key_F8)
        gone.append(window.view.current)
    assert gone == [*differing, differing[0]]
    QTest.keyClick(window.view, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert window.view.current == differing[-1]
    assert window.tools.place.text() == f"الفرق {len(differing)} من {len(differing)}"


def test_a_change_worth_naming_is_a_way_to_its_place(person: Person) -> None:
    window = compared(person)
    item = window.head.changes.item(0)
    assert item.text().translate(ISOLATES).endswith("29 ← 31")
    QTest.mouseClick(
        window.head.changes.viewport(),
        Qt.MouseButton.LeftButton,
        pos=window.head.changes.visualItemRect(item).center(),
    )
    assert window.view.current == the_row(window, "31 شخصًا", "new")


def test_where_a_paragraph_moved_away_a_click_leads_to_where_it_stands(person: Person) -> None:
    window = compared(person)
    away, there = the_row(window, MOVED, "old"), the_row(window, MOVED, "new")
    assert away != there
    click(window, away, Column.NEW)
    assert window.view.current == there


def test_enter_shows_the_paragraph_in_the_text(person: Person) -> None:
    window = compared(person)
    window.view.go_to(window.view.facing.entry(the_row(window, ADDED, "new")), Column.NEW)
    QTest.keyClick(window.view, Qt.Key.Key_Return)
    session = person.session
    start, end = person.window.view.selection()
    assert session.article.page_text[start:end] == ADDED


def test_a_double_click_on_the_older_side_shows_the_older_version(person: Person) -> None:
    window = compared(person)
    newer = person.session.article.version
    place = at(window, the_row(window, GONE, "old"), Column.OLD)
    QTest.mouseClick(window.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(window.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert person.session.article.version != newer
    start, end = person.window.view.selection()
    assert person.session.article.page_text[start:end] == GONE


def test_a_click_on_a_row_with_a_mark_selects_the_mark(person: Person) -> None:
    window = compared(person)
    person.window.desk.select(None)
    click(window, the_row(window, "31 شخصًا", "new"), Column.OLD)
    assert person.selected.words == IN_NUMBER or "شخصًا" in person.selected.words


# Filters


def test_only_what_touches_a_mark_can_be_shown(person: Person) -> None:
    window = compared(person)
    window.tools.touching.click()
    assert [changes for changes in rows(window) if changes is not None] == [(RowChange.EDITED,)]


def test_what_is_folded_away_opens_at_a_click(person: Person) -> None:
    window = compared(person)
    window.tools.touching.click()
    count = window.view.model().rowCount()
    folded = rows(window).index(None)
    click(window, folded, Column.OLD)
    assert window.view.model().rowCount() >= count
    assert window.view.facing.row(folded) is not None


def test_kinds_of_format_are_hidden_and_stay_so(sit: Sit) -> None:
    person = sit()
    old = (HEADLINE, "وصل 12 شخصا الى المدينة مساء اليوم بعد رحلة طويلة في الصحراء.")
    new = (HEADLINE, "وصل ١٢ شخصا الى المدينة مساء اليوم بعد رحلة طويلة في الصحراء.")
    person.open(*a_page(old, url="https://news.example/1"))
    person.store.add_version(person.session.id, *a_page(new, url="https://news.example/1"))
    person.open_known(person.session.id)
    window = compared(person)
    assert (RowChange.FORMATTED,) in rows(window)
    window.tools.hiding[FormatKind.DIGITS].trigger()
    person.qtbot.waitUntil(lambda: (RowChange.FORMATTED,) not in rows(window))
    assert window.tools.place.text() == "لا فروق"
    window.close()
    person.saves()
    assert person.preferences.settings.hidden_formats == ("digits",)


# Which versions


def test_another_pair_is_compared_when_it_is_picked(person: Person) -> None:
    third = (HEADLINE, "تصحيح: ورد في نسخة سابقة أن المصابين 29 والصحيح أنهم 31.", ADDED)
    person.store.add_version(person.session.id, *a_page(third, url="https://news.example/1"))
    person.open_known(person.session.id)
    window = compared(person)
    first = window.view.facing.comparison.old.version
    combo = window.head.old
    before = [combo.itemData(n) for n in range(combo.count())]
    assert len(before) == 3
    pick(combo, combo.itemText(2))
    person.qtbot.waitUntil(lambda: window.view.facing.comparison.old.version == before[2])
    assert before[2] != first


def test_a_notice_of_correction_is_quoted_and_leads_to_its_place(person: Person) -> None:
    third = (HEADLINE, ADDED, "تصحيح: ورد في نسخة سابقة أن المصابين 29 والصحيح أنهم 31.")
    person.store.add_version(person.session.id, *a_page(third, url="https://news.example/1"))
    person.open_known(person.session.id)
    window = compared(person)
    assert "تنويه" in window.head.sentence.text()
    person.click(find(window, QPushButton, "notice_place"))
    assert window.view.current == the_row(window, "تصحيح:", "new")


def test_the_dialog_of_encodings_offers_to_compare_a_version_with_the_one_shown(
    person: Person,
) -> None:
    person.window.table["encoding"].trigger()
    dialog = next(w for w in person.window.findChildren(EncodingDialog))
    person.qtbot.waitUntil(lambda: dialog.versions.count() == 2)
    assert not dialog.compare_button.isEnabled()
    dialog.versions.setCurrentRow(1)
    person.click(dialog.compare_button)
    window = compared(person)
    assert window.view.facing.comparison.new.version == person.session.article.version


# Handing over


def test_a_summary_carries_the_differences_where_that_is_ticked(
    person: Person, tmp_path: Path
) -> None:
    person.window.table["export"].trigger()
    dialog = next(w for w in person.window.findChildren(ExportDialog))
    person.qtbot.waitUntil(lambda: dialog.findChild(Box, "with_differences").isVisible())
    find(dialog, Box, "with_differences").click()
    person.runtime.drain()
    dialog._write(tmp_path / "s.html", "html")
    person.runtime.drain()
    assert "فروق بين نسختين محفوظتين" in (tmp_path / "s.html").read_text("utf-8")


def test_an_article_of_one_version_has_no_differences_to_export(sit: Sit) -> None:
    person = sit()
    person.open()
    person.window.table["export"].trigger()
    dialog = next(w for w in person.window.findChildren(ExportDialog))
    person.runtime.drain()
    assert not dialog.findChild(Box, "with_differences").isVisible()
    dialog.close()


def test_the_summary_is_copied_without_the_paragraphs(person: Person) -> None:
    window = compared(person)
    QTest.keySequence(window, "Ctrl+Shift+C")
    text = QApplication.clipboard().text()
    assert "فروق بين نسختين محفوظتين" in text
    assert "29" in text
    assert ADDED not in text


@pytest.mark.parametrize(("name", "begins"), [("d.html", "<!DOCTYPE"), ("d.md", "---")])
def test_the_differences_are_exported(person: Person, tmp_path, name: str, begins: str) -> None:
    window = compared(person)
    window.handing.write(tmp_path / name, window.view.facing.comparison, [1], "ar")
    person.runtime.drain()
    assert (tmp_path / name).read_text("utf-8").startswith(begins)


# To whoever sees otherwise


@pytest.mark.parametrize("language", [InterfaceLanguage.AR, InterfaceLanguage.EN])
def test_every_part_has_a_name(sit: Sit, language: InterfaceLanguage) -> None:
    person = sit(language=language)
    marked(person, IN_NUMBER)
    edited(person)
    assert nameless(compared(person)) == []


def test_a_cell_is_told_with_what_differs_in_it(person: Person) -> None:
    window = compared(person)
    row = the_row(window, "31 شخصًا", "new")
    index = window.view.model().index(row, Column.NEW)
    told = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "رقم تغيّر" in told
    table = QAccessible.queryAccessibleInterface(window.view)
    assert table.childCount() > 0


@pytest.mark.parametrize("theme", ["sepia", "dark"])
def test_another_theme_is_worn_at_once(person: Person, theme: str) -> None:
    window = compared(person)
    before = window.view.viewport().grab().toImage()
    person.appearance.choose(ThemeChoice(theme))
    QApplication.processEvents()
    assert window.view.viewport().grab().toImage() != before


def test_the_window_follows_the_language(person: Person) -> None:
    window = compared(person)
    person.interface.choose(InterfaceLanguage.EN)
    QApplication.processEvents()
    assert window.windowTitle() == "Differences between two saved versions"
    assert "1 number changed" in window.head.sentence.text()
    old, new = (window.view.columnViewportPosition(c) for c in (Column.OLD, Column.NEW))
    assert old < new


def test_both_sides_are_set_anew_at_another_width(person: Person) -> None:
    window = compared(person)
    window.resize(700, 600)
    person.qtbot.waitUntil(lambda: not window.view.is_settling)
    for column in (Column.OLD, Column.NEW):
        row = the_row(window, "شخصًا", "new")
        needed = window.view.cell(row, column).height
        assert window.view.rowHeight(row) >= needed
