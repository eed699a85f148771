"""The slim bars that stand for blocks left out of an article: real buttons, for every reader."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QWidget

from reader.gui.kit.fonts import interface_font
from reader.gui.kit.theme import Theme
from reader.gui.page.document import Collapsed
from reader.text.bidi import isolate


class CollapsedBar(QPushButton):
    """One bar: how many paragraphs, and the first words of the first of them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("collapsed")
        self.setFont(interface_font())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.run: Collapsed | None = None

    def show_run(self, run: Collapsed, place: QRect) -> None:
        if run is not self.run or place.width() != self.width():
            self.run = run
            self._describe(place.width())
        self.setGeometry(place)
        self.show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self.run:
            self._describe(self.width())
        super().changeEvent(event)

    def _describe(self, width: int) -> None:
        if self.run is None:
            return
        count = self.tr("%n paragraph(s) may not belong to the article", "", self.run.paragraphs)
        words = " ".join(self.run.first_words.split())
        self.setAccessibleName(f"{count}: {words}")
        self.setAccessibleDescription(self.tr("Brings them into the article"))
        metrics = self.fontMetrics()
        room = width - metrics.horizontalAdvance(count) - 90
        elided = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(room, 0))
        parts = (count, elided) if elided.strip("…") else (count,)
        text = "  ·  ".join(map(isolate, parts))
        self.setText(text.replace("&", "&&"))


class CollapsedBars(QObject):
    """Shows a bar for each run that is on the screen; the others need none."""

    def __init__(self, viewport: QWidget, choose: Callable[[Collapsed], None]) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self._choose = choose
        self._bars: dict[int, CollapsedBar] = {}
        self._icon: QIcon | None = None
        self._theme: Theme | None = None

    def set_theme(self, theme: Theme) -> None:
        self._theme, self._icon = theme, None
        for bar in self._bars.values():
            bar.setIcon(self._drawn())

    def place(self, runs: Iterable[tuple[Collapsed, QRect]]) -> None:
        """Show these runs' bars, each in its rectangle of the viewport, and no others."""
        wanted = {run.position: (run, rect) for run, rect in runs}
        idle = [at for at in self._bars if at not in wanted]
        for position, (run, rect) in wanted.items():
            if position not in self._bars:
                self._bars[position] = self._bars.pop(idle.pop()) if idle else self._new()
            self._bars[position].show_run(run, rect)
        for position in idle:
            self._bars[position].hide()
        for before, after in pairwise(sorted(wanted)):
            QWidget.setTabOrder(self._bars[before], self._bars[after])

    def _new(self) -> CollapsedBar:
        bar = CollapsedBar(self._viewport)
        bar.setIcon(self._drawn())
        bar.clicked.connect(lambda: bar.run and self._choose(bar.run))
        return bar

    def _drawn(self) -> QIcon:
        """The icon of a bar: most articles have none."""
        if self._icon is None and self._theme is not None:
            from reader.gui.kit.icons import icon  # when it is needed: it takes a while to load

            self._icon = icon("chevron-down", self._theme, "muted")
        return self._icon or QIcon()
