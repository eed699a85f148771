"""Copying from the window: canonical words, with or without where they come from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from reader.gui.kit.keys import LatinShortcuts, latin_key
from reader.model.article import DateRole, DateStatement, Metadata
from reader.settings import InterfaceLanguage
from tests.support.libraries import TEXTS, a_page
from tests.support.windows import Person

SOURCE = "مصدر أمني"


@pytest.fixture
def person(qapp: QApplication, qtbot: QtBot, home: Any) -> Iterator[Person]:
    person = Person(qapp, qtbot, home, language=InterfaceLanguage.EN)
    article, data = a_page()
    day = DateStatement(
        written="29", value=date(2021, 7, 29), role=DateRole.PUBLISHED, where="meta"
    )
    page = Metadata(
        title=TEXTS[0], outlet="زاكروس عربية", canonical_url="https://news.example/1", published=day
    )
    person.open(article.model_copy(update={"metadata": page}), data)
    yield person
    person.go()


def _text() -> str:
    return QGuiApplication.clipboard().text()


def test_a_plain_copy_is_the_words_alone(person: Person) -> None:
    person.select(SOURCE)
    person.press("Ctrl+C")

    assert _text() == SOURCE
    assert not QGuiApplication.clipboard().mimeData().hasHtml()
    assert person.window.messages.notice("told") is None


def test_a_copy_with_its_citation_is_in_the_language_of_the_article(person: Person) -> None:
    person.select(SOURCE)
    person.press("Ctrl+Alt+C")

    assert _text().startswith(f"«{SOURCE}» — زاكروس عربية، «عنوان الخبر»، نُشر في 29 تموز 2021")
    assert _text().endswith("\nhttps://news.example/1")
    assert 'lang="ar" dir="rtl"' in QGuiApplication.clipboard().mimeData().html()
    told = person.window.messages.notice("told")
    assert told is not None
    assert told.text() == "Copied with its citation."


def test_plain_copy_carries_the_citation_too_where_that_is_set(person: Person) -> None:
    person.preferences.change(cite=True)
    person.select(SOURCE)
    person.press("Ctrl+C")

    assert "زاكروس عربية" in _text()


def test_the_words_of_the_selected_mark_are_cited_where_nothing_else_is_selected(
    person: Person,
) -> None:
    person.mark(SOURCE, "1")
    person.press("Ctrl+Alt+C")

    assert _text().startswith(f"«{SOURCE}» — ")


def test_without_words_the_citation_is_copied_alone_and_that_is_said(person: Person) -> None:
    person.window.view.setFocus()
    person.press("Ctrl+Alt+C")

    assert _text().startswith("زاكروس عربية، ")
    told = person.window.messages.notice("told")
    assert told is not None
    assert "alone" in told.text()


def test_no_break_spaces_and_invisible_characters_are_copied_as_they_are(person: Person) -> None:
    odd = "قال\u00a0مصدر\u200cأمني"
    person.open(*a_page(["عنوان", odd]))
    person.select(odd)
    person.press("Ctrl+C")

    assert _text() == odd


def test_a_copy_in_a_field_is_the_field_s(person: Person) -> None:
    person.mark(SOURCE, "1")
    field = next(f for f in person.window.inspector.findChildren(QLineEdit) if f.isVisible())
    field.setFocus()
    field.setText("حقل")
    field.selectAll()
    person.window.table["copy"].trigger()

    assert _text() == "حقل"


def test_copying_with_a_citation_works_under_an_arabic_layout(
    person: Person, qapp: QApplication
) -> None:
    mended = LatinShortcuts(qapp, lambda event: latin_key(event, "linux"))
    person.select(SOURCE)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    pressed = QKeyEvent(QEvent.Type.KeyPress, ord("ؤ"), both, 54, 0, 0, "")
    QApplication.sendEvent(person.window.view, pressed)
    qapp.removeEventFilter(mended)
    mended.deleteLater()

    assert "زاكروس عربية" in _text()
