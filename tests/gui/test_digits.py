"""One setting for the digits: every number of the interface follows it, none of the article's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reader.gui.kit.i18n import Interface, day_words, numeral, percent, with_digits
from reader.model.article import DateRole, DateStatement, EncodingFound, RemoteReference
from reader.model.errors import Message
from reader.settings import Digits, InterfaceLanguage
from tests.support.libraries import a_page
from tests.support.windows import Person

LANGUAGES = [InterfaceLanguage.AR, InterfaceLanguage.EN]
HINT = re.compile("اضغط [0-9].*|press [0-9].*")
"""Names keys, which bear Latin digits."""
CODE = re.compile(r"(?:UTF|Windows|ISO|DOS|SHA)[- ]\d[\d-]*|U\+[0-9A-F]+|[0-9a-f]{64}|https?://\S+")


@pytest.fixture
def interface(qapp: QApplication) -> Iterator[Interface]:
    made = Interface(qapp, InterfaceLanguage.AR)
    yield made
    made.choose_digits(Digits.LATIN)
    made.choose(InterfaceLanguage.EN)
    made.deleteLater()


@pytest.fixture
def person(qapp: QApplication, qtbot: QtBot, home: Path) -> Iterator[Person]:
    person = Person(qapp, qtbot, home)
    yield person
    person.interface.choose_digits(Digits.LATIN)
    person.go()


@pytest.mark.parametrize(
    ("digits", "number", "share", "half", "day"),
    [
        (Digits.LATIN, "2021", "110%", "1.5", "29 تموز 2021"),
        (Digits.ARABIC, "٢٠٢١", "١١٠٪", "١٫٥", "٢٩ تموز ٢٠٢١"),
    ],
)
def test_numbers_shares_and_days_are_written_in_the_digits_chosen(
    interface: Interface, digits: Digits, number: str, share: str, half: str, day: str
) -> None:
    interface.choose_digits(digits)
    assert (numeral(2021), percent(110), numeral(1.5)) == (number, share, half)
    assert day_words(date(2021, 7, 29)) == day


@pytest.mark.parametrize(("digits", "said"), [(Digits.LATIN, "13"), (Digits.ARABIC, "١٣")])
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_counted_is_written_in_the_digits_chosen(
    interface: Interface, language: InterfaceLanguage, digits: Digits, said: str
) -> None:
    interface.choose(language)
    interface.choose_digits(digits)
    found = QCoreApplication.translate(
        "PageFacts", "%n address(es): none of them was contacted.", "", 13
    )
    assert found.startswith(said)


@pytest.mark.parametrize(("digits", "said"), [(Digits.LATIN, "3"), (Digits.ARABIC, "٣")])
def test_messages_of_the_floors_below_follow_and_what_they_quote_does_not(
    interface: Interface, digits: Digits, said: str
) -> None:
    interface.choose_digits(digits)
    message = Message(code="change_show_blocks", params={"n": 3})
    assert said in interface.words(message)
    quoted = Message(code="encoding_unknown", params={"encoding": "koi8-2021"})
    assert "koi8-2021" in interface.words(quoted)


def test_texts_of_qt_itself_stay_whole_with_other_digits(interface: Interface) -> None:
    interface.choose_digits(Digits.ARABIC)
    assert QCoreApplication.translate("Nowhere", "Some %1") == "Some %1"
    assert QCoreApplication.translate("QPlatformTheme", "OK") == "حسنًا"


def test_the_default_locale_has_the_digits_chosen_where_the_language_has_such() -> None:
    for digits, zero in ((Digits.LATIN, "0"), (Digits.ARABIC, "٠")):
        for region in ("ar_IQ", "ar_MA"):
            assert with_digits(QLocale(region), digits).zeroDigit() == zero
    assert with_digits(QLocale("ar_MA"), Digits.LATIN).name() == "ar_MA"
    assert with_digits(QLocale("en_GB"), Digits.ARABIC).name() == "en_GB"


def _texts(parent: QWidget) -> Iterator[tuple[str, str]]:
    """What the widgets on the screen say, with the names of the widgets."""
    for widget in parent.findChildren(QWidget):
        if not widget.isVisible():
            continue
        name = f"{type(widget).__name__} {widget.objectName()}"
        if isinstance(widget, QLabel | QAbstractButton):
            yield name, widget.text()
        elif isinstance(widget, QComboBox):
            yield name, widget.currentText()
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            model = widget.model()
            for row in range(model.rowCount()):
                yield name, str(model.index(row, 0).data() or "")


def _in_latin(parent: QWidget, article: set[str]) -> list[tuple[str, str]]:
    """The texts with a number in Latin digits that is none of the article, of a code or a key."""
    found = []
    for name, text in _texts(parent):
        bare = HINT.sub("", CODE.sub("", text))
        for words in article:
            bare = bare.replace(words, "")
        if re.search("[0-9]", bare):
            found.append((name, text))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_with_arabic_digits_no_part_of_the_window_says_a_number_in_latin_ones(
    person: Person, language: InterfaceLanguage
) -> None:
    person.interface.choose(language)
    article, data = a_page(["عنوان", "قال مصدر أمني\u200f إن 57 شخصًا \u202e"], picture=False)
    published = DateStatement(
        written="29/7/2021", value=date(2021, 7, 29), role=DateRole.PUBLISHED, where="meta"
    )
    metadata = article.metadata.model_copy(update={"published": published, "dates": (published,)})
    provenance = article.provenance.model_copy(
        update={
            "encoding": EncodingFound(
                name="windows-1256",
                evidence=Message(code="encoding_letters"),
                certain=False,
                unreadable=12,
            ),
            "remote": (RemoteReference(kind="script", url="https://a.example/1"),),
            "remote_total": 1,
        }
    )
    person.open(article.model_copy(update={"metadata": metadata, "provenance": provenance}), data)
    person.mark("مصدر أمني", "1")
    person.mark("57 شخصًا", "2")
    person.qtbot.waitUntil(lambda: person.window.banners.notice("invisible") is not None)

    person.window.desk.select(None)  # the profile of the article is seen
    QApplication.processEvents()
    assert len(_in_latin(person.window, {"57 شخصًا", "29/7/2021"})) > 3

    person.interface.choose_digits(Digits.ARABIC)
    QApplication.processEvents()

    assert person.window.typesetting.button.text() == "١٠٠٪"
    assert _in_latin(person.window, {"57 شخصًا", "29/7/2021"}) == []


def test_the_articles_own_digits_stay(person: Person) -> None:
    person.open(*a_page(["عنوان 2021", "قُتل 57 شخصًا"], picture=False))
    person.interface.choose_digits(Digits.ARABIC)
    QApplication.processEvents()
    assert "57" in person.window.view.toPlainText()
    assert "2021" in person.window.windowTitle()
