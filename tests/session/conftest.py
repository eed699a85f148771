"""A library in a temporary folder, with everything run on the spot."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.model.errors import ReaderError
from reader.session.article import ArticleSession
from reader.session.library import LibrarySession
from reader.session.maker import Maker
from reader.session.runtime import InlineRuntime
from reader.store import Store


class Desk:
    """A person at a library: opens pages, and hears what comes of it."""

    def __init__(self, store: Store, runtime: InlineRuntime | None = None) -> None:
        self.store = store
        self.runtime = runtime or InlineRuntime()
        self.library = LibrarySession(store, self.runtime, Maker(store.agent))
        self.errors: list[ReaderError] = []
        self.steps: list[str] = []
        self.opened: list[ArticleSession] = []

    def open(self, path: Path) -> ArticleSession:
        self.library.open_page(path, self.opened.append, self.errors.append, self.note)
        assert self.opened, self.errors
        return self.opened.pop()

    def fail(self, path: Path) -> str:
        """Open a page that cannot be opened; the code of the error."""
        self.library.open_page(path, self.opened.append, self.errors.append, self.note)
        assert not self.opened
        return self.errors.pop().message.code

    def note(self, step: str, _fraction: float) -> None:
        self.steps.append(step)


@pytest.fixture
def sit(home: Path) -> Iterator[Callable[..., Desk]]:
    """Sit down at the library, for writing; a second time is a second program."""
    stores: list[Store] = []

    def at(*, write: bool = True, runtime: InlineRuntime | None = None) -> Desk:
        stores.append(Store.open(home, write=write))
        return Desk(stores[-1], runtime)

    yield at
    for store in stores:
        store.close()


PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title>
<link rel="canonical" href="{url}"></head><body><article><h1>{title}</h1>
{body}</article></body></html>"""

BODY = (
    'ووفقًا لمصدر أمني، فإن "عبوتين ناسفتين انفجرتا ظهر اليوم قرب الطريق السريع"، وأصيبت شاحنة.',
    "وقال شهود عيان إن حركة المرور توقفت ساعتين على الطريق الذي يربط المدينة بجنوبها.",
    "وأضاف المصدر أن فرق الإنقاذ وصلت إلى المكان بعد وقت قصير من وقوع الانفجار.",
)


@pytest.fixture
def page(tmp_path: Path) -> Callable[..., Path]:
    """Write a saved page; returns its path."""

    def write(
        name: str = "page.html",
        *,
        title: str = "انفجار قرب الطريق السريع",
        url: str = "https://news.example/a/1",
        body: tuple[str, ...] = BODY,
        encoding: str = "utf-8",
    ) -> Path:
        html = PAGE.format(title=title, url=url, body="\n".join(f"<p>{p}</p>" for p in body))
        path = tmp_path / name
        path.write_bytes(html.encode(encoding))
        return path

    return write
