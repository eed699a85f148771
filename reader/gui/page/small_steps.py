"""Lays a long document out in short steps.

Qt lays out what is not seen yet while nothing else is to be done, each step twice as long as the
one before: the last ones hold the window up for a quarter of a second.
"""

from __future__ import annotations

from time import perf_counter
from typing import Final, cast

from PySide6.QtCore import QEvent, QObject, QTimerEvent
from PySide6.QtGui import QTextBlock, QTextDocument

_STEP: Final = 0.015
"""Seconds of work before the window may do something else."""


class SmallSteps(QObject):
    """Takes the place of the timer by which Qt lays a document out. It lives as long as that."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._timer = -1
        """Of Qt's layout. The other timer there tells how high the document has come to be."""
        self._reached = document.firstBlock()
        self._is_stopped = False
        document.documentLayout().installEventFilter(self)

    def stop(self) -> None:
        """Take no step more: the document is shown no longer."""
        self._is_stopped = True

    def eventFilter(self, _layout: QObject, event: QEvent) -> bool:
        if not isinstance(event, QTimerEvent) or self._is_done():
            return False
        if self._is_stopped:
            return True
        if event.timerId() == self._timer:
            self._go_on()
            return True
        before = self._frontier()
        self._document.documentLayout().event(event)
        if self._frontier() != before:
            self._timer = event.timerId()
        return True

    @property
    def _document(self) -> QTextDocument:
        # Not kept: the document is let go once nobody but this would hold it.
        return cast(QTextDocument, self.parent())

    def _go_on(self) -> None:
        end, block = perf_counter() + _STEP, self._frontier()
        layout = self._document.documentLayout()
        while block.isValid():
            layout.blockBoundingRect(block)
            block = block.next()
            if perf_counter() >= end:
                break

    def _frontier(self) -> QTextBlock:
        """The first block that has not been laid out."""
        block = self._reached
        if not _is_laid_out(block):  # all of it is to be laid out again
            block = self._document.firstBlock()
        while block.isValid() and _is_laid_out(block):
            self._reached, block = block, block.next()
        return block

    def _is_done(self) -> bool:
        return _is_laid_out(self._document.lastBlock())


def _is_laid_out(block: QTextBlock) -> bool:
    return block.layout().lineCount() > 0
