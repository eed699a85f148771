"""Dates in running text: Arabic months of every region, both kinds of digits, four calendars.

Names are in `resources/ingest/months.json`. Matching runs on a folding that keeps every
character's offset, so that a date is reported as written.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final

from reader.resource import resource

_FOLD: Final = str.maketrans(
    "أإآٱ" + "ىی" + "کةé" + "\u00a0\u200c\u200e\u200f" + "٠١٢٣٤٥٦٧٨٩" + "۰۱۲۳۴۵۶۷۸۹",
    "اااا" + "يي" + "كهe" + "    " + "0123456789" * 2,
)
_YEARS: Final = range(1900, 2101)
_HIJRI_YEARS: Final = range(1300, 1501)
_BEFORE: Final = 24
_DIGIT: Final = re.compile(r"\d")
_WORD: Final = re.compile(r"\w+")
_MAX_BESIDE: Final = 2  # words beside a date and what belongs to it
_TIME: Final = re.compile(
    r"[\s,،\-–|]*(?:الساعه\s*)?\d{1,2}:\d{2}(?::\d{2})?(?:\s*(?:ص|م|am|pm)\b)?"
)
_SOLAR_LEAPS: Final = (1, 5, 9, 13, 17, 22, 26, 30)  # of the 33 years of a cycle
_NOWRUZ_1354: Final = date(1975, 3, 21).toordinal()  # 1354 = 41 * 33 + 1


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text. `start` and `end` are code points; `day` is None without a year."""

    start: int
    end: int
    written: str
    value: date | None
    month: int
    day: int
    weekday: int | None = None
    """Monday is 0, as the text names it."""
    guessed: bool = False
    """The day was worked out: an ambiguous 3/6/2020, or a conversion that may be a day off."""

    def in_year_from(self, earliest: date) -> date | None:
        """The first day on or after `earliest` that a date without a year can mean."""
        for year in range(earliest.year, earliest.year + 12):
            day = _gregorian(year, self.month, self.day)
            if day and day >= earliest and self.weekday in (None, day.weekday()):
                return day
        return None


def find_dates(text: str) -> Iterator[Found]:
    """The dates in a text, by offset. Nothing without a day and a month counts."""
    if not _DIGIT.search(text):
        return
    folded = _fold(text)
    for match in _patterns()["date"].finditer(folded):
        parts = {name: value for name, value in match.groupdict().items() if value}
        if found := _understood(parts):
            value, month, day, guessed = found
            start, weekday = _weekday_before(folded, match.start())
            time = _TIME.match(folded, match.end())
            end = time.end() if time else match.end()
            yield Found(start, end, text[start:end], value, month, day, weekday, guessed)


def first_date(text: str) -> date | None:
    """The first whole date in a short text such as `2021-07-29T19:42:00+03:00`."""
    return next((f.value for f in find_dates(text) if f.value), None)


def has_word(family: str, text: str) -> bool:
    """Whether a text has a word of a family: `published`, `modified` or `today`."""
    return _patterns()[family].search(_fold(text)) is not None


def is_dateline(text: str) -> bool:
    """Whether a text is a date and little else: a time, a zone, «آخر تحديث», a place."""
    spans = [(found.start, found.end) for found in find_dates(text)]
    if not spans:
        return False
    folded = list(_fold(text))
    for start, end in spans:
        folded[start:end] = " " * (end - start)
    rest = _patterns()["aside"].sub(" ", "".join(folded))
    return len(_WORD.findall(rest)) <= _MAX_BESIDE


def after_word(family: str, text: str, reach: int) -> Iterator[str]:
    """What follows each word of a family in a text, up to `reach` characters."""
    for match in _patterns()[family].finditer(_fold(text)):
        yield text[match.end() : match.end() + reach]


def _fold(text: str) -> str:
    lower = text.lower()
    return (lower if len(lower) == len(text) else text).translate(_FOLD)


def _understood(parts: dict[str, str]) -> tuple[date | None, int, int, bool] | None:
    """The day meant by the parts of a match, its month and day, and whether it is a guess."""
    if "y" in parts:
        return _numeric(int(parts["y"]), int(parts["m"]), int(parts["d"]))
    if "ny" in parts:
        day, month = int(parts["nd"]), int(parts["nm"])
        if month > 12 >= day:
            day, month = month, day
        found = _numeric(int(parts["ny"]), month, day)
        return (*found[:3], day <= 12 and day != month) if found else None
    day = int(parts.get("day") or parts["day2"])
    calendar, month = _months()[_spaced(parts.get("month") or parts["month2"])]
    year = parts.get("year") or parts.get("year2")
    if year is None:
        return (None, month, day, True) if calendar == "gregorian" and _day_fits(day) else None
    return _dated(calendar, int(year), month, day)


