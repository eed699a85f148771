"""The article on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from PySide6.QtCore import QMarginsF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from reader.export.outline import Heading, Paragraph, ours
from reader.gui.dialogs.print_dialog import PrintDialog
from reader.gui.dialogs.print_material import Material, Wording, material_of, printed
from reader.gui.dialogs.printing import DPI, Paper
from reader.gui.kit.fonts import Typography
from reader.gui.kit.theme import Theme
from reader.gui.page.mark_layout import PaintedMark, Shape, Stroke
from reader.model.article import Article, Block, BlockState, Direction, EncodingFound
from reader.model.errors import Message
from reader.settings import ThemeChoice
from tests.support.libraries import a_page
from tests.support.pages import an_article, shown_in
from tests.support.windows import Person

LONG = ["عنوان الخبر"] + [f"فقرة {n} " + "من كلام كثير عن الحادث " * 20 for n in range(40)]
WORDING = Wording(lambda page, pages: f"{page + 1}/{pages}", lambda left: f"+{left}")
LAYOUT = QPageLayout(
    QPageSize(QPageSize.PageSizeId.A4),
    QPageLayout.Orientation.Portrait,
    QMarginsF(20, 14, 20, 12),
    QPageLayout.Unit.Millimeter,
)


def _paper(article: Article, **fields: Any) -> Paper:
    material = Material(
        article, shown_in(article), fields.pop("direction", article.dir), title="خبر", **fields
    )
    paper = Paper(material, LAYOUT, printed(Typography()), WORDING)
    for _ in paper.lay_out():
        pass
    return paper


def _painted(paper: Paper, number: int = 0) -> QImage:
    picture = QImage(paper.size.toSize(), QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    with QPainter(picture) as painter:
        paper.paint(painter, number)
    return picture


def _ink(picture: QImage, left: float, top: float, right: float, bottom: float) -> int:
    """How many pixels of a part, given in shares, are not white."""
    width, height = picture.width(), picture.height()
    return sum(
        picture.pixelColor(x, y) != Qt.GlobalColor.white
        for x in range(round(left * width), round(right * width), 2)
        for y in range(round(top * height), round(bottom * height), 2)
    )


@pytest.fixture
def long(fonts: None) -> Paper:
    return _paper(an_article(*LONG))


def test_a_page_has_the_size_of_its_paper(long: Paper) -> None:
    assert long.size == QSizeF(595, 842) * (DPI / 72)


def test_a_long_article_runs_over_pages_and_no_line_of_it_is_cut(long: Paper) -> None:
    assert long.count > 2
    document = long._document
    height = document.pageSize().height()
    layout, block = document.documentLayout(), document.firstBlock()
    pages = set()
    while block.isValid():
        top = layout.blockBoundingRect(block).top()
        for number in range(block.layout().lineCount()):
            line = block.layout().lineAt(number).rect().translated(0, top)
            pages.add(int(line.top() // height))
            assert line.top() // height == (line.bottom() - 1) // height
        block = block.next()
    assert pages == set(range(long.count))


def test_every_page_but_the_first_bears_the_running_title(long: Paper) -> None:
    above = (0.1, 0.03, 0.9, 0.062)
    assert _ink(_painted(long, 0), *above) == 0
    assert _ink(_painted(long, 1), *above) > 0


def test_every_page_bears_its_number(long: Paper) -> None:
    for number in range(long.count):
        assert _ink(_painted(long, number), 0.4, 0.93, 0.6, 0.97) > 0


def test_the_text_runs_from_the_right_in_a_right_to_left_article(fonts: None) -> None:
    picture = _painted(_paper(an_article("خبر")))
    assert _ink(picture, 0.7, 0.05, 0.95, 0.3) > 0
    assert _ink(picture, 0.05, 0.1, 0.3, 0.3) == 0


def test_what_is_above_the_text_stands_on_the_first_page_alone(fonts: None) -> None:
    article = an_article(*LONG)
    bare, full = _paper(article), _paper(article, origin=("زاكروس", "نُشر 29 تموز 2021"))

    def first_line(paper: Paper) -> float:
        document = paper._document
        return document.documentLayout().blockBoundingRect(document.firstBlock().next()).top()

    assert first_line(full) > first_line(bare)
    assert _painted(full, 1) != _painted(full, 0)


def test_what_was_left_out_leaves_no_gap(fonts: None) -> None:
    from tests.support.pages import Row

    article = an_article("عنوان", Row("مشكوك فيه", state=BlockState.DOUBTFUL), "كلام")
    paper = _paper(article)
    assert paper._document.collapsed == []
    assert "مشكوك" not in paper._document.toPlainText()


@pytest.mark.parametrize(
    ("shape", "colour"),
    [
        (Shape.SOLID, "source_identified"),
        (Shape.HATCHED, "source_anonymous"),
        (Shape.BAND, "highlight"),
        (Shape.LINE, "claim"),
    ],
)
def test_marks_are_painted_on_paper_by_their_shapes(fonts: None, shape: Shape, colour: str) -> None:
    article = an_article(*LONG)
    mark = PaintedMark(uuid4(), 15, 60, shape, colour, Stroke.SOLID)
    with_mark, without = _painted(_paper(article, marks=(mark,))), _painted(_paper(article))

    assert with_mark != without
    grey = with_mark.convertToFormat(QImage.Format.Format_Grayscale8)
    assert grey != without.convertToFormat(QImage.Format.Format_Grayscale8)


def test_a_mark_over_a_page_s_end_is_painted_on_both_pages(fonts: None) -> None:
    article = an_article(*LONG)
    mark = PaintedMark(uuid4(), 0, len(article.page_text), Shape.LINE, "claim")
    marked, bare = _paper(article, marks=(mark,)), _paper(article)

    for number in range(bare.count):
        assert _painted(marked, number) != _painted(bare, number)


def test_the_report_begins_on_a_page_of_its_own(fonts: None) -> None:
    article = an_article("خبر")
    paper = _paper(article, report=(Heading(1, ours("خلاصة")), Paragraph(ours("ادعاء واحد"))))

    assert paper.count == 2
    assert _ink(_painted(paper, 1), 0.5, 0.05, 0.95, 0.2) > 0


def test_long_articles_are_laid_out_in_steps(fonts: None) -> None:
    article = an_article(*(LONG * 5))
    material = Material(article, shown_in(article), Direction.RTL)
    steps = list(Paper(material, LAYOUT, printed(Typography()), WORDING).lay_out())

    assert len(steps) > 5
    assert steps == sorted(steps)
    assert steps[-1] <= 1


# The dialog


@pytest.fixture
def person(qapp: QApplication, qtbot: QtBot, home: Any) -> Iterator[Person]:
    person = Person(qapp, qtbot, home)
    article, data = a_page(LONG)
    evidence = EncodingFound(name="utf-8", evidence=Message(code="encoding_utf8"))
    provenance = article.provenance.model_copy(update={"encoding": evidence})
    person.open(article.model_copy(update={"provenance": provenance}), data)
    yield person
    person.go()


Asked = Callable[[], PrintDialog]


@pytest.fixture
def asked(person: Person) -> Iterator[Asked]:
    """Open the dialog, and wait for its pages."""
    dialogs: list[PrintDialog] = []

    def ask() -> PrintDialog:
        dialog = PrintDialog(
            person.window.desk,
            person.session,
            material_of(person.session, person.window.view),
            Typography(),
            person.runtime,
            Theme.load("light"),
            person.window,
        )
        dialogs.append(dialog)
        dialog.show()
        person.qtbot.waitUntil(lambda: dialog.paper is not None)
        return dialog

    yield ask
    for dialog in dialogs:
        dialog.close()
        dialog.deleteLater()


def test_the_preview_is_turned_page_by_page(person: Person, asked: Asked) -> None:
    dialog = asked()
    assert dialog.where.text().startswith("صفحة 1 من ")
    assert not dialog.before.isEnabled()

    QTest.mouseClick(dialog.after, Qt.MouseButton.LeftButton)

    assert dialog.where.text().startswith("صفحة 2 من ")
    assert dialog.before.isEnabled()


def test_paper_is_light_whatever_the_window_s_colours(person: Person, asked: Asked) -> None:
    person.mark("عنوان", "1")
    light = _painted(_of(asked()))
    person.window.table[f"theme_{ThemeChoice.DARK.value}"].trigger()

    assert _painted(_of(asked())) == light


def _of(dialog: PrintDialog) -> Paper:
    assert dialog.paper is not None
    return dialog.paper


def test_marks_can_be_left_off(person: Person, asked: Asked) -> None:
    person.mark("عنوان", "1")
    dialog = asked()
    marked = _painted(_of(dialog))
    before = dialog.paper

    dialog.with_marks.click()
    person.qtbot.waitUntil(lambda: dialog.paper is not before)

    assert _painted(_of(dialog)) != marked


def test_claims_and_sources_can_be_added_at_the_end(person: Person, asked: Asked) -> None:
    person.mark("عنوان", "2")
    dialog = asked()
    before = _of(dialog).count

    dialog.with_report.click()
    person.qtbot.waitUntil(lambda: _of(dialog).count > before)


def test_what_is_added_at_the_end_does_not_begin_with_the_title_again(
    person: Person, asked: Asked
) -> None:
    dialog = asked()
    before = _of(dialog).count
    dialog.with_report.click()
    person.qtbot.waitUntil(lambda: _of(dialog).count > before)

    report = _of(dialog)._report
    assert report is not None
    text = report.toPlainText()
    assert text.startswith("الادعاءات والمصادر والملاحظات")
    assert person.session.record.title not in text


def test_the_pages_are_saved_as_a_pdf_file(person: Person, asked: Asked, tmp_path: Path) -> None:
    dialog, path = asked(), tmp_path / "خبر.pdf"
    count = _of(dialog).count

    with person.qtbot.waitSignal(dialog.accepted):
        dialog.save_as(path)

    data = path.read_bytes()
    assert data.startswith(b"%PDF-")
    assert data.count(b"/Type /Page\n") + data.count(b"/Type /Page ") == count


def test_a_pdf_that_cannot_be_written_is_said_so_and_the_dialog_stays(
    person: Person, asked: Asked, tmp_path: Path
) -> None:
    dialog = asked()
    dialog.save_as(tmp_path / "missing" / "a.pdf")
    person.qtbot.waitUntil(dialog.trouble.isVisible)

    assert dialog.isVisible()
    assert dialog.save.isEnabled()


def test_a_person_may_print_some_of_the_pages(person: Person, asked: Asked, tmp_path: Path) -> None:
    dialog, path = asked(), tmp_path / "p.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(path))
    printer.setFromTo(2, 2)

    with person.qtbot.waitSignal(dialog.accepted):
        dialog.print_on(printer)

    data = path.read_bytes()
    assert data.count(b"/Type /Page\n") + data.count(b"/Type /Page ") == 1


def test_a_printer_that_takes_nothing_is_said_so(person: Person, asked: Asked) -> None:
    class Broken(QPrinter):
        def newPage(self) -> bool:  # noqa: N802 - Qt's name
            return False

    dialog, printer = asked(), Broken(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFileName(str(person.store.home / "p.pdf"))
    dialog.print_on(printer)
    person.qtbot.waitUntil(dialog.trouble.isVisible)

    assert "تعذّرت الطباعة" in dialog.trouble.text()


def test_closing_ends_what_is_under_way(person: Person, asked: Asked, tmp_path: Path) -> None:
    dialog, path = asked(), tmp_path / "a.pdf"
    dialog.save_as(path)
    close = next(b for b in dialog.findChildren(QPushButton) if b.text() == "إغلاق")
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    person.runtime.drain()

    assert not path.exists()


def test_the_article_of_the_window_is_printed_with_what_is_known_of_it(person: Person) -> None:
    person.mark("عنوان", "1")
    material = material_of(person.session, person.window.view)

    assert material.title == "عنوان الخبر"
    assert len(material.marks) == 1
    assert isinstance(person.session.article.blocks[0], Block)
