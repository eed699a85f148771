"""What the marks of an article come to: worked out when it can be seen, and only then."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from reader.gui.panels.article_page import ArticlePage
from reader.gui.panels.inspector import Inspector
from tests.support.people import find


class At:
    """An inspector on the screen; how often the article was summed up."""

    def __init__(self, sit, monkeypatch) -> None:
        self.seat = sit()
        self.desk = self.seat.controller
        self.source = self.seat.source("مصدر أمني")
        self.sums = 0
        session = self.seat.session
        summed = session.open_points

        def open_points(language):
            self.sums += 1
            return summed(language)

        monkeypatch.setattr(session, "open_points", open_points)
        self.inspector = Inspector(self.desk, self.seat.theme)
        self.seat.show(self.inspector, height=1400)
        self.settle()

    def settle(self) -> None:
        """Until nothing more is to come."""
        for _ in range(6):
            QApplication.processEvents()

    def said(self) -> list[str]:
        page = self.inspector.findChild(ArticlePage)
        return [w.text() for w in page.findChildren(QLabel) if w.isVisibleTo(page)]


@pytest.fixture
def at(sit, monkeypatch) -> At:
    return At(sit, monkeypatch)


def test_nothing_is_summed_up_while_a_mark_is_selected(at):
    at.desk.select(at.source)
    at.settle()
    before = at.sums
    at.seat.claim("عبوتين ناسفتين انفجرتا")
    at.settle()
    assert at.sums == before


def test_several_changes_at_once_are_summed_up_once(at):
    at.desk.select(None)
    at.settle()
    before = at.sums
    at.seat.session.set_remarks(note="أ")
    at.seat.session.set_remarks(note="ب")
    at.seat.session.edit_mark(at.source, note="ج")
    at.settle()
    assert at.sums == before + 1


def test_what_changed_while_a_mark_was_selected_is_seen_as_on_a_new_page(at):
    claim = at.seat.claim("عبوتين ناسفتين انفجرتا")
    at.desk.select(claim)
    at.seat.session.link(claim, at.source)
    at.desk.select(None)
    at.settle()
    followed = at.said()
    at.desk.put(at.seat.session)
    at.settle()
    assert at.said() == followed


def test_undoing_shows_what_the_marks_came_to_before(at):
    at.desk.select(None)
    at.settle()
    before = at.said()
    at.seat.claim("عبوتين ناسفتين انفجرتا")
    at.settle()
    at.desk.undo()
    at.settle()
    assert at.desk.selected is None
    assert at.said() == before


def test_a_press_at_once_after_a_change_asks_about_what_is_open_now(at):
    at.seat.claim("عبوتين ناسفتين انفجرتا")
    at.desk.select(None)
    find(at.inspector, QPushButton, "complete").click()
    assert "1" in find(at.inspector, QLabel, "still_open").text()
