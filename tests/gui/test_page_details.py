"""The dialog on the saved page: everything recorded, as text that can be copied, never a link."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.gui.dialogs.page_details import PageDetails
from reader.model.article import Article, Counted, DateRole, DateStatement, RemoteReference
from tests.support.libraries import a_page
from tests.support.windows import Person

TRACKER = "https://tracker.example/p.gif?<b>"


@pytest.fixture
def person(qapp: QApplication, qtbot: QtBot, home: Path) -> Iterator[Person]:
    person = Person(qapp, qtbot, home)
    yield person
    person.go()


def a_full_page() -> tuple[Article, bytes]:
    article, data = a_page(["عنوان \u202e الخبر", "من قال\u200f هذا"], picture=False)
    dates = (
        DateStatement(
            written="29 تموز", value=date(2021, 7, 29), role=DateRole.PUBLISHED, where="meta"
        ),
        DateStatement(written="2024-11-23", value=date(2024, 11, 23), where="text"),
    )
    metadata = article.metadata.model_copy(
        update={
            "outlet": "زاكروس",
            "canonical_url": "https://www.zagros.example/a",
            "claimed_url": "https://m.zagros.example/b",
            "saved_at": datetime(2024, 11, 23, 2, 20, tzinfo=UTC),
            "published": dates[0],
            "dates": dates,
        }
    )
    provenance = article.provenance.model_copy(
        update={
            "removed": (Counted(code="removed_script", count=3),),
            "remote": (
                RemoteReference(kind="script", url="https://tracker.example/t.js"),
                RemoteReference(kind="pixel", url=TRACKER),
                RemoteReference(kind="ping", url="https://tracker.example/ping"),
            ),
            "remote_total": 3,
        }
    )
    return article.model_copy(update={"metadata": metadata, "provenance": provenance}), data


def details(person: Person) -> PageDetails:
    person.window.view.setFocus()
    person.press("Ctrl+I")
    dialog = next(d for d in person.window.findChildren(PageDetails) if d.isVisible())
    person.qtbot.waitUntil(lambda: "الكلمات" in dialog.text())
    return dialog


def test_everything_that_was_recorded_is_said(person: Person) -> None:
    article, data = a_full_page()
    person.open(article, data)
    lines = details(person).text().splitlines()

    for said in (
        "الوسيلة: زاكروس",
        "الرابط كما تذكره الصفحة: https://www.zagros.example/a",
        "الرابط كما سُجّل عند الحفظ: https://m.zagros.example/b",
        "الملف: صفحة.html",
        f"SHA-256: {article.provenance.sha256}",
        f"نسخة النص: {article.version}",
        "الكلمات: 5",
        "الفقرات المعروضة: 2",
        "تواريخه متعارضة:",
    ):
        assert said in lines
    assert any("تموز" in line and "2021" in line for line in lines)
    assert any("RLM" in line for line in lines)


def test_what_the_page_wanted_to_load_is_listed_and_was_not_contacted(person: Person) -> None:
    person.open(*a_full_page())
    text = details(person).text()
    text = text[text.index("ما أرادت الصفحة تحميله من الشبكة") :]
    assert "3 روابط لم يُتصل بأيّ منها." in text
    heads = [text.index(h) for h in ("صور خفية تُحصي القرّاء", "نصوص برمجية", "غير ذلك")]
    assert heads == sorted(heads)
    assert TRACKER in text


def test_an_address_is_never_a_link_and_never_markup(person: Person) -> None:
    person.open(*a_full_page())
    dialog = details(person)
    flags = dialog.sheet.textInteractionFlags()
    assert not flags & Qt.TextInteractionFlag.LinksAccessibleByMouse
    assert not flags & Qt.TextInteractionFlag.LinksAccessibleByKeyboard
    assert TRACKER in dialog.sheet.toPlainText()
    assert "href" not in dialog.sheet.toHtml()


def test_all_of_it_can_be_copied_as_plain_text(person: Person) -> None:
    person.open(*a_full_page())
    dialog = details(person)
    person.click(dialog.copy)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == dialog.text()
    assert not data.hasHtml()


def test_a_page_that_wanted_nothing_says_so(person: Person) -> None:
    person.open()
    assert "الروابط: لا شيء." in details(person).text().splitlines()
