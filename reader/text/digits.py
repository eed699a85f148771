"""The digits of numbers: Latin ones, and those that Arabic texts of the East use."""

from __future__ import annotations

from typing import Final

LATIN: Final = "0123456789"
ARABIC_INDIC: Final = "٠١٢٣٤٥٦٧٨٩"


def written(number: int | str, digits: str = LATIN) -> str:
    """A number, or words with numbers in them, with its Latin digits as ten others."""
    return str(number).translate(str.maketrans(LATIN, digits))
