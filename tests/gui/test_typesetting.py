"""How the article is set: by the controls of type, by zoom, in either direction; and its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QSlider
from pytestqt.qtbot import QtBot

from reader.gui.dialogs.type_popover import TypePopover
from reader.gui.kit.fonts import INTERFACE, typography_of
from reader.gui.window.typesetting import ZOOMS, stepped
from reader.model.article import Article, Direction
from reader.settings import Settings, ThemeChoice
from tests.support.libraries import a_page
from tests.support.windows import Person

Sit = Callable[..., Person]


@pytest.fixture
def person(qapp: QApplication, qtbot: QtBot, home: Path) -> Iterator[Person]:
    person = Person(qapp, qtbot, home)
    person.open()
    yield person
    person.go()


def long_page() -> tuple[Article, bytes]:
    words = "قال مصدر أمني إن عبوتين ناسفتين انفجرتا ظهر اليوم على الطريق الدولي "
    return a_page([f"{n} " + words * 6 for n in range(60)], picture=False)


def _wheel(person: Person, delta: int) -> None:
    view = person.window.view
    at = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        at,
        QPointF(view.viewport().mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_zoom_steps_up_and_down_and_ends() -> None:
    assert stepped(100, 1) == 110
    assert stepped(100, -1) == 90
    assert stepped(105, 1) == 110
    assert stepped(105, -1) == 100
    assert (stepped(ZOOMS[-1], 1), stepped(ZOOMS[0], -1)) == (ZOOMS[-1], ZOOMS[0])


def test_the_article_is_set_as_the_settings_say() -> None:
    settings = Settings(face=INTERFACE, size=20, line_height=2, measure=28)
    set_as = typography_of(settings, 150)
    assert (set_as.face, set_as.size, set_as.line_height, set_as.measure) == (INTERFACE, 30, 2, 28)


def test_keys_and_wheel_zoom_the_article(person: Person) -> None:
    view, usual = person.window.view, person.window.view.typography.em
    person.press("Ctrl++", "Ctrl+=")
    assert view.typography.em > usual

    person.press("Ctrl+0", "Ctrl+-")
    assert view.typography.em < usual

    _wheel(person, 120)
    assert view.typography.em == usual


def test_a_touchpad_zooms_by_whole_steps(person: Person) -> None:
    for _ in range(3):
        _wheel(person, 30)
    assert person.window.typesetting.zoom == 100

    _wheel(person, 30)

    assert person.window.typesetting.zoom == 110


def test_zoom_is_of_one_article_and_remembered(person: Person) -> None:
    first, usual = person.session.id, person.window.view.typography.em
    person.press("Ctrl++")
    larger = person.window.view.typography.em

    person.open(*long_page())
    assert person.window.view.typography.em == usual

    person.open_known(first)
    assert person.window.view.typography.em == larger
    assert person.session.reading_state().zoom == 110


def test_the_foot_of_the_window_says_the_zoom_and_takes_it_back(person: Person) -> None:
    button = person.window.findChild(type(person.window.typesetting.button), "zoom")
    person.press("Ctrl++")
    assert button.text() == "110%"

    person.click(button)

    assert button.text() == "100%"


@pytest.mark.parametrize("keys", [("Ctrl++",), ("Ctrl++", "Ctrl++", "Ctrl+-"), ("Ctrl+-",) * 3])
def test_the_line_being_read_stays_when_the_article_is_zoomed(
    person: Person, keys: tuple[str, ...]
) -> None:
    person.open(*long_page())
    view = person.window.view
    view.read_from(person.session.article.page_text.index("30 "))
    first = view.first_visible()

    person.press(*keys, "Ctrl+0")

    assert view.first_visible() == first


def test_the_line_being_read_stays_when_the_window_changes_its_width(
    person: Person, qtbot: QtBot
) -> None:
    person.open(*long_page())
    view = person.window.view
    view.read_from(person.session.article.page_text.index("30 "))
    first = view.first_visible()

    for width in (700, 950, 640, 1366):
        person.window.resize(width, 768)
        qtbot.waitUntil(lambda width=width: person.window.width() == width)
    qtbot.wait(20)

    assert view.first_visible() == first


def _popover(person: Person) -> TypePopover:
    person.press("Ctrl+T")
    popover = QApplication.activePopupWidget()
    assert isinstance(popover, TypePopover)
    return popover


def test_type_is_changed_by_keys_at_once_and_kept(person: Person, qtbot: QtBot) -> None:
    popover = _popover(person)
    slider = popover.findChild(QSlider, "size")
    assert slider is not None
    assert slider.hasFocus()

    QTest.keyClick(slider, Qt.Key.Key_Up)

    qtbot.waitUntil(lambda: person.window.view.typography.size == 15)
    qtbot.waitUntil(lambda: bool(person.saved) and person.saved[-1].size == 15)
    popover.close()


def test_every_measure_of_the_type_has_a_slider_and_reset_takes_all_back(
    person: Person, qtbot: QtBot
) -> None:
    popover, usual = _popover(person), person.window.view.typography
    for slider in popover.controls.sliders.values():
        slider.setValue(slider.maximum())
    qtbot.waitUntil(lambda: person.window.view.typography.measure == 60)
    assert person.preferences.settings.line_height == 3

    person.click(popover.controls.reset)

    qtbot.waitUntil(lambda: person.window.view.typography == usual)
    popover.close()


def test_the_faces_are_the_programs_own_and_what_is_installed(person: Person, qtbot: QtBot) -> None:
    popover = _popover(person)
    faces = popover.findChild(QComboBox, "face")
    assert faces is not None
    assert [faces.itemData(at) for at in (0, 1)] == ["naskh", "sans"]
    faces.setFocus()
    QTest.keyClick(faces, Qt.Key.Key_Down)

    qtbot.waitUntil(lambda: person.window.view.typography.face == "sans")
    popover.close()


def test_a_swatch_changes_the_theme_at_once(person: Person) -> None:
    popover = _popover(person)
    person.click(popover.swatches.buttons[ThemeChoice.SEPIA])

    assert person.appearance.theme.name == "sepia"
    assert person.window.table["theme_sepia"].isChecked()
    assert popover.swatches.buttons[ThemeChoice.SEPIA].isChecked()
    assert not popover.swatches.buttons[ThemeChoice.LIGHT].isChecked()
    popover.close()


# Direction


def test_the_direction_is_said_and_can_be_found_at_the_foot_of_the_window(person: Person) -> None:
    button = person.window.reading.direction
    assert button.text() == "الاتجاه: من اليمين إلى اليسار"
    assert button.isVisible()
    assert button.menu() is person.window.menus["direction"]

    person.window.table["direction_ltr"].trigger()

    assert person.session.direction is Direction.LTR
    assert button.text() == "الاتجاه: من اليسار إلى اليمين"


def test_the_ticked_direction_follows_undo_and_the_article(person: Person) -> None:
    table = person.window.table
    table["direction_ltr"].trigger()
    person.press("Ctrl+Z")
    assert table["direction_auto"].isChecked()
    person.press("Ctrl+Y")
    assert table["direction_ltr"].isChecked()

    person.open(*long_page())

    assert table["direction_auto"].isChecked()


def test_a_choice_of_direction_is_stored(person: Person, qtbot: QtBot) -> None:
    person.window.table["direction_ltr"].trigger()
    person.saves()
    assert person.store.article(person.session.id).direction is Direction.LTR


def test_zooming_lays_the_text_that_goes_out_no_more(person: Person, monkeypatch) -> None:
    person.open(*long_page())
    view, tops = person.window.view, list[int]()
    view.read_from(2_000)
    place, lay_out = view.first_visible(), view.setLineWrapColumnOrWidth

    def note(width: int) -> None:
        tops.append(view.verticalScrollBar().value())  # Qt lays out as far down as this at once
        lay_out(width)

    monkeypatch.setattr(view, "setLineWrapColumnOrWidth", note)
    person.press("Ctrl++")
    assert tops == [0]
    assert view.first_visible() == place
