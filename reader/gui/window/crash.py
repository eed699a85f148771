"""What becomes of an exception that no code expected: a report without a word of any article.

The text of an exception may quote what was being read, so a report names its type and the way to
it alone. It goes to the log, and to the clipboard where a person wants it there.
"""

from __future__ import annotations

import logging
import platform
import sys
import threading
import traceback
from types import TracebackType

import PySide6
from PySide6.QtCore import QObject, Signal

import reader

log = logging.getLogger(__name__)

_SHOWN = 20
"""Places at each end of a way that is longer, such as that of an endless recursion."""


def report(error: BaseException) -> str:
    """The type of an exception, its causes, and where each was raised."""
    lines = [
        f"Isnad {reader.__version__}, Python {platform.python_version()}",
        f"Qt {PySide6.__version__}, {platform.system()} {platform.machine()}",
    ]
    cause: BaseException | None = error
    seen: set[int] = set()
    while cause is not None and id(cause) not in seen:  # causes may go round in a circle
        seen.add(id(cause))
        lines.append(type(cause).__name__)
        lines += [f"  {frame}" for frame in _frames(cause)]
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines)


def _frames(error: BaseException) -> list[str]:
    # Modules rather than files: a path holds the name of a person.
    frames = [
        f"{frame.f_globals.get('__name__', '?')}:{line} {frame.f_code.co_name}"
        for frame, line in traceback.walk_tb(error.__traceback__)
    ]
    if len(frames) <= 2 * _SHOWN:
        return frames
    return [*frames[:_SHOWN], f"… {len(frames) - 2 * _SHOWN}", *frames[-_SHOWN:]]


class CrashReporter(QObject):
    """Hears of every unexpected exception, on whichever thread, and tells each once."""

    crashed = Signal(str)
    """The report."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told: set[str] = set()

    def install(self) -> None:
        """Hear of exceptions that reach the top, from now on."""
        sys.excepthook = self._on_exception
        threading.excepthook = lambda args: self.hear(args.exc_value or RuntimeError())

    def hear(self, error: BaseException) -> None:
        told = report(error)
        # A paint that fails does so with every frame.
        if told not in self._told:
            self._told.add(told)
            log.critical("%s", told)
            self.crashed.emit(told)

    def _on_exception(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.hear(error)
