"""Words that turn a statement round: a change of one is never taken for granted."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from itertools import product

from reader.resource import resource
from reader.text.fold import Profile, fold


def negations(folded: Iterable[str]) -> list[str]:
    """Which of some words, folded with MATCH, negate, in order."""
    known = _table()
    return [word for word in folded if word in known]


@cache
def _table() -> frozenset[str]:
    """Every folded form of `resources/anchoring/negations.json`."""
    groups = json.loads(resource("anchoring", "negations.json").read_text("utf-8"))["groups"]
    forms = (
        "".join(form)
        for group in groups
        for form in product(group["beginnings"], group["stems"], group["ends"])
    )
    return frozenset(fold(form, Profile.MATCH).text for form in forms)
