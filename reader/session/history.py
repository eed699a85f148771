"""One line of undo and redo: unlimited, each step named."""

from __future__ import annotations

from reader.model.errors import Message
from reader.session.edits import Change


class History:
    """What was done and what was undone. A new change forgets what was undone."""

    def __init__(self) -> None:
        self._done: list[Change] = []
        self._undone: list[Change] = []

    def record(self, change: Change) -> None:
        self._done.append(change)
        self._undone.clear()

    @property
    def undoable(self) -> Message | None:
        """The name of what `undo` would take back."""
        return self._done[-1].message if self._done else None

    @property
    def redoable(self) -> Message | None:
        """The name of what `redo` would do again."""
        return self._undone[-1].message if self._undone else None

    def undo(self) -> Change | None:
        """The change to apply now in order to take back the last one."""
        if not self._done:
            return None
        self._undone.append(self._done.pop())
        return self._undone[-1].inverse()

    def redo(self) -> Change | None:
        """The change to apply now in order to do the last undone one again."""
        if not self._undone:
            return None
        self._done.append(self._undone.pop())
        return self._done[-1]
