"""A real window with a long article on its desk, marked all over: for the benchmarks that use one.

0.5 MB of Arabic in UTF-8, 1,000 marks: sources and claims in turn, as far apart as they can be.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QApplication

from reader.gui.desk.runtime import QtRuntime
from reader.gui.desk.services import Services
from reader.gui.kit.i18n import Interface
from reader.gui.kit.preferences import Preferences
from reader.gui.kit.theme import Appearance
from reader.gui.window.main_window import MainWindow
from reader.model.article import Article
from reader.model.vocabulary import MarkType
from reader.session.library import LibrarySession
from reader.session.maker import Maker
from reader.settings import InterfaceLanguage, Settings, ThemeChoice
from reader.store import open_library
from tests.support.desks import make_article
from tests.support.windows import SLEEPER

SIZE: Final = 500_000
"""Bytes of UTF-8."""
MARKS: Final = 1_000
PARAGRAPHS: Final = (
    "قال مصدرٌ أمنيّ مسؤول لـ«الجريدة»، في 29 تموز 2021، إنّ عبوتين ناسفتين انفجرتا بالتعاقب.",
    "ونقلت BBC عن المتحدث باسم الهيئة أنّ الشرطة فتحت تحقيقًا، وأنّ المصدر ذاته نفى ذلك لاحقًا.",
    "وأضاف أنّ القوات الأمريكية في المنطقة لم تتعرّض لأي هجوم خلال الأسبوعين الماضيين.",
)


def long_article() -> Article:
    """Paragraphs of nine sentences, beginning with each of them in turn."""
    found, size = [], 0
    while size < SIZE:
        first = len(found) % 3
        found.append(" ".join((*PARAGRAPHS[first:], *PARAGRAPHS[:first]) * 3))
        size += len(found[-1].encode()) + 1
    return make_article(found)


@contextmanager
def window(article: Article, marks: int = MARKS) -> Iterator[MainWindow]:
    """A window with the article on its desk, marked and laid out to its end."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as home, open_library(Path(home)) as store:
        runtime = QtRuntime(SLEEPER)
        library = LibrarySession(store, runtime, Maker(store.agent))
        settings = Settings(language=InterfaceLanguage.AR, theme=ThemeChoice.LIGHT)
        services = Services(
            library,
            runtime,
            Interface(app, settings.language),
            Appearance(app, settings.theme),
            Preferences(settings, lambda _: None, runtime),
        )
        shown = MainWindow(services.appearance.theme)
        shown.furnish(services)
        session = library.open_article(store.add(article, article.page_text.encode()).id)
        step = len(article.page_text) // marks
        for n, at in enumerate(range(0, step * marks, step)):
            session.add_mark((MarkType.SOURCE, MarkType.CLAIM)[n % 2], at, at + step // 3)
        shown.showNormal()
        shown.resize(1366, 768)
        shown.desk.put(session)
        while shown.view.document().lastBlock().layout().lineCount() == 0:
            app.processEvents()
        yield shown
        session.flush()
        shown.close()
        runtime.close()
