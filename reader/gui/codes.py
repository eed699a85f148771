"""The codebook: codes, scales and labels, as their users have them."""

from __future__ import annotations

from reader.gui.commander import Commander


class Codes(Commander):
    """Lets a person edit the codebook."""
