"""One line of undo and redo: unlimited, each step named."""

from __future__ import annotations

from typing import Generic, Protocol, Self, TypeVar

from reader.model.errors import Message


class Step(Protocol):
    """Something that can be undone: its name, and what takes it back."""

    @property
    def message(self) -> Message: ...

    def inverse(self) -> Self: ...


S = TypeVar("S", bound=Step)


class History(Generic[S]):
    """What was done and what was undone. A new step forgets what was undone."""

    def __init__(self) -> None:
        self._done: list[S] = []
        self._undone: list[S] = []

    def record(self, step: S) -> None:
        self._done.append(step)
        self._undone.clear()

    @property
    def undoable(self) -> Message | None:
        """The name of what `undo` would take back."""
        return self._done[-1].message if self._done else None

    @property
    def redoable(self) -> Message | None:
        """The name of what `redo` would do again."""
        return self._undone[-1].message if self._undone else None

    def undo(self) -> S | None:
        """The step to take now in order to take back the last one."""
        if not self._done:
            return None
        self._undone.append(self._done.pop())
        return self._undone[-1].inverse()

    def redo(self) -> S | None:
        """The step to take now in order to do the last undone one again."""
        if not self._undone:
            return None
        self._done.append(self._undone.pop())
        return self._done[-1]
