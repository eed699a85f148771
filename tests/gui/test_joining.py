"""Which article a page belongs to, as a person says it at the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from reader.gui.dialogs.export_dialog import ExportDialog
from reader.gui.dialogs.version_of_dialog import VersionOfDialog
from reader.model.placing import Standing
from tests.support.edited import IN_MOVED, IN_NUMBER, NEW, edited, marked
from tests.support.libraries import a_page
from tests.support.people import type_in
from tests.support.windows import Person

Sit = Callable[..., Person]


@pytest.fixture
def person(sit: Sit) -> Person:
    """Somebody with a marked article and its second version, which is shown."""
    person = sit()
    marked(person, IN_NUMBER, IN_MOVED)
    edited(person)
    person.qtbot.waitUntil(lambda: not person.session.desk.placing.count[Standing.UNSOUGHT])
    return person


def notice(person: Person, key: str):
    return person.window.banners.notice(key)


def waits_for(person: Person, key: str):
    person.qtbot.waitUntil(lambda: notice(person, key) is not None)
    return notice(person, key)


def settled(person: Person) -> None:
    """Wait until an article lies on the desk again."""
    person.qtbot.waitUntil(lambda: person.window.desk.session is not None)
    person.runtime.drain()


def trigger(person: Person, action: str) -> None:
    assert person.window.table[action].isEnabled()
    person.window.table[action].trigger()


def detached(person: Person) -> None:
    trigger(person, "detach")
    waits_for(person, "belonging")
    settled(person)


def test_a_page_that_is_not_the_same_article_becomes_one_of_its_own(person: Person) -> None:
    first, version = person.session.id, person.session.article.version
    detached(person)
    assert person.session.id != first
    assert person.session.article.version == version
    assert len(person.store.annotations(first).marks) == 2
    assert not person.window.table["detach"].isEnabled()


def test_what_was_separated_is_put_back_from_the_notice_and_can_be_done_again(
    person: Person,
) -> None:
    first = person.session.id
    detached(person)
    notice(person, "belonging").offers[0].do()
    person.qtbot.waitUntil(lambda: person.window.desk.session is not None)
    assert person.session.id == first
    assert len(person.session.record.captures) == 2
    assert notice(person, "belonging").text().startswith("جرى التراجع عن")

    notice(person, "belonging").offers[0].do()
    person.qtbot.waitUntil(lambda: person.window.desk.session is not None)
    assert person.session.id != first


def test_the_menu_undoes_it_too_and_says_what(person: Person) -> None:
    first = person.session.id
    detached(person)
    assert "في المكتبة:" in person.window.table["undo_join"].text()
    trigger(person, "undo_join")
    settled(person)
    assert person.session.id == first


def test_going_back_leads_to_articles_not_to_the_moment_between(person: Person) -> None:
    first = person.session.id
    detached(person)
    trigger(person, "back")
    settled(person)
    person.qtbot.waitUntil(lambda: person.session.id == first)


def test_an_undo_that_comes_too_late_leaves_the_article_on_the_desk(person: Person) -> None:
    first = person.session.id
    person.window.versions.joining.undo()
    settled(person)
    person.qtbot.waitUntil(lambda: person.session.id == first)


def test_marks_made_before_are_saved_before_the_page_goes(person: Person) -> None:
    person.mark("أعلنت وزارة الصحة", "2")
    detached(person)
    assert "أعلنت وزارة الصحة" in [m.words for m in person.marks]


def choosing(person: Person) -> VersionOfDialog:
    trigger(person, "join")
    [dialog] = person.window.findChildren(VersionOfDialog)
    person.qtbot.waitUntil(lambda: dialog.list.count() > 0)
    return dialog


def test_an_article_is_put_to_another_that_is_found_by_typing(sit: Sit) -> None:
    person = sit()
    marked(person, IN_NUMBER)
    target = person.session.id
    person.open(*a_page(["خبر ثالث عن الضرائب", "كلامه هنا."]))
    person.open(*a_page(NEW, url="https://news.example/other"))
    dialog = choosing(person)
    assert dialog.list.count() == 2
    type_in(dialog.field, "انفجار قُرب")
    assert dialog.list.count() == 1
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    settled(person)
    person.qtbot.waitUntil(lambda: person.session.id == target)
    assert waits_for(person, "belonging").text().startswith("صارت هذه الصفحة نسخة أخرى من")
    person.qtbot.waitUntil(lambda: person.session.desk.placing.count[Standing.REVIEW] == 1)


def test_the_dialog_says_where_nothing_is_called_like_that(person: Person) -> None:
    person.open(*a_page(["خبر ثالث", "كلامه هنا."]))
    dialog = choosing(person)
    type_in(dialog.field, "لا مقال كهذا")
    assert not dialog.join.isEnabled()
    assert not dialog.list.isVisible()
    dialog.reject()


# A page that looks like a version of another


@pytest.fixture
def twin(sit: Sit, tmp_path: Path) -> tuple[Person, UUID]:
    """Somebody who opens a page that is much like an article of the library."""
    person = sit(worker=None)
    marked(person, IN_NUMBER)
    page = tmp_path / "like.html"
    body = "".join(f"<p>{text}</p>" for text in NEW[1:])
    page.write_text(
        "<!DOCTYPE html><html lang=ar dir=rtl><head><meta charset=utf-8>"
        f"<title>{NEW[0]}</title><link rel=canonical href='https://news.example/2'></head>"
        f"<body><article><h1>{NEW[0]}</h1>{body}</article></body></html>",
        encoding="utf-8",
    )
    first = person.session.id
    with person.qtbot.waitSignal(person.window.opener.opened, timeout=20_000):
        person.window.opener.open_paths([page])
    waits_for(person, "twin")
    return person, first


def test_whether_a_page_is_a_version_is_asked_and_nothing_is_done_unasked(
    twin: tuple[Person, UUID],
) -> None:
    person, first = twin
    assert person.session.id != first
    asked = notice(person, "twin")
    assert asked.text().startswith("تبدو هذه الصفحة نسخة أخرى من")

    asked.offers[0].do()
    settled(person)
    person.qtbot.waitUntil(lambda: person.session.id == first)
    assert len(person.session.record.captures) == 2


# The inspector and the export


def test_the_inspector_says_where_a_mark_was_made_and_what_was_decided(person: Person) -> None:
    person.press("F2", "A", "Esc")
    view = person.window.inspector._whereabouts
    accepted = next(m for m in person.session.marks.values() if m.history)
    person.window.desk.select(accepted.id)
    assert view.isVisible()
    lines = [label.text() for label in view.findChildren(QLabel)]
    assert any("29 شخصًا أصيبوا" in line and line.startswith("وُسم في نسخة") for line in lines)
    assert any("قُبل موضعه في" in line for line in lines)
    view.history.open(True)
    assert any("قُبل" in line and "31" in line for line in lines)


def test_the_inspector_says_nothing_of_a_mark_that_was_made_here(person: Person) -> None:
    made = person.mark("أعلنت وزارة الصحة", "2")
    person.window.desk.select(made.id)
    assert not person.window.inspector._whereabouts.isVisible()


def test_the_export_dialog_says_how_many_marks_are_left_out(person: Person) -> None:
    dialog = ExportDialog(person.window.desk, person.session, person.window)
    person.qtbot.addWidget(dialog)
    assert dialog._left_out.text().startswith("تُرك وسم واحد ينتظر المراجعة")
    dialog.show()
    assert dialog._left_out.isVisible()
    dialog.reject()
    person.runtime.drain()
