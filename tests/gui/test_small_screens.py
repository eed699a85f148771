"""What stands in a window of half the usual size, as on a small screen at 200 %."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QMenu, QScrollArea, QToolButton, QWidget

from reader.gui.kit.fields import Day
from reader.gui.kit.layouts import beside_icon
from tests.support.windows import Person

SMALL = (683, 384)


def settled() -> None:
    for _ in range(5):
        QApplication.processEvents()


@pytest.mark.parametrize("tab", [0, 1])
def test_no_column_of_the_codebook_is_cut(person: Person, tab: int) -> None:
    person.open()
    person.window.table["codebook"].trigger()
    dialog = next(w for w in person.window.findChildren(QWidget) if hasattr(w, "codes"))
    dialog.resize(*SMALL)
    dialog.tabs.setCurrentIndex(tab)
    settled()
    area = dialog.tabs.currentWidget().findChild(QScrollArea)
    assert area.widget().minimumSizeHint().width() <= area.viewport().width()
    dialog.close()


def test_what_finds_no_room_on_the_tool_bar_is_behind_a_button(person: Person) -> None:
    person.open()
    person.window.showNormal()
    person.window.resize(*SMALL)
    settled()
    more = person.window.findChild(QToolButton, "qt_toolbar_ext_button")
    bar = more.parentWidget()
    assert more.isVisible()
    assert more.geometry().left() <= bar.width() // 4  # where reading from the right ends
    hidden = [a for a in bar.actions() if a.text() and not bar.widgetForAction(a).isVisible()]
    person.click(more)
    menu = person.window.findChild(QMenu, "more_tools")
    assert menu.actions() == hidden
    assert hidden
    menu.close()


def test_the_example_of_a_day_is_not_cut(person: Person) -> None:
    field = Day()
    person.qtbot.addWidget(field)
    field.show()
    field.resize(field.minimumSizeHint())
    room = field.fontMetrics().horizontalAdvance(field.placeholderText())
    assert room < field.contentsRect().width() - 2 * 9  # padding and border of the style sheet


def test_words_beside_an_icon_have_room_where_the_interface_is_mirrored(person: Person) -> None:
    words = "حذف…"
    assert beside_icon(words).endswith(words)
    metrics = person.window.fontMetrics()
    assert metrics.horizontalAdvance(beside_icon(words)) >= metrics.horizontalAdvance(words) + 2
