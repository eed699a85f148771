"""What the tests of the page share: fonts loaded, a theme, a view that is on the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.gui.kit.fonts import Typography, load_fonts
from reader.gui.kit.theme import Theme
from reader.gui.page.document_style import Style
from reader.gui.page.reading_view import ReadingView
from reader.model.article import Article
from tests.support.pages import shown_in
from tests.support.windows import Person

Sit = Callable[..., Person]


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> None:
    load_fonts()


@pytest.fixture(scope="session")
def style(fonts: None) -> Style:
    return Style(Typography(), Theme.load("light"))


@pytest.fixture
def page(fonts: None, qtbot: Any) -> Callable[..., ReadingView]:
    """Shows an article in a reading view of 900 by 700 pixels."""

    def show(article: Article, *, theme: str = "light", **options: Any) -> ReadingView:
        worn = Theme.load(theme)
        view = ReadingView(worn)
        view.setPalette(worn.palette())
        qtbot.addWidget(view)
        view.resize(900, 700)
        with qtbot.waitActive(view):
            view.show()
            view.activateWindow()
        view.show_article(article, options.pop("shown", shown_in(article)), **options)
        view.setFocus()
        return view

    return show


@pytest.fixture
def sit(qapp: QApplication, qtbot: QtBot, home: Path) -> Iterator[Sit]:
    people: list[Person] = []

    def _sit(**options: Any) -> Person:
        people.append(Person(qapp, qtbot, home, **options))
        return people[-1]

    yield _sit
    for person in people:
        person.go()


@pytest.fixture
def person(sit: Sit) -> Person:
    person = sit()
    person.open()
    return person


@pytest.fixture(autouse=True)
def _locale_left_as_it_was_found() -> Iterator[None]:
    """An interface that spoke Arabic would write the days of the next test in Arabic."""
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.fixture(autouse=True)
def _clipboard_left_empty() -> Iterator[None]:
    """Without a screen Qt frees the clipboard after Python has gone, and what Python put there."""
    yield
    if QApplication.instance() is not None:
        QApplication.clipboard().clear()
