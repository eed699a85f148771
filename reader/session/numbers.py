"""Which numbers became others where words of a text were replaced: «29 قتيلًا», «ثلاثة».

Only where little was replaced by little: of a sentence written anew nobody can say which number
became which.
"""

from __future__ import annotations

import json
from functools import cache
from itertools import product
from typing import Final

from reader.anchoring import Span
from reader.resource import resource
from reader.text.fold import Profile, fold
from reader.text.words import words

_FEW: Final = 8
"""Words of a replacement in which the numbers of both sides are the same ones, in order."""


def changed_numbers(old: str, old_span: Span, new: str, new_span: Span) -> list[tuple[Span, Span]]:
    """The numbers of a replacement that became others, as spans of both texts, in order."""
    sides = [_numbers(old, old_span), _numbers(new, new_span)]
    if any(found is None for found in sides) or len(sides[0] or ()) != len(sides[1] or ()):
        return []
    pairs = zip(sides[0] or (), sides[1] or (), strict=True)
    return [(before, now) for (before, one), (now, other) in pairs if one != other]


def _numbers(text: str, span: Span) -> list[tuple[Span, str]] | None:
    """The numbers within a span and what they count; None where there is too much else."""
    if span.end - span.start > 40 * _FEW:
        return None
    found = words(text[slice(*span)])
    if len(found) > _FEW:
        return None
    counted = ((Span(span.start + a, span.start + b), _value(text[span.start + a : span.start + b]))
               for a, b in found)  # fmt: skip
    return [(place, value) for place, value in counted if value]


def _value(word: str) -> str:
    """What a word counts: a text that is the same for the same number; empty: nothing."""
    folded = fold(word, Profile.MATCH).text
    if any(map(str.isdigit, folded)):
        return folded.replace(",", "")
    return _spelled().get(folded, "")


@cache
def _spelled() -> dict[str, str]:
    """Every folded form of `resources/comparison/numbers.json`, and what it counts."""
    groups = json.loads(resource("comparison", "numbers.json").read_text("utf-8"))["groups"]
    return {
        fold("".join(form), Profile.MATCH).text: number
        for group in groups
        for number, stems in group["numbers"].items()
        for form in product(group["beginnings"], stems, group["ends"])
    }
