"""Small helps with layouts: words of the page, parts that open, rows that stay."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.gui.kit.icons import icon
from reader.gui.kit.theme import Theme
from reader.text.bidi import first_strong, isolate

K = TypeVar("K", bound=Hashable)
W = TypeVar("W", bound=QWidget)

_LONGEST = 280
"""Code points of quoted words before they are cut."""
_ABOVE_HEADING = 6
_FRAME = 56
"""What a window's frame takes of the screen at most, in pixels of the logical screen."""
_BUTTON = 24
"""Code points of a name on a button."""


def titled(words: str) -> str:
    """A label of the wordings, which stand within sentences, as one that stands alone."""
    return words[:1].upper() + words[1:]


def flat(words: str) -> str:
    """Words on one line: what is marked may run over paragraphs."""
    return " ".join(words.split())


def isolated(words: str) -> str:
    """`flat` words that cannot reorder what stands around them."""
    return isolate(flat(words))


def shortened(words: str, longest: int = _BUTTON) -> str:
    """The isolated beginning of words."""
    line = flat(words)
    return isolate(line if len(line) <= longest else line[:longest].rstrip() + "…")


def muted(words: str = "") -> QLabel:
    """A line of explanation."""
    label = QLabel(words)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("kind", "muted")
    return label


def trouble() -> QLabel:
    """Where a form says why it could not do as it was told; hidden while there is nothing."""
    label = QLabel()
    label.setObjectName("trouble")
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("kind", "error")
    label.hide()
    return label


def heading(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("kind", "section")
    label.setContentsMargins(0, _ABOVE_HEADING, 0, 0)
    return label


def scrolling(content: QWidget) -> QScrollArea:
    """Room for a form that may be higher than its window: no frame, and no stop of its own."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area


def beside_icon(words: str) -> str:
    """The words of a button, with room between them and its icon.

    Qt leaves four pixels between the two, but next to nothing where the interface is mirrored.
    """
    rtl = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    return f"\N{NO-BREAK SPACE}{words}" if rtl else words


def leading(direction: Qt.LayoutDirection) -> Qt.AlignmentFlag:
    """The side where reading begins, and in the middle of the height.

    By itself Qt puts words that are isolated as a whole to the left.
    """
    rtl = direction is Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


def fitted(size: QSize, dialog: QWidget) -> QSize:
    """The size for a dialog, as far as its screen has room for it and for its frame."""
    room = dialog.screen().availableSize()
    return size.boundedTo(QSize(room.width() - _FRAME, room.height() - _FRAME))


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
        self.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def set_words(self, words: str) -> None:
        line = flat(words)
        directions = {"rtl": Qt.LayoutDirection.RightToLeft, "ltr": Qt.LayoutDirection.LeftToRight}
        found = first_strong(line)
        if found:
            self.setLayoutDirection(directions[found])
        else:
            self.unsetLayoutDirection()
        self.setText(shortened(line, _LONGEST))


class Section(QWidget):
    """A part of a panel that a button opens and closes."""

    def __init__(self, title: str, theme: Theme) -> None:
        super().__init__()
        # The chevron of a closed part points where reading goes.
        self._signs = icon("chevron-right", theme), icon("chevron-down", theme)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self.button = QToolButton()
        self.button.setText(title)
        self.button.setCheckable(True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setProperty("kind", "section")
        self._body = QWidget()
        self.body = QVBoxLayout(self._body)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.button.toggled.connect(self._on_toggled)
        self._layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
        self._layout.addWidget(self._body)
        self._on_toggled(False)

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
        self.button.setIcon(self._signs[opened])


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
                self.rows[key].show()  # now: a layout would do it later, and the focus waits
        self.setVisible(bool(keys))


def drop(widget: QWidget) -> None:
    """Let a widget go once the event at hand is over; from now on it tells nothing."""
    for part in (widget, *widget.findChildren(QWidget)):
        part.blockSignals(True)
    widget.hide()
    widget.deleteLater()
