"""A long article is laid out a little at a time, and only as long as it is shown."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextDocument

from reader.gui.kit.fonts import Typography
from reader.gui.page import small_steps
from reader.gui.page.small_steps import SmallSteps
from tests.support.pages import an_article

ARTICLE = an_article(
    *[f"سطر رقم {n} " + "قال مصدر أمني إن عبوتين انفجرتا " * 40 for n in range(120)]
)


def laid_out(document: QTextDocument) -> int:
    """How many blocks of a document have been laid out."""
    block, count = document.firstBlock(), 0
    while block.isValid() and block.layout().lineCount():
        block, count = block.next(), count + 1
    return count


@pytest.fixture
def steps(monkeypatch) -> list[int]:
    """How many blocks each step laid out, with next to no time for one."""
    found: list[int] = []
    go_on = SmallSteps._go_on

    def count(one: SmallSteps) -> None:
        before = laid_out(one._document)
        go_on(one)
        found.append(laid_out(one._document) - before)

    monkeypatch.setattr(small_steps, "_STEP", 0)
    monkeypatch.setattr(SmallSteps, "_go_on", count)
    return found


def test_what_is_not_seen_yet_is_laid_out_in_short_steps_to_the_end(page, qtbot, steps):
    document = page(ARTICLE).document()
    qtbot.waitUntil(lambda: laid_out(document) == document.blockCount())
    assert len(steps) > 10
    assert max(steps) <= 10  # Qt itself goes on for some thousand characters


def test_a_document_that_is_shown_no_longer_is_laid_out_no_further(page, qtbot, steps):
    view = page(ARTICLE)
    before = view.document()
    view.set_typography(Typography(size=22))
    far = laid_out(before)
    qtbot.waitUntil(lambda: laid_out(view.document()) == view.document().blockCount())
    assert laid_out(before) == far < before.blockCount()
    assert steps


def test_the_whole_height_is_known_in_the_end(page, qtbot):
    view = page(ARTICLE)
    document = view.document()
    qtbot.waitUntil(lambda: laid_out(document) == document.blockCount())
    lowest = round(document.size().height()) - view.viewport().height()
    qtbot.waitUntil(lambda: abs(view.verticalScrollBar().maximum() - lowest) <= 1)
