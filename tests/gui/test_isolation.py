"""A page's own words are isolated wherever the interface shows them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QMenu,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reader.gui.dialogs.contents import ContentsPopover
from reader.model.article import Article, BlockKind
from reader.text.bidi import isolate
from tests.support.libraries import a_page
from tests.support.windows import Person

EVIL = "عاجل \u202eجدا \u2069\u2067 (ABC)"
"""An override that stays open, an isolate that ends ours, one that never ends."""
SOURCE = "مصدر \u202e أمني"


@pytest.fixture
def person(qapp: QApplication, qtbot: QtBot, home: Path) -> Iterator[Person]:
    person = Person(qapp, qtbot, home)
    yield person
    person.go()


def evil_page() -> tuple[Article, bytes]:
    article, data = a_page([EVIL, f"قال {SOURCE} إن شاحنة احترقت", "آخر"], picture=False)
    title = article.blocks[0].model_copy(update={"kind": BlockKind.TITLE})
    metadata = article.metadata.model_copy(
        update={"title": EVIL, "outlet": EVIL, "author": EVIL, "canonical_url": "https://a.example"}
    )
    blocks = (title, *article.blocks[1:])
    return article.model_copy(update={"metadata": metadata, "blocks": blocks}), data


def texts(parent: QWidget) -> Iterator[tuple[str, str]]:
    """Everything that the widgets and the actions of a window say, tips and names included."""
    for widget in (parent, *parent.findChildren(QWidget)):
        where = f"{type(widget).__name__} {widget.objectName()}"
        yield f"{where} title", widget.windowTitle()
        yield f"{where} tip", widget.toolTip()
        yield f"{where} name", widget.accessibleName()
        if isinstance(widget, QLabel | QAbstractButton):
            yield where, widget.text()
        elif isinstance(widget, QMenu):
            yield where, widget.title()
        elif isinstance(widget, QComboBox):
            yield from ((where, widget.itemText(n)) for n in range(widget.count()))
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            model = widget.model()
            for row in range(model.rowCount()):
                for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                    yield f"{where} row", str(model.index(row, 0).data(role) or "")
    for action in parent.findChildren(QAction):
        yield f"action {action.objectName()}", action.text()
        yield f"action {action.objectName()} tip", action.toolTip()


def loose(parent: QWidget) -> list[tuple[str, str]]:
    """Texts in which a control of the page is without its partner: it reaches what is ours."""
    return [
        (where, ascii(text))
        for where, text in texts(parent)
        if any(line and isolate(line) != f"\u2068{line}\u2069" for line in text.split("\n"))
    ]


def test_nothing_of_the_page_escapes_into_the_window(person: Person) -> None:
    person.open(*evil_page())
    source = person.mark(SOURCE, "1")
    person.mark("شاحنة", "2")
    person.press("L")
    person.window.desk.pick(source.id)
    person.window.menus["recent"].aboutToShow.emit()
    person.runtime.drain()
    assert any("عاجل" in text for _, text in texts(person.window))

    assert loose(person.window) == []


def test_nothing_of_a_title_escapes_into_the_list_of_articles(person: Person) -> None:
    person.open(*evil_page())
    person.press("Ctrl+L")
    person.qtbot.waitUntil(lambda: person.window.start.isVisible())
    person.runtime.drain()
    assert any("عاجل" in text for _, text in texts(person.window.start))

    assert loose(person.window) == []


def test_nothing_of_a_heading_escapes_into_the_contents(person: Person) -> None:
    person.open(*evil_page())
    person.window.view.setFocus()
    person.press("F7")
    popover = QApplication.activePopupWidget()
    assert isinstance(popover, ContentsPopover)

    assert loose(popover) == []
    popover.close()
