"""The headings, the encoding and the text versions, as a person meets them in the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from reader.gui.dialogs.contents import ContentsPopover
from reader.gui.dialogs.encoding_dialog import EncodingDialog
from reader.gui.kit.encodings import encoding_name
from reader.ingest import ENCODINGS
from reader.model.article import Article, BlockKind, EncodingFound
from reader.model.errors import Message
from tests.support.libraries import a_page
from tests.support.windows import Person

LETTERS = EncodingFound(
    name="windows-1256", evidence=Message(code="encoding_letters"), certain=False
)


@pytest.fixture
def person(qapp: QApplication, qtbot: QtBot, home: Path) -> Iterator[Person]:
    person = Person(qapp, qtbot, home)
    yield person
    person.go()


def with_headings() -> tuple[Article, bytes]:
    texts = ["عنوان المقال", "أول", *["فقرة طويلة " * 40] * 9, "ثانٍ", *["فقرة " * 90] * 9]
    article, data = a_page(texts, picture=False)
    kinds = {0: (BlockKind.TITLE, 0), 1: (BlockKind.HEADING, 2), 11: (BlockKind.HEADING, 3)}
    blocks = tuple(
        block.model_copy(update={"kind": kinds[n][0], "level": kinds[n][1]} if n in kinds else {})
        for n, block in enumerate(article.blocks)
    )
    return article.model_copy(update={"blocks": blocks}), data


def read_as(found: EncodingFound) -> tuple[Article, bytes]:
    article, data = a_page()
    provenance = article.provenance.model_copy(update={"encoding": found})
    return article.model_copy(update={"provenance": provenance}), data


def contents(person: Person) -> ContentsPopover:
    person.window.view.setFocus()
    person.press("F7")
    popover = QApplication.activePopupWidget()
    assert isinstance(popover, ContentsPopover)
    return popover


def dialog_of(person: Person) -> EncodingDialog:
    person.window.table["encoding"].trigger()
    return next(d for d in person.window.findChildren(EncodingDialog) if d.isVisible())


# Headings


def test_the_headings_are_listed_and_enter_goes_to_one(person: Person) -> None:
    person.open(*with_headings())
    popover = contents(person)
    assert [popover.list.item(n).toolTip().strip("\u2068\u2069") for n in range(3)] == [
        "عنوان المقال", "أول", "ثانٍ",
    ]  # fmt: skip
    assert not popover.nothing.isVisible()

    QTest.keyClick(popover.list, Qt.Key.Key_End)
    QTest.keyClick(popover.list, Qt.Key.Key_Return)

    start = person.session.article.page_text.index("ثانٍ")
    assert person.window.view.first_visible() == start
    assert person.window.view.caret() == start
    assert person.window.view.hasFocus()


def test_the_heading_that_is_being_read_is_the_current_one(person: Person) -> None:
    person.open(*with_headings())
    person.window.view.read_from(person.session.article.page_text.index("ثانٍ") + 8)

    popover = contents(person)

    assert popover.list.currentRow() == 2
    said = popover.list.item(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "المستوى 3" in said
    assert "أنت هنا" in said
    popover.close()


def test_a_click_goes_to_a_heading(person: Person) -> None:
    person.open(*with_headings())
    popover = contents(person)
    item = popover.list.visualItemRect(popover.list.item(2))

    QTest.mouseClick(popover.list.viewport(), Qt.MouseButton.LeftButton, pos=item.center())

    assert person.window.view.first_visible() == person.session.article.page_text.index("ثانٍ")


def test_an_article_without_headings_says_so(person: Person) -> None:
    person.open()
    popover = contents(person)
    assert popover.nothing.isVisible()
    assert not popover.list.isVisible()
    assert popover.nothing.text() == "ليس في هذا المقال عناوين فرعية."
    QTest.keyClick(popover, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None


# Encoding


def test_the_foot_of_the_window_names_the_encoding_and_leads_to_it(person: Person) -> None:
    person.open(*read_as(LETTERS))
    button = person.window.reading.encoding
    assert button.text() == "عربي (Windows-1256)"

    person.click(button)

    dialog = person.window.findChild(EncodingDialog)
    assert dialog is not None
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert "عربي (Windows-1256)" in said
    assert any("الحروف العربية" in words and "غير مؤكد" in words for words in said)
    dialog.close()


def test_another_encoding_is_offered_by_its_name_and_read_again(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(person.window.opener, "read_again", lambda _, name: asked.append(name))
    person.open(*read_as(LETTERS))
    dialog = dialog_of(person)
    offered = [dialog.encodings.itemData(n) for n in range(dialog.encodings.count())]
    assert offered == [name for name in ENCODINGS if name != "windows-1256"]

    dialog.encodings.setCurrentIndex(offered.index("iso-8859-6"))
    person.click(dialog.again)

    assert asked == ["iso-8859-6"]


def test_every_encoding_that_can_be_picked_has_a_name(person: Person) -> None:
    assert [name for name in ENCODINGS if encoding_name(name) == name] == []
    assert encoding_name("koi8-r") == "koi8-r"


def test_a_saved_version_can_be_shown_again(person: Person) -> None:
    session = person.open()
    first = session.article.version
    person.store.add_version(session.id, *a_page(["عنوان", "نص آخر."]))
    person.open_known(session.id)
    dialog = dialog_of(person)
    person.qtbot.waitUntil(lambda: dialog.versions.count() == 2)
    assert not dialog.show_button.isEnabled()
    other = next(
        n for n in range(2) if dialog.versions.item(n).data(Qt.ItemDataRole.UserRole) == first
    )

    dialog.versions.setCurrentRow(other)
    person.click(dialog.show_button)

    assert person.session.article.version == first


def test_one_version_alone_is_no_choice(person: Person) -> None:
    person.open(*read_as(LETTERS))
    dialog = dialog_of(person)
    person.qtbot.waitUntil(lambda: dialog.versions.count() == 1)
    assert not dialog.versions.isVisible()
    dialog.close()
