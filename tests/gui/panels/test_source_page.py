"""The page of a source: its fields, its card, who shares it, the chain that it stands in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton

from reader.gui.kit.controls import Combo
from reader.gui.kit.fields import Choice, Line, Paragraph, Tick
from reader.gui.kit.layouts import Section, titled
from reader.gui.panels.inspector import Inspector
from reader.model.annotations import Hop
from reader.model.vocabulary import (
    AnonymityReason,
    Knowledge,
    Naming,
    Number,
    Role,
    SourceKind,
    Standing,
)
from reader.wording import label
from tests.support.desks import span_of
from tests.support.people import click, find, pick, press, rewrite, type_in, write


class AtSource:
    """An inspector that shows an anonymous source."""

    def __init__(self, sit, language: str = "en") -> None:
        self.seat = sit(language)
        self.desk, self.session = self.seat.controller, self.seat.session
        self.id = self.seat.source("مصدر أمني")
        self.inspector = Inspector(self.desk, self.seat.theme)
        self.seat.show(self.inspector, height=1600)
        self.desk.select(self.id)

    @property
    def mention(self):
        return self.session.marks[self.id].source

    @property
    def card(self):
        return self.session.entities[self.mention.entity]

    def open(self) -> None:
        click(find(self.inspector, Section, "details").button)

    def open_chain(self) -> None:
        for section in self.inspector.findChildren(Section):
            if section.isVisible() and section.objectName() == "chain":
                click(section.button)

    def find(self, kind, name):
        return find(self.inspector, kind, name)

    def text(self, name: str) -> str:
        return "".join(c for c in self.find(QLabel, name).text() if c not in "\u2068\u2069")


@pytest.fixture
def at(sit) -> AtSource:
    return AtSource(sit)


# Fields


def test_what_is_shown_at_once_is_the_naming_and_the_chain(at):
    assert at.find(Choice, "naming").isVisible()
    assert at.text("chain_words") == "زاكروس عربية, citing this source"
    assert not [w for w in at.inspector.findChildren(Line, "role") if w.isVisible()]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("naming", Naming.BARE),
        ("number", Number.SEVERAL),
        ("knowledge", Knowledge.DIRECT),
        ("anonymity_reason", AnonymityReason.SAFETY),
    ],
)
def test_each_closed_list_of_a_source_is_kept(at, name, value):
    at.open()
    pick(at.find(Choice, name), titled(label(value, "en")))
    assert getattr(at.mention, name) is value


def test_the_kind_of_a_source_is_kept_and_its_card_goes_along(at):
    at.open()
    kind = next(k for k in at.inspector.findChildren(Choice, "kind") if k.isVisible())
    pick(kind, "Group")
    assert at.mention.kind is SourceKind.GROUP is at.card.kind


@pytest.mark.parametrize("name", ["role", "affiliation", "country", "anonymity_words"])
def test_each_line_of_a_source_is_kept_as_written(at, name):
    at.open()
    line = next(x for x in at.inspector.findChildren(Line, name) if x.isVisible())
    write(line, "كما وردت")
    press(line, Qt.Key.Key_Return)
    assert getattr(at.mention, name) == "كما وردت"


# The card


def test_the_card_is_named_and_placed(at):
    at.open()
    name = at.find(Line, "name")
    rewrite(name, "مصدر في الشرطة")
    press(name, Qt.Key.Key_Return)
    pick(at.find(Choice, "standing"), "Official")
    aliases = at.find(Line, "aliases")
    write(aliases, "الأمن، police")
    press(aliases, Qt.Key.Key_Return)
    write(at.find(Paragraph, "notes"), "يُسأل مرة أخرى")
    at.desk.settle()
    card = at.card
    assert (card.name, card.standing) == ("مصدر في الشرطة", Standing.OFFICIAL)
    assert (card.aliases, card.notes) == (("الأمن", "police"), "يُسأل مرة أخرى")


def test_notes_warn_while_the_source_is_anonymous_in_the_whole_article(at):
    at.open()
    warnings = [w for w in at.inspector.findChildren(QLabel, "confidential") if w.isVisible()]
    assert len(warnings) == 2  # one for the note, one for the card
    other = at.seat.source("المقاومة العراقية")
    at.session.edit_body(other, naming=Naming.NAMED)
    at.session.same_source(at.id, other)
    at.desk.select(at.id)
    assert not [w for w in at.inspector.findChildren(QLabel, "confidential") if w.isVisible()]


def test_two_mentions_are_made_one_source_and_two_again(at):
    other = at.seat.source("السفارة الأميركية")
    at.desk.select(other)
    pick(at.find(Combo, "same_source"), "مصدر أمني")
    assert at.session.marks[other].source.entity == at.mention.entity
    assert "مصدر أمني" in at.text("shared_card")
    click(at.find(QPushButton, "own_card"))
    assert at.session.marks[other].source.entity != at.mention.entity
    assert not at.inspector.findChild(QLabel, "shared_card").isVisible()


def test_a_source_without_a_card_is_offered_one(at):
    at.session.edit_body(at.id, entity=None)
    assert not [w for w in at.inspector.findChildren(Line, "name") if w.isVisible()]
    click(at.find(QPushButton, "own_card"))
    assert at.card.name == "مصدر أمني"


# Its chain


def test_a_relay_is_added_by_name_flagged_and_taken_out_again(at):
    at.open_chain()
    name = at.find(Line, "relay_name")
    write(name, "العربي الجديد")
    press(name, Qt.Key.Key_Return)
    assert at.mention.chain == (Hop(words="العربي الجديد"),)
    assert at.text("chain_words") == "زاكروس عربية, citing العربي الجديد, citing this source"
    assert name.text() == ""
    click(at.find(Tick, "undisclosed"))
    channel = at.find(Line, "channel")
    write(channel, "تلغرام")
    press(channel, Qt.Key.Key_Return)
    assert at.mention.chain == (Hop(words="العربي الجديد", undisclosed=True, channel="تلغرام"),)
    assert channel.hasFocus()
    click(at.find(QToolButton, "hop_out"))
    assert at.mention.chain == ()


def test_a_relay_is_chosen_among_the_mentions_but_never_the_source_itself(at):
    other = at.seat.source("المقاومة العراقية")
    at.desk.select(at.id)
    at.open_chain()
    choice = at.find(Combo, "relay_choice")
    choice.setFocus()
    assert choice.count() == 1
    pick(choice, "المقاومة العراقية")
    assert [hop.mention for hop in at.mention.chain] == [other]


def test_hops_move_by_their_buttons_and_the_focus_goes_with_them(at):
    hops = tuple(Hop(words=words) for words in ("أ", "ب", "ج"))
    at.session.edit_body(at.id, chain=hops)
    at.open_chain()
    ups = at.inspector.findChildren(QToolButton, "hop_up")
    last = next(b for b in ups if "ج" in b.parent().findChild(QLabel).text())
    last.setFocus()
    press(last, Qt.Key.Key_Space, Qt.Key.Key_Space)
    assert [hop.words for hop in at.mention.chain] == ["ج", "أ", "ب"]
    assert last.hasFocus()
    QApplication.processEvents()
    rows = sorted(
        (b for b in ups if b.isVisible()), key=lambda b: b.mapToGlobal(b.rect().center()).y()
    )
    assert rows[0] is last


def test_a_half_typed_channel_is_kept_when_another_mark_is_selected(at):
    at.session.edit_body(at.id, chain=(Hop(words="أ"),))
    at.open_chain()
    write(at.find(Line, "channel"), "تلغ")
    at.desk.select(None)
    assert at.mention.chain[0].channel == "تلغ"


def test_equal_names_in_a_chain_stay_apart(at):
    at.session.edit_body(at.id, chain=(Hop(words="أ"), Hop(words="أ")))
    at.open_chain()
    second = at.inspector.findChildren(QToolButton, "hop_out")
    rows = sorted((b for b in second if b.isVisible()), key=lambda b: b.mapToGlobal(b.pos()).y())
    ticks = [t for t in at.inspector.findChildren(Tick, "undisclosed") if t.isVisible()]
    assert len(rows) == len(ticks) == 2
    click(max(ticks, key=lambda t: t.mapToGlobal(t.pos()).y()))
    assert [hop.undisclosed for hop in at.mention.chain] == [False, True]


def test_the_chain_reads_right_to_left_in_arabic(sit):
    at = AtSource(sit, "ar")
    at.session.edit_body(at.id, chain=(Hop(words="العربي الجديد", undisclosed=True),))
    words = at.text("chain_words")
    assert words.startswith("زاكروس عربية، عن العربي الجديد (نقل غير معلن)، عن ")


# Cue and content


def test_the_words_selected_in_the_text_become_the_cue(at):
    at.open()
    found = at.inspector.findChildren(QPushButton, "take")
    takes = {b.accessibleName(): b for b in found if b.isVisible()}
    take = takes["Cue: Take the selected words"]
    assert not take.isEnabled()
    at.desk.set_selection(*span_of(at.session.article, "خلال"))
    click(take)
    anchors = {a.role: a.exact for a in at.session.marks[at.id].anchors}
    assert anchors == {Role.SPAN: "مصدر أمني", Role.CUE: "خلال"}
    click(at.find(QToolButton, "remove"))
    assert len(at.session.marks[at.id].anchors) == 1
    at.desk.set_selection(0, 0)
    assert not take.isEnabled()


def test_what_is_typed_into_a_name_cannot_break_out_of_it(at):
    at.open()
    name = at.find(Line, "name")
    click(name)
    type_in(name, " \u202eمصدر")
    press(name, Qt.Key.Key_Return)
    other = at.seat.source("المصدر ذاته")
    at.session.same_source(other, at.id)
    at.desk.select(other)
    assert at.inspector.findChild(QLabel, "shared_card").text().count("\u2068") == 1
