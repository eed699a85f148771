"""The way from article to article: back, forward, those opened lately."""

from __future__ import annotations

from reader.gui.commander import Commander


class Trail(Commander):
    """Remembers which articles were on the desk."""