def _day_fits(day: int) -> bool:
    return 1 <= day <= 31


def _numeric(year: int, month: int, day: int) -> tuple[date, int, int, bool] | None:
    return _dated("solar" if year in _HIJRI_YEARS else "gregorian", year, month, day)


def _dated(calendar: str, year: int, month: int, day: int) -> tuple[date, int, int, bool] | None:
    convert = {"gregorian": _gregorian, "solar": _solar, "lunar": _lunar}[calendar]
    value = convert(year, month, day)
    return (value, value.month, value.day, calendar == "lunar") if value else None


def _gregorian(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


def _solar(year: int, month: int, day: int) -> date | None:
    """The Iranian and Afghan calendar, by its 33-year cycle: exact from 1343 to 1502."""
    if year not in _HIJRI_YEARS or not 1 <= month <= 12 or not _day_fits(day):
        return None
    cycles, rest = divmod(year - 1354, 33)
    leaps = cycles * len(_SOLAR_LEAPS) + sum(1 for leap in _SOLAR_LEAPS if leap <= rest)
    months = 31 * (month - 1) - max(0, month - 7)
    return date.fromordinal(_NOWRUZ_1354 + 365 * (year - 1354) + leaps + months + day - 1)


def _lunar(year: int, month: int, day: int) -> date | None:
    """The tabular Islamic calendar: a sighted month may begin a day earlier or later."""
    if year not in _HIJRI_YEARS or not 1 <= day <= 30:
        return None
    days = (11 * year + 3) // 30 + 354 * year + 30 * month - (month - 1) // 2 + day
    return date.fromordinal(days - 385 + 1948440 - 1721425)


def _weekday_before(folded: str, start: int) -> tuple[int, int | None]:
    """Where a date begins with the day of the week before it, and which day that is."""
    begin = max(0, start - _BEFORE)
    match = _patterns()["weekday"].search(folded[begin:start])
    if match is None:
        return start, None
    named = _weekdays()[_spaced(match[1])]
    return (start if "(" in match[0] else begin + match.start(1)), named


def _spaced(name: str) -> str:
    return " ".join(name.split())


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(resource("ingest", "months.json").read_text("utf-8"))
    return data


@cache
def _months() -> dict[str, tuple[str, int]]:
    return {
        _fold(name): (calendar, month)
        for calendar, months in _data()["months"].items()
        for month, names in enumerate(months, start=1)
        for name in names
    }


@cache
def _weekdays() -> dict[str, int]:
    return {_fold(n): day for day, names in enumerate(_data()["weekdays"]) for n in names}


def _alternatives(names: Iterator[str] | dict[str, Any]) -> str:
    longest_first = sorted(names, key=len, reverse=True)
    return "|".join(r"\s{1,6}".join(map(re.escape, n.split())) for n in longest_first)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    month = _alternatives(_months())
    # No repetition without a limit: two in a row take quadratic time.
    blank, gap, between = r"\s{0,6}", r"\s{1,6}", r"[\s\-/.]{0,6}"
    day = r"(?<!\d)(?<!\d[:.,/])\d{1,2}"
    words = {f: _alternatives(map(_fold, _data()["words"][f])) for f in _data()["words"]}
    return {
        "date": re.compile(
            r"(?<!\d)(?P<y>\d{4})([-/.])(?P<m>\d{1,2})\2(?P<d>\d{1,2})(?!\d)"
            r"|(?<!\d)(?P<nd>\d{1,2})([-/.])(?P<nm>\d{1,2})\6(?P<ny>\d{4})(?!\d)"
            rf"|(?P<day>{day})(?:st|nd|rd|th|er)?{between}(?:of{gap}|من{gap})?"
            rf"(?P<month>{month})(?:{blank}/{blank}(?:{month}))?(?!\w)"
            rf"(?:{between}[,،]?{blank}(?:(?:عام|سنه|لعام){gap})?(?P<year>\d{{4}})(?!\d))?"
            rf"|(?<!\w)(?P<month2>{month})\.?{gap}(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?"
            rf"{blank}[,،]?{blank}(?P<year2>\d{{4}})(?!\d)"
        ),
        "aside": re.compile(
            rf"(?<!\w)(?:{words['published']}|{words['modified']}|gmt|utc|am|pm|ص|م|مساء|صباحا)(?!\w)"
            r"|[+-]?\d{1,4}(?::\d{2})*"
        ),
        "weekday": re.compile(rf"(?<!\w)({_alternatives(_weekdays())})[\s,،]*\(?\s*$"),
        **{f: re.compile(rf"(?<!\w)(?:{w})(?!\w)") for f, w in words.items()},
    }
