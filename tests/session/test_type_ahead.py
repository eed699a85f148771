"""Looking for a label by its first letters."""

from __future__ import annotations

import pytest

from reader.session.typed import beginning

LABELS = ["رقم بلا سياق", "إسناد", "عنوان مُضَلِّل", "Old picture", "سياق"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ر", 0),
        ("اس", 1),
        ("مضل", 2),
        ("pic", 3),
        ("OLD P", 3),
        ("سياق", 4),
        ("ز", None),
        ("", None),
    ],
)
def test_a_label_is_found_by_its_beginning_or_that_of_a_word(typed, found):
    assert beginning(LABELS, typed) == found
