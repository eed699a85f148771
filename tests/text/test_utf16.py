"""Offsets convert exactly between code points and UTF-16 units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.utf16 import Utf16Map

TEXT = st.text("اa\u0651\u2028\ufffd\uffff😀\U00010000\U0010ffff")


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(TEXT)
def test_every_offset_converts_and_comes_back(text):
    mapping = Utf16Map(text)
    for at in range(len(text) + 1):
        assert mapping.to_utf16(at) == units(text[:at])
        assert mapping.to_code_points(units(text[:at])) == at
    assert mapping.length == units(text)


@given(TEXT)
def test_a_position_inside_a_pair_rounds_to_its_ends(text):
    mapping = Utf16Map(text)
    for at, char in enumerate(text):
        if ord(char) > 0xFFFF:
            inside = mapping.to_utf16(at) + 1
            assert mapping.to_code_points(inside) == at
            assert mapping.to_code_points(inside, "up") == at + 1


@pytest.mark.parametrize("at", [-1, 4])
def test_an_offset_outside_the_text_is_refused(at):
    mapping = Utf16Map("a😀")
    with pytest.raises(IndexError):
        mapping.to_utf16(at)
    with pytest.raises(IndexError):
        mapping.to_code_points(at)
