"""Handing over: what is previewed, saved and copied, and in which language."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton

from reader.gui.desk.desk_controller import DeskController
from reader.gui.desk.runtime import QtRuntime
from reader.gui.dialogs.export_dialog import ExportDialog, copy_summary
from reader.gui.dialogs.summary_preview import SummaryPreview
from reader.gui.kit.controls import Box, Combo
from reader.model.summary import Language
from reader.model.vocabulary import MarkType
from reader.session.library import LibrarySession
from reader.session.maker import Maker
from reader.store import Store
from reader.wording import say
from tests.support.desks import AUTHOR, make_article
from tests.support.people import click, find, pick, press

RTL, LTR = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight


class Handing:
    """The dialog on the screen, over an article with a linked claim."""

    def __init__(self, sit, tmp_path: Path, language: str = "en", **options: Any) -> None:
        self.seat = sit(language, **options)
        self.folder = tmp_path / "مجلد"
        self.folder.mkdir()
        self.dialog = ExportDialog(self.seat.controller, self.seat.session)
        self.seat.show(self.dialog, 860, 640)

    def mark(self) -> None:
        source, claim = self.seat.source("مصدر أمني"), self.seat.claim("عبوتين ناسفتين انفجرتا")
        self.seat.link(claim, source)

    def find(self, kind, name):
        return find(self.dialog, kind, name)

    @property
    def preview(self) -> SummaryPreview:
        return self.find(SummaryPreview, "preview")

    def button(self, words: str) -> QPushButton:
        return next(b for b in self.dialog.findChildren(QPushButton) if b.text() == words)

    def file_dialog(self) -> QFileDialog:
        click(self.button("Save as…"))
        found = self.dialog.findChild(QFileDialog)
        assert found is not None
        return found

    def save_as(self, name: str) -> None:
        dialog = self.file_dialog()
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        field.setText(str(self.folder / name))
        press(field, Qt.Key.Key_Return)
        QApplication.processEvents()


@pytest.fixture
def handing(sit, tmp_path) -> Callable[..., Handing]:
    return lambda *arguments, **options: Handing(sit, tmp_path, *arguments, **options)


# The preview


@pytest.mark.parametrize(("interface", "wanted", "direction"), [
    ("en", "العربية", RTL), ("ar", "English", LTR), ("en", "English", LTR), ("ar", "العربية", RTL),
])  # fmt: skip
def test_the_preview_runs_as_the_summary_s_language_in_any_interface(
    handing, interface, wanted, direction
):
    at = handing(interface)
    pick(at.find(Combo, "summary_language"), wanted)
    language: Language = "ar" if direction is RTL else "en"
    heading = at.preview.document().find(say("report_profile", language))
    assert heading.block().textDirection() is direction
    heading.setPosition(heading.block().position())
    right = at.preview.cursorRect(heading).x() > at.preview.viewport().width() / 2
    assert right == (direction is RTL)


def test_the_summary_speaks_the_interface_s_language_at_first(handing):
    assert handing("ar").find(Combo, "summary_language").currentText() == "العربية"


def test_the_first_column_of_a_table_stands_where_reading_begins(sit, tmp_path):
    seat = sit("ar")
    seat.claim("عبوتين ناسفتين انفجرتا")
    dialog = ExportDialog(seat.controller, seat.session)
    seat.show(dialog, 860, 640)
    preview = find(dialog, SummaryPreview, "preview")
    number = preview.document().find("عبوتين ناسفتين")
    table = number.currentTable()
    columns = {
        table.cellAt(1, column).firstCursorPosition().block().text(): column
        for column in range(table.columns())
    }
    assert columns["1"] == table.columns() - 1


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_narrow_table_stands_where_reading_begins(sit, language):
    seat = sit(language, article=make_article(["قال مصدر أمني إن عبوتين انفجرتا."]))
    dialog = ExportDialog(seat.controller, seat.session)
    seat.show(dialog, 860, 640)
    preview = find(dialog, SummaryPreview, "preview")
    table = preview.document().find(say("report_date", language)).currentTable()
    box = preview.document().documentLayout().frameBoundingRect(table)

    right = box.center().x() > preview.viewport().width() / 2
    assert right == (language == "ar")


def test_no_name_of_a_column_is_broken(sit):
    long = "وأصيبت شاحنة قرب الطريق السريع " * 8
    article = make_article([f'ووفقًا لمصدر أمني في {long}، فإن "عبوتين انفجرتا {long}".'])
    seat = sit("en", article=article)
    seat.link(
        seat.claim(f"عبوتين انفجرتا {long}".strip()), seat.source(f"مصدر أمني في {long}".strip())
    )
    dialog = ExportDialog(seat.controller, seat.session)
    seat.show(dialog, 860, 640)
    table = find(dialog, SummaryPreview, "preview").document().find("عبوتين انفجرتا").currentTable()
    names = [table.cellAt(0, n).firstCursorPosition().block() for n in range(1, table.columns())]

    assert [name.text() for name in names] == ["Claim", "Source", "Status", "Verdict"]
    assert [name.layout().lineCount() for name in names] == [1, 1, 1, 1]


def test_the_preview_shows_what_the_article_says_and_parses_nothing(sit, tmp_path):
    article = make_article(["قال <b>مصدر</b> أمني &amp; آخرون <img src=x onerror=y>"])
    at = Handing(sit, tmp_path, "ar", article=article)
    at.dialog.close()
    at.seat.mark(MarkType.CLAIM, "<b>مصدر</b> أمني &amp; آخرون <img src=x onerror=y>")
    dialog = ExportDialog(at.seat.controller, at.seat.session)
    at.seat.show(dialog)
    shown = find(dialog, SummaryPreview, "preview").toPlainText()
    assert "<b>مصدر</b> أمني &amp; آخرون <img src=x onerror=y>" in shown


def test_an_unmarked_article_has_a_preview_too(handing):
    assert "نتائج الحوار" in handing().preview.toPlainText()


def test_long_lists_are_cut_in_the_preview_and_say_so(sit, tmp_path):
    article = make_article([f"ادعاء رقم {n} هنا." for n in range(60)])
    seat = sit("en", article=article)
    for block in article.blocks[1:]:
        seat.session.add_mark(MarkType.CLAIM, block.start, block.end)
    dialog = ExportDialog(seat.controller, seat.session)
    seat.show(dialog)
    shown = find(dialog, SummaryPreview, "preview").toPlainText()
    assert "ادعاء رقم 24 هنا" in shown
    assert "ادعاء رقم 25 هنا" not in shown
    assert "35 more in the file" in shown


# Saving


@pytest.mark.parametrize(("form", "extension"), [
    ("HTML", "html"), ("Markdown", "md"), ("JSON", "json"),
])  # fmt: skip
def test_a_summary_is_saved_under_an_arabic_name(handing, form, extension):
    at = handing()
    at.mark()
    pick(at.find(Combo, "format"), form)
    at.save_as("ملخص المقال")
    written = at.folder / f"ملخص المقال.{extension}"
    assert "عبوتين ناسفتين" in written.read_text("utf-8")
    assert [m.code for m in at.seat.told] == ["exported"]
    assert at.seat.told[0].params == {"name": written.name}
    assert not at.dialog.isVisible()


def test_the_name_offered_is_the_title_in_its_own_letters(handing):
    at = handing()
    dialog = at.file_dialog()
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    assert "عودة استهداف أرتال التحالف" in field.text()
    assert field.text().endswith(".html")
    dialog.reject()


def test_the_full_text_is_left_out_on_wish(handing):
    at = handing()
    pick(at.find(Combo, "format"), "JSON")
    click(at.find(Box, "with_text"), at.find(Box, "with_text").rect().center())
    at.save_as("x")
    assert json.loads((at.folder / "x.json").read_text("utf-8"))["summary"]["text"] is None


def test_the_file_speaks_the_language_that_was_chosen(handing):
    at = handing("en")
    pick(at.find(Combo, "summary_language"), "العربية")
    at.save_as("x")
    assert '<html lang="ar"' in (at.folder / "x.html").read_text("utf-8")


def test_what_cannot_be_written_is_said_in_the_dialog_and_in_the_window(handing):
    at = handing()
    at.dialog._write(at.folder / "missing" / "x.html", "html")
    assert [m.code for m in at.seat.refused] == ["export_folder_missing"]
    assert at.dialog.isVisible()
    assert "missing" in at.find(QLabel, "trouble").text()
    assert at.button("Save as…").isEnabled()
    at.save_as("x")
    assert (at.folder / "x.html").exists()


def test_leaving_the_file_dialog_leaves_the_summary_where_it_is(handing):
    at = handing()
    at.file_dialog().reject()
    assert at.dialog.isVisible()
    assert list(at.folder.iterdir()) == []


# Copying


def test_the_summary_is_copied_rich_and_plain(handing):
    at = handing("ar")
    at.mark()
    click(at.button("نسخ الملخص"))
    data = QGuiApplication.clipboard().mimeData()
    assert 'dir="rtl"' in data.html()
    assert "عبوتين ناسفتين" in data.text()
    assert [m.code for m in at.seat.told] == ["summary_copied"]


def test_copying_needs_no_dialog(sit):
    seat = sit("en")
    copy_summary(seat.controller, seat.session, "en")
    assert 'dir="ltr"' in QGuiApplication.clipboard().mimeData().html()


# By keyboard


def test_the_dialog_is_used_by_keyboard_alone(handing):
    at = handing()
    walked = []
    for _ in range(8):
        focus = QApplication.focusWidget()
        walked.append(focus.objectName() or focus.text())
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert walked[:3] == ["format", "summary_language", "with_text"]
    assert {"preview", "Save as…", "Copy summary", "Close"} <= set(walked)
    press(at.dialog, Qt.Key.Key_Escape)
    assert not at.dialog.isVisible()


def test_enter_saves(handing):
    at = handing()
    press(at.find(Combo, "format"), Qt.Key.Key_Return)
    found = at.dialog.findChild(QFileDialog)
    assert found is not None
    found.reject()


# Large articles


def longest_wait(seconds: float) -> float:
    """Let the event loop run for a while; the longest work that held it up, in seconds.

    Of this thread's own time: what else the machine does meanwhile does not count.
    """
    loop, gaps, last = QEventLoop(), [0.0], [time.thread_time()]

    def tick() -> None:
        now = time.thread_time()
        gaps.append(now - last[0])
        last[0] = now

    timer = QTimer(interval=2)
    timer.timeout.connect(tick)
    timer.start()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()
    timer.stop()
    return max(gaps)


@pytest.mark.slow
def test_a_large_article_is_summed_up_while_the_dialog_stays_alive(
    qtbot, appearance, sit, tmp_path
):
    article = make_article(["قال مصدر أمني إن عبوتين انفجرتا قرب الطريق السريع. " * 16] * 300)
    seat = sit("ar", article=article)
    for block in article.blocks[1:]:
        claim = seat.session.add_mark(MarkType.CLAIM, block.start + 18, block.start + 40)
        source = seat.session.add_mark(MarkType.SOURCE, block.start + 4, block.start + 13)
        seat.session.link(claim.id, source.id)
    seat.session.flush()
    runtime = QtRuntime()
    with Store.open(tmp_path / "library", write=False) as store:
        library = LibrarySession(store, runtime, Maker(AUTHOR))
        desk = DeskController(library, seat.interface)
        desk.put(library.open_article(seat.session.id))
        begun = time.thread_time()
        seat.session.summary("ar", with_text=False)
        alone = time.thread_time() - begun
        dialog = ExportDialog(desk, desk.session)
        qtbot.addWidget(dialog)
        dialog.show()
        waited = longest_wait(alone * 8 + 1)
        preview = find(dialog, SummaryPreview, "preview")
        qtbot.waitUntil(lambda: "انفجرتا" in preview.toPlainText(), timeout=60_000)
        dialog.reject()
        runtime.close()
    assert waited < max(alone, 0.1) * 3
