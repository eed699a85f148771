"""Marking and scrolling in 0.5 MB of Arabic with 1,000 marks, in a real window.

Marking: some words in the middle of the article are selected; timed is from the press of the key
until all that it changed is painted, in the text, the list of marks and the inspector. Against one
full repaint of the view. What was marked is taken back before the next time, and saved in the
background meanwhile.

Scrolling: thirty frames, each three lines further on. Against the same without the marks.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.gui.main_window import MainWindow
from reader.gui.mark_layout import PaintedMark, painted
from tests.benchmarks._desk import MARKS, long_article, window
from tests.benchmarks._measure import compare

FRAMES = 30
KEYS = {"a source": Qt.Key.Key_1, "a claim": Qt.Key.Key_2}


def marking(shown: MainWindow, name: str, key: Qt.Key) -> None:
    view, desk = shown.view, shown.desk
    middle = len(desk.session.article.page_text) // 2 if desk.session else 0

    def begin() -> None:
        if desk.selected is not None:
            desk.undo()
        view.setFocus()
        view.select(middle, middle + 40)
        QApplication.processEvents()

    def press() -> None:
        QTest.keyClick(view, key)
        QApplication.processEvents()

    compare(f"marking {name}", press, view.viewport().repaint, rounds=25, before=begin)


def scrolling(shown: MainWindow) -> None:
    view, desk = shown.view, shown.desk
    session = desk.session
    assert session is not None
    middle = len(session.article.page_text) // 2
    marks = [found for mark in session.here() if (found := painted(mark, desk.codebook))]

    def put(shown_marks: list[PaintedMark]) -> None:
        view.set_marks(shown_marks)
        view.read_from(middle)
        QApplication.processEvents()

    def scroll() -> None:
        bar = view.verticalScrollBar()
        for _ in range(FRAMES):
            bar.setValue(bar.value() + 3 * view.fontMetrics().lineSpacing())
            QApplication.processEvents()

    compare(
        "scrolling, a frame",
        scroll,
        scroll,
        rounds=15,
        before=lambda: put(marks),
        between=lambda: put([]),
    )


def main() -> None:
    article = long_article()
    print(f"an article of {len(article.page_text.encode()) // 1024} KB, {MARKS} marks")
    with window(article) as shown:
        for name, key in KEYS.items():
            marking(shown, name, key)
        scrolling(shown)


if __name__ == "__main__":
    main()
