"""The inspector in the window: reached by a key, left by a key."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from reader.gui.kit.status_button import StatusButton
from reader.model.vocabulary import WorkStatus
from tests.support.windows import Person


def test_control_enter_leads_into_the_inspector_and_escape_back_to_the_text(person: Person) -> None:

    person.mark("مصدر أمني", "1")
    person.window.table["panel_inspector"].setChecked(False)
    person.press("Ctrl+Return")
    assert QApplication.focusWidget().objectName() == "naming"
    assert person.window.inspector.isVisible()
    person.press("Esc")
    assert person.window.view.hasFocus()


def test_editing_the_scales_opens_the_codebook(person: Person) -> None:
    asked: list[bool] = []
    person.window.table["codebook"].triggered.disconnect()
    person.window.table["codebook"].triggered.connect(lambda: asked.append(True))
    person.window.desk.codebook_wanted.emit()
    assert asked == [True]


def test_the_scale_used_last_is_remembered(person: Person) -> None:
    person.window.desk.use_scale("misbar")
    assert person.preferences.settings.scale == "misbar"


def test_that_the_sourcing_is_complete_is_said_at_the_foot_and_leads_to_the_article(
    person: Person,
) -> None:
    person.mark("مصدر أمني", "1")
    button = person.window.findChild(StatusButton, "sourcing")
    assert isinstance(button, StatusButton)
    assert not button.isVisible()
    person.window.desk.attempt(lambda s: s.set_work_status(WorkStatus.SOURCED))
    assert button.isVisible()
    assert button.text() == "✓ اكتمل الإسناد"

    person.click(button)

    assert person.window.desk.selected is None
    person.press("Ctrl+Z")
    assert not button.isVisible()


def test_that_the_sourcing_is_complete_is_said_in_the_list_of_articles(person: Person) -> None:
    person.window.desk.attempt(lambda s: s.set_work_status(WorkStatus.SOURCED))
    with person.qtbot.waitSignal(person.window.start._list.model().rowsInserted):
        person.window.table["library"].trigger()
    item = person.window.start._list.item(0)
    assert "✓ اكتمل الإسناد" in item.text()
