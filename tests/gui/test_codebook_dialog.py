"""The codebook's window: what is changed there holds at once in the window behind it."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QMessageBox, QPushButton, QWidget

from reader.gui.dialogs.additions_dialog import AdditionsDialog
from reader.gui.dialogs.codebook_dialog import CodebookDialog
from reader.gui.kit.controls import Box
from reader.gui.panels.marks_model import MarkRole
from reader.model.library import SaveState
from reader.model.vocabulary import MarkType
from reader.session.presets import presets
from reader.settings import InterfaceLanguage
from tests.support.windows import Person

WORDS = "مصدر أمني"

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def person(qapp, qtbot, home):
    made = Person(qapp, qtbot, home)
    yield made
    made.go()


@pytest.fixture
def dialog(person) -> CodebookDialog:
    return opened(person)


def opened(person: Person) -> CodebookDialog:
    """Ctrl+K on an article."""
    if person.window.desk.session is None:
        person.open()
    person.press("Ctrl+K")
    return person.window.findChildren(CodebookDialog)[-1]


def slugs(person: Person) -> list[str]:
    return [code.slug for code in person.window.desk.codebook.offered]


def part(dialog: QWidget, name: str) -> QWidget:
    found = dialog.findChild(QWidget, name)
    assert found is not None, name
    return found


def types(field: QWidget, words: str) -> None:
    """Replace what stands in a field, and leave it."""
    field.setFocus()
    field.selectAll()
    field.insert(words)
    field.settle()


def test_a_new_code_needs_only_a_label(person, dialog):
    person.click(dialog.codes.column.add)
    assert part(dialog, "label_ar").hasFocus() or not dialog.isActiveWindow()
    types(part(dialog, "label_ar"), "صورة قديمة")
    made = person.window.desk.codebook.offered[-1]
    assert (made.label("ar"), made.slug) == ("صورة قديمة", "swra_qdyma")
    assert dialog.codes.list.current == made.slug


def test_a_new_colour_is_in_the_text_at_once(person):
    person.open()
    person.select(WORDS)
    person.press("3")
    QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_1)
    dialog = opened(person)
    person.click(dialog.codes.form.colour.buttons["#f838b2"])
    assert [mark.colour for mark in person.window.view.marks] == ["#f838b2"]


def test_a_new_label_is_in_every_list_at_once(person):
    person.open()
    person.select(WORDS)
    person.press("3")
    QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_1)
    dialog = opened(person)
    types(part(dialog, "label_ar"), "أرقام")
    assert dialog.codes.list.item(0).text() == "أرقام"
    boxes = [box.text() for box in person.window.inspector.findChildren(Box) if box.isVisible()]
    assert "أرقام" in boxes
    (view,) = [v for v in person.window.marks.findChildren(QListView) if v.model().rowCount() == 1]
    assert view.model().index(0, 0).data(MarkRole.DETAIL) == "أرقام"


def test_alt_and_an_arrow_move_a_code(person, dialog):
    first, second, *_ = slugs(person)
    dialog.codes.list.setFocus()
    QTest.keyClick(dialog.codes.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert slugs(person)[:2] == [second, first]
    assert dialog.codes.list.current == first


def test_a_code_is_dragged_to_its_place(person, dialog):
    first, *others = slugs(person)
    codes = dialog.codes.list
    codes.setCurrentRow(0)
    below = codes.viewport().rect().bottomLeft() + codes.viewport().rect().center()
    drop = QDropEvent(
        QPointF(5, below.y() + 5000),
        Qt.DropAction.MoveAction,
        codes.model().mimeData([codes.currentIndex()]),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    codes.dropEvent(drop)
    assert slugs(person) == [*others, first]


def test_undo_and_redo_belong_to_the_window_of_codes(person, dialog):
    person.click(dialog.codes.form.fate.retire)
    assert "number" not in slugs(person)
    QTest.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "number" in slugs(person)
    person.click(part(dialog, "redo"))
    assert "number" not in slugs(person)


def test_a_retired_code_stands_apart_and_can_come_back(person, dialog):
    person.click(dialog.codes.form.fate.retire)
    codes = dialog.codes.list
    texts = [codes.item(row).text() for row in range(codes.count())]
    assert texts[-2:] == [codes._retired, "رقم"]
    person.click(dialog.codes.form.fate.retire)
    assert "number" in slugs(person)


def test_a_key_that_is_taken_is_said_and_swapped_if_wanted(person, dialog):
    form = dialog.codes.form
    form.key.setFocus()
    QTest.keyClick(form.key, Qt.Key.Key_2)
    assert person.window.desk.codebook.code("number").key == "1"
    assert form.swap.isVisible()
    person.click(form.swap)
    book = person.window.desk.codebook
    assert (book.code("number").key, book.code("date").key) == ("2", "1")
    assert not form.swap.isVisible()


def test_a_key_is_taken_by_its_place_under_an_arabic_layout(person, dialog):
    press = QKeyEvent(
        QEvent.Type.KeyPress, 0x0636, Qt.KeyboardModifier.NoModifier, 24, 0x0636, 0, "ض"
    )
    QApplication.sendEvent(dialog.codes.form.key, press)
    assert person.window.desk.codebook.code("number").key == "q"


def test_an_unused_code_is_deleted_at_once(person, dialog):
    person.click(dialog.codes.form.fate.delete)
    person.qtbot.waitUntil(lambda: "number" not in slugs(person))
    assert dialog.findChild(QMessageBox) is None


def test_a_code_in_use_is_retired_rather_than_deleted(person):
    person.open()
    session = person.session
    session.add_mark(MarkType.HIGHLIGHT, 0, 5, codes=("number",))
    dialog = opened(person)
    person.click(dialog.codes.form.fate.delete)
    person.qtbot.waitUntil(lambda: dialog.findChild(QMessageBox) is not None)
    box = dialog.findChild(QMessageBox)
    assert "وسم واحد" in box.text()
    retire, delete, _cancel = box.findChildren(QPushButton)
    assert box.defaultButton().text() in (retire.text(), delete.text(), "إيقاف")
    person.click(box.defaultButton())
    assert person.window.desk.codebook.code("number").retired
    assert session.here()[0].codes == ("number",)


def test_a_preset_shows_first_what_it_would_add(person, dialog):
    before = slugs(person)
    dialog._on_preset(presets()[1])
    shown = dialog.findChild(AdditionsDialog)
    assert shown.list.count() == len(presets()[1].book.codes)
    assert slugs(person) == before
    person.click(shown.add)
    assert slugs(person) == [*before, *(code.slug for code in presets()[1].book.codes)]


def test_a_codebook_goes_into_a_file_and_comes_out_of_it(person, dialog, tmp_path):
    path = tmp_path / "codes.json"
    dialog.save_to(path)
    person.qtbot.waitUntil(path.exists)
    person.runtime.drain()
    person.click(dialog.codes.form.fate.delete)
    person.qtbot.waitUntil(lambda: "number" not in slugs(person))
    dialog.add_from(path)
    person.qtbot.waitUntil(lambda: dialog.findChild(AdditionsDialog) is not None)
    person.click(dialog.findChild(AdditionsDialog).add)
    assert slugs(person)[-1] == "number"


def test_a_file_that_is_no_codebook_is_explained(person, dialog, tmp_path):
    (tmp_path / "x.json").write_text("{}x")
    dialog.add_from(tmp_path / "x.json")
    trouble = part(dialog, "trouble")
    person.qtbot.waitUntil(trouble.isVisible)
    assert "x.json" in trouble.text()


def test_a_save_that_is_refused_is_said_and_the_disk_can_be_taken(person, dialog, home):
    person.click(dialog.codes.form.fate.retire)
    codes = person.window.desk.library.codes
    person.qtbot.waitUntil(lambda: codes.save_state is SaveState.SAVED)
    data = json.loads((home / "codebook.json").read_text())
    data["codes"][1]["labels"]["ar"] = "غيره"
    (home / "codebook.json").write_text(json.dumps(data))
    person.click(dialog.codes.form.fate.retire)
    read = part(dialog, "read_again")
    person.qtbot.waitUntil(read.isVisible)
    assert part(dialog, "trouble").text()
    person.click(read)
    assert codes.book.code("date").label("ar") == "غيره"
    assert not part(dialog, "trouble").isVisible()


def test_a_codebook_that_cannot_be_saved_is_said_in_the_window_too(person, dialog, home):
    (home / "codebook.json").write_text('{"schema": 1}')  # by another program
    person.click(dialog.codes.form.fate.retire)
    notices = person.window.messages
    person.qtbot.waitUntil(lambda: notices.notice("codebook") is not None)
    person.window.desk.library.codes.read_again()
    assert notices.notice("codebook") is None
    assert slugs(person) == []


def test_what_is_half_typed_is_kept_when_the_window_of_codes_closes(person, dialog):
    field = part(dialog, "label_ar")
    field.setFocus()
    field.setText("أرقام")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert person.window.desk.codebook.code("number").label("ar") == "أرقام"


def test_the_window_of_codes_fits_a_screen_of_150_percent(person, dialog):
    assert dialog.minimumSizeHint().width() <= 1366 / 1.5
    assert dialog.minimumSizeHint().height() <= 768 / 1.5 - 50


def test_a_scale_of_ones_own_is_offered_for_verdicts(person, dialog):
    dialog.tabs.setCurrentIndex(1)
    person.click(dialog.scales.column.add)
    types(part(dialog, "scale_ar"), "مقياسنا")
    row = dialog.scales.steps.rows[f"{dialog.scales._slug}/"]
    types(row.labels["ar"], "دقيق")
    scale = person.window.desk.codebook.offered_scales[-1]
    assert (scale.label("ar"), scale.steps[0].label("ar")) == ("مقياسنا", "دقيق")


def test_a_step_is_retired_and_keeps_its_words(person, dialog):
    dialog.tabs.setCurrentIndex(1)
    dialog.scales.steps.rows["five_steps/half_true"]._retire.trigger()
    book = person.window.desk.codebook
    assert "half_true" not in {step.slug for step in book.scale("five_steps").offered}
    assert book.verdict("five_steps", "half_true", "ar") == "نصف صحيح"


def test_a_number_that_another_step_has_is_refused_in_words(person, dialog):
    dialog.tabs.setCurrentIndex(1)
    row = dialog.scales.steps.rows["five_steps/true"]
    row.rating.setCurrentIndex(row.rating.findData(4))
    row.rating.activated.emit(row.rating.currentIndex())
    assert part(dialog, "trouble").isVisible()
    assert row.rating.currentData() == 5


def test_every_part_has_a_name_for_screen_readers(person, dialog):
    dialog.tabs.setCurrentIndex(1)
    nameless = [
        widget
        for widget in dialog.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.window().inherits("QComboBoxPrivateContainer")
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert [(type(w).__name__, w.objectName()) for w in nameless] == []


def test_the_window_of_codes_speaks_another_language_at_once(person, dialog):
    person.interface.choose(InterfaceLanguage.EN)
    person.qtbot.waitUntil(lambda: dialog.codes.list.item(0).text() == "Number")
    assert dialog.windowTitle() == "Codes and scales"
