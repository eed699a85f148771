"""The inspector in the window: reached by a key, left by a key."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

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
