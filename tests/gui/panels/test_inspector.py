"""The inspector: follows the desk, loses nothing that is typed, and says nothing by itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTextEdit

from reader.gui.desk.turnover import Turnover
from reader.gui.kit.controls import Box
from reader.gui.kit.fields import Choice, Line, Paragraph
from reader.gui.kit.layouts import Section
from reader.gui.kit.theme import Theme
from reader.gui.kit.writing import PAUSE
from reader.gui.page.reading_view import ReadingView
from reader.gui.panels.inspector import Inspector
from reader.gui.panels.inspector_pages import Page
from reader.model.vocabulary import MarkType, Naming, WorkStatus
from reader.settings import InterfaceLanguage
from tests.support.people import click, find, press, rewrite, write


class Looked:
    """An inspector on the screen, at an article with a source and a claim."""

    def __init__(self, sit, *arguments, height: int = 900, **options) -> None:
        self.seat = sit(*arguments, **options)
        self.desk = self.seat.controller
        if self.desk.is_writable:
            self.source = self.seat.source("مصدر أمني")
            self.claim = self.seat.claim("عبوتين ناسفتين انفجرتا")
        self.desk.select(None)
        self.inspector = Inspector(self.desk, self.seat.theme)
        self.seat.show(self.inspector, height=height)

    def note_of(self, mark_id) -> str:
        return self.seat.session.marks[mark_id].note

    @property
    def note(self) -> Paragraph:
        return find(self.inspector, Paragraph, "note")


@pytest.fixture
def look(sit):
    return lambda *arguments, **options: Looked(sit, *arguments, **options)


# What it shows


def test_it_shows_the_mark_that_is_selected_and_the_article_when_none_is(look):
    at = look()
    assert find(at.inspector, QLabel, "work_status").text() == "Sourcing in progress"
    at.desk.select(at.source)
    assert "مصدر أمني" in find(at.inspector, QLabel, "mark_words").text()
    assert find(at.inspector, Choice, "naming").currentText() == "Described"
    at.desk.select(at.claim)
    assert find(at.inspector, Choice, "status").currentText() == "New"
    at.desk.select(None)
    assert find(at.inspector, Paragraph, "assessment").isVisible()


def test_looking_at_every_kind_of_mark_changes_nothing(look):
    at = look()
    ids = [at.source, at.claim]
    ids.append(at.seat.mark(MarkType.HIGHLIGHT, "الخميس", codes=("date",), note="a\u00a0b\r\nc"))
    ids.append(at.seat.mark(MarkType.NOTE, "التحالف", note="لماذا؟"))
    before = at.seat.session.desk
    for page in at.inspector.findChildren(Page):
        page.details.open(True)
    for mark_id in [*ids, None, *reversed(ids)]:
        at.desk.select(mark_id)
        at.desk.settle()
        QTest.qWait(1)
    assert at.seat.session.desk is before
    assert at.seat.changes == []


def test_details_are_closed_at_first_and_stay_open_from_mark_to_mark(look):
    at = look()
    other = at.seat.source("المصدر ذاته")
    at.desk.select(at.source)
    details = find(at.inspector, Section, "details")
    assert not details.is_open
    click(details.button)
    assert find(at.inspector, Line, "role").isVisible()
    at.desk.select(other)
    assert find(at.inspector, Line, "role").isVisible()


def test_the_words_of_a_mark_run_their_own_way(look):
    at = look("en")
    at.desk.select(at.source)
    words = find(at.inspector, QLabel, "mark_words")
    assert words.layoutDirection() is Qt.LayoutDirection.RightToLeft


def test_another_article_on_the_desk_is_shown_from_its_beginning(look):
    at = look()
    at.desk.select(at.source)
    at.desk.put(None)
    assert not [w for w in at.inspector.findChildren(Choice) if w.isVisible()]


# Half-typed notes


def test_a_half_typed_note_is_kept_when_another_mark_is_selected_from_the_keyboard(look):
    at = look()
    at.desk.select(at.source)
    write(at.note, "نصف ملاح")
    at.desk.select(at.claim)  # as F8 does: the caret stays where it is
    assert at.note_of(at.source) == "نصف ملاح"
    assert at.note_of(at.claim) == ""
    assert at.note.toPlainText() == ""


def test_a_half_typed_note_is_kept_when_the_selection_goes(look):
    at = look()
    at.desk.select(at.claim)
    write(at.note, "نصف")
    at.desk.select(None)
    assert at.note_of(at.claim) == "نصف"


def test_a_half_typed_note_is_kept_when_the_window_is_about_to_close(look):
    at = look()
    at.desk.select(at.claim)
    write(at.note, "نصف")
    at.desk.settle()
    at.seat.session.flush()
    kept = at.seat.controller.library.open_article(at.seat.session.id)
    assert kept.marks[at.claim].note == "نصف"


def test_a_half_typed_note_is_kept_when_the_window_asks_whether_it_may_leave(look):
    at = look()
    at.desk.select(at.claim)
    write(at.note, "نصف")
    assert Turnover(at.desk, ReadingView(at.seat.theme), at.inspector).leave()
    kept = at.seat.controller.library.open_article(at.seat.session.id)
    assert kept.marks[at.claim].note == "نصف"


def test_pages_that_were_made_anew_leave_nothing_behind_that_listens(look):
    at = look()
    at.desk.select(at.source)
    for language in (InterfaceLanguage.AR, InterfaceLanguage.EN):
        at.seat.interface.choose(language)
        QApplication.processEvents()
    at.desk.set_selection(3, 9)
    write(at.note, "مرة")
    at.desk.settle()
    assert len(at.seat.changes) == 1


def test_a_half_typed_note_is_kept_when_the_language_or_the_theme_changes(look):
    at = look()
    at.desk.select(at.claim)
    write(at.note, "نصف")
    at.seat.interface.choose(InterfaceLanguage.AR)
    QApplication.processEvents()
    assert at.note_of(at.claim) == "نصف"
    write(at.note, " آخر")
    at.inspector.set_theme(Theme.load("dark"))
    assert at.note_of(at.claim) == "نصف آخر"


def test_a_half_typed_note_is_kept_at_a_pause_while_the_caret_stays(look, qtbot):
    at = look()
    at.desk.select(at.claim)
    write(at.note, "نصف")
    qtbot.waitUntil(lambda: at.note_of(at.claim) == "نصف", timeout=PAUSE * 3)
    assert at.note.hasFocus()
    assert at.note.textCursor().position() == 3


def test_words_are_known_to_wait_from_the_first_letter_until_they_are_taken_over(look):
    at = look()
    at.desk.select(at.claim)
    told = []
    at.desk.save_state_changed.connect(lambda: told.append(at.desk.half_typed))
    write(at.note, "ن")
    assert at.desk.half_typed
    at.desk.settle()
    assert not at.desk.half_typed
    assert told[0] is True
    assert told[-1] is False


def test_a_value_that_is_shown_is_not_taken_for_a_typed_one(look):
    at = look()
    at.seat.session.edit_mark(at.claim, note="ملاحظة")
    told = []
    at.desk.save_state_changed.connect(lambda: told.append(at.desk.half_typed))
    at.desk.select(at.claim)
    at.note.setFocus()
    at.desk.select(at.source)
    assert True not in told


def test_words_that_wait_are_forgotten_with_the_article_they_were_typed_for(look):
    at = look()
    at.desk.select(at.claim)
    write(at.note, "نصف")
    at.desk.put(None)
    assert not at.desk.half_typed


def test_a_half_typed_note_survives_a_change_elsewhere_on_the_desk(look):
    at = look()
    at.desk.select(at.claim)
    write(at.note, "نصف")
    at.seat.session.edit_body(at.source, naming=Naming.BARE)
    at.seat.session.edit_body(at.claim, status="chosen")
    assert at.note.toPlainText() == "نصف"
    at.desk.settle()
    assert at.note_of(at.claim) == "نصف"


def test_deleting_a_mark_keeps_its_half_typed_note_for_undo(look):
    at = look()
    at.desk.select(at.claim)
    write(at.note, "نصف")
    at.desk.delete([at.claim])
    at.desk.undo()
    assert at.note_of(at.claim) == "نصف"
    assert at.seat.refused == []


# One history


def test_undo_takes_back_what_is_half_typed_and_redo_brings_it_again(look):
    at = look()
    at.desk.select(at.claim)
    write(at.note, "نصف")
    at.desk.undo()
    assert at.note.toPlainText() == ""
    assert at.note_of(at.claim) == ""
    at.desk.redo()
    assert at.note.toPlainText() == "نصف"


def test_undo_restores_a_field_that_the_caret_is_in(look):
    at = look()
    at.desk.select(at.source)
    click(find(at.inspector, Section, "details").button)
    role = find(at.inspector, Line, "role")
    write(role, "وزير")
    press(role, Qt.Key.Key_Return)
    rewrite(role, "قائد")
    press(role, Qt.Key.Key_Return)
    assert role.hasFocus()
    at.desk.undo()
    assert role.text() == "وزير"
    at.desk.undo()
    assert role.text() == ""
    at.desk.redo()
    assert role.text() == "وزير"


def test_one_typed_word_is_one_step_of_the_history(look):
    at = look()
    at.desk.select(at.claim)
    write(at.note, "كلمة")
    press(at.note, Qt.Key.Key_Tab)
    assert len(at.seat.changes) == 1
    at.desk.undo()
    assert at.seat.session.undoable is not None
    assert at.note_of(at.claim) == ""


# Focus and place


def test_a_form_keeps_its_focus_and_its_place_when_the_desk_changes(look):
    at = look(height=300)
    at.desk.select(at.source)
    click(find(at.inspector, Section, "details").button)
    QTest.qWait(1)
    role = find(at.inspector, Line, "role")
    at.inspector.ensureWidgetVisible(role)
    write(role, "وزير")
    place = at.inspector.verticalScrollBar().value()
    press(role, Qt.Key.Key_Return)
    at.seat.session.edit_body(at.claim, status="chosen")
    QTest.qWait(1)
    assert place > 0
    assert at.inspector.verticalScrollBar().value() == place
    assert role.hasFocus()


def test_another_mark_is_shown_from_its_top(look):
    at = look(height=300)
    at.desk.select(at.source)
    click(find(at.inspector, Section, "details").button)
    QTest.qWait(1)
    at.inspector.verticalScrollBar().setValue(200)
    at.desk.select(at.claim)
    assert at.inspector.verticalScrollBar().value() == 0


def test_the_key_for_a_note_puts_the_caret_there(look):
    at = look()
    at.desk.select(at.claim)
    at.inspector.focus_note()
    assert at.note.hasFocus()


# The article as a whole


def test_what_is_said_of_the_article_is_kept_and_undone(look):
    at = look()
    click(find(at.inspector, QPushButton, "complete"))
    click(find(at.inspector, QPushButton, "complete_anyway"))
    write(find(at.inspector, Paragraph, "assessment"), "يقوم على مصدر واحد")
    at.desk.settle()
    assert at.seat.session.record.work_status is WorkStatus.SOURCED
    assert at.seat.session.desk.remarks.assessment == "يقوم على مصدر واحد"
    at.desk.undo()
    assert find(at.inspector, Paragraph, "assessment").toPlainText() == ""


def test_the_profile_is_told_while_no_mark_is_selected(look, qtbot):
    at = look("ar")
    qtbot.waitUntil(lambda: "ادعاء" in find(at.inspector, QLabel, "profile").text())
    profile = find(at.inspector, QLabel, "profile").text()
    assert profile.count("\n") == 2


# Highlights


def test_codes_are_ticked_by_mouse_and_keyboard_and_the_focus_stays(look):
    at = look()
    mark = at.seat.mark(MarkType.HIGHLIGHT, "الخميس", codes=("date",))
    at.desk.select(mark)
    boxes = {b.accessibleName(): b for b in at.inspector.findChildren(Box) if b.isVisible()}
    assert [name for name, box in boxes.items() if box.isChecked()] == ["Date"]
    boxes["Place"].setFocus()
    press(boxes["Place"], Qt.Key.Key_Space)
    assert at.seat.session.marks[mark].codes == ("date", "place")
    assert boxes["Place"].hasFocus()
    press(boxes["Place"], Qt.Key.Key_Space)
    assert at.seat.session.marks[mark].codes == ("date",)


# Read-only


def test_a_read_only_article_is_shown_and_copied_from_but_not_changed(look):
    writer = look()
    writer.seat.session.edit_mark(writer.claim, note="ملاحظة باقية")
    writer.seat.session.flush()
    writer.inspector.hide()

    at = look(write=False)
    at.desk.select(writer.claim)
    status, note = find(at.inspector, Choice, "status"), at.note
    write(note, "شيء")
    note.selectAll()
    note.copy()
    assert note.toPlainText() == "ملاحظة باقية" == QGuiApplication.clipboard().text()
    assert not status.isEnabled()
    at.desk.settle()
    assert (at.seat.changes, at.seat.refused) == ([], [])


def test_what_is_read_in_a_locked_choice_is_as_dark_as_ever(look):
    writer = look()
    writer.seat.session.flush()
    at = look(write=False)
    at.desk.select(writer.source)
    choice = find(at.inspector, Choice, "naming")
    drawn = choice.grab().toImage()
    ink = at.seat.theme.colour("ink").lightness()
    darkest = min(
        drawn.pixelColor(x, y).lightness()
        for x in range(10, drawn.width() - 40)
        for y in range(6, drawn.height() - 6)
    )
    assert darkest < ink + 60
    assert isinstance(at.note, QTextEdit)
    assert at.note.isReadOnly()
