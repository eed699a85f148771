"""What is typed into a field."""

from __future__ import annotations

from datetime import date

import pytest

from reader.session.typed import day, names, one_line

WANTED = date(2021, 7, 27)


@pytest.mark.parametrize(
    "text", ["2021-07-27", "2021/7/27", "27.7.2021", "27-07-2021", " ٢٧/٧/٢٠٢١ ", "۲۰۲۱-۰۷-۲۷"]
)
def test_a_day_is_read_with_its_year_first_or_last_in_any_digits(text):
    assert day(text) == WANTED


@pytest.mark.parametrize(
    "text", ["", "الثلاثاء", "2021-07", "2021-13-01", "2021-02-30", "27/7/21", "0000-01-01"]
)
def test_what_is_no_day_is_refused(text):
    with pytest.raises(ValueError, match=r".*"):
        day(text)


def test_names_stand_between_commas_of_either_script():
    assert names("داعش، تنظيم  الدولة, ISIS؛ داعش,") == ("داعش", "تنظيم الدولة", "ISIS")
    assert names(" ، ") == ()


def test_a_line_keeps_its_words_and_loses_its_breaks():
    assert one_line("  وزارة\nالداخلية\u2028العراقية ") == "وزارة الداخلية العراقية"
