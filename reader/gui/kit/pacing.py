"""Long work on the window's own thread, in steps between which the window stays alive."""

from __future__ import annotations

from collections.abc import Generator
from time import perf_counter
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from reader.model.errors import ReaderError

BUDGET: Final = 0.02
"""Seconds of work before the window may do something else."""


class Paced(QObject):
    """Takes the steps of a generator that yields the fraction done."""

    advanced = Signal(float)
    finished = Signal()
    failed = Signal(object)
    """The `ReaderError` that a step raised."""

    def __init__(self, steps: Generator[float, None, None], parent: QObject) -> None:
        super().__init__(parent)
        self._steps = steps
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()

    def cancel(self) -> None:
        """Take no further step. Nothing is told any more."""
        self._timer.stop()
        self._steps.close()
        self.blockSignals(True)
        self.deleteLater()

    def _go_on(self) -> None:
        end, done = perf_counter() + BUDGET, 0.0
        try:
            while perf_counter() < end:
                done = next(self._steps)
        except StopIteration:
            self._end()
            self.finished.emit()
        except ReaderError as error:
            self._end()
            self.failed.emit(error)
        else:
            self.advanced.emit(done)

    def _end(self) -> None:
        self._timer.stop()
        self.deleteLater()
