"""The way between articles: back, forward, and those opened lately."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.settings import InterfaceLanguage
from reader.text.bidi import isolate
from tests.gui.conftest import Sit
from tests.support.libraries import a_page
from tests.support.windows import Person


@pytest.fixture
def person(sit: Sit) -> Person:
    """At the second of two articles."""
    person = sit()
    person.open(*a_page(["الأول", "كلامه."]))
    person.open(*a_page(["الثاني", "كلامه."]))
    return person


def _steps(person: Person, key: str) -> str:
    with person.qtbot.waitSignal(person.window.opener.ended):
        person.press(key)
    return person.session.article.title


def _listed(person: Person) -> list[str]:
    menu = person.window.menus["recent"]
    menu.aboutToShow.emit()
    person.runtime.drain()
    return [a.text() for a in menu.actions()][
        : [a.isSeparator() for a in menu.actions()].index(True)
    ]


def test_back_and_forward_lead_from_article_to_article(person: Person) -> None:
    assert not person.window.table["forward"].isEnabled()
    assert _steps(person, "Alt+Right") == "الأول"
    assert person.window.table["forward"].isEnabled()
    assert _steps(person, "Alt+Left") == "الثاني"


def test_the_keys_of_back_are_mirrored_with_the_interface(person: Person) -> None:
    person.window.table["language_en"].trigger()
    person.qtbot.waitUntil(lambda: person.window.table["back"].shortcut().toString() == "Alt+Left")

    assert _steps(person, "Alt+Left") == "الأول"


def test_the_buttons_of_the_mouse_go_back_and_forward(person: Person) -> None:
    handle = person.window.windowHandle()
    assert handle is not None
    middle = person.window.rect().center()

    with person.qtbot.waitSignal(person.window.opener.ended):
        QTest.mouseClick(handle, Qt.MouseButton.BackButton, pos=middle)
    assert person.session.article.title == "الأول"

    with person.qtbot.waitSignal(person.window.opener.ended):
        QTest.mouseClick(handle, Qt.MouseButton.ForwardButton, pos=middle)
    assert person.session.article.title == "الثاني"


def test_the_start_page_is_a_stop_too(person: Person) -> None:
    _steps(person, "Alt+Right")
    person.press("Alt+Right")

    assert person.window.desk.session is None
    person.qtbot.waitUntil(person.window.start.isVisible)
    assert not person.window.table["back"].isEnabled()
    assert _steps(person, "Alt+Left") == "الأول"


def test_an_article_opened_after_going_back_gives_up_what_lay_ahead(person: Person) -> None:
    _steps(person, "Alt+Right")
    person.open(*a_page(["الثالث", "كلامه."]))

    assert not person.window.table["forward"].isEnabled()
    assert _steps(person, "Alt+Right") == "الأول"


def test_an_article_that_cannot_be_opened_is_said_so_and_skipped(person: Person) -> None:
    person.open(*a_page(["الثالث", "كلامه."]))
    second = next(r for r in person.store.articles() if r.title == "الثاني")
    record = person.store.home / "articles" / str(second.id) / "article.json"
    record.write_text("{", encoding="utf-8")
    for backup in record.parent.rglob("backups/*"):
        backup.unlink()

    assert _steps(person, "Alt+Right") == "الثالث"
    assert person.window.messages.notice("error") is not None
    assert _steps(person, "Alt+Right") == "الأول"


def test_where_each_article_was_read_to_is_found_again_on_the_way_back(sit: Sit) -> None:
    person = sit()
    texts = ["طويل"] + [f"فقرة {n} " + "من كلام كثير " * 30 for n in range(30)]
    person.open(*a_page(texts))
    person.window.view.read_from(person.session.article.page_text.index("فقرة 20"))
    at = person.window.view.first_visible()
    person.open(*a_page(["آخر", "كلامه."]))

    _steps(person, "Alt+Right")

    assert person.window.view.first_visible() == at > 0


def test_the_menu_lists_the_articles_opened_last_but_the_one_on_the_desk(person: Person) -> None:
    assert _listed(person) == [isolate("الأول")]


def test_an_article_of_the_menu_is_opened_by_it(person: Person) -> None:
    _listed(person)
    with person.qtbot.waitSignal(person.window.opener.ended):
        person.window.menus["recent"].actions()[0].trigger()

    assert person.session.article.title == "الأول"


def test_a_title_of_the_menu_is_no_shortcut_and_no_paragraph(sit: Sit) -> None:
    person = sit()
    person.open(*a_page(["سؤال & جواب " + "طويل " * 40, "كلامه."]))
    person.press("Ctrl+L")

    [title] = _listed(person)

    assert "&&" in title
    assert len(title) < 70


def test_the_list_can_be_cleared_and_no_article_is_lost(person: Person) -> None:
    person.window.table["clear_recents"].trigger()
    person.runtime.drain()

    assert _listed(person) == ["لا شيء بعد"]
    assert {person.store.state(r.id).opened_at for r in person.store.articles()} == {None}
    person.press("Ctrl+L")
    person.qtbot.waitUntil(person.window.start.isVisible)
    person.runtime.drain()
    assert person.window.start._list.count() == 1  # the one that was on the desk since
    assert person.window.start._all.isVisible()

    person.click(person.window.start._all)

    assert person.window.start._list.count() == 2


def test_what_is_opened_after_the_list_was_cleared_is_listed_again(person: Person) -> None:
    person.window.table["clear_recents"].trigger()
    person.runtime.drain()
    _steps(person, "Alt+Right")
    assert _listed(person) == [isolate("الثاني")]


def test_the_list_can_be_switched_off_and_nothing_is_remembered_then(person: Person) -> None:
    person.window.table["recents"].trigger()
    person.press("Ctrl+L")
    person.qtbot.waitUntil(person.window.start.isVisible)
    person.runtime.drain()

    assert person.preferences.settings.recents is False
    assert _listed(person) == ["القائمة موقوفة"]
    assert not person.window.start._list.isVisible()
    last = next(r for r in person.store.articles() if r.title == "الثاني")
    assert person.store.state(last.id).opened_at is None

    person.click(person.window.start._all)

    assert person.window.start._list.count() == 2


def test_the_list_is_in_english_too(sit: Sit) -> None:
    person = sit(language=InterfaceLanguage.EN)
    assert _listed(person) == ["Nothing yet"]


def test_a_pasted_text_without_a_headline_goes_by_its_first_line(sit: Sit) -> None:
    person = sit()
    article, data = a_page(["قال مصدر أمني إن انفجارين وقعا.", "كلام."])
    pasted = article.model_copy(
        update={
            "metadata": article.metadata.model_copy(update={"title": ""}),
            "provenance": article.provenance.model_copy(update={"name": "قال مصدر أمني…"}),
        }
    )
    person.open(pasted, data)

    assert person.window.windowTitle().startswith(isolate("قال مصدر أمني…"))
    person.press("Ctrl+L")
    assert _listed(person) == [isolate("قال مصدر أمني…")]
