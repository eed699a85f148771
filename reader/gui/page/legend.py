"""What the marks look like and what that means: a sample of each, with its words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Final
from uuid import UUID

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from reader.gui.kit.theme import Theme
from reader.gui.page.mark_layout import PaintedMark, Shape, Stroke, look_of_status
from reader.gui.page.mark_menu import sample_icon
from reader.model.vocabulary import MarkType, Status

_SAMPLE: Final = QSize(30, 18)
_NOBODY: Final = UUID(int=0)


class Legend(QWidget):
    """A row for each look that a mark can have. It takes no focus: its rows are labels.

    Args:
        theme: whose colours the samples have.
        label: the words for a code, in the language of the interface: asked for anew when that
            changes.
    """

    def __init__(
        self, theme: Theme, label: Callable[[StrEnum], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._label = theme, label
        self._rows = [(QLabel(), QLabel()) for _ in self._looks()]
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(4)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        for sample, words in self._rows:
            words.setWordWrap(True)
            words.setProperty("kind", "muted")
            words.setTextFormat(Qt.TextFormat.PlainText)
            form.addRow(sample, words)
        self._renew()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._renew()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._renew()
        super().changeEvent(event)

    def _renew(self) -> None:
        self.setAccessibleName(self.tr("What the marks mean"))
        for (sample, words), (look, said) in zip(self._rows, self._looks(), strict=True):
            sample.setPixmap(sample_icon(look, self._theme, _SAMPLE).pixmap(_SAMPLE))
            sample.setAccessibleName(said)
            words.setText(said)

    def _looks(self) -> Iterator[tuple[PaintedMark, str]]:
        yield _look(Shape.SOLID, "source_identified"), self.tr("Source that is identified")
        yield _look(Shape.HATCHED, "source_anonymous"), self.tr("Source that is anonymous")
        claim = self._label(MarkType.CLAIM)
        for status in Status:
            colour, stroke = look_of_status(status)
            said = self.tr("{claim}: {status}").format(claim=claim, status=self._label(status))
            yield _look(Shape.LINE, colour, stroke), said
        yield _look(Shape.BAND, "highlight"), self.tr("Highlight, in the colour of its code")
        yield _look(Shape.NOTE, "note"), self.tr("Note, with a sign in the margin")
        said = self.tr("Waits for review: found in this version, with some doubt")
        yield _look(Shape.WAITING, "waiting"), said
        moved = _look(Shape.SOLID, "source_identified")._replace(moved=True)
        yield moved, self.tr("Moved since it was marked: the small arrow")


def _look(shape: Shape, colour: str, stroke: Stroke = Stroke.SOLID) -> PaintedMark:
    return PaintedMark(_NOBODY, 0, 1, shape, colour, stroke)
