"""Words of a version with what stands around them; what the other version lacks is marked.

Page-made words come in through a cursor, with formats of ours: never as markup.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QTextEdit

from reader.anchoring import Span
from reader.gui.kit.theme import Theme
from reader.session.excerpts import Excerpt
from reader.text.bidi import first_strong
from reader.text.utf16 import Utf16Map

_LOWEST, _HIGHEST = 46, 104
"""Pixels of the logical screen: what is longer is scrolled."""
_LOW: Final = 620
"""Of a window that is lower than this an excerpt takes no more than `_MODEST` pixels."""
_MODEST: Final = 66
_LONGEST: Final = 4_000
"""Code points of an excerpt that are shown: more is read in the text itself."""
_BREAKS: Final = str.maketrans({"\n": " ", "\u2028": " ", "\u2029": " ", "\ufffc": " "})
"""On one line, each character in its place."""


class ExcerptView(QTextEdit):
    """Shows one excerpt; it can be selected and copied, and scrolled by key.

    Args:
        gone: whether it is the older of two: what differs is struck through, else underlined.
    """

    def __init__(self, theme: Theme, *, gone: bool) -> None:
        super().__init__()
        self._theme, self._gone = theme, gone
        self._shown: Excerpt | None = None
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setProperty("kind", "excerpt")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def show_excerpt(self, excerpt: Excerpt) -> None:
        """Show other words."""
        self._shown = excerpt
        self._write()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._write()

    def sizeHint(self) -> QSize:
        high = round(self.document().size().height()) + 2 * self.frameWidth() + 2
        most = _MODEST if self.window().height() < _LOW else _HIGHEST
        return QSize(super().sizeHint().width(), min(max(high, _LOWEST), most))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, _LOWEST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()  # as high as its lines are at this width
        self._show_words()

    def _show_words(self) -> None:
        """Scroll to the words, where what stands before them takes all the room."""
        if self._shown is not None:
            self.ensureCursorVisible()

    def _write(self) -> None:
        excerpt = self._shown
        self.clear()
        if excerpt is None:
            return
        text = excerpt.text[:_LONGEST].translate(_BREAKS)
        cursor = QTextCursor(self.document())
        block = QTextBlockFormat()
        rtl = first_strong(text) == "rtl"
        block.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        )
        cursor.setBlockFormat(block)
        cursor.insertText(text, self._around())
        for span, form in (
            (excerpt.span, self._own()),
            *((one, self._differing()) for one in excerpt.differing),
        ):
            self._format(cursor, text, span, form)
        cursor.setPosition(_units(text, excerpt.span.start))
        self.setTextCursor(cursor)
        self.updateGeometry()
        self._show_words()

    @staticmethod
    def _format(cursor: QTextCursor, text: str, span: Span, form: QTextCharFormat) -> None:
        cursor.setPosition(_units(text, span.start))
        cursor.setPosition(_units(text, span.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(form)

    def _around(self) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setForeground(self._theme.colour("muted"))
        return form

    def _own(self) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setForeground(self._theme.colour("ink"))
        form.setFontWeight(QFont.Weight.DemiBold)
        return form

    def _differing(self) -> QTextCharFormat:
        """Told apart without its colour, too: struck through or underlined."""
        form = QTextCharFormat()
        role = "danger" if self._gone else "success"
        form.setForeground(self._theme.colour(role))
        form.setBackground(self._theme.colour(f"{role}_soft"))
        form.setFontStrikeOut(self._gone)
        form.setFontUnderline(not self._gone)
        return form


def _units(text: str, offset: int) -> int:
    """The offset in UTF-16 units, as Qt counts; the end where the text was cut before it."""
    return Utf16Map(text).to_utf16(min(offset, len(text)))
