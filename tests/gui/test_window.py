"""The window as a person meets it: by keys and mouse, with a real library underneath."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QAccessible,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from reader.gui.desk.turnover import Choice, Turnover
from reader.gui.dialogs.encoding_dialog import EncodingDialog
from reader.ingest import MOJIBAKE
from reader.model.annotations import Claim
from reader.model.article import Article, EncodingFound
from reader.model.errors import Message
from reader.model.library import SaveState
from reader.model.vocabulary import MarkType
from reader.session.codebook import retire_code
from reader.settings import InterfaceLanguage, ThemeChoice
from reader.store import DiskError, Store
from reader.text.bidi import isolate
from tests.gui.conftest import Sit
from tests.support.libraries import a_page
from tests.support.windows import Person

SOURCE, CLAIM = "مصدر أمني", "عبوتين انفجرتا ظهر اليوم"


def _linked(person: Person) -> None:
    person.mark(SOURCE, "1")
    person.mark(CLAIM, "2")
    person.press("L", "1")


def test_one_key_marks_the_selected_words_as_a_source(person: Person) -> None:
    mark = person.mark(SOURCE, "1")

    assert (mark.type, mark.words) == (MarkType.SOURCE, SOURCE)
    assert person.window.view.selection() is None


@pytest.mark.parametrize(
    ("key", "kind"), [("1", MarkType.SOURCE), ("2", MarkType.CLAIM), ("4", MarkType.NOTE)]
)
def test_each_kind_of_mark_has_its_key(person: Person, key: str, kind: MarkType) -> None:
    assert person.mark(SOURCE, key).type is kind


def test_a_highlight_takes_its_code_by_a_second_key(person: Person, qtbot: QtBot) -> None:
    person.select(SOURCE)
    person.press("3")
    menu = QApplication.activePopupWidget()
    assert menu is not None

    QTest.keyClick(menu, Qt.Key.Key_2)

    assert person.selected.type is MarkType.HIGHLIGHT
    assert person.selected.codes == (person.window.desk.codebook.codes[1].slug,)


def test_marking_without_a_selection_says_what_to_do(person: Person) -> None:
    person.window.view.setFocus()
    person.press("1")

    notice = person.window.messages.notice("error")
    assert notice is not None
    assert "حدِّد كلمات" in notice.text()
    assert person.marks == []


def test_a_note_takes_the_caret_to_where_it_is_written(person: Person) -> None:
    person.mark(SOURCE, "4")
    QTest.keyClicks(person.window.focusWidget(), "12")
    person.window.view.setFocus()

    assert person.selected.note == "12"


def test_a_claim_is_linked_to_a_source_by_two_keys(person: Person) -> None:
    _linked(person)

    claim = person.selected
    assert claim.type is MarkType.CLAIM
    [link] = person.session.attributions(claim.id)
    assert person.session.marks[link.to.id].words == SOURCE


def test_a_claim_is_linked_by_a_click_on_the_source_in_the_text(person: Person) -> None:
    source = person.mark(SOURCE, "1")
    claim = person.mark(CLAIM, "2")
    person.press("L")

    person.window.view.mark_clicked.emit((claim.id, source.id))

    assert len(person.session.attributions(claim.id)) == 1
    assert not person.window.link_bar.isVisible()


def test_a_source_may_be_the_end_that_a_link_begins_at(person: Person) -> None:
    person.mark(CLAIM, "2")
    person.mark(SOURCE, "1")
    person.press("L", "1")

    assert len(person.session.attributions(person.selected.id)) == 1
    assert person.selected.type is MarkType.CLAIM


def test_escape_leaves_the_search_for_a_source(person: Person) -> None:
    person.mark(SOURCE, "1")
    claim = person.mark(CLAIM, "2")
    person.press("L")
    assert person.window.link_bar.isVisible()

    person.press("Esc")

    assert not person.window.link_bar.isVisible()
    assert person.selected == claim


def test_what_is_linked_already_is_not_offered_again(person: Person) -> None:
    _linked(person)
    person.press("L")
    assert person.window.desk.candidates() == []


def test_the_source_that_was_marked_or_linked_last_comes_first(person: Person) -> None:
    first = person.mark("عنوان", "1")
    last = person.mark(SOURCE, "1")
    person.mark(CLAIM, "2")
    person.press("L")
    assert [m.id for m in person.window.desk.candidates()] == [last.id, first.id]
    person.press("2")

    person.mark("شاحنة", "2")
    person.press("L")

    assert [m.id for m in person.window.desk.candidates()] == [first.id, last.id]


def test_unlinking_by_key_takes_the_link_away(person: Person) -> None:
    _linked(person)
    person.press("Shift+L")
    assert person.session.attributions(person.selected.id) == []


def test_undo_and_redo_are_named_and_unlimited(person: Person) -> None:
    _linked(person)
    undo, redo = person.window.table["undo"], person.window.table["redo"]
    assert "ربط" in undo.text()

    person.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert person.session.marks == {}
    assert not undo.isEnabled()
    assert SOURCE in redo.text()

    person.press("Ctrl+Shift+Z", "Ctrl+Y", "Ctrl+Y")
    assert len(person.session.relations) == 1
    assert not redo.isEnabled()


def test_deleting_a_linked_mark_says_what_went_with_it_and_offers_it_back(person: Person) -> None:
    _linked(person)
    person.press("Delete")
    notice = person.window.messages.notice("links")
    assert notice is not None
    assert notice.text() == "حُذف الادعاء «عبوتين انفجرتا ظهر اليوم» ومعه صلة واحدة."

    notice.offers[0].do()

    assert len(person.session.relations) == 1


def test_the_next_change_takes_back_the_offer_to_undo_a_deletion(person: Person) -> None:
    _linked(person)
    person.press("Delete")
    person.mark("شاحنة", "2")
    assert person.window.messages.notice("links") is None


def test_marks_are_walked_through_by_key(person: Person) -> None:
    source, claim = person.mark(SOURCE, "1"), person.mark(CLAIM, "2")
    person.window.desk.select(None)
    seen = []
    for key in ("F8", "F8", "F8", "Shift+F8"):
        person.press(key)
        seen.append(person.selected.id)
    assert seen == [source.id, claim.id, source.id, claim.id]


def test_what_finds_no_room_on_the_bar_is_behind_a_button_that_can_be_seen(
    person: Person,
) -> None:
    person.window.resize(600, 500)
    [more] = person.window.findChildren(QToolButton, "qt_toolbar_ext_button")
    person.window.table["theme_dark"].trigger()
    picture = more.icon().pixmap(20).toImage()
    inked = {
        picture.pixelColor(x, y).lightness()
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() > 200
    }
    assert min(inked) > 128


def test_many_ends_of_a_link_make_the_window_no_wider(person: Person) -> None:
    person.mark(SOURCE, "1")
    source = person.selected
    for at in range(12, 21):
        person.window.desk.add_mark(MarkType.CLAIM, (at, at + 40))
    person.window.desk.select(source.id)
    person.press("L")
    bar = person.window.link_bar
    person.qtbot.waitUntil(bar.isVisible)
    assert len(person.window.desk.candidates()) == 9
    assert bar.minimumSizeHint().width() < 600
    assert any(button.text().endswith("…\u2069") for button in bar.findChildren(QToolButton))


def test_marks_that_the_list_leaves_out_are_passed_by(person: Person) -> None:
    person.mark(SOURCE, "1")
    claim = person.mark(CLAIM, "2")
    person.window.marks.filter.toggle("kinds", MarkType.CLAIM)
    person.window.desk.select(None)
    for _ in range(2):
        person.press("F8")
        assert person.selected.id == claim.id


def test_escape_steps_back_out_of_a_panel_then_out_of_a_mark(person: Person) -> None:
    person.mark(SOURCE, "4")
    assert not person.window.view.hasFocus()

    person.press("Esc")
    assert person.window.view.hasFocus()
    person.press("Esc")
    assert person.window.desk.selected is None


def test_the_state_of_saving_is_always_in_sight_and_true(person: Person) -> None:
    assert person.window.saving.text == "حُفظت التغييرات"
    person.mark(SOURCE, "1")
    assert person.window.saving.text == "يجري الحفظ…"
    person.saves()
    assert person.window.saving.text == "حُفظت التغييرات"
    assert person.window.saving.isVisible()


def test_what_was_marked_is_there_when_the_window_is_opened_again(sit: Sit) -> None:
    first = sit()
    article = first.open()
    _linked(first)
    first.go()

    again = sit()
    again.open_known(article.id)

    assert [m.words for m in again.marks] == [SOURCE, CLAIM]
    assert len(again.session.relations) == 1


def test_where_the_reader_was_is_kept(sit: Sit) -> None:
    texts = ["عنوان"] + [f"فقرة {n} " + "من كلام كثير " * 30 for n in range(40)]
    first = sit()
    article = first.open(*a_page(texts))
    first.window.view.read_from(article.article.page_text.index("فقرة 20"))
    at = first.window.view.first_visible()
    first.go()

    again = sit()
    again.open_known(article.id)

    assert again.window.view.first_visible() == at > 0


def test_opening_another_article_saves_the_one_on_the_desk(person: Person, home: Path) -> None:
    before = person.session
    person.mark(SOURCE, "1")
    person.open(*a_page(["مقال آخر", "كلامه."]))
    assert person.session is not before
    assert len(person.store.annotations(before.id).marks) == 1


def test_opening_the_article_on_the_desk_again_keeps_its_history(
    person: Person, qtbot: QtBot
) -> None:
    before = person.session
    person.mark(SOURCE, "1")
    with qtbot.waitSignal(person.window.opener.ended):
        person.window.opener.open_article(before.id)
    assert person.session is before
    assert before.undoable is not None


def test_an_article_that_came_in_anew_is_shown_with_the_marks_it_has(
    person: Person, qtbot: QtBot
) -> None:
    before = person.session
    person.mark(SOURCE, "1")
    person.session.flush()
    person.store.add_version(before.id, *a_page(["عنوان", "نص آخر."]))

    with qtbot.waitSignal(person.window.opener.ended):
        person.window.opener.open_article(before.id)
    qtbot.waitUntil(lambda: person.window.banners.notice("versions") is not None)
    notice = person.window.banners.notice("versions")
    assert notice.text() == "الوسوم في هذه النسخة: لا ثابت · واحد لم يوجد"

    notice.offers[0].do()
    person.press("O")
    assert [m.words for m in person.marks] == [SOURCE]


def test_what_went_well_is_said_for_a_while(person: Person) -> None:
    person.window.notices._forget.setInterval(50)
    person.press("Ctrl+Shift+C")
    person.qtbot.waitUntil(lambda: person.window.messages.notice("told") is not None)
    assert QGuiApplication.clipboard().mimeData().hasHtml()
    person.qtbot.waitUntil(lambda: person.window.messages.notice("told") is None)


# Failures


def _refuse(*_: object) -> None:
    raise DiskError("store_disk_full", Path("x.json"))


def _fail_saving(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(person.store, "save_annotations", _refuse)


def test_a_failed_save_is_shown_and_can_be_tried_again(
    person: Person, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    with monkeypatch.context() as broken:
        _fail_saving(person, broken)
        person.mark(SOURCE, "1")
        qtbot.waitUntil(lambda: person.session.save_state is SaveState.FAILED)
        notice = person.window.messages.notice("save")
        assert notice is not None
        assert not notice.closable
        assert person.window.saving.text == "لم تُحفظ التغييرات"

    notice.offers[0].do()

    assert person.session.save_state is SaveState.SAVED
    assert person.window.messages.notice("save") is None


@pytest.mark.parametrize(
    ("choice", "closes"), [(Choice.STAY, False), (Choice.DISCARD, True), (Choice.COPY, True)]
)
def test_closing_with_unsaved_changes_asks_what_becomes_of_them(
    person: Person,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    choice: Choice,
    closes: bool,
) -> None:
    _fail_saving(person, monkeypatch)
    monkeypatch.setattr(Turnover, "ask", lambda *_: choice)
    monkeypatch.setattr(
        "reader.gui.desk.turnover.QFileDialog.getExistingDirectory", lambda *_: str(tmp_path)
    )
    person.mark(SOURCE, "1")

    assert person.window.close() is closes

    copies = list(tmp_path.glob("*.json"))
    assert bool(copies) is (choice is Choice.COPY)
    monkeypatch.setattr(Turnover, "ask", lambda *_: Choice.DISCARD)


@pytest.mark.parametrize(("choice", "closes"), [(Choice.STAY, False), (Choice.DISCARD, True)])
def test_closing_with_an_unsaved_codebook_asks_what_becomes_of_it(
    person: Person, monkeypatch: pytest.MonkeyPatch, choice: Choice, closes: bool
) -> None:
    monkeypatch.setattr(person.store, "save_codebook", _refuse)
    asked: list[str] = []

    def answer(_: Turnover, reason: Message) -> Choice:
        asked.append(reason.code)
        return choice

    monkeypatch.setattr(Turnover, "ask_of_codes", answer)
    person.window.desk.library.codes.do(lambda book: retire_code(book, "number", retired=True))

    assert person.window.close() is closes
    assert asked == ["store_disk_full"]

    monkeypatch.setattr(Turnover, "ask_of_codes", lambda *_: Choice.DISCARD)


def test_closing_saves_a_codebook_that_can_be_saved_by_now(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(person.store, "save_codebook", _refuse)
        codes = person.window.desk.library.codes
        codes.do(lambda book: retire_code(book, "number", retired=True))
        person.runtime.drain()
        assert codes.save_state is SaveState.FAILED

    assert person.window.close()
    assert codes.save_state is SaveState.SAVED


def test_what_was_given_up_gives_way_to_what_the_library_holds(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = person.session.id
    with monkeypatch.context() as broken:
        _fail_saving(person, broken)
        broken.setattr(Turnover, "ask", lambda *_: Choice.DISCARD)
        person.mark(SOURCE, "1")

        person.open_known(article)

        assert person.marks == []


def test_closing_tries_again_as_often_as_asked(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Choice] = []
    with monkeypatch.context() as broken:
        _fail_saving(person, broken)

        def ask(*_: object) -> Choice:
            asked.append(Choice.AGAIN)
            if len(asked) == 2:
                broken.undo()
            return Choice.AGAIN

        monkeypatch.setattr(Turnover, "ask", ask)
        person.mark(SOURCE, "1")
        assert person.window.close()
    assert len(asked) == 2
    assert len(person.store.annotations(person.session.id).marks) == 1


@pytest.mark.parametrize("choice", [*Choice])
def test_the_question_of_unsaved_changes_is_answered_by_its_buttons(
    person: Person, choice: Choice
) -> None:
    texts = {
        Choice.AGAIN: "إعادة المحاولة",
        Choice.COPY: "حفظ نسخة في مكان آخر…",
        Choice.DISCARD: "مغادرة دون حفظ",
        Choice.STAY: "البقاء هنا",
    }

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        next(b for b in box.buttons() if b.text() == texts[choice]).click()

    QTimer.singleShot(0, press)
    turnover = person.window._turnover
    assert turnover.ask(Message(code="already_linked")) is choice


def test_enter_at_the_question_of_unsaved_changes_loses_nothing(person: Person) -> None:
    def press() -> None:
        QTest.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Return)

    QTimer.singleShot(0, press)
    assert person.window._turnover.ask(Message(code="already_linked")) is Choice.STAY


def test_a_second_window_is_read_only_and_says_who_writes(sit: Sit) -> None:
    first = sit()
    article = first.open()
    second = sit()
    second.open_known(article.id)

    notice = second.window.banners.notice("library")
    assert notice is not None
    assert "للقراءة فقط" in notice.text()
    assert second.window.saving.text == "للقراءة فقط"
    assert not second.window.table["mark_source"].isEnabled()
    assert not second.window.table["undo"].isEnabled()


def test_a_library_left_open_elsewhere_can_be_taken_over(
    sit: Sit, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(home, write=True):
        pass
    (home / "holder.json").write_text(
        '{"schema": 1, "process": 7, "host": "gone", "since": "2026-01-02T12:00:00Z",'
        ' "program": "isnad"}'
    )
    person = sit()
    notice = person.window.banners.notice("library")
    assert notice is not None
    monkeypatch.setattr(
        "PySide6.QtWidgets.QMessageBox.question",
        lambda *_, **__: QMessageBox.StandardButton.Yes,
    )

    notice.offers[0].do()

    assert person.window.take_over
    assert not person.window.isVisible()


def test_an_unexpected_exception_saves_and_offers_a_report(person: Person) -> None:
    person.mark(SOURCE, "1")
    person.window.tell_crash("Isnad\nZeroDivisionError")

    assert person.session.save_state is SaveState.SAVED
    notice = person.window.messages.notice("crash")
    assert notice is not None
    notice.offers[0].do()
    assert QGuiApplication.clipboard().text() == "Isnad\nZeroDivisionError"


# Ways in


def test_a_dropped_file_is_opened_and_an_address_is_not(
    person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[list[Path]] = []
    monkeypatch.setattr(person.window.opener, "open_paths", opened.append)
    data = QMimeData()
    data.setUrls([QUrl("https://news.example/a"), QUrl.fromLocalFile(str(tmp_path / "ص.html"))])
    for event_type in (QDragEnterEvent, QDropEvent):
        event: Any = event_type(
            QPoint(5, 5) if event_type is QDragEnterEvent else QPoint(5, 5).toPointF(),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(person.window, event)
        assert event.isAccepted()
    assert opened == [[tmp_path / "ص.html"]]


def _drop(person: Person, data: QMimeData) -> None:
    for event_type, at in ((QDragEnterEvent, QPoint(5, 5)), (QDropEvent, QPoint(5, 5).toPointF())):
        event: Any = event_type(
            at,
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(person.window, event)


def test_of_an_address_that_is_dropped_it_is_said_what_to_do_instead(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[object] = []
    monkeypatch.setattr(person.window.opener, "open_paths", opened.append)
    monkeypatch.setattr(person.window.opener, "open_bytes", lambda *_: opened.append(_))
    data = QMimeData()
    data.setUrls([QUrl("https://news.example/a")])
    data.setText("https://news.example/a")
    _drop(person, data)

    notice = person.window.messages.notice("error")
    assert notice is not None
    assert "رابط" in notice.text()
    assert opened == []


@pytest.fixture
def picture(tmp_path: Path) -> QMimeData:
    path = tmp_path / "صورة.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    return data


def test_a_dropped_file_that_is_no_page_is_offered_as_evidence_on_the_selected_claim(
    sit: Sit, picture: QMimeData
) -> None:
    person = sit(worker=None)
    person.open()
    claim = person.mark(CLAIM, "2")
    messages = person.window.messages

    _drop(person, picture)
    person.qtbot.waitUntil(lambda: messages.notice("evidence") is not None, timeout=20_000)

    assert messages.notice("error") is not None
    notice = messages.notice("evidence")
    assert notice is not None
    assert "صورة.png" in notice.text()
    notice.offers[0].do()
    person.runtime.drain()
    body = person.session.marks[claim.id].body
    assert isinstance(body, Claim)
    assert [evidence.file_name for evidence in body.evidence] == ["صورة.png"]


def test_a_dropped_file_that_is_no_page_is_not_offered_where_no_claim_is_selected(
    sit: Sit, picture: QMimeData
) -> None:
    person = sit(worker=None)
    person.open()
    person.mark(SOURCE, "1")
    messages = person.window.messages

    _drop(person, picture)
    person.qtbot.waitUntil(lambda: messages.notice("error") is not None, timeout=20_000)

    assert messages.notice("evidence") is None


def test_text_that_is_dropped_is_opened(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[bytes] = []
    monkeypatch.setattr(person.window.opener, "open_bytes", lambda data, _: opened.append(data))
    data = QMimeData()
    data.setText("قال مصدر")
    _drop(person, data)

    assert opened == ["قال مصدر".encode()]


def test_what_cannot_be_read_at_all_is_said_so(person: Person) -> None:
    data = QMimeData()
    data.setText("  ")
    _drop(person, data)
    assert person.window.messages.notice("error") is not None


def test_a_folder_that_is_dropped_is_said_to_be_one(person: Person, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    _drop(person, data)
    person.qtbot.waitUntil(lambda: person.window.messages.notice("error") is not None)

    notice = person.window.messages.notice("error")
    assert notice is not None
    assert "مجلد" in notice.text()


def test_of_several_files_those_that_fail_are_named_after_the_others_were_opened(
    person: Person, tmp_path: Path
) -> None:
    known = tmp_path / "known.html"
    known.write_bytes(a_page()[1])
    data = QMimeData()
    missing = [tmp_path / "a.html", tmp_path / "b.html"]
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (missing[0], known, missing[1])])
    _drop(person, data)
    person.qtbot.waitUntil(lambda: person.window.messages.notice("error") is not None)

    notice = person.window.messages.notice("error")
    assert notice is not None
    assert "a.html · b.html" in notice.text()


def test_the_start_page_answers_to_what_is_dragged_over_it(person: Person) -> None:
    target = person.window.start._target
    data = QMimeData()
    data.setText("قال مصدر")
    event = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(person.window, event)
    assert event.isAccepted()
    assert target.property("over") is True

    QApplication.sendEvent(person.window, QDragLeaveEvent())
    assert target.property("over") is False


def _clipboard(**fields: str) -> None:
    data = QMimeData()
    if "html" in fields:
        data.setHtml(fields["html"])
    if "text" in fields:
        data.setText(fields["text"])
    QGuiApplication.clipboard().setMimeData(data)


@pytest.mark.parametrize(
    ("fields", "bytes_"),
    [
        ({"html": "<p>قال</p>", "text": "قال"}, "<p>قال</p>".encode()),
        ({"text": "قال مصدر"}, "قال مصدر".encode()),
    ],
)
def test_a_pasted_article_is_opened_as_a_page_or_as_text(
    person: Person, monkeypatch: pytest.MonkeyPatch, fields: dict[str, str], bytes_: bytes
) -> None:
    opened: list[bytes] = []
    monkeypatch.setattr(person.window.opener, "open_bytes", lambda data, _: opened.append(data))
    _clipboard(**fields)
    person.window.view.setFocus()
    person.press("Ctrl+V")
    assert opened == [bytes_]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("\n قال مصدر أمني \n إن انفجارين وقعا", "قال مصدر أمني"),
        ("كلمة " * 40, f"{'كلمة ' * 11}كلمة…"),
        ("ا" * 80, "نص ملصق"),
    ],
)
def test_a_pasted_article_is_named_for_how_it_begins(
    person: Person, monkeypatch: pytest.MonkeyPatch, text: str, name: str
) -> None:
    named: list[str] = []
    monkeypatch.setattr(person.window.opener, "open_bytes", lambda _, name: named.append(name))
    _clipboard(text=text)
    person.window.view.setFocus()
    person.press("Ctrl+V")
    assert named == [name]


def test_an_empty_clipboard_is_said_to_be_empty(person: Person) -> None:
    _clipboard(text="  ")
    person.window.view.setFocus()
    person.press("Ctrl+V")
    assert person.window.messages.notice("error") is not None


def test_an_empty_library_opens_the_sample(sit: Sit, monkeypatch: pytest.MonkeyPatch) -> None:
    person, opened = sit(), []
    monkeypatch.setattr(person.window.opener, "open_paths", opened.extend)
    person.window.begin([])
    person.runtime.drain()
    assert [path.suffix for path in opened] == [".html"]


def test_a_library_with_articles_lists_those_opened_last(person: Person) -> None:
    person.window.begin([])
    person.press("Ctrl+L")
    person.runtime.drain()
    assert person.window.start.isVisible()
    assert person.window.desk.session is None

    with person.qtbot.waitSignal(person.window.opener.ended):
        person.window.start.article_chosen.emit(person.store.articles()[0].id)
    assert person.window.view.isVisible()
    assert person.window.view.hasFocus()


def test_a_page_that_cannot_be_opened_leads_to_the_start_page(sit: Sit, tmp_path: Path) -> None:
    person = sit()
    person.window.begin([tmp_path / "missing.html"])
    person.qtbot.waitUntil(person.window.start.isVisible)
    assert person.window.messages.notice("error") is not None


# What is doubtful about an article


def _with(**provenance: object) -> tuple[Article, bytes]:
    article, data = a_page()
    return article.model_copy(
        update={"provenance": article.provenance.model_copy(update=provenance)}
    ), data


def test_garbled_letters_are_offered_to_be_repaired(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(person.window.opener, "read_again", lambda _, name: asked.append(name))
    evidence = Message(code="encoding_utf8")
    found = EncodingFound(name="utf-8", evidence=evidence, mojibake=True)
    person.open(*_with(encoding=found))
    notice = person.window.banners.notice("encoding")
    assert notice is not None
    assert "شُوّهت" in notice.text()

    notice.offers[0].do()

    assert asked == [MOJIBAKE]


def test_a_doubtful_encoding_says_how_it_was_found_and_offers_others(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(person.window.opener, "read_again", lambda _, name: asked.append(name))
    evidence = Message(code="encoding_utf8")
    person.open(*_with(encoding=EncodingFound(name="utf-8", evidence=evidence, certain=False)))
    notice = person.window.banners.notice("encoding")
    assert notice is not None
    assert notice.text() == (
        f"قُرئت الصفحة بترميز {isolate('يونيكود (UTF-8)')}: كل بايتات الملف صحيحة بهذا الترميز. "
        "إن بدت الحروف غير صحيحة فاختر ترميزًا آخر."
    )

    notice.offers[0].do()
    dialog = person.window.findChild(EncodingDialog)
    assert dialog is not None
    person.click(dialog.again)

    assert asked == ["windows-1256"]


def test_what_a_reader_should_know_of_the_page_is_said(person: Person) -> None:
    person.open(*_with(notes=(Message(code="note_truncated"),)))
    assert person.window.banners.notice("page") is not None


def test_characters_that_may_deceive_are_warned_of(person: Person) -> None:
    person.open(*a_page(["عنوان", "من \u202e قال"]))
    person.qtbot.waitUntil(lambda: person.window.banners.notice("invisible") is not None)


def test_leaving_a_paragraph_out_moves_no_mark_and_can_be_undone(person: Person) -> None:
    mark = person.mark("شاحنة", "2")
    person.window.view.block_choice_requested.emit(("b1",), False)
    assert dict(person.session.block_choices) == {"b1": False}
    assert person.marks == [mark]

    person.press("Ctrl+Z")
    assert not person.session.block_choices


def test_what_was_left_out_can_be_seen_without_bringing_it_in(person: Person) -> None:
    person.window.view.block_choice_requested.emit(("b1",), False)
    before = person.window.view.document().characterCount()
    person.press("F6")
    assert person.window.view.document().characterCount() > before
    assert dict(person.session.block_choices) == {"b1": False}


# The looks


def test_the_language_changes_at_once_and_the_window_is_mirrored(
    person: Person, qapp: QApplication
) -> None:
    _linked(person)
    person.window.table["language_en"].trigger()

    assert qapp.layoutDirection() is Qt.LayoutDirection.LeftToRight
    person.qtbot.waitUntil(lambda: person.window.table["open"].text() == "&Open…")
    assert person.window.table["undo"].text().startswith("&Undo: link")
    assert person.window.saving.text in ("Saving…", "Changes saved")
    assert person.preferences.settings.language is InterfaceLanguage.EN
    person.runtime.drain()
    assert person.saved[-1].language is InterfaceLanguage.EN


def test_the_colours_change_at_once_and_are_kept(person: Person) -> None:
    person.window.table["theme_dark"].trigger()
    assert person.appearance.theme.dark
    person.runtime.drain()
    assert person.saved[-1].theme is ThemeChoice.DARK


def test_panels_are_hidden_and_shown_by_key(person: Person) -> None:
    person.press("F9", "F10")
    assert not person.window.marks.isVisible()
    assert not person.window.inspector.isVisible()
    person.press("F9")
    assert person.window.marks.isVisible()


def test_a_narrow_window_shows_one_panel_at_a_time(person: Person) -> None:
    window, qtbot = person.window, person.qtbot
    window.resize(900, 600)
    qtbot.waitUntil(lambda: not window.marks.isVisible())
    assert window.inspector.isVisible()

    person.press("F9")
    assert window.marks.isVisible()
    assert not window.inspector.isVisible()

    window.resize(1366, 768)
    qtbot.waitUntil(window.inspector.isVisible)
    assert window.marks.isVisible()


def test_whatever_takes_the_focus_has_a_name_for_screen_readers(person: Person) -> None:
    _linked(person)
    person.press("Delete", "Ctrl+Z", "L")
    nameless = []
    for widget in person.window.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            told = QAccessible.queryAccessibleInterface(widget)
            if not told or not told.text(QAccessible.Text.Name):
                nameless.append(widget)
    assert nameless == []
