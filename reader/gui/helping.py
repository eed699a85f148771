"""What helps a person along: the keys, how to save a page, what Isnad is made of."""

from __future__ import annotations

from reader.gui.commander import Commander


class Helping(Commander):
    """Shows help."""
