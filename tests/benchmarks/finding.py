"""Find as you type in 0.5 MB of Arabic: a key press until it is painted, against one full repaint.

The window is real, with 1,000 marks in the article. Each call is one key press in the find bar: the
query becomes another one, is found in the whole article, counted, painted and ticked. The text is
made ready before, in the background, as when the bar is opened.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import cycle

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from reader.gui.window.main_window import MainWindow
from tests.benchmarks._desk import MARKS, long_article, window
from tests.benchmarks._measure import compare


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
