"""Where Qt would guess: at markup in plain text, at the class of a widget of its own."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def tool_tip(text: str) -> str:
    """The text for a tool tip, in which a page's own words can start no markup."""
    from html import escape  # it knows every entity there is, which takes a while

    return f'<p style="white-space: pre-wrap">{escape(text)}</p>'


def viewport_of(area: QAbstractScrollArea) -> QWidget:
    """The viewport of a view, when Python first asks for it.

    Asked for so, it is known at once for a plain widget, and from then on by `viewport` as well;
    that would first load every kind of widget that it might be, longer than an article takes.
    """
    return area.findChild(QWidget, "qt_scrollarea_viewport") or area.viewport()


def plain(words: str) -> QMimeData:
    """Words for the clipboard, as they are."""
    data = QMimeData()
    data.setText(words)
    return data
