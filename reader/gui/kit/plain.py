"""Plain text where Qt would guess at markup."""

from __future__ import annotations

from PySide6.QtCore import QMimeData


def tool_tip(text: str) -> str:
    """The text for a tool tip, in which a page's own words can start no markup."""
    from html import escape  # it knows every entity there is, which takes a while

    return f'<p style="white-space: pre-wrap">{escape(text)}</p>'


def plain(words: str) -> QMimeData:
    """Words for the clipboard, as they are."""
    data = QMimeData()
    data.setText(words)
    return data
