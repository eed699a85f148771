"""What a screen reader, a keyboard and a narrow window find in the panels."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QLabel,
    QMainWindow,
    QScrollBar,
    QSplitter,
    QWidget,
)

from reader.gui.dialogs.contents import ContentsPopover
from reader.gui.dialogs.encoding_dialog import EncodingDialog
from reader.gui.dialogs.export_dialog import ExportDialog
from reader.gui.dialogs.page_details import PageDetails
from reader.gui.dialogs.type_popover import TypePopover
from reader.gui.kit.actions import Actions
from reader.gui.kit.layouts import Section
from reader.gui.kit.preferences import Preferences
from reader.gui.panels.inspector import Inspector
from reader.gui.panels.marks_panel import MarksPanel
from reader.model.annotations import Hop
from reader.model.article import Direction
from reader.model.vocabulary import MarkType, RelationType
from reader.session.reading import Heading
from reader.session.runtime import InlineRuntime
from reader.settings import Settings
from tests.support.people import seen

PASSIVE = (QLabel, QScrollBar, QSplitter)
"""Widgets that say themselves what they are, or only hold others."""


@pytest.fixture
def full(sit):
    """Every part of every page, filled and open: a seat, and the marks to be looked at."""

    def make(language: str = "en"):
        seat = sit(language)
        session = seat.session
        source, other = seat.source("مصدر أمني"), seat.source("المصدر ذاته")
        claim, second = seat.claim("عبوتين ناسفتين انفجرتا"), seat.claim("تعرضت شاحنات")
        session.same_source(other, source)
        session.edit_body(source, chain=(Hop(words="العربي الجديد"),))
        link = session.link(claim, source)
        session.edit_link(link.id, chain=(Hop(words="أ"), Hop(words="ب")))
        session.relate(RelationType.RESTATES, claim, second)
        session.add_record(claim, "evidence")
        session.add_record(claim, "contacts", who="")
        session.set_verdict(claim, "five_steps", "true", "لأن")
        session.set_verdict(claim, "five_steps", "false", "تسجيل آخر")
        notes = (MarkType.HIGHLIGHT, "الخميس"), (MarkType.NOTE, "التحالف")
        return seat, [None, source, other, claim, *(seat.mark(*note) for note in notes)]

    return make


def open_all(inspector: Inspector) -> None:
    for section in inspector.findChildren(Section):
        section.open(True)
    QApplication.processEvents()


def nameless(parent: QWidget) -> list[str]:
    found = []
    for widget in seen(parent):
        if isinstance(widget, PASSIVE) or type(widget) in (QWidget, QFrame):
            continue
        if widget.focusPolicy() is Qt.FocusPolicy.NoFocus:
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_widget_that_takes_the_focus_has_a_name(full, language):
    seat, marks = full(language)
    inspector, panel = Inspector(seat.controller, seat.theme), MarksPanel(seat.controller)
    dialog = ExportDialog(seat.controller, seat.session)
    for widget in (inspector, panel, dialog):
        seat.show(widget)
    for mark in marks:
        seat.controller.select(mark)
        open_all(inspector)
        assert nameless(inspector) == []
    assert nameless(panel) == []
    assert nameless(dialog) == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_everything_that_opens_over_the_text_has_a_name(full, language):
    seat, _ = full(language)
    headings = (Heading(0, 0, "عنوان"), Heading(2, 9, "فرعي"))
    window = QMainWindow()
    preferences = Preferences(Settings(), lambda _: None, InlineRuntime())
    overlays = [
        ContentsPopover(headings, 0, Direction.RTL, window),
        TypePopover(preferences, Actions(window), window),
        EncodingDialog(seat.controller, seat.session, lambda _: None, window),
        PageDetails(seat.controller, seat.session, seat.theme, window),
    ]
    seat.show(window)
    for widget in overlays:
        widget.show()
        QApplication.processEvents()
        assert nameless(widget) == []
        widget.close()


def test_the_keyboard_reaches_every_field_of_a_claim(full):
    seat, marks = full()
    inspector = Inspector(seat.controller, seat.theme)
    seat.show(inspector)
    seat.controller.select(marks[3])
    open_all(inspector)
    wanted = {
        w
        for w in seen(inspector)
        if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isEnabled() and w.focusProxy() is None
    }
    next(iter(wanted)).setFocus()
    reached: set[QWidget] = set()
    for _ in range(len(wanted) + 5):
        focus = QApplication.focusWidget()
        reached.add(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert wanted <= reached


@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_is_wider_than_a_narrow_panel(full, language):
    seat, marks = full(language)
    inspector = Inspector(seat.controller, seat.theme)
    seat.show(inspector, width=250)
    for mark in [None, *marks]:
        seat.controller.select(mark)
        open_all(inspector)
        room = inspector.viewport().width()
        assert inspector.widget().width() <= room
        wide = [
            f"{type(w).__name__} {w.objectName()} {w.minimumSizeHint().width()}"
            for w in seen(inspector.widget())
            if w.mapTo(inspector.widget(), w.rect().topRight()).x() >= room
            or w.mapTo(inspector.widget(), w.rect().topLeft()).x() < 0
        ]
        assert wide == []


def test_the_wheel_goes_through_every_combo_box_to_the_panel(full):
    seat, marks = full()
    inspector = Inspector(seat.controller, seat.theme)
    seat.show(inspector)
    seat.controller.select(marks[3])
    open_all(inspector)
    combos = [c for c in inspector.findChildren(QComboBox) if c.isVisible()]
    assert len(combos) > 8
    assert all(c.focusPolicy() is Qt.FocusPolicy.StrongFocus for c in combos)
