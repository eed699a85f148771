"""The lines above an article."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtWidgets import QApplication, QLabel

from reader.gui.page.article_header import ArticleHeader, host_of
from reader.model.article import DateRole, DateStatement, Direction, Metadata

MADE = DateStatement(
    written="2021-07-29T19:42:00+03:00",
    value=date(2021, 7, 29),
    role=DateRole.PUBLISHED,
    where="json_ld",
)
WRITTEN = DateStatement(written="29 تموز 2021", value=date(2021, 7, 29), where="text")
STRIP = DateStatement(
    written="السبت 23 تشرين الثاني", value=date(2024, 11, 23), where="dateline", guessed=True
)


@pytest.fixture
def header(qtbot, fonts):
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    made = ArticleHeader()
    qtbot.addWidget(made)
    made.show()
    yield made
    QLocale.setDefault(before)


def texts(header: ArticleHeader) -> dict[str, str]:
    return {
        label.objectName(): label.text()
        for label in header.findChildren(QLabel)
        if label.isVisible()
    }


def test_two_dates_that_disagree_are_both_shown(header):
    header.show_metadata(Metadata(published=MADE, dates=(MADE, STRIP)), Direction.RTL)
    shown = texts(header)
    assert "dates_disagree" in shown
    first, second = shown["dates"].splitlines()
    assert "29 July 2021" in first
    assert "23 November 2024" in second
    assert STRIP.written in second
    assert "inferred" in second


def test_a_day_is_shown_once_as_people_write_it(header):
    header.show_metadata(Metadata(published=MADE, dates=(MADE, WRITTEN)), Direction.RTL)
    shown = texts(header)
    assert shown["dates"].count("2021") == 2  # as understood, and as written
    assert WRITTEN.written in shown["dates"]
    assert MADE.written not in shown["dates"]
    assert "dates_disagree" not in shown


def test_a_date_that_is_not_understood_is_shown_as_written(header):
    unknown = DateStatement(written="أمس", where="dateline")
    header.show_metadata(Metadata(dates=(unknown,)), Direction.RTL)
    assert "أمس" in texts(header)["dates"]


def test_outlet_author_and_host_are_shown(header):
    data = Metadata(
        outlet="زاكروس", author="سارة", canonical_url="https://user@www.zagros.example:8/a"
    )
    header.show_metadata(data, Direction.RTL)
    shown = texts(header)
    assert "زاكروس" in shown["outlet"]
    assert "سارة" in shown["author"]
    assert shown["host"] == "www.zagros.example"


def test_what_is_not_known_takes_no_room(header):
    header.show_metadata(Metadata(), Direction.LTR)
    assert texts(header) == {}


def test_words_of_the_page_are_no_markup(header):
    header.show_metadata(Metadata(outlet="<h1>x</h1>", author="<img src=a>"), Direction.RTL)
    assert "<h1>x</h1>" in texts(header)["outlet"]
    formats = {label.textFormat() for label in header.findChildren(QLabel)}
    assert formats == {Qt.TextFormat.PlainText}


def test_the_header_begins_where_the_article_does(header):
    header.show_metadata(Metadata(outlet="x"), Direction.LTR)
    assert header.layoutDirection() is Qt.LayoutDirection.LeftToRight
    header.show_metadata(Metadata(outlet="x"), Direction.RTL)
    assert header.layoutDirection() is Qt.LayoutDirection.RightToLeft


def test_another_language_says_it_anew(header):
    header.show_metadata(Metadata(published=MADE, dates=(MADE,)), Direction.RTL)
    QLocale.setDefault(QLocale("ar_IQ"))
    QApplication.sendEvent(header, QEvent(QEvent.Type.LanguageChange))
    assert "29 تموز 2021" in texts(header)["dates"]


@pytest.mark.parametrize("address", ["", "no address", "http://[broken"])
def test_an_address_without_a_host_has_none(address):
    assert host_of(address) == ""
