from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.model.article import Article
from reader.model.library import ArticleFile
from reader.store import Store
from tests.support.libraries import Clock, a_library


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def home(home: Path) -> Path:
    """The place of the library: not there yet, in a folder that is."""
    home.parent.mkdir(exist_ok=True)
    return home


@pytest.fixture
def store(home: Path, clock: Clock) -> Iterator[Store]:
    """A library with one article, whose only mark is a source with an entity."""
    with a_library(home, clock) as store:
        yield store


@pytest.fixture
def record(store: Store) -> ArticleFile:
    return store.articles()[0]


@pytest.fixture
def folder(store: Store, record: ArticleFile) -> Path:
    """The folder of the article."""
    return store.home / "articles" / str(record.id)


@pytest.fixture
def article(store: Store, record: ArticleFile) -> Article:
    return store.text(record.id, record.current_version)
