"""File names made of titles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.export import file_name


def test_an_arabic_title_stays() -> None:
    assert file_name("عودة استهداف أرتال التحالف", "html") == "عودة استهداف أرتال التحالف.html"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ('بعد رفض "المقاومة"', "بعد رفض المقاومة.md"),
        ("عاجل: a/b\\c|d?*<e>", "عاجل a b c d e.md"),
        ("../../etc/passwd", "etc passwd.md"),
        (".hidden. .", "hidden.md"),
        ("-rf", "rf.md"),
        ("خبر\u202egpj\u200f", "خبرgpj.md"),
        ("سطر\nوسطر\u2028آخر\x00", "سطر وسطر آخر.md"),
        ("نامه\u200cها", "نامه\u200cها.md"),
        ("", "isnad.md"),
        (" \u200f?", "isnad.md"),
        ("CON", "isnad CON.md"),
        ("lpt1.txt", "isnad lpt1.txt.md"),
    ],
)
def test_what_trips_a_file_system_or_a_reader_goes(title: str, name: str) -> None:
    assert file_name(title, "md") == name


def test_a_long_title_ends_with_a_whole_word() -> None:
    name = file_name("كلمة " * 100, "html")
    assert name == "كلمة " * 19 + "كلمة.html"


def test_a_long_word_ends_with_a_whole_character() -> None:
    assert file_name("بّ" * 100, "md") == "بّ" * 45 + ".md"


@given(st.text(max_size=300))
def test_every_name_can_be_a_file(title: str) -> None:
    name = file_name(title, "json")
    assert len(name.encode()) <= 200
    assert not set(name) & set('<>:"/\\|?*\n\r\t\0')
    assert len(name) > len(".json")
    assert name == name.strip()
    assert not name.startswith((".", "-"))
