"""Small helps with layouts: words of the page, parts that open, rows that stay."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from reader.text.bidi import first_strong, isolate

K = TypeVar("K", bound=Hashable)
W = TypeVar("W", bound=QWidget)

_LONGEST = 280
"""Code points of quoted words before they are cut."""


def flat(words: str) -> str:
    """Words on one line: what is marked may run over paragraphs."""
    return " ".join(words.split())


def isolated(words: str) -> str:
    """`flat` words that cannot reorder what stands around them."""
    return isolate(flat(words))


def muted(words: str = "") -> QLabel:
    """A line of explanation."""
    label = QLabel(words)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("kind", "muted")
    return label


def heading(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("kind", "section")
    return label


class Card(QFrame):
    """A frame around what belongs together."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(8, 6, 8, 8)
        self.body.setSpacing(6)


class Quoted(QLabel):
    """Words of the page: plain text that runs as they do, cut where they are very long."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("kind", "quoted")
        self.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def set_words(self, words: str) -> None:
        line = flat(words)
        shown = line if len(line) <= _LONGEST else line[:_LONGEST].rsplit(" ", 1)[0] + " …"
        directions = {"rtl": Qt.LayoutDirection.RightToLeft, "ltr": Qt.LayoutDirection.LeftToRight}
        found = first_strong(line)
        if found:
            self.setLayoutDirection(directions[found])
        else:
            self.unsetLayoutDirection()
        self.setText(isolate(shown))


class Section(QWidget):
    """A part of a panel that a button opens and closes."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self.button = QToolButton()
        self.button.setText(title)
        self.button.setCheckable(True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setProperty("kind", "section")
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._body = QWidget()
        self.body = QVBoxLayout(self._body)
        self.body.setContentsMargins(0, 0, 0, 0)
        self._body.hide()
        self.button.toggled.connect(self._on_toggled)
        self._layout.addWidget(self.button)
        self._layout.addWidget(self._body)
        self._point()

    def show_always(self, widget: QWidget) -> None:
        """Put a widget under the title, to be seen while the part is closed too."""
        self._layout.insertWidget(1, widget)

    @property
    def is_open(self) -> bool:
        return self.button.isChecked()

    def open(self, opened: bool) -> None:
        self.button.setChecked(opened)

    def _on_toggled(self, opened: bool) -> None:
        self._body.setVisible(opened)
        self._point()

    def _point(self) -> None:
        """The arrow points where reading goes, and down once the part is open."""
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        closed = Qt.ArrowType.LeftArrow if rtl else Qt.ArrowType.RightArrow
        self.button.setArrowType(Qt.ArrowType.DownArrow if self.is_open else closed)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._point()


class Rows(QWidget, Generic[K, W]):
    """A widget for each key, in the order of the keys. A key that stays keeps its widget."""

    def __init__(self, make: Callable[[K], W], spacing: int = 6) -> None:
        super().__init__()
        self._make = make
        self.rows: dict[K, W] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(spacing)

    def show_keys(self, keys: Sequence[K]) -> None:
        for gone in self.rows.keys() - set(keys):
            drop(self.rows.pop(gone))
        for at, key in enumerate(keys):
            if key not in self.rows:
                self.rows[key] = self._make(key)
            if self._layout.indexOf(self.rows[key]) != at:
                self._layout.insertWidget(at, self.rows[key])
        self.setVisible(bool(keys))


def drop(widget: QWidget) -> None:
    """Let a widget go once the event at hand is over; from now on it tells nothing."""
    for part in (widget, *widget.findChildren(QWidget)):
        part.blockSignals(True)
    widget.hide()
    widget.deleteLater()
