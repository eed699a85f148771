"""Two whole programs that tell when their text was first painted, and wait to be ended.

`python -m tests.benchmarks._windows isnad PAGE` is the program itself, opened on a page.
`python -m tests.benchmarks._windows bare TEXT` is the least that PySide6 needs to show a text.
Both tell it in one and the same way: the view's own painting is over.
"""

from __future__ import annotations

import gc
import sys
import time
from pathlib import Path
from typing import Any


def _tell() -> None:
    """Say when it was: by a clock that all processes of a machine share."""
    print(time.monotonic(), flush=True)


def isnad(page: str) -> int:
    """The program as `isnad PAGE` starts it."""
    gc.disable()  # as `main` does before it loads what is loaded here already
    from reader.__main__ import main
    from reader.gui.page.page_view import PageView

    paint, shown = PageView.paintEvent, PageView.show_article
    waiting = [False]

    def show_article(view: PageView, *args: Any, **more: Any) -> None:
        shown(view, *args, **more)
        waiting[0] = True

    def paint_event(view: PageView, event: Any) -> None:
        paint(view, event)
        if waiting[0]:
            waiting[0] = False
            _tell()

    PageView.show_article = show_article  # type: ignore[method-assign]
    PageView.paintEvent = paint_event  # type: ignore[method-assign]
    sys.argv[1:] = [page]
    return main()


def bare(text: str) -> int:
    """A text view in a window, and nothing else."""
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QTextBrowser

    class View(QTextBrowser):
        painted = False

        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt names it
            super().paintEvent(event)
            if not self.painted:
                self.painted = True
                _tell()

    app = QApplication(sys.argv[:1])
    view = View()
    view.setPlainText(Path(text).read_text("utf-8"))
    view.showMaximized()
    return app.exec()


if __name__ == "__main__":
    sys.exit({"isnad": isnad, "bare": bare}[sys.argv[1]](sys.argv[2]))
