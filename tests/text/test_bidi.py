"""Direction is read from the text; what hides in it is contained and can be shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.bidi import (
    Severity,
    first_strong,
    invisibles,
    isolate,
    left_to_right,
    reveal,
    strong_counts,
)

RLO, PDF, LRI, RLI, FSI, PDI, RLM = "\u202e\u202c\u2066\u2067\u2068\u2069\u200f"
CONTROLS = st.text("aا\n\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("قال", "rtl"),
        ("2021 – BBC قالت", "ltr"),
        ("«29» قال BBC", "rtl"),
        ("שלום", "rtl"),
        (f"{LRI}BBC{PDI} قالت", "rtl"),
        (f"{PDI}BBC", "ltr"),
        ("29 – …", None),
        ("", None),
    ],
)
def test_the_first_strong_character_outside_isolates_decides(text, direction):
    assert first_strong(text) == direction


def test_strong_characters_are_counted_by_direction():
    assert strong_counts("قال BBC 29") == (3, 3)


@pytest.mark.parametrize(
    ("text", "isolated"),
    [
        ("قال", f"{FSI}قال{PDI}"),
        (f"a{PDI}b", f"{FSI}ab{PDI}"),
        (f"a{RLO}b", f"{FSI}ab{PDI}"),
        (f"a{RLO}b{PDF}", f"{FSI}a{RLO}b{PDF}{PDI}"),
        (f"{RLI}{RLO}a{PDI}{PDF}", f"{FSI}{RLI}a{PDI}{PDI}"),
        (f"{RLI}a\nb{PDI}", f"{FSI}a{PDI}\n{FSI}b{PDI}"),
        ("", ""),
    ],
)
def test_an_isolated_text_keeps_only_paired_controls(text, isolated):
    assert isolate(text) == isolated


@given(CONTROLS)
def test_an_isolated_text_never_leaks(text):
    for paragraph in isolate(text).split("\n"):
        opened = []
        for at, char in enumerate(paragraph):
            if char in f"\u202a\u202b\u202d{RLO}{LRI}{RLI}{FSI}":
                opened.append(char)
            elif char == PDF:
                assert opened.pop() in f"\u202a\u202b\u202d{RLO}"
            elif char == PDI:
                assert opened.pop() in f"{LRI}{RLI}{FSI}"
                assert opened or at == len(paragraph) - 1
        assert not opened


@pytest.mark.parametrize(
    ("text", "red"),
    [
        (f"invoice{RLO}fdp.exe", [7]),
        (f"a{RLO}b{PDF}", [1]),  # an override is red even when it is ended
        (f"{RLI}a", [0]),
        (f"\u202ba{PDF}{PDF}", [3]),
        ("x\U000e0041y", [1]),
        ("1\u200f0", [1]),
        (f"2,{RLM}500", [2]),
        ("https://a\u200bb.example/\u200f، ", [9]),
        ("a\x07b", [1]),
        ("раypal", [2]),  # Cyrillic, then Latin
        ("аррle", [3]),
        ("the аpple", [5]),
    ],
)
def test_what_may_deceive_is_red(text, red):
    assert [each.offset for each in invisibles(text) if each.severity is Severity.RED] == red


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قال\u200f. \u200eBBC", ["RLM", "LRM"]),
        ("می‌خواهم الـعربي\ufeff", ["ZWNJ", "TATWEEL", "BOM"]),
        ("29\u200f/7\u200f/2021", ["RLM", "RLM"]),
        (f"{RLI}a{PDI}", ["RLI", "PDI"]),
        ("a\u3164", ["U+3164"]),
        ("الـBBC 10 μm 5 kΩ Ελλάδα Москва", ["TATWEEL"]),
        ("🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f \u0600١٢", []),
        ("سطر\nثان\tثالث\u2028رابع", []),
    ],
)
def test_what_honest_texts_hold_is_grey(text, names):
    found = invisibles(text)
    assert [each.name for each in found] == names
    assert all(each.severity is Severity.GREY for each in found)


def test_a_mixed_script_word_is_reported_at_its_first_foreign_letter():
    (found,) = invisibles("قال pаypal")
    assert found == (5, "а", "MIXED", Severity.RED)


def test_invisible_characters_are_shown_as_chips():
    assert reveal(f"a{RLO}b\u200fـ") == "a[RLO]b[RLM]ـ"
    assert reveal(f"a{RLO}b\u200fـ", red_only=True) == "a[RLO]b\u200fـ"
    assert reveal("قال pаypal") == "قال pаypal"


def test_an_address_runs_from_the_left_between_arabic_words():
    assert left_to_right("a/ب/1") == "\u2066a/ب/1\u2069"
