"""The list of marks: what a row says, how it is cut, and the selection both ways."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListView

from reader.gui.panels.marks_model import MarkRole
from reader.gui.panels.marks_panel import MARGIN, SAMPLE, MarksPanel
from reader.model.vocabulary import MarkType, Naming, Status
from reader.settings import InterfaceLanguage
from tests.support.desks import make_article
from tests.support.people import find, press


class Listed:
    """A list on the screen, beside a desk with a source and two claims."""

    def __init__(self, sit, language: str = "en", width: int = 260, **options) -> None:
        self.seat = sit(language, **options)
        self.desk, self.session = self.seat.controller, self.seat.session
        self.panel = MarksPanel(self.desk)
        self.panel.set_theme(self.seat.theme)
        self.seat.show(self.panel, width=width, height=500)

    def fill(self) -> None:
        self.source = self.seat.source("مصدر أمني")
        self.first = self.seat.claim("تعرضت شاحنات")
        self.second = self.seat.claim("عبوتين ناسفتين انفجرتا")
        self.desk.select(None)

    @property
    def view(self) -> QListView:
        return find(self.panel, QListView, "marks")

    def rows(self, role: int = Qt.ItemDataRole.DisplayRole) -> list[str]:
        model = self.panel.findChild(QListView, "marks").model()
        return [plain(str(model.index(row, 0).data(role))) for row in range(model.rowCount())]

    def click(self, row: int) -> None:
        QApplication.processEvents()
        where = self.view.visualRect(self.view.model().index(row, 0)).center()
        QTest.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, pos=where)

    def strip(self, row: int, at: int) -> list[QColor]:
        """The colours of a row's line 0 or 1, from left to right."""
        QApplication.processEvents()
        rect = self.view.visualRect(self.view.model().index(row, 0))
        line = self.view.fontMetrics().lineSpacing()
        image = self.view.viewport().grab().toImage()
        top = rect.top() + MARGIN + at * line
        return [
            min(
                (image.pixelColor(x, y) for y in range(top, top + line)),
                key=lambda colour: colour.lightness(),
            )
            for x in range(rect.width())
        ]


def plain(words: str) -> str:
    return "".join(c for c in words if c not in "\u2068\u2069")


@pytest.fixture
def listed(sit):
    def make(*arguments, **options) -> Listed:
        at = Listed(sit, *arguments, **options)
        at.fill()
        return at

    return make


# Rows


def test_marks_stand_in_reading_order_with_what_is_known_of_each(listed):
    at = listed()
    at.seat.link(at.second, at.source)
    order = [m.words for m in at.session.here()]
    assert at.rows() == order
    details = dict(zip(order, at.rows(MarkRole.DETAIL), strict=True))
    assert details == {
        "مصدر أمني": "Described",
        "تعرضت شاحنات": "New · no source",
        "عبوتين ناسفتين انفجرتا": "New · مصدر أمني",
    }


def test_a_row_says_what_a_changed_card_says(listed):
    at = listed()
    at.seat.link(at.second, at.source)
    at.session.edit_entity(at.session.marks[at.source].source.entity, name="الشرطة")
    at.session.edit_body(at.second, status=Status.CHOSEN)
    assert "Chosen for checking · الشرطة" in at.rows(MarkRole.DETAIL)


def test_a_highlight_says_its_codes_and_its_note(listed):
    at = listed()
    at.seat.mark(MarkType.HIGHLIGHT, "الخميس", codes=("date", "lost"), note="متى\nبالضبط؟")
    assert "Date · lost · متى بالضبط؟" in at.rows(MarkRole.DETAIL)


def test_a_screen_reader_hears_the_kind_the_words_and_the_rest(listed):
    at = listed("ar")
    heard = at.rows(Qt.ItemDataRole.AccessibleTextRole)
    assert "مصدر: مصدر أمني. موصوف" in heard


