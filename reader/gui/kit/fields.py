"""Fields of a form: each shows one value and tells when a person has given another.

No field knows what its value means; the use cases do. What is typed is taken over on Enter, when
the field is left, at a pause, and when `settle` asks for it. Typing has no undo of its own: the
keys go on to the article's one history.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QElapsedTimer, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from reader.gui.kit.controls import Box, Combo
from reader.gui.kit.layouts import titled
from reader.model.summary import Language
from reader.session import typed
from reader.text.bidi import first_strong, isolate
from reader.wording import label

PAUSE = 900
"""Milliseconds without a key after which half-typed words are taken over."""
LONGEST = 5000
"""Milliseconds of typing without a pause after which words are taken over all the same."""
_LINES = (2, 10)
"""Fewest and most lines of a paragraph before it scrolls."""
_FRAME = 7
"""Border and padding of a paragraph, above and below, as the style sheet has them."""


class Choice(Combo):
    """One of a closed list."""

    edited = Signal(object)

    def __init__(self, kind: type[StrEnum], language: Language, *, empty: str = "") -> None:
        super().__init__()
        # Qt hands a StrEnum back as a bare string, so the members are kept here.
        self._members: list[StrEnum | None] = [*([None] if empty else []), *kind]
        self.addItems([titled(label(m, language)) if m else empty for m in self._members])
        self._value: object = None
        self.setCurrentIndex(-1)
        self.activated.connect(self._on_activated)

    def set_value(self, value: object) -> None:
        self._value = value
        self.setCurrentIndex(next((i for i, m in enumerate(self._members) if m == value), -1))

    def set_locked(self, locked: bool) -> None:
        self.setEnabled(not locked)

    def settle(self) -> None:
        """Nothing waits: a choice is taken over at once."""

    @property
    def is_typed(self) -> bool:
        return False

    def _on_activated(self, at: int) -> None:
        if self._members[at] != self._value:
            self._value = self._members[at]
            self.edited.emit(self._value)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and _is_letter(event):
            event.accept()  # letters look for a member of the list
            return True
        return super().event(event)


class Tick(Box):
    """Yes or no."""

    edited = Signal(object)

    def __init__(self, words: str = "") -> None:
        super().__init__(words)
        self.clicked.connect(lambda on: self.edited.emit(on))

    def set_value(self, value: object) -> None:
        self.setChecked(bool(value))

    def set_locked(self, locked: bool) -> None:
        self.setEnabled(not locked)

    def settle(self) -> None:
        """Nothing waits: a tick is taken over at once."""

    @property
    def is_typed(self) -> bool:
        return False


class Line(QLineEdit):
    """A line of words. It stands at the side where its words begin; empty, as the interface."""

    edited = Signal(object)
    typing = Signal()
    """Words may have begun, or ceased, to wait: see `is_typed`."""

    def __init__(self) -> None:
        super().__init__()
        self._value: object = self.read("")
        self._shown = ""
        self._pause = _Pause(self, lambda: self._take(finished=False))
        self.textChanged.connect(self._on_text_changed)
        self.editingFinished.connect(self.settle)
        self._align()

    @staticmethod
    def read(text: str) -> object:
        """The value of what is typed.

        Raises:
            ValueError: it has none.
        """
        return typed.one_line(text)

    @staticmethod
    def written(value: object) -> str:
        return str(value or "")

    @property
    def is_typed(self) -> bool:
        """Whether there are words that have not been taken over."""
        return self.text() != self._shown

    def set_value(self, value: object) -> None:
        """Show a value. Words that mean it already stay as they were typed."""
        if value != self._value or self.is_typed:
            self._shown = self.written(value)  # first: what is shown is not typed
            self.setText(self._shown)
            if not self.hasFocus():
                self.setCursorPosition(0)
        self._value, self._shown = value, self.text()
        self._pause.stop()
        self._mark_wrong(False)
        self.typing.emit()

    def set_locked(self, locked: bool) -> None:
        if locked != self.isReadOnly():
            self.setReadOnly(locked)
            _restyle(self)

    def settle(self) -> None:
        """Take over what is typed, if it means anything."""
        self._take(finished=True)

    def _take(self, *, finished: bool) -> None:
        self._pause.stop()
        if not self.is_typed:
            return
        try:
            value = self.read(self.text())
        except ValueError:
            self._mark_wrong(finished)
            return
        self._shown = self.text()
        self._mark_wrong(False)
        self.typing.emit()
        if value != self._value:
            self._value = value
            self.edited.emit(value)

    def _on_text_changed(self) -> None:
        self._align()
        if self.is_typed:
            self._pause.key()
        self.typing.emit()

    def _align(self) -> None:
        # Qt puts words to the side where they begin, but an empty line to the left.
        plain = Qt.AlignmentFlag.AlignLeft
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        own = (Qt.AlignmentFlag.AlignRight if rtl else plain) | Qt.AlignmentFlag.AlignAbsolute
        side = plain if first_strong(self.text()) else own
        self.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)

    def _mark_wrong(self, wrong: bool) -> None:
        if wrong != bool(self.property("wrong")):
            self.setProperty("wrong", wrong)
            self.setToolTip(self.explanation() if wrong else "")
            _restyle(self)

    def explanation(self) -> str:
        """What would have been understood."""
        return ""

    def event(self, event: QEvent) -> bool:
        return False if _asks_for_history(event) else super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()


class Day(Line):
    """A day, or nothing. What is no day is marked, and not taken over."""

    def __init__(self) -> None:
        super().__init__()
        self._retranslate()

    @staticmethod
    def read(text: str) -> object:
        return typed.day(text) if text.strip() else None

    @staticmethod
    def written(value: object) -> str:
        return value.isoformat() if isinstance(value, date) else ""

    def explanation(self) -> str:
        said = self.tr("Write the day as {day} or {other}.")
        return said.format(day=isolate("2021-07-29"), other=isolate("29/7/2021"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setPlaceholderText(self.tr("such as {day}").format(day=isolate("2021-07-29")))


class Names(Line):
    """Several names on one line."""

    @staticmethod
    def read(text: str) -> object:
        return typed.names(text)

    @staticmethod
    def written(value: object) -> str:
        found = value if isinstance(value, tuple) else ()
        rtl = first_strong("".join(found)) == "rtl"
        return ("، " if rtl else ", ").join(found)


class Paragraph(QTextEdit):
    """Words of any length, plain: each paragraph runs as its own words do. It grows with them.

    (A QPlainTextEdit would put every paragraph to the same side.)
    """

    edited = Signal(object)
    typing = Signal()
    """Words may have begun, or ceased, to wait: see `is_typed`."""

    def __init__(self) -> None:
        super().__init__()
        self._value = ""
        self._shown = ""
        self._pause = _Pause(self, self.settle)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())
        self._align()
        self._fit()

    @property
    def is_typed(self) -> bool:
        """Whether there are words that have not been taken over."""
        return self.toPlainText() != self._shown

    def set_value(self, value: object) -> None:
        """Show a text. Words that are there already stay, and the caret with them."""
        text = str(value or "")
        if text != self._value or self.is_typed:
            at = self.textCursor().position()
            self._shown = text  # first: what is shown is not typed
            self.setPlainText(text)
            if self.hasFocus():
                cursor = self.textCursor()
                cursor.setPosition(min(at, self.document().characterCount() - 1))
                self.setTextCursor(cursor)
        self._value, self._shown = text, self.toPlainText()
        self._pause.stop()
        self.typing.emit()

    def set_locked(self, locked: bool) -> None:
        if locked != self.isReadOnly():
            self.setReadOnly(locked)
            _restyle(self)

    def settle(self) -> None:
        """Take over what is typed."""
        self._pause.stop()
        if self.is_typed:
            self._value = self._shown = self.toPlainText()
            self.typing.emit()
            self.edited.emit(self._value)

    def _on_text_changed(self) -> None:
        self._align()
        if self.is_typed:
            self._pause.key()
        self.typing.emit()

    def _align(self) -> None:
        option: QTextOption = self.document().defaultTextOption()
        empty = self.document().isEmpty()
        side = self.layoutDirection() if empty else Qt.LayoutDirection.LayoutDirectionAuto
        if option.textDirection() is not side:
            option.setTextDirection(side)
            self.document().setDefaultTextOption(option)

    def _fit(self) -> None:
        margins = 2 * self.document().documentMargin()
        fewest, most = (self.fontMetrics().lineSpacing() * lines + margins for lines in _LINES)
        words = self.document().size().height()
        self.setFixedHeight(round(min(max(words, fewest), most)) + 2 * _FRAME)

    def event(self, event: QEvent) -> bool:
        return False if _asks_for_history(event) else super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.settle()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.ShortcutFocusReason:
            self.moveCursor(QTextCursor.MoveOperation.End)


Field = Choice | Tick | Line | Paragraph


def _restyle(widget: QWidget) -> None:
    """Have the style sheet look at the widget's properties again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


class _Pause(QTimer):
    """Runs out a moment after the last key, or under steady typing once it took too long.

    So much at most is lost with the power.
    """

    def __init__(self, parent: QWidget, take: Callable[[], None]) -> None:
        super().__init__(parent, singleShot=True)
        self._first = QElapsedTimer()
        self.timeout.connect(take)

    def key(self) -> None:
        """A key was pressed."""
        if not self.isActive():
            self._first.start()
        left = LONGEST - self._first.elapsed()
        self.start(max(0, min(PAUSE, left)))


def _asks_for_history(event: QEvent) -> bool:
    """Whether a key asks for undo or redo: left to the article's history, and so ignored."""
    kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
    if event.type() not in kinds or not isinstance(event, QKeyEvent):
        return False
    keys = QKeySequence.StandardKey
    asked = event.matches(keys.Undo) or event.matches(keys.Redo)
    if asked:
        event.ignore()
    return asked


def _is_letter(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent):
        return False
    return event.text().isprintable() and event.text() != "" and not event.modifiers()
