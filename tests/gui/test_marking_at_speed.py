"""Marking at speed in the window: by keys, and by the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from reader.gui.kit.palette import Palette
from reader.model.vocabulary import MarkType, Naming, Number, Polarity, SourceKind, Status
from reader.settings import InterfaceLanguage
from tests.gui.conftest import Sit
from tests.support.desks import make_article
from tests.support.windows import Person

PARAGRAPH = (
    'ووفقًا لمصدر أمني، فإن "عبوتين انفجرتا ظهر اليوم وأصيبت شاحنة قرب الجسر". وقال شاهد إن '
    "الطريق أُغلق. وأكد المصدر ذاته، أن الطريق فُتح."
)
SOURCE, CLAIM = "مصدر أمني", "عبوتين انفجرتا ظهر اليوم وأصيبت شاحنة قرب الجسر"


@pytest.fixture
def person(sit: Sit) -> Person:
    person = sit()
    _open(person, [PARAGRAPH])
    return person


def _open(person: Person, paragraphs: list[str]) -> None:
    article = make_article(paragraphs)
    person.open(article, article.page_text.encode())


def palette() -> QWidget:
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, Palette)
    return popup


def answer(*keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(palette(), key)


def selected_words(person: Person) -> str:
    span = person.window.view.selection()
    return person.session.article.page_text[slice(*span)] if span else ""


def test_one_key_marks_a_claim_of_the_last_source_and_says_whose(person: Person) -> None:
    source = person.mark(SOURCE, "1")
    tip = person.window.table["claim_of_last"].toolTip()

    claim = person.mark(CLAIM, "5")

    (link,) = person.session.attributions(claim.id)
    assert link.to.id == source.id
    assert SOURCE in tip
    told = [label.text() for label in person.window.messages.findChildren(QLabel)]
    assert any(SOURCE in text for text in told)
    person.press("Ctrl+Z")
    assert [m.id for m in person.marks] == [source.id]


def test_without_a_source_before_the_words_there_is_no_last_one(person: Person) -> None:
    person.select(CLAIM)
    assert not person.window.table["claim_of_last"].isEnabled()
    person.mark("شاهد", "1")
    assert person.window.table["claim_of_last"].isEnabled()


def test_after_reopening_the_last_source_is_the_nearest_before_the_words(person: Person) -> None:
    first, second = person.mark(SOURCE, "1"), person.mark("شاهد", "1")
    person.saves()
    article = person.session.id
    person.press("Ctrl+L")
    person.open_known(article)

    person.select("الطريق أُغلق")
    assert "شاهد" in person.window.table["claim_of_last"].toolTip()
    claim = person.mark(CLAIM, "5")

    assert person.session.attributions(claim.id)[0].to.id == first.id
    assert second.id in person.session.marks


def test_another_key_repeats_the_last_mark(person: Person) -> None:
    person.mark(SOURCE, "1")
    first = person.mark(CLAIM, "5")

    again = person.mark("الطريق أُغلق", "6")

    links = [person.session.attributions(mark.id)[0].to.id for mark in (first, again)]
    assert again.type is MarkType.CLAIM
    assert links[0] == links[1]


def test_a_claim_is_split_at_the_caret_and_the_reason_is_told_where_it_cannot_be(
    person: Person,
) -> None:
    person.mark(SOURCE, "1")
    person.mark(CLAIM, "5")
    view, text = person.window.view, person.session.article.page_text
    view.put_caret(text.index("وأصيبت"))

    person.press("7")

    claims = [m.words for m in person.marks if m.type is MarkType.CLAIM]
    assert claims == ["عبوتين انفجرتا ظهر اليوم", "وأصيبت شاحنة قرب الجسر"]
    assert len(person.session.relations) == 2
    view.put_caret(text.index("شاهد"))
    with person.qtbot.waitSignal(person.window.desk.refused) as refused:
        person.press("7")
    assert refused.args[0].code == "split_outside"


def test_a_mark_is_selected_by_a_key_and_moved_by_it_to_other_words(person: Person) -> None:
    mark = person.mark(SOURCE, "1")

    person.press("8")
    assert selected_words(person) == SOURCE
    person.press("F5", "8")

    assert person.selected.id == mark.id
    assert person.selected.words == "أمني"


def test_what_is_marked_grows_to_whole_words_only_on_demand(person: Person) -> None:
    assert person.mark(SOURCE, "1").words == SOURCE
    person.press("W")
    assert person.mark(SOURCE, "1").words == "لمصدر أمني"
    assert person.saved[-1].snap_words


def test_the_kind_the_naming_and_the_number_of_a_source_take_one_key_each(person: Person) -> None:
    mark = person.mark("شاهد", "1")

    person.press("9")
    answer(Qt.Key.Key_2, Qt.Key.Key_4, Qt.Key.Key_2)

    body = person.session.marks[mark.id].source
    assert (body.kind, body.naming, body.number) == (
        SourceKind.GROUP,
        Naming.DESCRIBED,
        Number.SEVERAL,
    )
    assert QApplication.activePopupWidget() is None


def test_enter_keeps_what_is_and_escape_leaves(person: Person) -> None:
    mark = person.mark(SOURCE, "1")
    before = mark.source

    person.press("9")
    answer(Qt.Key.Key_Return, Qt.Key.Key_Escape)

    assert person.session.marks[mark.id].source == before
    assert QApplication.activePopupWidget() is None


def test_a_denied_claim_and_its_status_take_one_key_each(person: Person) -> None:
    person.mark(SOURCE, "1")
    claim = person.mark(CLAIM, "5")

    person.press("9")
    answer(Qt.Key.Key_Return, Qt.Key.Key_2, Qt.Key.Key_2, Qt.Key.Key_Escape)

    (link,) = person.session.attributions(claim.id)
    assert link.attribution is not None
    assert link.attribution.polarity is Polarity.DENIES
    assert person.session.marks[claim.id].claim.status is Status.CHOSEN


def test_the_same_source_is_said_by_the_digit_of_a_short_list(person: Person) -> None:
    first, other = person.mark(SOURCE, "1"), person.mark("شاهد", "1")

    person.press("0")
    answer(Qt.Key.Key_1, Qt.Key.Key_1)

    marks = person.session.marks
    assert marks[other.id].source.entity == marks[first.id].source.entity


def test_a_relation_keeps_its_digit_whatever_else_is_offered(person: Person) -> None:
    person.mark(SOURCE, "1")
    first = person.mark(CLAIM, "5")
    second = person.mark("الطريق أُغلق", "2")

    person.press("0")
    answer(Qt.Key.Key_4, Qt.Key.Key_1)

    (restating,) = (r for r in person.session.relations.values() if r.from_.id == second.id)
    assert restating.to.id == first.id


def test_nothing_is_asked_of_a_mark_that_stands_alone_and_it_is_said_why(person: Person) -> None:
    person.mark(SOURCE, "1")
    with person.qtbot.waitSignal(person.window.desk.refused) as refused:
        person.press("0")
    assert refused.args[0].code == "nothing_to_relate"


def test_clauses_are_stepped_through_and_grown_by_keys(person: Person) -> None:
    person.press("Ctrl+Down", "Ctrl+Down")
    assert selected_words(person) == "ووفقًا لمصدر أمني"
    person.press("Ctrl+Down")
    assert selected_words(person) == CLAIM
    person.press("Ctrl+Up")
    assert selected_words(person) == "ووفقًا لمصدر أمني"
    person.press("Ctrl+Shift+Down")
    assert selected_words(person).endswith(CLAIM)
    person.press("Ctrl+Shift+Up")
    assert selected_words(person) == "ووفقًا لمصدر أمني"
    person.press("F5", "Ctrl+F5")
    assert selected_words(person) == SOURCE
    person.press("Alt+Up")
    assert selected_words(person) == "لمصدر أمني"
    person.press("Alt+Up")
    assert selected_words(person) == "ووفقًا لمصدر أمني"
    person.press("Alt+Down")
    assert selected_words(person) == "لمصدر"


def test_the_caret_goes_by_words_as_one_reads_whatever_the_layout_wraps(person: Person) -> None:
    view = person.window.view
    view.put_caret(person.session.article.page_text.index("فإن"))
    words = []
    for _ in range(20):
        QTest.keyClick(
            view,
            Qt.Key.Key_Left,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
        )
        words.append(len(selected_words(person)))
    assert words == sorted(set(words))
    QTest.keyClick(
        view,
        Qt.Key.Key_Right,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert len(selected_words(person)) == words[-2]


def test_letters_are_selected_as_one_reads(person: Person) -> None:
    view = person.window.view
    view.put_caret(person.session.article.page_text.index(SOURCE))
    for _ in range(4):
        QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert selected_words(person) == "مصدر"


def test_a_caret_that_was_scrolled_away_is_where_the_screen_begins(sit: Sit) -> None:
    person = sit()
    _open(person, [f"فقرة {n} من المقال" for n in range(200)])
    view = person.window.view
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)

    person.press("Ctrl+Down")

    assert view.selection()[0] >= view.first_visible() > 500


def _click(person: Person, words: str, times: int) -> None:
    view, text = person.window.view, person.session.article.page_text
    start = text.index(words)
    rect = view.span_rect(start, start + len(words))
    at = view.viewport().mapFrom(view, QPoint(rect.center().x(), rect.center().y()))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    if times > 1:
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    if times > 2:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_a_double_click_selects_a_word_and_one_click_more_its_sentence(person: Person) -> None:
    _click(person, "شاهد", 2)
    assert selected_words(person) == "شاهد"
    person.window.view.clear_selection()
    _click(person, "أُغلق", 3)
    assert selected_words(person) == "وقال شاهد إن الطريق أُغلق"


def test_that_no_words_are_selected_is_said_until_some_are(person: Person) -> None:
    person.press("1")
    assert person.window.messages.notice("error") is not None
    _click(person, "شاهد", 2)
    assert person.window.messages.notice("error") is None


def test_the_selection_bar_offers_a_claim_of_the_last_source(person: Person) -> None:
    person.mark(SOURCE, "1")
    person.select(CLAIM)
    names = [a.objectName() for a in person.window.table.named(("claim_of_last",)) if a.isEnabled()]
    assert names == ["claim_of_last"]


def test_the_answers_of_the_palette_are_written_as_in_the_inspector(sit: Sit) -> None:
    person = sit(language=InterfaceLanguage.EN)
    _open(person, [PARAGRAPH])
    person.mark(CLAIM, "2")
    person.press("9")
    said = [action.text().split("\t")[0] for action in palette().actions() if action.text()]
    assert "Chosen for checking" in said
    answer(Qt.Key.Key_Escape)