def test_the_words_of_the_page_are_isolated(listed):
    at = listed()
    at.seat.mark(MarkType.NOTE, "التحالف", note="\u202egnp.exe")
    model = at.view.model()
    for row in range(model.rowCount()):
        for role in (Qt.ItemDataRole.DisplayRole, MarkRole.DETAIL):
            words = str(model.index(row, 0).data(role))
            assert words.count("\u2068") == words.count("\u2069")
        assert str(model.index(row, 0).data()).startswith("\u2068")


def test_a_mark_over_paragraphs_is_one_line(sit):
    article = make_article(["الأول.", "الثاني"])
    at = Listed(sit, article=article)
    start = article.page_text.index("الأول")
    at.session.add_mark(MarkType.HIGHLIGHT, start, len(article.page_text))
    assert at.rows() == ["الأول. الثاني"]


def test_an_empty_list_says_so(sit):
    at = Listed(sit)
    assert [w.text() for w in at.panel.findChildren(QLabel) if w.isVisible()] == ["No marks yet."]
    at.fill()
    assert [w.text() for w in at.panel.findChildren(QLabel) if w.isVisible()] == []


def test_the_list_speaks_another_language_at_once(listed):
    at = listed("en")
    at.seat.interface.choose(InterfaceLanguage.AR)
    QApplication.processEvents()
    assert "موصوف" in at.rows(MarkRole.DETAIL)


# How a row is painted


@pytest.mark.parametrize(("language", "ltr"), [("ar", False), ("en", True)])
def test_the_sample_and_the_words_begin_where_the_interface_does(listed, language, ltr):
    at = listed(language, width=400)
    paper = at.seat.theme.colour("raised").lightness()
    row = at.rows().index("مصدر أمني")
    inked = [x for x, colour in enumerate(at.strip(row, 0)) if colour.lightness() < paper - 25]
    width = at.view.visualRect(at.view.model().index(row, 0)).width()
    distance = (lambda x: x) if ltr else (lambda x: width - 1 - x)
    assert min(map(distance, inked)) <= MARGIN + 2
    words = [x for x in map(distance, inked) if x > MARGIN + SAMPLE + 2]
    assert min(words) <= SAMPLE + 2 * MARGIN + 4
    assert max(words) < width * 0.6


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize(
    "words",
    ["قال مصدر أمني في الشرطة إن عبوتين", "COVID-19 monitor says: قال المصدر إن العدد"],
)
def test_long_words_are_cut_at_their_own_end(sit, language, words):
    at = Listed(sit, language, width=150, article=make_article([words]))
    at.seat.mark(MarkType.NOTE, words)
    at.desk.select(None)
    metrics, whole = at.view.fontMetrics(), at.view.model().index(0, 0).data()
    shown = metrics.elidedText(whole, Qt.TextElideMode.ElideRight, 90)
    assert plain(shown).startswith(words[:5])
    assert shown.rstrip("\u2069").endswith("…")
    # Nothing is painted outside the row's margins.
    paper = at.seat.theme.colour("raised").lightness()
    strip = at.strip(0, 0)
    assert all(c.lightness() > paper - 25 for c in strip[: MARGIN - 1] + strip[1 - MARGIN :])


def test_an_anonymous_source_looks_unlike_a_named_one_in_the_list(listed):
    at = listed()
    row = at.rows().index("مصدر أمني")
    before = at.strip(row, 0)
    at.session.edit_body(at.source, naming=Naming.NAMED)
    assert at.strip(row, 0) != before


# Selecting


def test_a_click_selects_everywhere(listed):
    at = listed()
    at.click(at.rows().index("مصدر أمني"))
    assert at.desk.selected == at.source


def test_the_row_of_what_is_selected_elsewhere_is_current(listed):
    at = listed()
    at.desk.select(at.second)
    assert at.view.currentIndex().data(MarkRole.ID) == at.second
    at.desk.select(None)
    assert not at.view.selectionModel().hasSelection()


