"""What people do in the inspector beside filling fields: cards, files, corrections, completion."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QListView, QPushButton

from reader.gui.kit.controls import Combo
from reader.gui.kit.fields import Line, Paragraph
from reader.gui.kit.layouts import Section
from reader.gui.kit.theme import Theme
from reader.gui.kit.writing import LONGEST, PAUSE
from reader.gui.panels.claim_page import ClaimPage
from reader.gui.panels.inspector import Inspector
from reader.model.library import Entity
from reader.model.vocabulary import RelationType, WorkStatus
from reader.session import cards
from tests.support.desks import AUTHOR, NOON
from tests.support.people import click, find, pick, press, type_in, write


class At:
    """An inspector on the screen, with a named source and a claim."""

    def __init__(self, sit, *, cards: tuple[Entity, ...] = (), **options) -> None:
        self.seat = sit(**options)
        self.desk, self.session = self.seat.controller, self.seat.session
        for card in cards:
            self.desk.library._store.save_entity(card)
        if cards:
            self.desk.put(self.desk.library.open_article(self.session.id))
            self.session = self.seat.session
        if self.desk.is_writable:
            self.source = self.seat.source("السفارة الأميركية")
            self.claim = self.seat.claim("عبوتين ناسفتين انفجرتا")
        self.desk.select(None)
        self.inspector = Inspector(self.desk, self.seat.theme)
        self.seat.show(self.inspector, height=1400)

    def find(self, kind, name):
        return find(self.inspector, kind, name)

    def open(self) -> None:
        self.find(Section, "details").open(True)
        QApplication.processEvents()

    @property
    def card(self) -> Entity:
        return self.session.entities[self.session.marks[self.source].source.entity]

    @property
    def evidence(self):
        return self.session.marks[self.claim].claim.evidence


def a_card(number: int, name: str, **fields: object) -> Entity:
    stamp = {"id": UUID(int=number), "created_at": NOON, "modified_at": NOON, "author": AUTHOR}
    return Entity.model_validate({**stamp, "name": name, **fields})


@pytest.fixture
def at(sit) -> At:
    return At(sit)


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "photo & <b>.jpg"
    path.write_bytes(b"a photograph")
    return path


# Cards


def test_a_card_of_the_library_is_chosen_by_typing_a_part_of_its_name(sit):
    at = At(sit, cards=(a_card(1, "سفارة واشنطن"), a_card(2, "رويترز")))
    at.desk.select(at.source)
    search = at.find(Line, "card_search")
    write(search, "واشنطن")
    popup = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QListView))
    assert popup.isVisible()
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert at.card.id == UUID(int=1)
    QApplication.processEvents()
    assert search.text() == ""


def test_a_card_that_bears_the_words_is_offered_and_taken_by_a_click(sit):
    at = At(sit, cards=(a_card(1, "السفارة الاميركية", country="الولايات المتحدة"),))
    at.desk.select(at.source)
    assert at.card.id != UUID(int=1)
    click(at.find(QPushButton, "suggested_card"))
    assert at.card.id == UUID(int=1)
    assert "الولايات المتحدة" in at.find(QLabel, "card_shown").text()


def test_the_words_of_a_source_become_another_name_by_one_click(sit):
    at = At(sit, cards=(a_card(1, "سفارة واشنطن"),))
    at.session.do(cards.use_card, at.source, UUID(int=1))
    at.desk.select(at.source)
    click(at.find(QPushButton, "add_alias"))
    assert at.card.aliases == ("السفارة الأميركية",)
    assert not [b for b in at.inspector.findChildren(QPushButton, "add_alias") if b.isVisible()]


# Evidence


def test_a_file_is_added_as_evidence_and_its_name_is_isolated(at, photo, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(photo)], ""))
    at.desk.select(at.claim)
    at.open()
    click(at.find(QPushButton, "add_file"))
    [evidence] = at.evidence
    assert (evidence.file_name, evidence.file_size) == (photo.name, 12)
    assert at.find(QLabel, "file_name").text() == f"\u2068{photo.name}\u2069"
    assert evidence.file[:12] in at.find(QLabel, "file_about").text()
    at.desk.undo()
    assert at.evidence == ()


def test_files_that_are_dropped_on_a_claim_become_evidence_on_it(at, photo):
    at.desk.select(at.claim)
    page = at.inspector.findChild(ClaimPage)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photo)), QUrl("https://news.example/a.jpg")])
    rest = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(page.rect().center(), *rest, none)
    QApplication.sendEvent(page, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(page, QDropEvent(QPointF(page.rect().center()), *rest, none))
    assert [e.file_name for e in at.evidence] == [photo.name]


def test_a_copy_of_a_file_is_saved_where_a_person_says(at, photo, tmp_path, monkeypatch):
    at.session.files.take(
        photo, lambda f: at.session.add_record(at.claim, "evidence", **f), pytest.fail
    )
    target = tmp_path / "copy.jpg"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    at.desk.select(at.claim)
    at.open()
    click(at.find(QPushButton, "save_file"))
    assert at.seat.refused == []
    assert target.read_bytes() == b"a photograph"
    assert [m.code for m in at.seat.told] == ["told_evidence_saved"]


def test_a_file_that_was_altered_in_the_library_is_said(at, photo):
    at.session.files.take(
        photo, lambda f: at.session.add_record(at.claim, "evidence", **f), pytest.fail
    )
    home = at.desk.library._store.home
    [kept] = home.glob("articles/*/evidence/*")
    kept.chmod(0o600)
    kept.write_bytes(b"another one.")
    at.desk.select(at.claim)
    at.open()
    assert "no longer the one" in at.find(QLabel, "file_trouble").text()


def test_what_cannot_be_added_is_refused_with_words(at, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(tmp_path)], ""))
    at.desk.select(at.claim)
    at.open()
    click(at.find(QPushButton, "add_file"))
    assert [m.code for m in at.seat.refused] == ["evidence_no_file"]
    assert at.evidence == ()


# Verdicts


def test_a_correction_without_a_reason_is_refused_and_nothing_typed_is_lost(at):
    at.session.set_verdict(at.claim, "five_steps", "true")
    at.desk.select(at.claim)
    at.open()
    pick(at.find(Combo, "step"), "Half true")
    click(at.find(QPushButton, "give_verdict"))
    assert [m.code for m in at.seat.refused] == ["verdict_needs_reason"]
    reason = at.find(Line, "reason")
    assert reason.hasFocus()
    assert at.find(Combo, "step").currentText() == "Half true"
    type_in(reason, "تسجيل جديد")
    click(at.find(QPushButton, "give_verdict"))
    assert at.session.marks[at.claim].claim.verdict.reason == "تسجيل جديد"
    assert reason.text() == ""


def test_the_scale_used_last_is_offered_for_the_next_claim(at):
    other = at.seat.claim("شاحنات")
    at.desk.select(at.claim)
    at.open()
    pick(at.find(Combo, "scale"), "Misbar")
    pick(at.find(Combo, "step"), "Misleading")
    click(at.find(QPushButton, "give_verdict"))
    at.desk.select(other)
    assert "Misbar" in at.find(Combo, "scale").currentText()


# The article


def test_completing_asks_where_claims_have_no_source_and_stands_in_nobodys_way(at):
    click(at.find(QPushButton, "complete"))
    assert "1 claim" in at.find(QLabel, "still_open").text().lower()
    assert at.session.record.work_status is WorkStatus.OPEN
    click(at.find(QPushButton, "not_yet"))
    click(at.find(QPushButton, "complete"))
    click(at.find(QPushButton, "complete_anyway"))
    assert at.session.record.work_status is WorkStatus.SOURCED
    assert "✓" in at.find(QLabel, "work_status").text()
    click(at.find(QPushButton, "reopen"))
    assert at.session.record.work_status is WorkStatus.OPEN


def test_completing_asks_nothing_where_every_claim_has_a_source(at):
    at.session.link(at.claim, at.source)
    click(at.find(QPushButton, "complete"))
    assert at.session.record.work_status is WorkStatus.SOURCED


def test_an_open_question_leads_to_the_mark_that_it_is_about(at):
    QApplication.processEvents()
    links = [b for b in at.inspector.findChildren(QPushButton, "open_mark") if b.isVisible()]
    click(links[0])
    assert at.desk.selected == at.claim


def test_a_read_only_article_asks_nobody_to_press_keys(sit):
    sit()
    at = At(sit, write=False)
    words = [w.text() for w in at.inspector.findChildren(QLabel) if w.isVisible()]
    assert not [w for w in words if "press 1" in w]
    assert [w for w in words if "only be read" in w]


# Relations


def test_a_relation_reads_from_either_end(at):
    other = at.seat.claim("شاحنات")
    at.session.relate(RelationType.CONTRADICTED_BY, at.claim, other)

    def read() -> list[str]:
        at.open()
        return [w.text() for w in at.inspector.findChildren(QLabel) if w.isVisible()]

    at.desk.select(at.claim)
    assert "Contradicted by" in read()
    at.desk.select(other)
    assert "Contradicts" in read()


# Place, focus, typing


def test_another_theme_keeps_the_place_and_the_focus(at):
    at.inspector.resize(320, 300)
    at.desk.select(at.claim)
    at.open()
    field = at.find(Line, "signed_off_by")
    field.setFocus()
    at.inspector.ensureWidgetVisible(field)
    QApplication.processEvents()
    scrolled = at.inspector.verticalScrollBar().value()
    assert scrolled > 100
    at.inspector.set_theme(Theme.load("dark"))
    QTest.qWait(20)
    assert at.inspector.verticalScrollBar().value() == pytest.approx(scrolled, abs=40)
    assert QApplication.focusWidget().objectName() == "signed_off_by"


def test_the_first_field_is_reached_by_a_call(at):
    at.desk.select(at.source)
    at.inspector.focus_first()
    assert QApplication.focusWidget().objectName() == "naming"
    at.desk.select(None)
    at.inspector.focus_first()
    assert isinstance(QApplication.focusWidget(), Paragraph)


def test_steady_typing_is_kept_without_a_pause(at, monkeypatch):
    monkeypatch.setattr("reader.gui.kit.writing.LONGEST", 120)
    at.desk.select(at.claim)
    note = at.find(Paragraph, "note")
    write(note, "ن")
    for _ in range(6):
        QTest.qWait(40)
        type_in(note, "و")
    assert at.session.marks[at.claim].note.startswith("ن")
    assert LONGEST > PAUSE
    press(note, Qt.Key.Key_Tab)
