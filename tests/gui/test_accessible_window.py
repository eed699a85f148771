"""The whole window to a screen reader, a keyboard, and eyes that need large letters."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QToolBar,
    QToolButton,
    QWidget,
)

from reader.gui.page.legend import Legend
from reader.settings import InterfaceLanguage, ThemeChoice
from tests.gui.conftest import Sit
from tests.support.people import find, name_of, nameless, seen
from tests.support.windows import Person

# The offscreen platform has no windows to raise and no keyboard to grab.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LANGUAGES = [InterfaceLanguage.AR, InterfaceLanguage.EN]
POPOVERS = ("type", "contents", "preferences", "codebook", "shortcuts", "legend", "saving_pages",
            "about", "encoding", "find", "page_details")  # fmt: skip
"""Actions that open something, whatever it is; those that another library draws are left out."""


@pytest.fixture(params=LANGUAGES)
def person(request, sit: Sit) -> Person:
    """Somebody with a linked claim, in Arabic or in English."""
    person = sit(language=request.param)
    person.open()
    person.mark("مصدر أمني", "1")
    person.mark("عبوتين انفجرتا ظهر اليوم", "2")
    person.press("L", "1")
    return person


def unlabelled(parent: QWidget) -> list[str]:
    """Combo boxes that a screen reader on Linux calls by nothing but what is chosen in them."""
    found = []
    for combo in seen(parent):
        if isinstance(combo, QComboBox):
            relations = QAccessible.queryAccessibleInterface(combo).relations()
            if not any(relation & QAccessible.RelationFlag.Label for _, relation in relations):
                found.append(combo.objectName())
    return found


def looked_at(action: QAction) -> list[str]:
    """What an action opens, modal or not: its nameless parts. It is closed again."""
    found: list[str] = []
    before = set(QApplication.topLevelWidgets())

    def look() -> None:
        for widget in QApplication.topLevelWidgets():
            if widget in before or not widget.isVisible():
                continue
            found.extend(nameless(widget) + unlabelled(widget))
            if isinstance(widget, QDialog) and not (widget.windowTitle() or name_of(widget)):
                found.append(f"untitled {type(widget).__name__}")
            widget.close()

    QTimer.singleShot(30, look)
    action.trigger()
    QTest.qWait(60)
    return found


@pytest.mark.parametrize("name", POPOVERS)
def test_whatever_an_action_opens_has_names(person: Person, name: str) -> None:
    assert looked_at(person.window.table[name]) == []


def test_every_widget_of_the_window_has_a_name(person: Person) -> None:
    assert nameless(person.window) == []
    assert unlabelled(person.window) == []


def test_every_button_says_in_words_what_it_does(person: Person) -> None:
    for widget in seen(person.window):
        # Qt's own signs within a line of text are reached by no key, and not told of.
        if isinstance(widget, QAbstractButton) and not isinstance(widget.parent(), QLineEdit):
            said = name_of(widget)
            assert any(map(str.isalnum, said)), f"{widget.objectName()} {widget.parentWidget()}"


def test_marks_and_headings_are_lists_whose_rows_say_what_they_are(person: Person) -> None:
    marks = find(person.window, QListView, "marks")
    told = QAccessible.queryAccessibleInterface(marks)
    assert told.role() == QAccessible.Role.List
    rows = [told.child(n).text(QAccessible.Text.Name) for n in range(told.childCount())]
    assert any("مصدر أمني" in row for row in rows)
    assert all(":" in row for row in rows)


def test_tab_reaches_every_control_of_the_window(person: Person) -> None:
    window = person.window
    wanted = {
        w
        for w in seen(window)
        if w.focusPolicy() & Qt.FocusPolicy.TabFocus
        and w.isEnabled()
        and w.focusProxy() is None
        and not isinstance(w.parentWidget(), QToolBar)
    }
    window.view.setFocus()
    reached: set[QWidget] = set()
    for _ in range(2 * len(wanted) + 10):
        focus = QApplication.focusWidget()
        reached.add(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert {f"{type(w).__name__} {w.objectName()}" for w in wanted - reached} == set()


def controls(window: QWidget) -> Iterator[QWidget]:
    for widget in seen(window):
        kinds = (QPushButton, QToolButton, QComboBox, QLineEdit)
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if isinstance(widget, kinds) and takes and widget.isEnabled():
            yield widget


@pytest.mark.parametrize("theme", ["light", "sepia", "dark"])
def test_the_focus_can_be_seen_in_every_theme(sit: Sit, theme: str) -> None:
    person = sit()
    person.open()
    person.mark("مصدر أمني", "1")
    person.appearance.choose(ThemeChoice(theme))
    QApplication.processEvents()
    hidden = []
    for widget in controls(person.window):
        person.window.view.setFocus()
        QApplication.processEvents()
        before = widget.grab().toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        if widget.hasFocus() and widget.grab().toImage() == before:
            hidden.append(f"{type(widget).__name__} {widget.objectName()}")
    assert hidden == []


# Room for the words


def cut(parent: QWidget) -> list[str]:
    """Buttons and labels of the frame that are smaller than their words need."""
    found = []
    for widget in seen(parent):
        words = widget.text() if isinstance(widget, (QAbstractButton, QLabel)) else ""
        if not words:
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            short = widget.height() < widget.heightForWidth(widget.width())
        else:
            hint = widget.minimumSizeHint()
            short = widget.width() < hint.width() or widget.height() < hint.height()
        outside = not widget.visibleRegion().boundingRect().contains(widget.rect())
        scrolled = any(p.objectName() == "qt_scrollarea_viewport" for p in ancestors(widget))
        if short or (outside and not scrolled):
            found.append(f"{type(widget).__name__} {widget.objectName()} {words!r}")
    return found


def ancestors(widget: QWidget) -> Iterator[QWidget]:
    while (parent := widget.parentWidget()) is not None:
        yield parent
        widget = parent


def overlapping(parent: QWidget) -> list[str]:
    """Buttons of one place that lie on one another."""
    found = []
    buttons = [w for w in seen(parent) if isinstance(w, QAbstractButton)]
    for at, one in enumerate(buttons):
        for other in buttons[at + 1 :]:
            together = one.parentWidget() is other.parentWidget()
            if together and one.geometry().intersects(other.geometry()):
                found += [f"{one.text()!r} {other.text()!r}"]
    return found


@pytest.mark.parametrize(
    ("width", "height"),
    [
        pytest.param(1366, 768, id="the_whole_of_a_small_screen"),
        pytest.param(911, 512, id="that_screen_at_150_percent"),
        pytest.param(960, 540, id="full_hd_at_200_percent"),
        pytest.param(683, 384, id="the_small_screen_at_200_percent"),
    ],
)
def test_nothing_of_the_frame_is_cut_or_covered(person: Person, width: int, height: int) -> None:
    """A larger scale leaves fewer logical pixels: the window as large as the screen then is."""
    person.window.resize(width, height)
    QApplication.processEvents()
    person.qtbot.wait(20)
    assert (person.window.width(), person.window.height()) == (width, height)
    for part in (person.window._bar, person.window.statusBar(), person.window.menuBar()):
        assert cut(part) == []
        assert overlapping(part) == []
    assert cut(person.window.inspector) == []


# The legend


def test_an_article_without_marks_shows_what_marks_look_like(sit: Sit) -> None:
    person = sit()
    person.open()
    legend = person.window.marks.findChild(Legend)
    assert legend.isVisible()
    words = [label.text() for label in legend.findChildren(QLabel) if label.text()]
    assert len(words) == len(set(words)) == 13
    person.mark("مصدر أمني", "1")
    assert not legend.isVisible()


def test_the_legend_has_a_sample_for_every_look_of_its_own(sit: Sit) -> None:
    person = sit()
    person.open()
    legend = person.window.marks.findChild(Legend)
    samples = [label.pixmap().toImage() for label in legend.findChildren(QLabel)]
    pictures = [image for image in samples if not image.isNull()]
    assert all(one != other for n, one in enumerate(pictures) for other in pictures[n + 1 :])
    assert len(pictures) == 13
