"""The window as it is first seen: an article in its place, before anything stands around it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint, Qt
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from reader.gui.page.reading_view import ReadingView
from reader.text.bidi import isolate

if TYPE_CHECKING:
    from reader.gui.kit.fonts import Typography
    from reader.gui.kit.theme import Theme
    from reader.store.glance import Glance

Surroundings = tuple[int, int, int, int]
"""What stands around the article: before it, above it, behind it and below, in pixels."""


class FirstWindow(QMainWindow):
    """The view of the article, and nothing that can be done."""

    def __init__(
        self, theme: Theme, geometry: str = "", typography: Typography | None = None
    ) -> None:
        """The view alone.

        Args:
            theme: its first colours.
            geometry: size and place, as `Settings.geometry`.
            typography: how an article is set that is shown first.
        """
        super().__init__()
        self.setObjectName("main_window")
        self.shows_first = False
        """Whether it shows an article that is not opened yet."""
        self.view = ReadingView(theme, typography)
        if not self.restoreGeometry(QByteArray.fromBase64(geometry.encode())):
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def show_first(
        self, known: Glance, around: Surroundings, breathe: Callable[[], object] = lambda: None
    ) -> None:
        """Show a known article in its place, with nothing around it yet.

        Args:
            known: the article.
            around: the room to leave on its sides.
            breathe: called when the window is there, so that it comes to its size.
        """
        self.shows_first = True
        place = QWidget()
        before, above, behind, below = around
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            before, behind = behind, before
        column = column_of(place)
        column.setContentsMargins(before, above, behind, below)
        column.addWidget(self.view)
        self.setCentralWidget(place)
        self.name_for(known.title)
        # Its size first, so that the article is set only once; and all is painted together.
        self.setUpdatesEnabled(False)
        self.show()
        breathe()
        self.view.show_article(known.article, known.shown, direction=known.direction)
        self.view.read_from(known.position)
        self.setUpdatesEnabled(True)

    def name_for(self, title: str) -> None:
        """Name the window for an article; empty: for none."""
        name = self.tr("Isnad")
        self.setWindowTitle(f"{isolate(title)} — {name}" if title else name)

    def around(self, article: QWidget) -> Surroundings:
        """What stands around the column of the article, as long as nothing is told there."""
        centre = self.centralWidget()
        middle = centre.geometry() if centre else self.rect()
        left = article.mapTo(self, QPoint()).x()
        right = self.width() - left - article.width()
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            left, right = right, left
        return left, middle.y(), right, self.height() - middle.y() - middle.height()


def column_of(widget: QWidget) -> QVBoxLayout:
    """What is put into a widget one below the other, with no room between."""
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
