"""Marks in another version of the text, settled by a person at the window."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from reader.gui.page.mark_layout import Shape
from reader.model.placing import Standing
from reader.settings import Digits
from tests.support.edited import (
    IN_GONE,
    IN_MOVED,
    IN_NUMBER,
    IN_SAME,
    LAST,
    edited,
    marked,
)
from tests.support.windows import Person

Sit = Callable[..., Person]

NOW = "31 شخصًا أصيبوا"
ALL = (IN_NUMBER, IN_GONE, IN_MOVED, IN_SAME)


@pytest.fixture
def person(sit: Sit) -> Person:
    """Somebody who has marked four places, and opens the edited version."""
    person = sit()
    marked(person, *ALL)
    edited(person)
    found(person)
    return person


def found(person: Person) -> None:
    """Wait until the marks were looked for."""
    person.qtbot.waitUntil(lambda: standings(person)[Standing.UNSOUGHT] == 0)
    person.runtime.drain()


def standings(person: Person) -> dict[Standing, int]:
    count = person.session.desk.placing.count
    return {standing: count[standing] for standing in Standing}


def notice(person: Person, key: str = "versions"):
    return person.window.banners.notice(key)


def panel(person: Person):
    made = person.window.versions.reviewing.panel
    assert made is not None
    return made


def offer(person: Person, words: str, key: str = "versions") -> None:
    """Press a button of the notice."""
    next(o for o in notice(person, key).offers if o.text() == words).do()


def words_of(person: Person) -> list[str]:
    return [person.session.marks[i].words for i in person.window.versions.reviewing._review.marks]


# Found again


def test_marks_are_looked_for_by_themselves_in_the_newest_version(person: Person) -> None:
    assert standings(person) == {
        Standing.HERE: 1,
        Standing.MOVED: 1,
        Standing.REVIEW: 1,
        Standing.ORPHAN: 1,
        Standing.UNSOUGHT: 0,
    }


def test_a_notice_says_what_became_of_the_marks(person: Person) -> None:
    said = notice(person).text()
    assert said == ("الوسوم في هذه النسخة: واحد ثابت · واحد انتقل · واحد للمراجعة · واحد لم يوجد")


def test_the_notice_writes_its_numbers_in_the_digits_of_the_interface(sit: Sit) -> None:
    person = sit()
    person.interface.choose_digits(Digits.ARABIC)
    marked(person, *(w for w in LAST.split()[:4]))
    edited(person)
    found(person)
    assert "٤ ثابتة" in notice(person).text()


def test_finding_is_undone_in_one_step_and_offered_again_then(person: Person) -> None:
    person.press("Ctrl+Z")
    assert standings(person)[Standing.UNSOUGHT] == 4
    assert notice(person).text() == "4 وسوم على نسخة محفوظة أخرى من هذا المقال."

    offer(person, "البحث عنها هنا")
    found(person)

    assert standings(person)[Standing.REVIEW] == 1


def test_in_an_older_version_shown_by_choice_finding_is_only_offered(sit: Sit) -> None:
    person = sit()
    marked(person)
    first = person.session.article.version
    edited(person)
    person.mark(NOW, "2")
    person.window.desk.show_version(first)
    person.runtime.drain()
    assert standings(person)[Standing.UNSOUGHT] == 1

    offer(person, "البحث عنها هنا")
    found(person)

    assert standings(person)[Standing.REVIEW] == 1


def test_the_version_that_has_the_marks_is_one_press_away(person: Person) -> None:
    person.press("Ctrl+Z")
    offer(person, "إظهار تلك النسخة")
    assert standings(person)[Standing.HERE] == 4


def test_a_search_that_is_cancelled_changes_nothing_and_is_offered_again(sit: Sit) -> None:
    person = sit()
    marked(person, *ALL)
    edited(person)
    strip = person.window.versions.attaching.progress
    strip.cancelled.emit()
    person.runtime.drain()
    assert standings(person)[Standing.UNSOUGHT] == 4
    assert not strip.isVisible()
    assert [o.text() for o in notice(person).offers][:1] == ["البحث عنها هنا"]


def test_a_notice_that_was_closed_stays_closed_until_something_else_is_to_be_said(
    person: Person,
) -> None:
    person.window.banners.withdraw("versions")
    person.press("F8", "8")
    assert notice(person) is None


# The panel


def test_the_panel_shows_old_and_new_and_what_changed(person: Person) -> None:
    to_number(person)
    shown = panel(person)
    assert shown.isVisible()
    assert IN_NUMBER in shown.made.toPlainText()
    assert NOW in shown.here.toPlainText()
    assert "\u206829\u2069 ← \u206831\u2069" in shown._why.text()
    assert shown._why.text().startswith("تغيّرت بعض الكلمات.")


def test_the_review_goes_in_reading_order_and_selects_what_is_at_hand(person: Person) -> None:
    person.press("F2")
    assert words_of(person) == [NOW, IN_GONE] or words_of(person) == [IN_GONE, NOW]
    first = person.selected.words
    person.press("F2")
    assert {first, person.selected.words} == {NOW, IN_GONE}
    person.press("Shift+F2")
    assert person.selected.words == first


def to_number(person: Person) -> None:
    """Begin the review at the changed number."""
    person.press("F2")
    while person.selected.words != NOW:
        person.press("F2")


def test_accepting_by_key_settles_a_mark_and_goes_on_to_the_next(person: Person) -> None:
    to_number(person)
    person.press("A")
    assert standings(person)[Standing.REVIEW] == 0
    assert person.selected.words == IN_GONE
    assert NOW in [m.words for m in person.marks]


def test_undo_brings_the_mark_back_to_hand(person: Person) -> None:
    to_number(person)
    person.press("A", "Ctrl+Z")
    assert person.selected.words == NOW
    assert standings(person)[Standing.REVIEW] == 1


def test_a_mark_that_is_not_here_is_left_by_key(person: Person) -> None:
    to_number(person)
    person.press("X")
    assert standings(person)[Standing.ORPHAN] == 2
    assert words_of(person) == [IN_GONE]


def test_a_mark_is_placed_on_words_that_are_selected_meanwhile(person: Person) -> None:
    person.press("F2")
    while person.selected.words != IN_GONE:
        person.press("F2")
    person.window.desk.select(None)  # as a click beside every mark does
    person.select("فتح باب التبرع بالدم")
    person.press("8")
    assert standings(person)[Standing.ORPHAN] == 0
    assert "فتح باب التبرع بالدم" in [m.words for m in person.marks]


def test_placing_without_selected_words_says_what_to_do(person: Person) -> None:
    person.press("F2")
    while person.selected.words != IN_GONE:
        person.press("F2")
    person.press("8")
    assert person.window.messages.notice("error") is not None
    assert standings(person)[Standing.ORPHAN] == 1


def test_what_was_not_found_leads_to_the_version_it_was_made_on_and_back(person: Person) -> None:
    newest = person.session.article.version
    person.press("F2")
    while person.selected.words != IN_GONE:
        person.press("F2")
    person.press("O")
    assert person.session.article.version != newest
    assert notice(person) is None
    assert person.selected.words == IN_GONE
    assert panel(person).buttons["place_origin"].text().startswith("عودة إلى النسخة")

    person.press("O")

    assert person.session.article.version == newest
    assert person.selected.words == IN_GONE
    assert panel(person).isVisible()


def test_after_the_last_mark_it_is_said_that_nothing_waits_and_escape_closes(
    person: Person,
) -> None:
    to_number(person)
    person.press("A", "X")
    assert panel(person)._title.text() == "لم يبقَ ما ينتظر المراجعة."
    person.press("Esc")
    assert not panel(person).isVisible()


def test_escape_gives_up_a_selection_before_the_review(person: Person) -> None:
    person.press("F2")
    person.select(LAST)
    person.press("Esc")
    assert panel(person).isVisible()
    person.press("Esc")
    assert not panel(person).isVisible()


def answer(monkeypatch: pytest.MonkeyPatch, button: QMessageBox.StandardButton) -> list[str]:
    asked: list[str] = []

    def question(_parent, _title, text, **_options):
        asked.append(text)
        return button

    monkeypatch.setattr(QMessageBox, "question", question)
    return asked


@pytest.fixture
def twice(sit: Sit) -> Person:
    """Two marks wait."""
    person = sit()
    marked(person, IN_NUMBER, "إن 29 شخصًا")
    edited(person)
    found(person)
    person.press("F2")
    return person


def test_all_are_accepted_after_a_question_that_names_their_number(
    twice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answer(monkeypatch, QMessageBox.StandardButton.Yes)
    twice.press("Shift+A")
    assert standings(twice)[Standing.HERE] == 2
    assert asked[0].startswith("أتقبل موضعين كما وُجدا؟")
    twice.press("Ctrl+Z")
    assert standings(twice)[Standing.REVIEW] == 2


def test_nothing_is_accepted_where_the_question_is_denied(
    twice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, QMessageBox.StandardButton.No)
    twice.press("Shift+A")
    assert standings(twice)[Standing.REVIEW] == 2


def test_a_row_of_the_list_is_chosen_by_a_click(twice: Person) -> None:
    shown = panel(twice)
    assert shown.list.isVisible()
    other = shown._model.index(1)
    rect = shown.list.visualRect(other)
    QTest.mouseClick(shown.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert twice.selected.id == shown._model.mark_at(1)


def test_a_mark_that_waits_is_listed_with_a_badge_and_can_be_asked_for(person: Person) -> None:
    model = person.window.marks._model
    badges = [model.data(model.index(row), 256 + 3) for row in range(model.rowCount())]
    assert sorted(badges) == ["", "انتقل", "للمراجعة"]
    person.window.marks.filter.toggle("standings", Standing.REVIEW)
    assert model.rowCount() == 1


def test_a_mark_that_waits_is_clicked_in_the_text(person: Person) -> None:
    start = person.session.article.page_text.index(NOW)
    rect = person.window.view.span_rect(start + 4, start + 6)
    QTest.mouseClick(person.window.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert person.selected.words == NOW


def test_without_the_panel_the_selected_mark_is_decided_on(person: Person) -> None:
    waits = person.session.desk.placing.of(Standing.REVIEW)[0]
    person.window.desk.select(waits.id)
    person.press("A")
    assert standings(person)[Standing.REVIEW] == 0


def test_another_article_ends_the_review(person: Person) -> None:
    from tests.support.libraries import a_page

    person.press("F2")
    person.open(*a_page(["مقال آخر", "كلامه هنا."]))
    assert not panel(person).isVisible()


def test_every_part_of_the_panel_has_a_name_and_is_reached_by_tab(twice: Person) -> None:
    shown = panel(twice)
    stops = [shown.list, shown.made, shown.here, *shown.buttons.values(), shown._shut]
    for widget in stops:
        assert widget.accessibleName()
        if widget.isVisible() and widget is not shown._shut:
            assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_the_panel_speaks_the_language_of_the_interface_at_once(person: Person) -> None:
    from reader.settings import InterfaceLanguage

    to_number(person)
    person.interface.choose(InterfaceLanguage.EN)
    person.qtbot.waitUntil(lambda: "Changed" in panel(person)._why.text())
    assert "29\u2069 → " in panel(person)._why.text()
    assert panel(person)._why.text().startswith("Some of the words changed.")
    assert notice(person).text().startswith("Marks in this version: 1 attached")


def test_a_mark_that_was_settled_is_painted_as_what_it_is(person: Person) -> None:
    to_number(person)
    index = person.window.view._painter._marks.index
    waits = person.selected.id
    assert index.get(waits).shape is Shape.WAITING
    person.press("A")
    assert person.window.view._painter._marks.index.get(waits).shape is Shape.LINE
    person.press("Ctrl+Z", "X")
    assert person.window.view._painter._marks.index.get(waits) is None
