"""The colours that codes are offered: told apart by colour-blind readers too."""

from __future__ import annotations

from functools import cache

from pydantic import TypeAdapter

from reader.model.base import Value
from reader.model.summary import Language
from reader.resource import resource


class Shade(Value):
    """A colour of the palette, `#rrggbb`, and what it is called."""

    colour: str
    labels: dict[Language, str]


@cache
def palette() -> tuple[Shade, ...]:
    data = resource("codebooks", "palette.json").read_bytes()
    return TypeAdapter(tuple[Shade, ...]).validate_json(data)
