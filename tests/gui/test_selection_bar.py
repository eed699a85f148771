"""The bar at the selection."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from reader.gui.page.selection_bar import GAP, SelectionBar, place
from tests.support.pages import an_article, find

WORDS = "ووفقًا لمصدر أمني (29 تموز 2021) قرب COVID-19 مسرح العمليات."
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
VIEW = QRect(0, 0, 900, 700)
BAR = QSize(300, 40)


def rects(within: QRect):
    return st.tuples(
        st.integers(within.left(), within.right() - 1),
        st.integers(within.top(), within.bottom() - 1),
        st.integers(1, within.width()),
        st.integers(1, within.height()),
    ).map(lambda r: QRect(*r) & within)


@given(rects(VIEW), st.booleans(), st.integers(50, 900), st.integers(20, 60))
def test_the_bar_is_inside_the_view_and_never_on_the_selection(selection, rtl, width, height):
    spot = place(QSize(width, height), selection, VIEW, rtl=rtl)
    if spot is not None:
        bar = QRect(spot, QSize(width, height))
        assert VIEW.contains(bar)
        assert not bar.intersects(selection)


@given(rects(QRect(0, 100, 900, 500)))
def test_there_is_room_above_or_below_wherever_there_is_any(selection):
    assert place(BAR, selection, VIEW, rtl=True) is not None


def test_the_bar_stands_above_and_flush_with_the_edge_where_reading_begins():
    selection = QRect(400, 300, 200, 30)
    rtl, ltr = (place(BAR, selection, VIEW, rtl=rtl) for rtl in (True, False))
    assert ltr == QPoint(400, 300 - GAP - BAR.height())
    assert rtl == QPoint(600 - BAR.width(), ltr.y())


def test_the_bar_stands_below_where_there_is_no_room_above():
    assert place(BAR, QRect(400, 10, 200, 30), VIEW, rtl=True).y() == 40 + GAP


def test_the_bar_stands_beside_a_selection_as_high_as_the_view():
    spot = place(BAR, QRect(350, 0, 500, 700), VIEW, rtl=True)
    assert spot.x() == 350 - GAP - BAR.width()


def test_the_bar_gives_way_to_a_selection_that_leaves_no_room():
    assert place(BAR, VIEW, VIEW, rtl=True) is None


@pytest.fixture
def actions(qtbot, qapp):
    made = []
    for noun, key in (("Source", "1"), ("Claim", "2"), ("Link", "L")):
        action = QAction(noun)
        action.setObjectName(noun.lower())
        action.setIconText(noun)
        action.setShortcut(QKeySequence(key))
        made.append(action)
    made[2].setEnabled(False)
    return made


@pytest.fixture
def shown(page, actions):
    view = page(an_article("عنوان الخبر", WORDS, *["سطر"] * 100))
    return view, SelectionBar(view, actions)


def select_by_mouse(view, words: str) -> None:
    start = view.document().toPlainText().index(words)
    rect = view.span_rect(start, start + len(words)).translated(-view.viewport().pos())
    first, last = rect.center(), rect.center()
    first.setX(rect.right() - 1)
    last.setX(rect.left() + 1)
    QTest.mousePress(view.viewport(), LEFT, NONE, first)
    QTest.mouseMove(view.viewport(), last)
    QTest.mouseRelease(view.viewport(), LEFT, NONE, last)


def button(bar: SelectionBar, name: str) -> QToolButton:
    return bar.findChild(QToolButton, name)


def test_a_selection_made_by_mouse_brings_the_bar(shown):
    view, bar = shown
    assert not bar.isVisible()
    select_by_mouse(view, "مصدر أمني")
    assert bar.isVisible()
    assert not bar.geometry().intersects(view.selection_rect())
    assert view.rect().contains(bar.geometry())
    assert view.hasFocus()


def test_a_selection_made_by_keyboard_brings_the_bar(shown):
    view, bar = shown
    for _ in range(4):
        QTest.keyPress(view, Qt.Key.Key_Left, SHIFT)
        assert not bar.isVisible()
    QTest.keyRelease(view, Qt.Key.Key_Shift)
    assert bar.isVisible()


def test_selecting_all_by_keyboard_brings_the_bar(shown):
    view, bar = shown
    view.resize(1500, 700)
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert bar.isVisible()
    assert not bar.geometry().intersects(view.selection_rect())


def test_where_there_is_little_room_the_bar_shows_its_keys_alone(shown):
    view, bar = shown
    view.resize(bar.sizeHint().width() - 10, 700)
    select_by_mouse(view, "أمني")
    assert bar.isVisible()
    assert view.rect().contains(bar.geometry())
    assert button(bar, "source").text() == "1"
    assert button(bar, "source").accessibleName() == "Source"


def test_a_button_does_what_its_action_does_and_shows_its_key(shown, actions, qtbot):
    view, bar = shown
    select_by_mouse(view, "مصدر أمني")
    assert button(bar, "source").text().split() == ["Source", "1"]
    with qtbot.waitSignal(actions[0].triggered):
        QTest.mouseClick(button(bar, "source"), LEFT)
    assert view.selection() == find(an_article("عنوان الخبر", WORDS), "مصدر أمني")


def test_only_what_can_be_done_is_offered(shown, actions):
    view, bar = shown
    select_by_mouse(view, "مصدر أمني")
    assert not button(bar, "link").isVisible()
    actions[2].setEnabled(True)
    assert button(bar, "link").isVisible()
    for action in actions:
        action.setEnabled(False)
    assert not bar.isVisible()


def test_the_bar_is_used_by_keyboard_alone(shown, actions, qtbot):
    view, bar = shown
    QTest.keyPress(view, Qt.Key.Key_Left, SHIFT)
    QTest.keyRelease(view, Qt.Key.Key_Shift)
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert button(bar, "source").hasFocus()
    QTest.keyClick(button(bar, "source"), Qt.Key.Key_Right)
    assert button(bar, "claim").hasFocus()
    with qtbot.waitSignal(actions[1].triggered):
        QTest.keyClick(button(bar, "claim"), Qt.Key.Key_Space)
    QTest.keyClick(button(bar, "claim"), Qt.Key.Key_Escape)
    assert view.hasFocus()


def test_the_bar_goes_with_the_selection_and_gives_the_focus_back(shown):
    view, bar = shown
    select_by_mouse(view, "مصدر أمني")
    QTest.keyClick(view, Qt.Key.Key_Tab)
    view.clear_selection()
    assert not bar.isVisible()
    assert view.hasFocus()


def test_the_bar_follows_the_selection_off_the_screen_and_back(shown):
    view, bar = shown
    select_by_mouse(view, "مصدر أمني")
    place_before = bar.pos()
    view.verticalScrollBar().setValue(900)
    assert not bar.isVisible()
    view.verticalScrollBar().setValue(0)
    assert bar.isVisible()
    assert bar.pos() == place_before


def test_the_bar_stays_inside_a_window_that_shrinks(shown):
    view, bar = shown
    select_by_mouse(view, "مصدر أمني")
    view.resize(520, 400)
    assert view.rect().contains(bar.geometry())


def test_the_bar_is_mirrored_with_the_interface(shown, actions):
    view, bar = shown
    orders = []
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        view.clear_selection()
        view.setLayoutDirection(direction)
        select_by_mouse(view, "مصدر أمني")
        orders.append(button(bar, "source").x() < button(bar, "claim").x())
    assert orders == [True, False]


def test_the_bar_speaks_the_language_of_its_actions(shown, actions):
    view, bar = shown
    select_by_mouse(view, "مصدر أمني")
    actions[0].setIconText("مصدر")
    QApplication.sendEvent(bar, QEvent(QEvent.Type.LanguageChange))
    assert button(bar, "source").accessibleName() == "مصدر"
    assert bar.accessibleName()
