"""A colour of the palette, and how it looks as a marker's stroke in every theme."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from reader.gui.kit.icons import swatch
from reader.gui.kit.theme import Theme
from reader.model.summary import Language
from reader.session.palette import palette

_THEMES: Final = ("light", "sepia", "dark")
_HEIGHT: Final = 44
_GAP: Final = 8


class ColourPicker(QWidget):
    """A button for each colour. A colour from elsewhere has one too, while it is the one."""

    edited = Signal(object)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.buttons: dict[str, QToolButton] = {}
        for shade in palette():
            self._add(shade.colour, shade.labels[language])
        self._row.addStretch(1)
        self._foreign = ""

    def set_value(self, colour: str) -> None:
        """Show which colour it is; none, for what has none yet."""
        if self._foreign and self._foreign != colour:
            gone = self.buttons.pop(self._foreign)
            self._group.removeButton(gone)
            gone.hide()
            gone.deleteLater()
            self._foreign = ""
        if colour and colour not in self.buttons:
            self._add(colour, colour)
            self._foreign = colour
        self._group.setExclusive(False)
        for own, button in self.buttons.items():
            button.setChecked(own == colour)
        self._group.setExclusive(True)

    def set_locked(self, locked: bool) -> None:
        for button in self.buttons.values():
            button.setEnabled(not locked)

    def _add(self, colour: str, name: str) -> None:
        button = QToolButton()
        button.setCheckable(True)
        button.setIcon(swatch(colour))
        button.setIconSize(QSize(18, 18))
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setProperty("kind", "shade")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: self.edited.emit(colour))
        self._group.addButton(button)
        self._row.insertWidget(len(self.buttons), button)
        self.buttons[colour] = button


class MarkerSample(QWidget):
    """Words with a marker's stroke, on a page of each theme."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words
        self._colour = ""
        self._themes = [Theme.load(name) for name in _THEMES]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("How the colour looks: light, sepia, dark"))

    def set_value(self, colour: str, words: str) -> None:
        """Show a colour on these words."""
        self._colour, self._words = colour, words or self._words
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(260, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for box, theme in self._pages():
                self._page(painter, box, theme)

    def _pages(self) -> Iterator[tuple[QRectF, Theme]]:
        themes, count = self._themes, len(self._themes)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            themes = themes[::-1]
        width = (self.width() - (count - 1) * _GAP) / count
        for at, theme in enumerate(themes):
            page = QRectF(at * (width + _GAP), 0, width, _HEIGHT)
            yield page.adjusted(0.5, 0.5, -0.5, -0.5), theme

    def _page(self, painter: QPainter, box: QRectF, theme: Theme) -> None:
        painter.setPen(QPen(theme.colour("border_strong"), 1))
        painter.setBrush(theme.colour("page"))
        painter.drawRoundedRect(box, 6, 6)
        metrics = painter.fontMetrics()
        words = metrics.elidedText(
            self._words, Qt.TextElideMode.ElideRight, round(box.width()) - 16
        )
        # As in the text: over the lower half of the letters, and a little below them.
        width = metrics.horizontalAdvance(words)
        baseline = box.center().y() + (metrics.ascent() - metrics.descent()) / 2
        em = painter.font().pixelSize() if painter.font().pixelSize() > 0 else metrics.ascent()
        if self._colour:
            band = QRectF(0, baseline - em * 0.3, width + 4, em * 0.56)
            band.moveLeft(box.center().x() - band.width() / 2)
            painter.fillRect(band, QColor(theme.code_colour(self._colour)))
        painter.setPen(theme.colour("ink"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()
