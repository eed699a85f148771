"""Dates in text: months of every region, both kinds of digits, four calendars."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ingest.dates import find_dates, first_date, has_word, is_dateline


@pytest.mark.parametrize(
    ("text", "written", "value"),
    [
        ("اليوم الخميس (29 تموز 2021)، ل", "29 تموز 2021", date(2021, 7, 29)),
        ("الجمعة 24 نيسان / أبريل 2020 م", "الجمعة 24 نيسان / أبريل 2020", date(2020, 4, 24)),
        ("الأربعاء، 28 آب/اغسطس 2013، آ", "الأربعاء، 28 آب/اغسطس 2013", date(2013, 8, 28)),
        ("٧ أكتوبر ٢٠٢٠ - ١٢:٠٩ م", "٧ أكتوبر ٢٠٢٠ - ١٢:٠٩ م", date(2020, 10, 7)),
        ("في 12 تشرين\u00a0الأول من عام 1973", "12 تشرين\u00a0الأول", None),
        ("5 كانون الثاني عام 2020", "5 كانون الثاني عام 2020", date(2020, 1, 5)),
        ("21 جويلية 2021", "21 جويلية 2021", date(2021, 7, 21)),
        ("1 غشت 2020", "1 غشت 2020", date(2020, 8, 1)),
        ("۲۹ بهمن ۱۳۹۸", "۲۹ بهمن ۱۳۹۸", date(2020, 2, 18)),
        ("دلو ۰۵, ۱۴۰۳", "دلو ۰۵, ۱۴۰۳", date(2025, 1, 24)),
        ("۲۳ جنوری ۲۰۲۵", "۲۳ جنوری ۲۰۲۵", date(2025, 1, 23)),
        ("17 באוגוסט", None, None),
        ("17 אוגוסט 2020", "17 אוגוסט 2020", date(2020, 8, 17)),
        ("July 29th, 2021 at", "July 29th, 2021", date(2021, 7, 29)),
        ("Thu, 29 Jul 2021 19:42:00 GMT", "Thu, 29 Jul 2021 19:42:00", date(2021, 7, 29)),
        ("mardi 3 août 2021", "mardi 3 août 2021", date(2021, 8, 3)),
        ("2021-07-29T19:42:00+03:00", "2021-07-29", date(2021, 7, 29)),
        ("/news/2020/8/24/x", "2020/8/24", date(2020, 8, 24)),
        ("22-11-2024", "22-11-2024", date(2024, 11, 22)),
        ("17.03.2020", "17.03.2020", date(2020, 3, 17)),
        ("07/31/2020", "07/31/2020", date(2020, 7, 31)),
        ("۱۳۹۸/۱۱/۲۹", "۱۳۹۸/۱۱/۲۹", date(2020, 2, 18)),
    ],
)
def test_a_date_is_found_as_written(text: str, written: str | None, value: date | None) -> None:
    found = next(find_dates(text), None)
    assert (found and found.written, found and found.value) == (written, value)
    if found:
        assert text[found.start : found.end] == found.written


@pytest.mark.parametrize(
    "text",
    [
        "",
        "لا تاريخ هنا",
        "عام 2021 وحده",
        "30 شباط 2021",
        "3 أسد 2021",
        "40 بهمن 1398",
        "31 محرم 1442",
        "35 مايو",
        "32/13/2020",
        "12 رجب",
        "5 محرم 2020",
        "1234-5678-9012",
        "0 mars 1850",
    ],
)
def test_what_is_no_date_is_not_found(text: str) -> None:
    assert list(find_dates(text)) == []


@pytest.mark.parametrize(
    ("text", "guessed"),
    [
        ("3/6/2020", True),
        ("6/6/2020", False),
        ("23/6/2020", False),
        ("3 محرم 1442", True),
        ("29 تموز 2021", False),
        ("29 تموز", True),
    ],
)
def test_a_day_that_was_worked_out_is_a_guess(text: str, guessed: bool) -> None:
    assert [found.guessed for found in find_dates(text)] == [guessed]


def test_the_tabular_islamic_calendar_is_a_day_off_at_most() -> None:
    assert first_date("1 رمضان 1442") in (date(2021, 4, 12), date(2021, 4, 13), date(2021, 4, 14))
    assert first_date("10 ذو الحجة 1441 هـ") in (date(2020, 7, 30), date(2020, 7, 31))


@pytest.mark.parametrize(
    ("year", "nowruz"),
    [
        (1354, date(1975, 3, 21)),
        (1376, date(1997, 3, 21)),
        (1398, date(2019, 3, 21)),
        (1399, date(2020, 3, 20)),
        (1400, date(2021, 3, 21)),
        (1403, date(2024, 3, 20)),
        (1404, date(2025, 3, 21)),
    ],
)
def test_the_solar_year_begins_at_the_equinox(year: int, nowruz: date) -> None:
    assert first_date(f"1 فروردین {year}") == nowruz
    assert first_date(f"1 مهر {year}") == date.fromordinal(nowruz.toordinal() + 186)


def test_a_date_without_a_year_means_the_first_such_day() -> None:
    (found,) = find_dates("Erbil 7°C السبت 23 تشرين الثاني 02:20")
    assert found.weekday == 5
    assert found.in_year_from(date(2021, 7, 29)) == date(2024, 11, 23)
    (unnamed,) = find_dates("23 تشرين الثاني")
    assert unnamed.in_year_from(date(2021, 7, 29)) == date(2021, 11, 23)
    assert unnamed.in_year_from(date(2101, 1, 1)) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("الأربعاء، 28 آب/اغسطس 2013، آخر تحديث 14:00 (GMT+0400)", True),
        ("تم نشره الجمعة 24 نيسان / أبريل 2020 09:22 مساءً", True),
        ("أربيل، 29 تموز 2021", True),
        ("29 تموز 2021 كان يوما طويلا في بغداد", False),
        ("بلا تاريخ", False),
    ],
)
def test_a_dateline_is_a_date_and_little_else(text: str, expected: bool) -> None:
    assert is_dateline(text) is expected


def test_words_of_roles_are_whole_words() -> None:
    assert has_word("modified", "آخر تحديث: أمس")
    assert has_word("today", "اليوم الخميس")
    assert not has_word("today", "باليومين")


@given(st.text(alphabet="0123456789٠١٢۳۴/-.: ،,تموزآبمارسJulyيوم\u00a0", max_size=60))
def test_whatever_is_found_stands_in_the_text(text: str) -> None:
    for found in find_dates(text):
        assert text[found.start : found.end] == found.written


def test_a_long_text_is_searched_in_linear_time() -> None:
    start = time.process_time()
    assert sum(1 for _ in find_dates("12 كلمة 2020 3/ " * 20_000)) == 0
    assert time.process_time() - start < 3