def test_the_arrows_walk_through_the_marks(listed):
    at = listed()
    at.view.setFocus()
    press(at.view, Qt.Key.Key_Home)
    walked = [at.desk.selected]
    for _ in range(2):
        press(at.view, Qt.Key.Key_Down)
        walked.append(at.desk.selected)
    assert walked == [m.id for m in at.session.here()]


def test_while_a_link_waits_the_arrows_only_look_and_enter_picks(listed):
    at = listed()
    at.desk.select(at.second)
    at.desk.begin_linking()
    at.view.setFocus()
    row = at.rows().index("مصدر أمني")
    press(at.view, Qt.Key.Key_Home)
    for _ in range(row):
        press(at.view, Qt.Key.Key_Down)
    assert at.desk.selected == at.second
    press(at.view, Qt.Key.Key_Return)
    assert [r.to.id for r in at.session.attributions(at.second)] == [at.source]


def test_a_click_picks_while_a_link_waits(listed):
    at = listed()
    at.desk.select(at.second)
    at.desk.begin_linking()
    at.click(at.rows().index("مصدر أمني"))
    assert [r.to.id for r in at.session.attributions(at.second)] == [at.source]


def test_a_new_mark_comes_into_the_list_and_leaves_it_with_undo(listed):
    at = listed()
    mark = at.seat.mark(MarkType.NOTE, "التحالف")
    assert at.view.currentIndex().data(MarkRole.ID) == mark
    at.desk.undo()
    assert at.rows() == [m.words for m in at.session.here()]


def test_deleting_goes_on_to_the_next_row_for_whoever_works_in_the_list(listed):
    at = listed()
    at.view.setFocus()
    press(at.view, Qt.Key.Key_Home)
    ids = [m.id for m in at.session.here()]
    at.desk.delete([ids[0]])
    assert at.desk.selected == ids[1]


def test_several_marks_that_go_at_once_leave_the_rest(listed):
    at = listed()
    at.desk.delete([at.session.here()[0].id, at.session.here()[2].id])
    assert at.rows() == [m.words for m in at.session.here()]


# A thousand marks


@pytest.fixture
def thousand(sit) -> Listed:
    article = make_article(["قال مصدر أمني إن عبوتين انفجرتا قرب الطريق السريع. " * 4] * 500)
    seat = sit(article=article)
    for block in article.blocks[1:]:
        seat.session.add_mark(MarkType.SOURCE, block.start + 4, block.start + 13)
        seat.session.add_mark(MarkType.CLAIM, block.start + 18, block.start + 40)
    return Listed(lambda _: seat)


def test_the_list_scrolls_to_a_mark_among_a_thousand(thousand):
    at = thousand
    last = at.session.here()[-1]
    at.desk.select(at.session.here()[0].id)
    QApplication.processEvents()
    at.desk.select(last.id)
    QApplication.processEvents()
    rect = at.view.visualRect(at.view.currentIndex())
    assert at.view.viewport().rect().contains(rect.center())


def test_a_place_in_the_list_stays_when_a_mark_is_edited(thousand):
    at = thousand
    at.view.verticalScrollBar().setValue(300)
    claim = next(m for m in at.session.here()[700:] if m.type is MarkType.CLAIM)
    at.session.edit_body(claim.id, status=Status.CHOSEN)
    QApplication.processEvents()
    assert at.view.verticalScrollBar().value() == 300


def test_a_thousand_rows_are_painted_in_no_more_time_than_the_few_that_are_seen(thousand):
    at = thousand
    QApplication.processEvents()

    def paint() -> float:
        begun = time.perf_counter()
        at.view.viewport().grab()
        return time.perf_counter() - begun

    first = paint()
    many = min(paint() for _ in range(5))
    seen = at.view.viewport().height() // at.view.sizeHintForRow(0) + 1
    assert many < first + seen * 0.005
    assert at.view.model().rowCount() == 1000
