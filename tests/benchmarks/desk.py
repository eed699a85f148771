"""Marking and scrolling in 0.5 MB of Arabic with 1,000 marks, in a real window.

Marking: some words in the middle of the article are selected; timed is from the press of the key
until the mark is painted in the text, and then again until all that it changed is painted: the
list of marks, the inspector, the outline of what is selected. Against one full repaint of the
view. What was marked is taken back before the next time, and saved in the background meanwhile.

Scrolling: thirty frames, each three lines further on. Against the same without the marks.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.gui.page.mark_layout import PaintedMark, painted
from reader.gui.page.reading_view import ReadingView
from reader.gui.window.main_window import MainWindow
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

    whole = view.viewport().repaint
    until_seen = _until_painted(view)
    compare(f"marking {name}, seen", press, whole, rounds=25, before=begin, timed=until_seen)
    compare(f"marking {name}, all done", press, whole, rounds=25, before=begin)


def _until_painted(view: ReadingView) -> Callable[[Callable[[], object]], float]:
    """Times a call until the view has been painted for the first time in it."""
    ends: list[float] = []
    paint = view.paintEvent

    def paint_event(event: QPaintEvent) -> None:
        paint(event)
        ends.append(time.perf_counter())

    def timed(call: Callable[[], object]) -> float:
        ends.clear()
        start = time.perf_counter()
        call()
        return ends[0] - start

    view.paintEvent = paint_event  # type: ignore[method-assign]
    return timed


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
