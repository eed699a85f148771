"""The reading view, used as a person uses it: by mouse and by keyboard."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QToolTip

from reader.gui.kit.fonts import Typography
from reader.gui.kit.theme import Theme
from reader.gui.page.article_header import ArticleHeader
from reader.gui.page.mark_layout import PaintedMark, Shape
from reader.gui.page.reading_view import ReadingView
from reader.model.article import (
    Asset,
    BlockKind,
    BlockState,
    Cell,
    Direction,
    Image,
    InlineKind,
)
from tests.support.hostile import png
from tests.support.pages import Row, an_article, find, shown_in

# The offscreen platform has no windows to raise and no keyboard to grab.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
WORDS = "ووفقًا لمصدر أمني (29 تموز 2021) قرب COVID-19 مسرح العمليات."
DOUBTFUL = BlockState.DOUBTFUL


def middle_of(view: ReadingView, start: int, end: int) -> QPoint:
    """Where a person would click to hit a span, in the viewport."""
    return view.span_rect(start, end).center() - view.viewport().pos()


def edges_of(view: ReadingView, start: int, end: int) -> tuple[QPoint, QPoint]:
    """Where a drag over a right-to-left span of one line begins and ends."""
    rect = view.span_rect(start, end).translated(-view.viewport().pos())
    y = rect.center().y()
    return QPoint(rect.right() - 1, y), QPoint(rect.left() + 1, y)


def drag(view: ReadingView, start: QPoint, end: QPoint) -> None:
    target = view.viewport()
    QTest.mousePress(target, LEFT, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(target, (start + end) / 2)
    QTest.mouseMove(target, end)
    QTest.mouseRelease(target, LEFT, Qt.KeyboardModifier.NoModifier, end)


def put_caret(view: ReadingView, offset: int) -> None:
    cursor = view.textCursor()
    cursor.setPosition(view.document().table.position(offset))
    view.setTextCursor(cursor)


def a_mark(number: int, span: tuple[int, int], label: str = "") -> PaintedMark:
    return PaintedMark(UUID(int=number), *span, Shape.SOLID, "source_identified", label=label)


# Selecting


def test_dragging_over_words_selects_them(page, qtbot):
    article = an_article("عنوان", WORDS)
    view = page(article)
    span = find(article, "مصدر أمني")
    with qtbot.waitSignals([view.selection_changed, view.selection_finished]):
        drag(view, *edges_of(view, *span))
    assert view.selection() == span


def test_a_double_click_selects_a_word(page, qtbot):
    article = an_article(WORDS)
    view = page(article)
    where = middle_of(view, *find(article, "تموز"))
    QTest.mouseDClick(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, where)
    assert view.selection() == find(article, "تموز")


def test_a_double_click_leaves_the_arabic_comma_after_a_word_out(page):
    article = an_article("بهذه البعثات، ومن ضمنها")
    view = page(article)
    where = middle_of(view, *find(article, "البعثات"))
    QTest.mouseDClick(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, where)
    assert view.selection() == find(article, "البعثات")


def test_a_triple_click_selects_the_paragraph_without_its_end(page):
    article = an_article("أول الكلام", "ثانٍ بعده")
    view = page(article)
    where = middle_of(view, *find(article, "الكلام"))
    QTest.mouseDClick(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, where)
    QTest.mouseClick(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, where)
    assert view.selection() == find(article, "أول الكلام")


def test_shift_and_arrows_select_by_keyboard_alone(page, qtbot):
    article = an_article(WORDS)
    view = page(article)
    start, end = find(article, "أمني")
    put_caret(view, start)
    with qtbot.waitSignal(view.selection_finished):
        for _ in range(end - start):
            QTest.keyPress(view, Qt.Key.Key_Left, SHIFT)
        QTest.keyRelease(view, Qt.Key.Key_Shift)
    assert view.selection() == (start, end)


def test_shift_and_ctrl_select_by_words(page):
    article = an_article(WORDS)
    view = page(article)
    put_caret(view, find(article, "لمصدر")[0])
    QTest.keyClick(view, Qt.Key.Key_Left, SHIFT | CONTROL)
    QTest.keyClick(view, Qt.Key.Key_Left, SHIFT | CONTROL)
    assert view.selection() == find(article, "لمصدر أمني")


def test_a_selection_is_widened_to_whole_clusters(page):
    article = an_article("قالَّ المصدر")
    view = page(article)
    view.select(0, 3)  # up to the lam, before its shadda and fatha
    assert view.selection() == (0, 5)


def test_an_emoji_is_selected_whole(page):
    article = an_article("خبر 👨‍👩‍👧 عاجل")
    view = page(article)
    put_caret(view, 4)
    QTest.keyClick(view, Qt.Key.Key_Left, SHIFT)
    assert view.selection() == find(article, "👨‍👩‍👧")


def test_spaces_at_the_ends_of_a_selection_are_left_out(page):
    article = an_article(WORDS)
    view = page(article)
    start, end = find(article, " أمني ")
    view.select(start, end)
    assert view.selection() == (start + 1, end - 1)


def test_a_selection_reaches_over_blocks_of_every_kind(page):
    article = an_article(Row("عنوان", BlockKind.TITLE), "متن", Row("بند", BlockKind.LIST_ITEM))
    view = page(article)
    QTest.keyClick(view, Qt.Key.Key_A, CONTROL)
    assert view.selection() == (0, len(article.page_text))


def test_selecting_by_program_shows_the_place(page):
    article = an_article(*["سطر من النص"] * 200, "آخر ما قيل")
    view = page(article)
    view.select(*find(article, "آخر"))
    assert not view.selection_rect().isEmpty()
    assert view.selection() == find(article, "آخر")


def test_clearing_the_selection_tells_so(page, qtbot):
    article = an_article(WORDS)
    view = page(article)
    view.select(0, 3)
    with qtbot.waitSignal(view.selection_changed) as told:
        view.clear_selection()
    assert told.args == [0, 0]
    assert view.selection() is None


def test_nothing_can_be_typed_cut_or_pasted(page):
    article = an_article(WORDS)
    view = page(article)
    QGuiApplication.clipboard().setText("دخيل")
    view.select(0, 4)
    QTest.keyClicks(view, "abc")
    for key in (Qt.Key.Key_V, Qt.Key.Key_X):
        QTest.keyClick(view, key, CONTROL)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert view.document().begin().text() == WORDS


# Copying


def test_copying_gives_the_canonical_characters(page):
    text = "وقال\u00a0المصدر: «لاـا» ف\u200cي 😀"
    article = an_article("عنوان", text)
    view = page(article)
    view.select(*find(article, text))
    QTest.keyClick(view, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == text
    assert not QGuiApplication.clipboard().mimeData().hasHtml()


def test_copying_leaves_out_what_is_left_out(page):
    article = an_article("أول", Row("إعلان", state=DOUBTFUL), "سطر\u2028وسطر")
    view = page(article)
    QTest.keyClick(view, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(view, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "أول\nسطر\nوسطر"


def test_copying_nothing_keeps_the_clipboard(page):
    view = page(an_article(WORDS))
    QGuiApplication.clipboard().setText("سابق")
    QTest.keyClick(view, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "سابق"


# Links


@pytest.fixture
def linked(page):
    link = (InlineKind.LINK, "مصدر", "https://news.example/a?b=<i>")
    return page(an_article(Row(WORDS, runs=(link,))))


def on_link(view: ReadingView) -> QPoint:
    start = WORDS.index("مصدر")
    return middle_of(view, start, start + 4)


def test_ctrl_and_a_click_copy_the_address_of_a_link(linked):
    QTest.mouseClick(linked.viewport(), LEFT, CONTROL, on_link(linked))
    assert QGuiApplication.clipboard().text() == "https://news.example/a?b=<i>"


def test_a_plain_click_on_a_link_neither_opens_nor_copies(linked, monkeypatch):
    from PySide6.QtGui import QDesktopServices

    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    QGuiApplication.clipboard().setText("سابق")
    QTest.mouseClick(linked.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, on_link(linked))
    assert (opened, QGuiApplication.clipboard().text()) == ([], "سابق")


def tip_at(view: ReadingView, point: QPoint) -> str:
    event = QHelpEvent(QEvent.Type.ToolTip, point, view.viewport().mapToGlobal(point))
    QApplication.sendEvent(view.viewport(), event)
    text = QToolTip.text()
    QToolTip.hideText()
    return text


def test_the_tool_tip_of_a_link_shows_its_real_host(linked):
    assert "news.example" in tip_at(linked, on_link(linked))


def test_the_tool_tip_of_a_mark_cannot_be_markup(page):
    article = an_article(WORDS)
    view = page(article)
    view.set_marks([a_mark(1, find(article, "أمني"), '<img src="file:///etc/passwd">')])
    tip = tip_at(view, middle_of(view, *find(article, "أمني")))
    assert "&lt;img" in tip
    assert "<img" not in tip


def menu_at(view: ReadingView, qtbot, point: QPoint, reason=QContextMenuEvent.Reason.Mouse):
    found = []
    view.menu_opening.connect(found.append)
    event = QContextMenuEvent(reason, point, view.viewport().mapToGlobal(point))
    QApplication.sendEvent(view.viewport(), event)
    (menu,) = found
    qtbot.addWidget(menu)
    menu.hide()
    return menu


def choose(menu: QMenu, words: str) -> None:
    next(a for a in menu.actions() if words in a.text()).trigger()


def test_the_menu_of_a_link_copies_its_address(linked, qtbot):
    choose(menu_at(linked, qtbot, on_link(linked)), "news.example")
    assert QGuiApplication.clipboard().text() == "https://news.example/a?b=<i>"


def test_the_menu_key_opens_the_menu_at_the_caret(linked, qtbot):
    put_caret(linked, WORDS.index("مصدر") + 2)
    menu = menu_at(linked, qtbot, QPoint(1, 1), QContextMenuEvent.Reason.Keyboard)
    assert any("news.example" in action.text() for action in menu.actions())


# Marks


def test_a_click_tells_the_marks_under_it_the_shortest_first(page, qtbot):
    article = an_article(WORDS)
    view = page(article)
    outer, inner = a_mark(1, find(article, "لمصدر أمني")), a_mark(2, find(article, "أمني"))
    view.set_marks([outer, inner])
    where = middle_of(view, *find(article, "أمني"))
    with qtbot.waitSignal(view.mark_clicked) as told:
        QTest.mouseClick(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, where)
    assert told.args == [(inner.id, outer.id)]


def test_the_menu_offers_every_mark_at_a_place_the_shortest_first(page, qtbot):
    article = an_article(WORDS)
    view = page(article)
    spans = ["أمني", "أمني", "مصدر أمني", "لمصدر أمني (29"]
    marks = [a_mark(n, find(article, words)) for n, words in enumerate(spans, 1)]
    view.set_marks(marks)
    menu = menu_at(view, qtbot, middle_of(view, *find(article, "أمني")))
    rows = menu.actions()[: len(spans)]
    assert all(words in row.text() for words, row in zip(spans, rows, strict=True))
    assert not any(row.icon().isNull() for row in rows)
    for row, mark in zip(rows, marks, strict=True):
        with qtbot.waitSignal(view.mark_clicked) as told:
            row.trigger()
        assert told.args == [(mark.id,)]


def test_the_menu_key_offers_the_marks_at_the_caret(page, qtbot):
    article = an_article(WORDS)
    view = page(article)
    view.set_marks([a_mark(1, find(article, "أمني"))])
    put_caret(view, WORDS.index("أمني") + 2)
    menu = menu_at(view, qtbot, QPoint(1, 1), QContextMenuEvent.Reason.Keyboard)
    assert "أمني" in menu.actions()[0].text()


def test_where_no_mark_is_the_menu_offers_none(page, qtbot):
    article = an_article(WORDS)
    view = page(article)
    view.set_marks([a_mark(1, find(article, "أمني"))])
    menu = menu_at(view, qtbot, middle_of(view, *find(article, WORDS.split()[0])))
    assert not any("أمني" in action.text() for action in menu.actions())


def test_clicking_again_reaches_every_mark_under_the_pointer(page):
    article = an_article(WORDS)
    view = page(article)
    spans = ["أمني", "مصدر أمني", "لمصدر أمني (29"]
    marks = [a_mark(n, find(article, words)) for n, words in enumerate(spans, 1)]
    view.set_marks(marks)
    where = middle_of(view, *find(article, "أمني"))
    first = []
    view.mark_clicked.connect(lambda ids: first.append(ids[0]))
    for _ in range(4):
        QTest.mouseClick(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, where)
        QTest.qWait(QApplication.doubleClickInterval() + 20)
    assert first == [marks[0].id, marks[1].id, marks[2].id, marks[0].id]


def test_a_click_beside_all_marks_tells_none(page, qtbot):
    article = an_article(WORDS)
    view = page(article)
    view.set_marks([a_mark(1, find(article, "أمني"))])
    with qtbot.waitSignal(view.mark_clicked) as told:
        where = middle_of(view, *find(article, "تموز"))
        QTest.mouseClick(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, where)
    assert told.args == [()]


def test_enter_does_at_the_caret_what_a_click_does(page, qtbot):
    article = an_article(WORDS)
    view = page(article)
    mark = a_mark(1, find(article, "أمني"))
    view.set_marks([mark])
    put_caret(view, find(article, "أمني")[0] + 1)
    with qtbot.waitSignal(view.mark_clicked) as told:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert told.args == [(mark.id,)]


def test_the_sign_of_a_note_is_as_good_as_the_note(page, qtbot):
    article = an_article(WORDS)
    view = page(article)
    note = PaintedMark(UUID(int=3), *find(article, "أمني"), Shape.NOTE, "note")
    view.set_marks([note])
    text = view.span_rect(0, len(WORDS)).translated(-view.viewport().pos())
    with qtbot.waitSignal(view.mark_clicked) as told:
        where = QPoint(text.right() + 18, middle_of(view, *find(article, "أمني")).y())
        QTest.mouseClick(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, where)
    assert told.args == [(note.id,)]


def test_the_pointer_becomes_a_hand_over_a_mark(page):
    article = an_article(WORDS)
    view = page(article)
    view.set_marks([a_mark(1, find(article, "أمني"))])
    shapes = []
    for words in ("أمني", "تموز"):
        QTest.mouseMove(view.viewport(), middle_of(view, *find(article, words)))
        shapes.append(view.viewport().cursor().shape())
    assert shapes == [Qt.CursorShape.PointingHandCursor, Qt.CursorShape.IBeamCursor]


# Blocks that are left out


def bars(view: ReadingView) -> list[QPushButton]:
    found = view.viewport().findChildren(QPushButton)
    return [bar for bar in found if bar.isVisible()]


def test_a_click_on_a_bar_asks_for_its_blocks(page, qtbot):
    article = an_article("متن", Row("اقرأ أيضًا", state=DOUBTFUL), Row("وسم", state=DOUBTFUL))
    view = page(article)
    (bar,) = bars(view)
    assert "اقرأ أيضًا" in bar.text()
    with qtbot.waitSignal(view.block_choice_requested) as told:
        QTest.mouseClick(bar, LEFT)
    assert told.args == [("b1", "b2"), True]


def test_a_bar_is_reached_and_pressed_by_keyboard_alone(page, qtbot):
    article = an_article("متن", Row("اقرأ أيضًا", state=DOUBTFUL))
    view = page(article)
    QTest.keyClick(view, Qt.Key.Key_Tab)
    (bar,) = bars(view)
    assert bar.hasFocus()
    with qtbot.waitSignal(view.block_choice_requested):
        QTest.keyClick(bar, Qt.Key.Key_Space)
    assert view.hasFocus()


def test_enter_with_the_caret_on_a_bar_opens_it(page, qtbot):
    article = an_article("متن", Row("اقرأ أيضًا", state=DOUBTFUL), "خاتمة")
    view = page(article)
    put_caret(view, find(article, "متن")[0])
    QTest.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.block_choice_requested) as told:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert told.args == [("b1",), True]


def test_a_bar_has_a_name_for_those_who_cannot_see_it(page):
    view = page(an_article("متن", Row("سطر & سطر", state=DOUBTFUL)))
    (bar,) = bars(view)
    assert "سطر & سطر" in bar.accessibleName()
    assert "&&" in bar.text()


def test_bars_come_and_go_with_what_is_on_the_screen(page):
    rows = [Row(f"زائد {n}", state=DOUBTFUL) if n % 2 else f"سطر {n}" for n in range(200)]
    view = page(an_article(*rows))
    there = {bar.accessibleName() for bar in bars(view)}
    view.verticalScrollBar().setValue(3000)
    later = {bar.accessibleName() for bar in bars(view)}
    assert there
    assert later
    assert not there & later
    assert len(view.viewport().findChildren(QPushButton)) < 40


def test_the_menu_of_a_paragraph_leaves_it_out_or_brings_it_in(page, qtbot):
    article = an_article("متن", "سطر زائد", Row("محذوف", state=BlockState.DROPPED))
    view = page(article, everything=True)
    asked = []
    view.block_choice_requested.connect(lambda ids, shown: asked.append((ids, shown)))
    choose(menu_at(view, qtbot, middle_of(view, *find(article, "زائد"))), "out")
    choose(menu_at(view, qtbot, middle_of(view, *find(article, "محذوف"))), "in")
    assert asked == [(("b1",), False), (("b2",), True)]


def test_bringing_a_block_in_keeps_what_was_read_where_it_was(page):
    rows = [f"سطر {n} " + "كلام " * 30 for n in range(120)]
    article = an_article(*rows[:10], *(Row(r, state=DOUBTFUL) for r in rows[10:60]), *rows[60:])
    view = page(article)
    view.read_from(find(article, "سطر 80 ")[0])
    place = view.span_rect(*find(article, "سطر 82 "))
    assert not place.isEmpty()
    view.show_article(article, [b.id for b in article.blocks])
    assert abs(view.span_rect(*find(article, "سطر 82 ")).top() - place.top()) <= 1


def test_bringing_a_block_in_keeps_the_selection(page):
    article = an_article("متن الخبر", Row("إعلان", state=DOUBTFUL), "وقال المصدر")
    view = page(article)
    view.select(*find(article, "المصدر"))
    seen = []
    view.selection_changed.connect(lambda *span: seen.append(span))
    view.show_article(article, [b.id for b in article.blocks])
    assert (view.selection(), seen) == (find(article, "المصدر"), [])


def test_another_article_begins_at_its_top_with_nothing_selected(page):
    view = page(an_article(*["سطر"] * 200))
    view.select(100, 103)
    view.show_article(an_article(*["بيت"] * 200), {f"b{n}" for n in range(200)})
    assert (view.verticalScrollBar().value(), view.selection()) == (0, None)


# Moving about


def test_the_reading_position_can_be_kept_and_found_again(page):
    article = an_article(*[f"سطر رقم {n}" for n in range(300)])
    view = page(article)
    assert view.first_visible() == 0
    view.read_from(find(article, "سطر رقم 150")[0])
    assert view.first_visible() == find(article, "سطر رقم 150")[0]


def test_keeping_the_reading_position_again_and_again_does_not_move_it(page):
    article = an_article(*["كلام " * 200] * 30)
    view = page(article)
    view.verticalScrollBar().setValue(5000)
    view.read_from(view.first_visible())
    there = view.first_visible()
    for _ in range(5):
        view.read_from(view.first_visible())
    assert view.first_visible() == there


def test_what_is_on_the_screen_already_is_not_scrolled_to(page):
    article = an_article(*[f"سطر رقم {n}" for n in range(300)])
    view = page(article)
    view.scroll_to(find(article, "سطر رقم 3")[0])
    assert view.verticalScrollBar().value() == 0
    view.scroll_to(find(article, "سطر رقم 250")[0])
    assert not view.span_rect(*find(article, "سطر رقم 250")).isEmpty()


def test_a_larger_type_keeps_the_place(page):
    article = an_article(*[f"سطر رقم {n} " + "كلام " * 40 for n in range(100)])
    view = page(article)
    view.read_from(find(article, "سطر رقم 50 ")[0])
    view.set_typography(Typography(size=22))
    assert view.first_visible() == find(article, "سطر رقم 50 ")[0]
    view.set_theme(Theme.load("dark"))
    assert view.first_visible() == find(article, "سطر رقم 50 ")[0]


def test_a_wider_window_does_not_lay_the_text_out_again(page):
    view = page(an_article(*["سطر " * 30] * 20))
    width = view.document().textWidth()
    view.resize(1400, 700)
    assert view.document().textWidth() == width
    assert view.viewport().x() == (1400 - width) // 2 - view.verticalScrollBar().width() // 2


def test_a_narrow_window_has_a_narrower_column_and_the_same_place(page):
    article = an_article(*[f"سطر رقم {n} " + "كلام " * 40 for n in range(100)])
    view = page(article)
    view.read_from(find(article, "سطر رقم 50 ")[0])
    view.resize(480, 700)
    assert view.document().textWidth() <= 480
    assert view.first_visible() == find(article, "سطر رقم 50 ")[0]


def test_a_header_that_wraps_does_not_cover_the_title(page):
    article = an_article(Row("العنوان", BlockKind.TITLE), author="كاتب " * 30)
    view = page(article)
    tops = []
    for width in (900, 420, 900):
        view.resize(width, 700)
        header = view.viewport().findChild(ArticleHeader)
        title = view.span_rect(*find(article, "العنوان"))
        assert header.geometry().bottom() < title.top()
        tops.append(title.top())
    assert tops[0] == tops[2] < tops[1]


def test_an_image_is_fitted_anew_into_a_narrower_column(page):
    picture = Row(kind=BlockKind.IMAGE, image=Image(source="x.png", asset="a"))
    asset = Asset(sha256="a", media_type="image/png", width=1, height=1, data=png(2000, 200))
    article = an_article("قبل", picture, "بعد " * 40, assets=(asset,))
    view = page(article)
    for width in (900, 420, 900):
        view.resize(width, 700)
        text = view.span_rect(0, len(article.page_text))
        assert view.page_rect().contains(text)
        assert view.document().idealWidth() <= view.viewport().width()


def test_letters_are_hit_where_they_are_drawn_on_every_line(page):
    words = " ".join([WORDS] * 6)
    view = page(an_article(words))
    at = range(0, len(words), len(WORDS) + 1)
    wanted = [span for n in at for span in [(n + 9, n + 11), (n + 14, n + 16), (n + 22, n + 25)]]

    found = []
    for span in wanted:
        view.clear_selection()
        drag(view, *edges_of(view, *span))
        found.append(view.selection())

    assert found == wanted


def test_a_drag_may_begin_beside_the_column(page):
    article = an_article("كلمة وكلمة", "ثم كلمة")
    view = page(article)
    view.resize(1400, 700)
    start, end = (p + view.viewport().pos() for p in edges_of(view, *find(article, "كلمة وكلمة")))
    start.setX(view.width() - 30)
    QTest.mousePress(view, LEFT, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, LEFT, Qt.KeyboardModifier.NoModifier, end)
    assert view.selection() == find(article, "كلمة وكلمة")


def turn_wheel(view: ReadingView, target, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(target, event)


def test_the_wheel_scrolls_beside_the_column_too(page):
    view = page(an_article(*["سطر"] * 200))
    view.resize(1400, 700)
    turn_wheel(view, view)
    assert view.verticalScrollBar().value() > 0


def test_ctrl_and_the_wheel_ask_for_another_size(page, qtbot):
    view = page(an_article(*["سطر"] * 200))
    with qtbot.waitSignal(view.zoom_requested) as told:
        turn_wheel(view, view.viewport(), CONTROL)
    assert told.args == [-1]
    assert view.verticalScrollBar().value() == 0


def test_arrows_go_through_a_right_to_left_table_in_its_reading_order(page):
    cells = [
        Row(text, BlockKind.CELL, cell=Cell(table=0, row=i // 2, column=i % 2))
        for i, text in enumerate(["اب", "جد", "هو", "زح"])
    ]
    article = an_article("قبل", *cells, "بعد")
    view = page(article)
    put_caret(view, 0)
    offsets = []
    for _ in range(len(article.page_text)):
        QTest.keyClick(view, Qt.Key.Key_Left)
        offsets.append(view.caret())
    assert offsets == list(range(1, len(article.page_text) + 1))
    for _ in range(len(article.page_text)):
        QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.caret() == 0


# What it does not do


def test_a_dropped_file_is_left_to_the_window(page):
    view = page(an_article(WORDS))
    assert not view.acceptDrops()
    assert not view.viewport().acceptDrops()


def test_the_view_loads_nothing_whatever_it_is_asked_for(page):
    view = page(an_article(WORDS))
    image = view.loadResource(2, "file:///etc/passwd")
    assert (image.width(), image.height()) == (1, 1)


def test_an_article_can_be_taken_away(page):
    view = page(an_article(WORDS, outlet="جريدة"))
    view.set_marks([a_mark(1, (0, 3))])
    view.clear_article()
    assert (view.document().toPlainText(), view.selection(), view.first_visible()) == ("", None, 0)


def test_the_view_has_a_name_for_those_who_cannot_see_it(page):
    view = page(an_article(WORDS))
    assert view.accessibleName()
    QApplication.sendEvent(view, QEvent(QEvent.Type.LanguageChange))
    assert view.accessibleName()


def test_a_block_of_the_other_direction_is_flush_with_its_own_edge(page):
    article = an_article("نص", Row("English", dir=Direction.LTR))
    view = page(article)
    arabic, english = (view.span_rect(*find(article, words)) for words in ("نص", "English"))
    assert english.left() < arabic.left()
    assert english.right() < arabic.left()


def test_show_article_uses_the_ids_it_is_given(page):
    article = an_article("متن", Row("ثانٍ", state=DOUBTFUL))
    view = page(article, shown={"b0", "b1"})
    assert bars(view) == []
    assert shown_in(article) == {"b0"}


def test_bars_and_tips_speak_the_language_of_the_interface_anew(page):
    view = page(an_article("متن", Row("اقرأ أيضًا", state=DOUBTFUL)))
    (bar,) = bars(view)
    bar.setText("")
    QApplication.sendEvent(bar, QEvent(QEvent.Type.LanguageChange))
    assert "اقرأ أيضًا" in bar.text()


def test_the_place_between_two_paragraphs_is_the_beginning_of_the_next(page):
    article = an_article(*[f"سطر رقم {n}" for n in range(100)])
    view = page(article)
    start, end = find(article, "سطر رقم 40")
    view.read_from(start)
    gap = view.span_rect(start, end).bottom()
    view.scroll_down_to(view.verticalScrollBar().value() + gap + 4)
    assert view.first_visible() == find(article, "سطر رقم 41")[0]
