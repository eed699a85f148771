"""Texts and versions of them, for what is said of any two."""

from __future__ import annotations

from hypothesis import strategies as st

_WORDS = (
    "قال",
    "زيد",
    "إن",
    "لم",
    "القوات",
    "دَخلت",
    "المدينةَ",
    "«ليلا»",
    "29",
    "٣١",
    "😀",
    "،",
    "\n",
)

TEXTS = st.lists(st.sampled_from(_WORDS), max_size=40).map(" ".join)
"""A few words again and again: what is hardest to tell apart."""
