"""Numbers in other digits."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.text.digits import ARABIC_INDIC, LATIN, written


def test_a_number_is_written_in_the_digits_asked_for() -> None:
    assert written(2021) == "2021"
    assert written(2021, ARABIC_INDIC) == "٢٠٢١"
    assert written("02:20 ص", ARABIC_INDIC) == "٠٢:٢٠ ص"


@given(st.integers())
def test_the_number_stays_the_same(number: int) -> None:
    assert int(written(number, ARABIC_INDIC)) == number
    assert len(LATIN) == len(ARABIC_INDIC) == 10
