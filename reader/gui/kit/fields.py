"""Fields of a form: each shows one value and tells when a person has given another.

No field knows what its value means; the use cases do. What is typed is taken over on Enter, when
the field is left, at a pause, and when `settle` asks for it. Typing has no undo of its own: the
keys go on to the article's one history.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QTextEdit

from reader.gui.kit.controls import Box, Combo
from reader.gui.kit.layouts import titled
from reader.gui.kit.theme import restyle
from reader.gui.kit.writing import AlignedLine, Pause, asks_for_history
from reader.model.summary import Language
from reader.session import typed
from reader.text.bidi import first_strong, isolate
from reader.wording import label

_LINES = (2, 10)
"""Fewest and most lines of a paragraph before it scrolls."""
_BESIDE = 28
"""Border, padding and margin of a line, beside its words, with room for the caret."""
_FRAME = 7
"""Border and padding of a paragraph, above and below, as the style sheet has them."""


class _AtOnce:
    """A field in which nothing waits: its value is taken over at once."""

    is_typed = False

    def settle(self) -> None:
        """There is nothing to take over."""


class Choice(_AtOnce, Combo):
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

    def _on_activated(self, at: int) -> None:
        if self._members[at] != self._value:
            self._value = self._members[at]
            self.edited.emit(self._value)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and _is_letter(event):
            event.accept()  # letters look for a member of the list
            return True
        return super().event(event)


class Tick(_AtOnce, Box):
    """Yes or no."""

    edited = Signal(object)

    def __init__(self, words: str = "") -> None:
        super().__init__(words)
        self.clicked.connect(lambda on: self.edited.emit(on))

    def set_value(self, value: object) -> None:
        self.setChecked(bool(value))

    def set_locked(self, locked: bool) -> None:
        self.setEnabled(not locked)


class Line(AlignedLine):
    """A line of words."""

    edited = Signal(object)
    typing = Signal()
    """Words may have begun, or ceased, to wait: see `is_typed`."""

    def __init__(self) -> None:
        super().__init__()
        self._value: object = self.read("")
        self._shown = ""
        self._pause = Pause(self, lambda: self._take(finished=False))
        self.textChanged.connect(self._on_text_changed)
        self.editingFinished.connect(self.settle)

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
            restyle(self)

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
        if self.is_typed:
            self._pause.key()
        self.typing.emit()

    def _mark_wrong(self, wrong: bool) -> None:
        if wrong != bool(self.property("wrong")):
            self.setProperty("wrong", wrong)
            self.setToolTip(self.explanation() if wrong else "")
            restyle(self)

    def explanation(self) -> str:
        """What would have been understood."""
        return ""

    def event(self, event: QEvent) -> bool:
        return False if asks_for_history(event) else super().event(event)


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

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the example, which tells how a day is written."""
        least = super().minimumSizeHint()
        room = self.fontMetrics().horizontalAdvance(self.placeholderText()) + _BESIDE
        return QSize(max(least.width(), room), least.height())

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
        self._pause = Pause(self, self.settle)
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
            restyle(self)

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
        return False if asks_for_history(event) else super().event(event)

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


def _is_letter(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent):
        return False
    return event.text().isprintable() and event.text() != "" and not event.modifiers()
