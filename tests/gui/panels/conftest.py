"""An article on a desk, in a library of a temporary folder; panels beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from reader.gui.desk.desk_controller import DeskController
from reader.gui.kit.i18n import Interface
from reader.gui.kit.theme import Appearance, Theme
from reader.model.article import Article
from reader.model.errors import Message
from reader.model.vocabulary import MarkType
from reader.session.article import ArticleSession
from reader.session.edits import Change
from reader.session.library import LibrarySession
from reader.session.maker import Maker
from reader.session.runtime import InlineRuntime
from reader.settings import InterfaceLanguage, ThemeChoice
from reader.store import Store
from tests.support.desks import span_of
from tests.support.seed import seed_article

# The offscreen platform has no windows to raise and no keyboard to grab.
OFFSCREEN = "This plugin does not support"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore(OFFSCREEN))


@dataclass
class Seat:
    """Somebody at a desk."""

    controller: DeskController
    interface: Interface
    theme: Theme
    runtime: InlineRuntime
    qtbot: Any
    changes: list[Change] = field(default_factory=list)
    refused: list[Message] = field(default_factory=list)
    told: list[Message] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.controller.desk_changed.connect(self.changes.append)
        self.controller.refused.connect(self.refused.append)
        self.controller.told.connect(self.told.append)

    @property
    def session(self) -> ArticleSession:
        assert self.controller.session is not None
        return self.controller.session

    def mark(self, kind: MarkType, words: str, occurrence: int = 1, **fields: Any) -> UUID:
        """Mark words, as if before the test began."""
        span = span_of(self.session.article, words, occurrence)
        mark = self.session.add_mark(kind, *span, **fields)
        self.changes.clear()
        return mark.id

    def source(self, words: str, occurrence: int = 1) -> UUID:
        return self.mark(MarkType.SOURCE, words, occurrence)

    def claim(self, words: str, occurrence: int = 1) -> UUID:
        return self.mark(MarkType.CLAIM, words, occurrence)

    def link(self, claim: UUID, source: UUID) -> UUID:
        relation = self.session.link(claim, source)
        self.changes.clear()
        return relation.id

    def show(self, widget: QWidget, width: int = 320, height: int = 900) -> None:
        self.qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        widget.activateWindow()
        self.qtbot.waitUntil(widget.isActiveWindow)


@pytest.fixture(scope="session")
def appearance(qapp: QApplication) -> Appearance:
    return Appearance(qapp, ThemeChoice.LIGHT)


@pytest.fixture
def sit(
    qapp: QApplication, qtbot: Any, appearance: Appearance, tmp_path: Path
) -> Iterator[Callable[..., Seat]]:
    """Open an article and sit down at it: `sit("ar")`, `sit(write=False)`, `sit(article=…)`."""
    interface = Interface(qapp, InterfaceLanguage.EN)
    with ExitStack() as open_stores:

        def at(language: str = "en", *, write: bool = True, article: Article | None = None) -> Seat:
            interface.choose(InterfaceLanguage(language))
            found = article or seed_article()
            home = tmp_path / "library"
            if not home.exists():
                with Store.open(home, write=True) as store:
                    store.add(found, found.page_text.encode())
            store = open_stores.enter_context(Store.open(home, write=write))
            runtime = InlineRuntime()
            library = LibrarySession(store, runtime, Maker(UUID(int=0xA)))
            controller = DeskController(library, interface)
            controller.put(library.open_article(library.articles()[0].id))
            return Seat(controller, interface, appearance.theme, runtime, qtbot)

        yield at
    interface.choose(InterfaceLanguage.EN)
