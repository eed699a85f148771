"""Find as you type in 0.5 MB of Arabic: a key press until it is painted, against one full repaint.

The window is real, with 1,000 marks in the article. Each call is one key press in the find bar: the
query becomes another one, is found in the whole article, counted, painted and ticked. The text is
made ready before, in the background, as when the bar is opened.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from reader.gui.commander import Services
from reader.gui.i18n import Interface
from reader.gui.main_window import MainWindow
from reader.gui.preferences import Preferences
from reader.gui.runtime import QtRuntime
from reader.gui.theme import Appearance
from reader.model.article import Article
from reader.model.vocabulary import MarkType
from reader.session.library import LibrarySession
from reader.session.maker import Maker
from reader.settings import InterfaceLanguage, Settings, ThemeChoice
from reader.store import open_library
from tests.benchmarks._measure import compare
from tests.support.desks import make_article
from tests.support.windows import SLEEPER

SIZE = 500_000
"""Bytes of UTF-8."""
MARKS = 1_000
PARAGRAPHS = (
    "قال مصدرٌ أمنيّ مسؤول لـ«الجريدة»، في 29 تموز 2021، إنّ عبوتين ناسفتين انفجرتا بالتعاقب.",
    "ونقلت BBC عن المتحدث باسم الهيئة أنّ الشرطة فتحت تحقيقًا، وأنّ المصدر ذاته نفى ذلك لاحقًا.",
    "وأضاف أنّ القوات الأمريكية في المنطقة لم تتعرّض لأي هجوم خلال الأسبوعين الماضيين.",
)


def long_article() -> Article:
    once = sum(len(p.encode()) + 1 for p in PARAGRAPHS) * 2
    return make_article([" ".join(PARAGRAPHS * 2) for _ in range(SIZE // once)])


@contextmanager
def window(article: Article) -> Iterator[MainWindow]:
    """A window with the article on its desk, marked all over and laid out to its end."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as home, open_library(Path(home)) as store:
        runtime = QtRuntime(SLEEPER)
        library = LibrarySession(store, runtime, Maker(store.agent))
        settings = Settings(language=InterfaceLanguage.AR, theme=ThemeChoice.LIGHT)
        shown = MainWindow(
            Services(
                library,
                runtime,
                Interface(app, settings.language),
                Appearance(app, settings.theme),
                Preferences(settings, lambda _: None, runtime),
            )
        )
        session = library.open_article(store.add(article, article.page_text.encode()).id)
        step = len(article.page_text) // MARKS
        for n, at in enumerate(range(0, step * MARKS, step)):
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


def typing(shown: MainWindow, letters: str) -> Callable[[], None]:
    """Types the next of the letters, in a circle; `<` takes the last one back, `|` all of them."""
    field, keys = shown.finding.bar.field, cycle(letters)

    def press() -> None:
        letter = next(keys)
        if letter == "|":
            field.selectAll()
            letter = next(keys)
        key, text = (Qt.Key.Key_Backspace, "") if letter == "<" else (Qt.Key.Key_unknown, letter)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
            QApplication.sendEvent(field, event)
        QApplication.processEvents()

    return press


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    article = long_article()
    print(f"an article of {len(article.page_text.encode()) // 1024} KB, {MARKS} marks")
    with window(article) as shown:
        finding, view = shown.finding, shown.view
        finding.open()
        finding.bar.field.setText("قال")
        while not finding.bar.next.isEnabled():
            QApplication.processEvents()

        def repaint() -> None:
            view.viewport().repaint()

        for name, first, letters in (
            ("a letter more or less of a word", "مصد", "ر<"),
            ("the first letter of a word", "", "|ا|ل|و|ن"),
            ("a word that is not there", "باري", "س<"),
        ):
            for whole in (False, True):
                finding.bar.whole_words.setChecked(whole)
                finding.bar.field.setText(first)
                compare(name + ", whole" * whole, typing(shown, letters), repaint, rounds=12)


if __name__ == "__main__":
    main()
