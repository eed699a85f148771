"""Slugs: the stable names that are stored, made of a label when a thing is first named."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Collection
from functools import cache
from itertools import count

from reader.resource import resource

_LONGEST = 40
_BETWEEN = re.compile(r"[^a-z0-9]+")


def slug_of(label: str, taken: Collection[str], kind: str) -> str:
    """A slug for what is called so: Latin letters as they are, Arabic ones transliterated.

    Args:
        label: as a person gave it.
        taken: slugs that it must differ from.
        kind: the beginning of the slug where the label has no letter that can be written so.
    """
    letters = _letters()
    bare = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", label).casefold())
    latin = "".join(letters.get(c, c) for c in bare if not unicodedata.combining(c) and c != "ـ")
    stem = _BETWEEN.sub("_", latin)[:_LONGEST].strip("_")
    if not stem:
        return next(s for n in count(1) if (s := f"{kind}-{n}") not in taken)
    others = (f"{stem}-{n}" for n in count(2))
    return stem if stem not in taken else next(s for s in others if s not in taken)


@cache
def _letters() -> dict[str, str]:
    found: dict[str, str] = json.loads(resource("codebooks", "letters.json").read_bytes())
    return found
