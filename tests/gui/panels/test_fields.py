"""Single fields: what is shown, what is taken over and when, and how it runs."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeySequence, QShortcut, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from reader.gui.kit.buttons import MenuButton, NameButton
from reader.gui.kit.fields import Choice, Day, Field, Line, Names, Paragraph, Tick
from reader.gui.kit.writing import PAUSE
from reader.model.vocabulary import Naming
from reader.text.bidi import isolate
from tests.support.people import click, pick, press, rewrite, type_in, write

RTL, LTR = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight


class Asked:
    """Fields on the screen, what they told, and how often undo was asked of the window."""

    def __init__(self, qtbot: Any, *fields: Field, direction: Qt.LayoutDirection = LTR) -> None:
        self.window = QWidget()
        self.window.setLayoutDirection(direction)
        qtbot.addWidget(self.window)
        self.told: list[object] = []
        self.undone: list[bool] = []
        column = QVBoxLayout(self.window)
        for field in fields:
            column.addWidget(field)
            field.edited.connect(self.told.append)
        undo = QShortcut(QKeySequence.StandardKey.Undo, self.window)
        undo.activated.connect(lambda: self.undone.append(True))
        self.window.resize(300, 300)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)


@pytest.fixture
def ask(qtbot):
    return lambda *fields, **options: Asked(qtbot, *fields, **options)


# When it is taken over


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_a_line_is_taken_over_on_enter_and_when_it_is_left(ask, key):
    line, other = Line(), Line()
    asked = ask(line, other)
    write(line, " وزارة الداخلية ")
    assert asked.told == []
    press(line, key)
    assert asked.told == ["وزارة الداخلية"]


@pytest.mark.parametrize("make", [Line, Paragraph])
def test_what_is_typed_is_taken_over_at_a_pause(qtbot, ask, make):
    field = make()
    asked = ask(field)
    write(field, "لماذا")
    qtbot.waitUntil(lambda: asked.told == ["لماذا"], timeout=PAUSE * 3)


def test_a_space_at_a_pause_does_not_vanish_under_the_hand(ask):
    line = Line()
    asked = ask(line)
    asked.window.layout()
    line.edited.connect(line.set_value)  # as a form does, once the desk has changed
    write(line, "مصدر ")
    line.settle()
    type_in(line, "أمني")
    line.settle()
    assert asked.told == ["مصدر", "مصدر أمني"]


def test_a_paragraph_is_taken_over_when_it_is_left_and_enter_begins_a_new_line(ask):
    note, other = Paragraph(), Line()
    asked = ask(note, other)
    write(note, "سطر\nآخر")
    assert asked.told == []
    press(note, Qt.Key.Key_Tab)
    assert asked.told == ["سطر\nآخر"]
    assert other.hasFocus()


def test_nothing_is_told_for_being_shown_or_visited(ask):
    line, note, day, names = Line(), Paragraph(), Day(), Names()
    line.set_value("a\nb")  # a line cannot hold this as it stands
    note.set_value("no-break\u00a0space\r\nand a return")
    day.set_value(date(2021, 7, 29))
    names.set_value(("داعش", "ISIS"))
    asked = ask(line, note, day, names)
    for field in (line, note, day, names):
        click(field)
        press(field, Qt.Key.Key_Right, Qt.Key.Key_Tab)
        field.settle()
    assert asked.told == []


def test_typing_what_was_there_before_tells_nothing(ask):
    line = Line()
    line.set_value("أمني")
    asked = ask(line)
    rewrite(line, "أمني")
    press(line, Qt.Key.Key_Return)
    assert asked.told == []


# One history


@pytest.mark.parametrize("make", [Line, Paragraph])
def test_undo_in_a_field_is_the_article_s_undo(ask, make):
    field = make()
    asked = ask(field)
    write(field, "abc")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert asked.undone == [True]
    assert field.is_typed


@pytest.mark.qt_log_ignore("Keyboard event not accepted")
@pytest.mark.parametrize("make", [Line, Paragraph])
def test_a_field_without_a_history_around_it_still_does_not_undo_by_itself(qtbot, make):
    field = make()
    qtbot.addWidget(field)
    field.show()
    write(field, "abc")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.is_typed


# Choices


def test_a_choice_tells_the_member_once(ask):
    choice = Choice(Naming, "en")
    choice.set_value(Naming.BARE)
    asked = ask(choice)
    pick(choice, "Described")
    pick(choice, "Described")
    assert asked.told == [Naming.DESCRIBED]
    assert type(asked.told[0]) is Naming


def test_the_wheel_over_a_choice_changes_nothing(ask):
    choice = Choice(Naming, "en")
    choice.set_value(Naming.NAMED)
    asked = ask(choice)
    choice.setFocus()
    wheel = QWheelEvent(
        QPointF(5, 5), QPointF(choice.mapToGlobal(QPoint(5, 5))), QPoint(), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QApplication.sendEvent(choice, wheel)
    assert asked.told == []
    assert not wheel.isAccepted()


def test_a_letter_in_a_choice_looks_for_a_member_and_fires_no_shortcut(ask):
    choice = Choice(Naming, "en")
    choice.set_value(Naming.NAMED)
    asked = ask(choice)
    fired: list[bool] = []
    QShortcut(QKeySequence("B"), asked.window).activated.connect(lambda: fired.append(True))
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_B)
    assert fired == []
    assert choice.currentText().startswith("B")


@pytest.mark.parametrize("key", [Qt.Key.Key_Up, Qt.Key.Key_Down])
def test_an_arrow_where_nothing_is_chosen_shows_what_there_is(ask, key):
    choice = Choice(Naming, "en")
    asked = ask(choice)
    choice.set_value(None)
    press(choice, key)
    assert choice.view().isVisible()
    assert asked.told == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Up, Qt.Key.Key_Down])
def test_alt_and_an_arrow_open_a_choice_whatever_the_window_has_them_for(ask, key):
    choice = Choice(Naming, "en")
    asked = ask(choice)
    fired: list[bool] = []
    keys = QKeySequence(Qt.KeyboardModifier.AltModifier | key)
    QShortcut(keys, asked.window).activated.connect(lambda: fired.append(True))
    choice.set_value(Naming.BARE)
    choice.setFocus()
    QTest.keyClick(choice, key, Qt.KeyboardModifier.AltModifier)
    assert choice.view().isVisible()
    assert (fired, asked.told) == ([], [])


@pytest.mark.parametrize("direction", [RTL, LTR])
def test_the_list_of_a_narrow_choice_shows_its_words_whole_and_stays_on_the_screen(ask, direction):
    choice = Choice(Naming, "en")
    choice.setFixedWidth(80)
    asked = ask(choice, direction=direction)
    edge = choice.screen().availableGeometry()
    asked.window.move(edge.right() - 90 if direction == LTR else edge.left(), 0)
    choice.showPopup()
    view = choice.view()
    assert view.viewport().width() >= view.sizeHintForColumn(0)
    assert edge.contains(view.window().geometry())


def test_a_choice_may_be_empty(ask):
    choice = Choice(Naming, "ar", empty="—")
    choice.set_value(None)
    asked = ask(choice)
    assert choice.currentText() == "—"
    pick(choice, "موصوف")
    pick(choice, "—")
    assert asked.told == [Naming.DESCRIBED, None]


def test_a_tick_is_told_by_mouse_and_by_the_space_bar(ask):
    tick = Tick()
    asked = ask(tick)
    click(tick, QPoint(10, tick.height() // 2))
    press(tick, Qt.Key.Key_Space)
    assert asked.told == [True, False]


# Days and names


def test_a_day_is_understood_as_a_person_writes_it(ask):
    day = Day()
    asked = ask(day)
    write(day, "29/7/2021")
    press(day, Qt.Key.Key_Return)
    assert asked.told == [date(2021, 7, 29)]
    rewrite(day, "")
    press(day, Qt.Key.Key_Return)
    assert asked.told == [date(2021, 7, 29), None]


def test_what_is_no_day_is_marked_kept_on_the_screen_and_told_to_nobody(ask):
    day = Day()
    asked = ask(day)
    write(day, "الثلاثاء")
    press(day, Qt.Key.Key_Return)
    assert (asked.told, day.text(), day.property("wrong")) == ([], "الثلاثاء", True)
    assert isolate("2021-07-29") in day.toolTip()  # else Arabic would turn it around
    rewrite(day, "2021-07-27")
    press(day, Qt.Key.Key_Return)
    assert (asked.told, day.property("wrong")) == ([date(2021, 7, 27)], False)


def test_a_day_half_typed_is_not_called_wrong_at_a_pause(qtbot, ask):
    day = Day()
    asked = ask(day)
    write(day, "2021-07")
    qtbot.wait(PAUSE + 200)
    assert (asked.told, bool(day.property("wrong"))) == ([], False)


def test_names_are_a_list(ask):
    names = Names()
    asked = ask(names)
    write(names, "داعش، ISIS")
    press(names, Qt.Key.Key_Return)
    assert asked.told == [("داعش", "ISIS")]
    names.set_value(("a", "b"))
    assert names.text() == "a, b"


# How it runs


def caret_x(line: Line) -> float:
    line.grab()  # a line scrolls to its words when it is painted
    return line.cursorRect().center().x() / line.width()


@pytest.mark.parametrize(("direction", "side"), [(RTL, 1), (LTR, 0)])
def test_the_caret_of_an_empty_line_stands_where_the_interface_begins(ask, direction, side):
    line = Line()
    ask(line, direction=direction)
    line.setFocus()
    assert caret_x(line) == pytest.approx(side, abs=0.1)


@pytest.mark.parametrize("direction", [RTL, LTR])
@pytest.mark.parametrize(("words", "side"), [("مصدر أمني", 1), ("a source", 0)])
def test_the_words_of_a_line_begin_at_their_own_side_in_any_interface(ask, direction, words, side):
    line = Line()
    ask(line, direction=direction)
    write(line, words)
    press(line, Qt.Key.Key_Home)
    assert caret_x(line) == pytest.approx(side, abs=0.1)


@pytest.mark.parametrize("direction", [RTL, LTR])
def test_each_paragraph_of_a_note_runs_as_its_own_words_do(ask, direction):
    note = Paragraph()
    ask(note, direction=direction)
    write(note, "ملاحظة\nin English")
    sides = []
    for block in (note.document().firstBlock(), note.document().lastBlock()):
        cursor = note.textCursor()
        cursor.setPosition(block.position())
        sides.append(note.cursorRect(cursor).x() > note.viewport().width() / 2)
    assert sides == [True, False]


@pytest.mark.parametrize("direction", [RTL, LTR])
def test_the_caret_of_an_empty_note_stands_where_the_interface_begins(ask, direction):
    note = Paragraph()
    ask(note, direction=direction)
    note.setFocus()
    assert (note.cursorRect().x() > note.viewport().width() / 2) == (direction is RTL)


def test_a_note_grows_with_its_words_and_then_scrolls(ask):
    note = Paragraph()
    ask(note)
    low = note.height()
    note.set_value("\n".join("سطر" for _ in range(6)))
    middle = note.height()
    note.set_value("\n".join("سطر" for _ in range(60)))
    assert low < middle < note.height() < 4 * middle


def test_words_too_long_for_a_line_are_read_from_their_beginning_when_it_is_left(ask):
    line, other = Line(), Line()
    ask(line, other)
    write(line, "The Ministry of Defence and " * 5)
    press(line, Qt.Key.Key_Tab)
    assert line.cursorPosition() == 0
    line.setFocus()
    line.setCursorPosition(7)
    QApplication.sendEvent(
        line, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)
    )
    assert line.cursorPosition() == 7


def test_the_caret_stays_where_it_is_when_the_same_words_are_shown_again(ask):
    note = Paragraph()
    note.set_value("ملاحظة طويلة")
    ask(note)
    click(note)
    note.moveCursor(note.textCursor().MoveOperation.End)
    at = note.textCursor().position()
    note.set_value("ملاحظة طويلة")
    assert note.textCursor().position() == at


# Read-only


def test_a_locked_field_can_be_copied_from_and_not_changed(ask):
    line, note, choice, tick = Line(), Paragraph(), Choice(Naming, "en"), Tick()
    asked = ask(line, note, choice, tick)
    line.set_value("سطر")
    note.set_value("ملاحظة")
    choice.set_value(Naming.NAMED)
    for field in (line, note, choice, tick):
        field.set_locked(True)
    write(line, "x")
    write(note, "x")
    click(choice)
    click(tick)
    assert (asked.told, line.text(), note.toPlainText()) == ([], "سطر", "ملاحظة")
    note.selectAll()
    note.copy()
    assert QGuiApplication.clipboard().text() == "ملاحظة"


# Buttons that end in a name


def test_a_name_that_is_cut_says_so_and_is_whole_again_where_there_is_room(qtbot):
    button = NameButton()
    qtbot.addWidget(button)
    button.say("Add to its names: R&D of the Ministry")
    button.show()
    button.resize(button.sizeHint())
    assert button.text() == "Add to its names: R&&D of the Ministry"
    button.resize(button.width() - 60, button.height())
    assert button.text().startswith("Add to its names")
    assert button.text().endswith("…")
    button.resize(button.sizeHint())
    assert button.text().endswith("Ministry")


def test_a_long_name_makes_no_panel_wider(qapp):
    button = NameButton()
    button.say("Use the card of the Ministry of Defence and of all its spokesmen")
    panel = QWidget()
    QVBoxLayout(panel).addWidget(button)
    assert panel.minimumSizeHint().width() < 100


@pytest.mark.parametrize("direction", [RTL, LTR])
def test_a_button_with_a_menu_bears_its_sign_at_the_far_edge(qtbot, direction):
    button = MenuButton("Presets")
    qtbot.addWidget(button)
    button.setLayoutDirection(direction)
    button.resize(200, 40)
    plain = QPushButton("Presets", button)
    plain.resize(200, 40)
    plain.hide()
    seen, bare = button.grab().toImage(), plain.grab().toImage()
    changed = {x for x in range(200) for y in range(40) if seen.pixel(x, y) != bare.pixel(x, y)}
    assert changed
    assert changed <= (set(range(28)) if direction == RTL else set(range(172, 200)))
