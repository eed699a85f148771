"""What a person types into a field, as a value: days and lists of names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from reader.text.fold import Profile, fold

_DAY = re.compile(r"(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})")
_BETWEEN_NAMES = re.compile(r"[،,؛;\n]")


def day(text: str) -> date:
    """A day written in digits of any script, the year first or last: 2021-07-27, 27/7/2021.

    Raises:
        ValueError: it is none.
    """
    found = _DAY.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    first, month, last = found.groups()
    year, number = (first, last) if len(first) == 4 else (last, first)
    if len(year) != 4:
        raise ValueError(text)
    return date(int(year), int(month), int(number))


def names(text: str) -> tuple[str, ...]:
    """Names between commas, Arabic or Latin; empty ones and repeated ones left out."""
    found = (" ".join(name.split()) for name in _BETWEEN_NAMES.split(text))
    return tuple(dict.fromkeys(name for name in found if name))


def beginning(labels: Sequence[str], written: str) -> int | None:
    """The first of the labels in which a word, or all of it, begins so; one that begins so first.

    Compared as find does: without harakat, forms of alef, tatweel or case.
    """
    wanted = fold(written, Profile.FIND).text.strip()
    folded = [fold(label, Profile.FIND).text for label in labels]
    by_word = (n for n, label in enumerate(folded) if f" {wanted}" in f" {label}")
    whole = (n for n, label in enumerate(folded) if label.startswith(wanted))
    return next(whole, next(by_word, None)) if wanted else None


def one_line(text: str) -> str:
    """The text without line breaks and without white space at its ends."""
    return " ".join(text.splitlines()).strip()
