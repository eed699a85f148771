"""What is asked for of the list of marks, by words, ticks and keys, and what is said of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QMenu, QPushButton, QToolButton

from reader.gui.panels.marks_filter import TickMenu
from reader.gui.panels.marks_model import MarkRole
from reader.gui.panels.marks_panel import MarksPanel
from reader.model.vocabulary import MarkType, Naming, RelationType, Status
from reader.session.filtering import Filter
from reader.settings import InterfaceLanguage
from tests.support.desks import make_article
from tests.support.people import click, find, press, seen, type_in


class Listed:
    """A list on the screen, beside a desk with marks of every kind."""

    def __init__(self, sit, language: str = "en", width: int = 240, **options) -> None:
        self.seat = sit(language, **options)
        self.desk, self.session = self.seat.controller, self.seat.session
        self.panel = MarksPanel(self.desk)
        self.panel.set_theme(self.seat.theme)
        self.seat.show(self.panel, width=width, height=500)
        self.filter = self.panel.filter

    def fill(self) -> None:
        self.source = self.seat.source("مصدر أمني")
        self.first = self.seat.claim("تعرضت شاحنات")
        self.second = self.seat.claim("عبوتين ناسفتين انفجرتا")
        self.note = self.seat.mark(MarkType.NOTE, "التحالف", note="أيّ أميركيين؟")
        self.date = self.seat.mark(MarkType.HIGHLIGHT, "الخميس", codes=("date",))
        self.seat.link(self.second, self.source)
        self.desk.select(None)

    @property
    def view(self) -> QListView:
        return self.panel.findChild(QListView, "marks")

    def rows(self, role: int = MarkRole.ID) -> list:
        model = self.view.model()
        return [model.index(row, 0).data(role) for row in range(model.rowCount())]

    def open_menu(self) -> TickMenu:
        """Open the menu by the keyboard."""
        self.filter.button.setFocus()
        self.filter.menu.popup(self.panel.mapToGlobal(self.panel.rect().center()))
        return self.filter.menu

    def tick(self, menu: QMenu, words: str) -> None:
        menu.setActiveAction(next(a for a in menu.actions() if a.text() == words))
        press(menu, Qt.Key.Key_Space)

    def said(self) -> list[str]:
        labels = [w for w in seen(self.panel) if hasattr(w, "wordWrap") and w.wordWrap()]
        return [w.text() for w in labels]

    def chips(self) -> list[QToolButton]:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return [b for b in self.panel.findChildren(QToolButton) if b.property("kind") == "chip"]


@pytest.fixture
def listed(sit):
    def make(*arguments, **options) -> Listed:
        at = Listed(sit, *arguments, **options)
        at.fill()
        return at

    return make


def test_words_are_looked_for_as_one_types_and_counted(listed):
    at = listed()
    click(at.filter.field)
    type_in(at.filter.field, "امريكي")
    assert at.rows() == [at.note]
    assert at.filter.count.text() == "1 of 5"


def test_a_claim_is_found_by_the_name_of_its_source(listed):
    at = listed()
    at.session.edit_entity(at.session.marks[at.source].source.entity, name="الشرطة")
    at.filter.field.setText("الشرطه")
    assert set(at.rows()) == {at.source, at.second}


def test_escape_takes_the_words_back(listed):
    at = listed()
    at.filter.field.setFocus()
    type_in(at.filter.field, "لا")
    press(at.filter.field, Qt.Key.Key_Escape)
    assert len(at.rows()) == 5
    assert not at.filter.count.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return])
def test_keys_lead_from_the_field_to_what_was_found(listed, key):
    at = listed()
    at.filter.field.setFocus()
    type_in(at.filter.field, "عبوتين")
    press(at.filter.field, key)
    assert at.view.hasFocus()
    assert at.desk.selected == at.second


def test_things_are_ticked_in_a_menu_that_stays_open(listed):
    at = listed()
    menu = at.open_menu()
    at.tick(menu, "Claim")
    at.tick(menu, "Note")
    assert menu.isVisible()
    assert set(at.rows()) == {at.first, at.second, at.note}
    at.tick(menu, "Claim")
    assert at.rows() == [at.note]
    menu.close()


def test_a_click_in_the_menu_ticks_as_well(listed):
    at = listed()
    menu = at.open_menu()
    action = next(a for a in menu.actions() if a.text() == "Without a source")
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    assert menu.isVisible()
    assert at.rows() == [at.first]
    menu.close()


@pytest.mark.parametrize(
    ("title", "words", "name"),
    [
        ("Identification of the source", "Described", "source"),
        ("Status of the claim", "Chosen for checking", "first"),
        ("Code", "Date", "date"),
    ],
)
def test_namings_statuses_and_codes_stand_in_menus_under_it(listed, title, words, name):
    at = listed()
    at.session.edit_body(at.first, status=Status.CHOSEN)
    menu = at.open_menu()
    under = next(a.menu() for a in menu.actions() if a.text() == title)
    at.tick(under, words)
    menu.close()
    assert at.rows() == [getattr(at, name)]


def test_what_is_asked_for_can_be_taken_back_one_by_one(listed):
    at = listed()
    at.filter.toggle("kinds", MarkType.CLAIM)
    at.filter.toggle("namings", Naming.DESCRIBED)
    first, second = at.chips()
    assert [first.text(), second.text()] == ["\u2068Claim\u2069", "\u2068Described\u2069"]
    click(first)
    assert at.rows() == [at.source]
    click(at.chips()[0])
    assert len(at.rows()) == 5
    assert at.chips() == []


def test_all_is_asked_for_again_at_once(listed):
    at = listed()
    at.filter.toggle("kinds", MarkType.CLAIM)
    at.filter.field.setText("عبوتين")
    click(at.filter.clear_button)
    assert len(at.rows()) == 5
    assert at.filter.field.text() == ""
    assert at.filter.filter == Filter()


def test_a_field_that_was_emptied_offers_nothing_to_clear(listed):
    at = listed()
    type_in(at.filter.field, "تعرضت")
    sign = next(b for b in at.filter.field.findChildren(QToolButton) if b.isEnabled())
    at.seat.qtbot.waitUntil(lambda: sign.isEnabled())
    click(at.filter.clear_button)
    at.seat.qtbot.waitUntil(lambda: sign.isHidden() or not sign.isEnabled())


def test_a_button_whose_menu_is_gone_knows_that_the_mouse_is_elsewhere(listed):
    at = listed()
    at.filter.button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    menu = at.open_menu()
    menu.close()
    assert not at.filter.button.underMouse()


def test_where_nothing_is_like_that_it_is_said_with_a_way_out(listed):
    at = listed()
    at.filter.field.setText("باريس")
    assert at.said() == ["No mark is like this."]
    assert at.filter.count.text() == "0 of 5"
    click(next(b for b in seen(at.panel) if isinstance(b, QPushButton)))
    assert len(at.rows()) == 5
    assert at.said() == []


def test_a_mark_that_is_selected_in_the_text_but_not_listed_is_said_to_be(listed):
    at = listed()
    at.filter.toggle("kinds", MarkType.SOURCE)
    at.desk.select(at.note)
    assert at.said() == ["The selected mark is not in this list."]
    at.desk.select(at.source)
    assert at.said() == []
    assert at.view.currentIndex().data(MarkRole.ID) == at.source


def test_a_new_mark_that_is_not_asked_for_is_said_not_to_be_listed(listed):
    at = listed()
    at.filter.toggle("kinds", MarkType.SOURCE)
    start = at.session.article.page_text.index("بابل")
    at.session.add_mark(MarkType.CLAIM, start, start + 4)
    assert at.rows() == [at.source]
    assert at.said() == ["The selected mark is not in this list."]
    assert at.filter.count.text() == "1 of 6"


def test_a_mark_comes_and_goes_as_it_fits(listed):
    at = listed()
    at.filter.toggle("statuses", Status.CHOSEN)
    at.session.edit_body(at.first, status=Status.CHOSEN)
    assert at.rows() == [at.first]
    at.desk.undo()
    assert at.rows() == []


def test_another_article_is_listed_whole(listed):
    at = listed()
    at.filter.field.setText("عبوتين")
    library = at.desk.library
    at.desk.put(None)
    at.desk.put(library.open_article(library.articles()[0].id))
    assert at.filter.filter == Filter()


def test_a_claim_that_restates_others_says_so_and_lacks_no_source(listed):
    at = listed()
    at.session.relate(RelationType.RESTATES, at.first, at.second)
    row = at.rows().index(at.first)
    assert "restates \u2068عبوتين ناسفتين انفجرتا\u2069" in at.rows(MarkRole.DETAIL)[row]
    at.filter.toggle("unsourced", True)
    assert at.rows() == []


def test_chips_and_words_follow_the_language_and_stay_within_the_panel(listed, qtbot):
    at = listed()
    for member in Status:
        at.filter.toggle("statuses", member)
    at.seat.interface.choose(InterfaceLanguage.AR)
    QApplication.processEvents()
    chips = at.chips()
    assert chips[0].text() == "\u2068جديد\u2069"
    edge = at.panel.width() - 20
    qtbot.waitUntil(lambda: chips[0].mapTo(at.panel, chips[0].rect().topRight()).x() > edge)
    for chip in chips:
        assert at.panel.rect().contains(chip.mapTo(at.panel, chip.rect().topLeft()))
        assert at.panel.rect().contains(chip.mapTo(at.panel, chip.rect().bottomRight()))


def test_where_nothing_is_marked_nothing_is_asked(sit):
    at = Listed(sit)
    assert not at.filter.isVisible()
    assert at.said() == ["No marks yet."]


# A thousand marks


@pytest.fixture
def thousand(sit) -> Listed:
    article = make_article(["قال مصدر أمني إن عبوتين انفجرتا قرب الطريق السريع. " * 4] * 500)
    seat = sit(article=article)
    for block in article.blocks[1:]:
        seat.session.add_mark(MarkType.SOURCE, block.start + 4, block.start + 13)
        seat.session.add_mark(MarkType.CLAIM, block.start + 18, block.start + 40)
    return Listed(lambda _: seat)


def test_no_change_of_one_mark_takes_the_list_of_a_thousand_anew(thousand, qtbot):
    at = thousand
    at.filter.toggle("statuses", Status.NEW)
    claim = at.session.here()[701]
    resets: list[None] = []
    at.view.model().modelReset.connect(lambda: resets.append(None))
    at.view.verticalScrollBar().setValue(300)
    for change in (
        lambda: at.session.edit_body(claim.id, status=Status.CHOSEN),
        lambda: at.session.edit_mark(claim.id, note="متى؟"),
        lambda: at.desk.undo(),
        lambda: at.desk.undo(),
        lambda: at.session.delete([at.session.here()[i].id for i in (401, 501, 605)]),
        lambda: at.desk.undo(),
    ):
        change()
        assert at.rows() == [m.id for m in at.session.here() if is_new_claim(m)]
    assert resets == []
    assert at.view.verticalScrollBar().value() == 300


def is_new_claim(mark) -> bool:
    return mark.type is MarkType.CLAIM and mark.claim.status is Status.NEW


def test_all_of_it_is_reached_by_the_keyboard_alone(listed):
    at = listed()
    at.filter.toggle("kinds", MarkType.NOTE)
    at.filter.field.setFocus()
    reached = []
    for _ in range(5):
        reached.append(QApplication.focusWidget())
        press(QApplication.focusWidget(), Qt.Key.Key_Tab)
    wanted = [at.filter.field, at.filter.button, *at.chips(), at.filter.clear_button]
    assert reached == [*wanted, find(at.panel, QListView, "marks")]
