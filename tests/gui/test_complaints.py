"""What people complain of in other programs, each complaint a test that is named for it.

All of it is done through the window, by keys and mouse.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reader.gui.dialogs.encoding_dialog import EncodingDialog
from reader.gui.dialogs.export_dialog import ExportDialog
from reader.model.article import Article, Direction
from reader.settings import InterfaceLanguage
from tests.gui.conftest import Sit
from tests.support.desks import make_article, span_of
from tests.support.people import find, type_in
from tests.support.pixels import like
from tests.support.windows import Person

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
TEXT = [
    "ووفقًا لمصدر أمني، فإنّ الرتل (29 تموز 2021) قرب COVID-19 تعرّض لهجوم.",
    "وأكّدت الوزارةُ أنّ المُهَمَّة انتهت، وقال الأحمد: «لا خسائر»، وكـــتب إليها الآن.",
]
PAGE = """<html><head><title>هجوم على رتل للتحالف الدولي جنوبي العراق</title>{meta}</head><body>
<article><h1>هجوم على رتل للتحالف الدولي جنوبي العراق</h1>{paragraphs}</article></body></html>"""
PARAGRAPH = (
    "<p>قال مصدر أمني إن شاحنات تحمل معدات تابعة للتحالف الدولي تعرضت اليوم لهجمات بعبوات ناسفة في"
    " محافظتي ذي قار وبابل جنوبي العراق، وأكدت الوزارة أن الطريق السريع مفتوح الآن.</p>"
)


@pytest.fixture
def person(sit: Sit) -> Person:
    somebody = sit()
    article = make_article(TEXT)
    somebody.open(article, article.page_text.encode())
    return somebody


def picture(person: Person) -> QImage:
    """The page as it is, without selection, caret, or outlines of what is selected."""
    person.window.view.clear_selection()
    person.window.desk.select(None)
    person.window.marks.setFocus()
    return person.window.view.viewport().grab().toImage()


def ink(person: Person) -> set[tuple[int, int]]:
    return like(picture(person), person.appearance.theme.colour("ink"), 14)


def highlight(person: Person, words: str) -> Any:
    """Select, press 3, and take the first code by Enter."""
    person.select(words)
    person.press("3")
    QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Return)
    return person.selected


def where(person: Person, words: str) -> QRect:
    return person.window.view.span_rect(*span_of(person.session.article, words))


# Letters, words and sides


def test_letters_come_apart_where_a_highlight_starts_inside_an_arabic_word(person: Person) -> None:
    before = ink(person)
    mark = highlight(person, "صدر أم")
    assert mark.words == "صدر أم"
    after = ink(person)
    assert before
    assert before <= after


@pytest.mark.parametrize("key", ["1", "2", "4"])
def test_words_are_reordered_or_lose_their_alignment_after_labelling(
    person: Person, key: str
) -> None:
    words = re.findall(r"[\w-]+", " ".join(TEXT))
    places = {word: where(person, word) for word in words}
    column = person.window.view.viewport().geometry()
    for marked in ("أمني، فإنّ الرتل (29", "2021) قرب COVID", "الوزارةُ"):
        person.mark(marked, key)
    person.window.view.clear_selection()
    assert {word: where(person, word) for word in words} == places
    first = where(person, words[0])
    assert column.right() - first.right() < first.left() - column.left()


def test_offsets_are_counted_from_the_wrong_side(person: Person) -> None:
    """A drag with the mouse across (29 تموز 2021), from the right and from the left."""
    article, view = person.session.article, person.window.view
    start, end = span_of(article, "(29 تموز 2021)")
    one, other = (person.window.view.span_rect(at, at + 1) for at in (start, end - 1))
    right = QPoint(one.right() - 1, one.center().y())  # reading begins here
    left = QPoint(other.left() + 1, other.center().y())
    for points in ((right, left), (left, right)):
        press, release = (point - view.viewport().pos() for point in points)
        QTest.mousePress(view.viewport(), LEFT, PLAIN, press)
        QTest.mouseMove(view.viewport(), (press + release) / 2)
        QTest.mouseMove(view.viewport(), release)
        QTest.mouseRelease(view.viewport(), LEFT, PLAIN, release)
        person.press("2")
        anchor = person.selected.anchors[0]
        assert person.selected.words == "(29 تموز 2021)"
        assert (anchor.start, anchor.end) == (start, end)
        person.press("Ctrl+Z")


def test_a_highlight_is_swallowed_by_one_that_overlaps_it(person: Person) -> None:
    outer = highlight(person, "أمني، فإنّ الرتل (29 تموز 2021)")
    before = picture(person)
    inner = highlight(person, "الرتل")
    assert inner.codes == outer.codes  # of one colour, too
    after = picture(person)
    spot = where(person, "الرتل").translated(-person.window.view.viewport().pos())
    assert before.copy(spot) != after.copy(spot)
    assert [m.id for m in person.marks] == [outer.id, inner.id]

    seen = set()
    for _ in range(2):  # each further click at the place reaches the next mark
        QTest.mouseClick(person.window.view.viewport(), LEFT, PLAIN, spot.center())
        seen.add(person.selected.id)
    assert seen == {outer.id, inner.id}


# Finding


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("المهمة", "المُهَمَّة", id="harakat"),
        pytest.param("الوزارة", "الوزارةُ", id="harakat_at_the_end"),
        pytest.param("وكتب", "وكـــتب", id="tatweel"),
        pytest.param("الاحمد", "الأحمد", id="hamza"),
        pytest.param("الان", "الآن", id="madda"),
    ],
)
def test_find_does_not_ignore_harakat_tatweel_or_hamza(
    person: Person, typed: str, found: str
) -> None:
    person.press("Ctrl+F")
    type_in(person.window.finding.bar.field, typed)
    person.press("Esc")
    start, end = person.window.view.selection() or (0, 0)
    assert person.session.article.page_text[start:end] == found


def test_find_of_whole_words_never_matches_arabic(person: Person) -> None:
    bar = person.window.finding.bar
    person.press("Ctrl+F")
    person.click(bar.whole_words)
    counts = {}
    for words in ("الرتل", "رتل", "COVID", "تل", "وزار"):
        bar.take_focus()
        type_in(bar.field, words)
        counts[words] = bar.count.text()
    # What is written onto a word, such as the article, is no part of it; its letters are.
    assert [w for w, said in counts.items() if "لا نتيجة" in said] == ["تل", "وزار"]


# Encodings


@pytest.fixture
def reader(qapp: Any, qtbot: QtBot, home: Path) -> Any:
    """Somebody whose window can read pages."""
    somebody = Person(qapp, qtbot, home, worker=None)
    yield somebody
    somebody.go()


def a_saved_page(folder: Path, encoding: str, meta: str = "") -> Path:
    path = folder / "page.html"
    path.write_bytes(PAGE.format(meta=meta, paragraphs=PARAGRAPH * 4).encode(encoding))
    return path


@pytest.mark.parametrize("meta", ["", '<meta charset="windows-1256">', '<meta charset="utf-8">'])
def test_pages_in_windows_1256_are_shown_as_mojibake(
    reader: Person, qtbot: QtBot, tmp_path: Path, meta: str
) -> None:
    page = a_saved_page(tmp_path, "windows-1256", meta)
    with qtbot.waitSignal(reader.window.opener.ended, timeout=20_000):
        reader.window.begin([page])
    assert "مصدر أمني" in reader.window.view.document().toRawText()


def test_a_wrong_guess_of_the_encoding_cannot_be_mended(
    reader: Person, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(reader.window.opener.ended, timeout=20_000):
        reader.window.begin([a_saved_page(tmp_path, "windows-1256")])
    read_in(reader, qtbot, "iso-8859-6")
    assert "مصدر أمني" not in reader.window.view.document().toRawText()

    read_in(reader, qtbot, "windows-1256")
    assert "مصدر أمني" in reader.window.view.document().toRawText()


def read_in(person: Person, qtbot: QtBot, encoding: str) -> None:
    """Press the encoding at the foot of the window, choose another, and read again."""
    person.click(find(person.window, QToolButton, "encoding"))
    dialog = person.window.findChildren(EncodingDialog)[-1]
    dialog.encodings.setCurrentIndex(dialog.encodings.findData(encoding))
    with qtbot.waitSignal(person.window.opener.ended, timeout=20_000):
        person.click(dialog.again)


# Handing over


@pytest.mark.parametrize(
    ("language", "tag"),
    [
        (InterfaceLanguage.AR, '<html lang="ar" dir="rtl"'),
        (InterfaceLanguage.EN, '<html lang="en" dir="ltr"'),
    ],
)
def test_exports_say_that_they_are_english_and_have_no_direction(
    sit: Sit, qtbot: QtBot, tmp_path: Path, language: InterfaceLanguage, tag: str
) -> None:
    person = sit(language=language)
    article = make_article(TEXT, title="عنوان «الخبر» وما بعده")
    person.open(article, article.page_text.encode())
    person.mark("مصدر أمني", "1")
    written = exported(person, qtbot, tmp_path)
    text = written.read_text("utf-8")
    assert tag in text
    assert 'dir="rtl"' in text.partition("<main")[2]  # the article's own words, in either


def test_an_arabic_title_becomes_an_empty_file_name(sit: Sit, qtbot: QtBot, tmp_path: Path) -> None:
    person = sit()
    article = make_article(TEXT, title="عنوان: «الخبر»؟ وما بعده/قبله")
    person.open(article, article.page_text.encode())
    name = exported(person, qtbot, tmp_path).name
    assert "عنوان" in name
    assert "الخبر" in name
    assert name.endswith(".html")
    assert not set(name) & set('\\/:*?"<>|')


def exported(person: Person, qtbot: QtBot, folder: Path) -> Path:
    """Press Ctrl+E, save, and accept the name that is proposed."""
    person.press("Ctrl+E")
    dialog = person.window.findChild(ExportDialog)
    person.click(next(b for b in dialog.findChildren(QPushButton) if b.isDefault()))
    chooser = dialog.findChild(QFileDialog)
    written = folder / Path(chooser.selectedFiles()[0]).name
    chooser.close()
    chooser.fileSelected.emit(str(written))
    qtbot.waitUntil(written.exists)
    return written


# A page that changed


def test_a_paragraph_added_above_shifts_every_highlight(person: Person, qtbot: QtBot) -> None:
    """The changed saving is a version of its own; the marks are found on their words in it."""
    mark = highlight(person, "الرتل")
    person.session.flush()
    before = person.marks[0].anchors[0].start
    added = "فقرة أُضيفت في الأعلى."
    longer = make_article([added, *TEXT])
    person.store.add_version(person.session.id, longer, longer.page_text.encode())
    with qtbot.waitSignal(person.window.opener.ended):
        person.window.opener.open_article(person.session.id)
    qtbot.waitUntil(lambda: [m.id for m in person.marks] == [mark.id])

    text: Article = person.session.article
    anchor = person.marks[0].anchors[0]
    assert text.page_text[anchor.start : anchor.end] == "الرتل"
    assert anchor.start == before + len(added) + 1


# Direction


def test_the_direction_setting_cannot_be_found(person: Person) -> None:
    """It stands at the foot of the window, says how it is, and is one press away."""
    button = find(person.window, QToolButton, "direction")
    assert button.text() == "الاتجاه: من اليمين إلى اليسار"
    choices = {action.text().replace("&", ""): action for action in button.menu().actions()}
    choice = choices["من اليسار إلى اليمين"]
    choice.trigger()
    assert button.text() == "الاتجاه: من اليسار إلى اليمين"
    assert person.session.record.direction is Direction.LTR
    person.press("Ctrl+Z")
    assert button.text() == "الاتجاه: من اليمين إلى اليسار"


# Undo


def undone_everywhere(person: Person) -> int:
    """Press Ctrl+Z in the text until nothing is left to undo: how often that was."""
    times = 0
    person.window.view.setFocus()
    while person.window.table["undo"].isEnabled():
        person.press("Ctrl+Z")
        times += 1
        assert times < 50
    return times


def test_there_is_no_undo_for_all_that_can_be_done(person: Person) -> None:
    """Marks, links, fields, notes, paragraphs left out, the direction: one history of all."""
    source = person.mark("مصدر أمني", "1")
    person.mark("الرتل", "2")
    person.press("L", "1")
    person.mark("الوزارةُ", "4")
    QTest.keyClicks(person.window.focusWidget(), "12")
    person.window.view.setFocus()
    person.window.view.block_choice_requested.emit(("b1",), False)
    person.window.table["direction_ltr"].trigger()
    person.window.desk.select(source.id)
    person.press("Del")

    assert undone_everywhere(person) >= 7
    session = person.session
    assert not session.marks
    assert not session.relations
    assert not session.block_choices
    assert session.record.direction is None


@pytest.mark.parametrize("place", ["the text", "the list", "a field", "the find bar", "nowhere"])
def test_undo_works_only_in_some_places(person: Person, place: str) -> None:
    person.mark("مصدر أمني", "1")
    places = {
        "the text": person.window.view,
        "the list": find(person.window, QWidget, "marks"),
        "a field": person.window.inspector.findChildren(QLineEdit)[0],
        "the find bar": person.window.finding.bar.field,
    }
    if place == "the find bar":
        person.press("Ctrl+F")
    target = places.get(place, person.window)
    target.setFocus()
    QTest.keySequence(target, "Ctrl+Z")
    assert not person.session.marks


def test_undo_is_lost_when_a_dialog_was_open(person: Person) -> None:
    person.mark("مصدر أمني", "1")
    person.press("Ctrl+E")
    person.window.findChild(ExportDialog).reject()
    person.window.activateWindow()  # as a window manager does when a dialog closes
    person.qtbot.waitUntil(person.window.isActiveWindow)
    person.press("Ctrl+Z")
    assert not person.session.marks
