"""The page of a claim: its status and sources at once, the checking under details."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton

from reader.gui.kit.controls import Combo
from reader.gui.kit.fields import Choice, Day, Line, Paragraph, Tick
from reader.gui.kit.layouts import Section
from reader.gui.panels.inspector import Inspector
from reader.gui.panels.links_editor import LinkCard
from reader.gui.panels.records_editor import RecordCard
from reader.model.annotations import ClaimDate
from reader.model.vocabulary import (
    ClaimKind,
    Directness,
    Polarity,
    RelationType,
    Stance,
    Status,
)
from reader.session.scales import retire_scale
from tests.support.people import click, find, pick, press, rewrite, write


class AtClaim:
    """An inspector that shows a claim; a source is marked too."""

    def __init__(self, sit, language: str = "en") -> None:
        self.seat = sit(language)
        self.desk, self.session = self.seat.controller, self.seat.session
        self.source = self.seat.source("مصدر أمني")
        self.id = self.seat.claim("عبوتين ناسفتين انفجرتا")
        self.inspector = Inspector(self.desk, self.seat.theme)
        self.seat.show(self.inspector, height=2400)
        self.desk.select(self.id)

    @property
    def claim(self):
        return self.session.marks[self.id].claim

    @property
    def link(self):
        return self.session.attributions(self.id)[0].attribution

    def open(self) -> None:
        click(find(self.inspector, Section, "details").button)

    def find(self, kind, name):
        return find(self.inspector, kind, name)

    def button(self, words: str) -> QPushButton:
        buttons = self.inspector.findChildren(QPushButton)
        return next(b for b in buttons if b.isVisible() and b.text() == words)

    def text(self, name: str) -> str:
        return "".join(c for c in self.find(QLabel, name).text() if c not in "\u2068\u2069")


@pytest.fixture
def at(sit) -> AtClaim:
    return AtClaim(sit)


# Status and sources


def test_the_status_is_chosen_by_keyboard(at):
    status = at.find(Choice, "status")
    status.setFocus()
    press(status, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert at.claim.status is Status.IN_PROGRESS
    assert status.hasFocus()


def test_a_source_is_linked_from_the_list_and_unlinked(at):
    choice = at.find(Combo, "link_choice")
    pick(choice, "مصدر أمني")
    assert [r.to.id for r in at.session.attributions(at.id)] == [at.source]
    choice.setFocus()
    assert choice.count() == 0  # it is taken
    click(at.find(QPushButton, "unlink"))
    assert at.session.attributions(at.id) == []
    choice.setFocus()
    assert choice.count() == 1


def test_a_source_is_asked_for_in_the_text(at):
    click(at.button("In the text"))
    assert at.desk.linking is not None
    assert at.desk.linking.id == at.id


def test_the_linked_source_is_shown_by_a_click_on_its_name(at):
    at.seat.link(at.id, at.source)
    click(at.find(QPushButton, "linked_source"))
    assert at.desk.selected == at.source


def test_a_linked_source_that_finds_no_room_is_cut_where_one_sees_it(at):
    at.seat.link(at.id, at.source)
    name = at.find(QPushButton, "linked_source")
    whole = name.text()
    card = name.parentWidget()
    card.resize(card._unlink.sizeHint().width() + name.fontMetrics().height() * 4, card.height())
    assert name.text() != whole
    assert "…" in name.text()


def test_how_a_source_is_quoted_belongs_to_the_link(at):
    at.seat.link(at.id, at.source)
    pick(at.find(Choice, "directness"), "Mixed")
    pick(at.find(Choice, "polarity"), "Denies")
    assert (at.link.directness, at.link.polarity) == (Directness.MIXED, Polarity.DENIES)
    pick(at.find(Choice, "directness"), "—")
    assert at.link.directness is None


def test_a_form_of_a_link_keeps_its_focus_while_it_is_edited(at):
    at.seat.link(at.id, at.source)
    polarity = at.find(Choice, "polarity")
    polarity.setFocus()
    press(polarity, Qt.Key.Key_Down)
    assert at.link.polarity is Polarity.DENIES
    assert polarity.hasFocus()
    press(polarity, Qt.Key.Key_Up)
    assert at.link.polarity is Polarity.AFFIRMS


def test_each_of_two_links_is_edited_apart(at):
    other = at.seat.source("المقاومة العراقية")
    at.desk.select(at.id)
    at.seat.link(at.id, at.source)
    at.seat.link(at.id, other)
    cards = [c for c in at.inspector.findChildren(LinkCard) if c.isVisible()]
    pick(cards[1].findChild(Choice, "polarity"), "Denies")
    found = {r.to.id: r.attribution.polarity for r in at.session.attributions(at.id)}
    assert found == {at.source: Polarity.AFFIRMS, other: Polarity.DENIES}


# The chain of a link


def test_a_link_inherits_its_source_s_chain_until_it_has_its_own(at):
    at.seat.link(at.id, at.source)
    assert at.text("chain_words") == "زاكروس عربية, citing مصدر أمني"
    click(at.find(Section, "chain").button)
    assert not at.inspector.findChild(QPushButton, "inherit_chain").isVisible()
    name = at.find(Line, "relay_name")
    write(name, "العربي الجديد")
    press(name, Qt.Key.Key_Return)
    assert [hop.words for hop in at.link.chain] == ["العربي الجديد", "مصدر أمني"]
    assert at.text("chain_words") == "زاكروس عربية, citing العربي الجديد, citing مصدر أمني"
    click(at.find(QPushButton, "inherit_chain"))
    assert at.link.chain is None


def test_the_linked_source_cannot_be_taken_out_of_its_own_chain(at):
    at.seat.link(at.id, at.source)
    click(at.find(Section, "chain").button)
    assert not [b for b in at.inspector.findChildren(QToolButton, "hop_out") if b.isVisible()]


def test_a_voice_behind_the_source_is_moved_behind_it(at):
    at.seat.link(at.id, at.source)
    click(at.find(Section, "chain").button)
    name = at.find(Line, "relay_name")
    write(name, "شاهد")
    press(name, Qt.Key.Key_Return)
    click(at.find(QToolButton, "hop_down"))
    assert [hop.words for hop in at.link.chain] == ["مصدر أمني", "شاهد"]


# Details


def test_the_claim_in_other_words_its_kind_and_who_signed_it_off(at):
    at.open()
    write(at.find(Paragraph, "normalised"), "انفجرت عبوتان")
    pick(at.find(Choice, "kind"), "Event")
    signed = at.find(Line, "signed_off_by")
    write(signed, "المحرر")
    press(signed, Qt.Key.Key_Return)
    claim = at.claim
    assert (claim.normalised, claim.kind, claim.signed_off_by) == (
        "انفجرت عبوتان",
        ClaimKind.EVENT,
        "المحرر",
    )


def test_a_date_is_written_understood_and_marked_as_inferred(at):
    at.open()
    written, value = at.find(Line, "written"), at.find(Day, "value")
    write(written, "الثلاثاء")
    press(written, Qt.Key.Key_Return)
    write(value, "27/7/2021")
    press(value, Qt.Key.Key_Return)
    click(at.find(Tick, "inferred"))
    assert at.claim.date == ClaimDate(written="الثلاثاء", value=date(2021, 7, 27), inferred=True)


def test_a_day_that_is_none_never_reaches_the_claim(at):
    at.open()
    value = at.find(Day, "value")
    write(value, "31/2/2021")
    press(value, Qt.Key.Key_Return)
    at.desk.settle()
    assert at.claim.date is None
    assert (at.seat.changes, at.seat.refused) == ([], [])
    assert value.property("wrong")
    at.desk.select(at.seat.claim("شاحنات"))
    assert at.find(Day, "value").text() == ""


# Verdict


def test_a_verdict_is_given_with_its_reason_and_an_earlier_one_stays(at):
    at.open()
    write(at.find(Line, "reason"), "تسجيل مصوّر")
    pick(at.find(Combo, "step"), "Half true")
    click(at.find(QPushButton, "give_verdict"))
    pick(at.find(Combo, "scale"), "Misbar")
    pick(at.find(Combo, "step"), "Misleading")
    write(at.find(Line, "reason"), "السياق ناقص")
    click(at.find(QPushButton, "give_verdict"))
    given = [(v.scale, v.value, v.reason) for v in at.claim.verdicts]
    assert given[0] == ("five_steps", "half_true", "تسجيل مصوّر")
    assert given[1:] == [("misbar", "misleading", "السياق ناقص")]
    assert at.text("verdict").startswith("Misleading · ")
    assert "Half true" in at.text("verdicts_before")
    assert "تسجيل مصوّر" in at.text("verdicts_before")


def test_no_verdict_is_given_that_nobody_chose(at):
    at.open()
    click(at.find(QPushButton, "give_verdict"))
    assert at.claim.verdicts == ()
    at.find(Combo, "step").hidePopup()


def test_a_reason_that_is_not_given_yet_waits_for_its_claim(at):
    other = at.seat.claim("شاحنات")
    at.desk.select(at.id)
    at.open()
    write(at.find(Line, "reason"), "لأن")
    at.desk.select(other)
    assert at.find(Line, "reason").text() == ""
    at.desk.select(at.id)
    assert at.find(Line, "reason").text() == "لأن"


# Evidence and contacts


def cards(at: AtClaim) -> list[RecordCard]:
    return [c for c in at.inspector.findChildren(RecordCard) if c.isVisible()]


def test_evidence_is_added_filled_in_and_removed(at):
    at.open()
    click(at.button("Add evidence"))
    card = cards(at)[0]
    address = card.form.fields["url"]
    assert address.hasFocus()
    write(address, "https://example.org/a")
    press(address, Qt.Key.Key_Return)
    pick(card.form.fields["stance"], "Opposing")
    write(card.form.fields["accessed"], "2021-08-01")
    write(card.form.fields["quote"], "لم يقع شيء")
    at.desk.settle()
    found = at.claim.evidence[0]
    assert (found.url, found.stance) == ("https://example.org/a", Stance.OPPOSES)
    assert (found.accessed, found.quote) == (date(2021, 8, 1), "لم يقع شيء")
    click(card.remove)
    assert at.claim.evidence == ()
    assert cards(at) == []


def test_removing_a_record_that_is_half_typed_is_no_error(at):
    at.open()
    click(at.button("Add evidence"))
    write(cards(at)[0].form.fields["url"], "https://")
    click(cards(at)[0].remove)
    at.desk.settle()
    assert at.claim.evidence == ()
    assert at.seat.refused == []


def test_somebody_asked_has_a_day_and_an_answer(at):
    at.open()
    click(at.button("Add somebody asked"))
    fields = cards(at)[0].form.fields
    for name, words in (
        ("who", "قيادة العمليات"),
        ("how", "البريد"),
        ("asked_at", "1/8/2021"),
        ("due", "3/8/2021"),
        ("answer", "لا تعليق"),
    ):
        write(fields[name], words)
    at.desk.settle()
    asked = at.claim.contacts[0]
    assert (asked.who, asked.how, asked.answer) == ("قيادة العمليات", "البريد", "لا تعليق")
    assert (asked.asked_at, asked.due) == (date(2021, 8, 1), date(2021, 8, 3))


def test_a_second_record_leaves_what_is_typed_in_the_first(at):
    at.open()
    click(at.button("Add evidence"))
    write(cards(at)[0].form.fields["note"], "نصف")
    click(at.button("Add evidence"))
    at.desk.settle()
    assert [e.note for e in at.claim.evidence] == ["نصف", ""]


def test_undo_of_a_record_takes_its_form_away(at):
    at.open()
    click(at.button("Add evidence"))
    at.desk.undo()
    assert cards(at) == []
    at.desk.redo()
    assert len(cards(at)) == 1


# Other claims


def test_a_claim_is_said_to_repeat_another_and_that_is_seen_from_both(at):
    other = at.seat.claim("شاحنات")
    at.desk.select(at.id)
    at.open()
    pick(at.find(Combo, "relation_other"), "شاحنات")
    relations = [r for r in at.session.relations.values() if r.type is RelationType.RESTATES]
    assert [(r.from_.id, r.to.id) for r in relations] == [(at.id, other)]
    at.desk.select(other)
    labels = [w.text() for w in at.inspector.findChildren(QLabel) if w.isVisible()]
    assert "Restated by" in labels
    click(at.find(QToolButton, "remove"))
    assert not [r for r in at.session.relations.values() if r.type is RelationType.RESTATES]


def test_a_claim_never_relates_to_itself(at):
    at.open()
    other = at.find(Combo, "relation_other")
    other.setFocus()
    assert other.count() == 0


def test_a_field_is_undone_one_step_at_a_time(at):
    at.open()
    signed = at.find(Line, "signed_off_by")
    for words in ("أ", "ب"):
        rewrite(signed, words)
        press(signed, Qt.Key.Key_Return)
    at.desk.undo()
    assert (signed.text(), at.claim.signed_off_by) == ("أ", "أ")


def test_the_scale_used_last_is_offered_though_one_before_it_is_retired(sit):
    at = AtClaim(sit)
    first, last = at.desk.codebook.offered_scales[0], at.desk.codebook.offered_scales[-1]

    at.desk.use_scale(last.slug)
    at.desk.library.codes.do(lambda book: retire_scale(book, first.slug, retired=True))
    at.open()

    assert at.find(Combo, "scale").currentText() == last.label("en")
